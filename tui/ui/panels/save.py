"""Which report of the comparison to save, and under which name."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from msgspec import Struct
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.model import Comparison
from tui.report import FORMATS, suggested_name
from tui.ui.panels.pick import PickScreen

SCREEN = "screen"
"""Not a report of the comparison, but a picture of what is on the screen."""
WHAT = {
    "text": "text, side by side",
    "markdown": "Markdown",
    "html": "HTML, one file",
    "json": "JSON, all data",
    "csv": "CSV of the links",
    "svg": "SVG, the map",
    SCREEN: "SVG, this screen",
}


class SaveRequest(Struct, frozen=True):
    """A report and the file it goes to."""

    format: str
    path: Path


class SaveScreen(PickScreen[SaveRequest]):
    """Lists the formats with the file each would be written to."""

    HELP = "**enter** writes the file, **escape** goes back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "dismiss", "Close", show=False, id="save.close")
    ]

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self._comparison = comparison

    def title_line(self) -> str:
        return "Save a report in this folder"

    def rows(self) -> list[tuple[Content, SaveRequest]]:
        rows = []
        for format in (*FORMATS, SCREEN):
            name = suggested_name(self._comparison, "svg" if format == SCREEN else format)
            path = Path(name)
            if format == SCREEN:
                path = path.with_stem(f"{path.stem}-screen")
            there = " (replaces the file there)" if path.exists() else ""
            row = Content.assemble(f"{WHAT[format]:<20}", (f"{path.name}{there}", "dim"))
            rows.append((row, SaveRequest(format, path)))
        return rows
