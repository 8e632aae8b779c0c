"""A whole text in one column of cells: where which links are, what stands alone, what is seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum

from msgspec import Struct


class OverviewLevel(IntEnum):
    """What a passage has to say on the map; in a cell with several the highest is shown."""

    NONE = 0
    UNMATCHED = 1
    """Only this article has it."""
    WEAK = 2
    SAME = 3
    EXACT = 4
    """The same words."""
    DIFFERS = 5
    """Both tell it, and they disagree: what the reader must not miss."""

    def glyph(self, ascii: bool = False) -> str:
        """Its shade; in ASCII the sign that the text has at its margin."""
        return (" .?~=!" if ascii else " ·░▒█▓")[self]


class OverviewMark(Struct, frozen=True):
    """A passage on the map."""

    top: int
    """Its first row in the text."""
    rows: int
    level: OverviewLevel


class OverviewCell(Struct, frozen=True):
    level: OverviewLevel = OverviewLevel.NONE
    seen: bool = False
    """Whether one of its rows is on the screen."""


def overview(
    height: int, total: int, marks: Iterable[OverviewMark], view: tuple[int, int]
) -> tuple[OverviewCell, ...]:
    """The map of a text of `total` rows in `height` cells; `view` is offset and rows of the pane.

    A text with fewer rows than the map has cells is shown row by row, the cells after it empty.
    """
    return with_view(levels(height, total, marks), total, view)


def levels(height: int, total: int, marks: Iterable[OverviewMark]) -> tuple[OverviewLevel, ...]:
    """What each cell of the map says; it depends on the text and not on what is seen of it."""
    shown = min(height, total)
    found = [OverviewLevel.NONE] * max(0, height)
    for mark in marks if shown > 0 else ():
        first, last = mark.top, mark.top + max(1, mark.rows) - 1
        if last < 0 or first >= total:
            continue
        for cell in range(_cell(first, shown, total), _cell(last, shown, total) + 1):
            found[cell] = max(found[cell], mark.level)
    return tuple(found)


def with_view(found: Sequence[OverviewLevel], total: int, view: tuple[int, int]) -> tuple[OverviewCell, ...]:
    """The map with what is on the screen."""
    shown = min(len(found), total)
    if shown <= 0:
        return tuple(OverviewCell(level) for level in found)
    start = _cell(view[0], shown, total)
    stop = _cell(view[0] + max(1, view[1]) - 1, shown, total)
    return tuple(OverviewCell(level, start <= i <= stop) for i, level in enumerate(found))


def row_at(cell: int, height: int, total: int) -> int:
    """The first text row of a cell: where a click on it leads. Beyond the map: the nearest row."""
    shown = min(height, total)
    if shown <= 0:
        return 0
    return min(max(cell, 0), shown - 1) * total // shown


def _cell(row: int, shown: int, total: int) -> int:
    """The cell that covers a text row; every row has one and every cell at least one row."""
    row = min(max(row, 0), total - 1)
    return ((row + 1) * shown - 1) // total
