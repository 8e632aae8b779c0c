"""The links between the panes, drawn as lines."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.layout import gutter
from tui.layout.on_screen import groups_on_screen
from tui.model import Link
from tui.ui.scene import Scene
from tui.ui.widgets.row_widget import MAX_STRIPS, RowWidget, StripCache


class Gutter(RowWidget):
    """Lines between linked passages: heavy for the current link, with a number for links off screen."""

    titles: var[int] = var(2)
    """Empty rows beside the title bars."""

    class LinkChosen(Message):
        """The reader clicked the line of a link; `number` is its number in the reading, from 1."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class WheelTurned(Message):
        """The reader turned the mouse wheel over the lines: down (1) or up (-1)."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class DividerDragged(Message):
        """The reader dragged the gutter, and with it the divider, by some cells."""

        def __init__(self, cells: int) -> None:
            super().__init__()
            self.cells = cells

    def __init__(self, *, id: str | None = None) -> None:
        self._painted = StripCache[tuple[gutter.Run, ...]](MAX_STRIPS)
        super().__init__(id=id)
        self._drag_x: int | None = None
        self._drawn = gutter.GutterDrawing()

    def _clear_caches(self) -> None:
        super()._clear_caches()
        self._painted.clear()

    def watch_scene(self, old: Scene, new: Scene) -> None:
        """Draw the links of the new scene, and repaint the rows that have changed."""
        before = self._drawn
        self._draw(new)
        if len(before.rows) != len(self._drawn.rows) or old.reading.visible is not new.reading.visible:
            self._painted.clear()
            self.refresh()
            return
        pairs = zip(before.rows, self._drawn.rows, strict=True)
        rows = enumerate(pairs, self.titles)
        self.refresh_rows(y for y, (previous, current) in rows if previous != current)

    def _draw(self, scene: Scene) -> None:
        height = self.size.height - self.titles
        if height > 0 and self.size.width:
            groups = groups_on_screen(scene.reading, scene.view)
            lanes = self._drawn.lanes
            self._drawn = gutter.draw_gutter(groups, self.size.width, height, ascii=self.ascii, lanes=lanes)

    def adapt_to_size(self) -> None:
        self._draw(self.scene)

    def strips(self, rows: range) -> list[Strip]:
        titles, drawn, strips = self.titles, self._drawn.rows, []
        for row in range(rows.start - titles, rows.stop - titles):
            runs = drawn[row] if 0 <= row < len(drawn) else ()
            strip = self._painted.get(runs)
            if strip is None:
                links = self.scene.reading.links
                segments = (Segment(run.text, self._style(run, links)) for run in runs)
                strip = self._painted[runs] = self.full_strip(segments)
            strips.append(strip)
        return strips

    def _style(self, run: gutter.Run, links: Sequence[Link]) -> Style:
        if run.number <= 0 or not links:
            return self.base
        link = links[(run.number - 1) % len(links)]
        style = self.base + self.topic_style(link.topic)
        return style + Style(bold=True) if run.current else style

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._drag_x = event.screen_x
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._drag_x is not None and event.screen_x != self._drag_x:
            self.post_message(self.DividerDragged(event.screen_x - self._drag_x))
            self._drag_x = event.screen_x

    def on_mouse_up(self) -> None:
        self._drag_x = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        number, count = self._drawn.number_at(event.y - self.titles, event.x), len(self.scene.reading.links)
        if number > 0 and count:
            self.post_message(self.LinkChosen((number - 1) % count + 1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.post_message(self.WheelTurned(1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.post_message(self.WheelTurned(-1))
