"""How much of what is rare two passages share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from tui.analysis.progress import Tell, each, part, silent

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
    of = {n: round(UNIT * math.log(total / n)) for n in set(frequency.values())}
    return {term: of[n] for term, n in frequency.items()}


class Overlap:
    """Rarity-weighted overlap between the passages of two articles, 0 to below 1.

    The weights of the shared terms, divided by the geometric mean of both passages' weights, each
    with the average passage's added: pivoted length normalisation (Singhal, Buckley & Mitra,
    1996). So two short sentences with one common word stay far below two long ones that agree.
    """

    def __init__(
        self,
        left: Sequence[frozenset[str]],
        right: Sequence[frozenset[str]],
        weight: Mapping[str, int] | None = None,
        tell: Tell = silent,
    ) -> None:
        """`weight` has the weights of the terms, if they are known."""
        self.left = left
        self.right = right
        both = (*left, *right)
        self.weight = rarity(each(both, len(both), part(tell, 0.0, 0.5))) if weight is None else weight
        masses = [self.mass(terms) for terms in each(both, len(both), part(tell, 0.5, 1.0))]
        self.left_mass = masses[: len(left)]
        """Weight of all the terms of each left passage, in thousandths."""
        self.right_mass = masses[len(left) :]
        pivot = (sum(self.left_mass) + sum(self.right_mass)) / max(1, len(left) + len(right))
        self.left_length = [math.sqrt(mass + pivot) or 1.0 for mass in self.left_mass]
        """What a weight that a left passage shares is divided by, besides the right one's."""
        self.right_length = [math.sqrt(mass + pivot) or 1.0 for mass in self.right_mass]

    def mass(self, terms: Iterable[str]) -> int:
        """Weight of all those terms together, in thousandths."""
        return sum(map(self.weight.__getitem__, terms))

    def of(self, i: int, j: int) -> float:
        """The overlap of left passage i and right passage j."""
        return self.mass(self.left[i] & self.right[j]) / (self.left_length[i] * self.right_length[j])
