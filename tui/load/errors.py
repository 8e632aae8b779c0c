"""The one error of loading."""

from __future__ import annotations

from tui.load.clean import clean_line


class LoadError(Exception):
    """A source cannot be read. Its message is one clean line: what, why and what to do next."""

    def __init__(self, source: str, wrong: str, remedy: str) -> None:
        self.source = display_name(source)
        super().__init__(f"{self.source}: {clean_line(wrong)}; {clean_line(remedy)}")


def display_name(source: str) -> str:
    """A source's name fit to show: `-` in words, control and undecodable characters harmless."""
    if source == "-":
        return "standard input"
    shown = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in source)
    return clean_line(shown) or "(no name)"
