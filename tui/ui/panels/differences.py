"""The list of differences between the two articles."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from tui.model.difference import OPEN_SECTIONS, Difference, Ledger, Section
from tui.model.wording import plural
from tui.report.differences import difference_place, difference_text
from tui.ui.panels.pick import PickScreen


class DifferencesScreen(PickScreen[Difference | Section]):
    """Lists the differences by section, those of closed sections on request; returns one."""

    HELP = (
        "**enter** goes to the passages, or opens and closes a section; **a** opens or closes all, "
        "**escape** goes back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("D", "dismiss", "Close", show=False, id="ledger.close"),
        Binding("a", "all", "Open all sections", id="ledger.one_sided"),
    ]

    def __init__(self, ledger: Ledger, note: str = "") -> None:
        super().__init__()
        self._note = note
        self._entries: dict[Section, list[Difference]] = {section: [] for section in Section}
        for entry in ledger.entries:
            self._entries[entry.section].append(entry)
        self._open = OPEN_SECTIONS

    def title_line(self) -> str:
        count = sum(len(self._entries[section]) for section in OPEN_SECTIONS)
        parts = [plural(count, "difference")]
        if closed := sum(map(len, self._entries.values())) - count:
            parts.append(f"a: {closed} more in closed sections")
        return " · ".join([*parts, self._note] if self._note else parts)

    def rows(self) -> list[tuple[Content, Difference | Section]]:
        rows: list[tuple[Content, Difference | Section]] = []
        for section, entries in self._entries.items():
            if entries:
                is_open = section in self._open
                rows.append((Content.from_text(_heading(section, len(entries), is_open)), section))
                rows += [(_row(entry), entry) for entry in entries if is_open]
        return rows

    def current_row(self) -> int:
        """The first entry, below the heading of its section; the first heading if all sections are closed."""
        entries = (k for k, choice in enumerate(self._choices) if not isinstance(choice, Section))
        return next(entries, 0)

    def chosen(self, choice: Difference | Section, place: int) -> None:
        if not isinstance(choice, Section):
            self.dismiss(choice)
            return
        self._open ^= {choice}
        self.refill()
        self.query_one(OptionList).highlighted = place

    def action_all(self) -> None:
        self._open = OPEN_SECTIONS if self._open == frozenset(Section) else frozenset(Section)
        self.refill()


def _heading(section: Section, count: int, is_open: bool) -> str:
    return f"{'▾' if is_open else '▸'} {section.value} ({count})"


def _row(entry: Difference) -> Content:
    parts = f"  {entry.kind.value:<12}", difference_text(entry), (f"  {difference_place(entry)}", "dim")
    note = [(f"  {entry.note}", "dim")] if entry.note else []
    return Content.assemble(*parts, *note)
