"""Sub-topics that a lead announces in one word and the other article treats at length."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.analysis.profile import Profile
from tui.model import Kind

LEAD_TOPIC_SCORE = 34.0
"""Least score of such a link. In 32 pairs of news reports 5 such words paired 14 passages that were not
linked otherwise; 4 of the 14 are right: too few to fit anything to."""
MIN_PASSAGES = 3
"""Passages with the word, close together, from which the other article treats it as a sub-topic."""
MAX_DISTANCE = 3
"""Passages apart that still count as close together."""


def lead_topic_pairs(left: Sequence[Profile], right: Sequence[Profile]) -> set[tuple[int, int]]:
    """Pair a lead, which sums up its report, with the passages that treat one of its words.

    The word is no name and no number, stands only in the lead of its own article, and in several
    passages close together of the other ("sanctions"). The pairs are places in `left` and `right`.
    """
    pairs = set(_pairs_of_lead(left, right))
    pairs.update((i, j) for j, i in _pairs_of_lead(right, left))
    return pairs


def _pairs_of_lead(announcing: Sequence[Profile], treating: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    lead = next((k for k, p in enumerate(announcing) if p.passage.kind is Kind.BODY), None)
    if lead is None:
        return
    names = frozenset().union(*[p.names for p in (*announcing, *treating)])
    others = frozenset().union(*[p.content_stems for k, p in enumerate(announcing) if k != lead])
    own = announcing[lead].content_stems - others - names - announcing[lead].numbers
    holders: dict[str, list[int]] = defaultdict(list)
    for k, profile in enumerate(treating):
        for stem in profile.content_stems & own:
            holders[stem].append(k)
    for places in holders.values():
        for place in _close_together(places):
            yield lead, place


def _close_together(places: Sequence[int]) -> list[int]:
    """The places with at least MIN_PASSAGES of them, themselves included, within MAX_DISTANCE."""
    return [k for k in places if sum(abs(k - other) <= MAX_DISTANCE for other in places) >= MIN_PASSAGES]
