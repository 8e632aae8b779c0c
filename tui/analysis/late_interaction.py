"""Late interaction of two articles: how much of each passage comes back in another, by vectors in context.

After ColBERT (Khattab and Zaharia, 2020): each piece of a passage is compared with every piece of the other
passage, and only its most similar one counts. Needs numpy: imported in the worker only.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from tui.analysis.encoder import EncodedText
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
NEIGHBOUR_SHARE = 0.15
"""Part of the similarity of the pieces before, and of those after, that is added: phrases count more than
scattered words (74 pairs: recall of links +.003)."""
SHARPNESS = 10.0
"""Similarities are shared out in proportion to exp(SHARPNESS * similarity)."""
SHARPNESS_APART = 4.0
"""The same between two languages, where the best match stands out less (six stories: top1 +.01)."""
FITTED_SIZES = 9, 38
"""Fewest and most passages of the articles that the weights for two languages are fitted on. Among fewer or
more a passage gets shares as if they were so many: at a low sharpness a share says how many there are."""
MOST_PIECES = 128
"""Most pieces of left passages that are compared at once, if they belong to several: few enough for the
caches of a processor. Multiplying for one passage at a time takes twice as long."""
REACH = 2
"""Distance in passages within which the coverage of neighbours counts."""


class EncodedSide(Struct, frozen=True, eq=False):
    """The pieces of all passages of one side, one after the other."""

    vectors: np.ndarray
    """Centred, and of length 1."""
    weights: np.ndarray
    starts: np.ndarray
    """The place of the first piece of each passage, and the number of pieces at the end."""

    def pieces(self, passages: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The places of the pieces of those passages, and where each passage starts among them."""
        sizes = self.starts[passages + 1] - self.starts[passages]
        ends = np.cumsum(sizes)
        starts = ends - sizes
        places = np.arange(ends[-1]) + np.repeat(self.starts[passages] - starts, sizes)
        return places, starts


class LateInteraction:
    """Compares the passages of two encoded articles."""

    def __init__(
        self, left: Sequence[EncodedText], right: Sequence[EncodedText], *, apart: bool = False
    ) -> None:
        """Take the passages of both sides; each needs the same layer, the last of which counts.

        `apart`: centre each side on its own mean, and count what is rare on each side by itself. That takes
        away what the vectors say of the language alone.
        """
        layer = max([max(text.layers) for text in (*left, *right)], default=0)
        ids = [[text.ids if len(text.ids) else _NO_PIECE for text in side] for side in (left, right)]
        flat = [np.concatenate([text.layers[layer] if len(text.ids) else _no_vector(text.layers[layer])
                                for text in side]) for side in (left, right)]  # fmt: skip
        means = [side.mean(0, dtype=np.float64) for side in flat] if apart else [_mean_of_both(*flat)] * 2
        self._apart, self._sharpness = apart, SHARPNESS_APART if apart else SHARPNESS
        weights = (rarity(ids[0], ())[0], rarity((), ids[1])[1]) if apart else rarity(*ids)
        self.left, self.right = (
            EncodedSide(
                _unit(flat[side] - means[side].astype(np.float32)),
                np.concatenate(weights[side]),
                np.concatenate([[0], np.cumsum([len(passage) for passage in ids[side]])]),
            )
            for side in (0, 1)
        )

    def of(self, rows: Sequence[Sequence[int]], report_share: ProgressCallback = no_progress) -> np.ndarray:
        """The FEATURES of the pairs of each left passage with its `rows` of right ones, in their order.

        Preference and surroundings depend on which pairs are compared.
        """
        columns = [np.asarray(row, dtype=np.int64) for row in rows]
        counts = [len(row) for row in columns]
        lefts = np.repeat(np.arange(len(rows)), counts)
        rights = np.concatenate(columns) if columns else np.zeros(0, np.int64)
        if not len(lefts):
            return np.zeros((0, len(FEATURES)))
        forward, backward = self._coverage(columns, report_share)
        coverage, preference = (np.sort(np.stack(both), 0) for both in zip(forward, backward, strict=True))
        around = surroundings(lefts, rights, len(self.right.starts) - 1, coverage.mean(0))
        return np.stack([*coverage, *preference, around], 1)

    def nearest(self, most: int) -> list[list[int]]:
        """For each left passage the right ones, in order, of which either is among the `most` nearest.

        Nearness is the cosine of the weighted means of their pieces.
        """
        left, right = (
            _unit(np.add.reduceat(side.vectors * side.weights[:, None].astype(np.float32), side.starts[:-1]))
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
        total = np.zeros(len(right.weights))
        """For each right piece the sum of exp(SHARPNESS * similarity) over the left passages."""
        compared = np.zeros(len(right.weights))
        forward: list[tuple[np.ndarray, np.ndarray]] = []
        held: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
        blocks = self._blocks(columns)
        for first, end in with_progress(blocks, len(blocks), subrange(report_share, 0.0, 0.8)):
            own = slice(left.starts[first], left.starts[end])
            own_starts = left.starts[first:end] - own.start
            places, starts = right.pieces(columns[first])
            # All passages, the usual case, need no copy.
            others = right.vectors if len(places) == len(right.vectors) else right.vectors[places]
            similarity = _with_neighbours(others @ left.vectors[own].T, starts, own_starts)
            best = np.maximum.reduceat(similarity, starts, axis=0).astype(np.float64)
            share = np.exp(sharpness * best)
            share /= share.sum(0)
            if self._apart:
                share *= _as_fitted(len(share))
            coverage, preference = _covered(best, share, left.weights[own], own_starts)
            forward.append((coverage.T.ravel(), preference.T.ravel()))
            back = np.stack([part.max(1) for part in np.split(similarity, own_starts[1:], axis=1)])
            compared[places] += end - first
            total[places] += np.exp(sharpness * back.astype(np.float64)).sum(0)
            held.append((places, starts, back))
        backward = []
        for places, starts, back in with_progress(held, len(held), subrange(report_share, 0.8, 1.0)):
            best = back.astype(np.float64)
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
            small = self.left.starts[i + 1] - self.left.starts[first] <= MOST_PIECES
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


def _with_neighbours(similarity: np.ndarray, starts: np.ndarray, own_starts: np.ndarray) -> np.ndarray:
    """Add NEIGHBOUR_SHARE of what the pieces before have, and those after, if it is positive.

    `similarity` is pieces of several passages, which begin at `starts`, x pieces of others, at `own_starts`.
    """
    before = np.zeros_like(similarity)
    before[1:, 1:] = similarity[:-1, :-1]
    before[starts] = 0  # the piece before belongs to another passage
    before[:, own_starts] = 0
    after = similarity.copy()
    after[starts[1:]] = 0
    after[:, own_starts[1:]] = 0
    before[:-1, :-1] += after[1:, 1:]
    np.maximum(before, 0, out=before)
    before *= NEIGHBOUR_SHARE
    before += similarity
    return before


def surroundings(lefts: np.ndarray, rights: np.ndarray, width: int, coverage: np.ndarray) -> np.ndarray:
    """The mean coverage of the pairs up to REACH away on both sides, the nearer ones weighing more.

    The pairs are sorted. One without such neighbours gets the mean of all.
    """
    keys = lefts * width + rights
    total = np.zeros(len(keys))
    weight = np.zeros(len(keys))
    steps = range(-REACH, REACH + 1)
    for up in steps:
        for aside in steps:
            if up == aside == 0:
                continue
            neighbour = keys + up * width + aside
            places = np.minimum(np.searchsorted(keys, neighbour), len(keys) - 1)
            inside = (rights + aside >= 0) & (rights + aside < width)
            share = np.exp(-(up * up + aside * aside) / 3) * (inside & (keys[places] == neighbour))
            total += share * coverage[places]
            weight += share
    mean = coverage.mean()
    result: np.ndarray = np.where(weight > 0, total / np.maximum(weight, 1e-9), mean)
    return result


def rarity(
    left: Sequence[np.ndarray], right: Sequence[np.ndarray]
) -> tuple[list[np.ndarray], list[np.ndarray]]:
    """The weight of each piece by the number of passages of both sides that have it; takes vocabulary ids."""
    size = len(left) + len(right)
    distinct = [np.unique(passage) for passage in (*left, *right)]
    ids, frequency = np.unique(np.concatenate(distinct or [_NO_PIECE]), return_counts=True)
    weight = np.log1p(size / frequency) ** RARITY_POWER
    lefts, rights = ([weight[np.searchsorted(ids, passage)] for passage in side] for side in (left, right))
    return lefts, rights


def _mean_of_both(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    total: np.ndarray = left.sum(0, dtype=np.float64) + right.sum(0, dtype=np.float64)
    return total / (len(left) + len(right))


def _unit(vectors: np.ndarray) -> np.ndarray:
    result: np.ndarray = vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + 1e-9)
    return result


_NO_PIECE = np.array([-1], np.int32)
"""Stands in for the pieces of an empty passage."""


def _no_vector(vectors: np.ndarray) -> np.ndarray:
    return np.zeros((1, vectors.shape[1]), vectors.dtype)
