"""Pairs of passages of two or more articles, and what they have in common by way of others.

Needs numpy: imported in the worker only.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

MOST_PASSAGES_IN_FULL = 200
"""Passages of both articles up to which every two of them are compared; of longer ones only neighbours and
those that share something rare or a link."""
REACH = 3
"""Distance up to which two passages of one side are always compared."""
MOST_MEMBERS = 30
"""Members of a common word or passage from which it says too little in long articles."""


class SentencePairs:
    """Pairs of passages, each numbered once: the left ones from 0, the right ones after them."""

    def __init__(self, sizes: Sequence[int], others: Sequence[np.ndarray] = ()) -> None:
        """Take the number of passages of each article, and keys of pairs to compare in long articles."""
        self.count = count = sum(sizes)
        self.article = np.repeat(np.arange(len(sizes)), sizes)
        """The number of the article of each passage."""
        self.in_full = count <= MOST_PASSAGES_IN_FULL
        if self.in_full:
            first, second = np.triu_indices(count, 1)
            self.keys = first.astype(np.int64) * count + second
        else:
            near = [self._near(step) for step in range(1, REACH + 1)]
            self.keys = np.unique(np.concatenate([*near, *others]).astype(np.int64))
        self.first, self.second = np.divmod(self.keys, max(1, count))
        self.cross: np.ndarray = self.article[self.first] != self.article[self.second]

    def _near(self, step: int) -> np.ndarray:
        first = np.arange(self.count - step, dtype=np.int64)
        first = first[self.article[first] == self.article[first + step]]
        keys: np.ndarray = first * self.count + first + step
        return keys

    def __len__(self) -> int:
        return len(self.keys)

    def lookup(self, values: np.ndarray, first: np.ndarray, second: np.ndarray) -> np.ndarray:
        """The value of each pair, in either order; 0 for a pair not compared, or passages of no article."""
        low, high = np.minimum(first, second), np.maximum(first, second)
        keys = low * self.count + high
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        inside = (self.keys[places] == keys) & (low >= 0) & (high < self.count)
        result: np.ndarray = np.where(inside, values[places], 0.0)
        return result

    def common(
        self, groups: np.ndarray, members: np.ndarray, weights: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """For each pair, the sum and the largest product of its weights over the groups that both are in."""
        most = np.zeros(len(self))
        keys, products = meetings(groups, members, weights, self.count, self.in_full)
        if not len(keys) or not len(self):
            return np.zeros(len(self)), most
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        inside = self.keys[places] == keys
        places, products = places[inside], products[inside]
        total: np.ndarray = np.bincount(places, products, len(self))
        np.maximum.at(most, places, products)
        return total, most

    def both(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The lower and the higher value of the passages of each pair."""
        ends = values[self.first], values[self.second]
        return np.minimum(*ends), np.maximum(*ends)


def meetings(
    groups: np.ndarray, members: np.ndarray, weights: np.ndarray, count: int, in_full: bool
) -> tuple[np.ndarray, np.ndarray]:
    """The keys of every two members of each group, with the products of their weights.

    A group of more than MOST_MEMBERS is left out unless `in_full`.
    """
    order = np.lexsort((members, groups))
    groups, members, weights = groups[order], members[order], weights[order]
    _, starts, sizes = np.unique(groups, return_index=True, return_counts=True)
    keys: list[np.ndarray] = []
    products: list[np.ndarray] = []
    for size in np.unique(sizes):
        if size < 2 or (size > MOST_MEMBERS and not in_full):
            continue
        places = starts[sizes == size][:, None] + np.arange(size)
        one, other = np.triu_indices(size, 1)
        keys.append((members[places[:, one]] * count + members[places[:, other]]).ravel())
        products.append((weights[places[:, one]] * weights[places[:, other]]).ravel())
    if not keys:
        return np.zeros(0, np.int64), np.zeros(0)
    return np.concatenate(keys), np.concatenate(products)
