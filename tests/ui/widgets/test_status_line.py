"""The current position in words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.examples import ferry
from tui.layout.wrap import cell_len
from tui.reading.reading import Reading
from tui.ui.widgets.status_line import fitted, position


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


def test_where_room_is_short_the_word_before_the_score_goes_and_then_the_relation() -> None:
    assert position(at_topic("a long topic"), width=38) == "Pair 1 of 5 · same statement, score 72"
    assert position(at_topic("a long topic"), width=37) == "Pair 1 of 5 · same statement, 72"
    assert position(at_topic("a long topic"), width=31) == "Pair 1 of 5 · score 72"


PLACE = "Pair 1 of 12 · same statement, score 98"
REFINING = "links by words, refining ... 40%"


@pytest.mark.parametrize(
    ("pending", "width", "text"),
    [
        (REFINING, 118, f"{REFINING} · {PLACE}"),
        (REFINING, 58, f"refining ... 40% · {PLACE}"),
        (REFINING, 38, "refining ... 40% · Pair 1 of 12"),
        (REFINING, 20, "refining ... 40%"),
        ("finding topics ... 10%", 58, "finding topics ... 10% · Pair 1 of 12"),
        ("finding topics ... 10%", 38, "finding topics ... 10% · Pair 1 of 12"),
        ("compared 4 of 10 pairs of reports", 58, "compared 4 of 10 pairs · Pair 1 of 12"),
        ("compared 4 of 10 pairs of reports", 38, "compared 4 of 10 pairs · Pair 1 of 12"),
    ],
)
def test_what_is_still_to_come_is_told_in_fewer_words_not_cut(pending: str, width: int, text: str) -> None:
    assert fitted(pending, PLACE, width) == text


def test_the_answer_to_a_key_stands_whole_before_what_is_still_to_come() -> None:
    answer = "the topics are not there yet: try again in a moment"
    assert fitted(REFINING, answer, 118, answered=True) == f"{REFINING} · {answer}"
    assert fitted(REFINING, answer, 58, answered=True) == answer
    assert fitted(REFINING, answer, 38, answered=True) == "the topics are not there yet: try aga…"
