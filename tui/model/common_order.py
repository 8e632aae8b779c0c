"""The order that two articles have in common: the heaviest chain of links that crosses no other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from msgspec import Struct


class PlacedLink(Struct, frozen=True):
    """A link as it lies in the two texts, in screen rows from the top of each."""

    left: int
    """Row of the first line of its left passage."""
    right: int
    left_rows: int = 1
    """Lines its left passage takes."""
    right_rows: int = 1
    score: float = 100.0
    """0 to 100."""

    @property
    def pair(self) -> tuple[int, int]:
        """The rows of its passages: left, right."""
        return self.left, self.right

    @property
    def weight(self) -> float:
        return self.score * (self.left_rows + self.right_rows)


def common_order(links: Iterable[PlacedLink]) -> tuple[PlacedLink, ...]:
    """The heaviest chain of links, by score x length, that goes down in both texts; O(n log n).

    A sweep down the left text; a Fenwick tree over the rows of the right one holds the best chain
    that ends at each.
    """
    ordered = sorted(links, key=lambda tie: (tie.left, -tie.right, -tie.weight))
    ranks = {row: i + 1 for i, row in enumerate(sorted({tie.right for tie in ordered}))}
    best, last = [0.0] * (len(ranks) + 1), [-1] * (len(ranks) + 1)  # a chain's weight, its last link
    came_from: list[int] = []
    for index, tie in enumerate(ordered):
        rank = ranks[tie.right]
        weight, end, at = 0.0, -1, rank - 1
        while at > 0:
            if best[at] > weight:
                weight, end = best[at], last[at]
            at -= at & -at
        came_from.append(end)
        weight, at = weight + tie.weight, rank
        while at < len(best):
            if weight > best[at]:
                best[at], last[at] = weight, index
            at += at & -at
    index = last[best.index(max(best))]
    chosen = []
    while index >= 0:
        chosen.append(ordered[index])
        index = came_from[index]
    return tuple(reversed(chosen))


def out_of_order(links: Iterable[PlacedLink], chain: Sequence[PlacedLink]) -> tuple[PlacedLink, ...]:
    """The links against the order: those that cross a link of the backbone.

    A second partner of a passage on the backbone crosses nothing and is not moved.
    """
    lefts = [tie.left for tie in chain]
    against = []
    for tie in links:
        at = bisect_left(lefts, tie.left)
        after = at + (at < len(chain) and lefts[at] == tie.left)
        if (at > 0 and chain[at - 1].right > tie.right) or (
            after < len(chain) and chain[after].right < tie.right
        ):
            against.append(tie)
    return tuple(against)
