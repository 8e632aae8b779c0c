"""How a pair of passages stands among all others: its neighbours and its rivals."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeVar

Pair = tuple[int, int]
T = TypeVar("T")

REACH = 2
"""Passages up and down that count as neighbours."""
STRANGE = -1.05
"""Reports of one event are alike by -1.0 or more, reports of two by -1.1 or less (32 pairs each)."""
_NEAR = [
    (di, [(dj, math.exp(-(di * di + dj * dj) / 3)) for dj in range(-REACH, REACH + 1) if di or dj])
    for di in range(-REACH, REACH + 1)
]
"""Steps up and down, and for each the steps aside with their weights."""


class Standing(NamedTuple):
    """One pair among the others. Every figure is the same when the sides are exchanged.

    A chance is that of the first model, 0 to 1.
    """

    near: float
    """ln(0.02 + chances of the pairs up to two passages away on both sides, nearer ones more)."""
    chain: float
    """Chances that the passages above answer each other, and the passages below, added; 0 to 2."""
    lead: float
    """Content overlap less that of the best rival in its row and column, the worse of both."""
    share: float
    """ln of the share that it has in the chances of its left passage, times that of its right."""
    rivals: float
    """ln(0.05 + chances of the other pairs of its less contested passage)."""
    alike: float
    """ln(chances of all pairs / twice the passages of the shorter article): how much they share."""
    strange: float
    """What `alike` lacks to STRANGE, 0 or below: two articles of different events share words too."""


class Field:
    """The pairs looked at, each with its chance and its content overlap."""

    def __init__(self, chance: Mapping[Pair, float], content: Mapping[Pair, float], size: int) -> None:
        """`size` is twice the number of passages of the shorter article."""
        self._chance = chance
        self._rows: dict[int, dict[int, float]] = defaultdict(dict)
        for (i, j), p in chance.items():
            self._rows[i][j] = p
        self._row = _gathered(chance, 0, math.fsum)
        self._column = _gathered(chance, 1, math.fsum)
        self._row_best = _gathered(content, 0, _best_two)
        self._column_best = _gathered(content, 1, _best_two)
        self._alike = math.log(0.001 + math.fsum(chance.values()) / max(1, size))

    def of(self, pair: Pair, chance: float, content: float) -> Standing:
        """Where a pair stands that has this chance and this content overlap."""
        i, j = pair
        known = self._chance
        inside = pair in known
        own = chance if inside else 0.0
        row = max(0.0, self._row.get(i, 0.0) - own)
        column = max(0.0, self._column.get(j, 0.0) - own)
        row_rival = _rival(self._row_best.get(i, _NOTHING), content, inside)
        column_rival = _rival(self._column_best.get(j, _NOTHING), content, inside)
        reach = (row + chance + 0.05) * (column + chance + 0.05)
        return Standing(
            near=math.log(0.02 + self._around(i, j)),
            chain=known.get((i - 1, j - 1), 0.0) + known.get((i + 1, j + 1), 0.0),
            lead=content - max(row_rival, column_rival),
            share=math.log(1e-9 + chance * chance / reach),
            rivals=math.log(0.05 + min(row, column)),
            alike=self._alike,
            strange=min(0.0, self._alike - STRANGE),
        )

    def _around(self, i: int, j: int) -> float:
        """The chances of the pairs close by, weighed by how close."""
        found: list[float] = []
        for di, aside in _NEAR:
            if row := self._rows.get(i + di):
                found += [row[j + dj] * w for dj, w in aside if j + dj in row]
        return math.fsum(found)


_NOTHING = (0.0, 0.0)


def _gathered(values: Mapping[Pair, float], side: int, gather: Callable[[list[float]], T]) -> dict[int, T]:
    """The values of each row (side 0) or column (side 1), made one."""
    found: dict[int, list[float]] = defaultdict(list)
    for pair, value in values.items():
        found[pair[side]].append(value)
    return {index: gather(line) for index, line in found.items()}


def _best_two(values: list[float]) -> tuple[float, float]:
    best = sorted(values, reverse=True)
    return best[0], best[1] if len(best) > 1 else 0.0


def _rival(best: tuple[float, float], own: float, inside: bool) -> float:
    """The best overlap other than its own, which is among them only if it is `inside`."""
    return best[1] if inside and own >= best[0] else best[0]
