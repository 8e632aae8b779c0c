"""Why two passages are linked: what both have, as the left one writes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tui.analysis.align import Scored
from tui.analysis.days import Day, days_of
from tui.analysis.profile import Profile
from tui.analysis.runs import LEFT_OUT, Alphabet, longest_run, only
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
        alphabet = Alphabet()
        self._letters = _letters(left, alphabet, LEFT_OUT[0]), _letters(right, alphabet, LEFT_OUT[1])
        self._keyed_for: Profile | None = None
        self._keyed: dict[str, tuple[int, int, str]] = {}
        """How the stems of the last left passage are ranked and written."""
        self._days: dict[str, dict[Day, str]] = {}
        self._strong: dict[int, list[int]] = defaultdict(list)
        by_left: dict[int, list[Scored]] = defaultdict(list)
        by_right: dict[int, list[Scored]] = defaultdict(list)
        for one in scored:
            by_left[one.left].append(one)
            by_right[one.right].append(one)
            if one.score >= threshold:
                self._strong[one.left].append(one.right)
        self._best_by_left = {place: _best_two(rivals) for place, rivals in by_left.items()}
        self._best_by_right = {place: _best_two(rivals) for place, rivals in by_right.items()}

    def explain(self, one: Scored) -> Evidence:
        """The evidence for one pair of passages."""
        left, right = self._left[one.left], self._right[one.right]
        above, aside = _other(self._best_by_right[one.right], one), _other(self._best_by_left[one.left], one)
        return Evidence(
            terms=self._written(left, (left.content & right.content) - left.numbers),
            names=self._written(left, names) if (names := left.names & right.names) else (),
            numbers=self._written(left, numbers) if (numbers := left.numbers & right.numbers) else (),
            dates=self._shared_days(left, right),
            quotation=self._run(one, INSIDE, QUOTED_FROM),
            copied=self._run(one, OUTSIDE, COPIED_FROM),
            neighbours=self._neighbours(one),
            runner_up_left=(self._left[above.left].passage.index, above.score) if above else None,
            runner_up_right=(self._right[aside.right].passage.index, aside.score) if aside else None,
        )

    def _shared_days(self, left: Profile, right: Profile) -> tuple[str, ...]:
        """The days both passages name, as the left one writes them."""
        lefts = self._days_of(left)
        if not lefts:
            return ()
        rights = self._days_of(right)
        return tuple([written for day, written in lefts.items() if day in rights])

    def _days_of(self, profile: Profile) -> dict[Day, str]:
        text = profile.passage.text
        if text not in self._days:
            self._days[text] = days_of(text)
        return self._days[text]

    def _written(self, left: Profile, stems: Iterable[str]) -> tuple[str, ...]:
        """Those stems as the left passage first writes them, the rarest first, MOST_TERMS at most."""
        if left is not self._keyed_for:
            weight = self._weight
            self._keyed_for = left
            # Backwards, so that the first place of a stem stays.
            self._keyed = {
                left.stems[k]: (-weight.get(left.stems[k], 0), k, left.forms[k])
                for k in range(len(left.stems) - 1, -1, -1)
            }
        keyed = self._keyed
        return tuple([form for _, _, form in sorted([keyed[s] for s in stems if s in keyed])[:MOST_TERMS]])

    def _run(self, one: Scored, where: int, least: int) -> str:
        """The longest run of words that both have inside or outside quotations, as the left writes it.

        Empty if it is shorter than `least` words or says nothing.
        """
        lefts, rights = self._letters[0][where][one.left], self._letters[1][where][one.right]
        if not lefts or not rights:
            return ""
        length, first = longest_run(lefts, rights, least)
        if not length:
            return ""
        left = self._left[one.left]
        if not any(k in left.kept for k in range(first, first + length)):
            return ""
        return left.written(first, first + length - 1)

    def _neighbours(self, one: Scored) -> tuple[tuple[int, int], ...]:
        """The links shown up to REACH passages away on both sides."""
        i, j = one.left, one.right
        return tuple(
            [
                (self._left[k].passage.index, self._right[other].passage.index)
                for k in range(i - REACH, i + REACH + 1)
                for other in self._strong.get(k, ())
                if -REACH <= other - j <= REACH and (k != i or other != j)
            ]
        )


INSIDE, OUTSIDE = 0, 1


def _letters(passages: Sequence[Profile], alphabet: Alphabet, left_out: str) -> tuple[list[str], list[str]]:
    """For each passage its stems INSIDE quotations, a letter each, and OUTSIDE; empty without any."""
    inside, outside = [], []
    for profile in passages:
        spelt = alphabet.spell(profile.stems)
        if any(profile.inside):
            inside.append(only(spelt, profile.inside, left_out))
            outside.append(only(spelt, [not quoted for quoted in profile.inside], left_out))
        else:
            inside.append("")
            outside.append(spelt)
    return inside, outside


def _other(best: Sequence[Scored], one: Scored) -> Scored | None:
    """The first of them that is not that one."""
    if best[0] is not one:
        return best[0]
    return best[1] if len(best) > 1 else None


def _best_two(rivals: list[Scored]) -> list[Scored]:
    """The two with the highest scores; of equal ones the first in the text."""
    if len(rivals) > 1:
        rivals.sort(key=lambda one: (-one.score, one.left, one.right))
    return rivals[:2]
