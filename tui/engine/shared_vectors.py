"""Vectors of articles in memory that two of our processes map, so that it holds them once."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from mmap import ACCESS_READ, ALLOCATIONGRANULARITY, mmap
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from tui.analysis.encoder import EncodedText
    from tui.analysis.encoder.packed_vectors import PackedSizes


class VectorPlace(Struct, frozen=True):
    """Where in the file the vectors of an article are."""

    start: int
    """In bytes, at the beginning of a page."""
    length: int
    sizes: PackedSizes


class VectorFile:
    """A file without a name that grows by the vectors of one article after the other.

    It goes with the last process that has it, however that ends.
    """

    def __init__(self) -> None:
        """Raises OSError if there can be none."""
        if hasattr(os, "memfd_create"):  # on Linux: never on a disk
            self._file = open(os.memfd_create("vectors"), "wb", buffering=0)  # noqa: SIM115, PTH123
        else:
            self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115
        self._end = 0

    def fileno(self) -> int:
        return self._file.fileno()

    def append(self, encoded: Sequence[EncodedText]) -> VectorPlace:
        """Store the vectors of at least one passage. Raises OSError if there is no room."""
        from tui.analysis.encoder.packed_vectors import pack  # numpy, which the first frame does without

        sizes, arrays = pack(encoded)
        start = -(-self._end // ALLOCATIONGRANULARITY) * ALLOCATIONGRANULARITY
        self._file.seek(start)
        for array in arrays:
            left = array.data.cast("B")
            while left:
                left = left[self._file.write(left) or 0 :]
        self._end = self._file.tell()
        return VectorPlace(start, self._end - start, sizes)

    def close(self) -> None:
        """Give it up; vectors that are mapped stay."""
        self._file.close()


def mapped_vectors(descriptor: int, place: VectorPlace) -> list[EncodedText]:
    """The vectors at that place of an open file, not copied."""
    from tui.analysis.encoder.packed_vectors import unpack

    return unpack(mmap(descriptor, place.length, access=ACCESS_READ, offset=place.start), place.sizes)
