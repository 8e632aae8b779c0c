"""Logistic models: a weighted sum of named features that gives log-odds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp
from operator import mul

from msgspec import Struct


class LogisticModel(Struct, frozen=True):
    """An intercept and one weight per feature."""

    intercept: float
    weights: tuple[float, ...]

    @classmethod
    def from_weights(cls, weights: Mapping[str, float], features: Sequence[str]) -> LogisticModel:
        """Order weights, given by the feature's name, as `features` are; "" names the intercept.

        A feature without a weight counts nothing.
        """
        return cls(weights.get("", 0.0), tuple(weights.get(name, 0.0) for name in features))

    def mean(self, other: LogisticModel) -> LogisticModel:
        """The model whose log-odds are the mean of both; both take the same features."""
        weights = tuple((mine + its) / 2 for mine, its in zip(self.weights, other.weights, strict=True))
        return LogisticModel((self.intercept + other.intercept) / 2, weights)

    def log_odds(self, rows: Iterable[Sequence[float]]) -> list[float]:
        """The log-odds of each row of features."""
        weights, intercept = self.weights, self.intercept
        return [sum(map(mul, weights, row), intercept) for row in rows]


def probabilities(log_odds: Iterable[float]) -> list[float]:
    """The logistic function of each, 0 to 1."""
    return [1 / (1 + exp(-odds)) if odds > -40 else 0.0 for odds in log_odds]
