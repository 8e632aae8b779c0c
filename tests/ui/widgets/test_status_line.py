"""The current position in words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.examples import ferry
from tui.layout.wrap import cell_len
from tui.reading.reading import Reading
from tui.ui.widgets.status_line import position


def at_topic(label: str) -> Reading:
    """The first pair of the ferry, with another name of its topic."""
    link, topics = ferry().links[0], list(ferry().topics)
    topics[link.topic] = replace(topics[link.topic], label=label)
    return Reading.of(replace(ferry(), topics=tuple(topics))).at_link(link)


@pytest.mark.parametrize("width", [58, 78, 118])
def test_a_long_topic_does_not_hide_the_relation_and_the_score(width: int) -> None:
    text = position(at_topic("Donaudampfschifffahrtsgesellschaft and the " * 4), width=width)
    assert text.startswith("Pair 1 of 5 · Donaudampf")
    assert text.endswith("… · same statement, score 72")
    assert cell_len(text) == width


def test_a_topic_of_which_only_a_few_letters_had_room_is_left_out() -> None:
    assert position(at_topic("a long topic"), width=44) == "Pair 1 of 5 · same statement, score 72"
    assert (
        position(at_topic("a long topic"), width=60)
        == "Pair 1 of 5 · a long topic · same statement, score 72"
    )
