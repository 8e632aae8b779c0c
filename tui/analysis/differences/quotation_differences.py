"""Differences between the quotations of two reports: words that one side leaves out, or gives otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.analysis.differences.aligned import WordAlignment
from tui.analysis.differences.other_quotations import other_quotations
from tui.analysis.differences.quotation_cuts import (
    QuotedWords,
    content_stems,
    cut_entry,
    one_line,
    quoted_fact,
)
from tui.analysis.differences.quotation_pairs import quotation_pairs
from tui.analysis.differences.quotation_places import passage_at, within
from tui.analysis.differences.quotations import find_quotations
from tui.analysis.differences.speakers import speaker_of
from tui.analysis.tokens import normal_form, token_offsets
from tui.model import Comparison, PassagePair, Side, Span
from tui.model.difference import Difference, FactKind, State
from tui.model.quotation import QuotationMatch, QuotationPair

_STRONG = frozenset(
    "no not never none nothing some any all every most many few must may might can could will would should "
    "only always perhaps probably maybe almost".split()
)
"""Words that turn the meaning of a quotation: negations, quantifiers, hedges."""
_QUANTIFIER = re.compile(r"^(any|some|every|no)(?:thing|one|body)$")
"""`anything` is no other quantifier than `any`."""


def quotation_differences(
    comparison: Comparison, threshold: float, alignment: WordAlignment | None = None
) -> list[Difference]:
    """The cut and the changed words of quotations that both articles have, and other words for one statement.

    Each quotation is listed once as cut and once as changed. Links of at least `threshold`, 0 to 100, count;
    what is no version of the same words is found only with `alignment`.
    """
    pairs = [p for p in quotation_pairs(comparison, threshold) if p.match is not QuotationMatch.PARAPHRASED]
    language = comparison.left.language or "en"
    sides = [
        QuotedWords(
            article,
            language,
            content_stems(" ".join({pair.at(side).cut(article.text) for pair in pairs}), language),
        )
        for side, article in zip(Side, comparison.articles, strict=True)
    ]
    links = {link.pair: link for link in comparison.links_from(threshold)}
    entries: list[Difference] = []
    told: set[tuple[bool, Side, Span]] = set()
    for pair in sorted(pairs, key=lambda pair: -pair.similarity):
        for entry in (cut_entry(pair, sides, comparison, links), _changed(pair, comparison)):
            ends = {(bool(entry and entry.note[:2] == "in"), side, pair.at(side)) for side in Side}
            if entry and not ends & told:
                told |= ends
                entries.append(entry)
    if alignment and not comparison.notice:  # of two events, quotations are of two statements
        entries += _otherwise(comparison, threshold, pairs, alignment)
    return entries


def _otherwise(
    comparison: Comparison, threshold: float, pairs: Sequence[QuotationPair], alignment: WordAlignment
) -> list[Difference]:
    """The quotations of one statement that have other words on each side."""
    lefts, rights = (find_quotations(article, article.language or "en") for article in comparison.articles)
    paired = {pair.left for pair in pairs}, {pair.right for pair in pairs}
    links = comparison.links_from(threshold)
    return [
        Difference(
            FactKind.QUOTATION,
            State.DIFFERS,
            quoted_fact(comparison.left, other.left),
            quoted_fact(comparison.right, other.right),
            *other.link.pair,
            0.6,
            note="other words in quotation marks",
            unsure=True,
        )
        for other in other_quotations(comparison, links, (lefts, rights), paired, alignment)
        if not _of_two_speakers(comparison, (other.left, other.right), other.link.pair)
    ]


def _of_two_speakers(comparison: Comparison, spans: tuple[Span, Span], passages: PassagePair) -> bool:
    """Whether the two articles name different speakers beside the quotations."""
    left, right = (
        {word for word in speaker_of(article, span, index).split() if word[:1].isupper()}
        - {"He", "She", "They"}
        for article, span, index in zip(comparison.articles, spans, passages, strict=True)
    )
    return bool(left and right and not left & right)


def overlaps(difference: Difference, quotation: Difference) -> bool:
    """Whether a disagreement overlaps the words of a quotation, on both sides."""
    return difference.state is State.DIFFERS and all(
        fact and words and fact.span.start < words.span.end and words.span.start < fact.span.end
        for fact, words in zip(difference.facts, quotation.facts, strict=True)
    )


def _changed(pair: QuotationPair, comparison: Comparison) -> Difference | None:
    """The entry of a saying that the two sides give in other words, those that turn its meaning first.

    Such entries are less sure: of seven in fresh reports, all with a negation, quantifier or hedge, one was
    useful. None if they name two speakers: one run of words that both used is no saying of one of them.
    """
    if pair.changed and _of_two_speakers(comparison, (pair.left, pair.right), pair.pair):
        return None
    changes = sorted(pair.changed, key=lambda spans: not _turns(*_texts(spans, comparison)))
    for left, right in changes[:1]:
        texts = _texts((left, right), comparison)
        turns = _turns(*texts)
        if not turns and _spelled_alike(*texts):
            continue
        quoted = [_shortened(one_line(pair.at(side).cut(comparison.article(side).text))) for side in Side]
        note = f"in {quoted[0]} and {quoted[1]}"
        content = [content_stems(text, comparison.left.language or "en") for text in texts]
        kind = FactKind.QUOTATION if turns or all(content) else FactKind.WORDING
        i, j = passage_at(comparison.left, left.start), passage_at(comparison.right, right.start)
        mine = quoted_fact(comparison.left, within(comparison.left, left, i), kind)
        its = quoted_fact(comparison.right, within(comparison.right, right, j), kind)
        weight = 0.7 if turns else 0.4
        return Difference(kind, State.DIFFERS, mine, its, i, j, weight, note=note, unsure=True)
    return None


def _texts(spans: tuple[Span, Span], comparison: Comparison) -> tuple[str, str]:
    return spans[0].cut(comparison.left.text), spans[1].cut(comparison.right.text)


def _turns(left: str, right: str) -> bool:
    """Whether a changed word turns the meaning: only one side has it."""
    plain = [{normal_form(text[a:b]) for a, b in token_offsets(text)} for text in (left, right)]
    mine, its = ({_QUANTIFIER.sub(r"\1", word) for word in words} & _STRONG for words in plain)
    return plain[0] & _STRONG != plain[1] & _STRONG and mine != its


def _spelled_alike(left: str, right: str) -> bool:
    letters = ["".join(filter(str.isalnum, text.casefold())) for text in (left, right)]
    return any(one.startswith(other) for one, other in (letters, letters[::-1]))


def _shortened(text: str) -> str:
    """The text without its middle if it is long."""
    words = text.split()
    return text if len(words) <= 16 else " ".join((*words[:9], "…", *words[-6:]))
