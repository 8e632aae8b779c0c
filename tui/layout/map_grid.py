"""Dot plot of a whole comparison: left passages down, right passages across, a mark for each link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field

from tui.model import Link
from tui.reading.visible_links import VisibleLinks

LEVELS = 5
"""Number of shades: two for hidden links, three for visible ones."""
_HIDDEN_LEVELS = 2
_MAX_ROWS = 3
"""Most rows per passage, so that a few passages do not fill a large terminal."""


class Axis(Struct, frozen=True):
    """The passages of one article along one edge. Adjacent ones share a square where room is short."""

    count: int = 0
    """Number of passages."""
    squares: int = 0
    """Number of squares along the edge: one for each passage, or fewer."""
    size: int = 1
    """Cells of a square along the edge."""

    @classmethod
    def fitted(cls, count: int, room: int, size: int) -> Axis:
        """An axis of at most `room` cells (at least 1). Squares have `size` cells if each passage has one."""
        if count <= room:
            return cls(count, count, max(1, min(size, room // max(1, count))))
        return cls(count, max(1, room), 1)

    @property
    def length(self) -> int:
        """Length in cells."""
        return self.squares * self.size

    def square(self, index: int) -> int:
        """The square of a passage."""
        return index * self.squares // max(1, self.count)

    def start(self, index: int) -> int:
        """The first cell of a passage."""
        return self.square(index) * self.size

    def passages(self, square: int) -> range:
        """The passages at a square, never empty; those of the nearest square beyond the ends."""
        if not self.squares:
            return range(0)
        held = min(max(square, 0), self.squares - 1)
        first = -(-held * self.count // self.squares)
        return range(first, -(-(held + 1) * self.count // self.squares))

    def at(self, cell: int) -> range:
        """The passages in a cell."""
        return self.passages(cell // self.size)


class MapMark(Struct, frozen=True):
    """The mark at a square: the strongest link there."""

    link: Link
    visible: bool
    shade: int
    """1 to LEVELS, by score; visible links are stronger than hidden ones."""


class MapGrid(Struct, frozen=True, dict=True):
    """The marks and their squares. Vertical cells are half rows if `halved`, else rows."""

    down: Axis = Axis()
    across: Axis = Axis()
    halved: bool = False
    """Whether a terminal row holds two squares, one above the other."""
    marks: Mapping[tuple[int, int], MapMark] = field(default_factory=dict)
    """Marks by square down and square across; squares without a link are left out."""

    @cached_property
    def _marked(self) -> Mapping[int, Sequence[int]]:
        across: dict[int, list[int]] = defaultdict(list)
        for down, square in self.marks:
            across[down].append(square)
        return dict(across)

    def marked(self, down: int) -> Sequence[int]:
        """The squares across that have a mark at a square down."""
        return self._marked.get(down, ())

    @property
    def rows(self) -> int:
        """Height in terminal rows."""
        return -(-self.down.length // 2) if self.halved else self.down.length

    @property
    def columns(self) -> int:
        return self.across.length

    def row_of(self, left: int) -> int:
        """The first terminal row of a left passage."""
        return self.down.start(left) // (2 if self.halved else 1)

    def column_of(self, right: int) -> int:
        """The first terminal column of a right passage."""
        return self.across.start(right)

    def squares_at(self, row: int) -> tuple[int, ...]:
        """The squares down in one terminal row: the upper and, if there is one, the lower."""
        if not self.halved:
            return (row // self.down.size,)
        return tuple(k for k in (2 * row, 2 * row + 1) if k < self.down.squares)

    def pair_at(self, row: int, column: int) -> tuple[int, int] | None:
        """The left and the right passage of a terminal cell; None if an article is empty.

        Those of the strongest link there, else the first ones; of the nearest cell beyond an edge.
        """
        if not self.down.squares or not self.across.squares:
            return None
        down = self.squares_at(min(max(row, 0), self.rows - 1))
        across = min(max(column, 0), self.columns - 1) // self.across.size
        marks = [self.marks[k, across] for k in down if (k, across) in self.marks]
        if marks:
            strongest = max(marks, key=lambda mark: (mark.visible, mark.link.score)).link
            return strongest.pair
        return self.down.passages(down[0])[0], self.across.passages(across)[0]


def lay_out_map(visible: VisibleLinks, columns: int, rows: int, *, halves: bool = True) -> MapGrid:
    """Lay out the dot plot of a comparison in a number of columns and rows, of any size.

    Half rows are used only where whole ones are too few, and only if `halves` allows it: two shades
    in one cell need colour.
    """
    comparison = visible.comparison
    lefts, rights = len(comparison.left.passages), len(comparison.right.passages)
    columns, rows = max(1, columns), max(1, rows)
    halved = halves and lefts > rows
    high, wide = _square_size(rows // max(1, lefts), columns // max(1, rights), halved)
    down = Axis.fitted(lefts, rows * 2 if halved else rows, high)
    across = Axis.fitted(rights, columns, wide)
    return MapGrid(down, across, halved, _marks(visible, down, across))


def _square_size(high: int, wide: int, halved: bool) -> tuple[int, int]:
    """Rows and columns of a square, given the room for them; about square to the eye.

    A terminal's cell is about twice as high as it is wide; some stretching across is no harm.
    """
    if halved:
        return 1, max(1, min(wide, 2))
    high = max(1, min(high, _MAX_ROWS, (wide + 1) // 2))
    return high, max(1, min(wide, 2 * high + 1))


def _marks(visible_links: VisibleLinks, down: Axis, across: Axis) -> Mapping[tuple[int, int], MapMark]:
    pairs = {link.pair for link in visible_links.links}
    strongest: dict[tuple[int, int], tuple[bool, float, Link]] = {}
    for link in visible_links.comparison.links:
        visible, score = link.pair in pairs, link.score
        square = down.square(link.left), across.square(link.right)
        if square not in strongest or (visible, score) > strongest[square][:2]:
            strongest[square] = visible, score, link
    threshold = visible_links.filter.threshold
    return {
        square: MapMark(link, visible, shade(score, visible, threshold))
        for square, (visible, score, link) in strongest.items()
    }


def shade(score: float, visible: bool, threshold: float) -> int:
    """The shade of a link, 1 to LEVELS: thirds from the threshold to 100, halves below it."""
    if not visible:
        return 1 if score < threshold / 2 else _HIDDEN_LEVELS
    thirds = 3 * (score - threshold) / max(1.0, 100.0 - threshold)
    return _HIDDEN_LEVELS + 1 + min(2, max(0, int(thirds)))


__all__ = ["LEVELS", "Axis", "MapGrid", "MapMark", "lay_out_map", "shade"]
