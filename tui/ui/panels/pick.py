"""A list to pick one thing from."""

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
    """Rows under a title, beside the text; returns what is picked, or None to leave all as it is."""

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
        """What stands in the list, and what it means to pick it."""
        raise NotImplementedError

    def picked(self) -> int:
        """The row that is picked already."""
        return 0

    def compose(self) -> ComposeResult:
        yield Label()
        yield OptionRows()

    def on_mount(self) -> None:
        self.refill()

    def refill(self) -> None:
        """Show the title and the rows as they are now."""
        rows = self.rows()
        self._choices = [choice for _, choice in rows]
        self.query_one(Label).update(Content(self.title_line()))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(row) for row, _ in rows)
        if rows:
            options.highlighted = self.picked()

    def action_step(self, direction: str) -> None:
        rows = self.query_one(OptionList)
        rows.action_cursor_down() if direction == "down" else rows.action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[event.option_index])
