"""A story of several reports as Markdown, the grid as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.model.statement import Statement, letter
from tui.model.story import Story
from tui.model.story_words import REPORT_CELL_SIGNS, asides, fact_versions, witness_letters
from tui.report import ReportOptions
from tui.report.as_markdown import escaped, marks_and_notes
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


def as_story_markdown(story: Story, options: ReportOptions) -> str:
    """Reports, notes, what each leaves out, the grid, facts, topics, remarks, and what only one has."""
    view = StoryView(story, options)
    parts: list[Sequence[str]] = [
        [f"# {view.title}"],
        [_about(view, k) for k in range(story.count)],
        [escaped(view.summary)],
        [f"- Note: {escaped(note)}." for note in view.notes],
        *_left_out(view),
        _grid(view),
        _table(view, BESIDE, view.stated_by_one),
        _facts(view),
        _topics(view),
        marks_and_notes(options.remarks, remark_ends),
        *(_only(view, k) for k in range(story.count)),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table, which CommonMark shows as text and most programs as a table; cells are escaped already."""
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines]


def _about(view: StoryView, report: int) -> str:
    article = view.story.articles[report]
    notes = "".join(f"; note: {escaped(note)}" for note in article.notes)
    return f"- {letter(report)}: **{escaped(title_of(article))}** – {escaped(view.about(report))}{notes}"


def _left_out(view: StoryView) -> Iterable[list[str]]:
    for report, entries in view.left_out:
        if entries:
            yield [
                f"## Left out of {letter(report)}, stated by two or more others ({len(entries)})",
                "",
                *(
                    f"- **{escaped(witness_letters(entry.statement, own=True))}** "
                    f"{escaped(view.text(entry.statement))} ({members_of(entry.statement)})"
                    for entry in entries
                ),
            ]


def _grid(view: StoryView) -> list[str]:
    if not view.grid:
        return ["The reports have nothing in common."]
    return _table(view, SEVERAL, view.stated_by_several)


def _table(view: StoryView, title: str, statements: Sequence[Statement]) -> list[str]:
    """Rows of the grid; no lines if there are none."""
    signs = "● stated, ○ beside, ≠ differs, ? perhaps; reports with one text count as one witness."
    head = ["", "Statement", *(letter(k) for k in range(view.story.count)), "Witnesses"]
    rows = table(head, (_row(view, row) for row in statements))
    return [f"## {title} ({len(statements)})", "", signs, "", *rows] if statements else []


def _row(view: StoryView, row: Statement) -> list[str]:
    cells = [REPORT_CELL_SIGNS[row.cell(k)] for k in range(view.story.count)]
    aside = asides(row)
    origins = f"{row.independent}{f' ({escaped(aside)})' if aside else ''}"
    return [place_id(row.report, row.passage), escaped(view.text(row)), *cells, origins]


def _facts(view: StoryView) -> list[str]:
    rows = [
        f"- ≠ {fact.kind.value}: {escaped(fact.label)}: {escaped(fact_versions(fact))}" for fact in view.facts
    ]
    return ["## Facts given differently", "", *rows] if rows else []


def _topics(view: StoryView) -> list[str]:
    letters = [letter(k) for k in range(view.story.count)]
    rows = [[escaped(topic.label), *share_cells(topic.shares)] for topic in view.story.topics]
    return ["## Topics, with the share of each report", "", *table(["Topic", *letters], rows)] if rows else []


def _only(view: StoryView, report: int) -> list[str]:
    rows = [f"- **{place_id(report, p.index)}** {escaped(p.text)}" for p in view.only(report)]
    return [f"## Only in {letter(report)} ({len(rows)})", "", *rows] if rows else []
