"""Other words for the same thing: "lawmaker" and "senator", "killed" and "slain"."""

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
"""The one with a table."""

SynonymGroup = int
"""The number of a group of words in `english.py`."""


@cache
def synonym_groups_of(language: str) -> dict[str, tuple[SynonymGroup, ...]]:
    """For each stem the groups it stands in; empty for a language without a table."""
    stemmer = stemmer_of(language)
    if language != LANGUAGE or not stemmer:
        return {}
    lines = [line for line in (SYNONYMS + COUNTRIES).splitlines() if not line.startswith("#")]
    found: dict[str, list[SynonymGroup]] = {}
    for number, words in enumerate(";".join(lines).split(";")):
        for stem in dict.fromkeys(stemmer.stemWords(words.split())):
            found.setdefault(stem, []).append(number)
    return {stem: tuple(numbers) for stem, numbers in found.items()}


StemSet = int
"""A set of the stems that stand in a group, a bit each: what two passages share Python finds in C."""


class SynonymOverlap:
    """How much two passages say alike in other words, 0 to below 1.

    Counts the words that only one of them has, where the other has a word of the same group
    instead: a soft overlap (as soft TF-IDF; Cohen, Ravikumar & Fienberg, 2003), each word with the
    rarity of the more common one of the two. On 32 pairs of news reports, cross-validated, the
    groups bring 0.008 of average precision and 0.015 of F1 for the same statement.
    """

    def __init__(self, left: Sequence[Profile], right: Sequence[Profile], words: Overlap) -> None:
        self._words = words
        grouped = synonym_groups_of(LANGUAGE).keys() & words.weight.keys()
        # The rarest is the highest bit: it is found at once, and most sets are short numbers.
        stems = sorted(grouped, key=words.weight.__getitem__)
        self._place = {stem: place for place, stem in enumerate(stems)}
        self._weight = [words.weight[stem] for stem in stems]
        self._same = self._others(stems)
        """For each stem the others of its groups, out of those that the articles have."""
        self._left, self._left_asked = self._sets(left)
        self._right, self._right_asked = self._sets(right)

    def _others(self, stems: Sequence[str]) -> list[StemSet]:
        table = synonym_groups_of(LANGUAGE)
        members: dict[SynonymGroup, StemSet] = defaultdict(int)
        for place, stem in enumerate(stems):
            for group in table[stem]:
                members[group] |= 1 << place
        return [
            reduce(or_, [members[group] for group in table[stem]]) & ~(1 << place)
            for place, stem in enumerate(stems)
        ]

    def _sets(self, passages: Iterable[Profile]) -> tuple[list[StemSet], list[StemSet]]:
        """What each passage has, and what it asks for: the stems of the same groups that it does not have."""
        found: list[StemSet] = []
        asked: list[StemSet] = []
        stems = frozenset(self._place)
        for profile in passages:
            grouped = profile.vocabulary & stems if profile.language == LANGUAGE else frozenset()
            places = [self._place[stem] for stem in grouped]
            own = sum([1 << place for place in places])
            found.append(own)
            asked.append(reduce(or_, [self._same[place] for place in places], 0) & ~own)
        return found, asked

    def of(self, i: int, columns: Iterable[int]) -> list[float]:
        """The soft overlap of left passage i and each of those right ones."""
        own, asked, others, others_asked = self._left[i], self._left_asked[i], self._right, self._right_asked
        return [
            self._overlap(i, j, answers, answered)
            if (answers := asked & others[j]) and (answered := own & others_asked[j])
            else 0.0
            for j in columns
        ]

    def those_from(self, least: float, i: int, columns: Iterable[int]) -> list[int]:
        """Those of the right passages whose soft overlap with left passage i is so much or more."""
        own, asked, others, others_asked = self._left[i], self._left_asked[i], self._right, self._right_asked
        weight, lengths = self._weight, self._words.right_length
        worth = 2 * least * self._words.left_length[i]
        found: list[int] = []
        for j in columns:
            if (answers := asked & others[j]) and (answered := own & others_asked[j]):
                # None of them counts more than the rarest of either: most pairs are out at once.
                rarest = weight[min(answers.bit_length(), answered.bit_length()) - 1]
                most = (answers.bit_count() + answered.bit_count()) * rarest
                if most >= worth * lengths[j] and self._overlap(i, j, answers, answered) >= least:
                    found.append(j)
        return found

    def _overlap(self, i: int, j: int, answers: StemSet, answered: StemSet) -> float:
        worth = self._worth(answers, answered) + self._worth(answered, answers)
        return worth / 2 / (self._words.left_length[i] * self._words.right_length[j])

    def _worth(self, own: StemSet, others: StemSet) -> int:
        """The weight of the words that the others have other words for."""
        worth = 0
        while own:
            place = own.bit_length() - 1
            if meant := self._same[place] & others:
                worth += self._weight[min(place, meant.bit_length() - 1)]
            own ^= 1 << place
        return worth
