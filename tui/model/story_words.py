"""Statements of a story in letters and in words, the same on the screen and in reports."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model.story import Cell, Statement, Story, labels, letter

CELL_SIGNS = {
    Cell.STATED: "●",
    Cell.BESIDE: "~",
    Cell.DIFFERS: "≠",
    Cell.ABSENT: "·",
    Cell.PENDING: "…",
}
"""A sign of one cell for each cell of the grid."""
ASCII_CELL_SIGNS = {**CELL_SIGNS, Cell.STATED: "*", Cell.DIFFERS: "!", Cell.ABSENT: ".", Cell.PENDING: "?"}


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


def described(statement: Statement, story: Story) -> str:
    """Who states it: `Stated by B and D (D's text is B's, counted once), beside C. Not in E.`"""
    own = statement.report
    parts = []
    if stating := [k for k in statement.stated_by if k != own]:
        asides = _asides(statement)
        parts.append(f"stated by {labels(stating)}{f' ({asides})' if asides else ''}")
    elif asides := _asides(statement):
        parts.append(f"stated by {letter(own)} alone ({asides})")
    if statement.disputed_by:
        parts.append(f"otherwise in {labels(statement.disputed_by)}")
    if statement.beside:
        parts.append(f"beside {labels(statement.beside)}")
    known = {own, *statement.stated_by, *statement.beside, *statement.pending}
    absent = [k for k in range(story.count) if k not in known]
    sentences = [_sentence(", ".join(parts))] if parts else []
    if absent:
        sentences.append(f"Not in {labels(absent)}.")
    if statement.pending:
        sentences.append(f"Not compared yet with {labels(sorted(statement.pending))}.")
    return " ".join(sentences)


def _asides(statement: Statement) -> str:
    """Which reports are no witnesses of their own, and why."""
    said = [f"{_whose(group)}, counted once" for group in statement.copies]
    said += [f"{letter(k)} names {name} as its source" for k, name in sorted(statement.credits.items())]
    return "; ".join(said)


def _whose(group: Sequence[int]) -> str:
    """`D's text is B's`, `the texts of C and D are B's`."""
    first, *others = group
    if len(others) == 1:
        return f"{letter(others[0])}'s text is {letter(first)}'s"
    return f"the texts of {labels(others)} are {letter(first)}'s"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
