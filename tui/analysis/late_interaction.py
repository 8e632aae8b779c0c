"""Late interaction of two articles: how much of each passage comes back in another, by vectors in context.

After ColBERT (Khattab and Zaharia, 2020): each piece of a passage is compared with every piece of the other
passage, and only its most similar one counts. Needs numpy: imported in the worker only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np

from tui.analysis.encoder import EncodedText
from tui.analysis.piece_matches import PieceMatches, encoded_side, flat_vectors
from tui.analysis.progress import ProgressCallback, no_progress, subrange, with_progress

FEATURES = ("coverage_least", "coverage_most", "preference_least", "preference_most", "surroundings")
"""The columns of `LateInteraction.of`, all the same when the sides are exchanged.

coverage: similarity of each piece to its most similar one in the other passage, averaged by rarity; the lower
and the higher of both directions. preference: the same, where a similarity is shared out among all passages
compared, so that what stands in many of them counts little. surroundings: mean coverage of the pairs of
passages up to two away on both sides.
"""
RARITY_POWER = 1.5
"""Weight of a piece: ln(1 + passages / passages with it) to this power. From 1 to 2.5 nothing changes."""
SHARPNESS = 10.0
"""Similarities are shared out in proportion to exp(SHARPNESS * similarity)."""
SHARPNESS_APART = 4.0
"""The same between two languages, where the best match stands out less (six stories: top1 +.01)."""
FITTED_SIZES = 9, 38
"""Fewest and most passages of the articles that the weights for two languages are fitted on. Among fewer or
more a passage gets shares as if they were so many: at a low sharpness a share says how many there are."""
MOST_SIMILARITIES = 1_000_000
"""Most similarities of pieces that are held, if the left ones belong to several passages: 4 MB. Multiplying
for one passage at a time takes twice as long, for 128 pieces a sixth longer."""
REACH = 2
"""Distance in passages within which the coverage of neighbours counts."""


class LateInteraction:
    """Compares the passages of two encoded articles."""

    def __init__(
        self,
        left: Sequence[EncodedText],
        right: Sequence[EncodedText],
        *,
        apart: bool = False,
        layer: int | None = None,
    ) -> None:
        """Take the passages of both sides; each needs the same layer, by default its last.

        `apart`: centre each side on its own mean, and count what is rare on each side by itself. That takes
        away what the vectors say of the language alone.
        """
        if layer is None:
            layer = max([max(text.layers) for text in (*left, *right)], default=0)
        ids = [[text.ids if len(text.ids) else _NO_PIECE for text in side] for side in (left, right)]
        flat = [flat_vectors(side, layer) for side in (left, right)]
        counts = [sum(map(len, side)) for side in ids]
        sums = [np.ones(len(side), np.float32) @ side for side in flat]
        means = (
            [total / count for total, count in zip(sums, counts, strict=True)]
            if apart
            else [(sums[0] + sums[1]) / sum(counts)] * 2
        )
        self._apart, self._sharpness = apart, SHARPNESS_APART if apart else SHARPNESS
        weights = (rarity(ids[0], ())[0], rarity((), ids[1])[1]) if apart else rarity(*ids)
        self.left, self.right = (encoded_side(flat[side], means[side], weights[side]) for side in (0, 1))

    def of(
        self, lefts: np.ndarray, rights: np.ndarray, report_share: ProgressCallback = no_progress
    ) -> np.ndarray:
        """The FEATURES of pairs, which are sorted, pairs x features; takes the places of their passages.

        Preference and surroundings depend on which pairs are compared.
        """
        if not len(lefts):
            return np.zeros((0, len(FEATURES)))
        columns = np.split(rights, np.searchsorted(lefts, np.arange(1, len(self.left.starts) - 1)))
        forward, backward = self._coverage(columns, report_share)
        coverage, preference = (
            np.sort(np.stack(both), 0).astype(np.float64) for both in zip(forward, backward, strict=True)
        )
        around = surroundings(lefts, rights, len(self.right.starts) - 1, coverage.mean(0))
        return np.stack([*coverage, *preference, around], 1)

    def nearest(self, most: int) -> list[list[int]]:
        """For each left passage the right ones, in order, of which either is among the `most` nearest.

        Nearness is the cosine of the weighted means of their pieces.
        """
        left, right = (
            _unit(np.add.reduceat(side.vectors * side.weights[:, None], side.starts[:-1]))
            for side in (self.left, self.right)
        )
        similarity = left @ right.T
        near = np.zeros(similarity.shape, bool)
        for axis, size in ((1, similarity.shape[1]), (0, similarity.shape[0])):
            places = np.argpartition(-similarity, min(most, size) - 1, axis).take(
                range(min(most, size)), axis
            )
            np.put_along_axis(near, places, True, axis)
        return [np.flatnonzero(row).tolist() for row in near]

    def _coverage(
        self, columns: Sequence[np.ndarray], report_share: ProgressCallback
    ) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
        """Coverage and preference of the left passages by the right ones, and the other way round."""
        left, right, sharpness = self.left, self.right, self._sharpness
        total = np.zeros(len(right.weights), np.float32)
        """For each right piece the sum of exp(SHARPNESS * similarity) over the left passages."""
        compared = np.zeros(len(right.weights), np.float32)
        forward: list[tuple[np.ndarray, np.ndarray]] = []
        held: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
        blocks = self._blocks(columns)
        matches = PieceMatches()
        for first, end in with_progress(blocks, len(blocks), subrange(report_share, 0.0, 0.8)):
            others, places = right.only(columns[first])
            starts = left.starts[first : end + 1]
            best, back = matches.of(left.vectors[starts[0] - 1 : starts[-1]], starts - starts[0], others)
            share = np.exp(sharpness * best)
            share /= share.sum(0)
            if self._apart:
                share *= _as_fitted(len(share))
            weights = left.weights[starts[0] : starts[-1]]
            coverage, preference = _covered(best, share, weights, starts[:-1] - starts[0])
            forward.append((coverage.T.ravel(), preference.T.ravel()))
            compared[places] += end - first
            total[places] += np.exp(sharpness * back).sum(0)
            held.append((places, others.starts[:-1], back))
        backward = []
        for places, starts, best in with_progress(held, len(held), subrange(report_share, 0.8, 1.0)):
            share = np.exp(sharpness * best) / total[places]
            if self._apart:
                share *= _as_fitted(compared[places])
            coverage, preference = _covered(best, share, right.weights[places], starts)
            backward.append((coverage.ravel(), preference.ravel()))
        both = [
            tuple(np.concatenate(parts) for parts in zip(*side, strict=True)) for side in (forward, backward)
        ]
        return (both[0][0], both[0][1]), (both[1][0], both[1][1])

    def _blocks(self, columns: Sequence[np.ndarray]) -> list[tuple[int, int]]:
        """Half-open ranges of left passages that are compared with the same right ones, if with any."""
        blocks: list[tuple[int, int]] = []
        for i, row in enumerate(columns):
            if not len(row):
                continue
            first, end = blocks[-1] if blocks else (0, -1)
            pieces = self.left.starts[i + 1] - self.left.starts[first]
            small = pieces * len(self.right.weights) <= MOST_SIMILARITIES
            if end == i and small and np.array_equal(row, columns[first]):
                blocks[-1] = first, i + 1
            else:
                blocks.append((i, i + 1))
        return blocks


def _covered(
    best: np.ndarray, share: np.ndarray, weights: np.ndarray, starts: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Coverage and preference of the passages that begin at `starts`: of `best` and `share` the columns."""
    whole = np.add.reduceat(weights, starts)
    coverage = np.add.reduceat(best * weights, starts, axis=1)
    preference = np.add.reduceat(np.maximum(best, 0) * share * weights, starts, axis=1)
    return coverage / whole, preference / whole


def _as_fitted(compared: int | np.ndarray) -> np.ndarray:
    """The factor that turns shares among so many passages into those among a number as in FITTED_SIZES."""
    factor: np.ndarray = compared / np.clip(compared, *FITTED_SIZES)
    return factor


def surroundings(lefts: np.ndarray, rights: np.ndarray, width: int, coverage: np.ndarray) -> np.ndarray:
    """The mean coverage of the pairs up to REACH away on both sides, the nearer ones weighing more.

    The pairs are sorted. One without such neighbours gets the mean of all.
    """
    width += REACH  # so that no neighbour beyond the end of a row is in the next one
    keys = lefts * width + rights
    last = len(keys) - 1
    total = np.zeros(len(keys))
    weight = np.zeros(len(keys))
    steps = range(-REACH, REACH + 1)
    for up in range(REACH + 1):
        for aside in steps if up else range(1, REACH + 1):
            neighbours = keys + (up * width + aside)
            places = np.minimum(np.searchsorted(keys, neighbours), last)
            here = np.flatnonzero(keys[places] == neighbours)
            there = places[here]
            share = math.exp(-(up * up + aside * aside) / 3)
            # Each is a neighbour of the other.
            for own, other in ((here, there), (there, here)):
                total[own] += share * coverage[other]
                weight[own] += share
    mean = coverage.mean()
    result: np.ndarray = np.where(weight > 0, total / np.maximum(weight, 1e-9), mean)
    return result


def rarity(
    left: Sequence[np.ndarray], right: Sequence[np.ndarray]
) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """The weight of each piece by the number of passages of both sides that have it; takes vocabulary ids."""
    passages = (*left, *right)
    sizes = [len(passage) for passage in passages]
    flat = np.concatenate([*passages, _NO_PIECE]).astype(np.int64)[:-1]
    ids, places = np.unique(flat, return_inverse=True)
    # Each id counts once for each passage with it.
    distinct = np.unique(np.repeat(np.arange(len(sizes)), sizes) * len(ids) + places)
    frequency = np.bincount(distinct % max(1, len(ids)), minlength=len(ids))
    weight = (np.log1p(len(passages) / frequency) ** RARITY_POWER)[places]
    each = [weight[start:end] for start, end in pairwise(accumulate(sizes, initial=0))]
    return each[: len(left)], each[len(left) :]


def _unit(vectors: np.ndarray) -> np.ndarray:
    result: np.ndarray = vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + 1e-9)
    return result


_NO_PIECE = np.array([-1], np.int32)
"""Stands in for the pieces of an empty passage."""
