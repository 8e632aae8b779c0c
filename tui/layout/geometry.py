"""The division of the terminal into panes, gutter, minimaps, titles and details bar."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Side
from tui.model.arrangement import Arrangement

MIN_COLUMNS_BESIDE = 70
"""Columns for two columns of prose (30 cells each), margins and gutter; below, the panes are stacked."""
MIN_ROWS_WITH_DETAILS = 14
"""Rows below which the details bar is hidden, since it would leave too little text."""
WIDE_COLUMNS = 100
"""Columns from which the gutter has all its lanes and the minimaps show the part on screen."""
MAX_LINE_WIDTH = 72
"""Cells beyond which a line of prose is hard to read; the gutter takes the rest."""
LEFT_MARGIN = 3
"""Cells left of the text in a pane: bar of the current passage, sign, space."""
RIGHT_MARGIN = 1
"""Cells right of the text in a pane."""
STACKED_RIGHT_MARGIN = 5
"""The same in stacked panes, with room for the number of the link."""
FOOTER_ROWS = 2
"""Rows below the panes: status line and key footer."""
MIN_STORY_ROWS = 4
"""Rows of text that a pane keeps where several reports are listed."""
MIN_PANE_WIDTH = 24
"""Fewest cells of a pane, wherever the divider is."""


class Box(Struct, frozen=True):
    """A rectangle of the terminal, in cells and rows from its upper left corner."""

    x: int
    y: int
    width: int
    height: int


class Geometry(Struct, frozen=True):
    """Sizes in cells and rows. The upper one of stacked panes is the one that the keys act on."""

    stacked: bool
    panes: tuple[int, int]
    """Widths of the left and the right pane without their minimaps; both full if stacked."""
    gutter: int
    """Cells between the panes; 0 when stacked."""
    minimap: int
    """Cells of the minimap at each outer edge."""
    titles: int
    """Rows of the title above a pane."""
    rows: tuple[int, int]
    """Rows of the first and the second pane: left and right, or upper and lower; 0 if hidden."""
    details: int
    """Rows of the details bar; 0 if hidden."""
    notice: int = 0
    """Rows above the titles for a notice on the two articles; 0 if there is none."""
    numbers: int = 0
    """Cells in the margin for the numbers of the passages; 0 if they are hidden."""
    reports: int = 0
    """Rows at the top for the list of the reports; 0 with only two."""
    letters: int = 0
    """Cells in the margin of the left article for the letters of the reports that state a passage; 0 with
    only two."""

    def margin(self, side: Side) -> int:
        """Cells left of the text of an article."""
        return LEFT_MARGIN + self.numbers + (self.letters if side is Side.LEFT else 0)

    def text(self, side: Side) -> int:
        """Cells of a line of text of an article."""
        tail = STACKED_RIGHT_MARGIN if self.stacked else RIGHT_MARGIN
        pane = self.panes[0 if side is Side.LEFT else 1]
        return max(2, min(MAX_LINE_WIDTH, pane - self.margin(side) - tail))

    def boxes(self, columns: int, rows: int) -> dict[str, Box]:
        """The box of each part in a terminal of a given size, without parts that are hidden or do not fit.

        The parts of the two panes begin with `first` and `second`: left and right, or upper and lower.
        """
        top, height = self.reports + self.notice, self.rows[0] + self.titles
        under = top + height
        lower = self.titles + self.rows[1] if self.rows[1] else 0
        second = (0, under) if self.stacked else (self.minimap + self.panes[0] + self.gutter, top)
        foot = under + lower if self.stacked else under
        boxes = {
            "reports": Box(0, 0, columns, self.reports),
            "notice": Box(0, self.reports, columns, self.notice),
            **self._pane("first", 0, 0, top, self.minimap),
            "gutter": Box(self.minimap + self.panes[0], top, self.gutter, 0 if self.stacked else height),
            **self._pane("second", 1, *second, 0),
            "details": Box(0, foot, columns, self.details),
            "status": Box(0, max(foot + self.details, rows - FOOTER_ROWS), columns, 1),
            "keys": Box(0, max(foot + self.details + 1, rows - 1), columns, 1),
        }
        return {name: box for name, box in boxes.items() if box.width > 0 and box.height > 0}

    def _pane(self, name: str, number: int, x: int, y: int, before: int) -> dict[str, Box]:
        """The parts of a pane; `before`: cells of its minimap left of the text."""
        width, rows = self.panes[number], self.rows[number]
        if not rows:
            return {}
        at = x + before
        edge = x if before else x + width
        return {
            f"{name}-map": Box(edge, y, self.minimap, self.titles + rows),
            f"{name}-title": Box(at, y, width, self.titles),
            f"{name}-text": Box(at, y + self.titles, width, rows),
        }

    def rows_of(self, side: Side, active: Side) -> int:
        """Rows of the pane of one side, given the side that the keys act on."""
        first = active if self.stacked else Side.LEFT
        return self.rows[0] if side is first else self.rows[1]


def arrange(
    columns: int,
    rows: int,
    arrangement: Arrangement = Arrangement.AUTO,
    divider: int = 0,
    details: bool = True,
    notice: int = 0,
) -> Geometry:
    """Divide a terminal of any size from 1 x 1 up.

    `notice`: rows to leave for one, if there is room. `divider`: cells by which the gutter is right
    of the middle (left, if negative); each pane keeps `MIN_PANE_WIDTH`.
    """
    if notice and rows >= MIN_ROWS_WITH_DETAILS:
        taken = min(notice, rows - MIN_ROWS_WITH_DETAILS + 1)
        return replace(arrange(columns, rows - taken, arrangement, divider, details), notice=taken)
    small = columns < MIN_COLUMNS_BESIDE
    if arrangement is Arrangement.BESIDE:
        small = columns < 2 * MIN_PANE_WIDTH + 8
    if small or arrangement in (Arrangement.STACKED, Arrangement.SINGLE):
        return _stacked(columns, rows, arrangement is Arrangement.SINGLE, details)
    return _beside(columns, rows, divider, details)


def _beside(columns: int, rows: int, divider: int, details: bool) -> Geometry:
    wide = columns >= WIDE_COLUMNS
    minimap = 2 if wide else 1
    widest = MAX_LINE_WIDTH + LEFT_MARGIN + RIGHT_MARGIN
    inner = columns - 2 * minimap
    gutter = max(12 if wide else 8, inner - 2 * widest)
    left = (inner - gutter) // 2 + divider
    left = max(MIN_PANE_WIDTH, min(left, inner - gutter - MIN_PANE_WIDTH))
    titles = 2 if rows >= 16 else 1
    details_rows = 0 if not details or rows < MIN_ROWS_WITH_DETAILS else 3 if wide and rows >= 30 else 2
    height = max(1, rows - FOOTER_ROWS - titles - details_rows)
    panes = left, inner - gutter - left
    return Geometry(False, panes, gutter, minimap, titles, (height, height), details_rows)


def _stacked(columns: int, rows: int, single: bool, details: bool) -> Geometry:
    details_rows = 0 if not details or rows < MIN_ROWS_WITH_DETAILS else 1 if rows < 18 else 2
    minimap = 1 if columns >= 20 else 0
    panes = columns - minimap, columns - minimap
    if single:
        height = max(1, rows - FOOTER_ROWS - details_rows - 1)
        return Geometry(True, panes, 0, minimap, 1, (height, 0), details_rows)
    room = max(2, rows - FOOTER_ROWS - details_rows - 2)
    upper = max(1, round(room * 0.6))
    return Geometry(True, panes, 0, minimap, 1, (upper, max(1, room - upper)), details_rows)


def with_story(geometry: Geometry, rows: int, letters: int) -> Geometry:
    """The division for three and more reports, in a terminal of so many rows.

    A row lists the reports, another in the details bar says who states a passage, and `letters` cells of the
    margin name them. They come out of the text where it keeps `MIN_STORY_ROWS`.
    """
    taken = 1 + (1 if geometry.details else 0)
    first, second = geometry.rows
    left, right = geometry.panes
    moved = 0 if geometry.stacked else min(letters // 2, right - MIN_PANE_WIDTH)  # both texts as wide
    geometry = replace(geometry, panes=(left + moved, right - moved), letters=letters)
    if rows < MIN_ROWS_WITH_DETAILS or first - taken < MIN_STORY_ROWS:
        return geometry
    heights = first - taken, second - taken
    if geometry.stacked:
        lower = second and max(1, second - taken // 2)
        heights = first + second - taken - lower, lower
    return replace(geometry, rows=heights, details=geometry.details + taken - 1, reports=1)
