"""Comparison of two quotations: how similar they are, and which words each side cuts or changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tui.analysis.differences.quotations import Quotation
from tui.model import Span
from tui.model.difference import QuotationMatch, QuotationPair

MIN_SHARED = 0.6
"""Share of the words of the shorter quotation that the other must have, in order."""
MIN_VERBATIM = 0.7
"""MIN_SHARED for quotations of stop words only, in linked passages."""
MIN_UNLINKED = 3
"""Content words that quotations of unlinked passages must share."""
MIN_FORMULA = 2
"""Content words in a run from which two longer quotations share a formula."""
MAX_EXCHANGED = 4
"""Words of a run in whose place the other side may have others; a longer run is cut, not exchanged."""
_TRIVIAL = frozenset("a an the and or that this these those to of in is are was were it its so very".split())
"""Words whose change changes nothing."""

_Run = tuple[int, int, int, int]
"""Words `[a:b]` of the left quotation against words `[c:d]` of the right one."""


def similarity(left: Quotation, right: Quotation, linked: bool) -> float:
    """0 to 1: share of the words of both that are the same, in order; 0 if they are different sayings.

    `linked` tells whether their passages are.
    """
    from rapidfuzz.distance import LCSseq

    if not set(left.stems) & set(right.stems):
        return 0.0
    shorter = min(len(left.words), len(right.words))
    # An insertion in brackets stands for words that may be the same.
    insertions = sum(left.bracketed) / 2 + sum(right.bracketed) / 2
    common = LCSseq.similarity(left.stems, right.stems) + insertions
    shared = left.content_stems & right.content_stems
    verbatim = linked and common >= 3 and common / shorter >= MIN_VERBATIM
    if common / shorter < MIN_SHARED or (len(shared) < (1 if linked else MIN_UNLINKED) and not verbatim):
        return 0.0
    if shorter < 3 and common < shorter:
        return 0.0
    return min(1.0, common / shorter) * (0.5 + 0.5 * common / max(len(left.words), len(right.words)))


def matched(left: Quotation, right: Quotation, score: float) -> QuotationPair:
    """Pair two quotations of one saying, with the words that each side cuts or changes."""
    only_left, only_right, changed = _differing_words(left, right)
    match = (
        QuotationMatch.CHANGED
        if changed
        else QuotationMatch.CUT
        if only_left or only_right
        else QuotationMatch.EXACT
    )
    return QuotationPair(
        left.span,
        right.span,
        left.passage,
        right.passage,
        "",
        match,
        only_left,
        only_right,
        changed,
        round(score, 3),
    )


_DifferingWords = tuple[tuple[Span, ...], tuple[Span, ...], tuple[tuple[Span, Span], ...]]


def _differing_words(left: Quotation, right: Quotation) -> _DifferingWords:
    """The words that only the left has, those that only the right has, and those exchanged for others."""
    from rapidfuzz.distance import LCSseq

    only_left: list[Span] = []
    only_right: list[Span] = []
    changed: list[tuple[Span, Span]] = []
    operations = [op for op in LCSseq.opcodes(left.stems, right.stems) if op.tag != "equal"]
    runs = [(op.src_start, op.src_end, op.dest_start, op.dest_end) for op in operations]
    for a, b, c, d in _merged(runs, left):
        lefts = [k for k in range(a, b) if not left.bracketed[k]]
        rights = [k for k in range(c, d) if not right.bracketed[k]]
        if len(lefts) < b - a or len(rights) < d - c:
            continue  # `[the president]` stands for a word of the speaker's
        if lefts:
            only_left.append(Span(left.spans[a].start, left.spans[b - 1].end))
        if rights:
            only_right.append(Span(right.spans[c].start, right.spans[d - 1].end))
        short = max(b - a, d - c) <= MAX_EXCHANGED
        telling = [
            {quotation.words[k] for k in places} - _TRIVIAL
            for quotation, places in ((left, lefts), (right, rights))
        ]
        if short and all(telling):
            changed.append((only_left[-1], only_right[-1]))
    return tuple(only_left), tuple(only_right), tuple(changed)


def _merged(runs: Iterable[_Run], left: Quotation) -> list[_Run]:
    """Join differing runs that have no content word between them.

    Two single words exchanged (`concerns of all`, `interests of other`) stay two.
    """
    touching: list[_Run] = []
    for a, b, c, d in runs:
        if touching and (a, c) == (touching[-1][1], touching[-1][3]):
            touching[-1] = (touching[-1][0], b, touching[-1][2], d)
        else:
            touching.append((a, b, c, d))
    merged: list[_Run] = []
    for a, b, c, d in touching:
        before = merged[-1] if merged else (0, 0, 0, 0)
        single = (b - a, d - c, before[1] - before[0], before[3] - before[2]) == (1, 1, 1, 1)
        if merged and not single and a - before[1] < 3 and not any(left.content[before[1] : a]):
            merged[-1] = (before[0], b, before[2], d)
        else:
            merged.append((a, b, c, d))
    return merged


def formula_pairs(
    candidates: Iterable[tuple[Quotation, Quotation]], paired: set[tuple[Span, Span]]
) -> list[QuotationPair]:
    """Pair longer quotations with two versions of one formula: the same words, then a different one.

    `paired` has the spans of the quotations that are paired already.
    """
    pairs: list[QuotationPair] = []
    for left, right in candidates:
        if (left.span, right.span) in paired or left.content_words < 3 or right.content_words < 3:
            continue
        if places := _changed_word(left, right):
            longer = max(len(left.words), len(right.words))
            changed = left.spans[places[0]], right.spans[places[1]]
            ends = (left.span, right.span, left.passage, right.passage)
            words = ((changed[0],), (changed[1],), (changed,))
            score = round(MIN_FORMULA / longer, 3)
            pairs.append(QuotationPair(*ends, "", QuotationMatch.CHANGED, *words, score))
    return pairs


def _changed_word(left: Quotation, right: Quotation) -> tuple[int, int] | None:
    """The places of the words that differ after a run of both and before a word of both."""
    places: dict[str, list[int]] = defaultdict(list)
    for j, stem in enumerate(right.stems[:-1]):
        places[stem].append(j)
    for i, stem in enumerate(left.stems[:-1]):
        for j in places.get(stem, ()):
            n = 1
            while (
                i + n < len(left.words)
                and j + n < len(right.words)
                and left.stems[i + n] == right.stems[j + n]
            ):
                n += 1
            content_words = sum(left.content[i : i + n])
            i_after, j_after = i + n, j + n
            at_end = i_after + 1 >= len(left.words) or j_after + 1 >= len(right.words)
            if content_words < MIN_FORMULA or at_end:
                continue
            exchanged = left.content[i_after] and right.content[j_after]
            if exchanged and left.stems[i_after + 1] == right.stems[j_after + 1]:
                return i_after, j_after
    return None
