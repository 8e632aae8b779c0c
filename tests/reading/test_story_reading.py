"""Which reports of a story are on the panes, and which is next."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.analysis.story.stories import link, story
from tests.ui.screens.story_app import ferry_story
from tui.model import Side
from tui.model.statement import Cell
from tui.model.story import Story
from tui.reading.story_reading import StoryReading

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


def test_the_letters_of_a_margin_are_worked_out_once_for_a_story(five: Story) -> None:
    reading = StoryReading(replace(five, pairs={}))
    pending = reading.letters(0, 50, 3)
    assert reading.letters(0, 50, 3) is pending
    compared = reading.with_story(five)
    assert compared.letters(0, 50, 3) == ("=C=E",)
    assert compared.letters(0, 95, 3) == compared.letters(1, 50, 3) == ()
    assert compared.letters(0, 50, 3) is compared.letters(0, 50, 3)


def test_a_difference_that_is_dismissed_is_not_told_of_any_report() -> None:
    told = StoryReading(ferry_story())
    toll = next(entry for entry in told.story.pairs[0, 1].found if entry.conflict)
    passage = toll.left_passage
    assert told.statement(Side.LEFT, passage, 50.0).cell(1) is Cell.DIFFERS
    assert "≠B" in "".join(told.letters(passage, 50.0, 3))
    without = told.dismissing({(0, 1): frozenset(entry.key for entry in told.story.pairs[0, 1].found)})
    assert without.statement(Side.LEFT, passage, 50.0).cell(1) is Cell.STATED
    assert "≠" not in "".join(without.letters(passage, 50.0, 3))
    assert not any(Cell.DIFFERS is row.cell(1) for row in without.grid(50.0))
    assert without.dismissing({}).letters(passage, 50.0, 3) == told.letters(passage, 50.0, 3)
