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
REACH = 2
"""Distance in passages within which the coverage of neighbours counts."""


class EncodedSide(Struct, frozen=True, eq=False):
    """The pieces of all passages of one side, one after the other."""

    vectors: np.ndarray
    """Centred on the mean of both articles, and of length 1."""
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

    def __init__(self, left: Sequence[EncodedText], right: Sequence[EncodedText]) -> None:
        """Take the passages of both sides; each needs the same layer, the last of which counts."""
        layer = max([max(text.layers) for text in (*left, *right)], default=0)
        ids = [[text.ids if len(text.ids) else _NO_PIECE for text in side] for side in (left, right)]
        flat = [np.concatenate([text.layers[layer] if len(text.ids) else _no_vector(text.layers[layer])
                                for text in side]) for side in (left, right)]  # fmt: skip
        mean = (flat[0].sum(0, dtype=np.float64) + flat[1].sum(0, dtype=np.float64)) / (
            len(flat[0]) + len(flat[1])
        )
        weights = rarity(*ids)
        self.left, self.right = (
            EncodedSide(
                _unit(flat[side] - mean.astype(np.float32)),
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

    def _coverage(
        self, columns: Sequence[np.ndarray], report_share: ProgressCallback
    ) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
        """Coverage and preference of the left passages by the right ones, and the other way round."""
        left, right = self.left, self.right
        total = np.zeros(len(right.weights))
        """For each right piece the sum of exp(SHARPNESS * similarity) over the left passages."""
        forward: list[tuple[np.ndarray, np.ndarray]] = []
        held: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
        for i, row in with_progress(enumerate(columns), len(columns), subrange(report_share, 0.0, 0.8)):
            if not len(row):
                continue
            own = slice(left.starts[i], left.starts[i + 1])
            places, starts = right.pieces(row)
            # All passages, the usual case, need no copy.
            others = right.vectors if len(places) == len(right.vectors) else right.vectors[places]
            similarity = _with_neighbours(others @ left.vectors[own].T, starts)
            best = np.maximum.reduceat(similarity, starts, axis=0).astype(np.float64)
            forward.append(_shared_out(best, left.weights[own]))
            back = similarity.max(1)
            total[places] += np.exp(SHARPNESS * back.astype(np.float64))
            held.append((places, starts, back))
        backward = []
        for places, starts, back in with_progress(held, len(held), subrange(report_share, 0.8, 1.0)):
            best = back.astype(np.float64)
            share = np.exp(SHARPNESS * best) / total[places]
            weights = right.weights[places]
            whole = np.add.reduceat(weights, starts)
            backward.append(
                (
                    np.add.reduceat(best * weights, starts) / whole,
                    np.add.reduceat(np.maximum(best, 0) * share * weights, starts) / whole,
                )
            )
        both = [
            tuple(np.concatenate(parts) for parts in zip(*side, strict=True)) for side in (forward, backward)
        ]
        return (both[0][0], both[0][1]), (both[1][0], both[1][1])


def _shared_out(best: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Coverage of a left passage by each right one, and preference; `best` is passages x pieces."""
    share = np.exp(SHARPNESS * best)
    share /= share.sum(0)
    whole = weights.sum()
    return best @ weights / whole, (np.maximum(best, 0) * share) @ weights / whole


def _with_neighbours(similarity: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Add NEIGHBOUR_SHARE of what the pieces before have, and those after, if it is positive.

    `similarity` is pieces of several passages, which begin at `starts`, x pieces of one.
    """
    around = np.zeros_like(similarity)
    around[1:, 1:] = similarity[:-1, :-1]
    around[starts] = 0  # the piece before belongs to another passage
    last = around[starts[1:] - 1]
    around[:-1, :-1] += similarity[1:, 1:]
    around[starts[1:] - 1] = last
    np.maximum(around, 0, out=around)
    around *= NEIGHBOUR_SHARE
    around += similarity
    return around


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


def _unit(vectors: np.ndarray) -> np.ndarray:
    result: np.ndarray = vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + 1e-9)
    return result


_NO_PIECE = np.array([-1], np.int32)
"""Stands in for the pieces of an empty passage."""


def _no_vector(vectors: np.ndarray) -> np.ndarray:
    return np.zeros((1, vectors.shape[1]), vectors.dtype)
