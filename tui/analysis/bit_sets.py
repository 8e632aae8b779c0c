"""Sets of weighted terms as large integers. Python counts in C what two of them share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import reduce
from math import inf
from operator import or_


def assign_bits(widths: Iterable[tuple[str, int]], most: float = inf) -> dict[str, int]:
    """Give each term an integer with as many bits set as its width, the first term the lowest bits.

    `most` is the number of bits there are. Terms for which none are left share those of the upper half.
    """
    bits: dict[str, int] = {}
    start = 0
    for term, width in widths:
        if start + width > most:
            start = int(most) // 2
        bits[term] = ((1 << width) - 1) << start
        start += width
    return bits


def bit_union(bits: Mapping[str, int], terms: Iterable[str]) -> int:
    """The bits of all the terms; each must have some."""
    return reduce(or_, map(bits.__getitem__, terms), 0)


WEIGHT_STEP = 500
"""In thousandths, as the weights; from 100 to 1000 the cross-validated figures of the alignment change by
0.003 at most (32 pairs of news reports)."""


class FrequentTerms:
    """The weight that two passages share in frequent terms.

    Unlike in `overlap.Overlap` a weight is rounded to whole WEIGHT_STEPs, the number of the term's bits.
    """

    def __init__(
        self,
        left: Sequence[frozenset[str]],
        right: Sequence[frozenset[str]],
        weight: Mapping[str, int],
    ) -> None:
        """Take the frequent terms of each passage, and the weight of each term in thousandths."""
        both = frozenset().union(*left) & frozenset().union(*right)
        ordered = sorted(both, key=lambda term: (weight[term], term))
        bits = assign_bits((term, round(weight[term] / WEIGHT_STEP)) for term in ordered)
        self._left = [bit_union(bits, terms & both) for terms in left]
        self._right = [bit_union(bits, terms & both) for terms in right]

    def shared(self, i: int, columns: Collection[int]) -> list[int]:
        """The weight that left passage `i` shares with each of the right passages, in thousandths."""
        left, right = self._left[i], self._right
        if not left:
            return [0] * len(columns)
        return [WEIGHT_STEP * (left & right[j]).bit_count() for j in columns]
