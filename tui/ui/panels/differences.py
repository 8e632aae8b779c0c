"""The list of differences between the two articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Label, OptionList, Static

from tui.engine.questions import Answer
from tui.model import Article, PassagePair, Side
from tui.model.difference import OPEN_SECTIONS, Difference, Ledger, Section
from tui.model.quotation import ListedQuotation
from tui.model.symbols import to_ascii
from tui.model.wording import plural
from tui.report.differences import difference_kind, difference_text
from tui.report.labels import source_name
from tui.ui.panels.pick import PickScreen
from tui.ui.panels.quotations import QuotationsScreen
from tui.ui.terminal.copying import copy_text
from tui.ui.widgets.drawn_lines import paragraph
from tui.ui.widgets.key_footer import KeyFooter
from tui.ui.widgets.option_rows import OptionRows

AROUND = 60
"""Characters of a sentence before and after a value in the preview."""


class DifferencesRequest(Struct, frozen=True):
    """Passages to go to, and the keys of all dismissed differences, the latest last."""

    go_to: PassagePair | None = None
    dismissed: tuple[str, ...] = ()


DifferenceRow = Difference | Section | DifferencesRequest
"""What a row stands for, or the answer of the list."""


class DifferencesScreen(PickScreen[DifferenceRow]):
    """Lists the differences by section, those of closed sections on request, with both sentences below."""

    HELP = """
**enter** goes to the passages, or opens and closes a section; **a** opens or closes all. **y** copies a
difference with both sentences and sources. **P** dismisses one, **ctrl+z** takes that back; it is kept with
the session. **Q** lists all quotations. **escape** goes back. Loaded words colour the same thing differently,
as "shooting" and "massacre" do; ” marks what the two word in another way.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("D", "close", "Close", show=False, id="ledger.close"),
        Binding("a", "all", "all", id="ledger.one_sided"),
        Binding("Q", "quotations", "quotations", id="ledger.quotations"),
        Binding("y", "copy_row", "copy", id="ledger.copy"),
        Binding("P", "dismiss_row", "dismiss", id="ledger.dismiss"),
        Binding("ctrl+z", "restore", "Take back the last dismissal", show=False, id="ledger.restore"),
    ]

    def __init__(
        self,
        ledger: Ledger,
        articles: tuple[Article, Article],
        ask_quotations: Callable[[Callable[[Answer], None]], None],
        *,
        dismissed: Sequence[str] = (),
        note: str = "",
        ascii: bool = False,
    ) -> None:
        super().__init__()
        self._ledger, self._articles, self._note, self._ascii = ledger, articles, note, ascii
        self._ask_quotations = ask_quotations
        self._dismissed = list(dismissed)
        self._open = OPEN_SECTIONS

    def compose(self) -> ComposeResult:
        yield Label()
        yield OptionRows()
        yield Static(id="preview", markup=False)
        yield KeyFooter()

    # -- contents

    @property
    def _entries(self) -> dict[Section, list[Difference]]:
        entries: dict[Section, list[Difference]] = {section: [] for section in Section}
        for entry in self._ledger.entries:
            if entry.key not in self._dismissed:
                entries[entry.section].append(entry)
        return entries

    @property
    def _folded(self) -> int:
        """Number of the differences in sections that are closed now."""
        return sum(len(own) for section, own in self._entries.items() if section not in self._open)

    def title_line(self) -> str:
        entries = self._entries
        count = sum(len(entries[section]) for section in OPEN_SECTIONS)
        parts = [plural(count, "difference")]
        if closed := self._folded:
            parts.append(f"{closed} more in closed sections (a opens them)")
        elif others := sum(map(len, entries.values())) - count:
            parts.append(f"a hides the other {others}")
        if self._dismissed:
            parts.append(f"{len(self._dismissed)} dismissed")
        return to_ascii(" · ".join([*parts, self._note] if self._note else parts), self._ascii)

    def rows(self) -> list[tuple[Content, DifferenceRow]]:
        rows: list[tuple[Content, DifferenceRow]] = []
        for section, entries in self._entries.items():
            if entries:
                is_open = section in self._open
                heading = to_ascii(_heading(section, len(entries), is_open), self._ascii)
                rows.append((Content.from_text(heading, markup=False), section))
                rows += [(self._row(entry), entry) for entry in entries if is_open]
        return rows

    def current_row(self) -> int:
        """The first entry, below the heading of its section; the first heading if all sections are closed."""
        entries = (k for k, choice in enumerate(self._choices) if isinstance(choice, Difference))
        return next(entries, 0)

    def _row(self, entry: Difference) -> Content:
        head = f"{difference_kind(entry):<14}"
        if entry.cut:  # both values may be long, and begin alike
            return Content(to_ascii(f"{head}{entry.note}", self._ascii))
        note = [(f"  {to_ascii(entry.note, self._ascii)}", "dim")] if entry.note else []
        return Content.assemble(
            *(to_ascii(text, self._ascii) for text in (head, difference_text(entry))), *note
        )

    def on_option_list_option_highlighted(self) -> None:
        super().on_option_list_option_highlighted()
        entry = self._highlighted
        self.query_one("#preview", Static).update(self._preview(entry) if entry else Content())

    @property
    def _highlighted(self) -> Difference | None:
        choice = self.highlighted
        return choice if isinstance(choice, Difference) else None

    def _preview(self, entry: Difference) -> Content:
        """The words around both values, and what there is to say of them."""
        lines = [
            Content.styled(f"{side.value}: ", "dim") + paragraph(Content.assemble(*self._around(entry, side)))
            for side in Side
        ]
        return Content("\n").join(
            (*lines, Content(to_ascii(entry.note, self._ascii))) if entry.note else lines
        )

    def _around(self, entry: Difference, side: Side) -> list[str | tuple[str, str]]:
        fact, passages = entry.at(side), self._articles[0 if side is Side.LEFT else 1].passages
        index = entry.passage_at(side)
        if fact is None or not 0 <= index < len(passages):
            return ["nothing"]
        text = self._articles[0 if side is Side.LEFT else 1].text
        first, last = passages[index].span.start, passages[index].span.end
        start = _word_from(text, max(0, first, fact.span.start - AROUND), fact.span.start)
        end = _word_to(text, min(last, fact.span.end + AROUND), fact.span.end)
        before, value, after = (
            to_ascii(re.sub(r"\s+", " ", text[at:to]), self._ascii)
            for at, to in (
                (start, fact.span.start),
                (fact.span.start, fact.span.end),
                (fact.span.end, end),
            )
        )
        return [
            f"{'... ' if start > first else ''}{before}",
            (value, "bold"),
            f"{after}{' ...' if end < last else ''}",
        ]  # fmt: skip

    # -- actions

    def chosen(self, choice: DifferenceRow, place: int) -> None:
        if isinstance(choice, Difference):
            self._answer(choice.pair)
        elif isinstance(choice, Section):
            self._open ^= {choice}
            self.refill()
            self.query_one(OptionList).highlighted = place

    def _answer(self, go_to: PassagePair | None = None) -> None:
        self.dismiss(DifferencesRequest(go_to, tuple(self._dismissed)))

    async def action_close(self) -> None:
        """End the search, or close the list; the answer has what was dismissed."""
        if self.searching:
            await super().action_close()
        else:
            self._answer()

    def action_all(self) -> None:
        self._open = frozenset(Section) if self._folded else OPEN_SECTIONS
        self.refill()

    def action_copy_row(self) -> None:
        """Copy a difference with both sentences and their sources."""
        entry = self._highlighted
        if entry is None:
            self.app.bell()
            return
        lines = [f"{difference_kind(entry)}: {difference_text(entry)}"]
        for article, index in zip(self._articles, entry.pair, strict=True):
            if index >= 0:
                lines.append(f"“{' '.join(article.passages[index].text.split())}” ({source_name(article)})")
        how = copy_text(self.app, "\n".join(lines) + "\n")
        self.query_one(Label).update(Content(f"{how}, with both sentences and sources"))

    def action_dismiss_row(self) -> None:
        entry, place = self._highlighted, self.query_one(OptionList).highlighted
        if entry is None:
            self.app.bell()
            return
        self._dismissed.append(entry.key)
        self._refill_at(place or 0)

    def action_restore(self) -> None:
        """Take back the last dismissal."""
        if not self._dismissed:
            self.app.bell()
            return
        key = self._dismissed.pop()
        self._refill_at(0)
        for place, choice in enumerate(self._choices):
            if isinstance(choice, Difference) and choice.key == key:
                self.query_one(OptionList).highlighted = place

    def _refill_at(self, place: int) -> None:
        self.refill()
        if self._choices:
            self.query_one(OptionList).highlighted = min(place, len(self._choices) - 1)

    def action_quotations(self) -> None:
        """List all quotations of both articles; one that is chosen is gone to."""

        def take(quotation: ListedQuotation | None) -> None:
            if quotation is not None:
                self._answer(quotation.pair)

        panel = QuotationsScreen(self._ascii)
        self._ask_quotations(panel.take)
        self.app.push_screen(panel, take)


def _heading(section: Section, count: int, is_open: bool) -> str:
    return f"{'▾' if is_open else '▸'} {section.value} ({count})"


def _word_from(text: str, start: int, value: int) -> int:
    """Where the words before a value begin: at `start`, or after the word that it would cut."""
    if start >= value:
        return value
    if start == 0 or text[start - 1].isspace() or text[start].isspace():
        return start
    space = re.search(r"\s", text[start:value])
    return start + space.end() if space else start


def _word_to(text: str, end: int, value: int) -> int:
    """Where the words after a value end: at `end`, or before the word that it would cut."""
    if end <= value:
        return value
    if end == len(text) or text[end].isspace() or text[end - 1].isspace():
        return end
    return value + len(text[value:end].rpartition(" ")[0])
