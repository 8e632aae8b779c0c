"""Which passages of two articles answer each other, how surely, and in which relation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct

from tui.analysis import weights
from tui.analysis.announced import SCORE, announced
from tui.analysis.candidates import candidates
from tui.analysis.features import Evidences, Features
from tui.analysis.linear import Linear, logistic
from tui.analysis.profile import Profile
from tui.analysis.standing import Field, Pair, Standing
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


class Judge(Struct, frozen=True):
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

    def chance(self, features: Features) -> float:
        """How likely the pair by itself is to be a link, 0 to 1."""
        return logistic(self.first_related.of(features))

    def second_row(self, features: Features, standing: Standing) -> tuple[float, ...]:
        """What the second models look at, in the order of SECOND."""
        first = self.first_same.of(features), self.first_related.of(features)
        return (*first, *standing, features.late)

    def verdict(self, row: Sequence[float]) -> tuple[float, Relation]:
        """Score, 0 to 100, and relation."""
        same, related = self.same.of(row), self.related.of(row)
        sure = logistic(self.score_offset + self.score_slope * (same + related) / 2)
        alike = logistic(same) >= self.same_from
        return round(100 * sure, 2), Relation.SAME if alike else Relation.RELATED


TWIN = 90.0
"""The score of two passages of the same words at least, however often they are repeated."""
TWIN_WORDS = 2
"""News-bearing words from which the same words are a statement."""
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
    """The candidate pairs of two articles, with their features."""

    def __init__(self, left: Sequence[Profile], right: Sequence[Profile]) -> None:
        self.evidences = Evidences(left, right)
        twins = ([p.stems for p in left], [p.stems for p in right])
        self.found: dict[Pair, Features] = {
            pair: self.evidences.of(*pair) for pair in sorted(candidates(self.evidences.content, twins))
        }
        lefts, rights = (
            {k for k, p in enumerate(side) if p.passage.kind is Kind.BODY} for side in (left, right)
        )
        self._size = 2 * min(len(lefts), len(rights))
        self._body_pairs = [(i, j) for i, j in self.found if i in lefts and j in rights]

    def second_rows(self, judge: Judge, all_pairs: bool = False) -> dict[Pair, tuple[float, ...]]:
        """What the second models look at, for each candidate, or for every pair there is."""
        # A headline or caption is judged in the field, yet is no rival to what says it in full.
        chance = {pair: judge.chance(self.found[pair]) for pair in self._body_pairs}
        content = {pair: self.found[pair].content for pair in self._body_pairs}
        field = Field(chance, content, self._size)
        rows: dict[Pair, tuple[float, ...]] = {}
        for pair in self._every() if all_pairs else self.found:
            features = self.found.get(pair) or self.evidences.of(*pair)
            p = chance.get(pair) or judge.chance(features)
            rows[pair] = judge.second_row(features, field.of(pair, p, features.content))
        return rows

    def _every(self) -> Iterator[Pair]:
        content = self.evidences.content
        return product(range(len(content.left)), range(len(content.right)))


def align(
    left: Sequence[Profile], right: Sequence[Profile], floor: float, judge: Judge = JUDGE
) -> list[Scored]:
    """The pairs with at least that score, by (left, right); every pair if floor is 0."""
    if not left or not right:
        return []
    full = floor <= 0 and len(left) * len(right) <= SCORED_IN_FULL
    looked = Looked(left, right)
    called = announced(left, right)
    scored = []
    for pair, row in looked.second_rows(judge, full).items():
        score, relation = judge.verdict(row)
        if pair in called:
            score = max(score, SCORE)
        if pair in looked.found and is_twin(left[pair[0]], right[pair[1]]):
            score, relation = max(score, TWIN), Relation.SAME
        if score >= floor:
            scored.append(Scored(*pair, score, relation))
    return scored


def is_twin(left: Profile, right: Profile) -> bool:
    """Whether two passages are the same words, enough of them to be a statement."""
    return len(left.kept) >= TWIN_WORDS and left.stems == right.stems
