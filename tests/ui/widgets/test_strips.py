"""Strips of rows are freed at once, and only those used last are held."""

from __future__ import annotations

import gc

from rich.segment import Segment

from tui.ui.widgets.row_widget import RowStrip, StripCache


def strip(text: str) -> RowStrip:
    return RowStrip([Segment(text)], len(text))


def test_a_strip_is_freed_without_a_collection_after_it_was_painted() -> None:
    gc.collect()
    gc.disable()
    try:
        for _ in range(10):
            row = strip("a row of text")
            assert row.divide([13]) == [row]
            assert [part.text for part in row.divide([5, 13])] == ["a row", " of text"]
        del row
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_the_strips_used_last_are_held() -> None:
    cache = StripCache[str](3)
    for text in "abc":
        cache[text] = strip(text)
    assert cache.get("a") is not None
    cache["d"] = strip("d")
    assert cache.get("b") is None
    assert all(cache.get(text) for text in "acd")
    cache.clear()
    assert cache.get("a") is None
