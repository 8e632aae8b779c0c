"""Base of the panels that are a list to choose from."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from tui.ui.panels.page import Panel
from tui.ui.widgets.input_lines import FilterLine, open_filter_line
from tui.ui.widgets.key_footer import KeyFooter
from tui.ui.widgets.option_rows import OptionRows

Choice = TypeVar("Choice")


class PickScreen(Panel[Choice | None], Generic[Choice]):
    """A list with a title, over the right edge of the text; returns the choice, or None if it was closed."""

    CSS_PATH = "panels.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose_row", "choose", id="pick.choose"),
        Binding("j", "step('down')", "Down", show=False, id="pick.down"),
        Binding("k", "step('up')", "Up", show=False, id="pick.up"),
        Binding("g,home", "step('first')", "Beginning", show=False, id="pick.beginning"),
        Binding("G,end", "step('last')", "End", show=False, id="pick.end"),
        Binding("slash", "find", "find", key_display="/", id="pick.find"),
        Binding("q,escape", "close", "close", id="pick.close"),
    ]

    def title_line(self) -> str:
        raise NotImplementedError

    def rows(self) -> list[tuple[Content, Choice]]:
        """The rows of the list, each with the choice that it stands for."""
        raise NotImplementedError

    def searched(self, row: Content, choice: Choice) -> str:
        """The text of a row in which a search looks for words."""
        return row.plain

    def current_row(self) -> int:
        """The row that is highlighted at first."""
        return 0

    def compose(self) -> ComposeResult:
        yield Label()
        yield OptionRows()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.refill()

    def refill(self) -> None:
        """Update the title and the rows."""
        self._all = self.rows()
        self._fill(self.query_one(FilterLine).value if self.query(FilterLine) else "")

    def _fill(self, query: str) -> None:
        """Show the rows that have all words of a query."""
        words = query.casefold().split()
        rows = [row for row in self._all if all(word in self.searched(*row).casefold() for word in words)]
        self._choices = [choice for _, choice in rows]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(row) for row, _ in rows)
        if rows:
            options.highlighted = 0 if words else self.current_row()
        self._show_title()

    @property
    def highlighted(self) -> Choice | None:
        """The choice of the row that is highlighted; None in an empty list."""
        place = self.query_one(OptionList).highlighted
        return self._choices[place] if place is not None and place < len(self._choices) else None

    def _show_title(self) -> None:
        """The title and, in a list of more than one row, the place of the row that is highlighted."""
        place = self.query_one(OptionList).highlighted
        count = len(self._choices)
        where = f" · row {place + 1} of {count}" if place is not None and count > 1 else ""
        self.query_one(Label).update(Content(f"{self.title_line()}{where}"))

    def on_option_list_option_highlighted(self) -> None:
        self._show_title()

    # -- searching

    @property
    def searching(self) -> bool:
        """Whether the search field is open."""
        return bool(self.query(FilterLine))

    async def action_find(self) -> None:
        await open_filter_line(self)

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def on_input_submitted(self) -> None:
        self.set_focus(self.query_one(OptionList))

    async def action_close(self) -> None:
        """End the search, or close the list."""
        if self.searching:
            await self.query(FilterLine).remove()
            self.set_focus(self.query_one(OptionList))
            self._fill("")
        else:
            self.dismiss()

    # -- choosing

    def action_step(self, direction: str) -> None:
        rows = self.query_one(OptionList)
        {
            "down": rows.action_cursor_down,
            "up": rows.action_cursor_up,
            "first": rows.action_first,
            "last": rows.action_last,
        }[direction]()

    def action_choose_row(self) -> None:
        self.query_one(OptionList).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        if event.option_index < len(self._choices):  # a search may have shortened the list meanwhile
            self.chosen(self._choices[event.option_index], event.option_index)

    def chosen(self, choice: Choice, place: int) -> None:
        """Answer with a choice; a list whose rows do other things overrides this, since Textual calls the
        handlers of all base classes."""
        self.dismiss(choice)
