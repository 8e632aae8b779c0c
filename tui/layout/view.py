"""The visible part of two laid-out articles, as one frozen value with its moves."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from tui.layout.page import LaidOutArticle, lay_out
from tui.layout.scrolling import ScrollSync, TextExtent, one_row_offsets
from tui.model import Article, Link, Side
from tui.model.common_order import PlacedLink

_EMPTY = lay_out(Article(), 2)


class View(Struct, frozen=True):
    """Two pages, the scroll offset of each pane, and the height of each pane.

    An offset (`top`) is normally 0 .. height - rows. It is outside that range only where two passages near
    the end of their texts are put on one row; the pane then shows blank rows.
    """

    left: LaidOutArticle = _EMPTY
    right: LaidOutArticle = _EMPTY
    left_top: int = 0
    """The text row at the top of the left pane."""
    right_top: int = 0
    left_rows: int = 0
    """Rows of the left pane; 0 before anything is shown."""
    right_rows: int = 0
    sync: ScrollSync = ScrollSync()
    """The pairs of offsets that scrolling moves through."""
    locked: bool = True
    """Whether the panes scroll together: scrolling one moves the other."""
    out_of_sync: bool = False
    """Whether the offsets were set without `sync`. It is bent to them when the panes are scrolled next, since
    that takes time in proportion to the links."""

    def page(self, side: Side) -> LaidOutArticle:
        return self.left if side is Side.LEFT else self.right

    def top(self, side: Side) -> int:
        return self.left_top if side is Side.LEFT else self.right_top

    def rows(self, side: Side) -> int:
        return self.left_rows if side is Side.LEFT else self.right_rows

    def extent(self, side: Side) -> TextExtent:
        return TextExtent(self.page(side).height, self.rows(side))

    def max_offset(self, side: Side) -> int:
        """The offset at which the last row of the text is the last row of the pane."""
        return self.extent(side).max_offset

    def with_top(self, side: Side, top: int) -> View:
        """Put a text row at the top of one pane."""
        return replace(self, left_top=top) if side is Side.LEFT else replace(self, right_top=top)

    def row(self, side: Side, passage: int) -> int:
        """The row of the pane at which a passage begins; outside 0 .. rows - 1 if it is off screen."""
        return self.page(side).top(passage) - self.top(side)

    def shows(self, side: Side, passage: int) -> bool:
        """Whether any row of a passage is on the screen."""
        row = self.row(side, passage)
        return -self.page(side).lines(passage) < row < self.rows(side)

    def first_visible(self, side: Side) -> int:
        """Index of the first passage whose beginning is on the screen."""
        page, top = self.page(side), self.top(side)
        first = page.passage_at(top)
        return first if page.top(first) >= top else page.passage_at(top + page.lines(first) + 1)

    def scrolled(self, side: Side, rows: int) -> View:
        """Scroll one pane down by a number of rows (up, if negative), but not past its text.

        If the panes are locked, the other one follows along `sync`. A text that fits its pane does not
        move; then the other pane is scrolled.
        """
        if self.locked and self.out_of_sync:
            return self.resynced().scrolled(side, rows)
        if self.locked and not self.max_offset(side):
            side = side.other
        before = self.top(side)
        top = max(0, min(before + rows, max(self.max_offset(side), before)))
        moved = self.with_top(side, top)
        if not self.locked or top == before:
            return moved
        return moved.with_top(side.other, self.sync.follow(side, top))

    def synced_by(self, links: Iterable[Link]) -> View:
        """Synchronise scrolling by these links; nothing on the screen moves."""
        placed = [
            PlacedLink(
                self.left.top(link.left),
                self.right.top(link.right),
                self.left.lines(link.left),
                self.right.lines(link.right),
                link.score,
            )
            for link in links
        ]
        extents = (self.extent(side) for side in Side)
        return replace(self, sync=ScrollSync.of(placed, *extents)).resynced()

    def resynced(self) -> View:
        """Bend `sync` through the current offsets."""
        tops = self.left_top, self.right_top
        straight = self.sync.links_only()
        if straight.follow(Side.LEFT, tops[0]) == tops[1]:
            return replace(self, sync=straight, out_of_sync=False)
        return replace(self, sync=self.sync.through(*tops), out_of_sync=False)

    def with_lock(self, locked: bool) -> View:
        """Scroll both panes together from where they are now, or each on its own."""
        return replace(self, locked=locked).resynced()

    def scrolled_to(self, side: Side, passage: int) -> View:
        """Scroll as little as needed to show a whole passage, with a row of context."""
        if not self.page(side).blocks:
            return self
        row, rows = self.row(side, passage), self.rows(side)
        lines = min(self.page(side).lines(passage), rows)
        context = 1 if rows > lines + 2 else 0
        if row < context:
            return self.scrolled(side, row - context) if row < 0 or self.top(side) > 0 else self
        return self.scrolled(side, max(0, row + lines + context - rows))

    def scrolled_to_both(self, left: int, right: int) -> View:
        """Scroll each pane as little as needed to show both passages."""
        separate = replace(self, locked=False).scrolled_to(Side.LEFT, left).scrolled_to(Side.RIGHT, right)
        return replace(separate, locked=self.locked, out_of_sync=True)

    def on_one_row(self, left: int, right: int) -> View:
        """Put both passages on one row, a third down the panes; no blank rows above a text."""
        tops = self.left.top(left), self.right.top(right)
        lines = max(self.left.lines(left), self.right.lines(right))
        left_extent, right_extent = (self.extent(side) for side in Side)
        left_top, right_top = one_row_offsets(tops, left_extent, right_extent, lines)
        return replace(self, left_top=left_top, right_top=right_top, out_of_sync=True)

    def level_with(self, left: int, right: int) -> View:
        """Put a right passage on the row of a left one, which stays where it is, as far as its text goes."""
        top = min(self.right.top(right) - self.row(Side.LEFT, left), self.max_offset(Side.RIGHT))
        return replace(self, right_top=max(0, top), out_of_sync=True)

    def resized(
        self, pages: tuple[LaidOutArticle, LaidOutArticle], rows: tuple[int, int], keep: tuple[int, int]
    ) -> View:
        """Use other pages and pane heights, with the passages `keep` on the rows they had.

        If such a passage is not on the screen, the passage at the top stays there. The offsets are 0 if
        nothing was shown before. The result needs `synced_by` again.
        """
        tops = [0, 0]
        if self.left_rows:
            for number, (side, page, count) in enumerate(zip(Side, pages, rows, strict=True)):
                passage, old_page = keep[number], self.page(side)
                if self.shows(side, passage):
                    row = max(0, min(self.row(side, passage), count - page.lines(passage)))
                else:
                    passage = old_page.passage_at(self.top(side))
                    row = self.row(side, passage) * page.lines(passage) // max(1, old_page.lines(passage))
                tops[number] = max(0, page.top(passage) - row)
        return View(*pages, tops[0], tops[1], *rows, locked=self.locked)
