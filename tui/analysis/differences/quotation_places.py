"""The passages of a quotation: one that `he said` interrupts may begin in one and end in another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from tui.model import Article, Comparison, PassagePair, Span
from tui.model.quotation import QuotationPair

Hints = Sequence[Span | None]
"""For each side the words of its quotation that matter; None if any part of it does."""


def passage_at(article: Article, offset: int) -> int:
    """The index of the passage that holds a character of the article's text."""
    return max(0, bisect_right([passage.span.start for passage in article.passages], offset) - 1)


def within(article: Article, span: Span, index: int) -> Span:
    """The part of a span that lies in a passage."""
    passage = article.passages[index].span
    return Span(max(span.start, passage.start), min(span.end, passage.end))


def places(
    pair: QuotationPair, comparison: Comparison, scores: Mapping[PassagePair, float], hints: Hints
) -> PassagePair:
    """The passages in which two quotations differ: those of the words that matter.

    If they matter on one side only, the passage of the other is the one with the highest score of a link to
    it, else its first.
    """
    ends = [(pair.left, pair.left_passage), (pair.right, pair.right_passage)]
    chosen, covered = [], []
    for article, (span, first), hint in zip(comparison.articles, ends, hints, strict=True):
        chosen.append(first if hint is None else passage_at(article, hint.start))
        last = passage_at(article, span.end - 1)
        covered.append([chosen[-1]] if hint else range(first, last + 1))
    linked = [(left, right) for left in covered[0] for right in covered[1] if (left, right) in scores]
    return max(linked, key=lambda both: scores[both]) if linked else (chosen[0], chosen[1])
