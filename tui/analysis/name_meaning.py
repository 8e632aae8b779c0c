"""How near names are in meaning to the passages they stand for. Needs numpy and an encoder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

import numpy as np

from tui.analysis.encoder import EncodedText

EncodeTexts = Callable[[Sequence[str]], Sequence[EncodedText]]
"""Encode texts for the last layer, in their order."""


class NameMeaning:
    """Compares names with passages by the vectors of both."""

    def __init__(self, vectors: np.ndarray, encode: EncodeTexts) -> None:
        """`vectors`: passages x width, each the mean of the pieces of a passage in the last layer."""
        self._vectors = _unit(vectors - vectors.mean(0))
        self._encode = encode

    def nearness(self, labels: Sequence[Sequence[str]], groups: Sequence[Sequence[int]]) -> list[list[float]]:
        """For the labels of each group the mean cosine with its passages, -1 to 1.

        Both are centred, the labels on the mean of all that are given.
        """
        distinct = [*dict.fromkeys(chain.from_iterable(labels))]
        if not distinct:
            return [[] for _ in labels]
        encoded = self._encode(distinct)
        width = self._vectors.shape[1]
        means = np.stack(
            [text.layers[max(text.layers)].mean(0) if len(text.ids) else np.zeros(width) for text in encoded]
        )
        vectors = _unit(means - means.mean(0))
        place = {label: k for k, label in enumerate(distinct)}
        return [
            [
                float(value)
                for value in vectors[[place[label] for label in own]] @ self._vectors[members].mean(0)
            ]
            if own
            else []
            for own, members in zip(labels, groups, strict=True)
        ]


def _unit(vectors: np.ndarray) -> np.ndarray:
    result: np.ndarray = vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + 1e-9)
    return result
