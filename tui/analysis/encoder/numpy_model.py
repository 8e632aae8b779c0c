"""Run the bundled encoder with numpy where there is no onnxruntime: the same vectors, more slowly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from tui.analysis.encoder.folder import WEIGHTS, Manifest, wrong_model
from tui.analysis.encoder.weights import read_weights, unpack_matrices, unpack_nibbles

HEAD_WIDTH = 32
EPSILON = 1e-12
"""Added to variances, as the model was trained."""
HIDDEN = np.float32(-1e9)
"""Added to the score of attention of what may not be seen."""


class NumpyModel:
    """BERT. The matrices are floats in memory, 85 MB."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        """Raises EncoderError."""
        self.weights = weights = read_weights(folder / WEIGHTS)
        try:
            for name, integers, step in unpack_matrices(weights, manifest):
                outliers = manifest.outliers.get(name, {})
                matrix = integers.astype(np.float32)
                matrix *= step[:, None]
                matrix[:, [*outliers]] /= np.array([*outliers.values()], np.float32)
                weights[f"{name}.weight"] = matrix
            if weights["positions"].shape[1] != manifest.width:
                raise ValueError(f"`width` is not {manifest.width}")
        except (KeyError, ValueError, IndexError) as error:
            raise wrong_model(folder / WEIGHTS, f"is not of the shape that is expected ({error})") from None
        self._layers = self.layers_of(weights)

    def layers_of(self, weights: Mapping[str, np.ndarray]) -> Layers:
        """The layers; `benchmarks/encoder_outliers.py` has others, which watch what they multiply."""
        return Layers(weights)

    def run(self, ids: np.ndarray, mask: np.ndarray, layers: Sequence[int]) -> list[np.ndarray]:
        """The states after the layers, each batch x length x width, for ids and mask of batch x length."""
        weights = self.weights
        rows = unpack_nibbles(weights["pieces"][ids])
        scales = weights["pieces.scale"][ids].astype(np.float32)
        rows = rows.reshape(*scales.shape, -1) * scales[..., None]
        state = rows.reshape(*ids.shape, -1) + weights["positions"][: ids.shape[1]]
        state = self._layers.norm(state, "embeddings.norm")
        hidden = np.where(mask == 0, HIDDEN, np.float32(0))[:, None, None, :]
        states = {}
        for number in range(1, max(layers) + 1):
            states[number] = state = self._layers.run(state, hidden, f"layer{number}")
            if number not in layers:
                del states[number]
        return [states[number] for number in layers]


class Layers:
    """Layers of BERT with given weights."""

    def __init__(self, weights: Mapping[str, np.ndarray]) -> None:
        """`weights`: by the names of layers, `layer1` and so on, and of their parts, as in `WEIGHTS`."""
        self._weights = weights

    def run(self, state: np.ndarray, hidden: np.ndarray, name: str) -> np.ndarray:
        """The state after one layer, batch x length x width.

        `hidden` is added to the scores of attention, batch x heads x length x length or of that shape with
        ones: 0, or HIDDEN.
        """
        batch, length, width = state.shape
        joint = self.product(state, f"{name}.query_key_value").reshape(batch, length, 3, -1, HEAD_WIDTH)
        query, key, value = joint.transpose(2, 0, 3, 1, 4)
        scores = query @ key.swapaxes(-1, -2) / np.float32(HEAD_WIDTH**0.5) + hidden
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        scores /= scores.sum(axis=-1, keepdims=True)
        context = (scores @ value).swapaxes(1, 2).reshape(batch, length, width)
        state = self.norm(state + self.product(context, f"{name}.attention"), f"{name}.attention.norm")
        inner = gelu(self.product(state, f"{name}.inner"))
        return self.norm(state + self.product(inner, f"{name}.outer"), f"{name}.norm")

    def product(self, value: np.ndarray, name: str) -> np.ndarray:
        flat = value.reshape(-1, value.shape[-1])
        result: np.ndarray = flat @ self._weights[f"{name}.weight"].T
        result += self._weights[f"{name}.bias"]
        return result.reshape(*value.shape[:-1], -1)

    def norm(self, value: np.ndarray, name: str) -> np.ndarray:
        value = value - value.mean(axis=-1, keepdims=True)
        value /= np.sqrt((value * value).mean(axis=-1, keepdims=True) + np.float32(EPSILON))
        value *= self._weights[f"{name}.weight"]
        value += self._weights[f"{name}.bias"]
        return value


def gelu(value: np.ndarray) -> np.ndarray:
    """Gaussian error linear unit, with formula 7.1.26 of Abramowitz and Stegun (within 1.5e-7)."""
    magnitude = np.abs(value) * np.float32(0.5**0.5)
    t = 1 / (1 + np.float32(0.3275911) * magnitude)
    series = np.float32(1.061405429)
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        series = series * t + np.float32(factor)
    error = np.copysign(1 - series * t * np.exp(-magnitude * magnitude), value)
    result: np.ndarray = value * (1 + error) * np.float32(0.5)
    return result
