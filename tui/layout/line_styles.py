"""Line styles: the characters that links are drawn with."""

from __future__ import annotations

from msgspec import Struct

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8


class LineStyle(Struct, frozen=True):
    """Characters of a line; `joints[mask]` is the one whose arms point in the directions of the mask."""

    joints: str
    horizontal: str
    vertical: str


def _line_style(horizontal: str, vertical: str, joints: str) -> LineStyle:
    """Make a style; `joints` are its forms of ╯╮┤╰╭├┴┬┼, in this order."""
    light = (" ", vertical, vertical, vertical, horizontal)
    lu, ld, lud, ru, rd, rud, lru, lrd, lrud = tuple(joints)
    arms = (*light, lu, ld, lud, horizontal, ru, rd, rud, horizontal, lru, lrd, lrud)
    return LineStyle("".join(arms), horizontal, vertical)


THIN, WEAK, HEAVY = (
    _line_style("─", "│", "╯╮┤╰╭├┴┬┼"),
    _line_style("╌", "┆", "╯╮┤╰╭├┴┬┼"),
    _line_style("━", "┃", "┛┓┫┗┏┣┻┳╋"),
)
ASCII_THIN, ASCII_WEAK, ASCII_HEAVY = (
    _line_style("-", "|", "+++++++++"),
    _line_style(".", ":", "+++++++++"),
    _line_style("=", "#", "#########"),
)

_HORIZONTAL = frozenset("─╌━-.=")
_LABEL = frozenset("0123456789▲▼↑↓^v*")


def is_horizontal(char: str) -> bool:
    return char in _HORIZONTAL


def is_label(char: str) -> bool:
    return char in _LABEL
