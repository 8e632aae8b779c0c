"""Join groups that have many members in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from heapq import heapify, heappop, heappush


def cluster(groups: Sequence[frozenset[Hashable]], cut: float) -> list[list[int]]:
    """Join the two most alike groups again and again, until none are alike by `cut`, 0 to 1.

    Alike is the Dice coefficient: common members as a share of the mean size. Returns the numbers
    of the groups that became one. Only groups that share a member are ever compared.
    """
    members = dict(enumerate(groups))
    parts = {number: [number] for number in members}
    holders: dict[Hashable, set[int]] = defaultdict(set)
    for number, group in members.items():
        for member in group:
            holders[member].add(number)
    heap: list[tuple[float, int, int]] = []
    for number, group in members.items():
        for other in set().union(*[holders[member] for member in group]):
            if other > number and (dice := _dice(group, members[other])) >= cut:
                heap.append((-dice, number, other))
    heapify(heap)
    while heap:
        value, one, two = heappop(heap)
        if one not in members or two not in members:
            continue
        # A joined group keeps its number: an entry made before it grew is stale.
        if -value != _dice(members[one], members[two]):
            continue
        for member in members[two]:
            holders[member].discard(two)
            holders[member].add(one)
        members[one] |= members.pop(two)
        parts[one] += parts.pop(two)
        for other in set().union(*[holders[member] for member in members[one]]) - {one}:
            if (dice := _dice(members[one], members[other])) >= cut:
                heappush(heap, (-dice, min(one, other), max(one, other)))
    return [sorted(numbers) for _, numbers in sorted(parts.items())]


def _dice(one: frozenset[Hashable], two: frozenset[Hashable]) -> float:
    return 2 * len(one & two) / (len(one) + len(two))
