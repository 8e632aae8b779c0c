"""Several reports of one story, compared two by two, and what they state together.

Reports are numbered from 0 in the order in which they were opened; the reader sees them as letters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from tui.model.article import Article
from tui.model.comparison import Comparison, Link, PassagePair, Relation
from tui.model.difference import Difference, Fact, FactKind, State
from tui.model.statement import Place, Statement, letter

ReportPair = tuple[int, int]
"""Numbers of two reports, the smaller first."""


def in_order(pair: ReportPair) -> ReportPair:
    """The numbers of two reports, the smaller first, whichever is on the left pane."""
    return min(pair), max(pair)


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

    @property
    def scores(self) -> list[tuple[PassagePair, float]]:
        """The linked passages, each with the score of the link, 0 to 100."""
        return [(link.pair, link.score) for link in self.comparison.links]

    def without(self, dismissed: Set[str]) -> ComparedPair:
        """The pair without the differences whose keys are dismissed; what agrees stays."""
        kept = (e for e in self.differences if e.state is State.EQUAL or e.key not in dismissed)
        return replace(self, differences=tuple(kept))


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
    """Whether both cannot be right as they stand: another number."""


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
        return frozenset(k for k in others if in_order((k, report)) not in self.pairs)

    def with_pair(self, pair: ReportPair, compared: ComparedPair) -> Story:
        """The story with one more pair, or with another comparison of it."""
        return replace(self, pairs={**self.pairs, pair: compared})

    def as_given(self, pair: ReportPair) -> tuple[list[Article], list[str]]:
        """Two reports in that order, and the source of each as the reader gave it; empty for a paste."""
        sources = self.sources or ("",) * self.count
        return [self.articles[k] for k in pair], [sources[k] for k in pair]

    def name(self, report: int) -> str:
        """Letter and short name of a report: `A Post`."""
        return f"{letter(report)} {self.names[report]}" if report < len(self.names) else letter(report)

    @cached_property
    def gathered(self) -> dict[tuple[int, int, float], Statement]:
        """The statements gathered so far, by report, passage and threshold: each is gathered once."""
        return {}

    @cached_property
    def near(self) -> Mapping[Place, Sequence[Near]]:
        """For each passage the passages of other reports with a link to it, whatever its score."""
        near: dict[Place, list[Near]] = {}
        for (left, right), compared in sorted(self.pairs.items()):
            found = (e for e in compared.differences if e.conflict and e.state is State.DIFFERS)
            disputed = {pair for entry in found for pair in entry.pairs}
            for link in compared.comparison.links:
                marks = link.pair in compared.verbatim, link.pair in disputed
                near.setdefault((left, link.left), []).append(_near(right, link.right, link, *marks))
                near.setdefault((right, link.right), []).append(_near(left, link.left, link, *marks))
        return near


def _near(report: int, passage: int, link: Link, verbatim: bool, disputed: bool) -> Near:
    return Near(report, passage, link.score, link.same, link.relation, verbatim, disputed)
