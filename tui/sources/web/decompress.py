"""Decompress responses piece by piece, under a size limit."""

from __future__ import annotations

import zlib

CODING_NAMES = ("gzip", "x-gzip", "deflate")
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP, _ZLIB, _RAW_DEFLATE = 31, 15, -15
"""`wbits` of zlib."""


class TooLarge(Exception):
    """The decompressed data exceeds the limit."""


class Damaged(Exception):
    """The data is not in the declared format, or ends too early."""


class Decompressor:
    """One layer of compression. Data declared as gzip that is not passes through unchanged."""

    def __init__(self, coding: str, limit: int) -> None:
        self._gzip = coding != "deflate"
        self._bytes_left = limit
        self._pending = b""
        self._stream: zlib._Decompress | None = None
        self._uncompressed = False

    def feed(self, data: bytes) -> bytes:
        """Decompress the next piece. Raises TooLarge, Damaged."""
        if self._stream is None and not self._uncompressed:
            self._pending += data
            if len(self._pending) < 2:
                return b""
            data, self._pending = self._pending, b""
            self._detect_format(data)
        decompressed = data if self._uncompressed else self._decompress(data)
        self._bytes_left -= len(decompressed)
        if self._bytes_left < 0:
            raise TooLarge
        return decompressed

    def close(self) -> None:
        """End the data. Raises Damaged if some is missing."""
        if self._pending or (self._stream is not None and not self._stream.eof):
            raise Damaged

    def _detect_format(self, data: bytes) -> None:
        if self._gzip:
            self._uncompressed = not data.startswith(_GZIP_MAGIC)
            self._stream = None if self._uncompressed else zlib.decompressobj(_GZIP)
            return
        # The standard means zlib's format by `deflate`, some servers send raw deflate. zlib's header has a
        # checksum.
        has_header = data[0] & 15 == 8 and int.from_bytes(data[:2], "big") % 31 == 0
        self._stream = zlib.decompressobj(_ZLIB if has_header else _RAW_DEFLATE)

    def _decompress(self, data: bytes) -> bytes:
        parts: list[bytes] = []
        size = 0
        while data and self._stream is not None:
            try:
                part = self._stream.decompress(data, self._bytes_left - size + 1)
            except zlib.error:
                raise Damaged from None
            parts.append(part)
            size += len(part)
            if size > self._bytes_left:
                raise TooLarge
            data = self._stream.unconsumed_tail or self._stream.unused_data
            if self._stream.eof:
                if not data.startswith(_GZIP_MAGIC):
                    break  # padding, which is allowed
                self._stream = zlib.decompressobj(_GZIP)
        return b"".join(parts)
