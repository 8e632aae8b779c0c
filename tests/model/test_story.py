"""Reports of a story and their names."""

from __future__ import annotations

import pytest

from tui.model import Article, Comparison
from tui.model.statement import labels, letter
from tui.model.story import MAX_REPORTS, ComparedPair, Story


def test_reports_are_letters() -> None:
    assert [letter(k) for k in (0, 1, MAX_REPORTS - 1)] == ["A", "B", "L"]
    assert Story((Article(), Article()), ("Post",)).name(0) == "A Post"
    assert Story((Article(), Article()), ("Post",)).name(1) == "B"


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
