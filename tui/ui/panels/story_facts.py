"""Facts of which the reports of a story give different values, and who gives which."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.analysis.story.facts import story_facts
from tui.layout.wrap import cell_len, fit
from tui.model.direction import isolated
from tui.model.statement import Place
from tui.model.story import StoryFact
from tui.model.story_words import fact_versions
from tui.model.wording import plural
from tui.reading.story_reading import StoryReading
from tui.ui.panels.story_list import Ask, Places, StoryListScreen, two_places

ROW_FRAME = 4
"""Cells of a row's padding and of the scroll bar."""
FEWEST_LABEL = 12
"""Cells of what a fact is about where its values have little room."""


class StoryFactsScreen(StoryListScreen[StoryFact]):
    """One row for each fact: its values, those of most reports first, each with the reports that give it."""

    HELP = """
A row is a fact of which the reports give different values: **12 (A, C and D), 15 (B)**. Which is right is not
said. **enter** goes to two passages that differ in it; **D** lists the differences of the two reports on the
panes, also in wording and quotations.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("D", "pair", "differences of the two on the panes", id="story_facts.pair"),
    ]

    def take(self, reading: StoryReading) -> None:
        self.facts = story_facts(reading.told)

    def title_line(self) -> str:
        shown = f"{plural(len(self.facts), 'fact')} given differently"
        return self.ascii_text(" · ".join(filter(None, (self.reading.progress, shown))))

    def head(self) -> str:
        return "≠ kind        fact: value (reports)"

    def rows(self) -> list[tuple[Content, StoryFact | Places | Ask]]:
        return [(Content(self.ascii_text(self._row(fact))), fact) for fact in self.facts]

    def _row(self, fact: StoryFact) -> str:
        head, versions = f"≠ {fact.kind.value:<11} ", fact_versions(fact)
        room = self.app.size.width - ROW_FRAME - cell_len(f"{head}: {versions}")
        return f"{head}{fit(isolated(fact.label), max(FEWEST_LABEL, room))}: {versions}"

    def searched(self, row: Content, choice: StoryFact | Places | Ask) -> str:
        """The text of a row, with the whole of a label that may be cut there."""
        return f"{row.plain} {choice.label}" if isinstance(choice, StoryFact) else row.plain

    def key(self, row: StoryFact | Places | Ask) -> object:
        return row.versions[0].said[0] if isinstance(row, StoryFact) else row

    def passages(self, row: StoryFact) -> Sequence[tuple[str, Place]]:
        return [(version.value, place) for version in row.versions for place, _ in version.said]

    def chosen(self, choice: StoryFact | Places | Ask, place: int) -> None:
        if isinstance(choice, StoryFact):
            self.dismiss(differing_places(choice, self.reading))


def differing_places(fact: StoryFact, reading: StoryReading) -> Places:
    """Two passages with different values, if possible of the report being read and of the one beside it."""
    said = [(place, number) for number, version in enumerate(fact.versions) for place, _ in version.said]
    said.sort(key=lambda item: (item[0][0] != reading.shown[0], item[0][0] != reading.shown[1]))
    first, number = said[0]
    others = [place for place, other in said if other != number and place[0] != first[0]]
    return two_places([first, *others[:1]], reading)
