"""Run an encoder's graph with onnxruntime."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.analysis.encoder.folder import GRAPH, WEIGHTS, EncoderError, Manifest, wrong_model

if TYPE_CHECKING:
    import numpy as np

ERRORS_ONLY = 3


def import_onnxruntime() -> Any:
    """Import onnxruntime with its telemetry switched off.

    From 1.29 on its builds send events to their maker, with the names of models and a lasting identifier
    of the machine, and keep a database in the user's cache folder. The variable must be set before the
    library is loaded.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    return onnxruntime


class OnnxModel:
    """A graph with the inputs `ids` and `mask` and an output for each layer."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        onnxruntime = import_onnxruntime()
        try:
            options = _options()
            # The options and the session point to these arrays and do not own them.
            self._matrices = _hand_over_matrices(folder, manifest, options) if manifest.packed else []
            self._session = onnxruntime.InferenceSession(
                folder / GRAPH, options, providers=["CPUExecutionProvider"]
            )
        except EncoderError:
            raise
        except Exception as error:  # onnxruntime raises its own kinds, some of them plain RuntimeErrors
            raise wrong_model(folder / GRAPH, f"cannot be loaded: {error}") from None
        names = {output.name for output in self._session.get_outputs()}
        missing = [f"h{layer}" for layer in manifest.layers if f"h{layer}" not in names]
        inputs = sorted(value.name for value in self._session.get_inputs())
        if missing or inputs != ["ids", "mask"]:
            raise wrong_model(folder / GRAPH, f"lacks {', '.join(missing) or 'the inputs ids and mask'}")

    def run(self, ids: np.ndarray, mask: np.ndarray, layers: Sequence[int]) -> list[np.ndarray]:
        """The states after the layers, each batch x length x width, for ids and mask of batch x length."""
        states: list[np.ndarray] = self._session.run([f"h{n}" for n in layers], {"ids": ids, "mask": mask})
        return states


def _options() -> Any:
    onnxruntime = import_onnxruntime()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # whoever wants more runs several texts at once
    options.inter_op_num_threads = 1
    options.log_severity_level = ERRORS_ONLY
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return options


def _hand_over_matrices(folder: Path, manifest: Manifest, options: Any) -> list[Any]:
    """Unpack the matrices and their steps for the session, and return them.

    If nodes of the graph unpacked them, loading would take 0.7 s and 500 MB, most of which stays with the
    process; this way it takes 0.2 s and 60 MB. A copy of the unpacked graph on the disk, 52 MB, would load
    in 0.17 s: not worth a cache.
    """
    from tui.analysis.encoder.weights import read_weights, unpack_matrices

    weights = read_weights(folder / WEIGHTS)
    arrays = {}
    try:
        for name, matrix, step in unpack_matrices(weights, manifest):
            # The graph multiplies from the left, so it wants the columns as rows.
            arrays[f"{name}.weight"], arrays[f"{name}.step"] = matrix.T.copy(), step
    except (KeyError, ValueError, IndexError) as error:
        raise wrong_model(folder / WEIGHTS, f"is not of the shape that is expected ({error})") from None
    onnxruntime = import_onnxruntime()
    values = [onnxruntime.OrtValue.ortvalue_from_numpy(array) for array in arrays.values()]
    options.add_external_initializers([*arrays], values)
    return values
