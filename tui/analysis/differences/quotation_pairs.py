"""The sayings that both articles give: as quotations, cut, changed or paraphrased."""

from __future__ import annotations

from collections import Counter, defaultdict

from msgspec.structs import replace

from tui.analysis.differences.attribution import find_attributions
from tui.analysis.differences.quotation_matching import (
    MIN_FORMULA,
    MIN_UNLINKED,
    formula_pairs,
    matched,
    similarity,
)
from tui.analysis.differences.quotations import Quotation, find_quotations
from tui.analysis.differences.sentence import Sentence
from tui.model import Comparison, PassagePair
from tui.model.difference import QuotationMatch, QuotationPair

MIN_PARAPHRASED = 0.6
"""Share of a quotation's content words that its paraphrase must have."""
MIN_PARAPHRASED_WORDS = 3
"""Content words from which a quotation can be found in a paraphrase."""


def quotation_pairs(comparison: Comparison, threshold: float) -> tuple[QuotationPair, ...]:
    """The sayings that both articles give, in the order of the left one.

    Two quotations are one saying if the other has the words of the shorter, but for two words in five
    (in any passages: a saying needs no link); or, in linked passages, if they share a formula of two or
    more content words and go on in the same way after the next word. Each is paired once, with the most
    similar one. Other quotations in linked passages may be paraphrased there. Links of at least
    `threshold`, 0 to 100, count.
    """
    languages = [article.language or "en" for article in comparison.articles]
    lefts = find_quotations(comparison.left, languages[0])
    rights = find_quotations(comparison.right, languages[1])
    linked = {link.pair for link in comparison.links_from(threshold)}
    shared = _shared_content(lefts, rights)
    scored = []
    for i, j in sorted(
        {pair for pair, n in shared.items() if n >= MIN_UNLINKED} | _in(linked, lefts, rights)
    ):
        passages = lefts[i].passage, rights[j].passage
        if (score := similarity(lefts[i], rights[j], passages in linked)) > 0:
            scored.append((score, i, j))
    scored.sort(key=lambda item: (-item[0], item[1] + item[2], abs(item[1] - item[2]), item[1]))
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs: list[QuotationPair] = []
    for score, i, j in scored:
        if i not in used_left and j not in used_right:
            pairs.append(matched(lefts[i], rights[j], score))
            used_left.add(i)
            used_right.add(j)
    with_formula = [(lefts[i], rights[j]) for (i, j), n in sorted(shared.items()) if n >= MIN_FORMULA]
    pairs += formula_pairs(with_formula, {(pair.left, pair.right) for pair in pairs})
    if languages[0] == languages[1] == "en":
        pairs += _paraphrases(comparison, linked, lefts, rights, used_left, used_right)
        pairs = [replace(pair, speaker=_speaker(comparison, pair)) for pair in pairs]
    return tuple(sorted(pairs, key=lambda pair: (pair.left.start, pair.right.start)))


def _shared_content(lefts: list[Quotation], rights: list[Quotation]) -> Counter[tuple[int, int]]:
    """The number of content words of each left quotation that each right one has; repeated ones count again.

    Uses an index of the words: of two books full of quotations few pairs share any.
    """
    holders: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for j, right in enumerate(rights):
        for stem, n in Counter(right.stems).items():
            holders[stem].append((j, n))
    shared: Counter[tuple[int, int]] = Counter()
    for i, left in enumerate(lefts):
        content = Counter(
            stem for stem, is_content in zip(left.stems, left.content, strict=True) if is_content
        )
        for stem, n in content.items():
            for j, there in holders.get(stem, ()):
                shared[i, j] += min(n, there)
    return shared


def _in(linked: set[PassagePair], lefts: list[Quotation], rights: list[Quotation]) -> set[tuple[int, int]]:
    """The pairs of quotations in linked passages."""
    lefts_of, rights_of = _by_passage(lefts), _by_passage(rights)
    return {(i, j) for left, right in linked for i in lefts_of[left] for j in rights_of[right]}


def _by_passage(quotations: list[Quotation]) -> dict[int, list[int]]:
    places: dict[int, list[int]] = defaultdict(list)
    for k, quotation in enumerate(quotations):
        places[quotation.passage].append(k)
    return places


def _speaker(comparison: Comparison, pair: QuotationPair) -> str:
    """The speaker, as the left article writes it, else as the right one does; a name rather than a `he`."""
    pronoun = ""
    for article, index in zip(comparison.articles, pair.pair, strict=True):
        sentence = Sentence(article, article.passages[index], "en")
        for source in find_attributions(sentence):
            if source.first < source.end and (
                source.name or source.category or source.end - source.first < 5
            ):
                written = sentence.written(source.first, source.end)
                if not source.pronoun:
                    return written
                pronoun = pronoun or written
    return pronoun


def _paraphrases(
    comparison: Comparison,
    linked: set[PassagePair],
    lefts: list[Quotation],
    rights: list[Quotation],
    used_left: set[int],
    used_right: set[int],
) -> list[QuotationPair]:
    """Pair quotations with a linked passage that has most of their content words and no quotation."""
    pairs: list[QuotationPair] = []
    for is_left, quotations, used, others, article in (
        (True, lefts, used_left, rights, comparison.right),
        (False, rights, used_right, lefts, comparison.left),
    ):
        quoting = {quotation.passage for quotation in others}
        partners: dict[int, list[PassagePair]] = defaultdict(list)
        for i, j in sorted(linked):
            partners[i if is_left else j].append((i, j))
        for k, quotation in enumerate(quotations):
            content = quotation.content_stems
            if k in used or len(content) < MIN_PARAPHRASED_WORDS:
                continue
            for i, j in partners[quotation.passage]:
                other = j if is_left else i
                if other in quoting:
                    continue
                passage = article.passages[other]
                share = len(content & Sentence(article, passage, "en").content_stems) / len(content)
                if share >= MIN_PARAPHRASED:
                    spans = quotation.span, passage.span
                    left, right = spans if is_left else spans[::-1]
                    match = QuotationMatch.PARAPHRASED
                    pairs.append(QuotationPair(left, right, i, j, "", match, similarity=round(share, 3)))
    return pairs
