"""Sets of weighted terms as large integers: what two of them share Python counts in C."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import reduce
from math import inf
from operator import or_


def assign_bits(widths: Iterable[tuple[str, int]], most: float = inf) -> dict[str, int]:
    """For each term an integer with so many bits set, those of the first term the lowest.

    There are so many bits at `most`; terms for which none are left share those of the upper half.
    """
    found: dict[str, int] = {}
    start = 0
    for term, wide in widths:
        if start + wide > most:
            start = int(most) // 2
        found[term] = ((1 << wide) - 1) << start
        start += wide
    return found


def bit_union(of: Mapping[str, int], terms: Iterable[str]) -> int:
    """The bits of all those terms, each of which has some."""
    return reduce(or_, map(of.__getitem__, terms), 0)


WEIGHT_STEP = 500
"""In thousandths, as the weights; from 100 to 1000 the cross-validated figures of the alignment change by
0.003 at most (32 pairs of news reports)."""


class FrequentTerms:
    """The weight that two passages share in terms each of which many passages have.

    Other than in `overlap.Overlap` a weight is rounded to whole STEPs: so many bits has a term.
    """

    def __init__(
        self,
        left: Sequence[frozenset[str]],
        right: Sequence[frozenset[str]],
        weight: Mapping[str, int],
    ) -> None:
        """`weight` has the weights of the terms, in thousandths."""
        both = frozenset().union(*left) & frozenset().union(*right)
        ordered = sorted(both, key=lambda term: (weight[term], term))
        own = assign_bits((term, round(weight[term] / WEIGHT_STEP)) for term in ordered)
        self._left = [bit_union(own, terms & both) for terms in left]
        self._right = [bit_union(own, terms & both) for terms in right]

    def shared(self, i: int, columns: Collection[int]) -> list[int]:
        """What left passage i shares with each of those right ones, in thousandths."""
        left, right = self._left[i], self._right
        if not left:
            return [0] * len(columns)
        return [WEIGHT_STEP * (left & right[j]).bit_count() for j in columns]
