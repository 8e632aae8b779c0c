"""The picture of a whole comparison, with a cursor in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.layout.matrix import Matrix, MatrixMark, lay_out_matrix
from tui.layout.wrap import cell_len
from tui.model import Side
from tui.model.symbols import ASCII, UNICODE, to_ascii
from tui.reading.reading import Reading
from tui.report.wording import passage_id
from tui.ui.widgets.map_shades import MapShades
from tui.ui.widgets.row_widget import RowWidget

HEADER = 2
"""Rows over the picture: the passages' names and the numbers of their topics."""
LEGEND_FROM = 8
"""Rows from which the last one says what the shades mean."""
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)
_DENSE = 2
"""Terminal rows from one name at the left edge to the next, where passages share rows."""


class MapPicture(RowWidget):
    """Left article down, right article across; a shade for each link, darker the surer."""

    COMPONENT_CLASSES = {
        "map-picture--ruler",
        "map-picture--faint",
        "map-picture--cross",
        "map-picture--legend",
    }

    reading: var[Reading] = var(Reading)
    cursor: var[tuple[int, int]] = var((0, 0))

    class PairChosen(Message):
        """The reader clicked a place of the picture."""

        def __init__(self, left: int, right: int, opened: bool) -> None:
            super().__init__()
            self.left = left
            self.right = right
            self.opened = opened
            """Whether it was clicked twice, to go there."""

    def __init__(self, reading: Reading, cursor: tuple[int, int], *, ascii: bool = False) -> None:
        super().__init__()
        self.set_reactive(MapPicture.reading, reading)
        self.set_reactive(MapPicture.cursor, cursor)
        self._ascii = ascii
        self._signs = ASCII if ascii else UNICODE
        self._shades = MapShades(ascii)
        self._matrix: tuple[object, Matrix] = None, Matrix()

    # -- where things are

    @property
    def margin(self) -> int:
        """Cells left of the picture: a passage's name, the number of its topic, a line."""
        return len(passage_id(Side.LEFT, self._count(Side.LEFT) - 1)) + 3

    @property
    def matrix(self) -> Matrix:
        """The picture for the present size; laid out anew only when size or reading change."""
        key = self.size, self.reading.visible
        if self._matrix[0] != key:
            spare = len(passage_id(Side.RIGHT, self._count(Side.RIGHT) - 1)) - 1
            columns = self.size.width - self.margin - spare
            rows = self.size.height - HEADER - self._legend_rows
            halves = not self._ascii and not self.app.no_color
            self._matrix = key, lay_out_matrix(self.reading.visible, columns, rows, halves=halves)
        return self._matrix[1]

    @property
    def _legend_rows(self) -> int:
        return int(self.size.height >= LEGEND_FROM)

    def _count(self, side: Side) -> int:
        return max(1, len(self.reading.comparison.article(side).passages))

    # -- what changes the picture

    def watch_reading(self) -> None:
        self.refresh()

    def watch_cursor(self, old: tuple[int, int], new: tuple[int, int]) -> None:
        """Paint anew what the cursor leaves and enters: two rows, two columns, the names above."""
        matrix, (width, height) = self.matrix, self.size
        regions = [Region(0, 0, width, HEADER)] if old[1] != new[1] else []
        size = matrix.down.size if not matrix.halved else 1
        for left, right in (old, new):
            if old[0] != new[0]:
                regions.append(Region(0, HEADER + matrix.row_of(left), width, size))
            if old[1] != new[1]:
                x = self.margin + matrix.column_of(right)
                regions.append(Region(x, HEADER, matrix.across.size, height - HEADER - self._legend_rows))
        if regions:
            self.refresh(*regions)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._shades.forget()

    # -- painting

    def strip_at(self, y: int) -> Strip:
        if self._legend_rows and y == self.size.height - 1:
            style = self.look("map-picture--legend", self.rich_style)
            return self.finished([Segment(self._legend(), style)])
        if y == 0:
            return self.finished(self._names())
        if y == 1:
            return self.finished(self._topics())
        matrix = self.matrix
        if y - HEADER >= matrix.rows:
            return self.finished(())
        return self.finished([*self._edge(matrix, y - HEADER), *_merged(self._cells(matrix, y - HEADER))])

    def _names(self) -> Iterator[Segment]:
        """Names of right passages over their columns, that of the cursor always."""
        axis, current = self.matrix.across, self.cursor[1]
        step = _step(axis.count, axis.length, len(passage_id(Side.RIGHT, axis.count)) + 1)
        yield Segment(" " * self.margin, self._shades.ruler(self))
        x, here = 0, axis.start(current)
        past = here + len(passage_id(Side.RIGHT, current))
        for index in sorted({*range(0, axis.count, step), current} if axis.count else ()):
            name, start = passage_id(Side.RIGHT, index), axis.start(index)
            free = start >= x and (start + len(name) < here or start > past)
            if index == current or free:
                yield Segment(" " * (start - x), self._shades.ruler(self))
                yield Segment(name, self._shades.ruler(self, index == current))
                x = start + len(name)

    def _topics(self) -> Iterator[Segment]:
        """The number of the topic of each right passage's surest link, over its column."""
        axis = self.matrix.across
        yield Segment(" " * self.margin, self._shades.ruler(self))
        for place in range(axis.places):
            topic = self._topic(Side.RIGHT, axis.passages(place))
            yield Segment(_digit(topic).ljust(axis.size), self._shades.topic(self, topic))

    def _edge(self, matrix: Matrix, row: int) -> Iterator[Segment]:
        """Name and topic of a left passage before its row, and the line at the left edge."""
        current = self.cursor[0]
        places = matrix.places_at(row)
        passages = range(matrix.down.passages(places[0])[0], matrix.down.passages(places[-1])[-1] + 1)
        dense = matrix.halved or matrix.down.places < matrix.down.count
        step = _step(matrix.down.count, matrix.rows, _DENSE if dense else 1)
        first = row % matrix.down.size == 0 or matrix.halved
        named = current if current in passages else next((k for k in passages if k % step == 0), -1)
        name = passage_id(Side.LEFT, named) if named >= 0 and first else ""
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

    def _cells(self, matrix: Matrix, row: int) -> Iterator[tuple[str, Style]]:
        """One row of the picture: the marks, the diagonal and the cursor, and what lies between."""
        shades = self._shades
        places, width = matrix.places_at(row), matrix.across.size
        left, right = matrix.down.place(self.cursor[0]), matrix.across.place(self.cursor[1])
        guide = (2 * row + 1) * matrix.across.places // (2 * max(1, matrix.rows))
        marked = {place for k in places for place in matrix.marked(k)}
        along, done = left in places, 0
        for place in sorted({*marked, guide, right}):
            yield " " * (width * (place - done)), shades.guide(self, along)
            if place in marked or (along and place == right):
                yield from self._place(
                    matrix, row, place, places.index(left) if along and place == right else -1
                )
            else:
                centre = _is_centre(matrix, row) and place == guide
                mark = to_ascii("╲", self._ascii) if centre else ""
                yield mark.center(width), shades.guide(self, along or place == right)
            done = place + 1
        yield " " * (width * (matrix.across.places - done)), shades.guide(self, along)

    def _place(self, matrix: Matrix, row: int, place: int, cursor: int) -> Iterator[tuple[str, Style]]:
        """A place with a mark or the cursor, which is in its upper (0) or lower (1) half, or not (-1)."""
        width = matrix.across.size
        places = matrix.places_at(row)
        marks = [matrix.marks.get((k, place)) for k in places]
        crossed = matrix.down.place(self.cursor[0]) in places or matrix.across.place(self.cursor[1]) == place
        if matrix.halved:
            yield from self._shades.halves(self, [*marks, None][:2], cursor, crossed, width)
        else:
            yield from self._tile(marks[0], width, _is_centre(matrix, row), cursor >= 0, crossed)

    def _tile(
        self, mark: MatrixMark | None, width: int, centre: bool, here: bool, crossed: bool
    ) -> Iterator[tuple[str, Style]]:
        """One row of a place: its shade and, where there is room, the sign of the link shown."""
        style = self._shades.whole(self, mark, crossed)
        if here:
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
        """What the shades mean, as much as fits."""
        parts = ["▄ faint: not shown", "bright: shown, in its topic's colour"]
        if not self.matrix.halved:
            parts = [f"{self._shades.hidden} not shown", f"{self._shades.shown} shown"]
            if self.matrix.across.size > 1:
                signs = self._signs
                parts.append(f"{signs.exact} exact {signs.same} same {signs.related} related")
        said = " "
        for part in (*parts, "╲ same order"):
            part = to_ascii(part, self._ascii)
            if cell_len(said + part) <= self.size.width:
                said += part + "  "
        return said

    # -- the mouse

    def on_click(self, event: events.Click) -> None:
        row, column = event.y - HEADER, event.x - self.margin
        pair = self.matrix.pair_at(row, column)
        if pair and 0 <= row < self.matrix.rows and 0 <= column < self.matrix.columns:
            event.stop()
            opened = event.chain > 1
            self.post_message(self.PairChosen(*(self.cursor if opened else pair), opened=opened))


def _digit(topic: int) -> str:
    """The key that keeps a topic; `+` for one that has none, a space for no topic."""
    return " " if topic < 0 else str(topic + 1) if topic < 9 else "+"


def _is_centre(matrix: Matrix, row: int) -> bool:
    """Whether a row is the one of its places where their sign stands."""
    return row % matrix.down.size == matrix.down.size // 2


def _step(count: int, length: int, least: int) -> int:
    """The smallest round step between names that leaves each `least` cells."""
    return next((k for k in _STEPS if k * length >= least * count), count or 1)


def _merged(cells: Iterable[tuple[str, Style]]) -> Iterator[Segment]:
    """Segments of cells, neighbours of one style joined."""
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
