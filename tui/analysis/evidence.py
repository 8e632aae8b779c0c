"""Why two passages are linked: what both have, as the left one writes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tui.analysis.align import Scored
from tui.analysis.days import days_of
from tui.analysis.profile import Profile
from tui.analysis.runs import Places, run_at
from tui.analysis.standing import REACH
from tui.model import Evidence

MOST_TERMS = 8
COPIED_FROM = 6
"""Words in a run outside quotations from which it counts as common copy (as in WCopyfind)."""
QUOTED_FROM = 2
"""Words in a shared quotation; a single quoted word is a term like others."""


class Explainer:
    """Gathers the evidence for links between the passages of two articles."""

    def __init__(
        self,
        left: Sequence[Profile],
        right: Sequence[Profile],
        weight: Mapping[str, int],
        scored: Iterable[Scored],
        threshold: float,
    ) -> None:
        self._left = left
        self._right = right
        self._weight = weight
        self._left_days = [days_of(profile.passage.text) for profile in left]
        self._right_days = [days_of(profile.passage.text) for profile in right]
        self._strong: set[tuple[int, int]] = set()
        self._by_left: dict[int, list[Scored]] = defaultdict(list)
        self._by_right: dict[int, list[Scored]] = defaultdict(list)
        for one in scored:
            self._by_left[one.left].append(one)
            self._by_right[one.right].append(one)
            if one.score >= threshold:
                self._strong.add((one.left, one.right))

    def explain(self, one: Scored) -> Evidence:
        """The evidence for one pair of passages."""
        left, right = self._left[one.left], self._right[one.right]
        shared = left.content & right.content
        runs = not left.pairs.isdisjoint(right.pairs)
        days = self._days(one.left, one.right)
        return Evidence(
            terms=self._written(left, shared - left.numbers, MOST_TERMS),
            names=self._written(left, left.names & right.names, MOST_TERMS),
            numbers=self._written(left, left.numbers & right.numbers, MOST_TERMS),
            dates=days,
            quotation=_run(left, left.quoted, right.quoted_places, QUOTED_FROM) if runs else "",
            copied=_run(left, left.unquoted, right.unquoted_places, COPIED_FROM) if runs else "",
            neighbours=self._neighbours(one),
            runner_up_left=self._runner_up(self._by_right[one.right], one, left_side=True),
            runner_up_right=self._runner_up(self._by_left[one.left], one, left_side=False),
        )

    def _days(self, i: int, j: int) -> tuple[str, ...]:
        """The days both passages name, as the left one writes them."""
        rights = self._right_days[j]
        return tuple([written for day, written in self._left_days[i].items() if day in rights])

    def _written(self, left: Profile, stems: frozenset[str], most: int) -> tuple[str, ...]:
        """Those stems as the left passage first writes them, the rarest first."""
        first, weight = left.places, self._weight
        rarest = sorted([(-weight.get(stem, 0), first[stem][0]) for stem in stems if stem in first])
        return tuple(left.written(place) for _, place in rarest[:most])

    def _neighbours(self, one: Scored) -> tuple[tuple[int, int], ...]:
        steps = range(-REACH, REACH + 1)
        pairs = [(one.left + i, one.right + j) for i in steps for j in steps if i or j]
        return tuple(
            (self._left[i].passage.index, self._right[j].passage.index)
            for i, j in pairs
            if (i, j) in self._strong
        )

    def _runner_up(self, rivals: Sequence[Scored], one: Scored, left_side: bool) -> tuple[int, float] | None:
        others = [rival for rival in rivals if rival is not one]
        if not others:
            return None
        best = max(others, key=lambda rival: (rival.score, -rival.left, -rival.right))
        profile = self._left[best.left] if left_side else self._right[best.right]
        return profile.passage.index, best.score


def _run(profile: Profile, stems: Sequence[str], places: Places, least: int) -> str:
    """The longest run of its stems among those places, as the passage writes it.

    Empty if it is shorter than `least` words or says nothing.
    """
    length, end, _ = run_at(stems, places)
    if length < least or not any(k in profile.kept for k in range(end - length, end)):
        return ""
    return profile.written(end - length, end - 1)
