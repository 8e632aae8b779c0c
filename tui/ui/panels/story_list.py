"""Base of the lists on a whole story: on the full screen, growing while the pairs are compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Generic, TypeVar

from msgspec import Struct
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Label, OptionList, Static

from tui.layout.wrap import fit, hanging
from tui.model.direction import isolated
from tui.model.statement import Place, Statement, letter
from tui.model.symbols import to_ascii
from tui.reading.story_reading import StoryReading
from tui.ui.panels.pick import PickScreen
from tui.ui.widgets.key_footer import KeyFooter
from tui.ui.widgets.option_rows import OptionRows

AGAIN = 0.7
"""Seconds between two looks for pairs that have been compared meanwhile."""
PREVIEW_SHARE = 0.3
"""Share of the rows of the terminal that the preview takes, as `panels.tcss` has it."""


class Places(Struct, frozen=True):
    """Where to go: a passage of one report on the left, of another on the right; None where a pane stays."""

    left: Place | None
    right: Place | None


class Ask(Enum):
    """What a list answers if it is not places."""

    PAIR = "pair"
    """The same list of the two reports on the panes."""


Row = TypeVar("Row")


class StoryListScreen(PickScreen[Row | Places | Ask], Generic[Row]):
    """Rows on a story, and below them the passages of the row that is highlighted."""

    def __init__(
        self,
        story: Callable[[], StoryReading | None],
        threshold: float,
        ascii: bool = False,
        start: object = None,
        leave_at: Callable[[object], None] = lambda key: None,
    ) -> None:
        """`story` gives the story as it is now, which grows while its pairs are compared.

        `start`: key of the row to begin at. `leave_at` is called with the key of each row that the reader
        comes to: whichever way the list is closed, the last one is where it was left.
        """
        super().__init__()
        self._start, self._leave_at = start, leave_at
        self._now, self._ascii = story, ascii
        self.threshold = threshold
        self.reading = story() or StoryReading()
        self._columns = 0
        """Columns of the terminal for which the rows were made."""

    def take(self, reading: StoryReading) -> None:
        """Work out the rows of a story, at the start and whenever more of it is compared."""
        raise NotImplementedError

    def head(self) -> str:
        """The row above the list."""
        return ""

    def passages(self, row: Row) -> Sequence[tuple[str, Place]]:
        """The passages to show below the list, each with a sign."""
        raise NotImplementedError

    def key(self, row: Row | Places | Ask) -> object:
        """What makes out a row, when the story has grown."""
        return row

    def compose(self) -> ComposeResult:
        yield Label()
        yield Static(id="list-head", markup=False)
        yield OptionRows()
        yield Static(id="preview", markup=False)
        yield KeyFooter()

    def on_mount(self) -> None:  # that of the base fills the list
        self.take(self.reading)
        self.set_interval(AGAIN, self.look_again)  # a report may be added to a story that is complete

    def refill(self) -> None:
        self._columns = self.app.size.width
        self.query_one("#list-head", Static).update(Content.styled(self.ascii_text(self.head()), "bold"))
        super().refill()

    def look_again(self) -> None:
        """Show what has been compared meanwhile; the row that is highlighted stays."""
        now = self._now()
        if now is None or now.story is self.reading.story:
            return
        self.reading = now
        self.take(now)
        self._refill_in_place()

    def on_resize(self) -> None:
        """Cut the rows anew where the width has changed."""
        if self._columns != self.app.size.width:
            self._refill_in_place()

    def _refill_in_place(self) -> None:
        before = self.highlighted
        self.refill()
        keys = [self.key(row) for row in self._choices]
        if before is not None and self.key(before) in keys:
            self.query_one(OptionList).highlighted = keys.index(self.key(before))

    def current_row(self) -> int:
        keys = [self.key(row) for row in self._choices]
        return keys.index(self._start) if self._start in keys else self.first_row()

    def first_row(self) -> int:
        """The row to begin at where none was left."""
        return 0

    def ascii_text(self, text: str) -> str:
        return to_ascii(text, self._ascii)

    def text(self, place: Place) -> str:
        """A passage in one line."""
        text = " ".join(self.reading.story.articles[place[0]].passages[place[1]].text.split())
        return isolated(text)

    def on_option_list_option_highlighted(self) -> None:
        self._show_title()
        if self.highlighted is not None:
            self._leave_at(self.key(self.highlighted))
        self.show_preview()

    def show_preview(self) -> None:
        """The passages of the row that is highlighted, each as far as there is room."""
        preview, row = self.query_one("#preview", Static), self.highlighted
        passages = () if row is None or isinstance(row, Places | Ask) else self.passages(row)
        width = self.size.width - 2
        room = max(1, int(self.size.height * PREVIEW_SHARE) // max(1, len(passages)))
        lines = []
        for sign, place in passages:
            label = f"{letter(place[0])} {sign} "
            text = hanging(label, self.text(place), width, len(label))
            if len(text) > room:
                rest = " ".join((text[room - 1], *(line.strip() for line in text[room:])))
                text = [*text[: room - 1], fit(rest, width)]
            lines += text
        preview.update(Content(self.ascii_text("\n".join(lines))))

    def action_pair(self) -> None:
        self.dismiss(Ask.PAIR)


def places_of(row: Statement, reading: StoryReading) -> Places:
    """The two passages of a statement to go to: of the report being read, and of the one beside it."""
    having = {k: row.passages(k)[0] for k in range(reading.story.count) if row.passages(k)}
    order = sorted(having, key=lambda report: report not in row.stated_by)
    return two_places([(report, having[report]) for report in order], reading)


def two_places(places: Sequence[Place], reading: StoryReading) -> Places:
    """Two of the places, each of another report: of the report being read, and of the one beside it.

    Where one of them has none, the first of the others. A single one is shown on the right, unless it is of
    the report being read.
    """
    read, beside = reading.shown
    first = {place[0]: place for place in reversed(places)}
    order = sorted(first, key=lambda report: (report != read, report != beside, places.index(first[report])))
    if len(order) > 1:
        return Places(first[order[0]], first[order[1]])
    place = first[order[0]] if order else None
    return Places(place, None) if place and place[0] == read else Places(None, place)
