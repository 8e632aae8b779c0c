"""Which passages of two articles answer each other, how surely, and in which relation."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import compress
from math import log

from msgspec import Struct

from tui.analysis import weights
from tui.analysis.candidates import candidates, cutoff, limits_for, repeated_pairs, shared_quotation_pairs
from tui.analysis.context import ContextTable, LinkContext, ProbabilityRow, probability_units
from tui.analysis.features import POSITION, FeatureExtractor, FeatureRow, Features
from tui.analysis.lead_topics import LEAD_TOPIC_SCORE, lead_topic_pairs
from tui.analysis.logistic import LogisticModel, probabilities
from tui.analysis.profile import Profile
from tui.analysis.progress import ProgressCallback, no_progress, subrange, with_progress
from tui.model import Kind, Relation

MAX_PAIRS_SCORED_IN_FULL = 100_000
"""With floor 0 every pair of passages is scored if there are no more than these; else candidates.
Pairs that share stop words or nothing are ranked by what stands around them."""


class ScoredPair(Struct, frozen=True):
    """A pair of passages (places among the linkable ones of each side) and what is thought of it."""

    left: int
    right: int
    score: float
    """0 to 100: how sure it is that the two belong together, in per cent."""
    relation: Relation

    @property
    def pair(self) -> tuple[int, int]:
        return self.left, self.right


class PairScorer(Struct, frozen=True, dict=True):
    """Two linear models in a row (stacking; Wolpert, 1992), each for both relations.

    The first judges a pair by itself, the second sees besides how its neighbours and rivals were
    judged.
    """

    first_same: LogisticModel
    first_related: LogisticModel
    same: LogisticModel
    related: LogisticModel
    score_slope: float
    score_offset: float
    same_from: float

    @cached_property
    def either(self) -> LogisticModel:
        """The mean of `same` and `related`."""
        return self.same.mean(self.related)

    def scores(self, rows: Iterable[Sequence[float]]) -> list[float]:
        """For what the second models look at: how sure it is that the two belong together, 0 to 100."""
        slope, offset = self.score_slope, self.score_offset
        log_odds = [offset + slope * odds for odds in self.either.each(rows)]
        # Whole hundredths; `round` to two places takes twice as long.
        return [round(10_000 * chance) / 100 for chance in probabilities(log_odds)]

    def relations(self, rows: Iterable[Sequence[float]]) -> list[Relation]:
        """What kind of link each is, if it is one."""
        least = log(self.same_from / (1 - self.same_from))
        return [Relation.SAME if odds >= least else Relation.RELATED for odds in self.same.each(rows)]


IDENTICAL_SCORE = 90.0
"""The score of two passages of the same words at least, however often they are repeated."""
MIN_IDENTICAL_WORDS = 2
"""News-bearing words from which two passages of the same words are the same statement."""
SECOND_FEATURES = ("first_same", "first_related", *LinkContext._fields, "late")
"""The figures the second models look at."""


def scorer_from(found: Mapping[str, object]) -> PairScorer:
    """The judge with these weights, named as in `weights.py`."""

    def linear(name: str, figures: Sequence[str]) -> LogisticModel:
        weight = found[name]
        assert isinstance(weight, dict)
        return LogisticModel.named(weight, figures)

    def number(name: str) -> float:
        return float(str(found[name]))

    return PairScorer(
        first_same=linear("FIRST_SAME", Features._fields),
        first_related=linear("FIRST_RELATED", Features._fields),
        same=linear("SAME", SECOND_FEATURES),
        related=linear("RELATED", SECOND_FEATURES),
        score_slope=number("SCORE_SLOPE"),
        score_offset=number("SCORE_OFFSET"),
        same_from=number("SAME_FROM"),
    )


SCORER = scorer_from(vars(weights))
LEAD_PAIR = 0, 0
"""Leads answer each other without a common word: "walkout", "strike"."""
LEAD_NEIGHBOURS = (0, 1), (1, 0)
"""So may a lead and the sentence after the other one, if they say much in other words."""


class CandidatePairs:
    """The pairs of two articles worth a closer look, with their features, and the rivals they have."""

    def __init__(
        self, left: Sequence[Profile], right: Sequence[Profile], tell: ProgressCallback = no_progress
    ) -> None:
        self.evidences = FeatureExtractor(left, right, subrange(tell, 0.0, 0.3))
        lefts, rights = self.evidences.sides
        size = len(left) + len(right)
        cuts = limits_for(size)
        in_other_words = partial(self.evidences.meanings.those_from, cuts.meant)
        near = candidates(self.evidences.index, in_other_words, cuts, subrange(tell, 0.3, 0.4))
        self.announced = lead_topic_pairs(left, right)
        """Pairs looked at whatever they share, as are those of the same words or quotations."""
        in_reach = [(i, j) for i, j in LEAD_NEIGHBOURS if i < len(left) and j < len(right)]
        beside = [(i, j) for i, j in in_reach if in_other_words(i, (j,))]
        sure: list[set[int]] = [set() for _ in left]
        for i, j in {
            *self.announced,
            *repeated_pairs(_stems(left), _stems(right)),
            *shared_quotation_pairs(lefts.said, rights.said, cuts.said),
            *beside,
            LEAD_PAIR,
        }:
            sure[i].add(j)
        seen: list[list[array[float]]] = []
        at_a_glance: list[array[float]] = []
        for i in with_progress(range(len(left)), len(left), subrange(tell, 0.4, 0.6)):
            close = near[i]
            close.update({j: self.evidences.index.value(i, j) for j in sure[i].difference(close)})
            near[i] = close = {j: close[j] for j in sorted(close)}
            # Arrays: of texts of 10,000 sentences there are a hundred thousand such pairs.
            *figures, odds = [array("d", figure) for figure in self.evidences.glance(i, close)]
            seen.append(figures)
            at_a_glance.append(odds)
        self.compared = sum(map(len, near))
        """Pairs seen at a glance; of some the other features were worked out too."""
        values = [-odds for row in at_a_glance for odds in row]
        least = max(cuts.scored, -cutoff(values, cuts.most_scored * size))
        self.rows: list[dict[int, FeatureRow]] = []
        """For each left passage the right ones looked at, in order."""
        self.rivals: list[ProbabilityRow] = []
        """Those not looked at, for what they count as rivals: their chances are known at a glance."""
        for i in with_progress(range(len(left)), len(left), subrange(tell, 0.6, 0.8)):
            wanted = [odds >= least for odds in at_a_glance[i]]
            if sure[i]:
                wanted = [one or j in sure[i] for j, one in zip(near[i], wanted, strict=True)]
            columns = list(compress(near[i], wanted))
            self.rows.append(self.evidences.row(i, columns, [compress(figure, wanted) for figure in seen[i]]))
            others = [not one for one in wanted]
            rivals = probability_units(compress(at_a_glance[i], others))
            self.rivals.append(dict(zip(compress(near[i], others), rivals, strict=True)))
        self._tell = subrange(tell, 0.8, 1.0)
        self._body = [[p.passage.kind is Kind.BODY for p in side] for side in (left, right)]

    def settle(self) -> None:
        """Forget what only further pairs would need: a quarter of the memory."""
        del self.evidences

    def second_rows(
        self, judge: PairScorer, all_pairs: bool = False
    ) -> Iterator[dict[int, tuple[float, ...]]]:
        """For each left passage, by the right one, what the second models look at.

        For the pairs looked at, or for every pair there is.
        """
        rows = [self.evidences.every(i) for i in range(len(self.rows))] if all_pairs else self.rows
        first: list[tuple[list[float], list[float]]] = []
        seen: list[ProbabilityRow] = []
        for row in with_progress(rows, len(rows), subrange(self._tell, 0.0, 0.4)):
            values = row.values()
            same, related = judge.first_same.each(values), judge.first_related.each(values)
            first.append((same, related))
            seen.append(dict(zip(row, probability_units(related), strict=True)))
        field = self._field(seen)
        for i, row in with_progress(enumerate(rows), len(rows), subrange(self._tell, 0.6, 1.0)):
            judged = zip(row.items(), *first[i], field.row(i, seen[i]), strict=True)
            yield {j: (one, two, *standing, figures[POSITION]) for (j, figures), one, two, standing in judged}

    def _field(self, seen: Sequence[ProbabilityRow]) -> ContextTable:
        """A headline or caption is judged in the field, yet is no rival to what says it in full."""
        lefts, rights = self._body
        aside = {j for j, body in enumerate(rights) if not body}
        rows: list[ProbabilityRow] = []
        for row, looked, rivals, body in zip(seen, self.rows, self.rivals, lefts, strict=True):
            all_looked = row if len(row) == len(looked) else {j: row[j] for j in looked}
            others = {**all_looked, **rivals} if body else {}
            for j in aside & others.keys():
                del others[j]
            rows.append(others)
        return ContextTable(
            rows, len(rights), 2 * min(sum(lefts), sum(rights)), subrange(self._tell, 0.4, 0.6)
        )


def align(
    left: Sequence[Profile],
    right: Sequence[Profile],
    floor: float,
    judge: PairScorer = SCORER,
    tell: ProgressCallback = no_progress,
) -> list[ScoredPair]:
    """The pairs with at least that score, by (left, right); every pair if floor is 0."""
    if not left or not right:
        return []
    full = floor <= 0 and len(left) * len(right) <= MAX_PAIRS_SCORED_IN_FULL
    looked = CandidatePairs(left, right, tell)
    if not full:
        looked.settle()
    stems = _stems(left), _stems(right)
    repeated = {*stems[0]}.intersection(stems[1])
    scored = []
    for i, row in enumerate(looked.second_rows(judge, full)):
        found, own = looked.rows[i], stems[0][i] if len(left[i].kept) >= MIN_IDENTICAL_WORDS else None
        scores = dict(zip(row, judge.scores(row.values()), strict=True))
        for j in [j for j in row if (i, j) in looked.announced]:
            scores[j] = max(scores[j], LEAD_TOPIC_SCORE)
        same = {j for j in found if stems[1][j] == own} if own in repeated else ()
        for j in same:
            scores[j] = max(scores[j], IDENTICAL_SCORE)
        kept = [j for j, score in scores.items() if score >= floor]
        for j, relation in zip(kept, judge.relations(map(row.__getitem__, kept)), strict=True):
            scored.append(ScoredPair(i, j, scores[j], Relation.SAME if j in same else relation))
    return scored


def _stems(passages: Sequence[Profile]) -> list[tuple[str, ...]]:
    return [p.stems for p in passages]
