"""Which pairs of passages are worth a closer look: an inverted index over their rarer words."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct

from tui.analysis.overlap import Overlap
from tui.analysis.progress import Tell, each, part, silent

Pair = tuple[int, int]


class Cuts(Struct, frozen=True):
    """From where on, and for how many pairs, there is a closer look. Figures per passage of both sides."""

    compared: float
    """Overlap of the words that carry news, with LEADS for the first passages, from which a pair is
    compared: its letters and its other words for the same thing."""
    most_compared: int
    """Pairs on the whole at most, for each passage: in texts of one subject all sentences share something,
    and the least that is compared rises."""
    scored: float
    """Log-odds at a glance (`weights.GLANCE`) from which all features are worked out."""
    most_scored: int
    """The same of the features, besides pairs that are looked at in any case."""


FINE = Cuts(0.03, 20, -2.4, 12)
"""Of 17,694 links shown in thirty texts of 400 sentences a side, joined from 32 pairs of news reports, none
is lost, of 2,779 in thirty of 75 one. In the longer ones 16 pairs are compared and 7 scored a passage."""
COARSE = Cuts(0.04, 10, -2.0, 6)
"""Of 6,375 such links 16 are lost; 9 and 4 pairs."""
LONG = 1000
"""Passages of both sides together from which the cuts are coarse."""
LEADS = 0.23
"""What two leads gain for being such; the n-th pair of passages after them a share, 1 / (1 + n).
Fitted to the same texts."""
SMALL = 400
"""Passages of both sides together up to which every passage is compared with its BEST and with no other,
so that a telling word that half the text has is no bar."""
BEST = 16
"""Candidates kept for each passage of either side of SMALL texts. They lack 29 of 515 pairs with the same
statement, 28 of which share no word that carries news; with 10 they lack 40 (32 pairs of news reports)."""
DOUBTFUL, MEANT = 0.02, 0.08
"""Overlap from which pairs of longer texts are compared if so much is said in other words."""
FEW = 4
"""Passages of a longer text that each is compared with whatever they share: they are the rivals of each
other, without which more passages are linked wrongly (texts joined from the same reports)."""
MOST_PAIRS_PER_TERM = 2500
"""A term that alone would pair more passages than this says little and costs much: it is skipped.
In reports of up to 50 passages no term is."""

SAID = 3
"""Words in a row that two passages quote from which they are compared whatever else they share."""
MOST_PAIRS_PER_SAYING = 16
"""Pairs from which such words are a saying that says little: "one of the"."""

NONE = -math.inf
"""A value that no pair reaches."""

Line = list[tuple[float, int]]
"""The passages of the other side that one passage shares something with, and how much, less than 0:
sorting puts the best first, and of equals the first."""


def cuts_for(size: int) -> Cuts:
    """The cuts for so many passages of both sides together."""
    return FINE if size <= LONG else COARSE


def candidates(
    words: Overlap,
    above: tuple[Sequence[int], Sequence[int]],
    in_other_words: Callable[[int, Iterable[int]], Iterable[int]],
    tell: Tell = silent,
) -> list[dict[int, float]]:
    """For each left passage the right ones it is to be compared with, and the overlap of their words.

    Those that share most of what is rare; and those that share some, and say much `in_other_words`, which
    tells them out of the right passages that it is given with a left one. `above` says for each passage of
    either side how many stand above it in the body.
    """
    sizes = len(words.left), len(words.right)
    small = sum(sizes) <= SMALL
    index = _Index(words, above, leads=0.0 if small else LEADS)
    cuts = cuts_for(sum(sizes))
    few, cut, doubtful = (BEST, NONE, NONE) if small else (FEW, -cuts.compared, -DOUBTFUL)
    rows: list[tuple[array[float], array[int]]] = []
    close: list[dict[int, float]] = []
    columns: list[Line] = [[] for _ in words.right]
    for i in each(range(sizes[0]), sizes[0], part(tell, 0.0, 0.8)):
        whole = index.line(0, i)
        row = sorted([one for one in whole if one[0] <= cut])
        # Arrays: of texts of 10,000 sentences there are half a million such pairs before the least rises.
        rows.append((array("d", [value for value, _ in row]), array("l", [j for _, j in row])))
        near = {j: value for value, j in (row if len(row) >= few else sorted(whole))[:few]}
        in_doubt = {j: value for value, j in whole if cut < value <= doubtful}
        for j in in_other_words(i, in_doubt):
            near[j] = in_doubt[j]
        close.append(near)
        for value, j in row:
            column = columns[j]
            if len(column) < few:
                column.append((value, i))
                column.sort()
            elif value < column[-1][0]:
                column[-1] = value, i
                column.sort()
    for j, column in each(enumerate(columns), sizes[1], part(tell, 0.8, 1.0)):
        for value, i in column if len(column) == few else sorted(index.line(1, j))[:few]:
            close[i][j] = value
    least = highest([value for values, _ in rows for value in values], cuts.most_compared * sum(sizes))
    for one, (values, places) in zip(close, rows, strict=True):
        one.update(zip(places[: bisect_right(values, least)], values, strict=False))
    return [index.overlaps(i, one) for i, one in enumerate(close)]


def highest(values: list[float], most: int) -> float:
    """The value that so many at most are below, or that many are equal to; more than all if they are few.

    The best are the lowest.
    """
    return sorted(values)[most - 1] if len(values) > most > 0 else math.inf


class _Index:
    """Which passages of the other side share something with a passage, and how much."""

    def __init__(
        self, words: Overlap, above: tuple[Sequence[int], Sequence[int]], leads: float = LEADS
    ) -> None:
        self._leads = leads
        self._passages = words.left, words.right
        self._lengths = words.left_length, words.right_length
        self._above = above
        weight = words.weight
        lefts, rights = _postings(words.left), _postings(words.right)
        askable = [
            term
            for term in lefts.keys() & rights.keys()
            if len(lefts[term]) * len(rights[term]) <= MOST_PAIRS_PER_TERM
        ]
        self._others = (
            {term: (weight[term], rights[term]) for term in askable},
            {term: (weight[term], lefts[term]) for term in askable},
        )

    def overlaps(self, i: int, values: Mapping[int, float]) -> dict[int, float]:
        """The overlaps of the words that such values of a left passage are made of."""
        high, above, leads = 1 + self._above[0][i], self._above[1], self._leads
        return {j: -value - leads / (high + above[j]) for j, value in values.items()}

    def line(self, side: int, place: int) -> Line:
        """Those passages, in any order."""
        found: dict[int, int] = defaultdict(int)
        others = self._others[side]
        for term in self._passages[side][place] & others.keys():
            weight, holders = others[term]
            for other in holders:
                found[other] += weight
        length, high = self._lengths[side][place], 1 + self._above[side][place]
        lengths, above, leads = self._lengths[1 - side], self._above[1 - side], self._leads
        return [
            (-mass / (length * lengths[other]) - leads / (high + above[other]), other)
            for other, mass in found.items()
        ]


def _postings(passages: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, terms in enumerate(passages):
        for term in terms:
            holders[term].append(index)
    return holders


def quoted_alike(left: Sequence[str], right: Sequence[str]) -> Iterator[Pair]:
    """Passages that quote the same SAID words in a row, be they ever so common; given their quoted words,
    a letter each (`runs.Alphabet`)."""
    lefts, rights = (_postings([_runs(letters) for letters in side]) for side in (left, right))
    for run in lefts.keys() & rights.keys():
        if len(lefts[run]) * len(rights[run]) <= MOST_PAIRS_PER_SAYING:
            yield from product(lefts[run], rights[run])


def _runs(letters: str) -> frozenset[str]:
    return frozenset([letters[k : k + SAID] for k in range(len(letters) - SAID + 1)])


def twins(left: Iterable[Hashable], right: Iterable[Hashable]) -> Iterator[Pair]:
    """Passages with equal keys, paired by their order: the first with the first and so on.

    They repeat so often, maybe, that no term of theirs is rare.
    """
    places: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, keys in enumerate((left, right)):
        for index, key in enumerate(keys):
            if key:
                places[key][side].append(index)
    for lefts, rights in places.values():
        yield from zip(lefts, rights, strict=False)
