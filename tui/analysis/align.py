"""Which passages of two articles answer each other, how surely, and in which relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from tui.analysis import weights
from tui.analysis.announced import SCORE, announced
from tui.analysis.candidates import Pair, candidates, twins
from tui.analysis.features import LEAST, Evidences, Features
from tui.analysis.linear import Linear, logistic
from tui.analysis.profile import Profile
from tui.analysis.progress import Tell, each, part, silent
from tui.analysis.standing import Field, Seen, Standing
from tui.model import Kind, Relation

SCORED_IN_FULL = 100_000
"""With floor 0 every pair of passages is scored if there are no more than these; else candidates.
Pairs that share stop words or nothing are ranked by what stands around them."""


class Scored(Struct, frozen=True):
    """A pair of passages (places among the linkable ones of each side) and what is thought of it."""

    left: int
    right: int
    score: float
    """0 to 100: how sure it is that the two belong together, in per cent."""
    relation: Relation


class Judge(Struct, frozen=True, dict=True):
    """Two linear models in a row (stacking; Wolpert, 1992), each for both relations.

    The first judges a pair by itself, the second sees besides how its neighbours and rivals were
    judged.
    """

    first_same: Linear
    first_related: Linear
    same: Linear
    related: Linear
    score_slope: float
    score_offset: float
    same_from: float

    @cached_property
    def either(self) -> Linear:
        """The mean of `same` and `related`."""
        return self.same.mean(self.related)

    def first(self, features: Features) -> tuple[float, float]:
        """Log-odds that the pair by itself is the same statement, and that it is a link."""
        return self.first_same.of(features), self.first_related.of(features)

    def score(self, row: Sequence[float]) -> float:
        """How sure it is that the two belong together, 0 to 100."""
        return round(100 * logistic(self.score_offset + self.score_slope * self.either.of(row)), 2)

    def relation(self, row: Sequence[float]) -> Relation:
        """What kind of link it is, if it is one."""
        return Relation.SAME if logistic(self.same.of(row)) >= self.same_from else Relation.RELATED


TWIN = 90.0
"""The score of two passages of the same words at least, however often they are repeated."""
TWIN_WORDS = 2
"""News-bearing words from which two passages of the same words are the same statement."""
SECOND = ("first_same", "first_related", *Standing._fields, "late")
"""The figures the second models look at."""


def judge_of(found: Mapping[str, object]) -> Judge:
    """The judge with these weights, named as in `weights.py`."""

    def linear(name: str, figures: Sequence[str]) -> Linear:
        weight = found[name]
        assert isinstance(weight, dict)
        return Linear.named(weight, figures)

    def number(name: str) -> float:
        return float(str(found[name]))

    return Judge(
        first_same=linear("FIRST_SAME", Features._fields),
        first_related=linear("FIRST_RELATED", Features._fields),
        same=linear("SAME", SECOND),
        related=linear("RELATED", SECOND),
        score_slope=number("SCORE_SLOPE"),
        score_offset=number("SCORE_OFFSET"),
        same_from=number("SAME_FROM"),
    )


JUDGE = judge_of(vars(weights))


class Looked:
    """The pairs of two articles worth a closer look, with their features."""

    def __init__(self, left: Sequence[Profile], right: Sequence[Profile], tell: Tell = silent) -> None:
        self.evidences = Evidences(left, right, part(tell, 0.0, 0.3))
        sides = self.evidences.sides
        self.announced = announced(left, right)
        """Pairs looked at whatever they share, as are the nearest of the same words."""
        close = candidates(self.evidences.content, (sides[0].above, sides[1].above), part(tell, 0.3, 0.4))
        self.compared = sum(map(len, close))
        """Pairs whose letters were compared; the features of most were worked out."""
        extra: dict[int, list[int]] = defaultdict(list)
        for i, j in sorted({*self.announced, *twins(_stems(left), _stems(right))}):
            extra[i].append(j)
        self.rows: list[dict[int, Features]] = []
        """For each left passage the right ones looked at, in order."""
        for i, columns in each(enumerate(close), len(close), part(tell, 0.4, 0.8)):
            row = self.evidences.row(i, columns, LEAST)
            if more := [j for j in extra.get(i, ()) if j not in row]:
                row |= self.evidences.row(i, more)
                row = dict(sorted(row.items()))
            self.rows.append(row)
        self._tell = part(tell, 0.8, 1.0)
        self._body = [[p.passage.kind is Kind.BODY for p in side] for side in (left, right)]

    def second_rows(self, judge: Judge, all_pairs: bool = False) -> Iterator[tuple[Pair, tuple[float, ...]]]:
        """What the second models look at, for each pair looked at, or for every pair there is; in order."""
        width = len(self._body[1])
        rows = (
            [self.evidences.row(i, range(width)) for i in range(len(self.rows))] if all_pairs else self.rows
        )
        first = [[judge.first(features) for features in row.values()] for row in rows]
        seen = [
            {
                j: Seen.of(logistic(related), features.content)
                for (j, features), (_, related) in zip(row.items(), judged, strict=True)
            }
            for row, judged in zip(rows, first, strict=True)
        ]
        field = self._field(seen)
        for i, judged in each(enumerate(first), len(first), self._tell):
            standings = field.row(i, seen[i])
            for (j, features), pair, standing in zip(rows[i].items(), judged, standings, strict=True):
                yield (i, j), (*pair, *standing, features.late)

    def _field(self, seen: Sequence[Mapping[int, Seen]]) -> Field:
        """A headline or caption is judged in the field, yet is no rival to what says it in full."""
        lefts, rights = self._body
        rows = [
            {j: one for j, one in row.items() if rights[j] and j in looked} if body else {}
            for row, looked, body in zip(seen, self.rows, lefts, strict=True)
        ]
        return Field(rows, len(rights), 2 * min(sum(lefts), sum(rights)))


def align(
    left: Sequence[Profile],
    right: Sequence[Profile],
    floor: float,
    judge: Judge = JUDGE,
    tell: Tell = silent,
) -> list[Scored]:
    """The pairs with at least that score, by (left, right); every pair if floor is 0."""
    if not left or not right:
        return []
    full = floor <= 0 and len(left) * len(right) <= SCORED_IN_FULL
    looked = Looked(left, right, tell)
    stems = _stems(left), _stems(right)
    scored = []
    for pair, row in looked.second_rows(judge, full):
        score = judge.score(row)
        if pair in looked.announced:
            score = max(score, SCORE)
        i, j = pair
        if twin := stems[0][i] == stems[1][j] and len(left[i].kept) >= TWIN_WORDS:
            score = max(score, TWIN)
        if score >= floor:
            scored.append(Scored(*pair, score, Relation.SAME if twin else judge.relation(row)))
    return scored


def _stems(passages: Sequence[Profile]) -> list[tuple[str, ...]]:
    return [p.stems for p in passages]
