"""The vectors of an article as one row of bytes, for the cache and for another process."""

from __future__ import annotations

from collections.abc import Sequence
from mmap import mmap

import numpy as np
from msgspec import Struct

from tui.analysis.encoder.encoder import EncodedText


class PackedSizes(Struct, frozen=True):
    """What it takes to read the bytes."""

    pieces: list[int]
    """Of each text."""
    layers: list[int]
    width: int


def pack(encoded: Sequence[EncodedText]) -> tuple[PackedSizes, list[np.ndarray]]:
    """The sizes, and the arrays whose bytes one after the other `unpack` takes; of at least one text."""
    layers = sorted(encoded[0].layers)
    arrays = [
        np.concatenate([text.ids for text in encoded]),
        np.concatenate([text.spans for text in encoded]),
        *(np.concatenate([text.layers[layer] for text in encoded]) for layer in layers),
    ]
    return PackedSizes([len(text.ids) for text in encoded], layers, arrays[-1].shape[1]), arrays


def unpack(body: bytes | mmap, sizes: PackedSizes) -> list[EncodedText]:
    """The texts whose vectors are in these bytes, not copied. Raises ValueError if there are too few."""
    total = sum(sizes.pieces)
    at = 0

    def take(kind: type[np.int32] | type[np.float32], columns: int) -> np.ndarray:
        nonlocal at
        array = np.frombuffer(body, kind, total * columns, at).reshape(total, columns)
        at += array.nbytes
        return array

    ids, spans = take(np.int32, 1)[:, 0], take(np.int32, 2)
    vectors = {layer: take(np.float32, sizes.width) for layer in sizes.layers}
    ends = np.cumsum(sizes.pieces)
    parts = [slice(end - size, end) for end, size in zip(ends, sizes.pieces, strict=True)]
    return [
        EncodedText(ids[part], spans[part], {layer: array[part] for layer, array in vectors.items()})
        for part in parts
    ]
