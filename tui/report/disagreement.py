"""A difference in words. It says what each side has, and never which is right."""

from __future__ import annotations

from tui.layout.wrap import fit
from tui.model import Comparison, Side
from tui.model.difference import Difference, State
from tui.report.wording import passage_id

BETWEEN = {State.DIFFERS: "≠", State.EQUAL: "=", State.ONLY_LEFT: "only L", State.ONLY_RIGHT: "only R"}
MOST_OF_A_VALUE = 40
"""Cells of a value; the passages stand in full where the line leads."""


def said_differently(comparison: Comparison, threshold: float) -> tuple[Difference, ...]:
    """The differences of a comparison for a report: found in links as sure as those shown by default.

    A looser threshold lists links for ranking; what differs in those says nothing.
    """
    # Imported here: it brings libraries for dates and numbers along.
    from tui.analysis.differences.ledger import differences

    return differences(comparison, max(threshold, comparison.threshold))


def not_compared(comparison: Comparison) -> str:
    """What was not looked for because of the articles' languages, in one line; empty if all was."""
    from tui.analysis.differences.ledger import language_note

    return language_note(comparison)


def said(entry: Difference) -> str:
    """`12 ≠ 15`, `only L 214 people`."""
    values = [fit(fact.value, MOST_OF_A_VALUE) for fact in entry.facts if fact]
    between = BETWEEN[entry.state]
    return f" {between} ".join(values) if len(values) == 2 else f"{between} {values[0]}"


def where(entry: Difference) -> str:
    """`L3–R1`: the passages it stands in."""
    places = ((side, entry.passage_at(side)) for side in Side)
    return "–".join(passage_id(side, index) for side, index in places if index >= 0)
