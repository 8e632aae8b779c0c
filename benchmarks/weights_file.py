"""Named arrays as a safetensors file, which the program reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np

TYPES = {"uint8": "U8", "int8": "I8", "float16": "F16", "float32": "F32"}


def weights_file(arrays: Mapping[str, np.ndarray]) -> tuple[bytes, dict[str, tuple[int, int]]]:
    """The file, and offset and length of each array in it."""
    header: dict[str, Any] = {}
    places, at = {}, 0
    for name, array in arrays.items():
        places[name] = (at, array.nbytes)
        kind = TYPES[array.dtype.name]
        header[name] = {"dtype": kind, "shape": [*array.shape], "data_offsets": [at, at + array.nbytes]}
        at += array.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    start = 8 + len(text)
    body = b"".join(array.tobytes() for array in arrays.values())
    shifted = {name: (start + offset, length) for name, (offset, length) in places.items()}
    return len(text).to_bytes(8, "little") + text + body, shifted
