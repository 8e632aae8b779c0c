"""Several reports of one story, compared two by two, and what they state together.

Reports are numbered from 0 in the order in which they were opened; the reader sees them as letters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from tui.model.article import Article
from tui.model.comparison import Comparison, Link, PassagePair, Relation
from tui.model.difference import Difference, Fact, FactKind, State

MAX_REPORTS = 12
"""Most reports of one story: 66 pairs."""
ReportPair = tuple[int, int]
"""Numbers of two reports, the smaller first."""
Place = tuple[int, int]
"""Number of a report, and index of one of its passages."""


def letter(report: int) -> str:
    """The reader's name of a report: `A` for the first."""
    return chr(ord("A") + report)


class MissingSource(Struct, frozen=True):
    """A source that could not be read; the others are compared without it."""

    name: str
    """As the reader gave it, fit to show."""
    reason: str
    """One line."""


class ComparedPair(Struct, frozen=True):
    """Two reports of a story, compared."""

    comparison: Comparison
    """The report with the smaller number is on its left."""
    differences: tuple[Difference, ...] = ()
    """All facts of linked passages, those that agree among them."""
    verbatim: frozenset[PassagePair] = frozenset()
    """The linked passages that carry one text, word for word in long runs."""

    @property
    def found(self) -> tuple[Difference, ...]:
        """The differences without what agrees."""
        return tuple(entry for entry in self.differences if entry.state is not State.EQUAL)


class Near(Struct, frozen=True, gc=False):
    """A passage of another report that is linked to a passage."""

    report: int
    passage: int
    score: float
    """0 to 100, as in `Link`."""
    same: float
    """0 to 100, as in `Link`."""
    relation: Relation
    verbatim: bool = False
    """Whether both carry one text."""
    disputed: bool = False
    """Whether both cannot be right as they stand: another number, another day."""


class Cell(Enum):
    """What a report says of a statement."""

    STATED = "stated"
    BESIDE = "beside"
    """It has a passage on the same sub-topic, which does not state it."""
    DIFFERS = "differs"
    """It has the passage, with another number, day or name."""
    ABSENT = "absent"
    PENDING = "not compared yet"


class Spread(Enum):
    """How many of the reports state something: the filters of the grid."""

    ALL = "in all"
    ALL_BUT_ONE = "in all but one"
    ONE = "in one only"
    DISPUTED = "disputed"


class Member(Struct, frozen=True, gc=False):
    """A passage that belongs to a statement."""

    report: int
    passage: int
    relation: Relation = Relation.SAME
    """`SAME` if it states the statement, `RELATED` if it belongs beside it."""
    score: float = 100.0
    """Score of its link to the passage around which the statement gathers; 100 for that passage itself."""
    same: float = 100.0
    credits: str = ""
    """The outlet or agency that the passage names as its source; empty if it names none."""
    disputed: bool = False
    """Whether it gives another number, day or name."""


class Statement(Struct, frozen=True, dict=True):
    """A passage, and the passages of the other reports that are linked to it.

    Links are not closed: two members need not be linked to each other.
    """

    members: tuple[Member, ...]
    """The passage around which the others gather, then the others by report and passage."""
    origins: tuple[tuple[int, ...], ...] = ()
    """The reports that state it, in groups: the reports of a group are one witness, since they carry one text
    or name the same source. In order of their first reports."""
    copies: tuple[tuple[int, ...], ...] = ()
    """The groups of two and more that carry one text here."""
    pending: frozenset[int] = frozenset()
    """The reports that are not compared yet with that of `report`."""

    @property
    def report(self) -> int:
        """The report around whose passage it gathers."""
        return self.members[0].report

    @property
    def passage(self) -> int:
        return self.members[0].passage

    @property
    def independent(self) -> int:
        """Number of independent origins that state it; 1 if only its own report does."""
        return len(self.origins)

    @cached_property
    def stated_by(self) -> tuple[int, ...]:
        """The reports that state it, its own among them."""
        return tuple(sorted({m.report for m in self.members if m.relation is Relation.SAME}))

    @cached_property
    def beside(self) -> tuple[int, ...]:
        """The reports that only have something beside it."""
        return tuple(sorted({m.report for m in self.members} - {*self.stated_by}))

    @cached_property
    def disputed_by(self) -> tuple[int, ...]:
        """The reports that give another number, day or name."""
        return tuple(sorted({m.report for m in self.members if m.disputed}))

    @cached_property
    def credits(self) -> Mapping[int, str]:
        """The outlet or agency that each report names as its source, for those that name one."""
        stating = (m for m in reversed(self.members) if m.relation is Relation.SAME)
        return {m.report: m.credits for m in stating if m.credits}

    def passages(self, report: int) -> tuple[int, ...]:
        """The indices of its passages in one report, those that state it first, then by score."""
        own = [m for m in self.members if m.report == report]
        return tuple(m.passage for m in sorted(own, key=lambda m: (m.relation.value != "same", -m.score)))

    def cell(self, report: int) -> Cell:
        """What one report says of it."""
        if report in self.disputed_by:
            return Cell.DIFFERS
        if report in self.stated_by:
            return Cell.STATED
        if report in self.beside:
            return Cell.BESIDE
        return Cell.PENDING if report in self.pending else Cell.ABSENT

    def has(self, spread: Spread, reports: int) -> bool:
        """Whether that many of all `reports` state it; never in one only while pairs are pending."""
        if spread is Spread.DISPUTED:
            return bool(self.disputed_by)
        stated = len(self.stated_by)
        if spread is Spread.ONE:
            return stated == 1 and not self.pending
        return stated == reports - (spread is Spread.ALL_BUT_ONE)


class LeftOut(Struct, frozen=True):
    """A statement of at least two independent others that a report does not have."""

    report: int
    """The report that leaves it out."""
    statement: Statement
    weight: float
    """0 to 1: how sure and how prominent it is in the others, for sorting within `independent`."""


class FactVersion(Struct, frozen=True):
    """One value of a fact, and who gives it."""

    value: str
    """Normal form, fit to show: `at least 12` is `≥ 12`."""
    said: tuple[tuple[Place, Fact], ...]
    """The places that give it, by report; and the fact there."""

    @property
    def reports(self) -> tuple[int, ...]:
        """The reports that give this value."""
        return tuple(dict.fromkeys(place[0] for place, _ in self.said))


class StoryFact(Struct, frozen=True):
    """One fact of which reports give different values."""

    kind: FactKind
    label: str
    """What it is about, in the words of the first report around it: `killed`."""
    versions: tuple[FactVersion, ...]
    """The values, that of most reports first."""
    weight: float = 0.0
    """0 to 1, as in `Difference`."""


class StoryTopic(Struct, frozen=True):
    """A sub-topic of a story."""

    label: str
    passages: tuple[tuple[int, ...], ...]
    """For each report the indices of its passages, in order."""
    shares: tuple[float, ...]
    """For each report the share of its words that treat it, 0 to 1."""


class Story(Struct, frozen=True, dict=True):
    """Two to twelve reports, and the pairs of them that are compared so far."""

    articles: tuple[Article, ...] = ()
    names: tuple[str, ...] = ()
    """A short name of each report: its outlet, host or file name."""
    pairs: Mapping[ReportPair, ComparedPair] = {}
    """The pairs compared so far; the smaller number first."""
    missing: tuple[MissingSource, ...] = ()
    credits: tuple[Mapping[int, str], ...] = ()
    """For each report the passages that name an outlet or agency as their source, with its name."""
    twins: tuple[tuple[int, ...], ...] = ()
    """Groups of reports with the same text; they are one origin everywhere."""
    sources: tuple[str, ...] = ()
    """The source of each report as the reader gave it; empty for a paste."""
    topics: tuple[StoryTopic, ...] = ()
    """The sub-topics of all reports, those first that hold most; empty until all pairs are compared."""

    @property
    def count(self) -> int:
        return len(self.articles)

    @property
    def all_pairs(self) -> tuple[ReportPair, ...]:
        """All pairs of its reports, in order."""
        return tuple((i, j) for i in range(self.count) for j in range(i + 1, self.count))

    @property
    def complete(self) -> bool:
        """Whether all pairs are compared."""
        return len(self.pairs) == self.count * (self.count - 1) // 2

    def pending(self, report: int) -> frozenset[int]:
        """The reports that are not compared yet with one of them."""
        others = (k for k in range(self.count) if k != report)
        return frozenset(k for k in others if (min(k, report), max(k, report)) not in self.pairs)

    def with_pair(self, pair: ReportPair, compared: ComparedPair) -> Story:
        """The story with one more pair, or with another comparison of it."""
        return replace(self, pairs={**self.pairs, pair: compared})

    def name(self, report: int) -> str:
        """Letter and short name of a report: `A Post`."""
        return f"{letter(report)} {self.names[report]}" if report < len(self.names) else letter(report)

    @cached_property
    def near(self) -> Mapping[Place, Sequence[Near]]:
        """For each passage the passages of other reports with a link to it, whatever its score."""
        near: dict[Place, list[Near]] = {}
        for (left, right), compared in sorted(self.pairs.items()):
            found = (e for e in compared.differences if e.conflict and e.state is State.DIFFERS)
            disputed = {entry.pair for entry in found}
            for link in compared.comparison.links:
                marks = link.pair in compared.verbatim, link.pair in disputed
                near.setdefault((left, link.left), []).append(_near(right, link.right, link, *marks))
                near.setdefault((right, link.right), []).append(_near(left, link.left, link, *marks))
        return near


def _near(report: int, passage: int, link: Link, verbatim: bool, disputed: bool) -> Near:
    return Near(report, passage, link.score, link.same, link.relation, verbatim, disputed)


def labels(reports: Sequence[int]) -> str:
    """Reports in words: `B`, `B and D`, `B, C and D`."""
    names = [letter(report) for report in reports]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
