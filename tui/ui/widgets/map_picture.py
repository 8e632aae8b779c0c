"""The map of a comparison as a dot plot, with a cursor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.layout.map_grid import MapGrid, MapMark, lay_out_map
from tui.layout.wrap import cell_len
from tui.model import Side
from tui.model.symbols import ASCII, UNICODE, to_ascii
from tui.reading.reading import Reading
from tui.ui.widgets.map_shades import MapShades
from tui.ui.widgets.row_widget import RowWidget

HEADER = 2
"""Rows above the plot: passage ids and topic numbers."""
LEGEND_FROM = 8
"""Widget rows from which the last one is a legend."""
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_DENSE = 2
"""Terminal rows between ids at the left edge where passages share rows."""


class MapPicture(RowWidget):
    """Left article down, right article across, and a shade for each link, darker for a higher score."""

    COMPONENT_CLASSES = {
        "map-picture--ruler",
        "map-picture--faint",
        "map-picture--cross",
        "map-picture--legend",
    }

    reading: var[Reading] = var(Reading)
    cursor: var[tuple[int, int]] = var((0, 0))

    class PairChosen(Message):
        """The reader clicked a pair of passages."""

        def __init__(self, left: int, right: int, opened: bool) -> None:
            super().__init__()
            self.left = left
            self.right = right
            self.opened = opened
            """Whether it was a double click, which goes to the pair."""

    def __init__(self, reading: Reading, cursor: tuple[int, int], *, ascii: bool = False) -> None:
        super().__init__()
        self.set_reactive(MapPicture.reading, reading)
        self.set_reactive(MapPicture.cursor, cursor)
        self._ascii = ascii
        self._signs = ASCII if ascii else UNICODE
        self._shades = MapShades(ascii)
        self._grid_cache: tuple[object, MapGrid] = None, MapGrid()

    # -- geometry

    @property
    def margin(self) -> int:
        """Cells left of the picture: a passage's number, that of its topic, a line."""
        return len(str(self._count(Side.LEFT) - 1)) + 3

    @property
    def grid(self) -> MapGrid:
        """The layout for the current size, cached until the size or the links change."""
        key = self.size, self.reading.visible
        if self._grid_cache[0] != key:
            spare = len(str(self._count(Side.RIGHT) - 1)) - 1
            columns = self.size.width - self.margin - spare
            rows = self.size.height - HEADER - self._legend_rows
            halves = not self._ascii and not self.app.no_color
            self._grid_cache = key, lay_out_map(self.reading.visible, columns, rows, halves=halves)
        return self._grid_cache[1]

    @property
    def _legend_rows(self) -> int:
        return int(self.size.height >= LEGEND_FROM)

    def _count(self, side: Side) -> int:
        return max(1, len(self.reading.comparison.article(side).passages))

    # -- repainting

    def watch_reading(self) -> None:
        self.refresh()

    def watch_cursor(self, old: tuple[int, int], new: tuple[int, int]) -> None:
        """Repaint the rows and columns that the cursor leaves and enters, and the numbers above."""
        grid, (width, height) = self.grid, self.size
        regions = [Region(0, 0, width, HEADER)] if old[1] != new[1] else []
        size = grid.down.size if not grid.halved else 1
        for left, right in (old, new):
            if old[0] != new[0]:
                regions.append(Region(0, HEADER + grid.row_of(left), width, size))
            if old[1] != new[1]:
                x = self.margin + grid.column_of(right)
                regions.append(Region(x, HEADER, grid.across.size, height - HEADER - self._legend_rows))
        if regions:
            self.refresh(*regions)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._shades.forget()

    # -- painting

    def strip_at(self, y: int) -> Strip:
        if self._legend_rows and y == self.size.height - 1:
            style = self.component_style("map-picture--legend", self.rich_style)
            return self.full_strip([Segment(self._legend(), style)])
        if y == 0:
            return self.full_strip(self._ids())
        if y == 1:
            return self.full_strip(self._topics())
        grid = self.grid
        if y - HEADER >= grid.rows:
            return self.full_strip(())
        return self.full_strip([*self._edge(grid, y - HEADER), *_merged(self._cells(grid, y - HEADER))])

    def _ids(self) -> Iterator[Segment]:
        """Numbers of right passages above their columns, always with the one at the cursor."""
        axis, current = self.grid.across, self.cursor[1]
        step = _step(axis.count, axis.length, len(str(axis.count)) + 1)
        yield Segment(" " * self.margin, self._shades.ruler(self))
        x, cursor_start = 0, axis.start(current)
        cursor_end = cursor_start + len(str(current))
        for index in sorted({*range(0, axis.count, step), current} if axis.count else ()):
            name, start = str(index), axis.start(index)
            free = start >= x and (start + len(name) < cursor_start or start > cursor_end)
            if index == current or free:
                yield Segment(" " * (start - x), self._shades.ruler(self))
                yield Segment(name, self._shades.ruler(self, index == current))
                x = start + len(name)

    def _topics(self) -> Iterator[Segment]:
        """Topic number of the best link of each right passage, above its column."""
        axis = self.grid.across
        yield Segment(" " * self.margin, self._shades.ruler(self))
        for square in range(axis.squares):
            topic = self._topic(Side.RIGHT, axis.passages(square))
            yield Segment(_digit(topic).ljust(axis.size), self._shades.topic(self, topic))

    def _edge(self, grid: MapGrid, row: int) -> Iterator[Segment]:
        """Number and topic of a left passage before its row, and the line at the left edge."""
        current = self.cursor[0]
        squares = grid.squares_at(row)
        passages = range(grid.down.passages(squares[0])[0], grid.down.passages(squares[-1])[-1] + 1)
        dense = grid.halved or grid.down.squares < grid.down.count
        step = _step(grid.down.count, grid.rows, _DENSE if dense else 1)
        first = row % grid.down.size == 0 or grid.halved
        named = current if current in passages else next((k for k in passages if k % step == 0), -1)
        name = str(named) if named >= 0 and first else ""
        topic = self._topic(Side.LEFT, passages) if first else -1
        at_cursor = current in passages and first
        yield Segment(" " * (self.margin - 3 - len(name)), self._shades.ruler(self))
        yield Segment(name, self._shades.ruler(self, at_cursor))
        yield Segment(" ", self._shades.ruler(self))
        yield Segment(_digit(topic), self._shades.topic(self, topic))
        yield Segment(to_ascii("│", self._ascii), self._shades.ruler(self))

    def _topic(self, side: Side, passages: range) -> int:
        links = [links[0] for k in passages if (links := self.reading.visible.links_at(side, k))]
        return max(links, key=lambda link: link.score).topic if links else -1

    def _cells(self, grid: MapGrid, row: int) -> Iterator[tuple[str, Style]]:
        """One row of the plot: marks, diagonal, cursor, and the space between."""
        shades = self._shades
        squares, width = grid.squares_at(row), grid.across.size
        left, right = grid.down.square(self.cursor[0]), grid.across.square(self.cursor[1])
        guide = (2 * row + 1) * grid.across.squares // (2 * max(1, grid.rows))
        marked = {square for k in squares for square in grid.marked(k)}
        along, done = left in squares, 0
        for square in sorted({*marked, guide, right}):
            yield " " * (width * (square - done)), shades.guide(self, along)
            if square in marked or (along and square == right):
                yield from self._square_cells(
                    grid, row, square, squares.index(left) if along and square == right else -1
                )
            else:
                centre = _is_centre(grid, row) and square == guide
                mark = to_ascii("╲", self._ascii) if centre else ""
                yield mark.center(width), shades.guide(self, along or square == right)
            done = square + 1
        yield " " * (width * (grid.across.squares - done)), shades.guide(self, along)

    def _square_cells(self, grid: MapGrid, row: int, square: int, cursor: int) -> Iterator[tuple[str, Style]]:
        """A square with a mark or the cursor: in its upper (0) or lower (1) half, or not there (-1)."""
        width = grid.across.size
        squares = grid.squares_at(row)
        marks = [grid.marks.get((k, square)) for k in squares]
        crossed = grid.down.square(self.cursor[0]) in squares or grid.across.square(self.cursor[1]) == square
        if grid.halved:
            yield from self._shades.halves(self, [*marks, None][:2], cursor, crossed, width)
        else:
            yield from self._tile(marks[0], width, _is_centre(grid, row), cursor >= 0, crossed)

    def _tile(
        self, mark: MapMark | None, width: int, centre: bool, at_cursor: bool, crossed: bool
    ) -> Iterator[tuple[str, Style]]:
        """One row of a square: its shade and, if it is wide enough, the sign of its link."""
        style = self._shades.full(self, mark, crossed)
        if at_cursor:
            style += Style(reverse=True)
        glyph = self._shades.glyph(mark)
        if mark and mark.shade == 1:
            yield (glyph if centre else "").center(width), style
            return
        if mark is None or not mark.visible or not centre or width < 2:
            yield glyph * width, style
            return
        yield glyph * (width // 2), style
        yield self._signs.of(mark.link), style + Style(bold=True)
        yield glyph * (width - width // 2 - 1), style

    def _legend(self) -> str:
        """The meaning of the shades, as much as fits."""
        order = "╲ same order"
        parts = ["▄ shown, faint: hidden", order, "in the colour of its topic"]
        if not self.grid.halved:
            parts = [f"{self._shades.hidden} hidden", f"{self._shades.shown} shown", order]
            if self.grid.across.size > 1:
                shown = self._signs.of_relations[:-1]  # weak links are shown on request only
                parts += [f"{sign} {words}" for sign, words in shown]
        legend = " "
        for part in parts:
            part = to_ascii(part, self._ascii)
            if cell_len(legend + part) <= self.size.width:
                legend += part + "  "
        return legend

    # -- the mouse

    def on_click(self, event: events.Click) -> None:
        row, column = event.y - HEADER, event.x - self.margin
        pair = self.grid.pair_at(row, column)
        if pair and 0 <= row < self.grid.rows and 0 <= column < self.grid.columns:
            event.stop()
            opened = event.chain > 1
            self.post_message(self.PairChosen(*(self.cursor if opened else pair), opened=opened))


def _digit(topic: int) -> str:
    """The number key of a topic, `+` for a topic without one, a space for no topic."""
    return " " if topic < 0 else str(topic + 1) if topic < 9 else "+"


def _is_centre(grid: MapGrid, row: int) -> bool:
    """Whether a row is the middle one of its squares, which has their signs."""
    return row % grid.down.size == grid.down.size // 2


def _step(count: int, length: int, room: int) -> int:
    """The smallest round step between numbers that leaves `room` terminal cells for each."""
    return next((k for k in _STEPS if k * length >= room * count), count or 1)


def _merged(cells: Iterable[tuple[str, Style]]) -> Iterator[Segment]:
    """Segments of cells, with neighbours of the same style joined."""
    text, style = "", Style()
    for more, next_style in cells:
        if next_style is style or next_style == style:
            text += more
        else:
            if text:
                yield Segment(text, style)
            text, style = more, next_style
    if text:
        yield Segment(text, style)
