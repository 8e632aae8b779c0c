"""Put the cursor where the app expects it behind text that terminals do not measure alike.

Some give spacing marks no cell, most one, and the app counts one. Behind text with such marks the cursor is
moved to its column, so that what follows on the row stands where it belongs in either kind.
"""

from __future__ import annotations

import re

from tui.layout.cells import MARKED, cell_len

_TOKEN = re.compile(
    r"\x1b\[(?:\d+;(\d+)H|[0-9;:?<=>]*[ -/]*[@-~])"  # a move of the cursor, or another sequence
    r"|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b.|\r|\n|[^\x1b\r\n]+"
)
_GAP = re.compile("( {2,})")


def anchor_marks(data: str) -> str:
    """The output with the cursor set behind each text with spacing marks.

    The text's cells are emptied first, as it may leave the last ones untouched.
    """
    written: list[str] = []
    column = 0
    """Column of the cursor, from 1; 0 while unknown."""
    for match in _TOKEN.finditer(data):
        token = match[0]
        if match[1]:
            column = int(match[1])
        elif token == "\r":
            column = 1
        elif token[0] not in "\x1b\n" and column:
            token, column = _anchored(token, column)
        written.append(token)
    return "".join(written)


def _anchored(text: str, column: int) -> tuple[str, int]:
    """The text with the cursor set behind each part with marks, and the column behind it all."""
    parts = _GAP.split(text)
    for number, part in enumerate(parts):
        cells = cell_len(part)
        if MARKED.search(part):
            parts[number] = f"{' ' * cells}\x1b[{column}G{part}\x1b[{column + cells}G"
        column += cells
    return "".join(parts), column
