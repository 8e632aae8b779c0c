"""Cache of vectors, so that a comparison opens again without running the model.

One file per article, and one for the names of the topics of two: a line of JSON with the sizes, then the
arrays. They are stored as the model gave them, so that the links are the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
from msgspec.structs import asdict

from tui.analysis.encoder.encoder import EncodedText
from tui.analysis.encoder.packed_vectors import PackedSizes, pack, unpack
from tui.settings.limits import CACHED_VECTORS, CACHED_VECTORS_BYTES
from tui.storage.bounded_cache import BoundedCache
from tui.storage.folders import cache_folder

FORMAT = 3
"""Changes when the same model gives other vectors, or others are asked of it."""


def vector_cache(folder: Path | None = None) -> BoundedCache:
    """The cache in that folder, or in the user's cache folder."""
    return BoundedCache(folder or cache_folder("vectors"), ".vectors", CACHED_VECTORS, CACHED_VECTORS_BYTES)


def vectors_key(revision: str, texts: Sequence[str]) -> str:
    """What vectors depend on: the texts all together, the model, and what runs it."""
    try:
        engine = version("onnxruntime")
    except PackageNotFoundError:
        engine = f"numpy {np.__version__}"
    return json.dumps([FORMAT, revision, engine, *texts])


def store_vectors(key: str, encoded: Sequence[EncodedText], folder: Path | None = None) -> None:
    """Store the vectors of an article; not of a long one, and not where the folder cannot be written."""
    if not encoded or not sum(len(text.ids) for text in encoded):
        return
    sizes, arrays = pack(encoded)
    if sum(array.nbytes for array in arrays) > CACHED_VECTORS_BYTES // 4:
        return
    body = b"".join(array.tobytes() for array in arrays)
    head = {**asdict(sizes), "digest": hashlib.blake2b(body).hexdigest()}
    vector_cache(folder).write(key, json.dumps(head).encode() + b"\n" + body)


def stored_vectors(key: str, folder: Path | None = None) -> list[EncodedText] | None:
    """The vectors stored under this key; None if there are none, or the file is damaged."""
    content = vector_cache(folder).read(key)
    if content is None:
        return None
    head, _, body = content.partition(b"\n")
    try:
        sizes = json.loads(head)
        if not isinstance(sizes, dict) or sizes.pop("digest", "") != hashlib.blake2b(body).hexdigest():
            return None
        return unpack(body, PackedSizes(**sizes))
    except (ValueError, TypeError):
        return None


def clear_vector_cache(folder: Path | None = None) -> int:
    """Delete all vectors. Returns the number of files."""
    return vector_cache(folder).clear()
