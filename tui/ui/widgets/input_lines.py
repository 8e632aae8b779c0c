"""Lines to type in: a search, or another source."""

from __future__ import annotations

from pathlib import Path

from textual import events
from textual.suggester import Suggester
from textual.widgets import Input

from tui.model import Side
from tui.sources.clean import clean_text


class CleanInput(Input):
    """What is pasted is cleaned like every string from outside."""

    def _on_paste(self, event: events.Paste) -> None:
        # Textual calls this before the handler of the class above, which inserts the text.
        event.text = clean_text(event.text)[0]


class BottomLine(CleanInput):
    """The last line of the reading screen while something is typed in it."""

    DEFAULT_CSS = """
    BottomLine {
        dock: bottom;
        height: 1;
        background: $panel;
    }
    """


class FindLine(BottomLine):
    """Over the keys while it is open."""

    def __init__(self) -> None:
        super().__init__(placeholder="find in both articles", compact=True, id="find-line")


MOST_ENTRIES = 2000
"""Entries of a folder that are looked through for a completion."""


class PathSuggester(Suggester):
    """Completes paths: the first entry of the folder, by name, that begins as typed."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        folder, slash, start = value.rpartition("/")
        where = Path(folder + slash or ".").expanduser()
        try:
            entries = sorted(
                entry.name for _, entry in zip(range(MOST_ENTRIES), where.iterdir(), strict=False)
            )
        except OSError:
            return None
        found = next((name for name in entries if name.startswith(start) and name != start), None)
        if found is None or not start:
            return None
        ending = "/" if (where / found).is_dir() else ""
        return f"{folder}{slash}{found}{ending}"


class OpenLine(BottomLine):
    """Over the keys while it is open."""

    def __init__(self, side: Side) -> None:
        what = f"open on the {side.value}: a path, a web address, or clipboard:"
        super().__init__(placeholder=what, compact=True, suggester=PathSuggester(), id="open-line")
