"""Sub-topics that a lead announces: links which one telling word must carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.analysis.profile import Profile
from tui.model import Kind

Pair = tuple[int, int]

LEAD_TOPIC_SCORE = 34.0
"""The score of such a link at least. In 32 pairs of news reports there were 5 such words whose 14
pairs of passages were not linked otherwise; 4 of the 14 are right: too few to fit anything to."""
MIN_PASSAGES = 3
"""Passages with the word, close together, from which the other article treats it as a sub-topic."""
MAX_DISTANCE = 3
"""Passages apart that still count as close together."""


def lead_topic_pairs(left: Sequence[Profile], right: Sequence[Profile]) -> set[Pair]:
    """Pairs of a lead, which sums up its report in many clauses, with what the other makes of one.

    A word counts that is no name and that only the lead of its article has, but several passages
    of the other which stand together ("sanctions").
    """
    pairs = {(i, j) for i, j in _one_way(left, right)}
    pairs.update((i, j) for j, i in _one_way(right, left))
    return pairs


def _one_way(announcing: Sequence[Profile], treating: Sequence[Profile]) -> Iterator[Pair]:
    lead = next((k for k, p in enumerate(announcing) if p.passage.kind is Kind.BODY), None)
    if lead is None:
        return
    names = frozenset().union(*[p.names for p in (*announcing, *treating)])
    others = frozenset().union(*[p.content for k, p in enumerate(announcing) if k != lead])
    own = announcing[lead].content - others - names - announcing[lead].numbers
    holders: dict[str, list[int]] = defaultdict(list)
    for k, profile in enumerate(treating):
        for stem in profile.content & own:
            holders[stem].append(k)
    for places in holders.values():
        for place in _together(places):
            yield lead, place


def _together(places: Sequence[int]) -> list[int]:
    """The places that have TREATED_FROM of them, themselves included, within CLOSE passages."""
    return [
        place
        for place in places
        if sum(abs(place - other) <= MAX_DISTANCE for other in places) >= MIN_PASSAGES
    ]
