"""Base of the panels that are a list to choose from."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from tui.ui.widgets.option_rows import OptionRows

Choice = TypeVar("Choice")


class PickScreen(ModalScreen[Choice | None], Generic[Choice]):
    """A list with a title, over the right edge of the text; returns the choice, or None if it was closed."""

    CSS_PATH = "panels.tcss"
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", "Close", id="pick.close"),
        Binding("j", "step('down')", "Down", show=False, id="pick.down"),
        Binding("k", "step('up')", "Up", show=False, id="pick.up"),
    ]

    def title_line(self) -> str:
        raise NotImplementedError

    def rows(self) -> list[tuple[Content, Choice]]:
        """The rows of the list, each with the choice that it stands for."""
        raise NotImplementedError

    def current_row(self) -> int:
        """The row that is highlighted at first."""
        return 0

    def compose(self) -> ComposeResult:
        yield Label()
        yield OptionRows()

    def on_mount(self) -> None:
        self.refill()

    def refill(self) -> None:
        """Update the title and the rows."""
        rows = self.rows()
        self._choices = [choice for _, choice in rows]
        self.query_one(Label).update(Content(self.title_line()))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(row) for row, _ in rows)
        if rows:
            options.highlighted = self.current_row()

    def action_step(self, direction: str) -> None:
        rows = self.query_one(OptionList)
        rows.action_cursor_down() if direction == "down" else rows.action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[event.option_index])
