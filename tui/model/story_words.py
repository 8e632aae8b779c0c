"""Statements of a story in letters, signs and words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tui.model.direction import isolated
from tui.model.statement import Cell, Statement, labels, letter
from tui.model.story import Story, StoryFact

CELL_SIGNS = {
    Cell.STATED: "●",
    Cell.BESIDE: "~",
    Cell.DIFFERS: "≠",
    Cell.WEAK: "?",
    Cell.ABSENT: "·",
    Cell.PENDING: "…",
}
"""A sign of one cell for each cell of the grid."""
REPORT_CELL_SIGNS = {**CELL_SIGNS, Cell.BESIDE: "○", Cell.ABSENT: ""}
"""Those of reports: a ring for what is related, as for two articles, and nothing for what is absent."""
ASCII_CELL_SIGNS = {**CELL_SIGNS, Cell.STATED: "*", Cell.DIFFERS: "!", Cell.ABSENT: ".", Cell.PENDING: "_"}


def witness_letters(statement: Statement, own: bool = False) -> str:
    """The reports that state it in capitals, those beside it small: `B=D C e`.

    Reports with one text are joined by `=`. `own`: whether the report around which it gathers is named.
    """
    stating = [k for k in statement.stated_by if own or k != statement.report]
    groups = []
    for group in statement.copies:
        joined = [k for k in group if k in stating]
        if len(joined) > 1:
            groups.append(joined)
    together = {k for group in groups for k in group}
    groups += [[k] for k in stating if k not in together]
    capitals = ["=".join(map(letter, group)) for group in sorted(groups)]
    return " ".join([*capitals, *(letter(k).lower() for k in statement.beside)])


def fact_versions(fact: StoryFact) -> str:
    """`12 (A and D), ≥ 12 (B), 15 (C)`."""
    return ", ".join(f"{isolated(version.value)} ({labels(version.reports)})" for version in fact.versions)


def described(statement: Statement, story: Story, width: int = 1_000) -> str:
    """Who states it: `Stated by B and D (B and D carry one text, counted once), beside C. Not in E.`

    Shorter if it is longer than `width` cells.
    """
    reports: dict[Cell, list[int]] = {cell: [] for cell in Cell}
    for report in range(story.count):
        if report != statement.report:
            reports[statement.cell(report)].append(report)
    one = len(reports[Cell.DIFFERS]) == 1
    long = f"give{'s' if one else ''} another number"
    short = "differs" if one else "differ"
    told = asides(statement)
    for said, differs in ((told, long), (told, short), ("", long), ("", short)):
        text = _told(statement.report, reports, labels, said, differs)
        if len(text) <= width:
            return text
    return _told(statement.report, reports, _letters, "", short)


def _told(
    own: int,
    reports: Mapping[Cell, Sequence[int]],
    named: Callable[[Sequence[int]], str],
    asides: str,
    differs: str,
) -> str:
    names = {cell: named(those) for cell, those in reports.items()}
    stated = names[Cell.STATED] or (f"{letter(own)} alone" if asides else "")
    parts = (
        f"stated by {stated}{f' ({asides})' if asides else ''}" if stated else "",
        f"{names[Cell.DIFFERS]} {differs}" if names[Cell.DIFFERS] else "",
        f"beside {names[Cell.BESIDE]}" if names[Cell.BESIDE] else "",
    )
    sentences = (
        ", ".join(filter(None, parts)),
        f"perhaps in {names[Cell.WEAK]}" if names[Cell.WEAK] else "",
        f"not in {names[Cell.ABSENT]}" if names[Cell.ABSENT] else "",
        f"not compared yet with {names[Cell.PENDING]}" if names[Cell.PENDING] else "",
    )
    return " ".join(f"{text[:1].upper()}{text[1:]}." for text in sentences if text)


def _letters(reports: Sequence[int]) -> str:
    return "".join(map(letter, reports))


def asides(statement: Statement) -> str:
    """Which reports are no witnesses of their own, and why."""
    said = [f"{labels(group)} carry one text, counted once" for group in statement.copies]
    said += [f"{letter(k)} names {name} as its source" for k, name in sorted(statement.credits.items())]
    return "; ".join(said)
