"""What a careful reader would make of a name for a group of passages, told by reading the two together.

A cross-encoder (Nogueira and Cho, 2019) that reads the passages once for all names: three layers of a
transformer and a small network above them. They begin with what layer NAMES_LAYER of the bundled encoder
makes of the passages and of the names, each by itself. Passages see each other, a name sees itself and them.

`benchmarks/fit_name_cross_encoder.py` fitted the weights to verdicts of readers, and says on which. The
layers began as the encoder's own, so the file is a work made of it, under its licence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from tui.analysis.encoder.numpy_model import HIDDEN, Layers, gelu
from tui.analysis.encoder.weights import read_weights

FILE = Path(__file__).parent / "encoder" / "e5-small-names.safetensors"
MOST_PASSAGES, MOST_PIECES = 5, 30
"""Passages of a group that are read, the most central first, and pieces of each."""
MOST_NAME_PIECES = 16
"""Pieces of a name that are read."""
LAYERS = (10, 11, 12)


class NameCrossEncoder:
    """Reads names together with passages. The matrices are floats in memory, 21 MB."""

    def __init__(self, path: Path = FILE) -> None:
        """Raises EncoderError if the file cannot be read."""
        stored = read_weights(path)
        self._weights = {name: array.astype(np.float32) for name, array in stored.items()}
        for name in stored:
            matrix, dot, part = name.rpartition(".")
            if part == "step":  # of each row of a matrix of integers
                self._weights[f"{matrix}{dot}weight"] *= self._weights[name][:, None]
        self._layers = Layers(self._weights)

    def worths(
        self, passages: Sequence[np.ndarray], names: Sequence[np.ndarray], rows: Sequence[Sequence[float]]
    ) -> list[float]:
        """The worth of each name for the passages: 1 to keep, 0 to tolerate, -0.7 wrong, on the mean.

        `passages`, the most central first, and `names`: vectors of their pieces, pieces x width. `rows`: the
        NAME_FEATURES of each name, followed by NEARNESS.
        """
        if not names:
            return []
        read = [passage[:MOST_PIECES] for passage in passages[:MOST_PASSAGES]]
        named = [name[:MOST_NAME_PIECES] for name in names]
        sizes = [sum(map(len, read)), *map(len, named)]
        owner = np.repeat(np.arange(len(sizes)), sizes)
        state = np.concatenate([*read, *named]).astype(np.float32)
        state[owner > 0] += self._weights["of_name"]
        visible = (owner[:, None] == owner[None, :]) | (owner[None, :] == 0)
        hidden = np.where(visible, np.float32(0), HIDDEN)[None, None]
        state = state[None]
        for number in LAYERS:
            state = self._layers.run(state, hidden, f"layer{number}")
        means = np.stack(
            [
                state[0, owner == k].mean(0) if size else np.zeros_like(state[0, 0])
                for k, size in enumerate(sizes[1:], 1)
            ]
        )
        scaled = (np.asarray(rows, np.float32) - self._weights["rows.mean"]) / self._weights["rows.spread"]
        inner = gelu(self._linear(np.concatenate([means, scaled], axis=1), "inner"))
        return [float(value) for value in self._linear(inner, "outer")[:, 0]]

    def _linear(self, value: np.ndarray, name: str) -> np.ndarray:
        result: np.ndarray = value @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return result


@cache
def name_cross_encoder() -> NameCrossEncoder:
    """The one in the package, loaded once."""
    return NameCrossEncoder()
