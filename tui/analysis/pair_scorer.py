"""The models that judge a pair of passages by its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tui.analysis import weights
from tui.analysis.context import LinkContext
from tui.analysis.features import Features
from tui.analysis.logistic import LogisticModel

SECOND_FEATURES = ("first_same", "first_related", *LinkContext._fields, "position")
"""The features of the second models."""


class PairScorer(Struct, frozen=True):
    """Two logistic models in sequence (stacking; Wolpert, 1992), each for both relations.

    The first models judge a pair by itself. The second ones also take how the first models judged its
    neighbours and rivals. `chances.py` makes chances of their log-odds.
    """

    first_same: LogisticModel
    first_related: LogisticModel
    same: LogisticModel
    related: LogisticModel


def scorer_from(values: Mapping[str, object]) -> PairScorer:
    """The scorer with these weights, named as in `weights.py`."""

    def model(name: str, features: Sequence[str]) -> LogisticModel:
        weight = values[name]
        assert isinstance(weight, dict)
        return LogisticModel.from_weights(weight, features)

    return PairScorer(
        first_same=model("FIRST_SAME", Features._fields),
        first_related=model("FIRST_RELATED", Features._fields),
        same=model("SAME", SECOND_FEATURES),
        related=model("RELATED", SECOND_FEATURES),
    )


SCORER = scorer_from(vars(weights))
