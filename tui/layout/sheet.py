"""A sheet of cells on which the lines, ports and stubs of the gutter are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from tui.layout.lines import (
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
    Pen,
    is_across,
    is_label,
)
from tui.model import Side
from tui.model.symbols import to_ascii

STUB_REACH = 3
"""How many rows a trunk may go on, past other lines, to show where its missing ends are."""


class Run(NamedTuple):
    """Neighbouring cells of one row which belong to one group."""

    text: str
    number: int = -1
    """The group's number; -1 for empty cells."""
    current: bool = False
    weak: bool = False


class Ends(Struct, frozen=True, eq=False):
    """The part of a group that can be seen: rows on screen, in order, and what lies beyond.

    Compared by identity: every cell of a sheet refers to one.
    """

    number: int
    left: tuple[int, ...]
    right: tuple[int, ...]
    weak: bool
    current: bool
    above: tuple[bool, bool] = (False, False)
    """Whether it has left ends, right ends above the screen."""
    below: tuple[bool, bool] = (False, False)
    lost: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    """Rows on screen, left and right, which another group took."""

    @property
    def joined(self) -> bool:
        """Whether there is something to join: an end on either side."""
        return bool(self.left and self.right)

    @property
    def straight(self) -> bool:
        return len(self.left) == 1 and self.left == self.right

    def at(self, side: Side) -> tuple[int, ...]:
        return self.left if side is Side.LEFT else self.right

    def arrows(self, side: Side, row: int) -> str:
        """Where the other ends are, seen from that end: ↑↓ on screen, ▲▼ beyond it."""
        far = 1 if side is Side.LEFT else 0
        others = self.at(side.other) + self.lost[far]
        up = "↑" if any(r < row for r in others) else "▲" if self.above[far] else ""
        down = "↓" if any(r > row for r in others) else "▼" if self.below[far] else ""
        return up + down


class Sheet:
    """Cells by row and column; `owner` says whose a cell is, None while it is free."""

    def __init__(self, width: int, height: int, ascii: bool) -> None:
        self.width, self.height, self.ascii = width, height, ascii
        self.chars = [" "] * (width * height)
        self.owner: list[Ends | None] = [None] * (width * height)

    def pen(self, ends: Ends) -> Pen:
        if ends.current:
            return ASCII_HEAVY if self.ascii else HEAVY
        if ends.weak:
            return ASCII_WEAK if self.ascii else WEAK
        return ASCII_THIN if self.ascii else THIN

    def put(self, row: int, column: int, char: str, ends: Ends) -> None:
        at = row * self.width + column
        self.chars[at], self.owner[at] = char, ends

    def teeth(self, ends: Ends, lane: int | None) -> None:
        """The horizontal lines of a group, from its ends to its lane or straight across."""
        across = self.pen(ends).across
        spans = (
            [(ends.left, 0, self.width)]
            if lane is None
            else [(ends.left, 0, lane), (ends.right, lane, self.width)]
        )
        for rows, start, stop in spans:
            for row in rows:
                base = row * self.width
                self.chars[base + start : base + stop] = across * (stop - start)
                self.owner[base + start : base + stop] = [ends] * (stop - start)

    def trunk(self, ends: Ends, lane: int) -> None:
        """The vertical line of a group, with a corner or a tee at every end."""
        joints = self.pen(ends).joints
        left, right = set(ends.left), set(ends.right)
        first = min(ends.left[0], ends.right[0])
        last = max(ends.left[-1], ends.right[-1])
        for row in range(first, last + 1):
            mask = (UP if row > first else 0) | (DOWN if row < last else 0)
            mask |= (LEFT if row in left else 0) | (RIGHT if row in right else 0)
            self.put(row, lane, joints[mask], ends)

    def port(self, ends: Ends, side: Side, row: int, limit: int) -> None:
        """A numbered port at one end, within `limit` cells of its edge, as near as there is room.

        It may stand behind lines that cross its row. Short of room it loses its dash, then its
        arrow, then its number; `*` is the least it is.
        """
        number, arrows = str(ends.number), ends.arrows(side, row)
        if self.ascii:
            arrows = to_ascii(arrows)
        flip = side is Side.RIGHT
        cells = [row * self.width + (self.width - 1 - i if flip else i) for i in range(limit)]
        for label in (arrows + number if flip else number + arrows, number, arrows[:1], "*"):
            size = len(label)
            for start in (*range(1, limit - size + 1), 0):
                wanted = cells[start : start + size]
                if label and len(wanted) == size and all(self.owner[c] is None for c in wanted):
                    self._write(cells[:start], wanted, label[::-1] if flip else label, ends)
                    return

    def _write(self, lead: list[int], wanted: list[int], label: str, ends: Ends) -> None:
        dash = self.pen(ends).across
        for cell in lead:
            if self.owner[cell] is None:
                self.chars[cell], self.owner[cell] = dash, ends
        for cell, char in zip(wanted, label, strict=True):
            self.chars[cell], self.owner[cell] = char, ends

    def stub(self, ends: Ends, lane: int | None, way: int) -> None:
        """Let a trunk go on to an arrow, up or down, where its group has ends beyond the screen."""
        rows = (*ends.left, *ends.right)
        start, step = (max(rows), 1) if way == DOWN else (min(rows), -1)
        middle = self.width // 2
        columns = sorted(range(1, self.width - 1), key=lambda c: abs(c - middle))
        for column in columns if lane is None else (lane,):
            at = start * self.width + column
            if lane is None and not self._plain(start, column, -step):
                continue
            row = self._free_below(column, start, step)
            if row < 0:
                continue
            pen = self.pen(ends)
            mask = (LEFT if start in ends.left else 0) | (RIGHT if start in ends.right else 0)
            trunk = 0 if lane is None else UP | DOWN
            self.chars[at] = pen.joints[mask | way | trunk]
            for between in range(start + step, row, step):
                self.put(between, column, pen.down, ends)
            self._sign(row, column, ("v^" if self.ascii else "▼▲")[way != DOWN], ends)
            return

    def _plain(self, row: int, column: int, back: int) -> bool:
        """Whether a straight line can have a tee there which cannot be read amiss: the line lies
        open on both sides, and nothing stands on the tee's back."""
        at = row * self.width + column
        behind = at + back * self.width
        return all(map(is_across, self.chars[at - 1 : at + 2])) and (
            not 0 <= behind < len(self.chars) or self.chars[behind] == " " or is_across(self.chars[behind])
        )

    def _free_below(self, column: int, start: int, step: int) -> int:
        """The first row in that direction with a free cell that only thin lines part it from."""
        for row in range(start + step, start + step * (STUB_REACH + 1), step):
            if not 0 <= row < self.height:
                return -1
            at = row * self.width + column
            owner = self.owner[at]
            if owner is None:
                return -1 if is_label(self.chars[at - 1]) or is_label(self.chars[at + 1]) else row
            if owner.current or not is_across(self.chars[at]):
                return -1
        return -1

    def _sign(self, row: int, column: int, arrow: str, ends: Ends) -> None:
        """An arrow, and the group's number beside it where there is room."""
        self.put(row, column, arrow, ends)
        number = str(ends.number)
        at = row * self.width + column + 1
        stop = at + len(number)
        fits = column + len(number) < self.width - 1
        if fits and self.owner[at:stop] == [None] * len(number) and not is_label(self.chars[stop]):
            self.chars[at:stop] = number
            self.owner[at:stop] = [ends] * len(number)

    def runs(self) -> Iterator[tuple[Run, ...]]:
        """The rows, neighbouring cells of one group together."""
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


def _run(text: str, ends: Ends | None) -> Run:
    return Run(text, ends.number, ends.current, ends.weak) if ends else Run(text)


def draw_joined(sheet: Sheet, joined: Sequence[Ends], lanes: Mapping[int, int]) -> None:
    """Draw the groups that have both sides on screen; trunks lie on teeth, the current on all.

    In ASCII a trunk is never broken, not even by the current group: `+ = +` would not say whether
    the upper `+` goes on to the lower one.
    """
    plain = [e for e in joined if not e.current]
    current = [e for e in joined if e.current]
    for layer in (plain + current,) if sheet.ascii else (plain, current):
        for ends in layer:
            sheet.teeth(ends, lanes.get(ends.number))
        for ends in layer:
            if ends.number in lanes:
                sheet.trunk(ends, lanes[ends.number])
