"""The weights of the bundled encoder: a safetensors file, whose matrices are packed in 4 bits.

A matrix has a scale for each block of 32 weights of a row. It becomes 7-bit integers with a step for each
row, which onnxruntime multiplies as they are; numpy multiplies them as floats.

Values are rounded to 8 bits before they are multiplied, all with one step, so a few columns with values far
greater than the rest would leave the rest little of it. The manifest lists these outliers, each with a number
by which the graph divides the values of the column; its weights are multiplied by it instead
(SmoothQuant: Xiao et al., 2023, for outliers alone).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from tui.analysis.encoder.folder import Manifest, wrong_model
from tui.settings.processors import processors

PARTS = ("query_key_value", "attention", "inner", "outer")
"""Matrices of a layer."""
GREATEST = 63
"""The greatest integer of 7 bits: two products of it with 8 bits fit into 16, in which processors with AVX2
but without VNNI add them."""
TYPES = {"I8": np.int8, "U8": np.uint8, "F16": np.float16, "F32": np.float32}


def read_weights(path: Path) -> dict[str, np.ndarray]:
    """The arrays of a safetensors file, mapped into memory. Raises EncoderError."""
    try:
        data = np.memmap(path, np.uint8, "r")
        start = 8 + int.from_bytes(data[:8].tobytes(), "little")
        header: dict[str, Any] = msgspec.json.decode(data[8:start].tobytes())
        arrays = {}
        for name, entry in header.items():
            first, end = entry["data_offsets"]
            array = data[start + first : start + end].view(TYPES[entry["dtype"]])
            arrays[name] = np.asarray(array.reshape(entry["shape"]))
        return arrays
    except OSError as error:
        raise wrong_model(path, f"cannot be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise wrong_model(path, f"is not a safetensors file ({error})") from None


def _matrix_names(manifest: Manifest) -> Iterator[str]:
    """Names of the matrices of all layers, without `.weight`."""
    for number in range(1, manifest.layers[-1] + 1):
        for part in PARTS:
            yield f"layer{number}.{part}"


def unpack_nibbles(packed: np.ndarray) -> np.ndarray:
    """Integers of 4 bits, -8 to 7, as floats; of each byte the lower half first."""
    values = np.empty((*packed.shape[:-1], 2 * packed.shape[-1]), np.float32)
    values[..., ::2] = (packed & 15) ^ 8
    values[..., 1::2] = (packed >> 4) ^ 8
    values -= 8
    return values


def unpack_matrices(
    weights: dict[str, np.ndarray], manifest: Manifest
) -> Iterator[tuple[str, np.ndarray, np.ndarray]]:
    """For each matrix of all layers its name, and what `unpack_matrix` makes of it; several at once.

    Raises KeyError, ValueError or IndexError if the weights are not of the shape that is expected.
    """

    def unpack(name: str) -> tuple[str, np.ndarray, np.ndarray]:
        return name, *unpack_matrix(weights, name, manifest.outliers.get(name, {}))

    with ThreadPoolExecutor(processors()) as pool:
        yield from pool.map(unpack, _matrix_names(manifest))


def unpack_matrix(
    weights: dict[str, np.ndarray], name: str, outliers: Mapping[int, float]
) -> tuple[np.ndarray, np.ndarray]:
    """A matrix as integers from -63 to 63, int8, and the step of each row, float32.

    `outliers`: columns, and by what they are multiplied.
    """
    scales = weights[f"{name}.scale"].astype(np.float32)
    values = unpack_nibbles(weights[f"{name}.weight"]).reshape(*scales.shape, -1)
    values *= scales[..., None]
    values = values.reshape(len(values), -1)
    values[:, [*outliers]] *= np.array([*outliers.values()], np.float32)
    step = np.abs(values).max(axis=1) / np.float32(GREATEST)
    values /= step[:, None]
    np.rint(values, out=values)
    return values.astype(np.int8), step
