"""Compressed responses come out complete, and never larger than the limit."""

from __future__ import annotations

import gzip
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.sources.web.decompress import Damaged, Decompressor, TooLarge

TEXT = b"The talks went on. " * 200


def raw_deflate(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-15)
    return compressor.compress(data) + compressor.flush()


def decompress(coding: str, data: bytes, limit: int = 100_000, step: int = 7) -> bytes:
    decompressor = Decompressor(coding, limit)
    out = b"".join(decompressor.feed(data[start : start + step]) for start in range(0, len(data), step))
    decompressor.close()
    return out


@pytest.mark.parametrize("step", [1, 7, 10_000])
@pytest.mark.parametrize(
    ("coding", "data"),
    [
        ("gzip", gzip.compress(TEXT, mtime=0)),
        ("x-gzip", gzip.compress(TEXT[:100], mtime=0) + gzip.compress(TEXT[100:], mtime=0)),
        ("gzip", gzip.compress(TEXT, mtime=0) + b"\0" * 9),
        ("gzip", TEXT),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", raw_deflate(TEXT)),
    ],
)
def test_all_formats_are_decompressed_in_pieces_of_any_size(coding: str, data: bytes, step: int) -> None:
    assert decompress(coding, data, step=step) == TEXT


@pytest.mark.parametrize(
    "data",
    [gzip.compress(TEXT, mtime=0)[:-1], gzip.compress(TEXT, mtime=0)[:20], b"\x1f\x8b\x08rubbish", b"\x1f"],
)
def test_truncated_or_broken_data_is_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        decompress("gzip", data)


def test_nothing_is_decompressed_beyond_the_limit() -> None:
    with pytest.raises(TooLarge):
        decompress("gzip", gzip.compress(bytes(10**7)), limit=10**6, step=10**6)


@given(st.binary(), st.sampled_from(["gzip", "deflate"]))
def test_any_bytes_are_decompressed_or_refused(data: bytes, coding: str) -> None:
    with suppress(Damaged, TooLarge):
        assert len(decompress(coding, data)) <= 100_000
