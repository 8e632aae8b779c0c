"""What all reports of a story say: its statements in order, what each report leaves out, the notes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from tui.analysis.story.facts import story_facts
from tui.analysis.story.left_out import left_out
from tui.analysis.story.shares import common_share, share_notices
from tui.analysis.story.statements import by_independence, statements
from tui.model import Article, Passage, Relation
from tui.model.statement import LeftOut, Spread, Statement, labels, letter
from tui.model.story import Story, StoryFact
from tui.model.wording import plural, share_text
from tui.report import Remark, ReportOptions
from tui.report.labels import scores_from, source_name

SEVERAL, BESIDE = "Stated by several", "Stated by one, with something beside it in others"
"""Titles of the two parts of the grid."""


class StoryView:
    """A story at one threshold, for the formats to write."""

    def __init__(self, story: Story, options: ReportOptions) -> None:
        self.story = story
        self.threshold = options.threshold

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, by report and passage."""
        return statements(self.story, 0, self.threshold)

    @cached_property
    def grid(self) -> tuple[Statement, ...]:
        """The statements that more than one report states or has beside it, most witnesses first."""
        return by_independence(row for row in self.statements if len(row.members) > 1)

    def of_several(self, row: Statement) -> bool:
        """Whether several reports state it, or give it with another number."""
        return len(row.members) > 1 and not row.has(Spread.ONE, self.story.count)

    @cached_property
    def stated_by_several(self) -> list[Statement]:
        """The rows of the grid that several reports state."""
        return [row for row in self.grid if self.of_several(row)]

    @cached_property
    def stated_by_one(self) -> list[Statement]:
        """The rows of the grid that one report states, while others only have something beside it."""
        return [row for row in self.grid if not self.of_several(row)]

    @cached_property
    def singles(self) -> list[Statement]:
        """The statements that no other report states or has something beside."""
        return [row for row in self.statements if len(row.members) == 1]

    def only(self, report: int) -> list[Passage]:
        """The passages that no other report states or has something beside."""
        return [self.passage(report, row.passage) for row in self.singles if row.report == report]

    @cached_property
    def left_out(self) -> list[tuple[int, tuple[LeftOut, ...]]]:
        """What each report leaves out."""
        return [(k, left_out(self.story, k, self.threshold)) for k in range(self.story.count)]

    @cached_property
    def facts(self) -> tuple[StoryFact, ...]:
        return story_facts(self.story)

    @property
    def title(self) -> str:
        return f"{plural(self.story.count, 'report')} of one story"

    @cached_property
    def summary(self) -> str:
        """The numbers of statements by who has them."""
        count = self.story.count
        parts = [f"{plural(len(self.statements), 'statement')} at threshold {self.threshold:g}"]
        spreads = (Spread.ALL, Spread.ALL_BUT_ONE, Spread.ONE) if count > 2 else (Spread.ALL, Spread.ONE)
        for spread in spreads:
            parts.append(f"{sum(row.has(spread, count) for row in self.statements)} {spread.value}")
        disputed = sum(row.has(Spread.DISPUTED, count) for row in self.statements)
        return f"{', '.join([*parts, f'{disputed} disputed'])}. Scores from {self.scores_from}."

    @property
    def scores_from(self) -> str:
        return next((scores_from(one.comparison) for one in self.story.pairs.values()), "words alone")

    @cached_property
    def notes(self) -> list[str]:
        """What to know of the reports: those missing, those with one text, those of another event."""
        notes = [f"not read: {one.name}: {one.reason}" for one in self.story.missing]
        for group in self.story.twins:
            notes.append(f"{labels(group)} have the same text and count as one witness")
        return [*notes, *share_notices(self.story, self.threshold)]

    def passage(self, report: int, index: int) -> Passage:
        return self.story.articles[report].passages[index]

    def text(self, statement: Statement) -> str:
        """The passage around which a statement gathers."""
        return self.passage(statement.report, statement.passage).text

    def about(self, report: int) -> str:
        """Source, date, length, and how much of it others state too."""
        article = self.story.articles[report]
        share = f"{share_text(common_share(self.story, report, self.threshold))} of its sentences in others"
        facts = [source_name(article), article.published, plural(article.words, "word"), share]
        return ", ".join(fact for fact in facts if fact)


def place_id(report: int, passage: int) -> str:
    """`B7` for the passage with index 7 of the second report."""
    return f"{letter(report)}{passage}"


def remark_places(remark: Remark) -> list[str]:
    """The ids of its passages: `A3` and `B7`."""
    ends = zip(remark.reports, (remark.left, remark.right), strict=True)
    return [place_id(report, passage) for report, passage in ends if passage >= 0]


def remark_ends(remark: Remark) -> str:
    """The ids of its passages as one: `A3–B7`."""
    return "–".join(remark_places(remark))


def members_of(statement: Statement) -> str:
    """The ids of the passages that state it: `A3, B7, B8`."""
    return ", ".join(place_id(m.report, m.passage) for m in statement.members if m.relation is Relation.SAME)


def title_of(article: Article) -> str:
    return article.title or source_name(article) or "(no title)"


def share_cells(shares: Sequence[float]) -> list[str]:
    """Shares as a reader sees them: `12 %`; nothing for none."""
    return [share_text(share) if share else "" for share in shares]
