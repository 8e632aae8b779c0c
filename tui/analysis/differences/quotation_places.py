"""The passages of a quotation: one that `he said` interrupts may begin in one and end in another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from tui.model import Article, Comparison, Link, PassagePair, Span


def passage_at(article: Article, offset: int) -> int:
    """The index of the passage that holds a character of the article's text."""
    return max(0, bisect_right([passage.span.start for passage in article.passages], offset) - 1)


def within(article: Article, span: Span, index: int) -> Span:
    """The part of a span that lies in a passage."""
    passage = article.passages[index].span
    return Span(max(span.start, passage.start), min(span.end, passage.end))


def places(
    beside: Sequence[tuple[int, int]], comparison: Comparison, links: Mapping[PassagePair, Link]
) -> PassagePair:
    """The passages that show what one side of a saying leaves out: those of shared words beside it.

    `beside` has the offsets of such words in both texts, at least one. Those in the passages that are linked
    best come first, else the first.
    """
    passages = [
        (passage_at(comparison.left, left), passage_at(comparison.right, right)) for left, right in beside
    ]
    return max(passages, key=lambda pair: links[pair].score if pair in links else 0.0)
