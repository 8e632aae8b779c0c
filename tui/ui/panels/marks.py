"""All marks and notes of a comparison: searched by typing, gone to, removed."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from tui.model import Side
from tui.model.symbols import to_ascii
from tui.model.wording import plural
from tui.report.wording import passage_id
from tui.session import LocatedMark, MarkKind, Session
from tui.ui.widgets.input_lines import CleanInput

QUIET = "$text-muted"


class MarksRequest(Struct, frozen=True):
    """What the reader wants of the marks."""

    go_to: LocatedMark | None = None
    removed: tuple[str, ...] = ()
    """Uids of the marks removed and not brought back."""


class SearchLine(CleanInput):
    """What is searched."""


class MarksScreen(ModalScreen[MarksRequest]):
    """Lists marks and notes with the first words of their passages; those not found any more come last."""

    CSS_PATH = "panels.tcss"
    HELP = """
Type to search. **enter** goes to a mark, **delete** removes it, **ctrl+z** brings it back, **escape** closes.
From the list (**tab**) **x** removes and **u** brings back. What is *not found* stays kept: its passage is
not in the text as it is now.
"""
    AUTO_FOCUS = "SearchLine"
    BINDINGS = [
        Binding("escape", "close", "Close", id="marks.close"),
        Binding("down", "step('down')", "Down", show=False, priority=True, id="marks.down"),
        Binding("up", "step('up')", "Up", show=False, priority=True, id="marks.up"),
        Binding("delete", "remove", "Remove", priority=True, id="marks.remove"),
        Binding("ctrl+z", "undo", "Bring back", priority=True, id="marks.undo"),
        # Letters reach the screen only from the list: in the search they are text.
        Binding("x", "remove", "Remove", show=False, id="marks.remove_in_list"),
        Binding("u", "undo", "Bring back", show=False, id="marks.undo_in_list"),
        Binding("j", "step('down')", "Down", show=False, id="marks.down_in_list"),
        Binding("k", "step('up')", "Up", show=False, id="marks.up_in_list"),
        Binding("q,apostrophe", "close", "Close", show=False, id="marks.close_in_list"),
    ]

    def __init__(self, session: Session, ascii: bool = False) -> None:
        super().__init__()
        self._session = session
        self._ascii = ascii
        self._removed: list[str] = []
        self._rows: dict[str, LocatedMark] = {}

    def compose(self) -> ComposeResult:
        yield Label(id="marks-title")
        yield SearchLine(placeholder="search marks and notes", compact=True)
        yield OptionList(markup=False)

    def on_mount(self) -> None:
        self._fill()

    # -- what it says

    def _fill(self, at: int = 0) -> None:
        """List what matches; with the row `at`, or the nearest there is, under the keys."""
        words = self.query_one(Input).value.casefold().split()
        here = [one for one in self._session.listed_marks if one.mark.uid not in self._removed]
        matching = [one for one in here if all(word in self._said(one).casefold() for word in words)]
        self._rows = {one.mark.uid: one for one in matching}
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options(self._options(matching))
        self._highlight(rows, at)
        self.query_one("#marks-title", Label).update(Content(self._title(here)))

    def _options(self, matching: list[LocatedMark]) -> Iterator[Option]:
        lost = [one for one in matching if one.lost]
        for one in matching:
            if lost and one is lost[0]:
                head = to_ascii("not found in the texts as they are now", self._ascii)
                yield Option(Content.styled(head, "bold"), disabled=True)
            yield Option(self._row(one), id=one.mark.uid)

    def _highlight(self, rows: OptionList, at: int) -> None:
        last = rows.option_count - 1
        places = [k for k in range(last + 1) if not rows.get_option_at_index(k).disabled]
        rows.highlighted = min(places, key=lambda k: abs(k - at)) if places else None

    def _title(self, here: list[LocatedMark]) -> str:
        """`2 marks, 1 note`."""
        if not here and not self._removed:
            return "no mark and no note yet: m marks, a writes a note"
        kinds = [one.mark.kind.value for one in here]
        counts = ((name, kinds.count(name)) for name in ("mark", "note"))
        said = ", ".join(plural(n, name) for name, n in counts if n) or "no mark"
        undo = f" · {len(self._removed)} removed: ctrl+z brings back" if self._removed else ""
        return to_ascii(said + undo, self._ascii)

    def _row(self, one: LocatedMark) -> Content:
        """Passages and first words; under it what was noted."""
        row = Content.assemble((to_ascii(f"{self._where(one):<9} ", self._ascii), QUIET), self._words(one))
        note = " ".join(one.mark.text.split())
        if one.mark.kind is MarkKind.NOTE:
            row = Content("\n").join((row, Content.assemble(" " * 10, (note, "italic"))))
        return row

    def _where(self, one: LocatedMark) -> str:
        """`L3–R19`; a question mark for a passage that is lost."""
        pair = self._session.sources
        sides = [pair.side_of(anchor) for anchor in one.mark.anchors]
        return "–".join(
            f"{side.initial}?" if (k := one.at(side)) is None else passage_id(side, k) for side in sides
        )

    def _words(self, one: LocatedMark) -> str:
        """How the marked passage goes now; as it went, if it is lost."""
        if not one.mark.anchors:
            return ""
        anchor = one.mark.anchors[0]
        side = self._session.sources.side_of(anchor)
        index = one.at(side)
        text = anchor.quote if index is None else self._session.sources.at(side).article.passages[index].text
        return " ".join(text.split())

    def _said(self, one: LocatedMark) -> str:
        """What a search looks in: the note, both passages, their ids."""
        passages = (
            self._session.sources.at(side).article.passages[index].text
            for side in Side
            if (index := one.at(side)) is not None
        )
        quotes = (anchor.quote for anchor in one.mark.anchors)
        return " ".join((self._where(one), one.mark.text, *passages, *quotes))

    # -- what the reader does

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self._go_to(self._highlighted())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._go_to(self._rows.get(event.option.id or ""))

    def _highlighted(self) -> LocatedMark | None:
        option = self.query_one(OptionList).highlighted_option
        return self._rows.get(option.id or "") if option else None

    def _go_to(self, found: LocatedMark | None) -> None:
        if found is None or found.passages == (None, None):
            self.app.bell()
        else:
            self.dismiss(MarksRequest(found, tuple(self._removed)))

    def action_step(self, direction: str) -> None:
        rows = self.query_one(OptionList)
        rows.action_cursor_down() if direction == "down" else rows.action_cursor_up()

    def action_remove(self) -> None:
        found, rows = self._highlighted(), self.query_one(OptionList)
        if found is None:
            self.app.bell()
            return
        self._removed.append(found.mark.uid)
        self._fill(rows.highlighted or 0)

    def action_undo(self) -> None:
        """Bring back what was removed last."""
        if not self._removed:
            self.app.bell()
            return
        uid = self._removed.pop()
        self._fill()
        rows = self.query_one(OptionList)
        if uid in self._rows:
            rows.highlighted = rows.get_option_index(uid)

    def action_close(self) -> None:
        self.dismiss(MarksRequest(removed=tuple(self._removed)))
