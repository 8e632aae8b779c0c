"""How a pair of passages stands among all others: its neighbours and its rivals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import exp, log
from typing import NamedTuple

from tui.analysis.progress import Tell, each, silent

REACH = 2
"""Passages up and down that count as neighbours."""
STRANGE = -1.05
"""Reports of one event are alike by -1.0 or more, reports of two by -1.1 or less (32 pairs each)."""
UNIT = 1_000_000
"""Chances are added in whole millionths: sums of integers are exact in any order."""
_HERE, _STEP, _TWO = [round(1000 * exp(-step * step / 3)) for step in range(REACH + 1)]
"""What a neighbour counts by its passages up or down, in thousandths; up and aside are multiplied."""


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


Row = Mapping[int, tuple[float, int, float]]
"""What is seen of one left passage's pairs, by the right passage: the chance, the chance in whole UNITs,
the content overlap."""


def seen_of(columns: Iterable[int], chances: Iterable[float], contents: Iterable[float]) -> Row:
    """The row of those right passages."""
    known = list(chances)
    return dict(
        zip(columns, zip(known, [round(UNIT * p) for p in known], contents, strict=True), strict=True)
    )


class Field:
    """The pairs looked at, each with its chance and its content overlap."""

    def __init__(self, rows: Sequence[Row], width: int, size: int, tell: Tell = silent) -> None:
        """`rows` has for each left passage the right ones looked at, out of `width`.

        `size` is twice the number of body passages of the shorter article.
        """
        nothing: Row = {}
        beyond: list[dict[int, int]] = [{}] * REACH
        chances: list[dict[int, int]] = []
        overlaps: list[list[float]] = [[] for _ in range(width)]
        self._row: list[int] = []
        self._row_best: list[tuple[float, float]] = []
        self._column = [0] * width
        for row in each(rows, len(rows), tell):
            chances.append({j: units for j, (_, units, _) in row.items()})
            total, contents = 0, []
            for j, (_, units, content) in row.items():
                total += units
                self._column[j] += units
                overlaps[j].append(content)
                contents.append(content)
            self._row.append(total)
            self._row_best.append(_best_two(contents))
        self._rows = [nothing, *rows, nothing]
        self._chances = [*beyond, *chances, *beyond]
        """In whole UNITs, for passages beyond both ends too."""
        self._column_best = [_best_two(column) for column in overlaps]
        self._alike = log(0.001 + sum(self._row) / UNIT / max(1, size))
        self._strange = min(0.0, self._alike - STRANGE)

    def row(self, i: int, pairs: Row) -> Iterator[Standing]:
        """Where pairs of left passage i stand, whether they are among those looked at or not."""
        before, here, after = self._rows[i : i + 3]
        two_up, up, level, down, two_down = [row.get for row in self._chances[i : i + 2 * REACH + 1]]
        total, best = self._row[i], self._row_best[i]
        columns, column_bests = self._column, self._column_best
        alike, strange = self._alike, self._strange
        for j, (chance, _, content) in pairs.items():
            _, own, inside = here.get(j, _UNSEEN)
            a, b, c, d = j - 2, j - 1, j + 1, j + 2
            around = (
                _HERE * _STEP * (level(b, 0) + level(c, 0) + up(j, 0) + down(j, 0))
                + _STEP * _STEP * (up(b, 0) + up(c, 0) + down(b, 0) + down(c, 0))
                + _HERE * _TWO * (level(a, 0) + level(d, 0) + two_up(j, 0) + two_down(j, 0))
                + _STEP * _TWO * (up(a, 0) + up(d, 0) + down(a, 0) + down(d, 0))
                + _STEP * _TWO * (two_up(b, 0) + two_up(c, 0) + two_down(b, 0) + two_down(c, 0))
                + _TWO * _TWO * (two_up(a, 0) + two_up(d, 0) + two_down(a, 0) + two_down(d, 0))
            )
            row, column = (total - own) / UNIT, (columns[j] - own) / UNIT
            reach = (row + chance + 0.05) * (column + chance + 0.05)
            # A pair is no rival of itself.
            column_best = column_bests[j]
            row_rival = best[1] if inside >= best[0] else best[0]
            column_rival = column_best[1] if inside >= column_best[0] else column_best[0]
            yield Standing(
                log(0.02 + around / _NEAR_UNIT),
                before.get(j - 1, _UNSEEN)[0] + after.get(j + 1, _UNSEEN)[0],
                content - max(row_rival, column_rival),
                log(1e-9 + chance * chance / reach),
                log(0.05 + min(row, column)),
                alike,
                strange,
            )


_UNSEEN = (0.0, 0, -1.0)
_NEAR_UNIT = UNIT * 1000**2


def _best_two(values: list[float]) -> tuple[float, float]:
    values.sort(reverse=True)
    best, second, *_ = *values[:2], 0.0, 0.0
    return best, second
