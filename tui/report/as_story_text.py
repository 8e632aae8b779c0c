"""A story of several reports as plain text, the question that people come with first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.layout.wrap import hanging, prose
from tui.model import Kind
from tui.model.statement import LeftOut, Statement, letter
from tui.model.story import Story
from tui.model.story_words import asides, fact_versions, witness_letters
from tui.report import ReportOptions
from tui.report.as_text import marks_and_notes, narrowed
from tui.report.story_view import (
    BESIDE,
    SEVERAL,
    StoryView,
    members_of,
    place_id,
    remark_ends,
    share_cells,
    title_of,
)

_INDENT = 5
_LETTERS = 14
"""Cells of the letters of a statement's reports; more of them push the text to the right."""


def as_story_text(story: Story, options: ReportOptions) -> str:
    """Reports, notes, what each leaves out, the grid, facts, topics, remarks, and what only one has."""
    return _StoryText(story, options).render()


class _StoryText:
    def __init__(self, story: Story, options: ReportOptions) -> None:
        self.story = story
        self.view = StoryView(story, options)
        self.remarks = options.remarks
        self.width = narrowed(options.width)

    def render(self) -> str:
        reports = range(self.story.count)
        parts: list[Sequence[str]] = [
            prose(self.view.title, self.width),
            *(self.about(k) for k in reports),
            prose(self.view.summary, self.width),
            self.notes(),
            *self.left_out(),
            self.grid(),
            self.listed(BESIDE, self.view.stated_by_one),
            self.facts(),
            self.topics(),
            marks_and_notes(self.remarks, remark_ends, self.width, _LETTERS),
            *(self.only(k) for k in reports),
        ]
        return "\n\n".join("\n".join(part) for part in parts if part) + "\n"

    def about(self, report: int) -> list[str]:
        article = self.story.articles[report]
        return [
            *prose(f"{letter(report)}  {title_of(article)}", self.width),
            *prose(self.view.about(report), self.width),
            *(line for note in article.notes for line in prose(f"Note: {note}", self.width)),
        ]

    def notes(self) -> list[str]:
        return [line for note in self.view.notes for line in prose(f"Note: {note}.", self.width)]

    def left_out(self) -> Iterable[list[str]]:
        for report, entries in self.view.left_out:
            if entries:
                title = f"Left out of {letter(report)}, stated by two or more others ({len(entries)})"
                rows = [line for entry in entries for line in self.entry(entry)]
                yield [*prose(title, self.width), "", *rows]

    def entry(self, entry: LeftOut) -> list[str]:
        row = entry.statement
        text = f"{self.view.text(row)}  ({members_of(row)})"
        return hanging(witness_letters(row, own=True), text, self.width, _LETTERS)

    def grid(self) -> list[str]:
        if not self.view.grid:
            return prose("The reports have nothing in common.", self.width)
        return self.listed(SEVERAL, self.view.stated_by_several)

    def listed(self, title: str, statements: Sequence[Statement]) -> list[str]:
        """Rows of the grid; no lines if there are none."""
        rows = [line for statement in statements for line in self.row(statement)]
        legend = "Capital letters state it, small ones have something beside it, = joins one text, ≠ differs"
        head = prose(f"{title} ({len(statements)})", self.width)
        return [*head, *prose(legend, self.width), "", *rows] if rows else []

    def row(self, row: Statement) -> list[str]:
        letters = witness_letters(row, own=True)
        disputed = "".join(f" ≠{letter(k)}" for k in row.disputed_by)
        others = ", ".join(place_id(m.report, m.passage) for m in row.members[1:])
        aside = f"; {told}" if (told := asides(row)) else ""
        text = f"{place_id(row.report, row.passage)}  {self.view.text(row)}  ({others}{aside})"
        return hanging(f"{row.independent}  {letters}{disputed}", text, self.width, _LETTERS)

    def facts(self) -> list[str]:
        rows = []
        for fact in self.view.facts:
            text = f"{fact.label}: {fact_versions(fact)}"
            rows += hanging(f"≠ {fact.kind.value}", text, self.width, _LETTERS)
        return [*prose("Facts given differently", self.width), "", *rows] if rows else []

    def topics(self) -> list[str]:
        """Each topic with the share of each report that treats it."""
        rows = []
        for topic in self.story.topics:
            shares = zip(range(self.story.count), share_cells(topic.shares), strict=True)
            text = ", ".join(f"{letter(k)} {share}" for k, share in shares if share)
            rows += hanging("", f"{topic.label}: {text}", self.width, _INDENT)
        return [*prose("Topics, with the share of each report", self.width), "", *rows] if rows else []

    def only(self, report: int) -> list[str]:
        passages = self.view.only(report)
        rows = []
        for passage in passages:
            kind = "" if passage.kind is Kind.BODY else f"[{passage.kind.value}] "
            rows += hanging(place_id(report, passage.index), kind + passage.text, self.width, _INDENT)
        title = prose(f"Only in {letter(report)} ({len(passages)})", self.width)
        return [*title, "", *rows] if rows else []
