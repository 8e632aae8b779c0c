"""All quotations of two articles: who says each, which side has it, and what either leaves out."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from tui.analysis.comparability import in_two_languages
from tui.analysis.differences.quotation_pairs import quotation_pairs
from tui.analysis.differences.quotations import Quotation, find_quotations
from tui.analysis.differences.speakers import speaker_of
from tui.model import Comparison, Side, Span
from tui.model.quotation import ListedQuotation, QuotationMatch, QuotationPair

MIN_WORDS = 3
"""Words from which a quotation is listed; shorter ones are names and single words in marks."""


def listed_quotations(comparison: Comparison, threshold: float) -> list[ListedQuotation]:
    """The quotations of both articles, in the order of the left one; then those of the right alone.

    Links of at least `threshold`, 0 to 100, count, for what the other side only retells.
    """
    if in_two_languages(*comparison.articles):
        return _listed_across(comparison, threshold)
    pairs = quotation_pairs(comparison, threshold)
    rows = [_both(comparison, pair) for pair in pairs]
    placed: list[tuple[float, ListedQuotation]] = [(row.pair[0], row) for row in rows]
    opposite: dict[int, int] = defaultdict(lambda: -1)
    opposite.update({link.right: link.left for link in comparison.links_from(threshold)})
    known = sorted(opposite)
    for side in Side:
        paired = {pair.at(side) for pair in pairs}
        for quotation in _quotations(comparison, side):
            if quotation.span in paired or len(quotation.words) < MIN_WORDS:
                continue
            row = _one_sided(comparison, side, quotation)
            if side is Side.LEFT:
                placed.append((quotation.passage, row))
            else:
                before = bisect_right(known, quotation.passage)
                placed.append((opposite[known[before - 1]] + 0.5 if before else -0.5, row))
    return [row for _, row in sorted(placed, key=lambda item: item[0])]


def _listed_across(comparison: Comparison, threshold: float) -> list[ListedQuotation]:
    """The quotations of reports in two languages, each beside one of the linked passage if both have one.

    Their wording is not compared.
    """
    sides = [[q for q in _quotations(comparison, side) if len(q.words) >= MIN_WORDS] for side in Side]
    by_passage: tuple[dict[int, list[Quotation]], ...] = ({}, {})
    for quotations, places in zip(sides, by_passage, strict=True):
        for quotation in quotations:
            places.setdefault(quotation.passage, []).append(quotation)
    partner: dict[Span, Quotation] = {}
    taken: set[Span] = set()
    for link in sorted(comparison.links_from(threshold), key=lambda link: (-link.score, link.pair)):
        lefts, rights = by_passage[0].get(link.left, []), by_passage[1].get(link.right, [])
        if len(lefts) == len(rights) == 1 and lefts[0].span not in partner and rights[0].span not in taken:
            partner[lefts[0].span] = rights[0]
            taken.add(rights[0].span)
    rows = []
    for quotation in sides[0]:
        row = _one_sided(comparison, Side.LEFT, quotation)
        if other := partner.get(quotation.span):
            its = _one_sided(comparison, Side.RIGHT, other)
            speaker = " · ".join(dict.fromkeys(filter(None, (row.speaker, its.speaker))))
            row = ListedQuotation(speaker, row.left, its.right, (quotation.passage, other.passage))
        rows.append(row)
    return rows + [_one_sided(comparison, Side.RIGHT, q) for q in sides[1] if q.span not in taken]


def _quotations(comparison: Comparison, side: Side) -> list[Quotation]:
    article = comparison.article(side)
    return find_quotations(article, article.language or "en")


def _line(comparison: Comparison, side: Side, span: Span) -> str:
    return " ".join(span.cut(comparison.article(side).text).split())


def _both(comparison: Comparison, pair: QuotationPair) -> ListedQuotation:
    notes = []
    for side in Side:
        cuts = [f"“{_line(comparison, side, span)}”" for span in pair.only(side)]
        if cuts:
            notes.append(f"{side.other.value} leaves out {', '.join(cuts)}")
    for spans in pair.changed:
        words = [_line(comparison, side, span) for side, span in zip(Side, spans, strict=True)]
        notes.append(f"“{words[0]}” on the left is “{words[1]}” on the right")
    if pair.match is QuotationMatch.PARAPHRASED:
        notes.append("one side retells it without quotation marks")
    left, right = (_line(comparison, side, pair.at(side)) for side in Side)
    return ListedQuotation(pair.speaker, left, right, pair.pair, tuple(notes))


def _one_sided(comparison: Comparison, side: Side, quotation: Quotation) -> ListedQuotation:
    text = _line(comparison, side, quotation.span)
    speaker = speaker_of(comparison.article(side), quotation.span, quotation.passage)
    if side is Side.LEFT:
        return ListedQuotation(speaker, text, "", (quotation.passage, -1))
    return ListedQuotation(speaker, "", text, (-1, quotation.passage))
