"""How much of each report the others have too."""

from __future__ import annotations

from tui.model import Relation
from tui.model.comparison import DEFAULT_THRESHOLD
from tui.model.statement import letter
from tui.model.story import Story

LITTLE = 0.08
"""Share of a report's sentences that the others state too, up to which it may be about another event. Chosen
on these: of 48 reports, in 16 sets of three on one event, the least share was 19 %; of 16 reports of other
events, each put beside two of a set, every one had 0 %."""
USUAL = 0.1
"""Median share of the other reports from which they are about one event; plain judgement."""


def common_share(story: Story, report: int, threshold: float = DEFAULT_THRESHOLD) -> float:
    """The share of a report's body passages that another report states too, 0 to 1."""
    body = story.articles[report].body
    common = sum(
        any(
            k.relation is Relation.SAME and k.score >= threshold
            for k in story.near.get((report, p.index), ())
        )
        for p in body
    )
    return common / len(body) if body else 0.0


def share_notices(story: Story, threshold: float = DEFAULT_THRESHOLD) -> tuple[str, ...]:
    """A line for each report that seems to be about another event; none before all pairs are compared.

    `E shares little with the others (2 % of its sentences)`.
    """
    if story.count < 3 or not story.complete:
        return ()
    shares = [common_share(story, report, threshold) for report in range(story.count)]
    rest = sorted(share for share in shares if share > LITTLE)
    if not rest or rest[len(rest) // 2] < USUAL:
        return ()
    return tuple(
        f"{letter(report)} shares little with the others ({round(100 * share)} % of its sentences)"
        for report, share in enumerate(shares)
        if share <= LITTLE
    )
