"""Overview of a story: what each report leaves out, topics by reports, what to know of the reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from msgspec import Struct
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from tui.layout.wrap import cell_len, fit, pad
from tui.model.direction import isolated, isolated_label
from tui.model.statement import LeftOut, Place, letter
from tui.model.story import StoryTopic
from tui.model.story_words import witness_letters
from tui.model.wording import plural, share_text
from tui.reading.story_reading import StoryReading
from tui.report import ReportOptions
from tui.report.story_view import StoryView, title_of
from tui.ui.panels.story_list import Ask, Places, StoryListScreen, places_of, two_places

FIRST = 4
"""What a report leaves out that is listed at first; `enter` on the last row shows all of it."""
LETTERS = 8
"""Cells of the letters of the reports that state it."""
SHARE = 6
"""Cells of the share of a report."""
SHARES = "  share of each report"
FEWEST_LABEL = 16
"""Cells that the name of a topic has at least."""


class Heading(Struct, frozen=True):
    """A row that leads nowhere, or opens what a report leaves out."""

    text: str
    opens: int | None = None
    """Number of the report of which all is listed then."""


OverviewRow = LeftOut | StoryTopic | Heading


class StoryOverviewScreen(StoryListScreen[OverviewRow]):
    """What at least two independent others state and a report does not, for each report; topics; notes."""

    HELP = """
First, for each report, what at least two independent other reports state and it does not, the strongest
first: the number of independent witnesses, the letters of the reports, the statement. Then the topics, with
the share of each report's words that treat them. **enter** goes to two passages of a statement or topic, and
puts a report on a pane; **i** shows the counts of the two reports on the panes.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "pair", "counts of the two on the panes", id="story_overview.pair"),
    ]

    _open: frozenset[int] = frozenset()
    """The reports of which all is listed."""

    def take(self, reading: StoryReading) -> None:
        self._view = StoryView(reading.told, ReportOptions(threshold=self.threshold))

    def title_line(self) -> str:
        return self.ascii_text(" · ".join(filter(None, (self._view.title, self.reading.progress))))

    def head(self) -> str:
        return "What each report leaves out of what two independent others state"

    def rows(self) -> list[tuple[Content, OverviewRow | Places | Ask]]:
        return [*self._left_out(), *self._topics(), *self._notes()]

    def _left_out(self) -> Iterable[tuple[Content, OverviewRow]]:
        story = self.reading.story
        for report, entries in self._view.left_out:
            if story.pending(report):
                yield self._heading(f"{story.name(report)}: not compared with all others yet")
                continue
            count = plural(len(entries), "statement") if entries else "nothing"
            yield self._heading(f"{story.name(report)} leaves out {count}")
            shown = len(entries) if report in self._open else FIRST
            for entry in entries[:shown]:
                row = entry.statement
                letters = witness_letters(row, own=True)
                text = f"  {row.independent} {letters:<{LETTERS}} {self.text((row.report, row.passage))}"
                yield Content(self.ascii_text(text)), entry
            if len(entries) > shown:
                text = f"    {len(entries) - shown} more"
                yield Content.styled(text, "$text-accent"), Heading(text, report)

    def _topics(self) -> Iterable[tuple[Content, OverviewRow]]:
        story = self.reading.story
        if not story.topics:
            return
        room = max(FEWEST_LABEL, self.app.size.width - SHARE * story.count - len(SHARES) - 4)
        width = min(room, max(cell_len(topic.label) for topic in story.topics))
        letters = "".join(f"{letter(report):>{SHARE}}" for report in range(story.count))
        yield self._heading(f"{'Topics':<{width + 2}}{letters}{SHARES}")
        for topic in story.topics:
            shares = "".join(f"{share_text(k) if k else '-':>{SHARE}}" for k in topic.shares)
            yield Content(f"  {pad(fit(isolated_label(topic.label), width), width)}{shares}"), topic

    def _notes(self) -> Iterable[tuple[Content, OverviewRow | Places]]:
        story = self.reading.story
        yield self._heading("The reports")
        for note in self._view.notes:
            yield (
                Content.styled(self.ascii_text(f"  {note[:1].upper()}{note[1:]}."), "$text-warning"),
                Heading(note),
            )
        for report in range(story.count):
            title = isolated(title_of(story.articles[report]))
            text = f"  {letter(report)} {title} ({self._view.about(report)})"
            place = report, 0
            to = Places(place, None) if report == self.reading.read else Places(None, place)
            yield Content(self.ascii_text(text)), to

    def _heading(self, text: str) -> tuple[Content, OverviewRow]:
        return Content.styled(self.ascii_text(text), "bold $text-primary"), Heading(text)

    def first_row(self) -> int:
        """The first row that leads somewhere."""
        return next((k for k, row in enumerate(self._choices) if not isinstance(row, Heading)), 0)

    def passages(self, row: OverviewRow) -> Sequence[tuple[str, Place]]:
        if isinstance(row, LeftOut):
            statement = row.statement
            return [("", (k, statement.passages(k)[0])) for k in statement.stated_by]
        if isinstance(row, StoryTopic):
            return [("", (k, own[0])) for k, own in enumerate(row.passages) if own]
        return ()

    def chosen(self, choice: OverviewRow | Places | Ask, place: int) -> None:
        if isinstance(choice, LeftOut):
            self.dismiss(places_of(choice.statement, self.reading))
        elif isinstance(choice, StoryTopic):
            places = [(k, own[0]) for k, own in enumerate(choice.passages) if own]
            self.dismiss(two_places(places, self.reading))
        elif isinstance(choice, Places):
            self.dismiss(choice)
        elif isinstance(choice, Heading) and choice.opens is not None:
            self._open |= {choice.opens}
            self.refill()
            self.query_one(OptionList).highlighted = place
