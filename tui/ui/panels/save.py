"""Choose the format of a report to save."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from msgspec import Struct
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.model import Comparison
from tui.report import FORMATS, STORY_FORMATS, suggested_name
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
    story: bool = False
    """Whether all reports of a story are to be in it, and not only the two on the panes."""


class SaveScreen(PickScreen[SaveRequest]):
    """Lists the formats, each with its file."""

    HELP = "**enter** writes the file, **escape** goes back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "dismiss", "Close", show=False, id="save.close")
    ]

    def __init__(self, comparison: Comparison, reports: int = 2) -> None:
        """`reports`: number of all reports of the story."""
        super().__init__()
        self._comparison, self._reports = comparison, reports

    def title_line(self) -> str:
        return f"Save here: {self._stem} …"

    @property
    def _stem(self) -> str:
        """What the names of all files begin with."""
        return Path(suggested_name(self._comparison, next(iter(FORMATS)))).stem

    def rows(self) -> list[tuple[Content, SaveRequest]]:
        rows = self._of_story() if self._reports > 2 else []
        for format in (*FORMATS, SCREEN):
            name = suggested_name(self._comparison, "svg" if format == SCREEN else format)
            path = Path(name)
            if format == SCREEN:
                path = path.with_stem(f"{path.stem}-screen")
            rows.append(self._row(DESCRIPTIONS[format], SaveRequest(format, path)))
        return rows

    def _of_story(self) -> list[tuple[Content, SaveRequest]]:
        """The rows for all reports of a story; the pictures have only two."""
        rows = []
        for format in STORY_FORMATS:
            path = Path(suggested_name(self._comparison, format))
            path = path.with_stem(f"{path.stem}-and-{self._reports - 2}-more")
            name = DESCRIPTIONS[format].partition(",")[0]
            rows.append(self._row(f"all reports: {name}", SaveRequest(format, path, story=True)))
        return rows

    def _row(self, description: str, request: SaveRequest) -> tuple[Content, SaveRequest]:
        ending = request.path.name.removeprefix(self._stem)
        replaced = " (replaces the file)" if request.path.exists() else ""
        return Content.assemble(f"{description:<26}", (f"…{ending}{replaced}", "dim")), request
