"""Index of facts by value: finds those that may agree with one, without comparing it with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from math import copysign, floor, log1p

from msgspec.structs import replace

from tui.analysis.differences.date_range import DateRange, date_settles, dates_agree
from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.fact_matching import CONVERSION_TOLERANCE
from tui.analysis.differences.number import Number
from tui.model.difference import FactKind

WIDTH = 0.02
"""Width of a bucket, as a share of the numbers in it (from 1 on). Wider ones hold more numbers that cannot
agree; with narrower ones a number that is not exact falls into more of them."""
_LARGEST = 1e300


class ValueIndex:
    """Facts of one kind. Numbers are in buckets by size, dates by day; times are all near to each other."""

    def __init__(self, facts: Sequence[FactInContext]) -> None:
        self._buckets: dict[int, list[int]] = defaultdict(list)
        self._days: dict[DateRange, list[int]] = defaultdict(list)
        self._near_days: dict[DateRange, list[int]] = {}
        self._others: list[int] = []
        for place, fact in enumerate(facts):
            if isinstance(fact.value, Number):
                for bucket in _buckets(fact, fact.value):
                    self._buckets[bucket].append(place)
            elif isinstance(fact.value, DateRange):
                self._days[_day(fact.value)].append(place)
            else:
                self._others.append(place)

    def near(self, fact: FactInContext) -> Sequence[int]:
        """The places, in order, of facts that may agree with this one and settle it; all that do are in."""
        if isinstance(fact.value, DateRange):
            return self._near(_day(fact.value))
        if not isinstance(fact.value, Number):
            return self._others
        places: set[int] = set()
        for bucket in _buckets(fact, fact.value):
            places.update(self._buckets.get(bucket, ()))
        return sorted(places)

    def _near(self, day: DateRange) -> list[int]:
        """In long articles the same days come again and again; those that differ are compared once."""
        if day not in self._near_days:
            agreeing = [
                places
                for other, places in self._days.items()
                if dates_agree(day, other) and date_settles(day, other)
            ]
            self._near_days[day] = sorted(chain.from_iterable(agreeing))
        return self._near_days[day]


def _day(value: DateRange) -> DateRange:
    """A date without its place in the sentence."""
    return replace(value, first=0, end=0)


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
