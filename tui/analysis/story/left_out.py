"""What at least two independent reports state, and another leaves out."""

from __future__ import annotations

from collections.abc import Iterable

from tui.analysis.story.statements import statement_at
from tui.model import Relation
from tui.model.comparison import DEFAULT_THRESHOLD
from tui.model.statement import Cell, LeftOut, Place, Statement
from tui.model.story import Story

LEAST_WITNESSES = 2
"""Independent origins among the others from which a statement counts as left out."""

LEAST_AGREED = 70.0
"""Chance in per cent that two passages say the same, from which one is a witness of the other. Chosen on 16
sets of three reports, where its author found two thirds of the lists right without it and four fifths with
it; for other sets see docs/measurements.md."""


def left_out(story: Story, report: int, threshold: float = DEFAULT_THRESHOLD) -> tuple[LeftOut, ...]:
    """The statements of at least two independent others that a report has nothing of, the strongest first.

    By the number of independent origins, then by weight. Nothing is said of a report that is not yet
    compared with all others.
    """
    if story.pending(report):
        return ()
    found = [
        LeftOut(report, row, _weight(story, report, row))
        for row in _candidates(story, report, threshold)
        if row.independent >= LEAST_WITNESSES and _agreed(row) >= LEAST_AGREED
    ]
    ranked = sorted(found, key=lambda entry: (-entry.statement.independent, -entry.weight))
    return tuple(_distinct(ranked))


def _candidates(story: Story, report: int, threshold: float) -> Iterable[Statement]:
    """The statements of the others that the report does not have, whichever passage they gather around."""
    for other in range(story.count):
        if other == report:
            continue
        for passage in story.articles[other].body:
            row = statement_at(story, other, passage.index, threshold)
            if row.cell(report) in (Cell.ABSENT, Cell.WEAK) and not _told(story, report, row, threshold):
                yield row


def _told(story: Story, report: int, row: Statement, threshold: float) -> bool:
    """Whether the report states what another member of the statement says: perhaps the same."""
    return any(
        near.report == report and near.score >= threshold
        for member in row.members[1:]
        if member.relation is Relation.SAME
        for near in story.near.get((member.report, member.passage), ())
    )


def _agreed(row: Statement) -> float:
    """The chance in per cent that the surest independent witness says the same."""
    own = next((group for group in row.origins if row.report in group), (row.report,))
    stating = (m for m in row.members if m.relation is Relation.SAME)
    return max((m.same for m in stating if m.report not in own), default=0.0)


def _weight(story: Story, report: int, row: Statement) -> float:
    """0 to 1: how sure it is that the others state it and the report does not, and how early they do."""
    stating = [m for m in row.members if m.relation is Relation.SAME]
    doubt = max(
        (
            near.score
            for member in stating
            for near in story.near.get((member.report, member.passage), ())
            if near.report == report
        ),
        default=0.0,
    )
    lengths = [len(story.articles[m.report].passages) for m in stating]
    early = [1 - m.passage / max(1, n) for m, n in zip(stating, lengths, strict=True)]
    return _agreed(row) / 100 * (1 - doubt / 100) * (1 + sum(early) / len(early)) / 2


def _distinct(ranked: Iterable[LeftOut]) -> Iterable[LeftOut]:
    """The entries that do not gather around a passage of a stronger one."""
    seen: set[Place] = set()
    for entry in ranked:
        members = entry.statement.members
        if (members[0].report, members[0].passage) in seen:
            continue
        seen.update((m.report, m.passage) for m in members if m.relation is Relation.SAME)
        yield entry
