"""Write the folder of a language model: its files, and the manifest that names them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

GRAPH_FILE, WEIGHTS_FILE, TOKENIZER_FILE = "graph.onnx", "weights.safetensors", "tokenizer.json"


def to_json(value: object, indent: int | None = None) -> bytes:
    """A value as JSON, with a newline at the end."""
    separators = (",", ":") if indent is None else None
    return json.dumps(value, ensure_ascii=False, indent=indent, separators=separators).encode() + b"\n"


def write_folder(folder: Path, files: dict[str, bytes], **values: object) -> None:
    """Write the files and a manifest with these values."""
    described = {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in files.items()
    }
    manifest = to_json({"format": 1, **values, "files": described}, indent=2)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in {**files, "encoder.json": manifest}.items():
        (folder / name).write_bytes(data)
        print(f"{name}: {len(data):,} bytes")
