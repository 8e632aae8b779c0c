"""Compressed answers come out whole, and never larger than the cap."""

from __future__ import annotations

import gzip
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.sources.web.inflate import Damaged, Inflater, TooLarge

TEXT = b"The talks went on. " * 200


def bare(data: bytes) -> bytes:
    squeeze = zlib.compressobj(wbits=-15)
    return squeeze.compress(data) + squeeze.flush()


def inflated(coding: str, data: bytes, cap: int = 100_000, step: int = 7) -> bytes:
    layer = Inflater(coding, cap)
    out = b"".join(layer.feed(data[start : start + step]) for start in range(0, len(data), step))
    layer.end()
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
        ("deflate", bare(TEXT)),
    ],
)
def test_all_forms_are_inflated_in_pieces_of_any_size(coding: str, data: bytes, step: int) -> None:
    assert inflated(coding, data, step=step) == TEXT


@pytest.mark.parametrize(
    "data",
    [gzip.compress(TEXT, mtime=0)[:-1], gzip.compress(TEXT, mtime=0)[:20], b"\x1f\x8b\x08rubbish", b"\x1f"],
)
def test_what_is_cut_or_broken_is_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        inflated("gzip", data)


def test_nothing_is_inflated_beyond_the_cap() -> None:
    with pytest.raises(TooLarge):
        inflated("gzip", gzip.compress(bytes(10**7)), cap=10**6, step=10**6)


@given(st.binary(), st.sampled_from(["gzip", "deflate"]))
def test_any_bytes_are_inflated_or_refused(data: bytes, coding: str) -> None:
    with suppress(Damaged, TooLarge):
        assert len(inflated(coding, data)) <= 100_000
