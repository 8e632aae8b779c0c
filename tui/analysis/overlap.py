"""Term overlap of passages, weighted by rarity."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from tui.analysis.progress import ProgressCallback, no_progress, with_progress

WEIGHT_UNIT = 1000
"""Weights are whole thousandths. Sums of integers are exact in any order, so comparing (right, left)
gives the same features to the last digit."""


def document_frequency(passages: Iterable[Collection[str]]) -> Counter[str]:
    """The number of passages with each term."""
    return Counter(chain.from_iterable(passages))


def idf(frequency: Mapping[str, int], total: int) -> dict[str, int]:
    """Weight each term by its rarity: ln((passages + 1) / passages with it), in thousandths.

    Inverse document frequency (Spärck Jones, 1972) over all `total` passages of both articles. The 1
    leaves a little weight to a term that every passage has.
    """
    weights = {n: round(WEIGHT_UNIT * math.log((total + 1) / n)) for n in set(frequency.values())}
    return {term: weights[n] for term, n in frequency.items()}


def pivoted_lengths(left: Sequence[int], right: Sequence[int]) -> tuple[list[float], list[float]]:
    """The divisors of a shared weight: one for each left passage, one for each right passage.

    Takes the weight of each passage. The divisor is the root of that weight plus the mean weight:
    pivoted length normalisation (Singhal, Buckley & Mitra, 1996). Two short sentences with one common
    word stay far below two long ones that agree.
    """
    pivot = (sum(left) + sum(right)) / max(1, len(left) + len(right))
    lefts, rights = ([math.sqrt(weight + pivot) or 1.0 for weight in side] for side in (left, right))
    return lefts, rights


class Overlap:
    """Rarity-weighted overlap between the passages of two articles, 0 to below 1.

    The weights of the shared terms, divided by the pivoted lengths of both passages.
    """

    def __init__(
        self,
        left: Sequence[frozenset[str]],
        right: Sequence[frozenset[str]],
        weight: Mapping[str, int],
        report_share: ProgressCallback = no_progress,
    ) -> None:
        """Take the terms of each passage, and the weight of each term in thousandths."""
        self.left = left
        self.right = right
        both = (*left, *right)
        self.weight = weight
        totals = [self.total_weight(terms) for terms in with_progress(both, len(both), report_share)]
        self.left_length, self.right_length = pivoted_lengths(totals[: len(left)], totals[len(left) :])
        """The pivoted length of each passage."""

    def total_weight(self, terms: Iterable[str]) -> int:
        """The weights of the terms added up, in thousandths."""
        return sum(map(self.weight.__getitem__, terms))
