"""Whether two reports are said to be about different events."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.analysis.articles import HARBOUR, STRIKE, article
from tui.analysis.compare import compare
from tui.analysis.different_events import different_events
from tui.model import Article, Comparison, Link, Relation

SAME = Relation.SAME


def reports(size: int, *, left: str = "", right: str = "") -> tuple[Article, Article]:
    """Two reports of that many sentences, which end with these words."""
    sides = (
        [f"Sentence {k} of {side}. {end}" for k in range(size)] for side, end in (("a", left), ("b", right))
    )
    lefts, rights = (article(side, language="en") for side in sides)
    return lefts, rights


def linked(articles: tuple[Article, Article], count: int, relation: Relation = SAME) -> Comparison:
    links = tuple(Link(k, k, 90.0, relation, same=90.0) for k in range(count))
    return Comparison(*articles, links)


def test_two_reports_of_one_event_are_not() -> None:
    assert different_events(compare(HARBOUR, STRIKE)) is None


@pytest.mark.parametrize(
    ("size", "links", "different"),
    [(20, 0, True), (20, 1, True), (20, 2, False), (5, 1, False), (100, 5, True), (100, 6, False)],
)
def test_a_few_links_are_not_enough(size: int, links: int, different: bool) -> None:
    assert bool(different_events(linked(reports(size), links))) is different


def test_related_passages_do_not_count() -> None:
    assert different_events(linked(reports(20), 9, Relation.RELATED))


def test_other_days_make_it_likelier_and_are_told() -> None:
    assert not different_events(linked(reports(20), 3))
    found = different_events(linked(reports(20, left="It was Friday.", right="It was Tuesday."), 3))
    assert found
    assert (found.same, found.passages, found.days) == (6, 40, (("Friday",), ("Tuesday",)))
    assert not different_events(linked(reports(20, left="On Friday.", right="On Friday."), 3))


@pytest.mark.parametrize(("language", "text"), [("ru", "Был март."), ("zh", "2月24日开会。")])
def test_in_two_languages_the_days_of_publication_alone_tell_it(language: str, text: str) -> None:
    left = replace(article([f"Sentence {k}." for k in range(9)], language="en"), published="2022-02-25")
    right = replace(article([text] * 9, language=language), published="2023-03-21")
    found = different_events(linked((left, right), 9))
    assert found and "left is of 2022-02-25, right of 2023-03-21; 18 of 18" in found.notice
    near = replace(right, published="2022-03-21")
    assert not different_events(linked((left, near), 9))
    assert not different_events(linked((left, replace(right, language="en")), 9))


def test_days_of_another_language_are_told_in_figures() -> None:
    left = article(["It was March 3." for _ in range(20)], language="en")
    right = article(["2月24日开会。" for _ in range(20)], language="zh")
    found = different_events(linked((left, right), 3))
    assert found and found.days == (("03-03",), ("02-24",))


def test_weak_links_do_not_count() -> None:
    weak = tuple(Link(k, k, 40.0, SAME, same=40.0) for k in range(9))
    assert different_events(Comparison(*reports(20), weak))


def test_nothing_is_said_of_what_was_not_compared_or_is_empty() -> None:
    left, right = reports(20)
    assert different_events(Comparison(left, right, aligned=False)) is None
    assert different_events(Comparison(left, Article())) is None
