"""Differences in words: the value on each side, without judging which is right."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from tui.layout.wrap import fit
from tui.model import Comparison, PassagePair
from tui.model.difference import Difference, State
from tui.model.direction import isolated
from tui.model.symbols import UNICODE
from tui.report.labels import pair_id

if TYPE_CHECKING:
    from tui.report import ReportOptions

STATE_SIGNS = {
    State.DIFFERS: UNICODE.conflict,
    State.EQUAL: "=",
    State.ONLY_LEFT: "only L",
    State.ONLY_RIGHT: "only R",
}
TITLE, CLOSED_TITLE = "Differences", "Differences in closed sections"
"""Headings of a report: what it lists by default, and what few readers miss."""
UNLINKED = "no link at this threshold"
"""Of a quotation that both articles have, in passages that the report does not link."""
VALUE_WIDTH = 40
"""Most cells of a value; the passages have the full text."""


def least_reported(comparison: Comparison, threshold: float) -> float:
    """The least score of links whose differences are in a report with a threshold."""
    return max(threshold, comparison.threshold)


def reported_differences(comparison: Comparison, options: ReportOptions) -> tuple[Difference, ...]:
    """The differences in the links shown by default, or at a stricter threshold.

    A lower threshold adds links for ranking; differences in those mean nothing.
    """
    if options.differences is not None:
        return options.differences
    # Imported here: it loads libraries for dates and numbers.
    from tui.analysis.differences import ledger

    return ledger.differences(comparison, least_reported(comparison, options.threshold))


def difference_sign(entry: Difference) -> str:
    """`≠` for a conflict, `”` for another wording, `only L` for a fact of one side."""
    reworded = entry.state is State.DIFFERS and not entry.conflict
    return UNICODE.wording if reworded else STATE_SIGNS[entry.state]


def difference_kind(entry: Difference) -> str:
    """`≠ number`, `” quotation`; `number` of one side, which `difference_text` names."""
    one_sided = None in entry.facts
    return entry.kind.value if one_sided else f"{difference_sign(entry)} {entry.kind.value}"


def difference_text(entry: Difference) -> str:
    """`12 ≠ 15`, `visit / message` of another wording, `only L 214 people`."""
    values = [isolated(fit(fact.value, VALUE_WIDTH)) for fact in entry.facts if fact]
    sign = STATE_SIGNS[entry.state]
    if len(values) == 1:
        return f"{sign} {values[0]}"
    return f" {sign if entry.conflict or entry.state is not State.DIFFERS else '/'} ".join(values)


def by_default(entries: Sequence[Difference]) -> tuple[list[Difference], list[Difference]]:
    """The differences of open sections, and those of closed ones."""
    return [entry for entry in entries if entry.default], [entry for entry in entries if not entry.default]


def difference_details(entry: Difference, shown: Set[PassagePair]) -> str:
    """The passages of a difference and what to know of it: `L3–R1, 3 times; cut short`.

    `shown`: the pairs with a link in the report.
    """
    return f"{pair_id(*entry.pair)}{difference_asides(entry, shown)}"


def difference_asides(entry: Difference, shown: Set[PassagePair]) -> str:
    """How often a difference was found, whether a link joins its passages, and its note."""
    times = f", {entry.count} times" if entry.count > 1 else ""
    unlinked = "" if entry.pair in shown or -1 in entry.pair else f", {UNLINKED}"
    return f"{times}{unlinked}{f'; {entry.note}' if entry.note else ''}"
