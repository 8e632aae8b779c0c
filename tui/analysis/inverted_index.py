"""An inverted index: which passages of two articles share rarer words, and how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tui.analysis.overlap import Overlap

MAX_PAIRS_PER_TERM = 2500
"""A term that alone would pair more passages than this says little and costs much: it finds no pair, and
counts only in those that others have found (`bits.Frequent`). In reports of up to 50 passages none does."""
LEAD_BONUS = 0.23
"""What two leads gain for being such; the n-th pair of passages after them a share, 1 / (1 + n).
Fitted to the same texts as `candidates.Cuts`."""

Matches = dict[int, float]
"""The passages of the other side that one passage shares something with, and how much: values less than 0,
so that sorting by them puts the best first."""


class InvertedIndex:
    """Where the terms of two articles stand; the overlap of passages in all but the most frequent ones."""

    def __init__(self, words: Overlap, above: tuple[Sequence[int], Sequence[int]]) -> None:
        """`above` says for each passage of either side how many stand above it in the body."""
        self._words = words
        self._passages = words.left, words.right
        self._lengths = words.left_length, words.right_length
        self._above = above
        self.sizes = len(words.left), len(words.right)
        weight = words.weight
        lefts, rights = postings(words.left), postings(words.right)
        both = lefts.keys() & rights.keys()
        self.skipped = frozenset(
            [term for term in both if len(lefts[term]) * len(rights[term]) > MAX_PAIRS_PER_TERM]
        )
        """The frequent terms, which do not count here."""
        self._asked = frozenset(both - self.skipped)
        self._others = (
            {term: (weight[term], rights[term]) for term in self._asked},
            {term: (weight[term], lefts[term]) for term in self._asked},
        )

    def line(self, side: int, place: int, most: float = 0.0) -> Matches:
        """The passages of the other side that share something with a passage of that side, in any order,
        those whose value is `most` or less.

        Leads share something more; see LEADS.
        """
        found: dict[int, int] = defaultdict(int)
        others = self._others[side]
        for term in self._passages[side][place] & self._asked:
            weight, holders = others[term]
            for other in holders:
                found[other] += weight
        length, high = self._lengths[side][place], 1 + self._above[side][place]
        lengths, above = self._lengths[1 - side], self._above[1 - side]
        return {
            other: value
            for other, mass in found.items()
            if (value := -mass / (length * lengths[other]) - LEAD_BONUS / (high + above[other])) <= most
        }

    def value(self, i: int, j: int) -> float:
        """What `line` says of a left and a right passage, even if they share nothing."""
        words = self._words
        mass = words.mass((words.left[i] & words.right[j]) - self.skipped)
        overlap = mass / (words.left_length[i] * words.right_length[j])
        return -overlap - LEAD_BONUS / (1 + self._above[0][i] + self._above[1][j])


def postings(passages: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """For each term the passages that have it."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, terms in enumerate(passages):
        for term in terms:
            holders[term].append(place)
    return holders
