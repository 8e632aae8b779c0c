"""Cells that a text takes in a terminal.

Rich gives spacing marks no cell (categories Mc: vowel signs of Hindi, Bengali, Tamil, Malayalam, Burmese).
tmux, xterm, VTE and most others give each a cell of its own, so that rows with such text ran over their end.
Importing this module makes Rich, and with it Textual, count them. Where a terminal gives them none, the
terminal's driver moves the cursor to where Rich expects it.
"""

from __future__ import annotations

import re
from functools import cache

import rich.cells
from rich._unicode_data import load as load_cell_table
from rich.cells import CellTable, cell_len, get_character_cell_size

__all__ = ["MARKED", "cell_len", "get_character_cell_size", "is_mark"]

MARKED = re.compile(
    "[\u0903-\u0df3\u0f3e-\u0f7f\u102b-\u109c\u1715-\u1734\u17b6-\u17c8\u1923-\u1a6d\u1b04-\u1cf7\u302e\u302f"
    "\ua823-\uabec\U00011000-\U00011f3f\U00016f51-\U00016f87\U00016ff0\U00016ff1\U0001d165-\U0001d172]"
)
"""Scripts with spacing marks. Which of their characters are marks would take 20 ms to find out."""
_FIRST_MARK, _LAST_MARK = 0x903, 0x1D172
"""Spacing marks lie between; beyond are 4,096 characters of one range without any cell."""


def is_mark(character: str) -> bool:
    """Whether the character is a mark of the one before it, with or without a cell."""
    from unicodedata import category

    return category(character)[0] == "M"


@cache
def _table(unicode_version: str = "auto") -> CellTable:
    """Rich's table with a cell for each spacing mark; made once, in a millisecond."""
    from unicodedata import category, east_asian_width

    table = load_cell_table(unicode_version)
    widths: list[tuple[int, int, int]] = []
    for start, end, width in table.widths:
        if width or end < _FIRST_MARK or start > _LAST_MARK:
            widths.append((start, end, width))
            continue
        for number in range(start, end + 1):
            mark = category(chr(number)) == "Mc"
            size = (2 if east_asian_width(chr(number)) == "W" else 1) if mark else 0
            if widths and widths[-1][1] == number - 1 and widths[-1][2] == size:
                widths[-1] = (widths[-1][0], number, size)
            else:
                widths.append((number, number, size))
    return table._replace(widths=widths)


rich.cells.load_cell_table = _table  # type: ignore[attr-defined]  # the name that Rich looks up
get_character_cell_size.cache_clear()
rich.cells.cached_cell_len.cache_clear()
