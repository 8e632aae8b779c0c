"""How many character n-grams two passages share: finds what stemming missed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import chain
from math import log
from operator import or_

from tui.analysis.overlap import lengths
from tui.analysis.progress import Tell, each, part, silent
from tui.analysis.text import grams

WIDEST = 3
"""Bits of an n-gram that one passage has; the others have as much less as they are commoner. From 3 to 10
the cross-validated average precision changes by 0.003 (32 pairs of news reports)."""
MOST_BITS = 8192
"""Bits of a passage: a kilobyte, however many n-grams there are. In reports of up to 400 sentences each
n-gram has bits of its own; in longer texts the rarer ones share theirs, of which a passage has few."""
RARER = MOST_BITS // 2
"""The first of the bits that may be shared."""


class Letters:
    """Rarity-weighted overlap of the character n-grams of two passages' stems, 0 to below 1.

    The measure is that of `overlap.Overlap`. Here a passage is one large integer in which each n-gram that
    both articles have stands for some bits, the more the rarer it is: what two passages share is the number
    of bits set in both, which Python counts in C.
    """

    def __init__(
        self,
        left: Sequence[frozenset[str]],
        right: Sequence[frozenset[str]],
        frequency: Mapping[str, int],
        tell: Tell = silent,
    ) -> None:
        """`left` and `right` have the stems of each passage, `frequency` the passages with each stem."""
        spelt = {stem: grams(stem) for stem in each(frequency, len(frequency), part(tell, 0.0, 0.2))}
        shared = _grams_of(left, spelt) & _grams_of(right, spelt)
        tell(0.3)
        total = len(left) + len(right)
        often = dict.fromkeys(sorted(shared), 0)
        for stem, own in spelt.items():
            passages = frequency[stem]
            for gram in own:
                if gram in shared:
                    often[gram] += passages
        tell(0.4)
        bits = _bits(often, total)
        self._bits: dict[str, int] = {}
        self._alone: dict[str, int] = {}
        """By the stem: its bits, and how many those n-grams would have that one article alone has."""
        for stem, own in spelt.items():
            found = [bits[gram] for gram in own if gram in shared]
            self._bits[stem] = reduce(or_, found, 0)
            self._alone[stem] = WIDEST * (len(own) - len(found))
        self.left = [self._of(stems) for stems in each(left, len(left), part(tell, 0.6, 0.8))]
        self.right = [self._of(stems) for stems in each(right, len(right), part(tell, 0.8, 1.0))]
        """The bits of each passage."""
        masses = self._masses(self.left, left), self._masses(self.right, right)
        self.left_length, self.right_length = lengths(*masses)
        """What the bits shared are divided by, besides the other passage's."""
        del self._bits, self._alone

    def _of(self, stems: Iterable[str]) -> int:
        return reduce(or_, map(self._bits.__getitem__, stems), 0)

    def _masses(self, bits: Iterable[int], passages: Iterable[Iterable[str]]) -> list[int]:
        alone = self._alone.__getitem__
        return [own.bit_count() + sum(map(alone, stems)) for own, stems in zip(bits, passages, strict=True)]

    def of(self, i: int, j: int) -> float:
        """The overlap of left passage i and right passage j."""
        return (self.left[i] & self.right[j]).bit_count() / (self.left_length[i] * self.right_length[j])


def _grams_of(passages: Iterable[frozenset[str]], spelt: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """All n-grams of those passages' stems."""
    stems = frozenset().union(*passages)
    return frozenset(chain.from_iterable(map(spelt.__getitem__, stems)))


def _bits(often: Mapping[str, int], total: int) -> dict[str, int]:
    """For each n-gram an integer with its bits set: those of the commonest are the lowest.

    `often` says in how many of `total` passages each is, a passage counted twice that has it in two stems.
    """
    width = [_width(n, total) for n in range(total + 1)]
    found: dict[str, int] = {}
    start = 0
    for gram in sorted(often, key=often.__getitem__, reverse=True):
        wide = width[min(often[gram], total)]
        if start + wide > MOST_BITS:
            start = RARER
        found[gram] = ((1 << wide) - 1) << start
        start += wide
    return found


def _width(often: int, total: int) -> int:
    """The bits of an n-gram that so many of `total` passages have, one at least."""
    return max(1, round(WIDEST * (1 - log(max(1, often)) / log(total + 1))))
