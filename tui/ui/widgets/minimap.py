"""The minimap of an article at the outer edge of its pane."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.layout.minimap import MinimapCell, MinimapLevel, MinimapMark, cell_levels, row_at, with_view
from tui.layout.page import LaidOutArticle
from tui.model import Relation, Side
from tui.model.difference import Ledger
from tui.reading.visible_links import VisibleLinks
from tui.ui.widgets.row_widget import RowWidget


class Minimap(RowWidget):
    """Shows where an article has links, unmatched passages and the visible part; a click goes there."""

    COMPONENT_CLASSES = {"minimap--on-screen", "minimap--linked", "minimap--unmatched"}

    side: var[Side] = var(Side.LEFT)
    titles: var[int] = var(2)
    """Empty rows beside the title bar."""

    class RowChosen(Message):
        """The reader clicked a row of the article, or dragged to it."""

        def __init__(self, side: Side, row: int) -> None:
            super().__init__()
            self.side = side
            self.row = row

    def __init__(self, side: Side, *, id: str | None = None) -> None:
        self._painted: dict[MinimapCell | None, Strip] = {}
        super().__init__(id=id)
        self.set_reactive(Minimap.side, side)
        self._levels: tuple[MinimapLevel, ...] = ()
        self._marked: tuple[VisibleLinks, LaidOutArticle, Ledger] | None = None
        self._cells: tuple[MinimapCell, ...] = ()

    def watch_scene(self) -> None:
        """Draw the minimap of the new scene, and repaint the cells that have changed."""
        before, self._cells = self._cells, self._draw()
        if len(before) != len(self._cells):
            self.refresh()
            return
        rows = enumerate(zip(before, self._cells, strict=True), self.titles)
        self.refresh_rows(y for y, (previous, current) in rows if previous != current)

    def watch_side(self) -> None:
        self._painted.clear()
        self._marked = None
        self.watch_scene()

    def adapt_to_size(self) -> None:
        self._cells = self._draw()

    def _draw(self) -> tuple[MinimapCell, ...]:
        scene, side = self.scene, self.side
        view, visible = scene.view, scene.reading.visible
        page, height = view.page(side), self.size.height - self.titles
        inputs = visible, page, scene.ledger
        if self._marked is None or any(a is not b for a, b in zip(self._marked, inputs, strict=True)):
            self._marked, self._levels = inputs, ()
        if len(self._levels) != height:
            self._levels = cell_levels(height, page.height, _marks(*inputs, side))
        return with_view(self._levels, page.height, (view.top(side), view.rows(side)))

    # -- painting

    def strips(self, rows: range) -> list[Strip]:
        titles, cells, strips = self.titles, self._cells, []
        for row in range(rows.start - titles, rows.stop - titles):
            cell = cells[row] if 0 <= row < len(cells) else None
            strip = self._painted.get(cell)
            if strip is None:
                strip = self._painted[cell] = self._paint(cell) if cell else self.full_strip(())
            strips.append(strip)
        return strips

    def _clear_caches(self) -> None:
        super()._clear_caches()
        self._painted.clear()

    def _paint(self, cell: MinimapCell) -> Strip:
        shade = Segment(cell.level.glyph(self.ascii), self.level_style(cell.level))
        visible = Segment(self.signs.on_screen, self.component_style("minimap--on-screen", self.base))
        if self.size.width == 1:
            return self.full_strip([visible if cell.seen else shade])
        beside = visible if cell.seen else Segment(" ", self.base)
        return self.full_strip([shade, beside] if self.side is Side.LEFT else [beside, shade])

    def level_style(self, level: MinimapLevel) -> Style:
        """The style of a shade."""
        return self.component_style(
            "minimap--unmatched" if level <= MinimapLevel.UNMATCHED else "minimap--linked", self.base
        )

    # -- the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self.capture_mouse()
        self._choose(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self.app.mouse_captured is self:
            self._choose(event.y)

    def on_mouse_up(self) -> None:
        self.release_mouse()

    def _choose(self, y: int) -> None:
        height = self.size.height - self.titles
        row = row_at(y - self.titles, height, self.scene.view.page(self.side).height)
        self.post_message(self.RowChosen(self.side, row))


def _marks(visible: VisibleLinks, page: LaidOutArticle, ledger: Ledger, side: Side) -> list[MinimapMark]:
    """The level of each passage on the minimap."""
    marks = []
    unmatched = visible.unmatched[side]
    for index in range(len(visible.comparison.article(side).passages)):
        links = visible.links_at(side, index)
        if ledger.at(side, index):
            level = MinimapLevel.DIFFERS
        elif links:
            weak = links[0].weak or links[0].relation is Relation.RELATED
            level = MinimapLevel.WEAK if weak else MinimapLevel.SAME
            if links[0].evidence.same_words and not links[0].weak:
                level = MinimapLevel.EXACT
        elif index in unmatched and visible.comparison.aligned:
            level = MinimapLevel.UNMATCHED
        else:
            level = MinimapLevel.NONE
        marks.append(MinimapMark(page.top(index), page.lines(index), level))
    return marks
