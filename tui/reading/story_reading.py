"""The reports of a story while two of them are on the panes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from tui.analysis.story.statements import by_independence, statement_at, statements
from tui.model import Side
from tui.model.statement import Statement, letter
from tui.model.story import ReportPair, Story
from tui.reading.witnesses import margin_letters

MARGIN_LETTERS = {3: 3, 4: 4}
"""Cells of the letters in the margin, by number of reports: `B=C`, `B=CD`."""
MOST_MARGIN_LETTERS = 5
"""The same for five reports and more: `B=CDE`, `BCD+6`."""
Key = tuple[int, int, float]
"""Report, passage and threshold of a statement."""


class StoryReading(Struct, frozen=True, dict=True):
    """A story, and its two reports that are on the panes. The left one is the report being read."""

    story: Story = Story()
    shown: ReportPair = (0, 1)
    """Numbers of the left and the right report; the left one may be the larger."""
    dismissed: Mapping[ReportPair, frozenset[str]] = {}
    """The keys of the differences that the reader does not want to see, by reports, the smaller first."""
    _letters: dict[tuple[Key, int], tuple[str, ...]] = field(default_factory=dict)
    """The letters in the margin of passages that have been looked at, by the rows that they have."""

    def with_story(self, story: Story) -> StoryReading:
        """The same reports on the panes, with more pairs or more reports."""
        return replace(self, story=story, _letters={})

    def showing(self, shown: ReportPair) -> StoryReading:
        """Two other reports on the panes."""
        return replace(self, shown=shown)

    def dismissing(self, dismissed: Mapping[ReportPair, frozenset[str]]) -> StoryReading:
        """Other differences dismissed."""
        some = {pair: keys for pair, keys in dismissed.items() if keys}
        return self if some == self.dismissed else replace(self, dismissed=some, _letters={})

    @cached_property
    def told(self) -> Story:
        """The story without the differences that are dismissed: what is marked and listed."""
        story = self.story
        for pair, keys in self.dismissed.items():
            if pair in story.pairs:
                story = story.with_pair(pair, story.pairs[pair].without(keys))
        return story

    @property
    def read(self) -> int:
        """Number of the report being read."""
        return self.shown[0]

    def report(self, side: Side) -> int:
        """Number of the report in one of the panes."""
        return self.shown[0 if side is Side.LEFT else 1]

    def letter(self, side: Side) -> str:
        """Letter of the report in one of the panes."""
        return letter(self.report(side))

    def statement(self, side: Side, passage: int, threshold: float) -> Statement:
        """What gathers around a passage on one of the panes, by links with a score of `threshold` or more."""
        return statement_at(self.told, self.report(side), passage, threshold)

    @property
    def letter_cells(self) -> int:
        """Cells of the margin for the letters of the other reports, with a space after them."""
        return MARGIN_LETTERS.get(self.story.count, MOST_MARGIN_LETTERS) + 1 if self.story.count > 2 else 0

    def letters(self, passage: int, threshold: float, rows: int) -> tuple[str, ...]:
        """The letters in the margin of a left passage of so many rows."""
        key = (self.read, passage, threshold), rows
        made = self._letters.get(key)
        if made is None:
            statement, width = self.statement(Side.LEFT, passage, threshold), self.letter_cells - 1
            made = self._letters[key] = margin_letters(statement, self.story.count, width, rows)
        return made

    def grid(self, threshold: float) -> tuple[Statement, ...]:
        """The rows of the grid, those that most independent origins state first."""
        return by_independence(statements(self.told, self.read, threshold))

    # -- turning

    def next_report(self, passage: int, threshold: float, step: int) -> int:
        """The next report with a counterpart of a left passage, for the right pane (step -1: the previous).

        If no other has one, the next one all the same; the one on the pane if there are only two.
        """
        count, (left, right) = self.story.count, self.shown
        around = [(right + step * k) % count for k in range(1, count)]
        others = [report for report in around if report not in (left, right)]
        near = {member.report for member in self.statement(Side.LEFT, passage, threshold).members[1:]}
        return next((report for report in others if report in near), next(iter(others), right))

    def passage_in(self, report: int, passage: int, threshold: float) -> int | None:
        """The passage of another report that fits a left passage best; None if there is none."""
        own = self.statement(Side.LEFT, passage, threshold).passages(report)
        return own[0] if own else None

    # -- what is told of it

    @property
    def progress(self) -> str:
        """`compared 4 of 10 pairs of reports`; empty once all are."""
        story = self.story
        if story.complete:
            return ""
        return f"compared {len(story.pairs)} of {len(story.all_pairs)} pairs of reports"
