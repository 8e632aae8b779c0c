"""Copying: by a command of the system, by tmux or by the terminal, and which of them it was."""

from __future__ import annotations

from typing import Any

from textual.app import App

from tui.model.direction import without_isolates


def copy_text(app: App[Any], text: str) -> str:
    """Put a text on the clipboard. Returns which way was taken: `copied with xclip`.

    A terminal is asked by an escape sequence (OSC 52) and never answers, so nothing tells whether it copied.
    """
    text, command = without_isolates(text), ""
    if not (app.is_headless or app.is_web):  # a page in a browser has a clipboard of its own
        from tui.sources.clipboard import write_clipboard  # with subprocess 10 ms

        command = write_clipboard(text)
    if command == "tmux":  # it ignores what programs send, or makes a second buffer of it
        app._clipboard = text
        return "copied with tmux"
    App.copy_to_clipboard(app, text)
    if command:
        return f"copied with {command}"
    return "copied by the browser" if app.is_web else "sent to the terminal, to be copied there"
