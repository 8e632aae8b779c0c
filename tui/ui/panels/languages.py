"""Choose the language of an article."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.model import Side
from tui.model.languages import LANGUAGES, bare_code, language_name
from tui.ui.panels.pick import PickScreen

DETECT = ""
"""The choice to detect the language from the text."""


class LanguagesScreen(PickScreen[str]):
    """Lists the languages by name; answers with a code, or DETECT."""

    HELP = """
**enter** takes the article for one in this language, **escape** goes back. Nothing is translated: between two
languages passages are linked by meaning, and only words that surely say the same are shown as shared.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("L", "dismiss", "Close", show=False, id="languages.close")
    ]

    def __init__(self, language: str, side: Side, *, detected: bool) -> None:
        """`language`: code of the article's language; `detected`: from its text, and not by the reader."""
        super().__init__()
        self._language, self._side, self._detected = bare_code(language), side, detected

    def title_line(self) -> str:
        return f"Language of the {self._side.value} article"

    def rows(self) -> list[tuple[Content, str]]:
        guess = language_name(self._language) or "not known"
        first = f"as detected ({guess})" if self._detected else "detect it again"
        named = sorted(LANGUAGES.items(), key=lambda item: item[1])
        return [(Content(first), DETECT), *((self._row(name, code), code) for code, name in named)]

    def _row(self, name: str, code: str) -> Content:
        current = "  current" if code == self._language else ""
        return Content.assemble(f"{name:<14}{code}", (current, "bold"))

    def current_row(self) -> int:
        codes = [code for _, code in self.rows()]
        return codes.index(self._language) if not self._detected and self._language in codes else 0
