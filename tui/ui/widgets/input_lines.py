"""Input lines: for a search, and for opening a source."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from textual import events, on
from textual.message import Message
from textual.screen import Screen
from textual.suggester import Suggester
from textual.widgets import Input

from tui.model import Side
from tui.sources.clean import clean_text

Answer = TypeVar("Answer")


class CleanInput(Input):
    """An input that cleans pasted text, like every string from outside."""

    def _on_paste(self, event: events.Paste) -> None:
        # Textual calls this before the handler of the class above, which inserts the text.
        event.text = clean_text(event.text)[0]


class BottomLine(CleanInput):
    """Base of the input lines at the bottom of the reading screen."""

    DEFAULT_CSS = """
    BottomLine {
        dock: bottom;
        height: 1;
        background: $panel;
    }
    """


class FilterLine(BottomLine):
    """Words that the rows of a list or a page must have."""

    def __init__(self) -> None:
        super().__init__(placeholder="show only rows with ...", compact=True, id="filter-line")


async def open_filter_line(panel: Screen[Answer]) -> None:
    """Have the keys go to the filter line of a panel, which appears if it is not there."""
    if not panel.query(FilterLine):
        await panel.mount(FilterLine())
    panel.set_focus(panel.query_one(FilterLine))  # at once, for the letters that are typed ahead


class SearchLine(BottomLine):
    """The query of a search in both articles."""

    @dataclass
    class QueryChanged(Message):
        """The reader typed or deleted something."""

        query: str

    class QuerySubmitted(Message):
        """The reader pressed enter."""

    def __init__(self) -> None:
        super().__init__(placeholder="find in both articles", compact=True, id="search-line")

    @on(Input.Changed)
    def report_query(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.QueryChanged(event.value))

    @on(Input.Submitted)
    def report_end(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.QuerySubmitted())


MOST_ENTRIES = 2000
"""Most entries of a folder that are searched for a completion."""


class PathSuggester(Suggester):
    """Completes paths: the first entry of the folder, by name, that begins as typed."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        folder, slash, start = value.rpartition("/")
        try:
            where = Path(folder + slash or ".").expanduser()
            entries = sorted(
                entry.name for _, entry in zip(range(MOST_ENTRIES), where.iterdir(), strict=False)
            )
        except (OSError, RuntimeError):  # RuntimeError: there is no such user
            return None
        found = next((name for name in entries if name.startswith(start) and name != start), None)
        if found is None or not start:
            return None
        ending = "/" if (where / found).is_dir() else ""
        return f"{folder}{slash}{found}{ending}"


class OpenLine(BottomLine):
    """The name of a source to open on one side."""

    @dataclass
    class SourceNamed(Message):
        """The reader pressed enter."""

        side: Side
        source: str
        """Text typed, without spaces around it; empty if there is none."""

    def __init__(self, side: Side) -> None:
        hint = f"{side.value}: path, web address or clipboard: (+ adds a report)"
        super().__init__(placeholder=hint, compact=True, suggester=PathSuggester(), id="open-line")
        self._side = side

    @on(Input.Submitted)
    def report_source(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.SourceNamed(self._side, event.value.strip()))
