"""Which reports of a story state a passage, as letters in the margin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.model.statement import Cell, Statement, letter

DIFFERS = "≠"
"""Before the letters of the reports that give another number."""
COPIES = "="
"""Between the letters of reports that carry one text."""


def margin_letters(statement: Statement, reports: int, width: int, rows: int) -> tuple[str, ...]:
    """What the margin of a passage says, in at most so many rows of `width` cells, 3 or more.

    First the reports that state the same in capitals: `B=D` carry one text, `=B` that of the report being
    read, those after `≠` give another number. Then in small letters those with something beside
    it. What does not fit is counted: `BC+2`.
    """
    stating = [*_stating(statement, reports), *_differing(statement, reports)]
    beside = [letter(k).lower() for k in range(reports) if statement.cell(k) is Cell.BESIDE]
    apart = *_wrapped(stating, width), *_wrapped(beside, width)
    if len(apart) <= rows:
        return apart
    return _cut([*stating, *beside], width, rows)


def _stating(statement: Statement, reports: int) -> Iterable[str]:
    """The letter of each report that states it; those with one text are joined, with a blank around them."""
    own, before = statement.report, False
    stating = [k for k in range(reports) if k != own and statement.cell(k) is Cell.STATED]
    taken: set[int] = set()
    for report in stating:
        if report in taken:
            continue
        group = next((g for g in statement.copies if report in g), (report,))
        members = [k for k in group if k in stating]
        joined = len(members) > 1 or own in group
        blank = " " if taken and (joined or before) else ""
        for place, member in enumerate(members):
            sign = COPIES if place or own in group else ""
            yield f"{blank if not place else ''}{sign}{letter(member)}"
        before = joined
        taken.update(members)


def _differing(statement: Statement, reports: int) -> Iterable[str]:
    differing = [k for k in range(reports) if statement.cell(k) is Cell.DIFFERS]
    for place, report in enumerate(differing):
        yield f"{'' if place else DIFFERS}{letter(report)}"


def _wrapped(parts: Sequence[str], width: int) -> tuple[str, ...]:
    rows: list[str] = []
    for part in parts:
        if rows and len(rows[-1] + part) <= width:
            rows[-1] += part
        else:
            rows.append(part.lstrip())
    return tuple(rows)


def _cut(parts: Sequence[str], width: int, rows: int) -> tuple[str, ...]:
    """As many letters as fit, and the number of the others."""
    for count in range(len(parts), 0, -1):
        left = len(parts) - count
        wrapped = _wrapped([*parts[:count], f"+{left}"] if left else parts, width)
        if len(wrapped) <= rows:
            return wrapped
    return (f"+{len(parts)}",)
