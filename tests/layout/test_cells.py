"""Cells of characters: what terminals agree on, and what the app counts."""

from __future__ import annotations

import pytest
from rich.cells import cell_len as rich_cell_len

from tui.layout.cells import cell_len, is_mark
from tui.layout.wrap import lines


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("नदी", 3),  # consonants and a vowel sign with a cell of its own
        ("हिन्दी", 5),  # the sign that joins two consonants has none
        ("নদীর", 4),
        ("ஆற்றின்", 5),
        ("മലയാളം", 6),
        ("မြန်မာ", 5),
        ("x\u0302", 1),
        ("港口", 4),
        ("lake", 4),
    ],
)
def test_spacing_marks_have_a_cell_and_others_none(text: str, cells: int) -> None:
    assert cell_len(text) == cells
    assert rich_cell_len(text) == cells, "Textual measures with Rich"


def test_a_line_never_begins_with_a_mark() -> None:
    for width in range(8, 30):
        assert not any(is_mark(line[0]) for line in lines("မြစ်ရေသည်အလွန်အေးသောကြောင့်" * 3, width))
