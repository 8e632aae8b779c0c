"""Inverted index of the passages of two articles: which of them share terms, and the weight they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tui.analysis.overlap import Overlap

MAX_PAIRS_PER_TERM = 2500
"""A term that alone would pair more passages than this says little and costs much. It finds no pair, and
counts only in pairs that other terms found (`bit_sets.FrequentTerms`). Reports of up to 50 passages have
no such term."""
LEAD_BONUS = 0.23
"""Added to the overlap of two leads; the n-th pair of passages after them gets a share, 1 / (1 + n).
Fitted to the same texts as `candidates.CandidateLimits`."""

Matches = dict[int, float]
"""The passages of the other side that share a term with one passage, by their place. The value is the
overlap and the lead bonus, negated, so that sorting puts the best first."""


class InvertedIndex:
    """The passages with each term. Compares passages by all terms but the most frequent ones."""

    def __init__(self, words: Overlap, above: tuple[Sequence[int], Sequence[int]]) -> None:
        """`above` has for each passage of either side the number of body passages above it."""
        self._words = words
        self._passages = words.left, words.right
        self._lengths = words.left_length, words.right_length
        self._above = above
        self.sizes = len(words.left), len(words.right)
        weight = words.weight
        lefts, rights = postings(words.left), postings(words.right)
        both = lefts.keys() & rights.keys()
        self.frequent_terms = frozenset(
            [term for term in both if len(lefts[term]) * len(rights[term]) > MAX_PAIRS_PER_TERM]
        )
        """Terms too frequent for the index."""
        self._indexed = frozenset(both - self.frequent_terms)
        self._other_side = (
            {term: (weight[term], rights[term]) for term in self._indexed},
            {term: (weight[term], lefts[term]) for term in self._indexed},
        )

    def matches(self, side: int, place: int, most: float = 0.0) -> Matches:
        """The passages of the other side that share a term with this one, in any order.

        `side` is 0 for left and 1 for right. Only values up to `most` are returned.
        """
        weights: dict[int, int] = defaultdict(int)
        terms = self._other_side[side]
        for term in self._passages[side][place] & self._indexed:
            weight, holders = terms[term]
            for other in holders:
                weights[other] += weight
        length, height = self._lengths[side][place], 1 + self._above[side][place]
        lengths, above = self._lengths[1 - side], self._above[1 - side]
        return {
            other: value
            for other, shared in weights.items()
            if (value := -shared / (length * lengths[other]) - LEAD_BONUS / (height + above[other])) <= most
        }

    def row(self, i: int) -> Matches:
        """The value of left passage `i` with every right one, in order, even if they share nothing."""
        shared = [0] * self.sizes[1]
        terms = self._other_side[0]
        for term in self._passages[0][i] & self._indexed:
            weight, holders = terms[term]
            for other in holders:
                shared[other] += weight
        length, height = self._lengths[0][i], 1 + self._above[0][i]
        both = zip(shared, self._lengths[1], self._above[1], strict=True)
        return {
            j: -weight / (length * other_length) - LEAD_BONUS / (height + above)
            for j, (weight, other_length, above) in enumerate(both)
        }

    def value(self, i: int, j: int) -> float:
        """The value of left passage `i` and right passage `j` in `Matches`, even if they share nothing."""
        words = self._words
        shared = words.total_weight((words.left[i] & words.right[j]) - self.frequent_terms)
        overlap = shared / (words.left_length[i] * words.right_length[j])
        return -overlap - LEAD_BONUS / (1 + self._above[0][i] + self._above[1][j])


def postings(passages: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """Map each term to the positions of the passages that have it, in order."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, terms in enumerate(passages):
        for term in terms:
            holders[term].append(place)
    return holders
