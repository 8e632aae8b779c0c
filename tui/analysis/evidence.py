"""Why two passages are linked: what both have, as the left one writes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

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
        self._alphabet = Alphabet()
        self._spelt: dict[tuple[int, int], tuple[str, str]] = {}
        """By side and place."""
        self._ranked_for: Profile | None = None
        self._ranking: list[tuple[str, str]] = []
        """Of the last left passage."""
        self._days: dict[str, dict[Day, str]] = {}
        self._strong: dict[int, list[tuple[int, tuple[int, int]]]] = defaultdict(list)
        """By the left passage of the links shown: the right one, and both by their indices, which is one
        tuple for all links that have it near."""
        by_left: dict[int, list[Scored]] = defaultdict(list)
        by_right: dict[int, list[Scored]] = defaultdict(list)
        for one in scored:
            by_left[one.left].append(one)
            by_right[one.right].append(one)
            if one.score >= threshold:
                pair = left[one.left].passage.index, right[one.right].passage.index
                self._strong[one.left].append((one.right, pair))
        self._best_by_left = {place: _best_two(rivals) for place, rivals in by_left.items()}
        self._best_by_right = {place: _best_two(rivals) for place, rivals in by_right.items()}

    def explain(self, one: Scored) -> Evidence:
        """The evidence for one pair of passages."""
        left, right = self._left[one.left], self._right[one.right]
        ranked = self._ranked(left)
        said, told = self._letters(0, one.left)
        said_by_right, told_by_right = self._letters(1, one.right)
        above, aside = _other(self._best_by_right[one.right], one), _other(self._best_by_left[one.left], one)
        return Evidence(
            terms=_written(ranked, (left.content & right.content) - left.numbers),
            names=_written(ranked, names) if (names := left.names & right.names) else (),
            numbers=_written(ranked, numbers) if (numbers := left.numbers & right.numbers) else (),
            dates=self._shared_days(left, right),
            quotation=_run(left, said, said_by_right, QUOTED_FROM) if said and said_by_right else "",
            copied=_run(left, told, told_by_right, COPIED_FROM),
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

    def _ranked(self, left: Profile) -> list[tuple[str, str]]:
        """The stems of a left passage that carry news, the rarest first, and how it first writes each."""
        if left is not self._ranked_for:
            weight, content = self._weight, left.content
            last = len(left.stems) - 1
            firsts = dict(zip(reversed(left.stems), range(last, -1, -1), strict=True))
            ranked = sorted([(-weight.get(stem, 0), firsts[stem], stem) for stem in content])
            self._ranked_for = left
            self._ranking = [(stem, left.forms[k]) for _, k, stem in ranked]
        return self._ranking

    def _letters(self, side: int, place: int) -> tuple[str, str]:
        """A passage's stems inside quotations, a letter each, and outside; empty without a quotation."""
        if (side, place) not in self._spelt:
            profile, left_out = (self._left, self._right)[side][place], LEFT_OUT[side]
            inside, outside = "", self._alphabet.spell(profile.stems)
            if True in profile.inside:
                inside = only(outside, profile.inside, left_out)
                outside = only(outside, [not quoted for quoted in profile.inside], left_out)
            self._spelt[side, place] = inside, outside
        return self._spelt[side, place]

    def _neighbours(self, one: Scored) -> tuple[tuple[int, int], ...]:
        """The links shown up to REACH passages away on both sides."""
        i, j, strong = one.left, one.right, self._strong
        return tuple(
            [
                pair
                for k in range(i - REACH, i + REACH + 1)
                if k in strong
                for other, pair in strong[k]
                if -REACH <= other - j <= REACH and (k != i or other != j)
            ]
        )


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
