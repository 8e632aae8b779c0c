"""From two articles to a comparison."""

from __future__ import annotations

from collections.abc import Callable

from tui.analysis.align import align
from tui.analysis.evidence import Explainer
from tui.analysis.overlap import rarity
from tui.analysis.profile import Lexicon, profiles
from tui.analysis.scripts import comparable
from tui.analysis.topics import group, in_their_words
from tui.analysis.weights import THRESHOLD
from tui.model import Article, Comparison, Evidence, Link

__all__ = ["FLOOR", "THRESHOLD", "comparable", "compare"]

FLOOR = 5.0
"""Score below which a link is not kept; the reader's threshold may go down to it."""


def compare(
    left: Article,
    right: Article,
    floor: float = FLOOR,
    progress: Callable[[float], None] | None = None,
) -> Comparison:
    """Link the passages of two articles which tell the same, and group the links into topics.

    Keeps the links with at least the score `floor`, 0 to 100; 0 keeps every pair of passages that
    shares anything. `progress` is told how much is done, 0 to 1.
    """
    if comparable(left, right):
        return Comparison(left, right, threshold=THRESHOLD)
    tell = progress or (lambda share: None)
    tell(0.0)
    lexicons: dict[str, Lexicon] = {}
    lefts, rights = profiles(left, lexicons), profiles(right, lexicons)
    tell(0.2)
    scored = align(lefts, rights, floor)
    tell(0.7)
    weight = rarity(p.content for p in (*lefts, *rights))
    grouped = group(lefts, rights, [one for one in scored if one.score >= THRESHOLD])
    tell(0.8)
    explainer = Explainer(lefts, rights, weight, scored, THRESHOLD)
    links = tuple(
        Link(
            left=lefts[one.left].passage.index,
            right=rights[one.right].passage.index,
            score=one.score,
            relation=one.relation,
            evidence=explainer.explain(one) if one.score >= FLOOR else Evidence(),
            topic=grouped.topic_of.get((one.left, one.right), -1),
        )
        for one in scored
    )
    tell(1.0)
    topics = tuple(in_their_words(k, topic, links) for k, topic in enumerate(grouped.topics))
    return Comparison(left, right, links, topics, THRESHOLD)
