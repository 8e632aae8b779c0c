"""Reading lines back off the characters of a drawn gutter: the tests' oracle.

A reader follows a line with nothing but its characters, and so does `trace`: straight on under a
line that stands across the way, round a corner, and both ways at a tee.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.layout.line_styles import DOWN, HEAVY, LEFT, RIGHT, THIN, UP, is_horizontal
from tui.model import Side

_OPPOSITE = {UP: DOWN, DOWN: UP, LEFT: RIGHT, RIGHT: LEFT}
_STEP = {UP: (-1, 0), DOWN: (1, 0), LEFT: (0, -1), RIGHT: (0, 1)}
_DOWN = frozenset("│┆┃|:")
_MASKS = {pen.joints[mask]: mask for pen in (THIN, HEAVY) for mask in (5, 6, 7, 9, 10, 11, 13, 14, 15)}


def trace(rows: Sequence[str], side: Side, row: int) -> set[tuple[Side, int]]:
    """The ends that the line at an end joins, itself included, read off the characters.

    A connector gives the end itself alone; an empty cell at the edge gives nothing.
    """
    width = len(rows[row])
    column, heading = (0, RIGHT) if side is Side.LEFT else (width - 1, LEFT)
    if rows[row][column] == " ":
        return set()
    ends = {(side, row)}
    todo, seen = [(row, column, heading)], set()
    while todo:
        here = todo.pop()
        if here in seen:
            continue
        seen.add(here)
        for direction in _onward(rows, *here):
            down, across = _STEP[direction]
            r, c = here[0] + down, here[1] + across
            if c < 0 or c >= width:
                ends.add((Side.LEFT if c < 0 else Side.RIGHT, r))
            elif 0 <= r < len(rows):
                todo.append((r, c, direction))
    return ends


def _onward(rows: Sequence[str], row: int, column: int, heading: int) -> list[int]:
    """The directions in which a line goes on that enters a cell with a heading."""
    char = rows[row][column]
    sideways = heading in (LEFT, RIGHT)
    if char in _DOWN or (is_horizontal(char) and (sideways or char == "━")):
        return [heading]
    mask = _MASKS.get(char, 0) or _guess(rows, row, column)
    if not mask & _OPPOSITE[heading]:
        return [heading] if char == "#" and sideways else []
    return [way for way in _STEP if mask & way and way != _OPPOSITE[heading]]


def _guess(rows: Sequence[str], row: int, column: int) -> int:
    """The arms of an ASCII joint, read off its neighbours, since all joints look the same.

    An arm goes up or down to a bar or another joint, and sideways, under bars, to a dash of its
    own weight: a group has one lane, so a joint never lies beside another one of its own.
    """
    char = rows[row][column]
    if char not in ("+", "#"):
        return 0
    dashes, uprights, under = ("=", "#", "|:") if char == "#" else ("-.", "|:+", "|:#")
    mask = 0
    for way in (UP, DOWN):
        r = row + _STEP[way][0]
        if 0 <= r < len(rows) and rows[r][column] in uprights:
            mask |= way
    for way in (LEFT, RIGHT):
        c = column + _STEP[way][1]
        while 0 <= c < len(rows[row]) and rows[row][c] in under:
            c += _STEP[way][1]
        if 0 <= c < len(rows[row]) and rows[row][c] in dashes:
            mask |= way
    return mask
