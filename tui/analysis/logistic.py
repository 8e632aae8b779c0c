"""A linear model whose weights have names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp
from operator import mul

from msgspec import Struct


class LogisticModel(Struct, frozen=True):
    """An intercept and one weight per figure; gives log-odds."""

    intercept: float
    weights: tuple[float, ...]

    @classmethod
    def named(cls, weight: Mapping[str, float], figures: Sequence[str]) -> LogisticModel:
        """From weights by the figure's name, in the figures' order; "" names the intercept."""
        return cls(weight.get("", 0.0), tuple(weight.get(name, 0.0) for name in figures))

    def mean(self, other: LogisticModel) -> LogisticModel:
        """The model whose log-odds are the mean of theirs; both look at the same figures."""
        weights = tuple((one + two) / 2 for one, two in zip(self.weights, other.weights, strict=True))
        return LogisticModel((self.intercept + other.intercept) / 2, weights)

    def each(self, rows: Iterable[Sequence[float]]) -> list[float]:
        """The log-odds that the figures of each row speak for."""
        weights, intercept = self.weights, self.intercept
        return [sum(map(mul, weights, figures), intercept) for figures in rows]


def probabilities(log_odds: Iterable[float]) -> list[float]:
    """The chances, 0 to 1, that such log-odds stand for (logistic function)."""
    return [1 / (1 + exp(-odds)) if odds > -40 else 0.0 for odds in log_odds]
