"""What of two laid-out articles is on the screen, and every way of moving it: a frozen value."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from tui.layout.page import LaidOutArticle, lay_out
from tui.layout.scrolling import Extent, ScrollSync, one_row_offsets
from tui.model import Article, Link, Side
from tui.model.common_order import PlacedLink

_EMPTY = lay_out(Article(), 2)
_APART = ScrollSync()


class View(Struct, frozen=True):
    """Two pages, the row on top of each pane, and the rows each pane shows.

    A top is normally 0 .. height - rows; it lies outside of that only to put two passages on one row
    near the ends of their texts, where the pane then shows blank rows.
    """

    left: LaidOutArticle = _EMPTY
    right: LaidOutArticle = _EMPTY
    left_top: int = 0
    right_top: int = 0
    left_rows: int = 0
    right_rows: int = 0
    sync: ScrollSync = _APART
    """How the two tops go together."""
    locked: bool = True
    """Whether scrolling one pane moves the other."""
    out_of_sync: bool = False
    """Whether the tops were set by themselves since the coupling was pinned; pinning takes as long as
    there are links, so it waits until the panes are scrolled."""

    def page(self, side: Side) -> LaidOutArticle:
        return self.left if side is Side.LEFT else self.right

    def top(self, side: Side) -> int:
        return self.left_top if side is Side.LEFT else self.right_top

    def rows(self, side: Side) -> int:
        return self.left_rows if side is Side.LEFT else self.right_rows

    def extent(self, side: Side) -> Extent:
        return Extent(self.page(side).height, self.rows(side))

    def last_top(self, side: Side) -> int:
        """The top at which the last row of the text is the last row of the pane."""
        return max(0, self.page(side).height - self.rows(side))

    def with_top(self, side: Side, top: int) -> View:
        """With that row on top of one pane."""
        return replace(self, left_top=top) if side is Side.LEFT else replace(self, right_top=top)

    def row(self, side: Side, passage: int) -> int:
        """Row of the pane at which a passage begins; outside 0 .. rows - 1 if it is off screen."""
        return self.page(side).top(passage) - self.top(side)

    def shows(self, side: Side, passage: int) -> bool:
        """Whether any row of a passage is on the screen."""
        row = self.row(side, passage)
        return -self.page(side).lines(passage) < row < self.rows(side)

    def first_visible(self, side: Side) -> int:
        """Index of the first passage that begins on the screen."""
        page, top = self.page(side), self.top(side)
        first = page.passage_at(top)
        return first if page.top(first) >= top else page.passage_at(top + page.lines(first) + 1)

    def scrolled(self, side: Side, rows: int) -> View:
        """One pane moved down by that many rows (up, if negative), no further than its text.

        The other one follows through the links, if they scroll together. A text that is all on the
        screen stays; then the other one is moved.
        """
        if self.locked and self.out_of_sync:
            return self.resynced().scrolled(side, rows)
        if self.locked and not self.last_top(side):
            side = side.other
        before = self.top(side)
        top = max(0, min(before + rows, max(self.last_top(side), before)))
        moved = self.with_top(side, top)
        if not self.locked or top == before:
            return moved
        return moved.with_top(side.other, self.sync.follow(side, top))

    def synced_by(self, links: Iterable[Link]) -> View:
        """Scrolling through these links from here on; what stands on the screen stays."""
        ties = [
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
        return replace(self, sync=ScrollSync.of(ties, *extents)).resynced()

    def resynced(self) -> View:
        """Scrolling from here on from where both panes are now."""
        tops = self.left_top, self.right_top
        on_curve = self.sync.released()
        if on_curve.follow(Side.LEFT, tops[0]) == tops[1]:
            return replace(self, sync=on_curve, out_of_sync=False)
        return replace(self, sync=self.sync.pinned(*tops), out_of_sync=False)

    def with_lock(self, locked: bool) -> View:
        """Both panes together from where they are now, or each alone."""
        return replace(self, locked=locked).resynced()

    def scrolled_to(self, side: Side, passage: int) -> View:
        """Moved as little as needed to have the whole passage on the screen, with a row of context."""
        if not self.page(side).blocks:
            return self
        row, rows = self.row(side, passage), self.rows(side)
        lines = min(self.page(side).lines(passage), rows)
        context = 1 if rows > lines + 2 else 0
        if row < context:
            return self.scrolled(side, row - context) if row < 0 or self.top(side) > 0 else self
        return self.scrolled(side, max(0, row + lines + context - rows))

    def scrolled_to_both(self, left: int, right: int) -> View:
        """Both passages on the screen, each in its pane, moved as little as needed."""
        alone = replace(self, locked=False).scrolled_to(Side.LEFT, left).scrolled_to(Side.RIGHT, right)
        return replace(alone, locked=self.locked, out_of_sync=True)

    def on_one_row(self, left: int, right: int) -> View:
        """Both passages on one row of the panes, with no blank rows over a text."""
        tops = self.left.top(left), self.right.top(right)
        lines = max(self.left.lines(left), self.right.lines(right))
        offsets = self.left_top, self.right_top
        left_extent, right_extent = (self.extent(side) for side in Side)
        left_top, right_top = one_row_offsets(tops, offsets, left_extent, right_extent, lines)
        return replace(self, left_top=left_top, right_top=right_top, out_of_sync=True)

    def resized(
        self, pages: tuple[LaidOutArticle, LaidOutArticle], rows: tuple[int, int], keep: tuple[int, int]
    ) -> View:
        """On other pages, in panes of other heights, with the passages `keep` at the rows they had.

        Where such a passage is not on the screen, what is there stays. From the top, if nothing was shown
        before. It is to be `coupled` anew.
        """
        tops = [0, 0]
        if self.left_rows:
            for number, (side, page, count) in enumerate(zip(Side, pages, rows, strict=True)):
                passage, was = keep[number], self.page(side)
                if self.shows(side, passage):
                    row = max(0, min(self.row(side, passage), count - page.lines(passage)))
                else:
                    passage = was.passage_at(self.top(side))
                    row = self.row(side, passage) * page.lines(passage) // max(1, was.lines(passage))
                tops[number] = max(0, page.top(passage) - row)
        return View(*pages, tops[0], tops[1], *rows, locked=self.locked)
