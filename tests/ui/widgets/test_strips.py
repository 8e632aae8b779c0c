"""Strips of rows are freed at once, and only those used last are held."""

from __future__ import annotations

import gc

from rich.segment import Segment

from tui.ui.widgets.row_widget import RowStrip, StripCache


def strip(text: str) -> RowStrip:
    return RowStrip([Segment(text)], len(text))


def test_a_strip_is_freed_without_a_collection_after_it_was_painted() -> None:
    text = "a row that no other test has"
    gc.disable()
    try:
        row = strip(text)
        assert row.divide([len(text)]) == [row]
        assert [part.text for part in row.divide([5, len(text)])] == [text[:5], text[5:]]
        del row
        assert not [held for held in gc.get_objects() if isinstance(held, RowStrip) and held.text == text]
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
