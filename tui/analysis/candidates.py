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
    """From where on, and for how many pairs, there is a closer look."""

    best: int
    """Passages of the other side that each is compared with in any case: they are the rivals of each other,
    without which more passages are linked wrongly (texts joined from the same reports)."""
    compared: float
    """Overlap of the words that carry news, with LEADS for the first passages, from which a pair is
    compared: its letters and its other words for the same thing."""
    meant: float
    """Overlap of other words for the same thing from which a pair is compared that shares less news."""
    doubtful: float
    """Overlap of the words that carry news below which no other words help; 0: they help what shares none."""
    most_compared: int
    """Pairs on the whole at most, for each passage of both sides: in texts of one subject all sentences
    share something, and the least that is compared rises."""
    scored: float
    """Log-odds at a glance (`weights.GLANCE`) from which all features are worked out."""
    most_scored: int
    """The same of the features, besides pairs that are looked at in any case."""
    said: int
    """Words in a row that two passages quote from which they are looked at whatever else they share."""


SHORT = Cuts(
    best=16, compared=0.03, meant=0.04, doubtful=0.0, most_compared=20, scored=-2.7, most_scored=12, said=2
)
"""Of 946 links shown in 32 pairs of news reports one is lost ("chalk", "chalkboard")."""
FINE = Cuts(
    best=4, compared=0.03, meant=0.045, doubtful=0.018, most_compared=20, scored=-2.4, most_scored=12, said=3
)
"""Of 67,922 shown in 270 texts of 60 to 500 sentences a side, joined from those pairs, none is lost by the
short cuts or by these. In texts of 500 a side 16 pairs are compared and 7 scored for each passage."""
COARSE = Cuts(
    best=4, compared=0.04, meant=0.08, doubtful=0.018, most_compared=10, scored=-2.0, most_scored=6, said=3
)
"""Of 7,122 links in eleven texts of 500 a side 20 would be lost; 9 pairs are compared and 4 scored."""
SMALL = 400
"""Passages of both sides together up to which the cuts are short."""
LONG = 1000
"""Passages of both sides together above which the cuts are coarse."""
LEADS = 0.23
"""What two leads gain for being such; the n-th pair of passages after them a share, 1 / (1 + n).
Fitted to the same texts."""
MOST_PAIRS_PER_TERM = 2500
"""A term that alone would pair more passages than this says little and costs much: it is skipped.
In reports of up to 50 passages no term is."""

MOST_PAIRS_PER_SAYING = 16
"""Pairs above which what both quote is a saying that says little: "one of the"."""

Line = list[tuple[float, int]]
"""The passages of the other side that one passage shares something with, and how much, less than 0:
sorting puts the best first, and of equals the first."""


def cuts_for(size: int) -> Cuts:
    """The cuts for so many passages of both sides together."""
    return SHORT if size <= SMALL else FINE if size <= LONG else COARSE


def candidates(
    words: Overlap,
    above: tuple[Sequence[int], Sequence[int]],
    in_other_words: Callable[[int, Iterable[int]], Iterable[int]],
    cuts: Cuts,
    tell: Tell = silent,
) -> list[dict[int, float]]:
    """For each left passage the right ones it is to be compared with, and the overlap of their words.

    Those that share most of what is rare; and those that say `cuts.meant` and more `in_other_words`, which
    tells them out of the right passages that it is given with a left one. `above` says for each passage of
    either side how many stand above it in the body.
    """
    sizes = len(words.left), len(words.right)
    index = _Index(words, above)
    cut, few, everyone = -cuts.compared, cuts.best, range(sizes[1])
    rows: list[tuple[array[float], array[int]]] = []
    close: list[dict[int, float]] = []
    columns: list[Line] = [[] for _ in words.right]
    for i in each(range(sizes[0]), sizes[0], part(tell, 0.0, 0.8)):
        whole = index.line(0, i)
        row = sorted([one for one in whole if one[0] <= cut])
        # Arrays: of texts of 10,000 sentences there are half a million such pairs before the least rises.
        rows.append((array("d", [value for value, _ in row]), array("l", [j for _, j in row])))
        near = {j: value for value, j in (row if len(row) >= few else sorted(whole))[:few]}
        shared = {j: value for value, j in whole if cut < value <= -cuts.doubtful}
        doubtful = shared if cuts.doubtful else [j for j in everyone if j not in near]
        for j in in_other_words(i, doubtful):
            near[j] = shared[j] if j in shared else index.value(i, j)
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

    def __init__(self, words: Overlap, above: tuple[Sequence[int], Sequence[int]]) -> None:
        self._words = words
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
        high, above = 1 + self._above[0][i], self._above[1]
        return {j: -value - LEADS / (high + above[j]) for j, value in values.items()}

    def value(self, i: int, j: int) -> float:
        """What `line` says of a left and a right passage, even if they share nothing; terms that are skipped
        there count here."""
        return -self._words.of(i, j) - LEADS / (1 + self._above[0][i] + self._above[1][j])

    def line(self, side: int, place: int) -> Line:
        """Those passages, in any order."""
        found: dict[int, int] = defaultdict(int)
        others = self._others[side]
        for term in self._passages[side][place] & others.keys():
            weight, holders = others[term]
            for other in holders:
                found[other] += weight
        length, high = self._lengths[side][place], 1 + self._above[side][place]
        lengths, above = self._lengths[1 - side], self._above[1 - side]
        return [
            (-mass / (length * lengths[other]) - LEADS / (high + above[other]), other)
            for other, mass in found.items()
        ]


def _postings(passages: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, terms in enumerate(passages):
        for term in terms:
            holders[term].append(index)
    return holders


def quoted_alike(left: Sequence[str], right: Sequence[str], words: int) -> Iterator[Pair]:
    """Passages that quote the same so many words in a row, be they ever so common; given their quoted words,
    a letter each (`runs.Alphabet`)."""
    lefts, rights = (_postings([_runs(letters, words) for letters in side]) for side in (left, right))
    for run in lefts.keys() & rights.keys():
        if len(lefts[run]) * len(rights[run]) <= MOST_PAIRS_PER_SAYING:
            yield from product(lefts[run], rights[run])


def _runs(letters: str, size: int) -> frozenset[str]:
    return frozenset([letters[k : k + size] for k in range(len(letters) - size + 1)])


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
