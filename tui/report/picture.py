"""The map of a comparison in vectors: the left article down, the right one across, every link a mark."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tui.model import Comparison, Side
from tui.report.page import ReportLink
from tui.report.wording import passage_id

EDGE = 34
"""Room for the names along the upper and the left edge, in the picture's own units."""
_LONGEST = 640
"""Units of the longer edge; the other one is in proportion."""
_FEWEST = 6.0
_MOST = 26.0
"""Units of a passage at least and at most."""
_NAMES = 10
"""Names along an edge, about."""


class Spot(Struct, frozen=True):
    """A link's mark."""

    tie: ReportLink
    x: float
    y: float
    size: float


class Tick(Struct, frozen=True):
    """A name at an edge, and the line that begins there."""

    name: str
    at: float


class Picture(Struct, frozen=True):
    """Everything to draw, in units from the upper left."""

    width: float
    height: float
    edge: int
    spots: tuple[Spot, ...]
    down: tuple[Tick, ...]
    across: tuple[Tick, ...]


def picture_of(comparison: Comparison, ties: Sequence[ReportLink]) -> Picture:
    """The map of a comparison: one step down or across is one passage."""
    down, across = len(comparison.left.passages), len(comparison.right.passages)
    longest = max(down, across, 1)
    step = min(_MOST, max(_LONGEST / longest, _FEWEST if longest * _FEWEST <= 4 * _LONGEST else 0.0))
    size = max(step * 0.8, 4.0)

    def middle(name: str) -> float:
        return _rounded(EDGE + step * (int(name[1:]) + 0.5))

    spots = tuple(Spot(tie, middle(tie.right), middle(tie.left), _rounded(size)) for tie in ties)
    return Picture(
        width=_rounded(EDGE + step * across + 8),
        height=_rounded(EDGE + step * down + 8),
        edge=EDGE,
        spots=spots,
        down=_ticks(Side.LEFT, down, step),
        across=_ticks(Side.RIGHT, across, step),
    )


def _ticks(side: Side, count: int, step: float) -> tuple[Tick, ...]:
    every = next(k for k in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10**9) if count <= k * _NAMES)
    return tuple(Tick(passage_id(side, k), _rounded(EDGE + step * k)) for k in range(0, count, every))


def _rounded(number: float) -> float:
    return round(number, 2)
