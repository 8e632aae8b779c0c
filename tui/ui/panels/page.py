"""Base of the panels: what all have in common; and of those that are a page of text to scroll and search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.ui.widgets.drawn_lines import DrawnBefore, read_cell
from tui.ui.widgets.input_lines import FilterLine, open_filter_line
from tui.ui.widgets.key_footer import KeyFooter
from tui.ui.widgets.row_widget import RowWidget

Answer = TypeVar("Answer")


class Panel(DrawnBefore, ModalScreen[Answer]):
    """A screen over the articles. `?` shows its own keys first, then all signs and keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "help", key_display="?", id="panel.help"),
        Binding("ctrl+c", "copy_or_quit", "Copy what is selected, or quit", show=False, id="panel.copy"),
    ]

    _answered = False
    _opened_by = ""
    """The key that was pressed before it opened."""

    def on_mount(self) -> None:
        self._opened_by = getattr(self.app, "last_key", "")

    async def on_key(self, event: events.Key) -> None:
        """Close by the key that has opened it, if the configuration has chosen that; others are bound."""
        if event.key != self._opened_by or event.key == "enter":  # which runs what the palette has
            return
        bindings = self.active_bindings
        if event.key not in bindings and "escape" in bindings:
            event.stop()
            await self.app.run_action(bindings["escape"].binding.action, bindings["escape"].node)

    @property
    def is_shown(self) -> bool:
        """Whether what comes late can be shown: the panel is there, and has not been closed."""
        return self.is_mounted and self in self.app.screen_stack

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """As Textual's, which a selection goes by, but for the character that is drawn there."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        if widget is None or offset is None or isinstance(widget, RowWidget):
            return widget, offset
        region = widget.content_region
        line, cell = widget.render_line(y - region.y), x - region.x
        read = read_cell(list(line), cell, reorders=bool(getattr(self.app, "reorders", True)))
        return super().get_widget_and_offset_at(x + read - cell, y)

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close the panel and answer, once: a second key may come while a slow machine closes it."""
        if self._answered:
            return AwaitComplete()
        closed = super().dismiss(result)
        self._answered = True
        return closed

    def about(self) -> str:
        """What the help says of the panel; `**words**` are bold."""
        return self.HELP or ""

    async def action_help(self) -> None:
        from tui.ui.panels.help import show_help

        show_help(self.app, self)

    def action_copy_or_quit(self) -> None:
        """As on the reading screen: copy the selection, else ask whether to quit."""
        selected = self.get_selected_text()
        if selected:
            self.app.copy_to_clipboard(selected)
        else:
            self.app.call_later(self.app.run_action, "app.help_quit")


class Section(Struct, frozen=True):
    """Rows of a page under a heading."""

    title: str
    rows: tuple[Content, ...]


class PageScreen(Panel[None]):
    """Sections of text on the full screen, with its own scroll; `/` shows only the rows that match."""

    CSS_PATH = "page.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape", "close", "close", id="page.close"),
        Binding("slash", "find", "find", key_display="/", id="page.find"),
        Binding("j,down", "scroll('down')", "Line down", show=False, id="page.down"),
        Binding("k,up", "scroll('up')", "Line up", show=False, id="page.up"),
        Binding(
            "space,pagedown", "scroll('page_down')", "page down", key_display="space", id="page.page_down"
        ),
        Binding("b,pageup", "scroll('page_up')", "Page up", show=False, id="page.page_up"),
        Binding("g,home", "scroll('home')", "Beginning", show=False, id="page.beginning"),
        Binding("G,end", "scroll('end')", "End", show=False, id="page.end"),
    ]

    def title_line(self) -> str:
        raise NotImplementedError

    def sections(self) -> Sequence[Section]:
        """The text of the page, for the width that the terminal has now."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield Static(self.title_line(), id="page-title", markup=False)
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="page-text")
        yield KeyFooter()

    def on_mount(self) -> None:
        self._wrap()

    def on_resize(self) -> None:
        if self._columns != self.app.size.width:
            self._wrap()

    def _wrap(self) -> None:
        self._columns = self.app.size.width
        self._sections = tuple(self.sections())
        self._fill(self.query_one(FilterLine).value if self.query(FilterLine) else "")

    def _fill(self, query: str) -> None:
        """Show the rows that have all words of a query, under their headings."""
        words = query.casefold().split()
        blocks: list[Content] = []
        for section in self._sections:
            title = section.title.casefold()
            rows = [r for r in section.rows if all(w in f"{title} {r.plain.casefold()}" for w in words)]
            if rows:
                heading = Content.styled(section.title, "bold $text-primary")
                blocks.append(Content("\n").join((heading, *rows)))
        text = Content("\n\n").join(blocks) if blocks else Content("nothing matches")
        self.query_one("#page-text", Static).update(text)

    # -- searching

    async def action_find(self) -> None:
        await open_filter_line(self)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)

    def on_input_submitted(self) -> None:
        self.set_focus(None)

    async def action_close(self) -> None:
        """End the search, or close the page."""
        if self.query(FilterLine):
            await self.query(FilterLine).remove()
            self.set_focus(None)
            self._fill("")
        else:
            self.dismiss()

    def action_scroll(self, way: str) -> None:
        scroll(self.query_one("#page", VerticalScroll), way)


def scroll(page: VerticalScroll, way: str) -> None:
    """Scroll a page at once, not animated; `way` is a name of a key's action such as `page_down`."""
    {
        "down": page.scroll_down,
        "up": page.scroll_up,
        "page_down": page.scroll_page_down,
        "page_up": page.scroll_page_up,
        "home": page.scroll_home,
        "end": page.scroll_end,
    }[way](animate=False)
