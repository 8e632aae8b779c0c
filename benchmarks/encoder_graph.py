"""The encoder as an ONNX graph, with its weights in a safetensors file beside it.

The matrices of the layers are stored in 4 bits, and the program unpacks them to 7 bits (-63 to 63, a step for
each row) when it loads the graph: `tui/analysis/encoder/weights.py`. That is a third smaller than 8 bits,
and sums of products cannot overflow the 16 bits that processors with AVX2 but without VNNI have for them.
Numpy reads the same file where there is no onnxruntime.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from encoder_folder import WEIGHTS_FILE
from encoder_source import BLOCK, Source
from onnx import TensorProto, helper
from weights_file import weights_file

from tui.analysis.encoder.weights import GREATEST

CONTRIB = "com.microsoft"
Outliers = dict[str, dict[int, float]]
"""By matrix the columns whose values are divided before they are multiplied, and by what."""
UNPACKED = "unpacked"
"""Stands in the graph for the file of the matrices that are handed over when it is loaded."""


class Weights:
    """Named arrays, and their bytes as a safetensors file. 4-bit arrays are packed in pairs as bytes."""

    def __init__(self) -> None:
        self.arrays: dict[str, np.ndarray] = {}

    def serialize(self) -> tuple[bytes, dict[str, tuple[int, int]]]:
        """The file, and offset and length of each array in it."""
        return weights_file(self.arrays)


def pack(values: np.ndarray) -> np.ndarray:
    """Pairs of 4-bit integers as bytes, the first in the lower half: the order of ONNX."""
    nibbles = (values & 15).astype(np.uint8)
    return np.ascontiguousarray(nibbles[..., ::2] | (nibbles[..., 1::2] << 4))


class Graph:
    """Nodes and weights while the graph is built."""

    def __init__(self, width: int, outliers: Outliers) -> None:
        self.width = width
        self.weights = Weights()
        self._nodes: list[Any] = []
        self._constants: list[Any] = []
        self._unpacked: set[str] = set()
        self.outliers: Outliers = outliers
        self._shapes: dict[str, tuple[int, tuple[int, ...]]] = {}

    def node(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        """Add a node with one output; return the output's name."""
        self._nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def split(self, value: str, outputs: list[str]) -> list[str]:
        self._nodes.append(helper.make_node("Split", [value], outputs, axis=-1, num_outputs=len(outputs)))
        return outputs

    def constant(self, name: str, array: np.ndarray) -> str:
        """A small constant, inside the graph."""
        self._constants.append(onnx.numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def weight(self, name: str, array: np.ndarray) -> str:
        """A weight of 8, 16 or 32 bits."""
        kinds = {"int8": TensorProto.INT8, "float16": TensorProto.FLOAT16, "float32": TensorProto.FLOAT}
        return self._store(name, np.ascontiguousarray(array), kinds[array.dtype.name], array.shape)

    def table(self, name: str, array: np.ndarray) -> str:
        """A matrix of integers from -8 to 7, of which the graph takes rows."""
        return self._store(name, pack(array), TensorProto.INT4, array.shape)

    def packed_matrix(self, name: str, array: np.ndarray) -> str:
        """A matrix that the program unpacks: the graph sees 8 bits, and columns as rows."""
        self._unpacked.add(name)
        return self._store(name, pack(array), TensorProto.INT8, array.shape[::-1])

    def step(self, name: str, array: np.ndarray) -> str:
        """The steps of such a matrix. The program takes them from the matrix too, since outliers change them;
        the file has those without."""
        self._unpacked.add(name)
        return self.weight(name, array)

    def _store(self, name: str, array: np.ndarray, kind: int, shape: tuple[int, ...]) -> str:
        self.weights.arrays[name] = array
        self._shapes[name] = kind, shape
        return name

    def model(self, layers: tuple[int, ...]) -> tuple[bytes, bytes]:
        """The graph and the file of weights."""
        data, places = self.weights.serialize()
        external = []
        for name, (kind, shape) in self._shapes.items():
            tensor = TensorProto(name=name, data_type=kind, dims=shape)
            tensor.data_location = TensorProto.EXTERNAL
            if name in self._unpacked:
                tensor.external_data.add(key="location", value=UNPACKED)
                external.append(tensor)
                continue
            offset, length = places[name]
            for key, value in (("location", WEIGHTS_FILE), ("offset", offset), ("length", length)):
                tensor.external_data.add(key=key, value=str(value))
            external.append(tensor)
        axes = ["batch", "length"]
        width = self.width
        graph = helper.make_graph(
            self._nodes,
            "encoder",
            [helper.make_tensor_value_info(name, TensorProto.INT64, axes) for name in ("ids", "mask")],
            [helper.make_tensor_value_info(f"h{n}", TensorProto.FLOAT, [*axes, width]) for n in layers],
            self._constants + external,
        )
        opsets = [helper.make_opsetid("", 21), helper.make_opsetid(CONTRIB, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=10, producer_name="make_encoder")
        return model.SerializeToString(deterministic=True), data


def build(
    source: Source, stay: np.ndarray, layers: tuple[int, ...], outliers: Outliers
) -> tuple[bytes, bytes]:
    """Graph and weights. Inputs: `ids` and `mask`, batch x length; outputs: `h3` and so on.

    The weights do not depend on the outliers.
    """
    graph = Graph(source.width, outliers)
    state = _embeddings(graph, source, stay)
    graph.node("Cast", ["mask"], "mask32", to=TensorProto.INT32)
    for number in range(1, source.layers + 1):
        state = _layer(
            graph, source, state, number, f"h{number}" if number in layers else f"layer{number}.output"
        )
    return graph.model(layers)


def _embeddings(graph: Graph, source: Source, stay: np.ndarray) -> str:
    values, scales = source.blocks("emb.word", source.rows, source.width)
    pieces = graph.table("pieces", values[stay])
    inputs = [pieces, "ids", graph.weight("pieces.scale", scales[stay])]
    graph.node(
        "GatherBlockQuantized", inputs, "e16", CONTRIB, block_size=BLOCK, gather_axis=0, quantize_axis=1
    )
    graph.node("Cast", ["e16"], "e32", to=TensorProto.FLOAT)
    # The type of a token is always the first.
    positions = source.vector("emb.pos", source.positions, source.width)
    positions = positions + source.vector("emb.type", source.types, source.width)[0]
    graph.weight("positions", positions)
    graph.node("Shape", ["ids"], "length", start=1, end=2)
    start = graph.constant("start", np.array([0], np.int64))
    graph.node("Slice", ["positions", start, "length"], "e.positions")
    summed = graph.node("Add", ["e32", "e.positions"], "e.sum")
    norm = _norm_weights(graph, source, "embeddings.norm", "emb.ln.")
    return graph.node("LayerNormalization", [summed, *norm], "e", axis=-1, epsilon=source.epsilon)


def _norm_weights(graph: Graph, source: Source, name: str, original: str) -> list[str]:
    return [
        graph.weight(f"{name}.{long}", source.vector(original + short, source.width))
        for long, short in (("weight", "w"), ("bias", "b"))
    ]


def _layer(graph: Graph, source: Source, state: str, number: int, output: str) -> str:
    name, original = f"layer{number}", f"l{number - 1}."

    def add_and_norm(change: str, norm: str, short: str, result: str) -> str:
        # SkipLayerNormalization does both, in three times the time.
        summed = graph.node("Add", [state, change], f"{name}.{norm}.sum")
        inputs = [summed, *_norm_weights(graph, source, f"{name}.{norm}", original + short)]
        return graph.node("LayerNormalization", inputs, result, axis=-1, epsilon=source.epsilon)

    def product(value: str, part: str, originals: str, columns: int, rows: int) -> str:
        names = [original + short for short in originals.split()]
        return _product(graph, source, value, f"{name}.{part}", names, columns, rows)

    joint = product(state, "query_key_value", "q k v", source.width, source.width)
    parts = graph.split(joint, [f"{name}.query", f"{name}.key", f"{name}.value"])
    inputs = [*parts, "", "mask32"]
    context = graph.node("MultiHeadAttention", inputs, f"{name}.context", CONTRIB, num_heads=source.heads)
    attention = product(context, "attention", "ao", source.width, source.width)
    state = add_and_norm(attention, "attention.norm", "aln.", f"{name}.middle")
    inner = product(state, "inner", "fi", source.width, source.inner)
    active = graph.node("Gelu", [inner], f"{name}.active", CONTRIB)
    outer = product(active, "outer", "fo", source.inner, source.width)
    return add_and_norm(outer, "norm", "oln.", output)


def _product(
    graph: Graph, source: Source, value: str, name: str, originals: list[str], columns: int, rows: int
) -> str:
    """The value times the matrices, which lie one below another, plus their biases."""
    if outliers := graph.outliers.get(name):
        shares = np.ones(columns, np.float32)
        shares[[*outliers]] /= np.array([*outliers.values()], np.float32)
        value = graph.node("Mul", [value, graph.constant(f"{name}.shares", shares)], f"{name}.even")
    blocks = [source.blocks(f"{original}.w", rows, columns) for original in originals]
    values, scales = (np.concatenate(parts) for parts in zip(*blocks, strict=True))
    count = rows * len(originals)
    full = values.reshape(count, -1, BLOCK) * scales[..., None].astype(np.float32)
    steps = np.abs(full).max(axis=(1, 2)) / np.float32(GREATEST)
    matrix = graph.packed_matrix(f"{name}.weight", values)
    graph.weights.arrays[f"{name}.scale"] = scales
    step = graph.step(f"{name}.step", steps)
    bias = graph.weight(f"{name}.bias", np.concatenate([source.vector(f"{n}.b", rows) for n in originals]))
    zero = graph.constant(f"{name}.zero", np.zeros(count, np.int8))
    inputs = [value, matrix, step, zero, bias]
    return graph.node("DynamicQuantizeMatMul", inputs, f"{name}.product", CONTRIB)
