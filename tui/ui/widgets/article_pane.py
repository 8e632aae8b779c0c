"""One article, passage by passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.message import Message
from textual.reactive import var
from textual.selection import Selection
from textual.strip import Strip

from tui.layout.geometry import LEFT_MARGIN
from tui.layout.page import LaidOutArticle, TextBlock
from tui.layout.view import View
from tui.layout.wrap import pad
from tui.model import Kind, Side, Span
from tui.reading.reading import Reading
from tui.ui.scene import Scene
from tui.ui.widgets.row_widget import RowWidget


class Look(Struct, frozen=True):
    """What a passage's look depends on; equal looks share their painted strips."""

    sign: str = ""
    topic: int = -1
    current: bool = False
    waiting: bool = False
    """Whether it waits for the passage it is to be pinned to."""
    note: str = ""
    """At its right: the number of its link, when stacked."""
    marks: tuple[Span, ...] = ()
    """Places in its text that a search has found."""


class ArticlePane(RowWidget, can_focus=False):
    """One article; shows where the reading is and which passages the other article answers."""

    ALLOW_SELECT = True

    COMPONENT_CLASSES = {
        "article-pane--current",
        "article-pane--headline",
        "article-pane--furniture",
        "article-pane--fold",
        "article-pane--hit",
    }

    side: var[Side] = var(Side.LEFT)
    stacked: var[bool] = var(False)

    class PassageChosen(Message):
        """The reader clicked a passage."""

        def __init__(self, side: Side, index: int) -> None:
            super().__init__()
            self.side = side
            self.index = index

    class FoldChosen(Message):
        """The reader clicked a fold."""

    class Scrolled(Message):
        """The reader turned the wheel over an article."""

        def __init__(self, side: Side, rows: int) -> None:
            super().__init__()
            self.side = side
            self.rows = rows

    def __init__(self, side: Side, *, id: str | None = None) -> None:
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(1024)
        super().__init__(id=id)
        self.set_reactive(ArticlePane.side, side)

    @property
    def reading(self) -> Reading:
        return self.scene.reading

    @property
    def view(self) -> View:
        return self.scene.view

    @property
    def page(self) -> LaidOutArticle:
        return self.view.page(self.side)

    # -- what changes the picture

    def watch_scene(self, old: Scene, new: Scene) -> None:
        """Repaint what has changed: all of it, or only the passages left and reached."""
        side = self.side
        if old.view.page(side) is not new.view.page(side):
            self._strips.clear()
            self.refresh()
        elif old.view.top(side) != new.view.top(side) or self._all_changed(old.reading, new.reading):
            self.refresh()
        else:
            changed: set[int] = set()
            if old.reading is not new.reading:  # differences come without a move
                changed.update(self._moving(old.reading), self._moving(new.reading))
            if not old.ledger.same_disagreements(new.ledger):
                changed |= self._differing(old) ^ self._differing(new)
            self.refresh_rows(sorted(self._rows_of(changed)))

    def _all_changed(self, old: Reading, new: Reading) -> bool:
        stacked = self.stacked and old.side is not new.side  # the links are numbered anew
        return old.visible is not new.visible or old.hits != new.hits or stacked

    def _moving(self, reading: Reading) -> Iterator[int]:
        """The passages that a move leaves or reaches."""
        yield reading.passage_index(self.side)
        if reading.pinning and reading.pinning[0] is self.side:
            yield reading.pinning[1]

    def _differing(self, scene: Scene) -> set[int]:
        """The passages in which the articles disagree."""
        return {one.passage_at(self.side) for one in scene.ledger.disagreements}

    def _rows_of(self, passages: Iterable[int]) -> set[int]:
        """The rows of the widget that show one of those passages."""
        found: set[int] = set()
        for index in passages:
            if 0 <= index < len(self.page.owners):
                y = self.page.top(index) - self.view.top(self.side)
                found.update(range(max(0, y), min(self.size.height, y + self.page.lines(index))))
        return found

    def watch_side(self) -> None:
        self._strips.clear()
        self.refresh()

    def _forget(self) -> None:
        super()._forget()
        self._strips.clear()

    def selection_updated(self, selection: Selection | None) -> None:
        self._strips.clear()
        self.refresh()

    # -- painting

    def strip_at(self, y: int) -> Strip:
        return self.strips(range(y, y + 1))[0]

    def render_line(self, y: int) -> Strip:
        """A row as Textual asks for it when text is selected: its style says where in the page it stands.

        What is painted says nothing of it (`render_lines`): few styles are worked out once, and one for
        every row would be worked out for every row.
        """
        row = y + self.view.top(self.side)
        strip = self.strip_at(y)
        if not 0 <= row < self.page.height:
            return strip
        return Strip([Segment(strip.text, Style.from_meta({"offset": (0, row)}))], strip.cell_length)

    def strips(self, rows: range) -> list[Strip]:
        page, top = self.page, self.view.top(self.side)
        painted, blank, strips = self._strips, self.finished(()), []
        last: TextBlock | None = None
        look = Look()
        for row in range(rows.start + top, rows.stop + top):
            if not 0 <= row < page.height:
                strips.append(blank)
                continue
            number, line = page.locate(row)
            block = page.blocks[number]
            if block is not last:  # the rows of a passage look alike
                last, look = block, self._look(block)
            key = (number, line, look)
            strip = painted.get(key)
            if strip is None:
                strip = painted[key] = self.finished(self._segments(block, line, look, row))
            strips.append(strip)
        return strips

    def _look(self, block: TextBlock) -> Look:
        if block.folded:
            return Look(self.signs.fold)
        reading, index = self.reading, block.first
        links = reading.visible.links_at(self.side, index)
        # Without a link only the side under the keys is marked: two bars would claim one.
        marked = reading.pair is not None or reading.side is self.side
        current = marked and reading.passage_index(self.side) == index
        best = reading.link if current and reading.link else links[0] if links else None
        body = reading.comparison.article(self.side).passages[index].kind is Kind.BODY
        alone = body and reading.comparison.aligned
        note = ""
        if self.stacked and best:
            place = reading.visible.position(reading.side, best.pair)
            note = f"{self.signs.leads_to}{place + 1}"
        sign = self.signs.of(best) if best or alone else ""
        return Look(
            self.signs.differs if self.scene.ledger.at(self.side, index) else sign,
            best.topic if best else -1,
            current,
            reading.pinning == (self.side, index),
            note,
            tuple(hit.span for hit in reading.hits if (hit.side, hit.index) == (self.side, index)),
        )

    def _segments(self, block: TextBlock, line: int, look: Look, row: int) -> list[Segment]:
        base = self.base
        if line >= len(block.starts):
            return [Segment(" " * self.size.width, base)]
        if look.current:
            base += self.get_component_rich_style("article-pane--current")
        colour = base + self.topic_style(look.topic) + Style(bold=True)
        bar = self.signs.bar if look.current else self.signs.fold if look.waiting else " "
        sign, note = (look.sign, look.note) if line == 0 else ("", "")
        lead = bar + sign.ljust(LEFT_MARGIN - 1)
        rest = self.size.width - LEFT_MARGIN - self.page.width
        words = self._words(block, line, look, row, self._text_style(block, base))
        if lead.strip():
            words.insert(0, Segment(lead, colour))
        else:  # one segment, and one change of colour, less
            first = words[0]
            words[0] = Segment(lead + first.text, first.style)
        if note:
            words.append(Segment(note.rjust(rest), colour))
        else:
            words[-1] = Segment(words[-1].text + " " * rest, words[-1].style)
        return words

    def _words(self, block: TextBlock, line: int, look: Look, row: int, base: Style) -> list[Segment]:
        """The text of a line, with what was found and what is selected in it marked."""
        text = pad(block.line(line), self.page.width)
        selected = self._selected(row)
        if not look.marks and not selected:
            return [Segment(text, base)]
        styles = [base] * len(text)
        start = block.starts[line]
        for mark in look.marks:
            for k in range(max(0, mark.start - start), min(len(text), mark.end - start)):
                styles[k] = self.look("article-pane--hit", base) + Style(reverse=True)
        if selected:
            style = self.screen.get_component_rich_style("screen--selection")
            for k in range(selected[0], min(selected[1], len(text))):
                styles[k] = base + style
        segments = []
        at = 0
        for style, run in groupby(styles):
            length = sum(1 for _ in run)
            segments.append(Segment(text[at : at + length], style))
            at += length
        return segments

    def _selected(self, row: int) -> tuple[int, int] | None:
        """What is selected of a row's text, as offsets into the line."""
        selection = self.text_selection
        span = selection.get_span(row) if selection else None
        if span is None:
            return None
        end = self.page.width if span[1] == -1 else span[1] - LEFT_MARGIN
        return max(0, span[0] - LEFT_MARGIN), max(0, end)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text; lines that were wrapped are one line again."""
        first = selection.start.y if selection.start else 0
        last = selection.end.y if selection.end else self.page.height - 1
        out = ""
        for row in range(max(0, first), min(last, self.page.height - 1) + 1):
            number, line = self.page.locate(row)
            block = self.page.blocks[number]
            span = selection.get_span(row)
            if span is None or line >= len(block.starts):
                continue
            start, end = (
                max(0, span[0] - LEFT_MARGIN),
                None if span[1] == -1 else max(0, span[1] - LEFT_MARGIN),
            )
            text = block.line(line)[start:end]
            out += (" " if line and out else "\n" if out else "") + text
        return out, "\n"

    def _text_style(self, block: TextBlock, base: Style) -> Style:
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
