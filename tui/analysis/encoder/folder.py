"""The folder of an encoder: its manifest and files, checked before anything is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from tui.settings.limits import MB, megabytes
from tui.sources.clean import clean_line

BUNDLED = Path(__file__).parent / "e5-small"
MANIFEST, GRAPH, WEIGHTS, TOKENIZER = "encoder.json", "graph.onnx", "weights.safetensors", "tokenizer.json"
FORMAT = 1
MAX_BYTES = 2048 * MB
"""Of all files together. all-mpnet-base-v2 in full precision has 440 MB."""
MAX_MANIFEST_BYTES = MB
MAX_DIVISOR = 10_000
"""Of the values of an outlier; those of the bundled model are at most 20."""
MAX_TOKENIZER_BYTES = 64 * MB


class EncoderError(Exception):
    """An encoder cannot be loaded. The message is one clean line: where, what is wrong, what to do."""


class File(Struct, frozen=True):
    """A file of the folder as its maker left it."""

    bytes: int
    sha256: str


class Manifest(Struct, frozen=True):
    """The manifest: what the model is, and how it wants to be used."""

    format: int
    name: str
    revision: str
    licence: str
    origin: str
    width: int
    """Numbers in a vector."""
    layers: tuple[int, ...]
    """Layers that the graph gives, in order; the last is the model's last."""
    window: int
    """Most pieces of a text that are encoded at once."""
    files: dict[str, File]
    prefix: str = ""
    """What the model wants before each text."""
    packed: bool = False
    """Whether matrices are stored in 4 bits beside the graph, named as in the bundled model."""
    outliers: dict[str, dict[int, float]] = {}
    """By packed matrix the columns whose values the graph divides, and by what; see `weights.py`."""

    @property
    def digest(self) -> str:
        """Identifies the model: the start of the SHA-256 of its weights."""
        return self.files[WEIGHTS if WEIGHTS in self.files else GRAPH].sha256[:12]

    @property
    def line(self) -> str:
        """Name, revision and digest, for overview and reports."""
        return f"{self.name} ({self.revision}, {self.digest})"


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest and check that the folder holds what it names. Raises EncoderError."""
    data = read_file(folder, MANIFEST, MAX_MANIFEST_BYTES)
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except msgspec.DecodeError as error:
        raise _wrong(folder / MANIFEST, f"is not a manifest: {error}") from None
    if manifest.format != FORMAT:
        raise _wrong(
            folder / MANIFEST, f"has format {manifest.format}, and this program reads format {FORMAT}"
        )
    layers = manifest.layers
    if not (layers and min(layers) > 0 and list(layers) == sorted({*layers})):
        raise _wrong(folder / MANIFEST, "`layers` must be numbers from 1, in order")
    if not (0 < manifest.width <= 8192 and 0 < manifest.window <= 8192):
        raise _wrong(folder / MANIFEST, "`width` and `window` must be from 1 to 8192")
    for columns in manifest.outliers.values():
        if not all(column >= 0 and 1 <= divisor <= MAX_DIVISOR for column, divisor in columns.items()):
            raise _wrong(folder / MANIFEST, f"`outliers` must be columns, each with 1 to {MAX_DIVISOR:,}")
    for name in (GRAPH, TOKENIZER, *([WEIGHTS] if manifest.packed else [])):
        if name not in manifest.files:
            raise _wrong(folder / MANIFEST, f"`files` does not name {name}")
    _check_files(folder, manifest)
    return manifest


def _check_files(folder: Path, manifest: Manifest) -> None:
    total = sum(file.bytes for file in manifest.files.values())
    if total > MAX_BYTES:
        raise _wrong(folder, f"too large: {megabytes(total)}, more than {megabytes(MAX_BYTES)}")
    for name, file in manifest.files.items():
        if Path(name).name != name:
            raise _wrong(folder / MANIFEST, f"{name!r} is not the name of a file in the folder")
        try:
            size = (folder / name).stat().st_size
        except OSError as error:
            raise _wrong(folder / name, f"cannot be read: {error.strerror}") from None
        if size != file.bytes:
            raise _wrong(folder / name, f"has {size:,} bytes instead of {file.bytes:,}")


def read_file(folder: Path, name: str, max_bytes: int) -> bytes:
    """A small file of the folder. Raises EncoderError."""
    path = folder / name
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        raise _wrong(path, f"cannot be read: {error.strerror}") from None
    if len(data) > max_bytes:
        raise _wrong(path, f"too large: more than {megabytes(max_bytes)}")
    return data


def read_json(folder: Path, name: str, max_bytes: int) -> dict[str, Any]:
    """A JSON object of the folder. Raises EncoderError."""
    try:
        value = msgspec.json.decode(read_file(folder, name, max_bytes))
    except msgspec.DecodeError as error:
        raise _wrong(folder / name, f"is not JSON: {error}") from None
    if not isinstance(value, dict):
        raise _wrong(folder / name, "is not a JSON object")
    return value


def wrong_model(folder: Path, reason: str) -> EncoderError:
    """The error for a model that cannot be used."""
    return _wrong(folder, reason)


def _wrong(path: Path, reason: str) -> EncoderError:
    advice = "make the folder anew with a script in benchmarks/, or leave out --model"
    return EncoderError(clean_line(f"{path}: {reason}; {advice}", 1000))
