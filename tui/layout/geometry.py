"""How a terminal's columns and rows are shared out: maps, panes, gutter, titles, strip."""

from __future__ import annotations

from msgspec import Struct

from tui.model import Side
from tui.model.arrangement import Arrangement

STACKED_BELOW = 70
"""Columns under which two columns of prose no longer fit: 30 cells each, margins and gutter."""
STACKED_UNDER = 14
"""Rows under which titles, strip and footer leave too little beside each other."""
ROOMY_FROM = 100
"""Columns from which the gutter has all its lanes and the maps show what is on the screen."""
LINE_OF_PROSE = 72
"""Cells beyond which a line of prose is no longer good to read; the gutter takes the rest."""
MARGIN = 3
"""Cells left of the text in a pane: the bar of the current passage, the sign, a space."""
TAIL = 1
"""Cells right of the text in a pane."""
STACKED_TAIL = 5
"""The same when stacked: room for the number of the link."""
CHROME = 2
"""Rows under the panes: status line and footer."""
LEAST_PANE = 24
"""Cells the divider leaves to each pane."""


class Box(Struct, frozen=True):
    """A part of the terminal, in cells and rows from its upper left corner."""

    x: int
    y: int
    width: int
    height: int


class Geometry(Struct, frozen=True):
    """Sizes in cells and rows; the upper pane of a stack is the one under the keys."""

    stacked: bool
    panes: tuple[int, int]
    """Cells of the left and the right pane without their maps; stacked, both have the whole width."""
    gutter: int
    """Cells between the panes; 0 when stacked."""
    overview: int
    """Cells of the map at each outer edge."""
    titles: int
    """Rows of a title over a pane."""
    rows: tuple[int, int]
    """Rows of the first and the second pane: left and right, or upper and lower; 0: not shown."""
    strip: int
    """Rows of the strip; 0 if it is hidden."""

    def text(self, pane: int) -> int:
        """Cells of a line of text in the first (0) or the second (1) pane."""
        tail = STACKED_TAIL if self.stacked else TAIL
        return max(2, min(LINE_OF_PROSE, self.panes[pane] - MARGIN - tail))

    def boxes(self, columns: int, rows: int) -> dict[str, Box]:
        """Where each part stands in a terminal of that size; what has no room, or is hidden, is missing.

        `first` and `second` stand before the parts of the two panes: left and right, or upper and lower.
        """
        under = self.rows[0] + self.titles
        lower = self.titles + self.rows[1] if self.rows[1] else 0
        second = (0, under) if self.stacked else (self.overview + self.panes[0] + self.gutter, 0)
        foot = under + lower if self.stacked else under
        boxes = {
            **self._pane("first", 0, 0, 0, self.overview),
            "gutter": Box(self.overview + self.panes[0], 0, self.gutter, 0 if self.stacked else under),
            **self._pane("second", 1, *second, 0),
            "strip": Box(0, foot, columns, self.strip),
            "status": Box(0, max(foot + self.strip, rows - CHROME), columns, 1),
            "keys": Box(0, max(foot + self.strip + 1, rows - 1), columns, 1),
        }
        return {name: box for name, box in boxes.items() if box.width > 0 and box.height > 0}

    def _pane(self, name: str, number: int, x: int, y: int, before: int) -> dict[str, Box]:
        """The parts of a pane; `before` is how many cells of its map stand left of the text."""
        width, rows = self.panes[number], self.rows[number]
        if not rows:
            return {}
        at = x + before
        beyond = x if before else x + width
        return {
            f"{name}-map": Box(beyond, y, self.overview, self.titles + rows),
            f"{name}-title": Box(at, y, width, self.titles),
            f"{name}-text": Box(at, y + self.titles, width, rows),
        }

    def rows_of(self, side: Side, active: Side) -> int:
        """Rows of the pane of one side, given which side is under the keys."""
        first = active if self.stacked else Side.LEFT
        return self.rows[0] if side is first else self.rows[1]


def arrange(
    columns: int,
    rows: int,
    arrangement: Arrangement = Arrangement.AUTO,
    divider: int = 0,
    strip: bool = True,
) -> Geometry:
    """Share out a terminal of that size; every size of 1 x 1 and more has an answer.

    `divider` is how many cells the gutter stands right of the middle (left, if negative); each pane
    keeps `LEAST_PANE`.
    """
    small = columns < STACKED_BELOW
    if arrangement is Arrangement.BESIDE:
        small = columns < 2 * LEAST_PANE + 8
    if small or arrangement in (Arrangement.STACKED, Arrangement.SINGLE):
        return _stacked(columns, rows, arrangement is Arrangement.SINGLE, strip)
    return _beside(columns, rows, divider, strip)


def _beside(columns: int, rows: int, divider: int, strip: bool) -> Geometry:
    roomy = columns >= ROOMY_FROM
    overview = 2 if roomy else 1
    widest = LINE_OF_PROSE + MARGIN + TAIL
    inner = columns - 2 * overview
    gutter = max(12 if roomy else 8, inner - 2 * widest)
    left = (inner - gutter) // 2 + divider
    left = max(LEAST_PANE, min(left, inner - gutter - LEAST_PANE))
    titles = 2 if rows >= 16 else 1
    strip_rows = 0 if not strip or rows < STACKED_UNDER else 3 if roomy and rows >= 30 else 2
    height = max(1, rows - CHROME - titles - strip_rows)
    panes = left, inner - gutter - left
    return Geometry(False, panes, gutter, overview, titles, (height, height), strip_rows)


def _stacked(columns: int, rows: int, single: bool, strip: bool) -> Geometry:
    strip_rows = 1 if strip and rows >= STACKED_UNDER else 0
    overview = 1 if columns >= 20 else 0
    panes = columns - overview, columns - overview
    if single:
        height = max(1, rows - CHROME - strip_rows - 1)
        return Geometry(True, panes, 0, overview, 1, (height, 0), strip_rows)
    room = max(2, rows - CHROME - strip_rows - 2)
    upper = max(1, round(room * 0.6))
    return Geometry(True, panes, 0, overview, 1, (upper, max(1, room - upper)), strip_rows)
