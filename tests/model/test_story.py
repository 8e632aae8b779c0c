"""Reports of a story and their names."""

from __future__ import annotations

import pytest

from tui.model import Article, Comparison
from tui.model.statement import labels, letter
from tui.model.story import ComparedPair, ReportPair, Story, in_order
from tui.settings.limits import MAX_REPORTS


def test_reports_are_letters() -> None:
    assert [letter(k) for k in (0, 1, MAX_REPORTS - 1)] == ["A", "B", "L"]
    assert Story((Article(), Article()), ("Post",)).name(0) == "A Post"
    assert Story((Article(), Article()), ("Post",)).name(1) == "B"


def test_two_reports_come_with_their_sources_in_the_order_asked_for() -> None:
    one, other = Article(title="One"), Article(title="Other")
    story = Story((one, other), sources=("one.txt", ""))
    assert story.as_given((1, 0)) == ([other, one], ["", "one.txt"])
    assert Story((one, other)).as_given((0, 1)) == ([one, other], ["", ""])


@pytest.mark.parametrize("pair", [(1, 3), (3, 1)])
def test_the_smaller_number_of_two_reports_comes_first(pair: ReportPair) -> None:
    assert in_order(pair) == (1, 3)


@pytest.mark.parametrize(
    ("reports", "text"), [((), ""), ((1,), "B"), ((1, 3), "B and D"), ((1, 2, 3), "B, C and D")]
)
def test_several_reports_are_named_in_words(reports: tuple[int, ...], text: str) -> None:
    assert labels(reports) == text


def test_a_story_is_complete_once_all_its_pairs_are_compared() -> None:
    story = Story(tuple(Article() for _ in range(3)))
    assert story.all_pairs == ((0, 1), (0, 2), (1, 2))
    for pair in story.all_pairs:
        assert not story.complete
        story = story.with_pair(pair, ComparedPair(Comparison()))
    assert story.complete
