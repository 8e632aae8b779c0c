"""Passages of two reports that carry one text, as reports of one news agency do."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from tui.analysis.quotation_marks import quotation_offsets
from tui.model import Article, Link, PassagePair

RUN = 5
"""Words in a row that both must have to count as copied; names and set phrases are shorter. Like the next
two, plain judgement, looked at on 16 sets of three reports."""
LEAST_COPIED = 8
"""Copied words outside quotation marks from which two passages may be one text."""
COPIED_SHARE = 0.6
"""Share of the words outside quotation marks of the shorter passage that must be copied."""
_WORD = re.compile(r"\w+(?:['’]\w+)?")


def verbatim_pairs(left: Article, right: Article, links: Iterable[Link]) -> frozenset[PassagePair]:
    """The linked passages that carry one text.

    Words inside quotation marks do not count: two reporters who heard one speech quote it alike. A passage
    that is nothing but a quotation counts if the two passages before or after it do.
    """
    pairs = [link.pair for link in links]
    lefts = _words_of(left, {pair[0] for pair in pairs})
    rights = _words_of(right, {pair[1] for pair in pairs})
    copied = {(i, j) for i, j in pairs if _one_text(lefts[i], rights[j])}
    quoted = {(i, j) for i, j in pairs if (i, j) not in copied and _one_quotation(lefts[i], rights[j])}
    # From one neighbour to the next, forwards and then backwards: a long quotation has many passages.
    for step, order in ((-1, sorted(quoted)), (1, sorted(quoted, reverse=True))):
        for i, j in order:
            if (i + step, j + step) in copied:
                copied.add((i, j))
    return frozenset(copied)


_Words = tuple[Sequence[str], Sequence[str]]
"""The words outside quotation marks, an empty one for each quotation; and all words."""


def _words_of(article: Article, indices: Iterable[int]) -> dict[int, _Words]:
    """The words of some passages. A quotation may go on from one passage to the next."""
    quoted = quotation_offsets(article.text)
    starts = [start for start, _ in quoted]
    found: dict[int, _Words] = {}
    for index in indices:
        span = article.passages[index].span
        plain: list[str] = []
        every: list[str] = []
        for match in _WORD.finditer(article.text, span.start, span.end):
            word = match[0].casefold()
            every.append(word)
            before = bisect_right(starts, match.start()) - 1
            inside = before >= 0 and match.start() < quoted[before][1]
            if not inside:
                plain.append(word)
            elif plain[-1:] != [""]:
                plain.append("")
        found[index] = plain, every
    return found


def _one_text(left: _Words, right: _Words) -> bool:
    shorter, longer = sorted((left[0], right[0]), key=len)
    total = sum(map(bool, shorter))
    if total < LEAST_COPIED:
        return False
    copied = _copied(shorter, longer)
    return copied >= LEAST_COPIED and copied >= COPIED_SHARE * total


def _one_quotation(left: _Words, right: _Words) -> bool:
    """Whether both passages have the same words, nearly all of them quoted."""
    shorter, longer = sorted((left[1], right[1]), key=len)
    few = min(sum(map(bool, words[0])) for words in (left, right)) < LEAST_COPIED
    return few and bool(shorter) and _copied(shorter, longer) >= COPIED_SHARE * len(shorter)


def _copied(shorter: Sequence[str], longer: Sequence[str]) -> int:
    """Number of words of the shorter text that are in a run of RUN words which the longer one has too."""
    runs = {tuple(longer[k : k + RUN]) for k in range(len(longer) - RUN + 1)}
    covered: set[int] = set()
    for k in range(len(shorter) - RUN + 1):
        run = tuple(shorter[k : k + RUN])
        if "" not in run and run in runs:
            covered.update(range(k, k + RUN))
    return len(covered)
