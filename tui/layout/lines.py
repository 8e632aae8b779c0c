"""Line styles: the box-drawing characters that links are drawn with."""

from __future__ import annotations

from msgspec import Struct

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8


class Pen(Struct, frozen=True):
    """One style of line: `joints[mask]` is the character whose arms point where the mask says."""

    joints: str
    across: str
    down: str


def _pen(across: str, down: str, joints: str) -> Pen:
    """`joints`: the corners ╯╮┤╰╭├┴┬┼ in this order."""
    light = (" ", down, down, down, across)
    lu, ld, lud, ru, rd, rud, lru, lrd, lrud = tuple(joints)
    return Pen("".join((*light, lu, ld, lud, across, ru, rd, rud, across, lru, lrd, lrud)), across, down)


THIN, WEAK, HEAVY = (
    _pen("─", "│", "╯╮┤╰╭├┴┬┼"),
    _pen("╌", "┆", "╯╮┤╰╭├┴┬┼"),
    _pen("━", "┃", "┛┓┫┗┏┣┻┳╋"),
)
ASCII_THIN, ASCII_WEAK, ASCII_HEAVY = (
    _pen("-", "|", "+++++++++"),
    _pen(".", ":", "+++++++++"),
    _pen("=", "#", "#########"),
)

_ACROSS = frozenset("─╌━-.=")
_LABEL = frozenset("0123456789▲▼↑↓^v*")


def is_across(char: str) -> bool:
    return char in _ACROSS


def is_label(char: str) -> bool:
    return char in _LABEL
