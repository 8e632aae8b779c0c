"""The grid of a story: statements down, reports across."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.layout.wrap import cell_len
from tui.model.statement import Cell, Place, Spread, Statement, letter
from tui.model.story_words import ASCII_CELL_SIGNS, CELL_SIGNS
from tui.model.wording import plural
from tui.reading.story_reading import StoryReading
from tui.ui.panels.story_list import Ask, Places, StoryListScreen, places_of

COPY = "="
"""The sign of a cell that states it with the text of a report left of it."""
STYLES = {
    Cell.STATED: "$text-primary bold",
    Cell.BESIDE: "$text-muted",
    Cell.DIFFERS: "$text-warning bold",
    Cell.WEAK: "$text-muted",
    Cell.ABSENT: "$text-disabled",
    Cell.PENDING: "$text-disabled",
}
QUIET = "$text-muted"
ROW_PLACE = 18
"""Cells of the place of the row at the end of the title, with the space at both ends."""
SPREADS = (None, *Spread)
"""The filters, in the order in which `f` goes through them."""


class GridScreen(StoryListScreen[Statement]):
    """Lists the statements with a cell for each report, and below them all passages of one of them."""

    HELP = """
A row is a statement, a column a report: **●** states it, **=** states it with the text of a report left of
it (the two are one witness), **≠** gives another number, **~** has something beside it, **?**
has only a weak link to it and may have it in a clause, **·** does not have it, **…** is not compared yet.
The number counts independent witnesses, and the rows begin with those that most of them state. **f** shows
only what is in all, in all but one, in one only, or disputed; **enter** goes to the two passages.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("S", "close", "Close", show=False, id="grid.close"),
        Binding("f", "filter(1)", "filter", id="grid.filter"),
        Binding("F", "filter(-1)", "Filter before", show=False, id="grid.filter_back"),
    ]
    _spread: Spread | None = None

    def about(self) -> str:
        text = super().about()
        for cell, sign in ASCII_CELL_SIGNS.items() if self._ascii else ():
            text = text.replace(f"**{CELL_SIGNS[cell]}**", f"**{sign}**")
        return text

    def take(self, reading: StoryReading) -> None:
        count = reading.story.count
        self._statements = reading.grid(self.threshold)
        self._counts = Counter(k for row in self._statements for k in Spread if row.has(k, count))

    def key(self, row: Statement | Places | Ask) -> object:
        return (row.report, row.passage) if isinstance(row, Statement) else row

    def title_line(self) -> str:
        counts = self._counts
        if self._spread:
            shown = f"{plural(counts[self._spread], 'statement')} {self._spread.value}"
        else:
            spreads = (Spread.ALL, Spread.ALL_BUT_ONE, Spread.ONE)
            some = len(self._statements) - sum(counts[spread] for spread in spreads)
            parts = [f"{spread.value} {counts[spread]}" for spread in spreads]
            parts.insert(2, f"in some {some}" if some else "")
            statements = plural(len(self._statements), "statement")
            disputed = f" · disputed {counts[Spread.DISPUTED]}"
            forms = (f"{statements}: {', '.join(filter(None, parts))}{disputed}", statements + disputed)
            room = self.app.size.width - ROW_PLACE
            shown = next((form for form in forms if cell_len(form) <= room), statements)
        return self.ascii_text(" · ".join(filter(None, (self.reading.progress, shown))))

    def head(self) -> str:
        letters = " ".join(letter(report) for report in range(self.reading.story.count))
        read = self.reading.story.name(self.reading.read)
        return f" # {letters}  statement, around the passages of {read}, then of the others"

    def rows(self) -> list[tuple[Content, Statement | Places | Ask]]:
        count = self.reading.story.count
        shown = (row for row in self._statements if not self._spread or row.has(self._spread, count))
        return [(self._row(row), row) for row in shown]

    def _row(self, row: Statement) -> Content:
        cells = [self._cell(row, report) for report in range(self.reading.story.count)]
        spaced = [part for cell in cells for part in (cell, " ")]
        return Content.assemble(f"{row.independent:>2} ", *spaced, f" {self.text((row.report, row.passage))}")

    def _cell(self, row: Statement, report: int) -> tuple[str, str]:
        cell = row.cell(report)
        copied = any(report in group[1:] for group in row.copies)
        signs = ASCII_CELL_SIGNS if self._ascii else CELL_SIGNS
        return COPY if copied and cell is Cell.STATED else signs[cell], STYLES.get(cell, QUIET)

    def passages(self, row: Statement) -> Sequence[tuple[str, Place]]:
        reports = [k for k in range(self.reading.story.count) if row.to_look_at(k)]
        return [(self._cell(row, k)[0], (k, row.to_look_at(k)[0])) for k in reports]

    def action_filter(self, step: int) -> None:
        self._spread = SPREADS[(SPREADS.index(self._spread) + step) % len(SPREADS)]
        self.refill()
        self.show_preview()

    def chosen(self, choice: Statement | Places | Ask, place: int) -> None:
        if isinstance(choice, Statement):
            self.dismiss(places_of(choice, self.reading))
