"""The pane of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import var
from textual.selection import Selection
from textual.strip import Strip

from tui.layout.geometry import LEFT_MARGIN
from tui.layout.page import LaidOutArticle, TextBlock
from tui.layout.view import View
from tui.layout.wrap import cell_len
from tui.model import Kind, Side
from tui.model.difference import Sharing
from tui.reading.reading import Reading
from tui.ui.scene import Scene
from tui.ui.widgets import passage_rows
from tui.ui.widgets.drawn_lines import DrawnBefore
from tui.ui.widgets.passage_rows import DrawnText, PassageLook
from tui.ui.widgets.row_widget import MAX_STRIPS, RowWidget, StripCache

_BOLD, _UNDERLINE = Style(bold=True), Style(underline=True)


class ArticlePane(DrawnBefore, RowWidget, can_focus=False):
    """The text of an article, with a sign before every passage and a bar at the current one."""

    ALLOW_SELECT = True

    COMPONENT_CLASSES = {
        f"article-pane--{name}"
        for name in (
            *("current", "headline", "boilerplate", "fold", "hit", "number", "outside"),
            *(sharing.value for sharing in Sharing),
        )
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
        """The reader clicked a folded run of boilerplate."""

    class WheelTurned(Message):
        """The reader turned the mouse wheel over an article."""

        def __init__(self, side: Side, rows: int) -> None:
            super().__init__()
            self.side = side
            self.rows = rows

    def __init__(self, side: Side, *, id: str | None = None) -> None:
        self._strips = StripCache[tuple[object, ...]](MAX_STRIPS)
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

    # -- repainting

    def watch_scene(self, old: Scene, new: Scene) -> None:
        """Repaint all rows, or only those of passages that have changed."""
        side = self.side
        if old.view.page(side) is not new.view.page(side):
            self._strips.clear()
            self.refresh()
        elif (
            old.view.top(side) != new.view.top(side)
            or old.story != new.story
            or self._needs_full_repaint(old, new)
        ):
            self.refresh()
        else:
            changed: set[int] = set(self._passages_with_new_words(old, new))
            if old.reading is not new.reading:  # differences arrive without a move
                changed.update(self._current(old.reading), self._current(new.reading))
            if not old.ledger.same_open_entries(new.ledger):
                changed |= old.ledger.passages(side) ^ new.ledger.passages(side)
            if old.session is not new.session:
                changed |= old.session.marked[side] ^ new.session.marked[side]
            self.refresh_rows(sorted(self._rows_of(changed)))

    def _needs_full_repaint(self, before: Scene, after: Scene) -> bool:
        old, new = before.reading, after.reading
        marked = before.preferences.all_words != after.preferences.all_words
        return old.visible is not new.visible or old.hits != new.hits or marked

    def _passages_with_new_words(self, old: Scene, new: Scene) -> Iterator[int]:
        if old.words is not new.words:
            end = 0 if self.side is Side.LEFT else 1
            for pair in new.marked_pairs:
                if old.words.get(pair) is not new.words.get(pair):
                    yield pair[end]

    def _current(self, reading: Reading) -> Iterator[int]:
        """The current passage, and the first passage of a pending pin."""
        yield reading.passage_index(self.side)
        if reading.pinning and reading.pinning[0] is self.side:
            yield reading.pinning[1]

    def _rows_of(self, passages: Iterable[int]) -> set[int]:
        """The rows of the widget that show any of the passages."""
        rows: set[int] = set()
        for index in passages:
            if 0 <= index < len(self.page.owners):
                y = self.page.top(index) - self.view.top(self.side)
                rows.update(range(max(0, y), min(self.size.height, y + self.page.lines(index))))
        return rows

    def watch_side(self) -> None:
        self._strips.clear()
        self.refresh()

    def _clear_caches(self) -> None:
        super()._clear_caches()
        self._strips.clear()

    def selection_updated(self, selection: Selection | None) -> None:
        self._strips.clear()
        self.refresh()

    # -- painting

    def render_line(self, y: int) -> Strip:
        """A row for Textual's text selection. Painted rows (`render_lines`) have no offsets."""
        row = y + self.view.top(self.side)
        strip = self.strip_at(y)
        if not 0 <= row < self.page.height:
            return strip
        return Strip(passage_rows.selection_cells(strip.text, row), strip.cell_length)

    def strips(self, rows: range) -> list[Strip]:
        page, top, selection = self.page, self.view.top(self.side), self.text_selection
        painted, blank, strips = self._strips, self.full_strip(()), []
        last: TextBlock | None = None
        look = PassageLook()
        for row in range(rows.start + top, rows.stop + top):
            if not 0 <= row < page.height:
                strips.append(blank)
                continue
            number, line = page.locate(row)
            block = page.blocks[number]
            if block is not last:  # all rows of a passage share a look
                last, look = block, self._look(block)
            key = (number, line, look)
            strip = painted.get(key)
            if strip is None:
                selected = selection.get_span(row) if selection else None
                strip = painted[key] = self.full_strip(self._segments(block, line, look, selected))
            strips.append(strip)
        return strips

    def _look(self, block: TextBlock) -> PassageLook:
        if block.folded:
            return PassageLook(self.signs.fold)
        # Each is looked up once: Textual's variables take a microsecond, and a step has 20 looks.
        scene, side, signs, index = self.scene, self.side, self.signs, block.first
        reading, visible = scene.reading, scene.reading.visible
        links = visible.links_at(side, index)
        # Without a link only the active side has a bar: two bars would suggest a link.
        barred = reading.pair is not None or reading.side is side
        current = barred and reading.passage_index(side) == index
        beside = reading.link if current else None
        best = beside or (links[0] if links else None)
        unmatched = index in visible.unmatched[side] and reading.comparison.aligned
        hidden = visible.hidden_link(side, index)
        note = visible.label_at(side, index)
        if self.stacked and best:
            note = f"{signs.leads_to}{visible.stop_number(best.pair)}"
        # A difference from another counterpart than that beside it says nothing of the current pair.
        differing = scene.ledger.of(*beside.pair) if beside else scene.ledger.at(side, index)
        sign = signs.of(best or hidden) if best or hidden or unmatched else ""
        sign = signs.of_differences(differing) if differing else sign
        return PassageLook(
            f"{sign or ' '}{signs.mark}" if index in scene.session.marked[side] else sign,
            visible.is_outside(side, index),
            str(index) if scene.geometry.numbers else "",
            best.topic if best else -1,
            current,
            reading.pinning == (side, index),
            note,
            tuple([hit.span for hit in reading.hits if (hit.side, hit.index) == (side, index)]),
            scene.letters_at(side, index, len(block.starts)),
            scene.marked_words(side, best, current),
        )

    def _segments(
        self, block: TextBlock, line: int, look: PassageLook, selected: tuple[int, int] | None
    ) -> list[Segment]:
        scene, side, base, width, signs = self.scene, self.side, self.base, self.width, self.signs
        if line >= len(block.starts):
            return [Segment(" " * width, base)]
        if look.current:
            base += self.get_component_rich_style("article-pane--current")
        quiet = self.component_style("article-pane--number", base)
        colour = quiet if look.outside else base + self.topic_style(look.topic) + _BOLD
        bar = signs.bar if look.current else signs.fold if look.pinning else " "
        sign, note = (look.sign, look.note) if line == 0 else ("", "")
        lead = bar + sign.ljust(LEFT_MARGIN - 1)
        numbers, text_width = scene.geometry.numbers, scene.view.page(side).width
        rest = width - (margin := scene.geometry.margin(side)) - text_width
        faint = self.component_style("article-pane--outside", base) if look.outside else None
        text = block.line(line).replace("…", "." if self.ascii and not block.folded else "…")  # no cut
        drawn = DrawnText(text, block.text, text_width, self.reorders)
        chosen = passage_rows.selected_range(selected, drawn.padded, margin)
        text_style = faint or self._text_style(block, base)
        words = self._words(drawn, block.starts[line], look, chosen, text_style)
        if room := margin - LEFT_MARGIN - numbers:
            letters = look.letters[line] if line < len(look.letters) else ""
            words.insert(0, Segment(letters.ljust(room), quiet if look.outside else base + _BOLD))
        if numbers:
            number = (look.number if line == 0 else "").rjust(numbers - 1) + " "
            words[:0] = [Segment(bar, colour), Segment(number, quiet), Segment(lead[1:], colour)]
        elif lead.strip():
            words.insert(0, Segment(lead, colour))
        else:  # saves a segment and a change of colour
            first = words[0]
            words[0] = Segment(lead + first.text, first.style)
        if note and cell_len(note) < rest:  # the name of a topic only where there is room
            words.append(Segment(" " * (rest - cell_len(note)) + self.drawn(note), colour))
        else:
            words[-1] = Segment(words[-1].text + " " * rest, words[-1].style)
        return words

    def _words(
        self, drawn: DrawnText, start: int, look: PassageLook, selected: tuple[int, int] | None, base: Style
    ) -> list[Segment]:
        """The text of a line, with search hits and the selection marked; `start` is where it begins."""
        if not (look.hits or selected or look.words):
            return [Segment(drawn.padded, base)]
        styles = {sharing: self.word_style(sharing, base) for sharing in Sharing} if look.words else {}
        ranges = [
            (words.span.start - start, words.span.end - start, styles[words.sharing]) for words in look.words
        ]
        if look.hits:
            hit = self.component_style("article-pane--hit", base) + Style(reverse=True)
            ranges += [(span.start - start, span.end - start, hit) for span in look.hits]
        chosen = self.screen.get_component_rich_style("screen--selection") if selected else None
        return drawn.segments(base, ranges, (*selected, base + chosen) if selected and chosen else None)

    def word_style(self, sharing: Sharing, base: Style) -> Style:
        """The style of marked words, told apart without colour too: underlined, bold, or neither."""
        style = self.component_style(f"article-pane--{sharing.value}", base)
        return style + _UNDERLINE if sharing is Sharing.BOTH else style

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, and the text that Textual appends to it."""
        margin = self.scene.geometry.margin(self.side)
        return passage_rows.selected_text(self.page, selection, margin, reorders=self.reorders), "\n"

    def _text_style(self, block: TextBlock, base: Style) -> Style:
        kind = self.reading.comparison.article(self.side).passages[block.first].kind
        if kind is Kind.BODY and not block.folded:
            return base
        part = "fold" if block.folded else "headline" if kind is Kind.HEADLINE else "boilerplate"
        return self.component_style(f"article-pane--{part}", base)

    # -- the mouse

    def on_click(self, event: events.Click) -> None:
        block = self.page.block_at(event.y + self.view.top(self.side))
        if block is None:
            return
        event.stop()
        if block.folded:
            self.post_message(self.FoldChosen())
        else:
            self.post_message(self.PassageChosen(self.side, block.first))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.post_message(self.WheelTurned(self.side, 3))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.post_message(self.WheelTurned(self.side, -3))
