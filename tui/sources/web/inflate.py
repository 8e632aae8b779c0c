"""Compressed answers, inflated piece by piece under a cap."""

from __future__ import annotations

import zlib

KNOWN = ("gzip", "x-gzip", "deflate")
_GZIP_MARK = b"\x1f\x8b"


class TooLarge(Exception):
    """What came out is more than the cap."""


class Damaged(Exception):
    """What came in is not what it was said to be, or ends too early."""


class Inflater:
    """One layer of compression. What is said to be gzip and is not passes through unchanged."""

    def __init__(self, coding: str, cap: int) -> None:
        self._gzip = coding != "deflate"
        self._left = cap
        self._held = b""
        self._stream: zlib._Decompress | None = None
        self._plain = False

    def feed(self, data: bytes) -> bytes:
        """What the data inflate to. Raises TooLarge, Damaged."""
        if self._stream is None and not self._plain:
            self._held += data
            if len(self._held) < 2:
                return b""
            data, self._held = self._held, b""
            self._begin(data)
        inflated = data if self._plain else self._inflated(data)
        self._left -= len(inflated)
        if self._left < 0:
            raise TooLarge
        return inflated

    def end(self) -> None:
        """Say that nothing more comes. Raises Damaged if something is missing."""
        if self._held or (self._stream is not None and not self._stream.eof):
            raise Damaged

    def _begin(self, data: bytes) -> None:
        if self._gzip:
            self._plain = not data.startswith(_GZIP_MARK)
            self._stream = None if self._plain else zlib.decompressobj(31)
            return
        # `deflate` is zlib's format by the standard and bare by custom; the first has a checksum.
        wrapped = data[0] & 15 == 8 and int.from_bytes(data[:2], "big") % 31 == 0
        self._stream = zlib.decompressobj(15 if wrapped else -15)

    def _inflated(self, data: bytes) -> bytes:
        parts: list[bytes] = []
        size = 0
        while data and self._stream is not None:
            try:
                part = self._stream.decompress(data, self._left - size + 1)
            except zlib.error:
                raise Damaged from None
            parts.append(part)
            size += len(part)
            if size > self._left:
                raise TooLarge
            data = self._stream.unconsumed_tail or self._stream.unused_data
            if self._stream.eof:
                if not data.startswith(_GZIP_MARK):
                    break  # padding, which is allowed
                self._stream = zlib.decompressobj(31)
        return b"".join(parts)
