"""The pieces of two encoded articles, and for each its most similar one in every passage of the other.

Needs numpy: imported in the worker only.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from msgspec import Struct

from tui.analysis.encoder import EncodedText

NEIGHBOUR_SHARE = 0.15
"""Part of the similarity of the pieces before, and of those after, that is added: phrases count more than
scattered words (74 pairs: recall of links +.003)."""


class EncodedSide(Struct, frozen=True, eq=False):
    """The pieces of passages, one after the other, with a gap before each passage and after the last one."""

    vectors: np.ndarray
    """Centred, and of length 1; zeros in a gap."""
    weights: np.ndarray
    """Zero in a gap."""
    starts: np.ndarray
    """The place of the first piece of each passage, and the number of places at the end."""

    @property
    def gaps(self) -> np.ndarray:
        """The places of the gaps."""
        return np.concatenate([[0], self.starts[1:] - 1])

    def only(self, passages: np.ndarray) -> tuple[EncodedSide, np.ndarray]:
        """Some of the passages, and the places where their pieces are among all."""
        if len(passages) == len(self.starts) - 1:  # the usual case, which needs no copy
            return self, np.arange(len(self.weights))
        sizes = self.starts[passages + 1] - self.starts[passages]
        ends = np.cumsum(sizes) + 1
        places = np.arange(1, ends[-1]) + np.repeat(self.starts[passages] - ends + sizes, sizes)
        places = np.concatenate([[0], places])
        starts = np.concatenate([[1], ends])
        return EncodedSide(self.vectors[places], self.weights[places], starts), places


def flat_vectors(texts: Sequence[EncodedText], layer: int) -> np.ndarray:
    """The vectors of all pieces, with a row of zeros before each passage and after the last one."""
    gap = np.zeros((1, texts[0].layers[layer].shape[1] if texts else 0), np.float32)
    # An empty passage has one piece, which is like no other.
    rows = [part for text in texts for part in (gap, text.layers[layer] if len(text.ids) else gap)]
    return np.concatenate([*rows, gap])


def encoded_side(flat: np.ndarray, mean: np.ndarray, weights: Sequence[np.ndarray]) -> EncodedSide:
    """One side, given its `flat_vectors`, what they are centred on, and the weights of each passage.

    Centres `flat` in place and keeps it: it must not be used for anything else.
    """
    gap = np.zeros(1, np.float32)
    flat_weights = np.concatenate([gap, *[part for own in weights for part in (own, gap)]], dtype=np.float32)
    flat -= mean
    length = np.sqrt(np.einsum("ij,ij->i", flat, flat)) + 1e-9
    flat *= np.where(flat_weights > 0, 1 / length, np.float32(0))[:, None]
    return EncodedSide(flat, flat_weights, np.cumsum([1, *[len(own) + 1 for own in weights]]))


class PieceMatches:
    """Finds the most similar pieces. Holds the memory for similarities, which takes long to get anew."""

    def __init__(self) -> None:
        self._similarity = self._near = np.zeros((0, 0), np.float32)

    def of(
        self, vectors: np.ndarray, starts: np.ndarray, others: EncodedSide
    ) -> tuple[np.ndarray, np.ndarray]:
        """The similarity of each piece to its most similar one of each passage of the other side.

        `vectors` are those of several passages with the gaps between and around them; `starts` says where
        each passage starts, the first one at 0, and where all end. Returns other passages x places of those
        passages (without the gap before), and passages x places of the others. What stands in gaps means
        nothing.
        """
        width = len(others.weights)
        self._similarity = _at_least(self._similarity, len(vectors), width)
        self._near = _at_least(self._near, np.diff(starts).max(), width)
        similarity = np.matmul(vectors, others.vectors.T, out=self._similarity[: len(vectors)])
        best = np.zeros((starts[-1], len(others.starts) - 1), np.float32)
        back = np.zeros((len(starts) - 1, width), np.float32)
        gaps, zeros = others.gaps, np.zeros_like(self._near)
        # One passage at a time fits into the caches of a processor.
        for k, (start, end) in enumerate(pairwise(starts)):
            near = self._near[: end - start - 1]
            _add_neighbours(similarity[start : end + 1], near, zeros)
            near[:, gaps] = -1.0
            np.maximum.reduceat(near, others.starts[:-1], axis=1, out=best[start : end - 1])
            np.maximum.reduce(near, axis=0, out=back[k])
        return best.T.copy(), back


def _at_least(memory: np.ndarray, rows: int, width: int) -> np.ndarray:
    """An array of that width with so many rows or more; what is in it means nothing."""
    return memory if memory.shape[1] == width and len(memory) >= rows else np.zeros((rows, width), np.float32)


def _add_neighbours(similarity: np.ndarray, result: np.ndarray, zeros: np.ndarray) -> None:
    """Add NEIGHBOUR_SHARE of what the pieces before have, and those after, if it is positive.

    `similarity` is the places of a passage and of the gaps around it x places of other passages and their
    gaps. Fills `result`, which has no rows for the gaps; `zeros` has as many rows or more.
    """
    around, flat, width = result.reshape(-1), similarity.reshape(-1), similarity.shape[1]
    around[0] = around[-1] = 0.0
    # The gap at the end of a row is the gap before the next one.
    np.add(flat[: -2 * width - 2], flat[2 * width + 2 :], out=around[1:-1])
    np.maximum(result, zeros[: len(result)], out=result)  # three times as fast as with one zero
    result *= NEIGHBOUR_SHARE
    result += similarity[1:-1]
