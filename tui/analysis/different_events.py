"""Whether two reports may be about different events, told by how little of what they say is the same."""

from __future__ import annotations

from msgspec import Struct

from tui.analysis.evidence import days_of
from tui.model import Comparison, Relation, Side
from tui.model.wording import plural

# Tuned, with links cross-validated, on 74 pairs of reports of one event and 148 pairs made of a report and
# one of the two stories nearest to it: the rules tell 95 % of these 148, and two of the 74.
FEW_LINKS = 1
"""Links of the same statement up to which two reports may be about different events."""
FEW_LINKS_OTHER_DAYS = 3
"""The same for reports that both name days, but none in common."""
MOST_LINKED = 0.15
MOST_LINKED_OTHER_DAYS = 0.2
"""Share of passages that say the same from which even so few links are enough: the reports are short."""
SMALL_SHARE = 0.05
"""Share of passages that say the same up to which more links are few: the reports are long."""


MOST_DAYS = 3
"""Days of each report that a notice names."""


class DifferentEvents(Struct, frozen=True):
    """The reason to think that two reports are about different events."""

    same: int
    """Passages of both reports that say the same as one of the other."""
    passages: int
    """Passages of both reports, boilerplate left out."""
    days: tuple[tuple[str, ...], tuple[str, ...]]
    """The days that each names, as written, if both name days; they may have some in common."""

    @property
    def notice(self) -> str:
        """`These may be about different events: 3 of 41 passages say the same`, and the days they name."""
        count = plural(self.passages, "passage")
        text = f"These may be about different events: {self.same} of {count} say the same"
        if all(self.days):
            named = (
                f"{side.value} names {', '.join(days[:MOST_DAYS])}"
                for side, days in zip(Side, self.days, strict=True)
            )
            text = f"{text}; {', '.join(named)}"
        return text


def different_events(comparison: Comparison) -> DifferentEvents | None:
    """The reason to think that two reports are about different events, or None if there is none.

    Judged by the links shown by default, whatever the reader's threshold. Reports that were not compared
    completely, or have no passages, are never said to be different.
    """
    bodies = [comparison.article(side).body for side in Side]
    if not comparison.aligned or not all(bodies):
        return None
    indices = [{passage.index for passage in body} for body in bodies]
    links = [
        link
        for link in comparison.links_from(comparison.threshold)
        if link.relation is Relation.SAME and link.left in indices[0] and link.right in indices[1]
    ]
    same = len({link.left for link in links}) + len({link.right for link in links})
    passages = sum(map(len, bodies))
    lefts, rights = (days_of(comparison.article(side).text) for side in Side)
    other_days = bool(lefts and rights) and lefts.keys().isdisjoint(rights)
    few = len(links) <= FEW_LINKS and same < MOST_LINKED * passages
    few_at_other_days = (
        other_days and len(links) <= FEW_LINKS_OTHER_DAYS and same < MOST_LINKED_OTHER_DAYS * passages
    )
    if not (few or few_at_other_days or same <= SMALL_SHARE * passages):
        return None
    days = (tuple(lefts.values()), tuple(rights.values())) if lefts and rights else ((), ())
    return DifferentEvents(same, passages, days)
