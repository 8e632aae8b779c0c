"""A statement of several reports: a passage, and what the other reports have of it.

Reports are numbered from 0 in the order in which they were opened; the reader sees them as letters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cached_property

from msgspec import Struct

from tui.model.comparison import Relation

Place = tuple[int, int]
"""Number of a report, and index of one of its passages."""


def letter(report: int) -> str:
    """The reader's name of a report: `A` for the first."""
    return chr(ord("A") + report)


def labels(reports: Sequence[int]) -> str:
    """Reports in words: `B`, `B and D`, `B, C and D`."""
    names = [letter(report) for report in reports]
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


class Cell(Enum):
    """What a report says of a statement."""

    STATED = "stated"
    BESIDE = "beside"
    """It has a passage on the same sub-topic, which does not state it."""
    DIFFERS = "differs"
    """It has the passage, with another number."""
    WEAK = "weak"
    """It has a passage whose link is more likely wrong than right: perhaps the statement, in one clause."""
    ABSENT = "absent"
    PENDING = "not compared yet"


class Spread(Enum):
    """How many of the reports state something: the filters of the grid."""

    ALL = "in all"
    ALL_BUT_ONE = "in all but one"
    ONE = "in one only"
    DISPUTED = "disputed"


class Member(Struct, frozen=True, gc=False):
    """A passage that belongs to a statement."""

    report: int
    passage: int
    relation: Relation = Relation.SAME
    """`SAME` if it states the statement, `RELATED` if it belongs beside it."""
    score: float = 100.0
    """Score of its link to the passage around which the statement gathers; 100 for that passage itself."""
    same: float = 100.0
    credits: str = ""
    """The outlet or agency that the passage names as its source; empty if it names none."""
    disputed: bool = False
    """Whether it gives another number."""


class Statement(Struct, frozen=True, dict=True):
    """A passage, and the passages of the other reports that are linked to it.

    Links are not closed: two members need not be linked to each other.
    """

    members: tuple[Member, ...]
    """The passage around which the others gather, then the others by report and passage."""
    origins: tuple[tuple[int, ...], ...] = ()
    """The reports that state it, in groups: the reports of a group are one witness, since they carry one text
    or name the same source. In order of their first reports."""
    copies: tuple[tuple[int, ...], ...] = ()
    """The groups of two and more that carry one text here."""
    weak: tuple[Member, ...] = ()
    """For each report with nothing but a weak link the passage that has it; no members."""
    pending: frozenset[int] = frozenset()
    """The reports that are not compared yet with that of `report`."""

    @property
    def report(self) -> int:
        """The report around whose passage it gathers."""
        return self.members[0].report

    @property
    def passage(self) -> int:
        return self.members[0].passage

    @property
    def independent(self) -> int:
        """Number of independent origins that state it; 1 if only its own report does."""
        return len(self.origins)

    @cached_property
    def stated_by(self) -> tuple[int, ...]:
        """The reports that state it, its own among them; not those that give another number."""
        stating = {m.report for m in self.members if m.relation is Relation.SAME}
        return tuple(sorted(stating - {*self.disputed_by}))

    @cached_property
    def beside(self) -> tuple[int, ...]:
        """The reports that only have something beside it."""
        others = {m.report for m in self.members}
        return tuple(sorted(others - {*self.stated_by} - {*self.disputed_by}))

    @cached_property
    def disputed_by(self) -> tuple[int, ...]:
        """The reports that give another number."""
        return tuple(sorted({m.report for m in self.members if m.disputed}))

    @cached_property
    def credits(self) -> Mapping[int, str]:
        """The outlet or agency that each report names as its source, for those that name one."""
        stating = (m for m in reversed(self.members) if m.relation is Relation.SAME)
        return {m.report: m.credits for m in stating if m.credits}

    def passages(self, report: int) -> tuple[int, ...]:
        """The indices of its passages in one report, those that state it first, then by score."""
        own = [m for m in self.members if m.report == report]
        return tuple(m.passage for m in sorted(own, key=lambda m: (m.relation.value != "same", -m.score)))

    def to_look_at(self, report: int) -> tuple[int, ...]:
        """Its passages in one report; where it has none, that of the weak link."""
        return self.passages(report) or tuple(m.passage for m in self.weak if m.report == report)

    def cell(self, report: int) -> Cell:
        """What one report says of it."""
        if report in self.disputed_by:
            return Cell.DIFFERS
        if report in self.stated_by:
            return Cell.STATED
        if report in self.beside:
            return Cell.BESIDE
        if any(m.report == report for m in self.weak):
            return Cell.WEAK
        return Cell.PENDING if report in self.pending else Cell.ABSENT

    def has(self, spread: Spread, reports: int) -> bool:
        """Whether that many of all `reports` state it; never in one only while pairs are pending."""
        if spread is Spread.DISPUTED:
            return bool(self.disputed_by)
        stated = len(self.stated_by)
        if spread is Spread.ONE:
            return stated == 1 and not self.pending and not self.disputed_by
        return stated == reports - (spread is Spread.ALL_BUT_ONE)


class LeftOut(Struct, frozen=True):
    """A statement of at least two independent others that a report does not have."""

    report: int
    """The report that leaves it out."""
    statement: Statement
    weight: float
    """0 to 1: how sure and how prominent it is in the others, for sorting within `independent`."""
