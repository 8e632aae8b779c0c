"""The comparison as plain text, one thing after the other, as a screen reader wants it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from tui.analysis.comparability import language_note
from tui.layout.wrap import hanging, prose
from tui.model import Comparison, Kind, Link, Passage, Side
from tui.model.difference import Difference
from tui.model.languages import told_language
from tui.model.link_groups import LinkGroup, link_groups
from tui.model.symbols import relation_text
from tui.model.wording import plural, score_text
from tui.report import Remark, ReportOptions
from tui.report.differences import (
    CLOSED_TITLE,
    TITLE,
    by_default,
    difference_details,
    difference_kind,
    difference_text,
    reported_differences,
)
from tui.report.evidence import why_linked
from tui.report.labels import pair_id, passage_id, source_name, topic_id
from tui.report.labels import sign as sign_of
from tui.report.summary import OTHER_TOPICS, other_topics, summary, unlinked_boilerplate

_SMALLEST = 20
"""Cells; a narrower report would be unreadable."""
_WIDEST = 160
"""Cells; longer lines are hard to read."""
_KIND = 15
"""Cells of the label of a difference."""


def as_text(comparison: Comparison, options: ReportOptions) -> str:
    """Links by topic, other topics, differences, remarks, unmatched passages, boilerplate."""
    return _TextReport(comparison, options).render()


def narrowed(width: int) -> int:
    """The width of a text report for that of the terminal, in cells."""
    return min(max(width, _SMALLEST), _WIDEST)


def marks_and_notes(
    remarks: Iterable[Remark], ends_of: Callable[[Remark], str], width: int, indent: int
) -> list[str]:
    """The reader's marks and notes, each with the passages it is on; no lines if there are none."""
    rows = []
    for remark in remarks:
        when = f" ({remark.when})" if remark.when else ""
        rows += hanging(ends_of(remark), f"{remark.note or 'marked'}{when}", width, indent)
    return [*prose("Marks and notes", width), "", *rows] if rows else []


class _TextReport:
    """Renders one comparison; each method returns the lines of a part."""

    def __init__(self, comparison: Comparison, options: ReportOptions) -> None:
        self.comparison = comparison
        self.options = options
        self.threshold = options.threshold
        self.links = comparison.links_from(options.threshold)
        self.width = narrowed(options.width)
        self.indent = 1 + max(len(passage_id(side, len(comparison.article(side).passages))) for side in Side)

    def render(self) -> str:
        parts = [
            self.header(),
            self.summary(),
            self.notice(),
            *self.topics(),
            self.other_topics(),
            self.differences(),
            self.marks_and_notes(),
            *(self.only_in(side) for side in Side),
            *(self.boilerplate(side) for side in Side),
        ]
        return "\n\n".join("\n".join(part) for part in parts if part) + "\n"

    def header(self) -> list[str]:
        left, right = map(self.about, Side)
        return [*left, "", *right]

    def about(self, side: Side) -> list[str]:
        article, width = self.comparison.article(side), self.width
        language = told_language(self.comparison, side)
        words = plural(article.words, "word")
        facts = [source_name(article), language, article.byline, article.published, words]
        return [
            side.name,
            *prose(article.title or "(no title)", width),
            *prose(", ".join(fact for fact in facts if fact), width),
            *(line for note in article.notes for line in prose(f"Note: {note}", width)),
        ]

    def notice(self) -> list[str]:
        notice = self.comparison.notice
        return prose(f"Note: {notice}.", self.width) if notice else []

    def summary(self) -> list[str]:
        return prose(summary(self.comparison, self.threshold), self.width)

    def topics(self) -> Iterable[list[str]]:
        """The heading and groups of each topic; links without a topic come last."""
        for number, topic in enumerate(self.comparison.topics):
            links = [link for link in self.links if link.topic == number]
            if links:
                yield from self.section(f"{topic_id(number)} {topic.label}", links)
        rest = [link for link in self.links if link.topic < 0]
        if rest:
            yield from self.section("Links without a topic", rest)

    def other_topics(self) -> list[str]:
        rows = [
            line
            for number, words in other_topics(self.comparison, self.links)
            for line in hanging(
                topic_id(number), f"{self.comparison.topics[number].label}, {words}", self.width, self.indent
            )
        ]
        return [*prose(OTHER_TOPICS, self.width), "", *rows] if rows else []

    @cached_property
    def entries(self) -> Sequence[Difference]:
        return reported_differences(self.comparison, self.options)

    def differences(self) -> list[str]:
        """Differences by kind; facts that only one side has are in closed sections."""
        note = language_note(self.comparison)
        if not self.entries:
            return prose(f"Note: {note}", self.width) if note and self.links else []
        rows: list[str] = []
        shown = {link.pair for link in self.links}
        for title, entries in zip((TITLE, CLOSED_TITLE), by_default(self.entries), strict=True):
            listed = [
                line
                for entry in entries
                for line in hanging(
                    difference_kind(entry),
                    f"{difference_text(entry)}  ({difference_details(entry, shown)})",
                    self.width,
                    _KIND,
                )
            ]
            rows += [*([""] if rows else []), *prose(title, self.width), "", *listed] if listed else []
        return [*rows, *(prose(f"Note: {note}", self.width) if note else [])]

    def marks_and_notes(self) -> list[str]:
        def ends_of(remark: Remark) -> str:
            return pair_id(remark.left, remark.right)

        return marks_and_notes(self.options.remarks, ends_of, self.width, 2 * self.indent)

    def section(self, title: str, links: Sequence[Link]) -> Iterable[list[str]]:
        first, *rest = link_groups(links)
        yield [*prose(title, self.width), "", *self.group(first)]
        for group in rest:
            yield self.group(group)

    def group(self, group: LinkGroup) -> list[str]:
        """The passages of both sides, their relation between them, and the evidence for each link."""
        left, right = (self.passages(side, group.at(side)) for side in Side)
        best = group.best
        relation = f"{sign_of(best)} {relation_text(best)}, {score_text(best.score)}"
        return [*left, relation, *right, *self.reasons(group), *self.differing_facts(group)]

    def differing_facts(self, group: LinkGroup) -> list[str]:
        """One line for each fact in which linked passages of a group differ."""
        pairs = {link.pair for link in group.links}
        rows = []
        for entry in self.entries:
            if entry.default and pairs.intersection(entry.pairs):
                left, right = (fact.value if fact else "nothing" for fact in entry.facts)
                told = f"differs: {entry.kind.value} {left} on the left, {right} on the right"
                rows += hanging("", told, self.width, self.indent)
        return rows

    def passages(self, side: Side, indices: Iterable[int]) -> list[str]:
        all_passages = self.comparison.article(side).passages
        return self.listed(side, (all_passages[index] for index in indices), self.width)

    def reasons(self, group: LinkGroup) -> list[str]:
        """One line for each link; in a group of several it starts with the link."""
        several = len(group.links) > 1
        rows = []
        for link in group.links:
            which = (
                f"{pair_id(*link.pair)} {sign_of(link)} {relation_text(link)}, {score_text(link.score)}, "
                if several
                else ""
            )
            rows += hanging("", f"{which}why: {why_linked(link, self.comparison)}", self.width, self.indent)
        return rows

    def only_in(self, side: Side) -> list[str]:
        passages = self.comparison.article(side).passages
        unmatched = [passages[k] for k in self.comparison.unmatched(side, self.threshold)]
        return self.list_of(f"Only in {side.value}", side, unmatched)

    def boilerplate(self, side: Side) -> list[str]:
        passages = unlinked_boilerplate(self.comparison, side, self.links)
        return self.list_of(f"Boilerplate in {side.value}", side, passages)

    def list_of(self, title: str, side: Side, passages: Sequence[Passage]) -> list[str]:
        if not passages:
            return []
        heading = prose(f"{title} ({len(passages)})", self.width)
        return [*heading, "", *self.listed(side, passages, self.width)]

    def listed(self, side: Side, passages: Iterable[Passage], width: int) -> list[str]:
        rows = []
        for passage in passages:
            kind = "" if passage.kind is Kind.BODY else f"[{passage.kind.value}] "
            label = passage_id(side, passage.index)
            rows += hanging(label, kind + passage.text, width, self.indent)
        return rows
