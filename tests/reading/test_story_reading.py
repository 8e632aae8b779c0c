"""Which reports of a story are on the panes, and which is next."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.analysis.story.stories import link, story
from tui.model import Side
from tui.model.story import MissingSource, Story
from tui.reading.story_reading import StoryReading, header

TEXT = ["The ferry burned off Kessel.", "Rain fell on the harbour."]


@pytest.fixture
def five() -> Story:
    """A's first passage is in C and E, its second in none."""
    links = {(0, 2): [link(0, 1)], (0, 4): [link(0, 0)]}
    return story([TEXT] * 5, links, names=["post.txt", "quay.txt", "herald.txt", "wire.txt", "mirror.txt"])


def test_the_next_report_is_one_with_a_counterpart_and_goes_round(five: Story) -> None:
    reading = StoryReading(five)
    assert reading.next_report(0, 50, 1) == 2
    assert reading.next_report(0, 50, -1) == 4
    assert reading.showing((0, 2)).next_report(0, 50, 1) == 4
    assert reading.showing((0, 4)).next_report(0, 50, 1) == 2


def test_without_a_counterpart_the_next_report_comes_all_the_same(five: Story) -> None:
    assert StoryReading(five).next_report(1, 50, 1) == 2
    assert StoryReading(five).next_report(1, 50, -1) == 4
    assert StoryReading(five).passage_in(2, 1, 50) is None


def test_of_two_reports_the_one_on_the_pane_stays() -> None:
    assert StoryReading(story([TEXT] * 2, {})).next_report(0, 50, 1) == 1


def test_the_counterpart_in_another_report_is_the_best_one(five: Story) -> None:
    assert StoryReading(five).passage_in(2, 0, 50) == 1
    assert StoryReading(five).passage_in(2, 0, 95) is None


def test_the_report_in_a_pane_is_told_by_its_side(five: Story) -> None:
    reading = StoryReading(five, (3, 1))
    assert (reading.letter(Side.LEFT), reading.letter(Side.RIGHT)) == ("D", "B")


def test_what_is_compared_is_counted_until_all_is(five: Story) -> None:
    assert StoryReading(five).progress == ""
    some = replace(five, pairs=dict(list(five.pairs.items())[:4]))
    assert StoryReading(some).progress == "compared 4 of 10 pairs of reports"


def test_a_statement_is_that_of_the_latest_story(five: Story) -> None:
    reading = StoryReading(replace(five, pairs={}))
    assert reading.statement(Side.LEFT, 0, 50).pending == frozenset({1, 2, 3, 4})
    assert reading.with_story(five).statement(Side.LEFT, 0, 50).stated_by == (0, 2, 4)


@pytest.mark.parametrize(
    ("width", "text"),
    [
        (60, "[A post][B quay] C herald  D wire  E mirror "),
        (40, "[A post][B quay] C her…  D wire  E mir… "),
        (26, "[A post][B quay] C  D  E "),
        (20, "[A][B] C  D  E "),
    ],
)
def test_the_header_lists_the_reports_as_far_as_there_is_room(five: Story, width: int, text: str) -> None:
    parts = header(StoryReading(five), width)
    assert "".join(part for part, _ in parts) == text
    assert len(text) <= width


def test_the_header_says_which_source_is_missing_and_why(five: Story) -> None:
    missing = replace(five, missing=(MissingSource("gone.txt", "no such file"),))
    text = "".join(part for part, _ in header(StoryReading(missing), 100))
    assert text.endswith(" · not read: gone.txt (no such file)")


def test_a_long_reason_is_cut_before_the_names_of_the_reports(five: Story) -> None:
    source = MissingSource("/some/long/folder/gone.txt", "no such file; check the name, or give another one")
    text = "".join(part for part, _ in header(StoryReading(replace(five, missing=(source,))), 80))
    assert text.startswith("[A post][B quay] C herald  D wire  E mirror  · not read: gone.txt (no suc")
    assert len(text) <= 80
