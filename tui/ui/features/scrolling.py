"""Scroll one or both articles."""

from __future__ import annotations

from tui.model import Side
from tui.ui.scene import Scene


class Scrolling:
    """Scrolls the articles; the reading position stays, but at the beginning."""

    def lines(self, scene: Scene, rows: int) -> Scene:
        return self.by_rows(scene, scene.reading.side, rows)

    def pages(self, scene: Scene, pages: float) -> Scene:
        """Scroll by pages or fractions of one, keeping one row of the previous page."""
        rows = scene.view.rows(scene.reading.side)
        return self.lines(scene, round((rows - 1) * pages) or (1 if pages > 0 else -1))

    def to_end(self, scene: Scene, way: int) -> Scene:
        """Scroll to the beginning (-1) or the end (1) of the article.

        From the beginning reading begins anew, though what was read last may still be on the screen.
        """
        if way < 0:
            scene = scene.at(scene.reading.at_start(), stay=True, jump=True)
        return self.lines(scene, way * max(scene.view.page(side).height for side in Side))

    def lock(self, scene: Scene) -> Scene:
        """Scroll both articles together, or each by itself."""
        together = not scene.view.locked
        return scene.looking(scene.view.with_lock(together), f"scroll lock {'on' if together else 'off'}")

    def by_rows(self, scene: Scene, side: Side, rows: int) -> Scene:
        """Scroll one side down by some rows (up, if negative)."""
        return scene.looking(scene.view.scrolled(side, rows))

    def to_row(self, scene: Scene, side: Side, row: int) -> Scene:
        """Scroll a row of the page to the middle of its pane."""
        top = row - scene.view.rows(side) // 2
        return self.by_rows(scene, side, top - scene.view.top(side))
