"""How much of what is rare two passages share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

UNIT = 1000
"""Weights are whole thousandths: sums of integers are exact in any order, so that comparing
(right, left) gives the same figures to the last digit."""


def rarity(passages: Iterable[Collection[str]]) -> dict[str, int]:
    """Weight each term by its rarity: ln((passages + 1) / passages with it), in thousandths.

    Inverse document frequency (Spärck Jones, 1972) over the passages of both articles. The 1 keeps
    a little weight on a term which every passage has.
    """
    frequency: Counter[str] = Counter()
    total = 1
    for terms in passages:
        frequency.update(terms)
        total += 1
    return {term: round(UNIT * math.log(total / n)) for term, n in frequency.items()}


class Overlap:
    """Rarity-weighted overlap between the passages of two articles, 0 to below 1.

    The weights of the shared terms, divided by the geometric mean of both passages' weights, each
    with the average passage's added: pivoted length normalisation (Singhal, Buckley & Mitra,
    1996). So two short sentences with one common word stay far below two long ones that agree.
    """

    def __init__(self, left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> None:
        self.left = left
        self.right = right
        self.weight = rarity((*left, *right))
        left_mass = [self.mass(terms) for terms in left]
        right_mass = [self.mass(terms) for terms in right]
        pivot = (sum(left_mass) + sum(right_mass)) / max(1, len(left) + len(right))
        self._left_length = [math.sqrt(mass + pivot) or 1.0 for mass in left_mass]
        self._right_length = [math.sqrt(mass + pivot) or 1.0 for mass in right_mass]

    def mass(self, terms: Iterable[str]) -> int:
        """Weight of all those terms together, in thousandths."""
        weight = self.weight
        return sum([weight[term] for term in terms])

    def shared(self, i: int, j: int) -> int:
        """Weight of the terms that left passage i and right passage j share, in thousandths."""
        weight = self.weight
        return sum([weight[term] for term in self.left[i] & self.right[j]])

    def normed(self, mass: int, i: int, j: int) -> float:
        """A weight shared by left passage i and right passage j, made independent of length."""
        return mass / (self._left_length[i] * self._right_length[j])

    def of(self, i: int, j: int) -> float:
        """The overlap of left passage i and right passage j."""
        return self.normed(self.shared(i, j), i, j)
