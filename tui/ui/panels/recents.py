"""The recent comparisons, to be opened again or forgotten."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from tui.model.direction import isolated
from tui.model.symbols import to_ascii
from tui.model.wording import plural, share_text
from tui.session.session import Recent
from tui.sources.errors import display_name
from tui.ui.panels.page import Panel
from tui.ui.widgets.input_lines import FilterLine, open_filter_line
from tui.ui.widgets.key_footer import KeyFooter
from tui.ui.widgets.option_rows import OptionRows

QUIET = "$text-muted"
MOST_TITLES = 4
"""Rows of titles of one comparison."""


class RecentsRequest(Struct, frozen=True):
    """Comparisons to forget, and then one to open."""

    open: Recent | None = None
    forgotten: tuple[int, ...] = ()
    """Ids of comparisons to forget."""
    all: bool = False
    """Whether to forget all comparisons."""


class RecentsScreen(Panel[RecentsRequest]):
    """Lists comparisons, the latest first, with date, progress or number of reports, marks and titles."""

    CSS_PATH = "panels.tcss"
    HELP = """
**enter** opens a comparison where you left it. **x** forgets it with its marks and notes, **u** restores it
while the list is open; **X** forgets all comparisons, after a question. **escape** closes the list.
"""
    AUTO_FOCUS = "OptionList"
    BINDINGS = [
        Binding("q,escape,R", "close", "close", id="recents.close"),
        Binding("slash", "find", "find", key_display="/", id="recents.find"),
        Binding("j", "step('down')", "Down", show=False, id="recents.down"),
        Binding("k", "step('up')", "Up", show=False, id="recents.up"),
        Binding("x,delete", "forget", "forget", id="recents.forget"),
        Binding("u,ctrl+z", "undo", "restore", id="recents.undo"),
        Binding("X", "ask", "forget all", id="recents.forget_all"),
        Binding("y", "answer(True)", "Yes", show=False, id="recents.yes"),
        Binding("n", "answer(False)", "No", show=False, id="recents.no"),
    ]

    def __init__(self, recents: tuple[Recent, ...], ascii: bool = False, problem: str = "") -> None:
        """`problem`: why the comparisons could not be read."""
        super().__init__()
        self._problem = problem
        self._recents = {recent.id: recent for recent in recents}
        self._ascii = ascii
        self._forgotten: list[int] = []
        self._asking = False

    def compose(self) -> ComposeResult:
        yield Label(id="recents-title")
        yield OptionRows(*self._options(), markup=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        rows = self.query_one(OptionList)
        rows.highlighted = 0 if rows.option_count else None
        self._show_title(self._problem)

    # -- contents

    def _options(self) -> list[Option]:
        words = self.query_one(FilterLine).value.casefold().split() if self.query(FilterLine) else []
        listed = (recent for recent in self._recents.values() if recent.id not in self._forgotten)
        rows = ((recent, self._row(recent)) for recent in listed)
        matching = (pair for pair in rows if all(word in pair[1].plain.casefold() for word in words))
        return [Option(row, id=str(recent.id)) for recent, row in matching]

    def _fill(self, at: int) -> None:
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options(self._options())
        rows.highlighted = min(at, rows.option_count - 1) if rows.option_count else None

    def _show_title(self, message: str = "") -> None:
        count = len(self._recents) - len(self._forgotten)
        comparisons = plural(count, "recent comparison")
        undo = f" · {len(self._forgotten)} forgotten: u restores" if self._forgotten else ""
        title = message or (comparisons + undo if count or undo else "no recent comparisons")
        if self._asking:
            title = f"Forget {comparisons}, with marks and notes? y yes · n no"
        self.query_one("#recents-title", Label).update(Content(to_ascii(title, self._ascii)))

    def _row(self, recent: Recent) -> Content:
        """Date, progress and marks; below them the titles."""
        when = datetime.fromtimestamp(recent.opened).strftime("%Y-%m-%d %H:%M")
        marks = plural(recent.marks, "mark") if recent.marks else ""
        count = len(recent.titles)
        facts = (
            when,
            f"{share_text(recent.progress)} read" if count == 2 else plural(count, "report"),
            marks,
        )
        head = to_ascii(" · ".join(fact for fact in facts if fact), self._ascii)
        shown = count if count <= MOST_TITLES else MOST_TITLES - 1
        titles = [self._title(recent, k) for k in range(shown)]
        if count > shown:
            titles.append(f"and {count - shown} more")
        rows = (Content.styled(head, QUIET), *(Content(f"  {title}") for title in titles))
        return Content("\n").join(rows)

    def _title(self, recent: Recent, k: int) -> str:
        name = (
            Path(display_name(recent.locations[k])).name if recent.locations[k] else "text without a source"
        )
        if recent.titles[k] and not recent.locations[k]:
            return f"{isolated(recent.titles[k])} (standard input, or pasted)"
        return isolated(recent.titles[k] or name)

    # -- actions

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        recent = self._recents[int(event.option.id or 0)]
        if recent.can_open:
            self.dismiss(RecentsRequest(recent, tuple(self._forgotten)))
            return
        self._show_title("an article came from standard input or the clipboard: open all again to continue")
        self.app.bell()

    def action_step(self, direction: str) -> None:
        rows = self.query_one(OptionList)
        rows.action_cursor_down() if direction == "down" else rows.action_cursor_up()

    def action_forget(self) -> None:
        rows = self.query_one(OptionList)
        option = rows.highlighted_option
        if option is None:
            self.app.bell()
            return
        self._forgotten.append(int(option.id or 0))
        self._fill(rows.highlighted or 0)
        self._show_title()

    def action_undo(self) -> None:
        """Restore the comparison forgotten last."""
        if not self._forgotten:
            self.app.bell()
            return
        number = self._forgotten.pop()
        self._fill(0)
        rows = self.query_one(OptionList)
        if any(option.id == str(number) for option in rows.options):  # else the search hides it
            rows.highlighted = rows.get_option_index(str(number))
        self._show_title()

    def action_ask(self) -> None:
        self._asking = bool(self._recents)
        self._show_title()

    def action_answer(self, yes: bool) -> None:
        if not self._asking:
            return
        if yes:
            self.dismiss(RecentsRequest(all=True))
            return
        self._asking = False
        self._show_title()

    async def action_find(self) -> None:
        await open_filter_line(self)

    def on_input_changed(self) -> None:
        self._fill(0)

    def on_input_submitted(self) -> None:
        self.set_focus(self.query_one(OptionList))

    async def action_close(self) -> None:
        """Close the list; end a search or, if a question is open, answer it with no instead."""
        if self.query(FilterLine):
            await self.query(FilterLine).remove()
            self.set_focus(self.query_one(OptionList))
            self._fill(0)
        elif self._asking:
            self.action_answer(False)
        else:
            self.dismiss(RecentsRequest(forgotten=tuple(self._forgotten)))
