"""The line in which a search is typed."""

from __future__ import annotations

from tui.widgets.clean_input import CleanInput


class FindLine(CleanInput):
    """Hidden until it is opened; over the status line while it is open."""

    def __init__(self) -> None:
        super().__init__(placeholder="find in both articles", compact=True)
        self.display = False

    def open(self) -> None:
        self.value = ""
        self.display = True
        self.focus()

    def close(self) -> None:
        self.display = False
        self.screen.set_focus(None)
