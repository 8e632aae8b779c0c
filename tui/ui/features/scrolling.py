"""Scrolling the articles, one or both."""

from __future__ import annotations

from tui.model import Side
from tui.ui.scene import Scene


class Scrolling:
    """Moves what is on the screen; the place stays."""

    def lines(self, scene: Scene, rows: int) -> Scene:
        return self.by_rows(scene, scene.reading.side, rows)

    def pages(self, scene: Scene, pages: float) -> Scene:
        """By pages or parts of one; a row of the page before stays."""
        rows = scene.view.rows(scene.reading.side)
        return self.lines(scene, round((rows - 1) * pages) or (1 if pages > 0 else -1))

    def to_end(self, scene: Scene, way: int) -> Scene:
        """To the beginning (-1) or the end (1) of the article."""
        return self.lines(scene, way * max(scene.view.page(side).height for side in Side))

    def lock(self, scene: Scene) -> Scene:
        """Scroll both articles together, or each by itself."""
        together = not scene.view.locked
        return scene.looking(scene.view.with_lock(together), f"scroll lock {'on' if together else 'off'}")

    def by_rows(self, scene: Scene, side: Side, rows: int) -> Scene:
        """The article of a side, down by some rows (up, if negative)."""
        return scene.looking(scene.view.scrolled(side, rows))

    def to_row(self, scene: Scene, side: Side, row: int) -> Scene:
        """With that row of a page in the middle of its pane."""
        top = row - scene.view.rows(side) // 2
        return self.by_rows(scene, side, top - scene.view.top(side))
