"""The links drawn between the panes."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.layout import gutter
from tui.layout.ends import groups_on_screen
from tui.layout.view import View
from tui.reading import Reading
from tui.widgets.canvas import Canvas
from tui.widgets.palette import topic_style


class Gutter(Canvas):
    """Lines that join linked passages; the current link is heavy, numbered ports lead off screen."""

    reading: var[Reading] = var(Reading)
    view: var[View] = var(View)
    titles: var[int] = var(2)
    """Rows left blank beside the panes' titles."""

    @dataclass
    class LinkChosen(Message):
        """The reader clicked the line of a link, numbered as in the reading."""

        number: int

    @dataclass
    class Turned(Message):
        """The reader turned the wheel over the links: on (1) or back (-1)."""

        step: int

    def __init__(self) -> None:
        super().__init__()
        self._drawn = gutter.Gutter()
        self._stale = True

    def watch_reading(self) -> None:
        self._draw_anew()

    def watch_view(self) -> None:
        self._draw_anew()

    def _draw_anew(self) -> None:
        self._stale = True
        self.refresh()

    def _route(self) -> gutter.Gutter:
        """The gutter of this moment; routed once a frame, however many changes led to it."""
        if self._stale:
            self._stale = False
            groups = groups_on_screen(self.reading, self.view)
            height = self.size.height - self.titles
            self._drawn = gutter.route(groups, self.size.width, height, lanes=self._drawn.lanes)
        return self._drawn

    def strip_at(self, y: int) -> Strip:
        rows = self._route().rows
        row = y - self.titles
        if not 0 <= row < len(rows):
            return self.finished(())
        return self.finished(Segment(run.text, self._style(run)) for run in rows[row])

    def _style(self, run: gutter.Run) -> Style:
        base = self.rich_style
        if run.number < 1 or run.number > len(self.reading.links):
            return base
        topic = self.reading.links[run.number - 1].topic
        bold = Style(bold=True) if run.current else Style()
        return base + topic_style(self.app.theme_variables, topic) + bold

    def on_click(self, event: events.Click) -> None:
        number = self._route().number_at(event.y - self.titles, event.x)
        if number > 0:
            self.post_message(self.LinkChosen(number))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.post_message(self.Turned(1))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.post_message(self.Turned(-1))
