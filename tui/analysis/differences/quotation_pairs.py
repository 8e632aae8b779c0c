"""The sayings that both articles give: as quotations, cut, changed or paraphrased."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set

from msgspec.structs import replace

from tui.analysis.differences.quotation_matching import MIN_RUN_CONTENT, matched, shared_blocks
from tui.analysis.differences.quotations import Quotation, find_quotations
from tui.analysis.differences.sentence import sentence_of
from tui.analysis.differences.speakers import speaker_of
from tui.model import Comparison, PassagePair
from tui.model.quotation import QuotationMatch, QuotationPair

MIN_PARAPHRASED = 0.6
"""Share of a quotation's content words that its paraphrase must have."""
MIN_PARAPHRASED_WORDS = 3
"""Content words from which a quotation can be found in a paraphrase."""
MAX_HOLDERS = 40
"""Quotations of a side that may have a word by which quotations are looked up."""


def quotation_pairs(comparison: Comparison, threshold: float) -> tuple[QuotationPair, ...]:
    """The sayings that both articles give, in the order of the left one.

    Two quotations are one saying if they share a long enough run of words, in whatever passages they stand,
    and also if one of them is paired already. Other quotations in linked passages may be paraphrased there.
    Links of at least `threshold`, 0 to 100, count.
    """
    languages = [article.language or "en" for article in comparison.articles]
    lefts = find_quotations(comparison.left, languages[0])
    rights = find_quotations(comparison.right, languages[1])
    linked = {link.pair for link in comparison.links_from(threshold)}
    pairs = quoted_twice(lefts, rights, linked)
    if languages[0] == languages[1] == "en":
        quoted = [{pair.left for pair in pairs}, {pair.right for pair in pairs}]
        pairs += _paraphrases(comparison, linked, (lefts, rights), quoted)
        pairs = [replace(pair, speaker=_speaker(comparison, pair)) for pair in pairs]
    return tuple(sorted(pairs, key=lambda pair: (pair.left.start, pair.right.start)))


def quoted_twice(
    lefts: Sequence[Quotation], rights: Sequence[Quotation], linked: Set[PassagePair] = frozenset()
) -> list[QuotationPair]:
    """The pairs of quotations with a shared run. Each may be in several."""
    pairs = []
    beside = {
        (i, j)
        for i, left in enumerate(lefts)
        for j, right in enumerate(rights)
        if (left.passage, right.passage) in linked
    }
    for i, j in sorted({*_candidates(lefts, rights), *beside}):
        if blocks := shared_blocks(lefts[i], rights[j], (i, j) in beside):
            pairs.append(matched(lefts[i], rights[j], blocks))
    return pairs


def _candidates(lefts: Sequence[Quotation], rights: Sequence[Quotation]) -> Iterable[tuple[int, int]]:
    """The pairs of quotations that share enough content words that are not in too many quotations.

    Uses an index of the words: of two books full of quotations few pairs share any.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for j, right in enumerate(rights):
        for stem in right.content_stems:
            holders[stem].append(j)
    shared: Counter[tuple[int, int]] = Counter()
    for i, left in enumerate(lefts):
        for stem in left.content_stems:
            if len(holders.get(stem, ())) <= MAX_HOLDERS:
                shared.update((i, j) for j in holders.get(stem, ()))
    return (pair for pair, count in shared.items() if count >= MIN_RUN_CONTENT)


def _speaker(comparison: Comparison, pair: QuotationPair) -> str:
    """The speaker, as the left article writes it, else as the right one does; a name rather than a `he`."""
    spans = pair.left, pair.right
    found = [
        speaker_of(article, span, index)
        for article, span, index in zip(comparison.articles, spans, pair.pair, strict=True)
    ]
    named = [speaker for speaker in found if speaker[:1].isupper() and speaker.lower() not in ("he", "she")]
    return next(iter([*named, *filter(None, found)]), "")


def _paraphrases(
    comparison: Comparison,
    linked: Set[PassagePair],
    quotations: tuple[Sequence[Quotation], Sequence[Quotation]],
    paired: Sequence[Set[object]],
) -> list[QuotationPair]:
    """Pair quotations with a linked passage that has most of their content words and no quotation."""
    pairs: list[QuotationPair] = []
    for side, article in enumerate((comparison.right, comparison.left)):
        quoting = {quotation.passage for quotation in quotations[1 - side]}
        partners: dict[int, list[PassagePair]] = defaultdict(list)
        for link in sorted(linked):
            partners[link[side]].append(link)
        for quotation in quotations[side]:
            content = quotation.content_stems
            if quotation.span in paired[side] or len(content) < MIN_PARAPHRASED_WORDS:
                continue
            for link in partners[quotation.passage]:
                other = link[1 - side]
                if other in quoting:
                    continue
                passage = article.passages[other]
                share = len(content & sentence_of(article, other, "en").content_stems) / len(content)
                if share >= MIN_PARAPHRASED:
                    spans = quotation.span, passage.span
                    left, right = (spans[1], spans[0]) if side else spans
                    match = QuotationMatch.PARAPHRASED
                    pairs.append(QuotationPair(left, right, *link, "", match, similarity=round(share, 3)))
    return pairs
