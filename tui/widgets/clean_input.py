"""A line to type in that takes nothing a terminal could obey."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from tui.load.clean import clean_text


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
