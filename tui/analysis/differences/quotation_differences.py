"""Differences between the quotations of two reports: words changed or cut."""

from __future__ import annotations

from tui.analysis.differences.quotation_pairs import quotation_pairs
from tui.model import Article, Comparison, Span
from tui.model.difference import Difference, Fact, FactKind, QuotationMatch, QuotationPair, State

_MIN_CUT_WORDS = 3
"""Words of a cut quotation that are worth an entry."""
_CUT_NOTE = "the other side quotes the saying without these words"


def quotation_differences(comparison: Comparison, threshold: float) -> list[Difference]:
    """The changed and the cut words of quotations that both articles have."""
    entries: list[Difference] = []
    scores = {link.pair: link.score for link in comparison.links_from(threshold)}
    for pair in quotation_pairs(comparison, threshold):
        if pair.match is QuotationMatch.CHANGED:
            weight = round(0.8 * (0.5 + scores.get(pair.pair, 50.0) / 200), 3)
            entries += [_changed(pair, left, right, comparison, weight) for left, right in pair.changed]
        elif pair.match is QuotationMatch.CUT:
            entries += _cuts(pair, comparison)
    return entries


def overlaps(difference: Difference, quotation: Difference) -> bool:
    """Whether a disagreement overlaps the changed words of a quotation, on both sides."""
    return difference.state is State.DIFFERS and all(
        fact and words and fact.span.start < words.span.end and words.span.start < fact.span.end
        for fact, words in zip(difference.facts, quotation.facts, strict=True)
    )


def _changed(
    pair: QuotationPair, left: Span, right: Span, comparison: Comparison, weight: float
) -> Difference:
    whole = _shortened(pair.left.cut(comparison.left.text)), _shortened(pair.right.cut(comparison.right.text))
    facts = _fact(comparison.left, left), _fact(comparison.right, right)
    note = f"in {whole[0]} and {whole[1]}"
    return Difference(FactKind.QUOTATION, State.DIFFERS, *facts, *pair.pair, weight, note=note)


def _shortened(text: str) -> str:
    """The text in one line, without the middle if it is long."""
    words = text.split()
    return " ".join(words) if len(words) <= 16 else " ".join((*words[:9], "…", *words[-6:]))


def _cuts(pair: QuotationPair, comparison: Comparison) -> list[Difference]:
    """The words of a quotation that the other side leaves out."""
    entries = []
    for spans, article, state in (
        (pair.only_left, comparison.left, State.ONLY_LEFT),
        (pair.only_right, comparison.right, State.ONLY_RIGHT),
    ):
        for span in spans:
            if len(span.cut(article.text).split()) >= _MIN_CUT_WORDS:
                fact = _fact(article, span)
                left, right = (fact, None) if state is State.ONLY_LEFT else (None, fact)
                entries.append(
                    Difference(FactKind.QUOTATION, state, left, right, *pair.pair, 0.35, note=_CUT_NOTE)
                )
    return entries


def _fact(article: Article, span: Span) -> Fact:
    text = span.cut(article.text)
    return Fact(FactKind.QUOTATION, text, " ".join(text.split()), span)
