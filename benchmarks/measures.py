"""Measures of agreement between links and gold links. All lie between 0 and 1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from statistics import mean
from typing import Any

from msgspec import Struct

Pair = tuple[int, int]
Scores = Mapping[Pair, float]


class Gold(Struct, frozen=True):
    """One pair of reports: its sentences, and the level of each linked pair of them."""

    name: str
    left: Sequence[str]
    right: Sequence[str]
    level: Mapping[Pair, int]
    topics: Sequence[Mapping[str, Any]]

    @property
    def same(self) -> set[Pair]:
        return {pair for pair, level in self.level.items() if level == 2}

    @property
    def related(self) -> set[Pair]:
        return set(self.level)

    @property
    def cells(self) -> int:
        return len(self.left) * len(self.right)


def average_precision(scores: Scores, gold: set[Pair], cells: int) -> float:
    """Average precision of the ranking of all pairs; equal scores tie, pairs without one tie at the end."""
    if not gold:
        return 1.0
    levels: dict[float, list[Pair]] = {}
    for pair, score in scores.items():
        levels.setdefault(score, []).append(pair)
    hits = seen = 0
    total = 0.0
    for score in sorted(levels, reverse=True):
        new = sum(pair in gold for pair in levels[score])
        hits, seen = hits + new, seen + len(levels[score])
        total += new * hits / seen
    return (total + (len(gold) - hits) * len(gold) / cells) / len(gold)


def top_one(scores: Scores, same: set[Pair]) -> float:
    """Share of the sentences with a same-statement partner whose highest-scored partner is one."""
    hits = []
    for side in (0, 1):
        best: dict[int, tuple[float, Pair]] = {}
        for pair, score in scores.items():
            if score > best.get(pair[side], (-1.0, pair))[0]:
                best[pair[side]] = (score, pair)
        for index in {pair[side] for pair in same}:
            hits.append(float(index in best and best[index][1] in same))
    return mean(hits) if hits else 1.0


def f1(links: set[object], gold: set[object]) -> float:
    """Harmonic mean of precision and recall; 1 if both are empty."""
    if not links and not gold:
        return 1.0
    return 2 * len(links & gold) / (len(links) + len(gold))


def unlinked(gold: Gold, links: set[Pair]) -> set[object]:
    """The sentences of both sides that no link touches."""
    everyone: set[object] = {("left", i) for i in range(len(gold.left))}
    everyone |= {("right", j) for j in range(len(gold.right))}
    touched = {("left", i) for i, _ in links} | {("right", j) for _, j in links}
    return everyone - touched


def b_cubed(groups: Sequence[Set[object]], gold: Sequence[Set[object]]) -> float:
    """B-cubed F1 of groups against gold groups, over the members that both have.

    Extended to members of several groups (Amigó et al., 2009).
    """
    members = set().union(*groups) & set().union(*gold) if groups and gold else set()
    if not members:
        return 0.0
    precision = _b_cubed_side(members, groups, gold)
    recall = _b_cubed_side(members, gold, groups)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _b_cubed_side(members: set[object], groups: Sequence[Set[object]], gold: Sequence[Set[object]]) -> float:
    """Mean over members of the mean over their companions: min(times together in gold, here) / here."""
    shares = []
    for member in members:
        mates = []
        for other in members:
            here = sum(member in g and other in g for g in groups)
            there = sum(member in g and other in g for g in gold)
            if here:
                mates.append(min(here, there) / here)
        shares.append(mean(mates))
    return mean(shares)
