"""Why two passages are linked: what both have, as the left one writes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from operator import not_

from msgspec import Struct

from tui.analysis.align import ScoredPair
from tui.analysis.context import REACH
from tui.analysis.days import Day, days_of
from tui.analysis.profile import Profile
from tui.analysis.word_runs import GAPS, WordAlphabet, longest_run, masked
from tui.model import Evidence

MOST_TERMS = 8
COPIED_FROM = 6
"""Words in a run outside quotations from which it counts as common copy (as in WCopyfind)."""
QUOTED_FROM = 2
"""Words in a shared quotation; a single quoted word is a term like others."""


class _Left(Struct, frozen=True):
    """What the evidence for all links of one left passage has in common."""

    place: int
    profile: Profile
    ranked: list[tuple[str, str]]
    """The stems that carry news, the rarest first, and how the passage first writes each."""
    said: str
    told: str
    """The stems inside quotations, a letter each, and outside."""
    days: dict[Day, str]
    near: list[tuple[int, int, tuple[int, int]]]
    """The links shown up to REACH passages away: the left passage, the right one, and both by their
    indices, which is one tuple for all links that have it near."""


class EvidenceCollector:
    """Gathers the evidence for links between the passages of two articles."""

    def __init__(
        self,
        left: Sequence[Profile],
        right: Sequence[Profile],
        weight: Mapping[str, int],
        scored: Iterable[ScoredPair],
        threshold: float,
    ) -> None:
        self._left = left
        self._right = right
        self._weight = weight
        self._alphabet = WordAlphabet()
        self._rights: dict[int, tuple[str, str]] = {}
        """The letters of the right passages."""
        self._right_days: dict[int, dict[Day, str]] = {}
        self._at: _Left | None = None
        """The left passage explained last."""
        self._strong: dict[int, list[tuple[int, int, tuple[int, int]]]] = defaultdict(list)
        """By the left passage the links shown."""
        by_left: dict[int, list[ScoredPair]] = defaultdict(list)
        by_right: dict[int, list[ScoredPair]] = defaultdict(list)
        for one in scored:
            by_left[one.left].append(one)
            by_right[one.right].append(one)
            if one.score >= threshold:
                pair = left[one.left].passage.index, right[one.right].passage.index
                self._strong[one.left].append((one.left, one.right, pair))
        self._best_by_left = {place: _best_two(rivals) for place, rivals in by_left.items()}
        self._best_by_right = {place: _best_two(rivals) for place, rivals in by_right.items()}

    def explain(self, one: ScoredPair) -> Evidence:
        """The evidence for one pair of passages; it is least work if they come by the left one."""
        i, j = one.left, one.right
        if self._at is None or self._at.place != i:
            self._at = self._look_at(i)
        here, right = self._at, self._right[j]
        left, ranked, said, told = here.profile, here.ranked, here.said, here.told
        if j not in self._rights:
            self._rights[j] = self._letters(right, GAPS[1])
        said_by_right, told_by_right = self._rights[j]
        above, aside = _other(self._best_by_right[j], one), _other(self._best_by_left[i], one)
        return Evidence(
            terms=_written(ranked, (left.content & right.content) - left.numbers),
            names=_written(ranked, names) if (names := left.names & right.names) else (),
            numbers=_written(ranked, numbers) if (numbers := left.numbers & right.numbers) else (),
            dates=self._shared_days(here.days, j) if here.days else (),
            quotation=_run(left, said, said_by_right, QUOTED_FROM) if said and said_by_right else "",
            copied=_run(left, told, told_by_right, COPIED_FROM),
            neighbours=tuple(
                [pair for k, n, pair in here.near if -REACH <= n - j <= REACH and (n != j or k != i)]
            ),
            runner_up_left=(self._left[above.left].passage.index, above.score) if above else None,
            runner_up_right=(self._right[aside.right].passage.index, aside.score) if aside else None,
        )

    def _look_at(self, place: int) -> _Left:
        left, strong = self._left[place], self._strong
        said, told = self._letters(left, GAPS[0])
        rows = [strong[k] for k in range(place - REACH, place + REACH + 1) if k in strong]
        return _Left(
            place=place,
            profile=left,
            ranked=self._ranked(left),
            said=said,
            told=told,
            days=days_of(left.passage.text),
            near=[link for row in rows for link in row],
        )

    def _ranked(self, left: Profile) -> list[tuple[str, str]]:
        weight, last = self._weight, len(left.stems) - 1
        firsts = dict(zip(reversed(left.stems), range(last, -1, -1), strict=True))
        ranked = sorted([(-weight.get(stem, 0), firsts[stem], stem) for stem in left.content])
        return [(stem, left.forms[k]) for _, k, stem in ranked]

    def _letters(self, profile: Profile, left_out: str) -> tuple[str, str]:
        """A passage's stems inside quotations, a letter each, and outside; empty without a quotation."""
        spelt, inside = self._alphabet.spell(profile.stems), profile.inside
        if True not in inside:
            return "", spelt
        return masked(spelt, inside, left_out), masked(spelt, map(not_, inside), left_out)

    def _shared_days(self, lefts: Mapping[Day, str], place: int) -> tuple[str, ...]:
        """The days both passages name, as the left one writes them."""
        if place not in self._right_days:
            self._right_days[place] = days_of(self._right[place].passage.text)
        rights = self._right_days[place]
        return tuple([written for day, written in lefts.items() if day in rights])


def _run(left: Profile, letters: str, others: str, least: int) -> str:
    """The longest run of words that both have, a letter each, as the left passage writes it.

    Empty if it is shorter than `least` or says nothing.
    """
    length, first = longest_run(letters, others, least)
    if not length or not any(k in left.kept for k in range(first, first + length)):
        return ""
    return left.written(first, first + length - 1)


def _written(ranked: Sequence[tuple[str, str]], stems: Set[str]) -> tuple[str, ...]:
    """Those stems as the passage first writes them, in that order, MOST_TERMS at most."""
    return tuple([form for stem, form in ranked if stem in stems][:MOST_TERMS])


def _other(best: Sequence[ScoredPair], one: ScoredPair) -> ScoredPair | None:
    """The first of them that is not that one."""
    if best[0] is not one:
        return best[0]
    return best[1] if len(best) > 1 else None


def _best_two(rivals: list[ScoredPair]) -> list[ScoredPair]:
    """The two with the highest scores; of equal ones the first in the text."""
    if len(rivals) > 1:
        rivals.sort(key=lambda one: (-one.score, one.left, one.right))
    return rivals[:2]
