"""Lists of options that may have no room on the screen: in a terminal of a few rows they have none."""

from __future__ import annotations

from textual import work
from textual.binding import Binding
from textual.command import CommandList, CommandPalette
from textual.widgets import OptionList

from tui.ui.widgets.drawn_lines import DrawnBefore


def has_lines(options: OptionList) -> bool:
    """Whether the lines of the options are known. Textual computes them when the list has a size."""
    return bool(options.scrollable_content_region)


class OptionRows(OptionList):
    """A list of options that does not move by pages while it has no size. The footer shows its key."""

    BINDINGS = [Binding("enter", "select", "choose", id="rows.choose")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("page_up", "page_down") and not has_lines(self):
            return False
        return super().check_action(action, parameters)


class Palette(DrawnBefore, CommandPalette):
    """Textual's palette, which passes the same keys on to its list."""

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        """As Textual's, which ends the program where the palette was closed before this begins."""
        if self.query(CommandList):
            await CommandPalette._gather_commands.__wrapped__(self, search_value)  # type: ignore[attr-defined]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "command_list" and not any(map(has_lines, self.query(CommandList))):  # none at first
            return False
        return super().check_action(action, parameters)
