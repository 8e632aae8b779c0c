"""Other words for the same thing: "lawmaker" and "senator", "killed" and "slain"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tui.analysis.english import CONCEPTS, COUNTRIES
from tui.analysis.language import stemmer_of
from tui.analysis.overlap import Overlap
from tui.analysis.profile import Profile

Concept = int
"""The number of a group of words in `english.py`."""


@cache
def concepts_of(language: str) -> dict[str, tuple[Concept, ...]]:
    """For each stem the groups it stands in; empty for a language without a table."""
    stemmer = stemmer_of(language)
    if language != "en" or not stemmer:
        return {}
    lines = [line for line in (CONCEPTS + COUNTRIES).splitlines() if not line.startswith("#")]
    found: dict[str, list[Concept]] = {}
    for number, words in enumerate(";".join(lines).split(";")):
        for stem in dict.fromkeys(stemmer.stemWords(words.split())):
            found.setdefault(stem, []).append(number)
    return {stem: tuple(numbers) for stem, numbers in found.items()}


class Meanings:
    """How much two passages say alike in other words, 0 to below 1.

    Counts the words that only one of them has, where the other has a word of the same group
    instead: a soft overlap (as soft TF-IDF; Cohen, Ravikumar & Fienberg, 2003), each word with the
    rarity of the more common one of the two. On 32 pairs of news reports, cross-validated, the
    groups bring 0.008 of average precision and 0.015 of F1 for the same statement.
    """

    def __init__(self, left: Sequence[Profile], right: Sequence[Profile], words: Overlap) -> None:
        self._words = words
        self._left = [_by_concept(profile) for profile in left]
        self._right = [_by_concept(profile) for profile in right]
        self._left_keys = [frozenset(found) for found in self._left]
        self._right_keys = [frozenset(found) for found in self._right]

    def of(self, i: int, j: int) -> float:
        """The soft overlap of left passage i and right passage j."""
        both = self._left_keys[i] & self._right_keys[j]
        if not both:
            return 0.0
        lefts, rights = self._left[i], self._right[j]
        found: list[tuple[list[str], list[str]]] = []
        for concept in both:
            ones, others = lefts[concept], rights[concept]
            if ones != others:  # most often both have the same word
                left_words, right_words = self._words.left[i], self._words.right[j]
                ones = [stem for stem in ones if stem not in right_words]
                others = [stem for stem in others if stem not in left_words]
                if ones and others:
                    found.append((ones, others))
        return (
            self._worth(found) / (self._words.left_length[i] * self._words.right_length[j]) if found else 0.0
        )

    def _worth(self, answers: Sequence[tuple[list[str], list[str]]]) -> float:
        """Half the weight of the words of either side that the other has other words for."""
        weight = self._words.weight
        worth: dict[tuple[int, str], int] = {}
        for one, two in answers:
            for side, own, others in ((0, one, two), (1, two, one)):
                best = max([weight[stem] for stem in others])
                for stem in own:
                    worth[side, stem] = max(worth.get((side, stem), 0), min(weight[stem], best))
        return sum(worth.values()) / 2


def _by_concept(profile: Profile) -> dict[Concept, list[str]]:
    """For each group the stems of the passage that stand in it."""
    table = concepts_of(profile.language)
    found: dict[Concept, list[str]] = {}
    for stem in profile.vocabulary & table.keys():
        for concept in table[stem]:
            found.setdefault(concept, []).append(stem)
    return found
