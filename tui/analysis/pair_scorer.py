"""The models that score a pair of passages and tell its relation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import log

from msgspec import Struct

from tui.analysis import weights
from tui.analysis.context import LinkContext
from tui.analysis.features import Features
from tui.analysis.logistic import LogisticModel, probabilities
from tui.model import Relation

SECOND_FEATURES = ("first_same", "first_related", *LinkContext._fields, "position")
"""The features of the second models."""


class PairScorer(Struct, frozen=True, dict=True):
    """Two logistic models in sequence (stacking; Wolpert, 1992), each for both relations.

    The first models judge a pair by itself. The second ones also take how the first models judged its
    neighbours and rivals.
    """

    first_same: LogisticModel
    first_related: LogisticModel
    same: LogisticModel
    related: LogisticModel
    score_slope: float
    score_offset: float
    same_from: float
    """Probability of the same statement from which a link has the relation SAME."""

    @cached_property
    def either(self) -> LogisticModel:
        """The mean of `same` and `related`."""
        return self.same.mean(self.related)

    def scores(self, rows: Iterable[Sequence[float]]) -> list[float]:
        """The scores, 0 to 100, of rows of SECOND_FEATURES: the probability of a link of either kind."""
        slope, offset = self.score_slope, self.score_offset
        log_odds = [offset + slope * odds for odds in self.either.log_odds(rows)]
        # Whole hundredths; `round` to two places takes twice as long.
        return [round(10_000 * probability) / 100 for probability in probabilities(log_odds)]

    def relations(self, rows: Iterable[Sequence[float]]) -> list[Relation]:
        """The relation of each row of SECOND_FEATURES, provided that it is a link."""
        least = log(self.same_from / (1 - self.same_from))
        return [Relation.SAME if odds >= least else Relation.RELATED for odds in self.same.log_odds(rows)]


def scorer_from(values: Mapping[str, object]) -> PairScorer:
    """The scorer with these weights, named as in `weights.py`."""

    def model(name: str, features: Sequence[str]) -> LogisticModel:
        weight = values[name]
        assert isinstance(weight, dict)
        return LogisticModel.from_weights(weight, features)

    def number(name: str) -> float:
        return float(str(values[name]))

    return PairScorer(
        first_same=model("FIRST_SAME", Features._fields),
        first_related=model("FIRST_RELATED", Features._fields),
        same=model("SAME", SECOND_FEATURES),
        related=model("RELATED", SECOND_FEATURES),
        score_slope=number("SCORE_SLOPE"),
        score_offset=number("SCORE_OFFSET"),
        same_from=number("SAME_FROM"),
    )


SCORER = scorer_from(vars(weights))
