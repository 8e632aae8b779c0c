"""How a terminal's columns and rows are shared out: panes, gutter, titles."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model import Side

STACKED_BELOW = 70
"""Columns under which two columns of prose no longer fit: 30 cells each, margins and gutter."""
ROOMY_FROM = 100
"""Columns from which the gutter has all its lanes."""
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


@dataclass(frozen=True, slots=True)
class Geometry:
    """Sizes in cells and rows; the upper pane of a stack is the one under the keys."""

    stacked: bool
    panes: tuple[int, int]
    """Cells of the left and the right pane; stacked, both have the whole width."""
    gutter: int
    """Cells between the panes; 0 when stacked."""
    titles: int
    """Rows of a title over a pane."""
    rows: tuple[int, int]
    """Rows of the first and the second pane: left and right, or upper and lower."""

    def text(self, pane: int) -> int:
        """Cells of a line of text in the first (0) or the second (1) pane."""
        tail = STACKED_TAIL if self.stacked else TAIL
        return max(2, min(LINE_OF_PROSE, self.panes[pane] - MARGIN - tail))

    def rows_of(self, side: Side, active: Side) -> int:
        """Rows of the pane of one side, given which side is under the keys."""
        first = active if self.stacked else Side.LEFT
        return self.rows[0] if side is first else self.rows[1]


def arrange(columns: int, rows: int) -> Geometry:
    """Share out a terminal of that size; every size of 1 x 1 and more has an answer."""
    if columns < STACKED_BELOW:
        room = max(2, rows - CHROME - 2)
        upper = max(1, round(room * 0.6))
        return Geometry(True, (columns, columns), 0, 1, (upper, max(1, room - upper)))
    titles = 2 if rows >= 16 else 1
    widest = LINE_OF_PROSE + MARGIN + TAIL
    gutter = max(12 if columns >= ROOMY_FROM else 8, columns - 2 * widest)
    left = (columns - gutter) // 2
    height = max(1, rows - CHROME - titles)
    return Geometry(False, (left, columns - gutter - left), gutter, titles, (height, height))
