"""Find the columns of the encoder's matrices whose values are far greater than the others'.

The product that onnxruntime makes rounds values to 8 bits with one step for all of them; see
`tui/analysis/encoder/weights.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from encoder_graph import Outliers

from tui.analysis.encoder import Encoder, encode_passages
from tui.analysis.encoder.folder import read_manifest
from tui.analysis.encoder.numpy_model import Layers, NumpyModel
from tui.analysis.encoder.tokenizer import load_tokenizer
from tui.sources.load import load

SEEDS = Path(__file__).parents[1] / "seeds"
"""The texts that come with the program: twice English, and one in each of four other languages."""
MEDIANS = {"query_key_value": 2.0, "inner": 4.0, "outer": 3.0}
"""The greatest value of an outlier is more than so many times the median over columns.

With these the mean cosine of 8-bit to float products of the same weights, on two articles of the gold, is
.9993 in layer 9 and .9995 in layer 12. With 5 for "outer" and none for the first it is .9986 and .9991,
without outliers .9865 and .9941. Lower limits, and the fourth matrix, bring nothing more, as the weights of
ordinary columns are rounded more coarsely beside those of an outlier.
"""
LEAST = 1.02
"""A smaller divisor is not worth its place in the list."""


class WatchedLayers(Layers):
    """Layers that note the greatest value of each column that they multiply."""

    def __init__(self, weights: Mapping[str, np.ndarray]) -> None:
        super().__init__(weights)
        self.greatest: dict[str, np.ndarray] = {}

    def product(self, value: np.ndarray, name: str) -> np.ndarray:
        greatest = np.abs(value.reshape(-1, value.shape[-1])).max(axis=0)
        self.greatest[name] = np.maximum(self.greatest.get(name, 0.0), greatest)
        return super().product(value, name)


class Watched(NumpyModel):
    """A model of such layers."""

    watched: WatchedLayers

    def layers_of(self, weights: Mapping[str, np.ndarray]) -> Layers:
        self.watched = WatchedLayers(weights)
        return self.watched


def find_outliers(folder: Path) -> Outliers:
    """By matrix the outliers, each with the divisor that brings it to the limit."""
    model = Watched(folder, read_manifest(folder))
    encoder = Encoder(read_manifest(folder), load_tokenizer(folder), model, threads=1)
    for path in sorted(SEEDS.glob("*-20*.md")):
        encode_passages(encoder, load(str(path)))
    outliers: Outliers = {}
    for name, greatest in model.watched.greatest.items():
        medians = MEDIANS.get(name.partition(".")[2])
        if medians is None:
            continue
        ratios = (greatest / (medians * np.median(greatest))).tolist()
        # Two decimals, so that another processor's last digits make no difference.
        if columns := {column: round(ratio, 2) for column, ratio in enumerate(ratios) if ratio > LEAST}:
            outliers[name] = columns
    return outliers
