"""The line in which a search is typed."""

from __future__ import annotations

from tui.widgets.clean_input import BottomLine


class FindLine(BottomLine):
    """Over the keys while it is open."""

    def __init__(self) -> None:
        super().__init__(placeholder="find in both articles", compact=True, id="find-line")
