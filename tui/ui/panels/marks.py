"""The marks and notes of a comparison, to search, go to or remove."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from tui.model import Side
from tui.model.direction import isolated
from tui.model.symbols import to_ascii
from tui.model.wording import plural
from tui.session import LocatedMark, MarkKind, Session
from tui.ui.keys import DEFAULT_SIGNS, KeySigns
from tui.ui.panels.page import Panel
from tui.ui.widgets.input_lines import CleanInput
from tui.ui.widgets.key_footer import KeyFooter
from tui.ui.widgets.option_rows import OptionRows

QUIET = "$text-muted"
_TARGET = 7
"""Cells of what is marked, before its text."""


class MarksRequest(Struct, frozen=True):
    """Marks to remove, and then one to go to."""

    go_to: LocatedMark | None = None
    removed: tuple[str, ...] = ()
    """Uids of the marks to remove."""


class MarkSearch(CleanInput):
    """The search field."""


class MarksScreen(Panel[MarksRequest]):
    """Lists marks and notes with their passages; those whose passages are no longer in the text come last."""

    CSS_PATH = "panels.tcss"
    HELP = """
**enter** goes to a mark, **x** or **delete** removes it, **u** or **ctrl+z** restores it. **/** searches
notes and passages, **tab** goes back to the list. A mark whose passage is not found in the current text
stays saved.
"""
    AUTO_FOCUS = "OptionRows"
    BINDINGS = [
        Binding("q,escape,apostrophe", "close", "close", id="marks.close"),
        Binding("down", "step('down')", "Down", show=False, priority=True, id="marks.down"),
        Binding("up", "step('up')", "Up", show=False, priority=True, id="marks.up"),
        Binding("delete", "remove", "remove", priority=True, id="marks.remove"),
        Binding("ctrl+z", "undo", "restore", priority=True, id="marks.undo"),
        # Letters reach the screen only from the list; in the search field they are text.
        Binding("x", "remove", "Remove", show=False, id="marks.remove_in_list"),
        Binding("u", "undo", "Restore", show=False, id="marks.undo_in_list"),
        Binding("j", "step('down')", "Down", show=False, id="marks.down_in_list"),
        Binding("k", "step('up')", "Up", show=False, id="marks.up_in_list"),
        Binding("slash", "find", "find", key_display="/", id="marks.find_in_list"),
    ]

    def __init__(self, session: Session, ascii: bool = False, keys: KeySigns = DEFAULT_SIGNS) -> None:
        super().__init__()
        self._session, self._keys = session, keys
        self._ascii = ascii
        self._removed: list[str] = []
        self._rows: dict[str, LocatedMark] = {}

    def compose(self) -> ComposeResult:
        yield Label(id="marks-title")
        yield MarkSearch(placeholder="/ searches marks and notes", compact=True)
        yield OptionRows(markup=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        self._fill()

    # -- contents

    def _fill(self, at: int = 0) -> None:
        """List the matching marks; highlight row `at`, or the nearest that can be chosen."""
        words = self.query_one(Input).value.casefold().split()
        marks = [entry for entry in self._session.listed_marks if entry.mark.uid not in self._removed]
        matching = [entry for entry in marks if all(word in self._searchable(entry) for word in words)]
        self._rows = {entry.mark.uid: entry for entry in matching}
        rows = self.query_one(OptionList)
        rows.clear_options()
        rows.add_options(self._options(matching))
        self._highlight(rows, at)
        self.query_one("#marks-title", Label).update(Content(self._title(marks)))

    def _options(self, matching: list[LocatedMark]) -> Iterator[Option]:
        lost = [entry for entry in matching if entry.lost]
        for entry in matching:
            if lost and entry is lost[0]:
                yield Option(Content.styled("not found in the current text", "bold"), disabled=True)
            yield Option(self._row(entry), id=entry.mark.uid)

    def _highlight(self, rows: OptionList, at: int) -> None:
        last = rows.option_count - 1
        places = [k for k in range(last + 1) if not rows.get_option_at_index(k).disabled]
        rows.highlighted = min(places, key=lambda k: abs(k - at)) if places else None

    def _title(self, marks: list[LocatedMark]) -> str:
        """`2 marks, 1 note`."""
        if not marks and not self._removed:
            mark, note = self._keys.of("mark"), self._keys.of("note")
            return f"no marks or notes yet: {mark} sets a mark, {note} writes a note"
        kinds = [entry.mark.kind.value for entry in marks]
        counts = ((name, kinds.count(name)) for name in ("mark", "note"))
        title = ", ".join(plural(n, name) for name, n in counts if n) or "no marks"
        undo = f" · {len(self._removed)} removed: ctrl+z restores" if self._removed else ""
        return to_ascii(title + undo, self._ascii)

    def _row(self, entry: LocatedMark) -> Content:
        """`pair`, `left` or `right`, and the text of the passage, of both of a pair; then that of a note."""
        first, *others = [(text, "") for text in self._texts(entry)] or [("", "")]
        if entry.mark.kind is MarkKind.NOTE:
            others.append((isolated(" ".join(entry.mark.text.split())), "italic"))
        rows = [Content.assemble((f"{self._target(entry):<{_TARGET}}", QUIET), first[0])]
        rows += [Content.assemble(" " * _TARGET, line) for line in others]
        return Content("\n").join(rows)

    def _target(self, entry: LocatedMark) -> str:
        """What is marked: a `pair`, or a passage of the `left` or the `right` article."""
        anchors = entry.mark.anchors
        if len(anchors) != 1:
            return "pair" if anchors else ""
        return self._session.sources.side_of(anchors[0]).value

    def _texts(self, entry: LocatedMark) -> list[str]:
        """The texts of the marked passages; of one that is lost, the stored quotation."""
        texts = []
        for anchor in entry.mark.anchors:
            side = self._session.sources.side_of(anchor)
            index = entry.at(side)
            text = (
                anchor.quote if index is None else self._session.sources.at(side).article.passages[index].text
            )
            texts.append(isolated(" ".join(text.split())))
        return texts

    def _searchable(self, entry: LocatedMark) -> str:
        """The note, both passages and what is marked, in lower case."""
        passages = (
            self._session.sources.at(side).article.passages[index].text
            for side in Side
            if (index := entry.at(side)) is not None
        )
        quotes = (anchor.quote for anchor in entry.mark.anchors)
        return " ".join((self._target(entry), entry.mark.text, *passages, *quotes)).casefold()

    # -- actions

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self._go_to(self._highlighted())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._go_to(self._rows.get(event.option.id or ""))

    def _highlighted(self) -> LocatedMark | None:
        option = self.query_one(OptionList).highlighted_option
        return self._rows.get(option.id or "") if option else None

    def _go_to(self, entry: LocatedMark | None) -> None:
        if entry is None or entry.passages == (None, None):
            self.app.bell()
        else:
            self.dismiss(MarksRequest(entry, tuple(self._removed)))

    def action_step(self, direction: str) -> None:
        rows = self.query_one(OptionList)
        rows.action_cursor_down() if direction == "down" else rows.action_cursor_up()

    def action_find(self) -> None:
        self.set_focus(self.query_one(Input))

    def action_remove(self) -> None:
        entry, rows = self._highlighted(), self.query_one(OptionList)
        if entry is None:
            self.app.bell()
            return
        self._removed.append(entry.mark.uid)
        self._fill(rows.highlighted or 0)

    def action_undo(self) -> None:
        """Restore the mark removed last."""
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
