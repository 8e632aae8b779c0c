"""The common order of two articles: the heaviest chain of links that do not cross."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from msgspec import Struct


class PlacedLink(Struct, frozen=True):
    """A link by its positions in the two texts: numbers that grow from top to bottom, such as screen rows."""

    left: int
    """Position of its left passage."""
    right: int
    left_length: int = 1
    """Length of its left passage, in the unit of the positions."""
    right_length: int = 1
    score: float = 100.0
    """0 to 100."""

    @property
    def pair(self) -> tuple[int, int]:
        """The positions of its passages: left, right."""
        return self.left, self.right

    @property
    def weight(self) -> float:
        """Score times lengths."""
        return self.score * (self.left_length + self.right_length)


def common_order(links: Iterable[PlacedLink]) -> tuple[PlacedLink, ...]:
    """The heaviest chain of links that goes down in both texts; O(n log n).

    Sweeps down the left text; a Fenwick tree over the positions in the right text has the best chain that
    ends at each.
    """
    ordered = sorted(links, key=lambda link: (link.left, -link.right, -link.weight))
    ranks = {position: i + 1 for i, position in enumerate(sorted({link.right for link in ordered}))}
    best, last = [0.0] * (len(ranks) + 1), [-1] * (len(ranks) + 1)  # a chain's weight, its last link
    came_from: list[int] = []
    for index, link in enumerate(ordered):
        rank = ranks[link.right]
        weight, end, at = 0.0, -1, rank - 1
        while at > 0:
            if best[at] > weight:
                weight, end = best[at], last[at]
            at -= at & -at
        came_from.append(end)
        weight, at = weight + link.weight, rank
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
    """The links that cross a link of the chain.

    A second partner of a passage on the chain crosses nothing and is not out of order.
    """
    lefts = [link.left for link in chain]
    against = []
    for link in links:
        at = bisect_left(lefts, link.left)
        after = at + (at < len(chain) and lefts[at] == link.left)
        if (at > 0 and chain[at - 1].right > link.right) or (
            after < len(chain) and chain[after].right < link.right
        ):
            against.append(link)
    return tuple(against)
