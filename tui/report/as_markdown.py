"""The comparison as CommonMark: only headings, lists and emphasis, which every program shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from tui.analysis.comparability import language_note
from tui.model import Comparison, Kind, Link, Passage, Side
from tui.model.languages import told_language
from tui.model.link_groups import LinkGroup, link_groups
from tui.model.symbols import UNICODE, relation_text
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
from tui.report.labels import (
    pair_id,
    passage_id,
    sign,
    source_name,
    topic_id,
)
from tui.report.summary import OTHER_TOPICS, other_topics, summary, unlinked_boilerplate

_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~#$])")
"""Characters with a meaning in CommonMark, or in its dialects: tables, strikethrough, formulas."""


def as_markdown(comparison: Comparison, options: ReportOptions) -> str:
    """Links by topic, other topics, differences, remarks, unmatched passages, boilerplate."""
    return _MarkdownReport(comparison, options).render()


def escaped(text: str) -> str:
    """The text as one line of Markdown with nothing special in it; white space counts as one space."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def marks_and_notes(remarks: Iterable[Remark], ends_of: Callable[[Remark], str]) -> list[str]:
    """The reader's marks and notes, each with the passages it is on; no lines if there are none."""
    rows = []
    for remark in remarks:
        when = f" ({escaped(remark.when)})" if remark.when else ""
        rows.append(f"- **{ends_of(remark)}** {escaped(remark.note) or 'marked'}{when}")
    return ["## Marks and notes", "", *rows] if rows else []


class _MarkdownReport:
    """Renders one comparison; each method returns the lines of a part."""

    def __init__(self, comparison: Comparison, options: ReportOptions) -> None:
        self.comparison = comparison
        self.options = options
        self.links = comparison.links_from(options.threshold)

    def render(self) -> str:
        parts: list[Sequence[str]] = [
            self.header(),
            *self.topics(),
            self.other_topics(),
            self.differences(),
            self.remarks(),
            *(self.only_in(side) for side in Side),
            *(self.boilerplate(side) for side in Side),
        ]
        return "\n\n".join("\n".join(part) for part in parts if part) + "\n"

    def header(self) -> list[str]:
        signs = ", ".join(f"{escaped(sign)} {words}" for sign, words in UNICODE.of_relations)
        return [
            "# Two reports, side by side",
            "",
            *map(self.about, Side),
            "",
            f"{escaped(summary(self.comparison, self.options.threshold))} Signs: {signs}.",
            *(["", f"Note: {escaped(notice)}."] if (notice := self.comparison.notice) else []),
        ]

    def about(self, side: Side) -> str:
        article = self.comparison.article(side)
        language = told_language(self.comparison, side)
        words = plural(article.words, "word")
        facts = [source_name(article), language, article.byline, article.published, words]
        about = escaped(", ".join(fact for fact in facts if fact))
        notes = "".join(f"; note: {escaped(note)}" for note in article.notes)
        return f"- {side.name}: **{escaped(article.title) or '(no title)'}** – {about}{notes}"

    def topics(self) -> Iterable[list[str]]:
        """A heading for each topic and a list for each of its groups; links without a topic come last."""
        by_topic: dict[int, list[Link]] = {}
        for link in self.links:
            by_topic.setdefault(link.topic, []).append(link)
        names = [f"{topic_id(k)} {escaped(topic.label)}" for k, topic in enumerate(self.comparison.topics)]
        for number, name in [*enumerate(names), (-1, "Links without a topic")]:
            if number in by_topic:
                yield [f"## {name}"]
                for group in link_groups(by_topic[number]):
                    yield self.group(group)

    def other_topics(self) -> list[str]:
        rows = [
            f"- {topic_id(number)} {escaped(self.comparison.topics[number].label)}, {words}"
            for number, words in other_topics(self.comparison, self.links)
        ]
        return [f"## {OTHER_TOPICS}", "", *rows] if rows else []

    def group(self, group: LinkGroup) -> list[str]:
        """The passages of both sides, and below them the evidence for each link."""
        rows = [
            self.passage(side, self.comparison.article(side).passages[index])
            for side in Side
            for index in group.at(side)
        ]
        ends = (", ".join(passage_id(side, index) for index in group.at(side)) for side in Side)
        return [f"### {' – '.join(ends)}", "", *rows, *self.reasons(group.links)]

    @staticmethod
    def passage(side: Side, passage: Passage) -> str:
        kind = "" if passage.kind is Kind.BODY else f"({passage.kind.value}) "
        return f"- **{passage_id(side, passage.index)}** {kind}{escaped(passage.text)}"

    def reasons(self, links: Iterable[Link]) -> list[str]:
        return [
            f"  - {pair_id(*link.pair)} {escaped(sign(link))} {relation_text(link)}, "
            f"{score_text(link.score)}: {escaped(why_linked(link, self.comparison))}"
            for link in links
        ]

    def differences(self) -> list[str]:
        rows: list[str] = []
        shown = {link.pair for link in self.links}
        listed = by_default(reported_differences(self.comparison, self.options))
        for title, entries in zip((TITLE, CLOSED_TITLE), listed, strict=True):
            if entries:
                rows += ["", f"## {title}", ""]
            rows += [
                f"- {difference_kind(entry)}: {escaped(difference_text(entry))} "
                f"({escaped(difference_details(entry, shown))})"
                for entry in entries
            ]
        if note := language_note(self.comparison):
            rows += (
                ["", f"Note: {escaped(note)}"] if rows else ["", f"## {TITLE}", "", f"Note: {escaped(note)}"]
            )
        return rows[1:]

    def remarks(self) -> list[str]:
        return marks_and_notes(self.options.remarks, lambda remark: pair_id(remark.left, remark.right))

    def only_in(self, side: Side) -> list[str]:
        passages = self.comparison.article(side).passages
        unmatched = [passages[k] for k in self.comparison.unmatched(side, self.options.threshold)]
        return self.list_of(f"Only in {side.value}", side, unmatched)

    def boilerplate(self, side: Side) -> list[str]:
        passages = unlinked_boilerplate(self.comparison, side, self.links)
        return self.list_of(f"Boilerplate in {side.value}", side, passages)

    def list_of(self, title: str, side: Side, passages: Sequence[Passage]) -> list[str]:
        rows = [self.passage(side, passage) for passage in passages]
        return [f"## {title} ({len(rows)})", "", *rows] if rows else []
