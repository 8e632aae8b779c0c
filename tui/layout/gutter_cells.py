"""The cells of the gutter, on which lines, connectors and arrows are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from tui.layout.line_styles import (
    ASCII_HEAVY,
    ASCII_THIN,
    ASCII_WEAK,
    DOWN,
    HEAVY,
    LEFT,
    RIGHT,
    THIN,
    UP,
    WEAK,
    LineStyle,
    is_horizontal,
    is_label,
)
from tui.model import Side
from tui.model.symbols import to_ascii

MAX_CONTINUATION = 3
"""Rows a trunk may go on, past other lines, to an arrow that points to its ends off screen."""


class Run(NamedTuple):
    """Adjacent cells of one row that belong to one group."""

    text: str
    number: int = -1
    """The group's number; -1 for empty cells."""
    current: bool = False
    weak: bool = False


class VisibleEnds(Struct, frozen=True, eq=False):
    """The ends of a group on screen, and the directions of its other ends.

    Compared by identity, since every cell refers to one.
    """

    number: int
    left: tuple[int, ...]
    """Screen rows of its left ends, in order."""
    right: tuple[int, ...]
    weak: bool
    current: bool
    above: tuple[bool, bool] = (False, False)
    """Whether it has left ends, and right ends, above the screen."""
    below: tuple[bool, bool] = (False, False)
    displaced: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    """Rows on screen, left and right, that went to another group."""
    label: str = ""
    """Text on its connectors."""

    @property
    def two_sided(self) -> bool:
        """Whether it has ends to join on both sides."""
        return bool(self.left and self.right)

    @property
    def straight(self) -> bool:
        """Whether a straight line joins it: one end on each side, in the same row."""
        return len(self.left) == 1 and self.left == self.right

    def at(self, side: Side) -> tuple[int, ...]:
        return self.left if side is Side.LEFT else self.right

    def arrows(self, side: Side, row: int) -> str:
        """Arrows from one end towards those of the other side: ↑↓ on screen, ▲▼ off screen."""
        far = 1 if side is Side.LEFT else 0
        others = self.at(side.other) + self.displaced[far]
        up = "↑" if any(r < row for r in others) else "▲" if self.above[far] else ""
        down = "↓" if any(r > row for r in others) else "▼" if self.below[far] else ""
        return up + down


class GutterCells:
    """Characters by row and column; `owner` holds the group each cell belongs to, or None."""

    def __init__(self, width: int, height: int, ascii: bool) -> None:
        self.width, self.height, self.ascii = width, height, ascii
        self.chars = [" "] * (width * height)
        self.owner: list[VisibleEnds | None] = [None] * (width * height)

    def style(self, ends: VisibleEnds) -> LineStyle:
        if ends.current:
            return ASCII_HEAVY if self.ascii else HEAVY
        if ends.weak:
            return ASCII_WEAK if self.ascii else WEAK
        return ASCII_THIN if self.ascii else THIN

    def put(self, row: int, column: int, char: str, ends: VisibleEnds) -> None:
        at = row * self.width + column
        self.chars[at], self.owner[at] = char, ends

    def draw_branches(self, ends: VisibleEnds, lane: int | None) -> None:
        """Draw the horizontal lines of a group, from its ends to its lane or straight across."""
        line = self.style(ends).horizontal
        spans = (
            [(ends.left, 0, self.width)]
            if lane is None
            else [(ends.left, 0, lane), (ends.right, lane, self.width)]
        )
        for rows, start, stop in spans:
            for row in rows:
                base = row * self.width
                self.chars[base + start : base + stop] = line * (stop - start)
                self.owner[base + start : base + stop] = [ends] * (stop - start)

    def draw_trunk(self, ends: VisibleEnds, lane: int) -> None:
        """Draw the vertical line of a group, with a corner or a tee at every branch."""
        joints = self.style(ends).joints
        left, right = set(ends.left), set(ends.right)
        first = min(ends.left[0], ends.right[0])
        last = max(ends.left[-1], ends.right[-1])
        for row in range(first, last + 1):
            mask = (UP if row > first else 0) | (DOWN if row < last else 0)
            mask |= (LEFT if row in left else 0) | (RIGHT if row in right else 0)
            self.put(row, lane, joints[mask], ends)

    def draw_connector(self, ends: VisibleEnds, side: Side, row: int, limit: int) -> None:
        """Draw a numbered connector at one end, within `limit` cells of its edge, as near to it as possible.

        Lines that cross its row may come before it. Where room is short it loses its dash, then its arrow,
        then its number; the shortest connector is `*`.
        """
        number, arrows = ends.label, ends.arrows(side, row)
        if self.ascii:
            arrows = to_ascii(arrows)
        flip = side is Side.RIGHT
        cells = [row * self.width + (self.width - 1 - i if flip else i) for i in range(limit)]
        for label in (arrows + number if flip else number + arrows, number, arrows[:1], "*"):
            size = len(label)
            # Behind a dash; if a line is in the way, rather at the edge than behind that line.
            for start in (1, 0, *range(2, limit - size + 1)):
                room = cells[start : start + size]
                if label and len(room) == size and all(self.owner[c] is None for c in room):
                    self._draw_label(cells[:start], room, label[::-1] if flip else label, ends)
                    return

    def _draw_label(self, lead: list[int], room: list[int], label: str, ends: VisibleEnds) -> None:
        dash = self.style(ends).horizontal
        for cell in lead:
            if self.owner[cell] is None:
                self.chars[cell], self.owner[cell] = dash, ends
        for cell, char in zip(room, label, strict=True):
            self.chars[cell], self.owner[cell] = char, ends

    def draw_continuation(self, ends: VisibleEnds, lane: int | None, way: int) -> None:
        """Extend a trunk, up or down, to an arrow that points to ends off screen."""
        rows = (*ends.left, *ends.right)
        start, step = (max(rows), 1) if way == DOWN else (min(rows), -1)
        middle = self.width // 2
        columns = sorted(range(1, self.width - 1), key=lambda c: abs(c - middle))
        for column in columns if lane is None else (lane,):
            at = start * self.width + column
            if lane is None and not self._can_branch(start, column, -step):
                continue
            row = self._free_row(column, start, step)
            if row < 0:
                continue
            style = self.style(ends)
            mask = (LEFT if start in ends.left else 0) | (RIGHT if start in ends.right else 0)
            trunk = 0 if lane is None else UP | DOWN
            self.chars[at] = style.joints[mask | way | trunk]
            for between in range(start + step, row, step):
                self.put(between, column, style.vertical, ends)
            self._draw_arrow(row, column, ("v^" if self.ascii else "▼▲")[way != DOWN], ends)
            return

    def _can_branch(self, row: int, column: int, back: int) -> bool:
        """Whether a straight line can have an unambiguous tee in a cell: with the line open on both sides
        of it, and nothing on its back."""
        at = row * self.width + column
        behind = at + back * self.width
        return all(map(is_horizontal, self.chars[at - 1 : at + 2])) and (
            not 0 <= behind < len(self.chars)
            or self.chars[behind] == " "
            or is_horizontal(self.chars[behind])
        )

    def _free_row(self, column: int, start: int, step: int) -> int:
        """The first free row in a direction with only thin lines before it; -1 if there is none."""
        for row in range(start + step, start + step * (MAX_CONTINUATION + 1), step):
            if not 0 <= row < self.height:
                return -1
            at = row * self.width + column
            owner = self.owner[at]
            if owner is None:
                return -1 if is_label(self.chars[at - 1]) or is_label(self.chars[at + 1]) else row
            if owner.current or not is_horizontal(self.chars[at]):
                return -1
        return -1

    def _draw_arrow(self, row: int, column: int, arrow: str, ends: VisibleEnds) -> None:
        """Draw an arrow, with the group's number beside it if there is room."""
        self.put(row, column, arrow, ends)
        number = ends.label
        at = row * self.width + column + 1
        stop = at + len(number)
        fits = column + len(number) < self.width - 1
        if fits and self.owner[at:stop] == [None] * len(number) and not is_label(self.chars[stop]):
            self.chars[at:stop] = number
            self.owner[at:stop] = [ends] * len(number)

    def runs(self) -> Iterator[tuple[Run, ...]]:
        """The rows, adjacent cells of one group together."""
        width = self.width
        free, blank = [None] * width, (Run(" " * width),)
        for base in range(0, width * self.height, width):
            owners = self.owner[base : base + width]
            if owners == free:
                yield blank
                continue
            row, start, ends = [], 0, owners[0]
            text = "".join(self.chars[base : base + width])
            for column, owner in enumerate(owners):
                if owner is not ends:
                    row.append(_run(text[start:column], ends))
                    start, ends = column, owner
            row.append(_run(text[start:], ends))
            yield tuple(row)


def _run(text: str, ends: VisibleEnds | None) -> Run:
    return Run(text, ends.number, ends.current, ends.weak) if ends else Run(text)


def draw_joined(cells: GutterCells, joined: Sequence[VisibleEnds], lanes: Mapping[int, int]) -> None:
    """Draw the groups that have both sides on screen: trunks over branches, the current group over all.

    In ASCII a trunk is never broken, not even by the current group: from `+ = +` one could not tell
    whether the upper `+` goes on to the lower one.
    """
    plain = [e for e in joined if not e.current]
    current = [e for e in joined if e.current]
    for layer in (plain + current,) if cells.ascii else (plain, current):
        for ends in layer:
            cells.draw_branches(ends, lanes.get(ends.number))
        for ends in layer:
            if ends.number in lanes:
                cells.draw_trunk(ends, lanes[ends.number])
