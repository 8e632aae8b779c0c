"""Differences of wording: two words for the same thing, as framing, as labels or in exchange."""

from __future__ import annotations

from collections.abc import Iterable

from tui.analysis.differences.word_choice import framed_pairs, framing_words, word_pairs
from tui.analysis.memo import once_per_article
from tui.analysis.tokens import normal_form, quotation_offsets, token_offsets
from tui.model import Article, Comparison, Link, Span
from tui.model.difference import Difference, Fact, FactKind, State

_MIN_TIMES = 2
"""Fewest linked passages that exchange two unlisted words, for an entry."""
_MAX_LABEL_WORDS = 3
"""Words in quotation marks up to which they may be a label: `special military operation`."""
_LABEL_NOTE = "both put it in quotation marks"


def framing_differences(comparison: Comparison, links: Iterable[Link]) -> list[Difference]:
    """The listed words for one thing where linked passages use different ones."""
    entries = []
    for link in links:
        passages = comparison.left.passages[link.left], comparison.right.passages[link.right]
        for left, left_at, right, right_at in framed_pairs(passages[0].text, passages[1].text):
            spans = [
                Span(passage.span.start + start, passage.span.start + end)
                for passage, (start, end) in zip(passages, (left_at, right_at), strict=True)
            ]
            weight = round(0.5 * (0.5 + link.score / 200), 3)
            entries.append(_difference(comparison, (left, right), spans, link.pair, weight))
    return entries


def _difference(
    comparison: Comparison,
    words: tuple[str, str],
    spans: Iterable[Span],
    pair: tuple[int, int],
    weight: float,
    count: int = 1,
    note: str = "",
) -> Difference:
    left, right = (
        Fact(FactKind.WORDING, span.cut(article.text), word, span)
        for article, word, span in zip(comparison.articles, words, spans, strict=True)
    )
    return Difference(FactKind.WORDING, State.DIFFERS, left, right, *pair, weight, count, note)


def label_differences(comparison: Comparison) -> list[Difference]:
    """The words of one family that each article, and only it, puts in quotation marks as a label."""
    left, right = _labels(comparison.left), _labels(comparison.right)
    entries = []
    for family in sorted(set(left) & set(right)):
        lefts = [label for label in left[family] if label[0] not in {word for word, _, _ in right[family]}]
        rights = [label for label in right[family] if label[0] not in {word for word, _, _ in left[family]}]
        if lefts and rights:
            (word, span, i), (other, other_span, j) = lefts[0], rights[0]
            entries.append(
                _difference(comparison, (word, other), (span, other_span), (i, j), 0.7, note=_LABEL_NOTE)
            )
    return entries


@once_per_article
def _labels(article: Article) -> dict[int, list[tuple[str, Span, int]]]:
    """The quoted labels of each family, in order: word, span, index of the passage."""
    labels: dict[int, list[tuple[str, Span, int]]] = {}
    for start, end in quotation_offsets(article.text):
        offsets = token_offsets(article.text[start:end])
        words = [normal_form(article.text[start + a : start + b]) for a, b in offsets]
        listed = framing_words(words, labels=True)
        if len(words) > _MAX_LABEL_WORDS or not listed:
            continue
        family, word, first, last = listed[0]
        passage = next((p for p in article.passages if p.span.start <= start < p.span.end), None)
        if passage and passage.linkable:
            span = Span(start + offsets[first][0], start + offsets[last - 1][1])
            labels.setdefault(family, []).append((word, span, passage.index))
    return labels


def exchanged_word_differences(comparison: Comparison, threshold: float, language: str) -> list[Difference]:
    """The unlisted words that stand for each other more than once.

    Those that do so once are in `word_pairs`: mostly synonyms, and no disagreement.
    """
    entries = []
    for pair in word_pairs(comparison, threshold, language):
        if pair.listed or len(pair.passages) < _MIN_TIMES:
            continue
        words, first = (pair.left, pair.right), pair.passages[0]
        passages = comparison.left.passages[first[0]], comparison.right.passages[first[1]]
        spans = [_span_of(p.text, word, p.span.start) for p, word in zip(passages, words, strict=True)]
        entries.append(_difference(comparison, words, spans, first, 0.3, len(pair.passages)))
    return entries


def _span_of(text: str, word: str, offset: int) -> Span:
    start = max(0, text.casefold().find(word))
    return Span(offset + start, offset + min(len(text), start + len(word)))
