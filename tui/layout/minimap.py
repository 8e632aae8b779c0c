"""Minimap: a whole text in one column of cells, with its links and the part on screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum

from msgspec import Struct


class MinimapLevel(IntEnum):
    """Level of a passage on the minimap; a cell with several passages shows the highest level."""

    NONE = 0
    UNMATCHED = 1
    """Passage only in this article."""
    WEAK = 2
    """Linked passage that is only related, or whose link is weak."""
    SAME = 3
    EXACT = 4
    """Linked passage with the same words."""
    DIFFERS = 5
    """The articles differ; the reader must not miss it."""

    def glyph(self, ascii: bool = False) -> str:
        """Its shade; in ASCII, the sign that the passage has in the margin."""
        return (" .-~=!" if ascii else " ·░▒█▓")[self]


class MinimapMark(Struct, frozen=True, gc=False):
    """A passage on the minimap."""

    top: int
    """Its first row in the text."""
    rows: int
    level: MinimapLevel


class MinimapCell(Struct, frozen=True):
    """A cell of the minimap."""

    level: MinimapLevel = MinimapLevel.NONE
    seen: bool = False
    """Whether one of its rows is on the screen."""


def draw_minimap(
    height: int, total: int, marks: Iterable[MinimapMark], view: tuple[int, int]
) -> tuple[MinimapCell, ...]:
    """The minimap of a text of `total` rows in `height` cells; `view`: offset and rows of the pane.

    A text with fewer rows than there are cells is shown row by row, with empty cells after it.
    """
    return with_view(cell_levels(height, total, marks), total, view)


def cell_levels(height: int, total: int, marks: Iterable[MinimapMark]) -> tuple[MinimapLevel, ...]:
    """The level of each cell, which depends on the text but not on the part on screen."""
    used = min(height, total)
    levels = [MinimapLevel.NONE] * max(0, height)
    for mark in marks if used > 0 else ():
        first, last = mark.top, mark.top + max(1, mark.rows) - 1
        if last < 0 or first >= total:
            continue
        for cell in range(_cell(first, used, total), _cell(last, used, total) + 1):
            levels[cell] = max(levels[cell], mark.level)
    return tuple(levels)


def with_view(levels: Sequence[MinimapLevel], total: int, view: tuple[int, int]) -> tuple[MinimapCell, ...]:
    """Add the part on screen to the levels of a minimap."""
    used = min(len(levels), total)
    if used <= 0:
        return tuple(MinimapCell(level) for level in levels)
    start = _cell(view[0], used, total)
    stop = _cell(view[0] + max(1, view[1]) - 1, used, total)
    return tuple(MinimapCell(level, start <= i <= stop) for i, level in enumerate(levels))


def row_at(cell: int, height: int, total: int) -> int:
    """The first text row of a cell, to scroll to on a click; the nearest row beyond the minimap."""
    used = min(height, total)
    if used <= 0:
        return 0
    return min(max(cell, 0), used - 1) * total // used


def _cell(row: int, used: int, total: int) -> int:
    """The cell of a text row; every cell has at least one row."""
    row = min(max(row, 0), total - 1)
    return ((row + 1) * used - 1) // total
