"""Small stories made by hand: reports of sentences, and the links between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from tests.analysis.articles import article
from tui.analysis.story.pair import compared_pair, new_story
from tui.model import Comparison, Link, Relation
from tui.model.difference import Difference
from tui.model.story import ReportPair, Story

SAME, RELATED = Relation.SAME, Relation.RELATED
Ends = tuple[int, int]


def link(left: int, right: int, relation: Relation = SAME, score: float = 90.0) -> Link:
    return Link(left, right, score, relation, same=score if relation is SAME else 10.0)


def story(
    reports: Sequence[Sequence[str]],
    links: Mapping[ReportPair, Sequence[Link]],
    *,
    names: Sequence[str] = (),
    differences: Mapping[ReportPair, Sequence[Difference]] | None = None,
    pending: Sequence[ReportPair] = (),
) -> Story:
    """A story of those reports, one list of sentences each; pairs without links are compared too."""
    articles = [article(list(sentences), language="en") for sentences in reports]
    if names:
        articles = [replace(one, source=name) for one, name in zip(articles, names, strict=True)]
    made = new_story(articles)
    for left, right in made.all_pairs:
        if (left, right) not in pending:
            comparison = Comparison(articles[left], articles[right], tuple(links.get((left, right), ())))
            found = (differences or {}).get((left, right), ())
            made = made.with_pair((left, right), compared_pair(comparison, found))
    return made
