"""How well names fit the passages they stand for, by what both mean. Needs numpy and an encoder."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

import numpy as np

from tui.analysis.encoder import EncodedText
from tui.analysis.encoder.encoder import NAMES_LAYER
from tui.settings.processors import processors

EncodeTexts = Callable[[Sequence[str]], Sequence[EncodedText]]
"""Encode names for the last layer, and for NAMES_LAYER if they can be read with passages; in their order."""
Rows = Sequence[Sequence[float]]
MOST_COMPARED, MOST_READ = 3, 5
"""Names of a group, the best by words, that are compared with its passages, and that are read with them."""
READ_SHARE = 0.8
"""Share of reading in the worth of a name; the rest is by words and nearness. Set, like MOST_READ, on the
groups of 74 pairs of reports whose names readers judged, cross-validated."""


class NameMeaning:
    """Judges names by the vectors of their pieces, and of the pieces of passages."""

    def __init__(
        self, vectors: np.ndarray, encode: EncodeTexts, texts: Sequence[EncodedText] | None = None
    ) -> None:
        """`vectors`: passages x width, each the mean of the pieces of a passage in the last layer.

        `texts`: the passages, if names in their language can be read with them.
        """
        self._vectors = _unit(vectors - vectors.mean(0))
        self._encode = encode
        read = texts is not None and all(NAMES_LAYER in text.layers for text in texts)
        self._texts = texts if read else None

    def worths(
        self,
        labels: Sequence[Sequence[str]],
        rows: Sequence[Rows],
        groups: Sequence[Sequence[int]],
        by_nearness: Callable[[Rows], Sequence[float]],
    ) -> list[list[float]]:
        """For the labels of each group, the best by words first, the worths of the first, as of `Ranked`.

        These are MOST_READ if names can be read with the passages, else MOST_COMPARED. `rows`: the
        NAME_FEATURES of each label. `by_nearness`: the worths by these, followed by NEARNESS.
        """
        labels = [own[: MOST_READ if self._texts else MOST_COMPARED] for own in labels]
        encoded = self._encoded(labels)
        reads = self._texts is not None and all(NAMES_LAYER in text.layers for text in encoded.values())
        if not reads:
            labels = [own[:MOST_COMPARED] for own in labels]
        rows = [every[: len(own)] for own, every in zip(labels, rows, strict=True)]
        nearness = self._nearness(labels, groups, encoded)
        near = [
            [(*row, value) for row, value in zip(own, values, strict=True)]
            for own, values in zip(rows, nearness, strict=True)
        ]
        worths = [list(by_nearness(own)) for own in near]
        if not reads:
            return worths
        by_reading = self._read(labels, near, groups, encoded)
        return [
            [READ_SHARE * read + (1 - READ_SHARE) * worth for read, worth in zip(mine, own, strict=True)]
            for mine, own in zip(by_reading, worths, strict=True)
        ]

    def nearness(self, labels: Sequence[Sequence[str]], groups: Sequence[Sequence[int]]) -> list[list[float]]:
        """For the labels of each group the mean cosine with its passages, -1 to 1.

        Both are centred, the labels on the mean of all that are given.
        """
        return self._nearness(labels, groups, self._encoded(labels))

    def _encoded(self, labels: Sequence[Sequence[str]]) -> dict[str, EncodedText]:
        distinct = [*dict.fromkeys(chain.from_iterable(labels))]
        return dict(zip(distinct, self._encode(distinct), strict=True)) if distinct else {}

    def _nearness(
        self,
        labels: Sequence[Sequence[str]],
        groups: Sequence[Sequence[int]],
        encoded: Mapping[str, EncodedText],
    ) -> list[list[float]]:
        if not encoded:
            return [[] for _ in labels]
        width = self._vectors.shape[1]
        means = np.stack(
            [
                text.layers[max(text.layers)].mean(0) if len(text.ids) else np.zeros(width)
                for text in encoded.values()
            ]
        )
        vectors = _unit(means - means.mean(0))
        place = {label: k for k, label in enumerate(encoded)}
        return [
            [
                float(value)
                for value in vectors[[place[label] for label in own]] @ self._vectors[members].mean(0)
            ]
            if own
            else []
            for own, members in zip(labels, groups, strict=True)
        ]

    def _read(
        self,
        labels: Sequence[Sequence[str]],
        rows: Sequence[Rows],
        groups: Sequence[Sequence[int]],
        encoded: Mapping[str, EncodedText],
    ) -> list[list[float]]:
        """What is made of the labels of each group by reading them with its passages."""
        from tui.analysis.name_cross_encoder import name_cross_encoder

        assert self._texts is not None
        texts, reader = self._texts, name_cross_encoder()

        def worths(own: Sequence[str], own_rows: Rows, members: Sequence[int]) -> list[float]:
            return reader.worths(
                [texts[k].layers[NAMES_LAYER] for k in self.central(members)],
                [encoded[label].layers[NAMES_LAYER] for label in own],
                own_rows,
            )

        with ThreadPoolExecutor(processors()) as pool:  # numpy multiplies in one thread
            return list(pool.map(worths, labels, rows, groups))

    def central(self, members: Sequence[int]) -> list[int]:
        """The passages of a group, those nearest to its centre first."""
        centre = self._vectors[list(members)].mean(0)
        return sorted(members, key=lambda k: -float(self._vectors[k] @ centre))


def _unit(vectors: np.ndarray) -> np.ndarray:
    result: np.ndarray = vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + 1e-9)
    return result
