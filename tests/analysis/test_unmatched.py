"""The reasons of unmatched passages, across languages."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tui.analysis.unmatched import rank_unmatched
from tui.model import Article, Comparison, Side

ENGLISH = article(["He spoke in Kyiv on March 21.", "Ukraine lost 190 ships, and Putin knew."], language="en")


def reasons(left: Article, right: Article) -> dict[tuple[Side, int], str]:
    """Why each passage of two articles weighs something, if none of them has a counterpart."""
    every = {side: range(len(a.passages)) for side, a in zip(Side, (left, right), strict=True)}
    return {(p.side, p.index): p.why for p in rank_unmatched(Comparison(left, right), every) if p.why}


def test_values_of_another_language_are_read_whole_and_names_are_no_news() -> None:
    chinese = article(["3月21日上午11时，乌克兰损失190艘船。", "普京损失1900亿美元。"], language="zh")
    assert reasons(ENGLISH, chinese) == {
        (Side.RIGHT, 0): "a day or time: 11:00",
        (Side.RIGHT, 1): "a number: USD 190,000,000,000",
    }


def test_a_value_that_only_the_english_article_has_is_told() -> None:
    russian = article(["Путин был в Киеве 20 марта.", "Украина потеряла 190 кораблей."], language="ru")
    assert reasons(ENGLISH, russian) == {
        (Side.LEFT, 0): "a day or time: 03-21",
        (Side.RIGHT, 0): "a day or time: 03-20",
    }


@pytest.mark.parametrize("number", ["190", "1,900"])
def test_in_english_names_and_numbers_are_told_as_written(number: str) -> None:
    other = article([f"They met and lost {number} ships with Olaf Scholz on March 21."], language="en")
    expected = "new names: Olaf Scholz" if number == "190" else f"a number: {number}; new names: Olaf Scholz"
    assert reasons(ENGLISH, other)[Side.RIGHT, 0] == expected.replace("new names", "a new name")
