"""Index of facts by value: finds those that may agree with one, without comparing it with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import copysign, floor, log1p

from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.fact_matching import CONVERSION_TOLERANCE
from tui.analysis.differences.number import Number
from tui.model.difference import FactKind

WIDTH = 0.02
"""Width of a bucket, as a share of the numbers in it (from 1 on). Wider ones hold more numbers that cannot
agree; with narrower ones a number that is not exact falls into more of them."""
_LARGEST = 1e300


class ValueIndex:
    """Facts of one kind. Numbers are in buckets by size; dates and times are all near to each other."""

    def __init__(self, facts: Sequence[FactInContext]) -> None:
        self._buckets: dict[int, list[int]] = defaultdict(list)
        self._others: list[int] = []
        for place, fact in enumerate(facts):
            if isinstance(fact.value, Number):
                for bucket in _buckets(fact, fact.value):
                    self._buckets[bucket].append(place)
            else:
                self._others.append(place)

    def near(self, fact: FactInContext) -> Sequence[int]:
        """The places, in order, of the facts that may agree with this one; all that do are among them."""
        if not isinstance(fact.value, Number):
            return self._others
        places: set[int] = set()
        for bucket in _buckets(fact, fact.value):
            places.update(self._buckets.get(bucket, ()))
        return sorted(places)


def _buckets(fact: FactInContext, number: Number) -> Iterable[int]:
    """The buckets of all values that the number may mean: bounded, rounded or converted."""
    low, high = _finite(min(number.low, number.value)), _finite(max(number.high, number.value))
    reach = _finite(number.precision)  # rounding reaches half of it
    if fact.fact.kind is FactKind.QUANTITY:
        reach += 2 * CONVERSION_TOLERANCE * max(abs(low), abs(high))
    return range(_bucket(low - reach), _bucket(high + reach) + 1)


def _finite(value: float) -> float:
    return max(-_LARGEST, min(_LARGEST, value))


def _bucket(value: float) -> int:
    return floor(copysign(log1p(abs(value)), value) / WIDTH)
