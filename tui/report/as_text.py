"""The comparison as plain text: side by side, or stacked where the width is small."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.model import Article, Comparison, Kind, Link, Passage, Relation, Side
from tui.model.difference import State
from tui.model.link_groups import LinkGroup, link_groups
from tui.model.symbols import UNICODE
from tui.model.wording import plural
from tui.report.columns import beside, hanging, prose, rule
from tui.report.disagreement import not_compared, said, said_differently, where
from tui.report.options import ReportOptions
from tui.report.why import why
from tui.report.wording import passage_id, topic_id

SIGNS = {Relation.SAME: UNICODE.same, Relation.RELATED: UNICODE.related}

_SMALLEST = 20
"""Cells below which nothing is readable; a report is never laid out narrower."""
_WIDEST = 160
"""Cells above which a line of either column is too long to find the next one (75 cells)."""
_SIDE_BY_SIDE = 60
_GUTTER = 9
"""Cells between the columns: the sign and the score, and two spaces at least on each side."""
_KIND = 13
"""Cells for the kind of a difference."""


def as_text(comparison: Comparison, settings: ReportOptions) -> str:
    """A report to read: what both tell, by topic, then what only one of them tells."""
    return _TextReport(comparison, settings).render()


class _TextReport:
    """One comparison at one threshold and width; each method returns the lines of a part."""

    def __init__(self, comparison: Comparison, settings: ReportOptions) -> None:
        self.comparison = comparison
        self.remarks = settings.remarks
        self.threshold = settings.threshold
        self.links = comparison.shown(settings.threshold)
        self.width = min(max(settings.width, _SMALLEST), _WIDEST)
        self.stacked = self.width < _SIDE_BY_SIDE
        self.column = self.width if self.stacked else (self.width - _GUTTER) // 2
        self.indent = 1 + max(len(passage_id(side, len(comparison.article(side).passages))) for side in Side)

    def render(self) -> str:
        parts = [
            self.header(),
            self.summary(),
            *self.topics(),
            self.differences(),
            self.marks_and_notes(),
            *(self.only_in(side) for side in Side),
            *(self.set_aside(side) for side in Side),
        ]
        return "\n\n".join("\n".join(part) for part in parts if part) + "\n"

    def header(self) -> list[str]:
        left, right = (self.about(side.name, self.comparison.article(side), self.column) for side in Side)
        return [*left, "", *right] if self.stacked else self.pair(left, right)

    @staticmethod
    def about(name: str, article: Article, width: int) -> list[str]:
        facts = [article.source, article.published, plural(article.words, "word")]
        return [
            name,
            *prose(article.title or "(no title)", width),
            *prose(", ".join(fact for fact in facts if fact), width),
            *(line for note in article.notes for line in prose(f"Note: {note}", width)),
        ]

    def summary(self) -> list[str]:
        only = ", ".join(
            f"{len(self.comparison.unmatched(side, self.threshold))} only {side.value}" for side in Side
        )
        at = f"threshold {self.threshold:g}"
        if not self.links:
            weaker = max((link.score for link in self.comparison.links), default=None)
            best = "" if weaker is None else f" (best score: {weaker:.1f})"
            common = f"The two articles have nothing in common at {at}{best}; {only}."
            return prose(common, self.width)
        same = sum(link.relation is Relation.SAME for link in self.links)
        topics = len({link.topic for link in self.links if link.topic >= 0})
        counts = (
            f"{plural(len(self.links), 'link')} at {at}: {same} same ({SIGNS[Relation.SAME]}), "
            f"{len(self.links) - same} related ({SIGNS[Relation.RELATED]}), "
            f"in {plural(topics, 'topic')}. Passages: {only}."
        )
        return prose(counts, self.width)

    def topics(self) -> Iterable[list[str]]:
        """Each topic's heading and groups; links of no topic come last."""
        for number, topic in enumerate(self.comparison.topics):
            links = [link for link in self.links if link.topic == number]
            if links:
                yield from self.section(f"{topic_id(number)} {topic.label}", links)
        rest = [link for link in self.links if link.topic < 0]
        if rest:
            yield from self.section("Links of no topic", rest)

    def differences(self) -> list[str]:
        """What the two say differently, by kind; what only one side has is left to the lists of it."""
        entries = [
            entry
            for entry in said_differently(self.comparison, self.threshold)
            if entry.state is State.DIFFERS
        ]
        note = not_compared(self.comparison)
        if not entries:
            return prose(f"Note: {note}", self.width) if note and self.links else []
        listed = (
            line
            for entry in entries
            for line in hanging(entry.kind.value, f"{said(entry)}  ({where(entry)})", self.width, _KIND)
        )
        noted = prose(f"Note: {note}", self.width) if note else []
        return [*rule("Said differently", self.width), "", *listed, *noted]

    def marks_and_notes(self) -> list[str]:
        rows = []
        for remark in self.remarks:
            ends = "–".join(passage_id(side, remark.at(side)) for side in Side if remark.at(side) >= 0)
            when = f" ({remark.when})" if remark.when else ""
            rows += hanging(ends, f"{remark.note or 'marked'}{when}", self.width, 2 * self.indent)
        return [*rule("Marks and notes", self.width), "", *rows] if rows else []

    def section(self, title: str, links: Sequence[Link]) -> Iterable[list[str]]:
        first, *rest = link_groups(links)
        yield [*rule(title, self.width), "", *self.group(first)]
        for group in rest:
            yield self.group(group)

    def group(self, group: LinkGroup) -> list[str]:
        """The passages of both sides opposite each other, and why they are linked."""
        left, right = (self.passages(side, group.at(side)) for side in Side)
        best = group.best
        sign = f"{SIGNS[best.relation]} {best.score:.0f}"
        if self.stacked:
            return [*left, f"{sign} {best.relation.value}", *right, *self.reasons(group)]
        return [*self.pair(left, right, sign), *self.reasons(group)]

    def pair(self, left: Sequence[str], right: Sequence[str], sign: str = "") -> list[str]:
        middle = [f"{sign:<5} "] if sign else []
        return beside(left, middle, right, self.column + _GUTTER)

    def passages(self, side: Side, indices: Iterable[int]) -> list[str]:
        all_passages = self.comparison.article(side).passages
        return self.listed(side, (all_passages[index] for index in indices), self.column)

    def reasons(self, group: LinkGroup) -> list[str]:
        """One line for each link; where there are several, it says which."""
        several = len(group.links) > 1
        rows = []
        for link in group.links:
            ends = f"{passage_id(Side.LEFT, link.left)}–{passage_id(Side.RIGHT, link.right)}"
            which = f"{ends} {SIGNS[link.relation]} {link.score:.0f}, " if several else ""
            rows += hanging("", f"{which}why: {why(link.evidence)}", self.width, self.indent)
        return rows

    def only_in(self, side: Side) -> list[str]:
        passages = self.comparison.article(side).passages
        alone = [passages[k] for k in self.comparison.unmatched(side, self.threshold)]
        return self.list_of(f"Only in {side.name}", side, alone)

    def set_aside(self, side: Side) -> list[str]:
        """What is not body text and has no link: kept, so that nothing of a source is lost."""
        linked = {link.at(side) for link in self.links}
        passages = [
            p
            for p in self.comparison.article(side).passages
            if p.kind is not Kind.BODY and p.index not in linked
        ]
        return self.list_of(f"Set aside in {side.name}", side, passages)

    def list_of(self, title: str, side: Side, passages: Sequence[Passage]) -> list[str]:
        if not passages:
            return []
        heading = rule(f"{title} ({len(passages)})", self.width)
        return [*heading, "", *self.listed(side, passages, self.width)]

    def listed(self, side: Side, passages: Iterable[Passage], width: int) -> list[str]:
        rows = []
        for passage in passages:
            kind = "" if passage.kind is Kind.BODY else f"[{passage.kind.value}] "
            label = passage_id(side, passage.index)
            rows += hanging(label, kind + passage.text, width, self.indent)
        return rows
