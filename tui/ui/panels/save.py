"""Choose the format of a report to save."""

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
"""A picture of the screen instead of a report."""
DESCRIPTIONS = {
    "text": "text, pair by pair",
    "markdown": "Markdown",
    "html": "HTML, one file",
    "json": "JSON, all data",
    "csv": "CSV of the links",
    "svg": "SVG, the map",
    SCREEN: "SVG, this screen",
}


class SaveRequest(Struct, frozen=True):
    """A report format and the file to write."""

    format: str
    path: Path


class SaveScreen(PickScreen[SaveRequest]):
    """Lists the formats, each with its file."""

    HELP = "**enter** writes the file, **escape** goes back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "dismiss", "Close", show=False, id="save.close")
    ]

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self._comparison = comparison

    def title_line(self) -> str:
        return f"Save here: {self._stem} …"

    @property
    def _stem(self) -> str:
        """What the names of all files begin with."""
        return Path(suggested_name(self._comparison, next(iter(FORMATS)))).stem

    def rows(self) -> list[tuple[Content, SaveRequest]]:
        rows = []
        for format in (*FORMATS, SCREEN):
            name = suggested_name(self._comparison, "svg" if format == SCREEN else format)
            path = Path(name)
            if format == SCREEN:
                path = path.with_stem(f"{path.stem}-screen")
            ending = path.name.removeprefix(self._stem)
            replaced = " (replaces the file)" if path.exists() else ""
            row = Content.assemble(f"{DESCRIPTIONS[format]:<20}", (f"…{ending}{replaced}", "dim"))
            rows.append((row, SaveRequest(format, path)))
        return rows
