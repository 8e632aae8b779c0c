"""Which passages of two articles answer each other, how surely, and in which relation."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial

from msgspec import Struct

from tui.analysis import weights
from tui.analysis.announced import SCORE, announced
from tui.analysis.candidates import candidates, cuts_for, highest, quoted_alike, twins
from tui.analysis.features import GLANCE, Evidences, Features
from tui.analysis.linear import Linear, logistic
from tui.analysis.profile import Profile
from tui.analysis.progress import Tell, each, part, silent
from tui.analysis.standing import Field, Row, Standing, seen_of
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
    features: Features | None = None
    """None if it was not looked at more closely."""


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

    def scores(self, rows: Iterable[Sequence[float]]) -> list[float]:
        """For what the second models look at: how sure it is that the two belong together, 0 to 100."""
        slope, offset = self.score_slope, self.score_offset
        return [round(100 * logistic(offset + slope * odds), 2) for odds in self.either.each(rows)]

    def relation(self, row: Sequence[float]) -> Relation:
        """What kind of link it is, if it is one."""
        (odds,) = self.same.each((row,))
        return Relation.SAME if logistic(odds) >= self.same_from else Relation.RELATED


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
AT_A_GLANCE = Linear.named(weights.GLANCE, GLANCE)
"""What the first model for either relation would say, told from the figures that tell most."""
FIRST = 0, 0
"""Leads answer each other without a common word: "walkout", "strike"."""
BESIDE_FIRST = (0, 1), (1, 0)
"""So may a lead and the sentence after the other one, if they say much in other words."""


class Looked:
    """The pairs of two articles worth a closer look, with their features, and the rivals they have."""

    def __init__(self, left: Sequence[Profile], right: Sequence[Profile], tell: Tell = silent) -> None:
        self.evidences = Evidences(left, right, part(tell, 0.0, 0.3))
        lefts, rights = self.evidences.sides
        above = lefts.above, rights.above
        size = len(left) + len(right)
        cuts = cuts_for(size)
        in_other_words = partial(self.evidences.meanings.those_from, cuts.meant)
        near = candidates(self.evidences.content, above, in_other_words, cuts, part(tell, 0.3, 0.4))
        self.announced = announced(left, right)
        """Pairs looked at whatever they share, as are those of the same words or quotations."""
        in_reach = [(i, j) for i, j in BESIDE_FIRST if i < len(left) and j < len(right)]
        beside = [(i, j) for i, j in in_reach if in_other_words(i, (j,))]
        sure: list[set[int]] = [set() for _ in left]
        for i, j in {
            *self.announced,
            *twins(_stems(left), _stems(right)),
            *quoted_alike(lefts.said, rights.said, cuts.said),
            *beside,
            FIRST,
        }:
            sure[i].add(j)
        seen: list[tuple[array[float], ...]] = []
        for i in each(range(len(left)), len(left), part(tell, 0.4, 0.6)):
            close = near[i]
            close.update({j: self.evidences.content.of(i, j) for j in sure[i].difference(close)})
            near[i] = close = dict(sorted(close.items()))
            letters, meant, figures = self.evidences.glance(i, close)
            seen.append((array("d", letters), array("d", meant), array("d", AT_A_GLANCE.each(figures))))
        self.compared = sum(map(len, near))
        """Pairs seen at a glance; of some the other features were worked out too."""
        values = [-odds for *_, glance in seen for odds in glance]
        least = max(cuts.scored, -highest(values, cuts.most_scored * size))
        self.rows: list[dict[int, Features]] = []
        """For each left passage the right ones looked at, in order."""
        self.rivals: list[Row] = []
        """Those not looked at, for what they count as rivals: their chances are known at a glance."""
        for i in each(range(len(left)), len(left), part(tell, 0.6, 0.8)):
            wanted: dict[int, tuple[float, float]] = {}
            others: dict[int, float] = {}
            for j, letters, meant, odds in zip(near[i], *seen[i], strict=True):
                if odds >= least or j in sure[i]:
                    wanted[j] = letters, meant
                else:
                    others[j] = odds
            self.rows.append(self.evidences.row(i, wanted))
            contents = map(near[i].__getitem__, others)
            self.rivals.append(seen_of(others, map(logistic, others.values()), contents))
        self._tell = part(tell, 0.8, 1.0)
        self._body = [[p.passage.kind is Kind.BODY for p in side] for side in (left, right)]

    def settle(self) -> None:
        """Forget what only further pairs would need: a quarter of the memory."""
        del self.evidences

    def second_rows(self, judge: Judge, all_pairs: bool = False) -> Iterator[dict[int, tuple[float, ...]]]:
        """For each left passage, by the right one, what the second models look at.

        For the pairs looked at, or for every pair there is.
        """
        rows = [self.evidences.every(i) for i in range(len(self.rows))] if all_pairs else self.rows
        first: list[tuple[list[float], list[float]]] = []
        seen: list[Row] = []
        for row in each(rows, len(rows), part(self._tell, 0.0, 0.4)):
            values = row.values()
            same, related = judge.first_same.each(values), judge.first_related.each(values)
            first.append((same, related))
            seen.append(seen_of(row, map(logistic, related), [features.content for features in values]))
        field = self._field(seen)
        for i, row in each(enumerate(rows), len(rows), part(self._tell, 0.6, 1.0)):
            late = [features.late for features in row.values()]
            judged = zip(row, *first[i], field.row(i, seen[i]), late, strict=True)
            yield {j: (one, two, *standing, place) for j, one, two, standing, place in judged}

    def _field(self, seen: Sequence[Row]) -> Field:
        """A headline or caption is judged in the field, yet is no rival to what says it in full."""
        lefts, rights = self._body
        aside = {j for j, body in enumerate(rights) if not body}
        rows: list[Row] = []
        for row, looked, rivals, body in zip(seen, self.rows, self.rivals, lefts, strict=True):
            all_looked = row if len(row) == len(looked) else {j: row[j] for j in looked}
            others = {**all_looked, **rivals} if body else {}
            for j in aside & others.keys():
                del others[j]
            rows.append(others)
        return Field(rows, len(rights), 2 * min(sum(lefts), sum(rights)), part(self._tell, 0.4, 0.6))


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
    if not full:
        looked.settle()
    stems = _stems(left), _stems(right)
    scored = []
    for i, row in enumerate(looked.second_rows(judge, full)):
        found, own = looked.rows[i], stems[0][i] if len(left[i].kept) >= TWIN_WORDS else None
        for (j, figures), score in zip(row.items(), judge.scores(row.values()), strict=True):
            if (i, j) in looked.announced:
                score = max(score, SCORE)
            if twin := stems[1][j] == own and j in found:
                score = max(score, TWIN)
            if score >= floor:
                relation = Relation.SAME if twin else judge.relation(figures)
                scored.append(Scored(i, j, score, relation, found.get(j)))
    return scored


def _stems(passages: Sequence[Profile]) -> list[tuple[str, ...]]:
    return [p.stems for p in passages]
