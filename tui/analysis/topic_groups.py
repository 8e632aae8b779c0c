"""Groups of passages of one sub-topic, from the chances of their pairs; a passage may be in several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import heapify, heappop, heappush

from msgspec import Struct

Chances = Sequence[Mapping[int, float]]
"""For each passage, the chance of each other that the two belong to one sub-topic; without the low ones."""


class Rules(Struct, frozen=True):
    """Thresholds of the grouping, all chances."""

    merge: float = 0.3
    """Mean chance of the pairs of two groups from which they become one."""
    worth: float = 0.22
    """Chance above which a pair is worth having in one group."""
    join: float = 0.2
    """Mean chance of a passage and a group from which it may join, beside other groups."""
    least: float = 0.3
    """What the pairs of a group that no other has must bring above `worth`, in sum."""
    overlap: float = 0.9
    """Share of the smaller of two groups, in common, from which they are one."""
    covered: float = 0.75
    """Share of the passages of a group that a larger one has, from which it says little new and goes."""
    rounds: int = 4


RULES = Rules()


def group_passages(chances: Chances, left: int, rules: Rules = RULES) -> list[frozenset[int]]:
    """Group the passages, of which the first `left` are those of the left side.

    Average linkage; then passages join and leave as long as that raises the sum of what all pairs in
    groups bring.
    """
    groups = [set(group) for group in _average_linkage(chances, rules.merge)]
    _improve(groups, chances, rules)
    return uncovered(_worthy(_distinct(groups, rules.overlap), chances, left, rules), rules.covered)


def _average_linkage(chances: Chances, least: float) -> list[list[int]]:
    """Merge the two groups with the highest mean chance until that is below `least`; one left out is 0."""
    members = {k: [k] for k in range(len(chances))}
    total: dict[int, dict[int, float]] = {k: dict(row) for k, row in enumerate(chances)}
    heap = [
        (-chance, i, j)
        for i, row in enumerate(chances)
        for j, chance in row.items()
        if i < j and chance >= least
    ]
    heapify(heap)
    following = len(chances)
    while heap:
        _, one, other = heappop(heap)
        if one not in members or other not in members:
            continue
        new, following = following, following + 1
        merged = total.pop(one)
        for k, value in total.pop(other).items():
            merged[k] = merged.get(k, 0.0) + value
        merged.pop(one, None)
        merged.pop(other, None)
        members[new] = members.pop(one) + members.pop(other)
        total[new] = merged
        for k, value in merged.items():
            row = total[k]
            row.pop(one, None)
            row.pop(other, None)
            row[new] = value
            mean = value / (len(members[new]) * len(members[k]))
            if mean >= least:
                heappush(heap, (-mean, k, new))
    return [sorted(group) for group in members.values()]


def _improve(groups: list[set[int]], chances: Chances, rules: Rules) -> None:
    """Let passages join and leave groups, in place."""
    groups_of: dict[int, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for k in group:
            groups_of[k].add(number)

    def gain(k: int, number: int) -> float:
        """What the pairs of a passage and a group bring that no other group has."""
        own, row, elsewhere = groups[number], chances[k], groups_of[k] - {number}
        return sum(
            [
                row.get(m, 0.0) - rules.worth
                for m in own
                if m != k and not (elsewhere and elsewhere & groups_of[m])
            ]
        )

    for _ in range(rules.rounds):
        moved = False
        for k, row in enumerate(chances):
            near: dict[int, float] = defaultdict(float)
            for m, chance in row.items():
                for number in groups_of[m]:
                    near[number] += chance
            for number in sorted(near.keys() | groups_of[k]):
                own = groups[number]
                if k in own:
                    if len(own) > 1 and gain(k, number) < -1e-9:
                        own.discard(k)
                        groups_of[k].discard(number)
                        moved = True
                elif own and near[number] >= rules.join * len(own) and gain(k, number) > 1e-9:
                    own.add(k)
                    groups_of[k].add(number)
                    moved = True
        if not moved:
            break


def _distinct(groups: Sequence[set[int]], overlap: float) -> list[set[int]]:
    """Merge near duplicates, the largest first."""
    distinct: list[set[int]] = []
    holders: dict[int, set[int]] = defaultdict(set)
    for group in sorted(groups, key=lambda g: (-len(g), sorted(g))):
        if len(group) < 2:
            continue
        near = {number for k in group for number in holders[k]}
        same = [
            n for n in sorted(near) if len(distinct[n] & group) >= overlap * min(len(distinct[n]), len(group))
        ]
        number = same[0] if same else len(distinct)
        if not same:
            distinct.append(set())
        distinct[number] |= group
        for k in group:
            holders[k].add(number)
    return distinct


def uncovered(groups: Sequence[frozenset[int]], share: float) -> list[frozenset[int]]:
    """The groups of which no larger one that stays has that share, in the order given."""
    staying: list[frozenset[int]] = []
    for group in sorted(groups, key=lambda g: (-len(g), sorted(g))):
        if all(len(group & other) < share * len(group) for other in staying):
            staying.append(group)
    return [group for group in groups if group in staying]


def _worthy(groups: Sequence[set[int]], chances: Chances, left: int, rules: Rules) -> list[frozenset[int]]:
    """The groups without those whose own pairs bring little, the poorest of which goes first."""
    covering: dict[tuple[int, int], int] = defaultdict(int)
    pairs = [[(i, j) for i in group for j in group if i < j] for group in groups]
    for own in pairs:
        for pair in own:
            covering[pair] += 1

    def worth(number: int) -> float:
        return sum([chances[i].get(j, 0.0) - rules.worth for i, j in pairs[number] if covering[i, j] == 1])

    heap = [(worth(number), number) for number in range(len(groups))]
    heapify(heap)
    gone: set[int] = set()
    while heap and heap[0][0] < rules.least:
        value, number = heappop(heap)
        current = worth(number)
        if current > value + 1e-9:
            heappush(heap, (current, number))
            continue
        gone.add(number)
        for pair in pairs[number]:
            covering[pair] -= 1
    return [frozenset(group) for number, group in enumerate(groups) if number not in gone]
