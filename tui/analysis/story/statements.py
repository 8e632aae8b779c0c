"""Statements of a story: passages of the reports gathered around the passages of one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from tui.analysis.story.credits import names_outlet
from tui.model import Relation
from tui.model.comparison import DEFAULT_THRESHOLD
from tui.model.statement import Member, Place, Statement
from tui.model.story import Near, Story

WEAK_FROM = 20.0
"""Score from which a link keeps a report from being called without the statement. Of the passages of 37 pairs
of the tuning set whose best link is below, readers linked 4 in 100 as the same; of those from here to the
threshold, 24."""


def statements(story: Story, read: int = 0, threshold: float = DEFAULT_THRESHOLD) -> tuple[Statement, ...]:
    """The rows of the grid, by report and passage, those of the report being `read` first.

    Around each body passage of that report gather the passages linked to it with a score of `threshold` or
    more. What the others state besides gathers around the next report in order, and so on.
    """
    order = [read, *(k for k in range(story.count) if k != read)]
    taken: set[Place] = set()
    rows: list[Statement] = []
    for report in order:
        for passage in story.articles[report].body:
            if (report, passage.index) in taken:
                continue
            row = statement_at(story, report, passage.index, threshold)
            rows.append(row)
            # What is only beside a passage states something of its own.
            taken.update((m.report, m.passage) for m in row.members if m.relation is Relation.SAME)
    return tuple(rows)


def statement_at(story: Story, report: int, passage: int, threshold: float = DEFAULT_THRESHOLD) -> Statement:
    """What gathers around one passage, whatever its kind. The story keeps it."""
    key = report, passage, threshold
    if key not in story.gathered:
        story.gathered[key] = _gather(story, report, passage, threshold)
    return story.gathered[key]


def _gather(story: Story, report: int, passage: int, threshold: float) -> Statement:
    every = story.near.get((report, passage), ())
    near = [k for k in every if k.score >= threshold]
    own = Member(report, passage, credits=_credits(story, report, passage))
    members = (own, *sorted((_member(story, k) for k in near), key=lambda m: (m.report, m.passage)))
    groups = _origins(story, members, threshold)
    weak = _weak(story, every, {m.report for m in members})
    return Statement(members, *groups, weak=weak, pending=story.pending(report))


def _weak(story: Story, near: Iterable[Near], taken: Set[int]) -> tuple[Member, ...]:
    """The best of the weak links to each report that has nothing else."""
    best: dict[int, Near] = {}
    for k in sorted(near, key=lambda k: -k.score):
        if k.score >= WEAK_FROM and k.report not in taken:
            best.setdefault(k.report, k)
    return tuple(_member(story, k) for _, k in sorted(best.items()))


def by_independence(rows: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements, those with most independent origins first, then those that most reports state or
    dispute, then those beside which most have something; among equals in the order given."""

    def rank(row: Statement) -> tuple[int, int, int]:
        return -row.independent, -len(row.stated_by) - len(row.disputed_by), -len(row.beside)

    return tuple(sorted(rows, key=rank))


def _member(story: Story, near: Near) -> Member:
    credits = _credits(story, near.report, near.passage)
    return Member(near.report, near.passage, near.relation, near.score, near.same, credits, near.disputed)


def _credits(story: Story, report: int, passage: int) -> str:
    return story.credits[report].get(passage, "") if story.credits else ""


def _origins(
    story: Story, members: Sequence[Member], threshold: float
) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]:
    """The reports that state it, grouped by origin; and those groups of them that carry one text."""
    disputing = {m.report for m in members if m.disputed}
    stating = [m for m in members if m.relation is Relation.SAME and m.report not in disputing]
    reports = sorted({m.report for m in stating})
    copies = _groups(reports, _copied(story, stating, threshold))
    origins = _groups(reports, [*_pairs(copies), *_retold(story, stating)])
    return origins, tuple(group for group in copies if len(group) > 1)


def _copied(story: Story, members: Sequence[Member], threshold: float) -> Iterator[tuple[int, int]]:
    """The pairs of reports whose members carry one text."""
    places = {(m.report, m.passage) for m in members}
    for place in places:
        for near in story.near.get(place, ()):
            if near.verbatim and near.score >= threshold and (near.report, near.passage) in places:
                yield place[0], near.report
    for twins in story.twins:
        yield from _pairs([[k for k in twins if any(k == m.report for m in members)]])


def _retold(story: Story, members: Sequence[Member]) -> Iterator[tuple[int, int]]:
    """The pairs of reports of which one names the other as its source, or that both name a third."""
    crediting = [m for m in members if m.credits]
    for member in crediting:
        for other in members:
            if other.report == member.report:
                continue
            name = story.names[other.report] if other.report < len(story.names) else ""
            if names_outlet(member.credits, name) or (
                other.credits and names_outlet(member.credits, other.credits)
            ):
                yield member.report, other.report


def _pairs(groups: Iterable[Sequence[int]]) -> Iterator[tuple[int, int]]:
    for group in groups:
        yield from pairwise(group)


def _groups(reports: Sequence[int], pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """The reports joined by pairs, each group sorted, in the order of their first."""
    group = {report: {report} for report in reports}
    for left, right in pairs:
        if group[left] is not group[right]:
            group[left] |= group[right]
            for report in group[right]:
                group[report] = group[left]
    return tuple(tuple(sorted(group[k])) for k in reports if k == min(group[k]))
