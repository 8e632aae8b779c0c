"""The list of differences between the two articles."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.model.difference import Difference, Ledger, State
from tui.model.wording import plural
from tui.report.differences import difference_place, difference_text
from tui.ui.panels.pick import PickScreen


class DifferencesScreen(PickScreen[Difference]):
    """Lists disagreements by kind and weight and, on request, facts that only one side has; returns one."""

    HELP = "**enter** goes to the passages, **a** adds facts that only one side has, **escape** goes back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("D", "dismiss", "Close", show=False, id="ledger.close"),
        Binding("a", "one_sided", "Facts of one side", id="ledger.one_sided"),
    ]

    def __init__(self, ledger: Ledger, note: str = "", one_sided: bool = False) -> None:
        super().__init__()
        self._ledger = ledger
        self._note = note
        self._one_sided = one_sided

    def title_line(self) -> str:
        count = len(self._ledger.disagreements)
        one_sided = len(self._ledger.entries) - count
        parts = [plural(count, "difference")]
        if one_sided:
            parts.append("a: hide the rest" if self._one_sided else f"a: {one_sided} more on one side only")
        return " · ".join([*parts, self._note] if self._note else parts)

    def rows(self) -> list[tuple[Content, Difference]]:
        entries = [e for e in self._ledger.entries if e.state is State.DIFFERS or self._one_sided]
        rows = []
        for kind, group in groupby(entries, key=lambda entry: entry.kind):
            for k, entry in enumerate(group):
                name = f"{kind.value if k == 0 else '':<12}"
                rows.append(
                    (
                        Content.assemble(
                            (name, "bold"), difference_text(entry), (f"  {difference_place(entry)}", "dim")
                        ),
                        entry,
                    )
                )
        return rows

    def action_one_sided(self) -> None:
        self._one_sided = not self._one_sided
        self.refill()
