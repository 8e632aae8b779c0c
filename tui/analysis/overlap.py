"""How much of what is rare two passages share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from tui.analysis.progress import ProgressCallback, no_progress, with_progress

WEIGHT_UNIT = 1000
"""Weights are whole thousandths: sums of integers are exact in any order, so that comparing
(right, left) gives the same figures to the last digit."""


def document_frequency(passages: Iterable[Collection[str]]) -> Counter[str]:
    """In how many of the passages each term is."""
    return Counter(chain.from_iterable(passages))


def idf(often: Mapping[str, int], total: int) -> dict[str, int]:
    """Weight each term by its rarity: ln((passages + 1) / passages with it), in thousandths.

    Inverse document frequency (Spärck Jones, 1972) over all `total` passages of both articles. The 1
    keeps a little weight on a term which every passage has.
    """
    of = {n: round(WEIGHT_UNIT * math.log((total + 1) / n)) for n in set(often.values())}
    return {term: of[n] for term, n in often.items()}


def pivoted_lengths(left_mass: Sequence[int], right_mass: Sequence[int]) -> tuple[list[float], list[float]]:
    """What the shared weight of two passages is divided by, a left one's and a right one's.

    The root of a passage's weight with the average passage's added: pivoted length normalisation (Singhal,
    Buckley & Mitra, 1996). So two short sentences with one common word stay far below two long ones that
    agree.
    """
    pivot = (sum(left_mass) + sum(right_mass)) / max(1, len(left_mass) + len(right_mass))
    left, right = ([math.sqrt(mass + pivot) or 1.0 for mass in side] for side in (left_mass, right_mass))
    return left, right


class Overlap:
    """Rarity-weighted overlap between the passages of two articles, 0 to below 1.

    The weights of the shared terms, divided by the `pivoted_lengths` of both passages.
    """

    def __init__(
        self,
        left: Sequence[frozenset[str]],
        right: Sequence[frozenset[str]],
        weight: Mapping[str, int],
        tell: ProgressCallback = no_progress,
    ) -> None:
        """`weight` has the weights of the terms."""
        self.left = left
        self.right = right
        both = (*left, *right)
        self.weight = weight
        masses = [self.mass(terms) for terms in with_progress(both, len(both), tell)]
        self.left_length, self.right_length = pivoted_lengths(masses[: len(left)], masses[len(left) :])
        """What a weight that a left passage shares is divided by, besides the right one's."""

    def mass(self, terms: Iterable[str]) -> int:
        """Weight of all those terms together, in thousandths."""
        return sum(map(self.weight.__getitem__, terms))
