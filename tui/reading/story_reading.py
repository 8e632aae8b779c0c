"""The reports of a story while two of them are on the panes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from msgspec import Struct, field
from msgspec.structs import replace

from tui.analysis.story.statements import by_independence, statement_at, statements
from tui.model import Side
from tui.model.direction import isolated, without_isolates
from tui.model.statement import Statement, letter
from tui.model.story import ReportPair, Story
from tui.reading.witnesses import margin_letters

MARGIN_LETTERS = {3: 3, 4: 4}
"""Cells of the letters in the margin, by number of reports: `B=C`, `B=CD`."""
MOST_MARGIN_LETTERS = 5
"""The same for five reports and more: `B=CDE`, `BCD+6`."""
MISSING = 32
"""Cells that a source which could not be read has at least, before names of reports are cut for it."""
Key = tuple[int, int, float]
"""Report, passage and threshold of a statement."""


class StoryReading(Struct, frozen=True):
    """A story, and its two reports that are on the panes. The left one is the report being read."""

    story: Story = Story()
    shown: ReportPair = (0, 1)
    """Numbers of the left and the right report; the left one may be the larger."""
    _gathered: dict[Key, Statement] = field(default_factory=dict)
    """The statements that have been looked at, of this story."""

    def with_story(self, story: Story) -> StoryReading:
        """The same reports on the panes, with more pairs or more reports."""
        return replace(self, story=story, _gathered={})

    def showing(self, shown: ReportPair) -> StoryReading:
        """Two other reports on the panes."""
        return replace(self, shown=shown)

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
        key = self.report(side), passage, threshold
        made = self._gathered.get(key)
        if made is None:
            made = self._gathered[key] = statement_at(self.story, *key)
        return made

    @property
    def letter_cells(self) -> int:
        """Cells of the margin for the letters of the other reports, with a space after them."""
        return MARGIN_LETTERS.get(self.story.count, MOST_MARGIN_LETTERS) + 1 if self.story.count > 2 else 0

    def letters(self, passage: int, threshold: float, rows: int) -> tuple[str, ...]:
        """The letters in the margin of a left passage of so many rows."""
        statement, width = self.statement(Side.LEFT, passage, threshold), self.letter_cells - 1
        return margin_letters(statement, self.story.count, width, rows)

    def grid(self, threshold: float) -> tuple[Statement, ...]:
        """The rows of the grid, those that most independent origins state first."""
        return by_independence(statements(self.story, self.read, threshold))

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


def header(reading: StoryReading, width: int) -> list[tuple[str, int]]:
    """The reports by letter, as much of their names as `width` cells hold, each with its number.

    Those on the panes are in brackets; -1 is the number of what belongs to none: a gap, a missing source.
    """
    story = reading.story
    longest = max(map(len, story.names), default=0)
    for least in (True, False):  # names of all, then only of the two on the panes
        for cells in range(longest, 2, -1):
            parts = _header_parts(reading, cells, least)
            if _length(parts) + min(len(_missing(story)), MISSING) <= width:
                return [*parts, (_cut(_missing(story), width - _length(parts)), -1)]
    parts = _header_parts(reading, 0, False)
    return [*parts, (_cut(_missing(story), width - _length(parts)), -1)]


def _header_parts(reading: StoryReading, cells: int, all_names: bool) -> list[tuple[str, int]]:
    parts: list[tuple[str, int]] = []
    for report in range(reading.story.count):
        on_pane = report in reading.shown
        name = _cut(reading.story.names[report], cells) if all_names or on_pane else ""
        text = " ".join(filter(None, (letter(report), isolated(name))))
        parts += [(f"[{text}]" if on_pane else f" {text} ", report)]
    return parts


def _missing(story: Story) -> str:
    return "".join(
        f" · not read: {isolated(_short(source.name))} ({source.reason})" for source in story.missing
    )


def _short(name: str) -> str:
    """A source that could not be read: its file name, or its whole address."""
    return name if "://" in name else PurePath(name).name or name


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…" if width > 1 else ""


def _length(parts: Sequence[tuple[str, int]]) -> int:
    return sum(len(without_isolates(text)) for text, _ in parts)
