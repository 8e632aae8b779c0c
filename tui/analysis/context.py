"""How a pair of passages stands among all others: its neighbours and its rivals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp, log
from typing import NamedTuple

from tui.analysis.logistic import probabilities
from tui.analysis.progress import ProgressCallback, no_progress, with_progress

REACH = 2
"""Passages up and down that count as neighbours."""
SAME_EVENT_SIMILARITY = -1.05
"""Reports of one event are alike by -1.0 or more, reports of two by -1.1 or less (32 pairs each)."""
PROBABILITY_UNIT = 1_000_000
"""Chances are added in whole millionths: sums of integers are exact in any order."""
_HERE, _STEP, _TWO = [round(1000 * exp(-step * step / 3)) for step in range(REACH + 1)]
"""What a neighbour counts by its passages up or down, in thousandths; up and aside are multiplied."""


class LinkContext(NamedTuple):
    """One pair among the others. Every figure is the same when the sides are exchanged.

    A chance is that of the first model, 0 to 1.
    """

    near: float
    """ln(0.02 + chances of the pairs up to two passages away on both sides, nearer ones more)."""
    chain: float
    """Chances that the passages above answer each other, and the passages below, added; 0 to 2."""
    share: float
    """ln of the share that it has in the chances of its left passage, times that of its right."""
    rivals: float
    """ln(0.05 + chances of the other pairs of its less contested passage)."""
    alike: float
    """ln(chances of all pairs / twice the passages of the shorter article): how much they share."""
    strange: float
    """What `alike` lacks to STRANGE, 0 or below: two articles of different events share words too."""


ProbabilityRow = Mapping[int, int]
"""The chances of one left passage's pairs in whole UNITs, by the right passage."""


def probability_units(log_odds: Iterable[float]) -> list[int]:
    """The chances that such log-odds stand for, in whole UNITs."""
    return [round(PROBABILITY_UNIT * chance) for chance in probabilities(log_odds)]


class ContextTable:
    """The pairs looked at, each with its chance."""

    def __init__(
        self, rows: Sequence[ProbabilityRow], width: int, size: int, tell: ProgressCallback = no_progress
    ) -> None:
        """`rows` has for each left passage the right ones looked at, out of `width`.

        `size` is twice the number of body passages of the shorter article.
        """
        beyond: list[ProbabilityRow] = [{}] * REACH
        self._rows = [*beyond, *rows, *beyond]
        """Of passages beyond both ends too."""
        self._row = [sum(row.values()) for row in rows]
        self._column = column = [0] * width
        for row in with_progress(rows, len(rows), tell):
            for j, chance in row.items():
                column[j] += chance
        self._alike = log(0.001 + sum(self._row) / PROBABILITY_UNIT / max(1, size))
        self._strange = min(0.0, self._alike - SAME_EVENT_SIMILARITY)

    def row(self, i: int, pairs: ProbabilityRow) -> Iterator[tuple[float, ...]]:
        """The Standing of pairs of left passage i, whether they are among those looked at or not."""
        two_up, up, level, down, two_down = [row.get for row in self._rows[i : i + 2 * REACH + 1]]
        total, columns, alike, strange = self._row[i], self._column, self._alike, self._strange
        for j, own_units in pairs.items():
            a, b, c, d = j - 2, j - 1, j + 1, j + 2
            before, after = up(b, 0), down(c, 0)
            around = (
                _HERE * _STEP * (level(b, 0) + level(c, 0) + up(j, 0) + down(j, 0))
                + _STEP * _STEP * (before + up(c, 0) + down(b, 0) + after)
                + _HERE * _TWO * (level(a, 0) + level(d, 0) + two_up(j, 0) + two_down(j, 0))
                + _STEP * _TWO * (up(a, 0) + up(d, 0) + down(a, 0) + down(d, 0))
                + _STEP * _TWO * (two_up(b, 0) + two_up(c, 0) + two_down(b, 0) + two_down(c, 0))
                + _TWO * _TWO * (two_up(a, 0) + two_up(d, 0) + two_down(a, 0) + two_down(d, 0))
            )
            # A pair is no rival of itself.
            chance, own = own_units / PROBABILITY_UNIT, level(j, 0)
            row, column = (total - own) / PROBABILITY_UNIT, (columns[j] - own) / PROBABILITY_UNIT
            yield (
                log(0.02 + around / _NEAR_UNIT),
                (before + after) / PROBABILITY_UNIT,
                log(1e-9 + chance * chance / ((row + chance + 0.05) * (column + chance + 0.05))),
                log(0.05 + min(row, column)),
                alike,
                strange,
            )


_NEAR_UNIT = PROBABILITY_UNIT * 1000**2
