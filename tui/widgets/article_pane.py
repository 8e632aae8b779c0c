"""One article, passage by passage."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tui.layout.geometry import MARGIN
from tui.layout.page import Block, Page
from tui.layout.view import View
from tui.layout.wrap import pad
from tui.model import Kind, Side
from tui.reading import Reading
from tui.widgets.canvas import Canvas
from tui.widgets.palette import sign, topic_style

BAR = "▌"
State = tuple[str, int, bool, str]
"""What a passage's look depends on: sign, topic, whether it is current, the note at its right."""


class ArticlePane(Canvas, can_focus=False):
    """One article; shows where the reading is and which passages the other article answers."""

    COMPONENT_CLASSES = {
        "article-pane--current",
        "article-pane--headline",
        "article-pane--furniture",
        "article-pane--fold",
        "article-pane--sign",
    }

    reading: var[Reading] = var(Reading)
    view: var[View] = var(View)
    side: var[Side] = var(Side.LEFT)
    stacked: var[bool] = var(False)

    @dataclass
    class PassageChosen(Message):
        """The reader clicked a passage."""

        side: Side
        index: int

    @dataclass
    class FoldChosen(Message):
        """The reader clicked a fold."""

    @dataclass
    class Scrolled(Message):
        """The reader turned the wheel over an article."""

        side: Side
        rows: int

    def __init__(self, side: Side) -> None:
        super().__init__()
        self.set_reactive(ArticlePane.side, side)
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(1024)

    @property
    def page(self) -> Page:
        return self.view.page(self.side)

    # -- what changes the picture

    def watch_view(self, old: View, new: View) -> None:
        if old.page(self.side) is not new.page(self.side):
            self._strips.clear()
            self.refresh()
        elif old.top(self.side) != new.top(self.side):
            self.refresh()

    def watch_reading(self, old: Reading, new: Reading) -> None:
        if old.shown is not new.shown or self.stacked:
            self.refresh()
            return
        for reading in (old, new):
            self._refresh_passage(reading.at_side(self.side))

    def watch_side(self) -> None:
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()

    def _refresh_passage(self, index: int) -> None:
        if not self.page.owners or index >= len(self.page.owners):
            return
        y = self.page.top(index) - self.view.top(self.side)
        rows = Region(0, y, self.size.width, self.page.lines(index))
        visible = rows.intersection(Region(0, 0, *self.size))
        if visible:
            self.refresh(visible)

    # -- painting

    def strip_at(self, y: int) -> Strip:
        row = y + self.view.top(self.side)
        if not 0 <= row < self.page.height:
            return self.finished(())
        number, line = self.page.locate(row)
        block = self.page.blocks[number]
        state = self._state(block)
        key = (number, line, state)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self.finished(self._segments(block, line, state))
        return strip

    def _state(self, block: Block) -> State:
        if block.folded:
            return "", -1, False, ""
        reading, index = self.reading, block.first
        links = reading.shown.at(self.side, index)
        current = reading.at_side(self.side) == index
        topic = links[0].topic if links else -1
        if reading.link and current:
            topic = reading.link.topic
        passage = reading.comparison.article(self.side).passages[index]
        mark = sign(links[0]) if links else sign(None) if passage.kind is Kind.BODY else " "
        note = ""
        if self.stacked and links:
            note = f"→{reading.shown.place(reading.side, (links[0].left, links[0].right)) + 1}"
        return mark, topic, current, note

    def _segments(self, block: Block, line: int, state: State) -> list[Segment]:
        text = block.line(line)
        mark, topic, current, note = state
        base = self.rich_style
        if line >= len(block.starts):
            return [Segment(" " * self.size.width, base)]
        if current:
            base += self.get_component_rich_style("article-pane--current")
        colour = topic_style(self.app.theme_variables, topic)
        words = self._text_style(block, base)
        first = line == 0
        lead = "⋯" if block.folded else mark
        tail = note if first else ""
        room = self.size.width - MARGIN
        return [
            Segment(BAR if current else " ", base + colour),
            Segment((lead if first else " ") + " ", base + colour + Style(bold=True)),
            Segment(pad(text, self.page.width), words),
            Segment(tail.rjust(room - self.page.width), base + colour),
        ]

    def _text_style(self, block: Block, base: Style) -> Style:
        if block.folded:
            return self.look("article-pane--fold", base)
        kind = self.reading.comparison.article(self.side).passages[block.first].kind
        if kind is Kind.HEADLINE:
            return self.look("article-pane--headline", base)
        if kind is not Kind.BODY:
            return self.look("article-pane--furniture", base)
        return base

    # -- what the reader does

    def on_click(self, event: events.Click) -> None:
        row = event.y + self.view.top(self.side)
        if not 0 <= row < self.page.height:
            return
        number, line = self.page.locate(row)
        block = self.page.blocks[number]
        if line >= len(block.starts):
            return
        event.stop()
        if block.folded:
            self.post_message(self.FoldChosen())
        else:
            self.post_message(self.PassageChosen(self.side, block.first))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.post_message(self.Scrolled(self.side, 3))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.post_message(self.Scrolled(self.side, -3))
