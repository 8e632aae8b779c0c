"""Synonym groups, and the overlap of two passages in synonyms: "lawmaker", "senator"; "killed", "slain"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, reduce
from operator import or_

from tui.analysis.english_synonyms import COUNTRIES, SYNONYMS
from tui.analysis.overlap import Overlap
from tui.analysis.profile import Profile
from tui.analysis.stemming import stemmer_of

LANGUAGE = "en"
"""The only language with a table."""

SynonymGroup = int
"""The number of a group of words in `english_synonyms.py`."""


@cache
def synonym_groups_of(language: str) -> dict[str, tuple[SynonymGroup, ...]]:
    """The groups of each stem; empty for a language without a table."""
    stemmer = stemmer_of(language)
    if language != LANGUAGE or not stemmer:
        return {}
    lines = [line for line in (SYNONYMS + COUNTRIES).splitlines() if not line.startswith("#")]
    groups: dict[str, list[SynonymGroup]] = {}
    for number, words in enumerate(";".join(lines).split(";")):
        for stem in dict.fromkeys(stemmer.stemWords(words.split())):
            groups.setdefault(stem, []).append(number)
    return {stem: tuple(numbers) for stem, numbers in groups.items()}


StemSet = int
"""A set of the stems that are in a group, one bit each; Python intersects two of them in C."""


class SynonymOverlap:
    """The share of two passages' weight that they have in common as synonyms, 0 to below 1.

    Counts words that only one of the two has, where the other has a word of the same group instead: a
    soft overlap (as soft TF-IDF; Cohen, Ravikumar & Fienberg, 2003), each word with the rarity of the
    commoner one of the two. On 32 pairs of news reports, cross-validated, the groups bring 0.008 of
    average precision and 0.015 of F1 for the same statement.
    """

    def __init__(self, left: Sequence[Profile], right: Sequence[Profile], words: Overlap) -> None:
        self._words = words
        grouped = synonym_groups_of(LANGUAGE).keys() & words.weight.keys()
        # The rarest is the highest bit: it is found at once, and most sets are short numbers.
        stems = sorted(grouped, key=words.weight.__getitem__)
        self._bit = {stem: bit for bit, stem in enumerate(stems)}
        self._weight = [words.weight[stem] for stem in stems]
        self._synonyms = self._synonym_sets(stems)
        """The synonyms of each stem among the stems of both articles."""
        self._left, self._left_missing = self._sets(left)
        self._right, self._right_missing = self._sets(right)

    def _synonym_sets(self, stems: Sequence[str]) -> list[StemSet]:
        table = synonym_groups_of(LANGUAGE)
        members: dict[SynonymGroup, StemSet] = defaultdict(int)
        for bit, stem in enumerate(stems):
            for group in table[stem]:
                members[group] |= 1 << bit
        return [
            reduce(or_, [members[group] for group in table[stem]]) & ~(1 << bit)
            for bit, stem in enumerate(stems)
        ]

    def _sets(self, passages: Iterable[Profile]) -> tuple[list[StemSet], list[StemSet]]:
        """The stems of each passage, and the synonyms of them that it does not have."""
        sets: list[StemSet] = []
        missing: list[StemSet] = []
        stems = frozenset(self._bit)
        for profile in passages:
            grouped = profile.stem_set & stems if profile.language == LANGUAGE else frozenset()
            bits = [self._bit[stem] for stem in grouped]
            own = sum([1 << bit for bit in bits])
            sets.append(own)
            missing.append(reduce(or_, [self._synonyms[bit] for bit in bits], 0) & ~own)
        return sets, missing

    def of(self, i: int, columns: Iterable[int]) -> list[float]:
        """The overlap of left passage `i` with each of the right passages."""
        left, missing, rights, rights_missing = (
            self._left[i], self._left_missing[i], self._right, self._right_missing
        )  # fmt: skip
        return [
            self._overlap(i, j, right_synonyms, left_synonyms)
            if (right_synonyms := missing & rights[j]) and (left_synonyms := left & rights_missing[j])
            else 0.0
            for j in columns
        ]

    def at_least(self, least: float, i: int, columns: Iterable[int]) -> list[int]:
        """The right passages among `columns` whose overlap with left passage `i` is `least` or more."""
        left, missing, rights, rights_missing = (
            self._left[i], self._left_missing[i], self._right, self._right_missing
        )  # fmt: skip
        weight, lengths = self._weight, self._words.right_length
        needed = 2 * least * self._words.left_length[i]
        passages: list[int] = []
        for j in columns:
            if (right_synonyms := missing & rights[j]) and (left_synonyms := left & rights_missing[j]):
                # No word counts more than the rarest of either side: most pairs fail this at once.
                rarest = weight[min(right_synonyms.bit_length(), left_synonyms.bit_length()) - 1]
                most = (right_synonyms.bit_count() + left_synonyms.bit_count()) * rarest
                enough = most >= needed * lengths[j]
                if enough and self._overlap(i, j, right_synonyms, left_synonyms) >= least:
                    passages.append(j)
        return passages

    def _overlap(self, i: int, j: int, right_synonyms: StemSet, left_synonyms: StemSet) -> float:
        weight = self._matched_weight(right_synonyms, left_synonyms)
        weight += self._matched_weight(left_synonyms, right_synonyms)
        return weight / 2 / (self._words.left_length[i] * self._words.right_length[j])

    def _matched_weight(self, own: StemSet, others: StemSet) -> int:
        """The weight of the stems in `own` that have a synonym in `others`, in thousandths."""
        weight = 0
        while own:
            bit = own.bit_length() - 1
            if synonyms := self._synonyms[bit] & others:
                weight += self._weight[min(bit, synonyms.bit_length() - 1)]
            own ^= 1 << bit
        return weight
