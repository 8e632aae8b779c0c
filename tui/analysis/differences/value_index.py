"""Index of facts by value: finds those that may agree with one, without comparing it with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
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
Slot = range | DateRange | None


class ValueIndex:
    """Facts of one kind. Numbers are in buckets by size, dates by day; times are all near to each other.

    Facts with the same `slot` have the same facts near to them, which are looked up once.
    """

    def __init__(self, facts: Sequence[FactInContext]) -> None:
        self._buckets: dict[int, list[int]] = defaultdict(list)
        self._days: dict[DateRange, list[int]] = defaultdict(list)
        self._others: list[int] = []
        self._near: dict[Slot, Sequence[int]] = {}
        for place, fact in enumerate(facts):
            slot = slot_of(fact)
            if slot is None:
                self._others.append(place)
            elif isinstance(slot, DateRange):
                self._days[slot].append(place)
            else:
                for bucket in slot:
                    self._buckets[bucket].append(place)

    def near(self, fact: FactInContext) -> Sequence[int]:
        """The places, in order, of facts that may agree with this one and settle it; all that do are in."""
        slot = slot_of(fact)
        if slot not in self._near:
            self._near[slot] = self._find(slot)
        return self._near[slot]

    def _find(self, slot: Slot) -> Sequence[int]:
        if slot is None:
            return self._others
        if isinstance(slot, range):
            return sorted({place for bucket in slot for place in self._buckets.get(bucket, ())})
        agreeing = [
            places for day, places in self._days.items() if dates_agree(slot, day) and date_settles(slot, day)
        ]
        return sorted(chain.from_iterable(agreeing))


def slot_of(fact: FactInContext) -> Slot:
    """What of its value tells which facts are near: the buckets of a number, a day; None of a time."""
    if isinstance(fact.value, DateRange):
        return _day(fact.value)
    return _buckets(fact, fact.value) if isinstance(fact.value, Number) else None


def _day(value: DateRange) -> DateRange:
    """A date without its place in the sentence."""
    return replace(value, first=0, end=0)


def _buckets(fact: FactInContext, number: Number) -> range:
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
