"""Comparison of two quotations: the words they share, and those that each side cuts or changes."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import groupby, pairwise

from msgspec import Struct

from tui.analysis.differences.quotations import Quotation
from tui.model import Span
from tui.model.quotation import QuotationMatch, QuotationPair

MIN_RUN, MIN_RUN_CONTENT, MIN_SHARED = 4, 2, 5
"""Words of the longest shared run, content words in it, and words shared in all, of one saying."""
MAX_EXCHANGED = 4
"""Words of a run in whose place the other side may have others; a longer run is cut, not exchanged."""
LONG_RUN = 7
"""Words of a run that is hardly chance."""
MIN_COVERED = 0.5
"""Share of one side's sentences that both must have where no run is so long; of a run of MIN_RUN words,
its own
share. Most pairs with less were chance (52 pairs of reports read)."""
MIN_MOST = 0.6
"""Share of the words of the shorter quotation that makes two one saying without a long run."""
MIN_OF_LONGER = 0.25
"""Share of the longer side's sentences that they have, likewise."""
_SHORT = 8
"""Words up to which a quotation may be one saying with less: a run of all but one of its words."""
_MIN_OF_SHORT = 3
_TRIVIAL = frozenset(
    "a an the and or that this these those to of in is are was were it its so very but as just for at on by "
    "be been which who also well really".split()
)
"""Words whose change changes nothing."""
_NEAR = 3
"""Words between two shared ones, up to which a single shared word belongs to a run."""


_MAX_BEFORE = 1
"""Words with which a shortened sentence may begin: `I`, where the other has `I read it and`."""


class Block(Struct, frozen=True):
    """Words that two quotations share: `size` words from `left` and from `right` on."""

    left: int
    right: int
    size: int


def shared_blocks(left: Quotation, right: Quotation, linked: bool = False) -> list[Block]:
    """The runs of words that both have, in order; empty if they are not one saying.

    In `linked` passages less will do.
    """
    matcher = SequenceMatcher(None, left.stems, right.stems, autojunk=False)
    blocks = [Block(*b) for b in matcher.get_matching_blocks() if b.size]
    if not blocks:
        return []
    longest = max(blocks, key=lambda b: (b.size >= MIN_RUN and _content(left, b) >= MIN_RUN_CONTENT, b.size))
    near = _beside(blocks, longest)
    shared = sum(block.size for block in near)
    shorter = min(len(left.words), len(right.words))
    content = _content(left, longest)
    if longest.size >= MIN_RUN and content >= MIN_RUN_CONTENT and shared >= MIN_SHARED:
        whole = min(_touched(left, [b.left for b in near]), _touched(right, [b.right for b in near]))
        covered = longest.size if longest.size <= MIN_RUN else shared
        return near if longest.size >= LONG_RUN or covered >= MIN_COVERED * whole else []
    in_near = sum(_content(left, block) for block in near)
    most = shared >= max(_MIN_OF_SHORT, MIN_MOST * shorter - sum(left.bracketed) - sum(right.bracketed))
    if most and (in_near >= _MIN_OF_SHORT or (linked and in_near)):
        starts = [b.left for b in near], [b.right for b in near]
        longer = max(_touched(left, starts[0]), _touched(right, starts[1]))
        return near if shared >= MIN_OF_LONGER * longer else []
    if linked and content >= _MIN_OF_SHORT and longest.size == shorter:
        return near  # a fragment in quotation marks of a sentence that the other side quotes
    short = _MIN_OF_SHORT <= shorter <= _SHORT and longest.size >= max(_MIN_OF_SHORT, shorter - 1)
    return near if short and content >= MIN_RUN_CONTENT else _formula(left, right, blocks)


def _formula(left: Quotation, right: Quotation, blocks: Sequence[Block]) -> list[Block]:
    """Two versions of one formula: the same words, one content word for another, and a word of both."""
    for block, after in pairwise(blocks):
        i, j = block.left + block.size, block.right + block.size
        exchanged = (after.left - i, after.right - j) == (1, 1) and left.content[i] and right.content[j]
        if exchanged and block.size >= _MIN_OF_SHORT and _content(left, block) >= MIN_RUN_CONTENT:
            return [block, after]
    return []


def _touched(quotation: Quotation, starts: Sequence[int]) -> int:
    """The number of words in the sentences in which shared runs begin."""
    numbers = {quotation.sentences[k] for k in starts}
    return sum(number in numbers for number in quotation.sentences)


def _content(quotation: Quotation, block: Block) -> int:
    return sum(quotation.content[block.left : block.left + block.size])


def _beside(blocks: Sequence[Block], longest: Block) -> list[Block]:
    """The longest block, and those before and after it that are runs, or close to one."""
    at = blocks.index(longest)
    kept = [longest]
    for block in reversed(blocks[:at]):
        gap = kept[0].left - block.left - block.size, kept[0].right - block.right - block.size
        if block.size >= MIN_RUN - 1 or max(gap) <= _NEAR:
            kept.insert(0, block)
    for block in blocks[at + 1 :]:
        gap = block.left - kept[-1].left - kept[-1].size, block.right - kept[-1].right - kept[-1].size
        if block.size >= MIN_RUN - 1 or max(gap) <= _NEAR:
            kept.append(block)
    return kept


def matched(left: Quotation, right: Quotation, blocks: Sequence[Block]) -> QuotationPair:
    """Pair two quotations of one saying, with the words that each side cuts or changes."""
    changed = _changes(left, right, blocks)
    only_left = _cuts(left, right, [(b.left, b.right, b.size) for b in blocks])
    only_right = _cuts(right, left, [(b.right, b.left, b.size) for b in blocks])
    match = (
        QuotationMatch.CHANGED
        if changed
        else QuotationMatch.CUT
        if only_left or only_right
        else QuotationMatch.EXACT
    )
    shared = sum(block.size for block in blocks)
    return QuotationPair(
        left.span,
        right.span,
        left.passage,
        right.passage,
        "",
        match,
        tuple(span for span, _, _ in only_left),
        tuple(span for span, _, _ in only_right),
        tuple((mine, its) for _, mine, its in only_left),
        tuple((its, mine) for _, mine, its in only_right),
        changed,
        round(2 * shared / (len(left.words) + len(right.words)), 3),
    )


def _cuts(
    mine: Quotation, its: Quotation, blocks: Sequence[tuple[int, int, int]]
) -> list[tuple[Span, int, int]]:
    """The words of one quotation, within the sentences that both have, that the other leaves out.

    With each, the offsets of a shared word beside it, in the text of the one and in that of the other. Words
    on both sides of a `he said` are two cuts.
    """
    cuts: list[tuple[Span, int, int]] = []

    def cut(first: int, end: int, shared: int, other: int) -> None:
        for _, places in groupby(range(first, end), mine.parts.__getitem__):
            of_part = [*places]
            span = _span(mine, of_part[0], of_part[-1] + 1)
            cuts.append((span, mine.spans[shared].start, its.spans[other].start))

    first, other_first, _ = blocks[0]
    if first and mine.sentences[first - 1] == mine.sentences[first]:
        begins = _words_before(its, other_first) <= _MAX_BEFORE
        start = next(k for k in range(first + 1) if mine.sentences[k] == mine.sentences[first])
        if begins:
            cut(start, first, first, other_first)
    for (a, c, size), (b, d, _) in pairwise(blocks):
        if d == c + size and b > a + size:
            cut(a + size, b, a + size - 1, c + size - 1)
    last, other_last, size = blocks[-1]
    end, other_end = last + size, other_last + size
    if end < len(mine.words) and mine.sentences[end - 1] == mine.sentences[end]:
        stops = other_end == len(its.words) or its.sentences[other_end - 1] != its.sentences[other_end]
        past = next(
            (k for k in range(end, len(mine.words)) if mine.sentences[k] != mine.sentences[end]),
            len(mine.words),
        )
        if stops:
            cut(end, past, end - 1, other_end - 1)
    return cuts


def _words_before(quotation: Quotation, place: int) -> int:
    """The number of words before a place in its sentence."""
    return sum(number == quotation.sentences[place] for number in quotation.sentences[:place])


def _span(quotation: Quotation, first: int, end: int) -> Span:
    return Span(quotation.spans[first].start, quotation.spans[end - 1].end)


def _changes(left: Quotation, right: Quotation, blocks: Sequence[Block]) -> tuple[tuple[Span, Span], ...]:
    """The words between two shared runs, or after the last, for which the other side has others."""
    gaps = [
        (block.left + block.size, after.left, block.right + block.size, after.right)
        for block, after in pairwise(blocks)
    ]
    last = blocks[-1]
    i, j = last.left + last.size, last.right + last.size
    gaps.append((i, _sentence_end(left, i), j, _sentence_end(right, j)))
    changes: list[tuple[Span, Span]] = []
    for a, b, c, d in gaps:
        if a == b or c == d or max(b - a, d - c) > MAX_EXCHANGED:
            continue
        if any(left.bracketed[a:b]) or any(right.bracketed[c:d]):
            continue  # `[the president]` stands for a word of the speaker's
        if left.parts[a] != left.parts[b - 1] or right.parts[c] != right.parts[d - 1]:
            continue  # a `he said` stands between the words
        if set(left.words[a:b]) - _TRIVIAL and set(right.words[c:d]) - _TRIVIAL:
            changes.append((_span(left, a, b), _span(right, c, d)))
    return tuple(changes)


def _sentence_end(quotation: Quotation, place: int) -> int:
    """The place after the last word of the sentence of the word before a place."""
    number = quotation.sentences[place - 1]
    return place + sum(other == number for other in quotation.sentences[place:])
