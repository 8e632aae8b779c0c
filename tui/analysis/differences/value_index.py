"""The claims that may agree with one, found without looking at all there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import copysign, floor, log1p

from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.fact_matching import CONVERSION_TOLERANCE
from tui.analysis.differences.number import Number
from tui.model.difference import FactKind

WIDTH = 0.02
"""Of a drawer, as a share of the numbers in it (from 1 on). Wider ones hold more that cannot agree, narrower
ones are more to open for a number that is not exact."""
_LARGEST = 1e300


class ValueIndex:
    """Claims of one kind. Their numbers lie in drawers by size; all others are near to each other."""

    def __init__(self, claims: Sequence[FactInContext]) -> None:
        self._drawers: dict[int, list[int]] = defaultdict(list)
        self._others: list[int] = []
        for place, claim in enumerate(claims):
            if isinstance(claim.value, Number):
                for drawer in _drawers(claim, claim.value):
                    self._drawers[drawer].append(place)
            else:
                self._others.append(place)

    def of(self, claim: FactInContext) -> Sequence[int]:
        """The places, in order, of those that may agree with it; all that do are among them."""
        if not isinstance(claim.value, Number):
            return self._others
        found: set[int] = set()
        for drawer in _drawers(claim, claim.value):
            found.update(self._drawers.get(drawer, ()))
        return sorted(found)


def _drawers(claim: FactInContext, number: Number) -> Iterable[int]:
    """The drawers of all that the number may mean: what its bound allows, rounded or converted."""
    low, high = _finite(min(number.low, number.value)), _finite(max(number.high, number.value))
    reach = _finite(number.unit)  # rounding reaches half of it
    if claim.fact.kind is FactKind.QUANTITY:
        reach += 2 * CONVERSION_TOLERANCE * max(abs(low), abs(high))
    return range(_drawer(low - reach), _drawer(high + reach) + 1)


def _finite(value: float) -> float:
    return max(-_LARGEST, min(_LARGEST, value))


def _drawer(value: float) -> int:
    return floor(copysign(log1p(abs(value)), value) / WIDTH)
