"""Agglomerative clustering of groups by the members they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from heapq import heapify, heappop, heappush


def cluster(groups: Sequence[frozenset[Hashable]], min_dice: float) -> list[list[int]]:
    """Merge the two most similar groups until no two have a Dice coefficient of `min_dice`, 0 to 1.

    Returns clusters of indices into `groups`. Only groups that share a member are ever compared.
    """
    members = dict(enumerate(groups))
    clusters = {number: [number] for number in members}
    holders: dict[Hashable, set[int]] = defaultdict(set)
    for number, group in members.items():
        for member in group:
            holders[member].add(number)
    heap: list[tuple[float, int, int]] = []
    for number, group in members.items():
        for other in set().union(*[holders[member] for member in group]):
            if other > number and (similarity := dice(group, members[other])) >= min_dice:
                heap.append((-similarity, number, other))
    heapify(heap)
    while heap:
        value, first, second = heappop(heap)
        if first not in members or second not in members:
            continue
        # A merged group keeps its number: an entry made before it grew is stale.
        if -value != dice(members[first], members[second]):
            continue
        for member in members[second]:
            holders[member].discard(second)
            holders[member].add(first)
        members[first] |= members.pop(second)
        clusters[first] += clusters.pop(second)
        for other in set().union(*[holders[member] for member in members[first]]) - {first}:
            if (similarity := dice(members[first], members[other])) >= min_dice:
                heappush(heap, (-similarity, min(first, other), max(first, other)))
    return [sorted(numbers) for _, numbers in sorted(clusters.items())]


def dice(left: frozenset[Hashable], right: frozenset[Hashable]) -> float:
    """The Dice coefficient: common members as a share of the mean size, 0 to 1; not both are empty."""
    return 2 * len(left & right) / (len(left) + len(right))
