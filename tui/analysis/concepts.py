"""Other words for the same thing: "lawmaker" and "senator", "killed" and "slain"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from functools import cache
from itertools import chain

from tui.analysis.english import CONCEPTS, COUNTRIES
from tui.analysis.language import stemmer_of
from tui.analysis.overlap import Overlap
from tui.analysis.profile import Profile

LANGUAGE = "en"
"""The one with a table."""

Concept = int
"""The number of a group of words in `english.py`."""


@cache
def concepts_of(language: str) -> dict[str, tuple[Concept, ...]]:
    """For each stem the groups it stands in; empty for a language without a table."""
    stemmer = stemmer_of(language)
    if language != LANGUAGE or not stemmer:
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
        self._same = _Same(words.weight.keys())
        self._left, self._right = ([self._same.of(p) for p in side] for side in (left, right))

    def of(self, i: int, j: int) -> float:
        """The soft overlap of left passage i and right passage j."""
        (lefts, left_asked), (rights, right_asked) = self._left[i], self._right[j]
        answers = rights & left_asked
        if not answers:
            return 0.0
        answered = lefts & right_asked
        if not answered:
            return 0.0
        weight = self._words.weight
        if len(answers) == len(answered) == 1:
            (one,), (two,) = answers, answered
            worth = 2 * min(weight[one], weight[two]) if one in self._same[two] else 0
        else:
            worth = self._worth(answers, answered) + self._worth(answered, answers)
        return worth / 2 / (self._words.left_length[i] * self._words.right_length[j])

    def _worth(self, own: Set[str], others: Set[str]) -> int:
        """The weight of the words that the others have other words for."""
        weight, worth = self._words.weight, 0
        for stem in own:
            if meant := self._same[stem] & others:
                worth += min(weight[stem], max([weight[other] for other in meant]))
        return worth


Grouped = tuple[frozenset[str], frozenset[str]]
"""The stems of a passage that stand in a group; those of the same groups that it does not have."""


class _Same(dict[str, frozenset[str]]):
    """For each stem the others of its groups, out of those that the articles have."""

    def __init__(self, known: Set[str]) -> None:
        super().__init__()
        self._table = concepts_of(LANGUAGE)
        self._grouped = frozenset(self._table.keys() & known)
        self._groups: dict[Concept, list[str]] = defaultdict(list)
        for stem in self._grouped:
            for group in self._table[stem]:
                self._groups[group].append(stem)

    def __missing__(self, stem: str) -> frozenset[str]:
        groups = [self._groups[group] for group in self._table[stem]]
        found = self[stem] = frozenset(chain.from_iterable(groups)) - {stem}
        return found

    def of(self, profile: Profile) -> Grouped:
        """What is asked of a passage."""
        if profile.language != LANGUAGE:
            return frozenset(), frozenset()
        stems = profile.vocabulary
        grouped = stems & self._grouped
        return grouped, frozenset().union(*map(self.__getitem__, grouped)) - stems
