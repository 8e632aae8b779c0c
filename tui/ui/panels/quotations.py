"""All quotations of both articles, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Label, Static

from tui.engine.questions import Answer, QuotationsListed
from tui.layout.wrap import fit, pad
from tui.model import Side
from tui.model.direction import isolated
from tui.model.quotation import ListedQuotation
from tui.model.symbols import to_ascii
from tui.model.wording import plural
from tui.ui.panels.pick import PickScreen
from tui.ui.widgets.drawn_lines import paragraph
from tui.ui.widgets.key_footer import KeyFooter
from tui.ui.widgets.option_rows import OptionRows

SPEAKER, COLUMN = 13, 27
"""Cells of the speaker, and of each article's words."""


class QuotationsScreen(PickScreen[ListedQuotation]):
    """Lists each quotation with its speaker and the words of both articles; returns the chosen one."""

    HELP = "The words of the left article stand first. **enter** goes to the passages, **escape** goes back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("Q", "dismiss", "Close", show=False, id="quotations.close")
    ]

    def __init__(self, ascii: bool = False) -> None:
        super().__init__()
        self._ascii = ascii
        self._quotations: Sequence[ListedQuotation] | None = None
        """None until the worker has answered."""

    def take(self, answer: Answer) -> None:
        """List the quotations that a worker has found."""
        assert isinstance(answer, QuotationsListed)
        self._quotations = answer.quotations
        if self.is_shown:
            self.refill()

    def compose(self) -> ComposeResult:
        yield Label()
        yield OptionRows()
        yield Static(id="preview", markup=False)
        yield KeyFooter()

    def title_line(self) -> str:
        if self._quotations is None:
            return "looking for quotations ..."
        both = sum(-1 not in quotation.pair for quotation in self._quotations)
        return f"{plural(len(self._quotations), 'quotation')}, {both} in both articles"

    def rows(self) -> list[tuple[Content, ListedQuotation]]:
        return [(self._row(quotation), quotation) for quotation in self._quotations or ()]

    def _row(self, quotation: ListedQuotation) -> Content:
        speaker = _column(quotation.speaker, SPEAKER)
        left, right = (_column(text, COLUMN) for text in (quotation.left, quotation.right))
        return Content.assemble(
            (to_ascii(speaker, self._ascii), "bold"), to_ascii(f" {left}  {right}", self._ascii)
        )

    def on_option_list_option_highlighted(self) -> None:
        super().on_option_list_option_highlighted()
        quotation = self.highlighted
        self.query_one("#preview", Static).update(self._preview(quotation) if quotation else Content())

    def _preview(self, quotation: ListedQuotation) -> Content:
        """Both versions in full, and what differs."""
        texts = zip(Side, (quotation.left, quotation.right), strict=True)
        lines = [
            Content(f"{side.value}: ") + paragraph(Content(to_ascii(text or "not quoted", self._ascii)))
            for side, text in texts
        ]
        notes = (Content(to_ascii(note, self._ascii)) for note in quotation.notes)
        return Content("\n").join((*lines, *notes))


def _column(text: str, width: int) -> str:
    """A snippet in a column of the list."""
    return pad(fit(isolated(text), width), width)
