"""The comparison as CommonMark: headings, lists and emphasis only, so that every wiki and mail shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.model import Article, Comparison, Kind, Link, Passage, Side
from tui.model.link_groups import LinkGroup, link_groups
from tui.model.wording import plural
from tui.report.disagreement import not_compared, said, said_differently, where
from tui.report.options import ReportOptions
from tui.report.why import why
from tui.report.wording import in_words, passage_id, sign, source_to_send, topic_id

_ACTS = re.compile(r"([\\`*_\[\]<>&|~#$])")
"""What means something within a line: CommonMark's, and tables, strikes and formulas of its dialects."""


def as_markdown(comparison: Comparison, settings: ReportOptions) -> str:
    """What both tell, by topic, then differences, notes, and what only one article tells."""
    return _MarkdownReport(comparison, settings).render()


def escaped(text: str) -> str:
    """The text in one line of Markdown, to be read as it is; white space counts as one space."""
    return _ACTS.sub(r"\\\1", " ".join(text.split()))


class _MarkdownReport:
    """One comparison at one threshold; each method gives the lines of a part."""

    def __init__(self, comparison: Comparison, settings: ReportOptions) -> None:
        self.comparison = comparison
        self.settings = settings
        self.links = comparison.shown(settings.threshold)

    def render(self) -> str:
        parts: list[Sequence[str]] = [
            self.header(),
            *self.topics(),
            self.differences(),
            self.remarks(),
            *(self.only_in(side) for side in Side),
        ]
        return "\n\n".join("\n".join(part) for part in parts if part) + "\n"

    def header(self) -> list[str]:
        count = len(self.links)
        links = plural(count, "link") if count else "Nothing in common"
        return [
            "# Two reports, side by side",
            "",
            *(self.about(side, self.comparison.article(side)) for side in Side),
            "",
            f"{links} at threshold {self.settings.threshold:g}. "
            "Signs: = same words, ≈ same statement, \\~ related.",
        ]

    @staticmethod
    def about(side: Side, article: Article) -> str:
        facts = [source_to_send(article), article.byline, article.published, f"{article.words:,} words"]
        told = escaped(", ".join(fact for fact in facts if fact))
        notes = "".join(f"; note: {escaped(note)}" for note in article.notes)
        return f"- {side.name}: **{escaped(article.title) or '(no title)'}** – {told}{notes}"

    def topics(self) -> Iterable[list[str]]:
        """A heading for each topic and a list for each of its groups; links of no topic come last."""
        by_topic: dict[int, list[Link]] = {}
        for link in self.links:
            by_topic.setdefault(link.topic, []).append(link)
        names = [f"{topic_id(k)} {escaped(topic.label)}" for k, topic in enumerate(self.comparison.topics)]
        for number, name in [*enumerate(names), (-1, "Links of no topic")]:
            if number in by_topic:
                yield [f"## {name}"]
                for group in link_groups(by_topic[number]):
                    yield self.group(group)

    def group(self, group: LinkGroup) -> list[str]:
        """The passages of both sides, and under them why they are linked."""
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

    @staticmethod
    def reasons(links: Iterable[Link]) -> list[str]:
        return [
            f"  - {passage_id(Side.LEFT, link.left)}–{passage_id(Side.RIGHT, link.right)} "
            f"{escaped(sign(link))} {link.score:.0f}, {in_words(link)}: {escaped(why(link.evidence))}"
            for link in links
        ]

    def differences(self) -> list[str]:
        found = said_differently(self.comparison, self.settings.threshold)
        rows = [f"- {one.kind.value}: {escaped(said(one))} ({where(one)})" for one in found]
        if note := not_compared(self.comparison):
            rows += ["", f"Note: {escaped(note)}"] if rows else [f"Note: {escaped(note)}"]
        return ["## What they say differently", "", *rows] if rows else []

    def remarks(self) -> list[str]:
        rows = []
        for remark in self.settings.remarks:
            ends = "–".join(passage_id(side, remark.at(side)) for side in Side if remark.at(side) >= 0)
            when = f" ({escaped(remark.when)})" if remark.when else ""
            rows.append(f"- **{ends}** {escaped(remark.note) or 'marked'}{when}")
        return ["## Marks and notes", "", *rows] if rows else []

    def only_in(self, side: Side) -> list[str]:
        passages = self.comparison.article(side).passages
        alone = [passages[k] for k in self.comparison.unmatched(side, self.settings.threshold)]
        rows = [self.passage(side, passage) for passage in alone]
        return [f"## Only {side.value} ({len(rows)})", "", *rows] if rows else []
