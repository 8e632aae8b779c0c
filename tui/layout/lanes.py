"""Which column of the gutter each group of links runs down in.

A group takes one vertical lane: its left ends come in from the left edge, its right ends leave to
the right one. Rows are kept as bit sets (bit r is screen row r), which makes a whole screen of
groups a matter of a few hundred `&`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

PORT_COST = 8
"""What covering a cell that a port wants costs, in crossings."""
PROXIMITY_COST = 0.25
"""What two lanes that end next to each other in one row cost: `╯╰` is right but not restful."""
HABIT = 0.5
"""What keeping the lane of the frame before is worth, so that lines stand still in scrolling."""
TRIES = 8


class Wire(Struct, frozen=True, eq=False, dict=True):
    """What a group of links wants of the gutter; no two wires share a row on one side."""

    left: int
    """Rows with an end on the left side, as bits."""
    right: int
    urgent: bool = False
    """Whether it goes first: the current group is to be drawn whatever else is not."""
    weak: bool = False
    habit: int = -1
    """The column it had in the frame before, or -1."""

    @cached_property
    def span(self) -> int:
        """Every row from its first to its last end."""
        ends = self.left | self.right
        return (1 << ends.bit_length()) - (ends & -ends)

    @cached_property
    def downwards(self) -> bool:
        """Whether it leads down from left to right."""
        return _middle(self.right) >= _middle(self.left)


def _middle(rows: int) -> int:
    """Twice the middle of the rows."""
    return (rows & -rows).bit_length() + rows.bit_length()


def assign(wires: Sequence[Wire], width: int, reserved: Sequence[int] = (), *, gap: int = 0) -> list[int]:
    """Give each wire a column from 1 to width - 2, or -1 where none is left.

    The columns at the edges stay free, so that every end touches its text. `reserved[c]` are rows
    where column c is wanted by a port. Wires in one column keep `gap` rows free between them.
    Short spans choose first; wires which found no lane choose first in the next try.
    """
    board = _Board(tuple(wires), width, tuple(reserved) or (0,) * width, gap)
    shape = [wire.span.bit_count() for wire in wires]
    order = sorted(range(len(wires)), key=lambda i: (not wires[i].urgent, shape[i], i))
    best, fewest = [-1] * len(wires), float("inf")
    for attempt in range(TRIES):
        lanes = board.settle(order, spread=attempt % 2 == 0)
        left_out = [i for i in order if lanes[i] < 0]
        loss = sum(0.9 if wires[i].weak else 1 + 99 * wires[i].urgent for i in left_out)
        if loss < fewest:
            best, fewest = lanes, loss
        if not left_out or board.hopeless(len(left_out)):
            break
        if attempt == 0:  # first fit from the top is the best colouring of plain intervals
            order = sorted(order, key=lambda i: wires[i].span & -wires[i].span)
        else:
            order = left_out + [i for i in order if i not in left_out]
    return best


class _Board(Struct, frozen=True):
    wires: tuple[Wire, ...]
    width: int
    reserved: tuple[int, ...]
    gap: int

    def settle(self, order: Sequence[int], *, spread: bool) -> list[int]:
        """Place the wires in that order, each where it is cheapest; -1 where nothing is free."""
        lanes = [-1] * len(self.wires)
        busy = [0] * self.width
        bounds = _Bounds(self.wires, self.width)
        for index in [i for i in order if bounds.admit(i)]:
            wire = self.wires[index]
            wide = wire.span
            for _ in range(self.gap):
                wide |= wide << 1 | wide >> 1
            room = range(bounds.first[index], bounds.last[index] + 1)
            free = [c for c in room if not busy[c] & wide]
            if not free:
                continue
            if wire.downwards:
                free.reverse()
            if spread and len(free) > 1:
                free = [min(free, key=self._costs(wire, lanes).__getitem__)]
            lanes[index] = free[0]
            busy[free[0]] |= wire.span
            bounds.fix(index, free[0])
        return lanes

    def _costs(self, wire: Wire, lanes: Sequence[int]) -> list[float]:
        """What each column would cost a wire, in lines crossed."""
        span, left, right = wire.span, wire.left, wire.right
        cost: list[float] = [PORT_COST * (span & rows).bit_count() for rows in self.reserved]
        for lane, other in zip(lanes, self.wires, strict=True):
            if lane < 0 or not other.span & span:
                continue
            if right & other.left:
                cost[lane + 1] += PROXIMITY_COST
            if left & other.right:
                cost[lane - 1] += PROXIMITY_COST
            before = (right & other.span).bit_count() + (other.left & span).bit_count()
            after = (left & other.span).bit_count() + (other.right & span).bit_count()
            for column in range(1, lane) if before else ():
                cost[column] += before
            for column in range(lane + 1, self.width - 1) if after else ():
                cost[column] += after
        if 0 <= wire.habit < self.width:
            cost[wire.habit] -= HABIT
        return cost

    def hopeless(self, left_out: int) -> bool:
        """Whether more lanes are wanted in some row than there are, by at least that many."""
        spans = [wire.span for wire in self.wires]
        deepest = max((sum(1 for span in spans if span & top) for top in {s & -s for s in spans}), default=0)
        return left_out <= deepest - (self.width - 2)


class _Bounds:
    """The first and the last column each wire may have.

    Of two wires which share a row, one coming from the left and one going to the right, the former
    must turn off first. Such wires form chains, and a wire in the middle of a chain must leave
    columns for those before and behind it. In a circle of them one wire cannot be drawn.
    """

    def __init__(self, wires: Sequence[Wire], width: int) -> None:
        self.first = [1] * len(wires)
        self.last = [width - 2] * len(wires)
        self._admitted: list[int] = []
        self._wires = wires
        self._after: list[list[int]] = [[] for _ in wires]
        self._before: list[list[int]] = [[] for _ in wires]

    def admit(self, index: int) -> bool:
        """Take a wire into account, unless those already admitted leave it no column."""
        kept = self.first[:], self.last[:]
        wire = self._wires[index]
        for other in self._admitted:
            if wire.left & self._wires[other].right:
                self._after[index].append(other)
                self._before[other].append(index)
            if wire.right & self._wires[other].left:
                self._after[other].append(index)
                self._before[index].append(other)
        possible = self.first[index] <= self.last[index]
        for other in (*self._before[index], index):
            possible = possible and self._push(other, self._after, self.first, 1)
        for other in (*self._after[index], index):
            possible = possible and self._push(other, self._before, self.last, -1)
        if possible:
            self._admitted.append(index)
            return True
        self.first, self.last = kept
        for other in self._after[index]:
            self._before[other].remove(index)
        for other in self._before[index]:
            self._after[other].remove(index)
        self._after[index], self._before[index] = [], []
        return False

    def fix(self, index: int, column: int) -> None:
        self.first[index] = self.last[index] = column
        self._push(index, self._after, self.first, 1)
        self._push(index, self._before, self.last, -1)

    def _push(self, index: int, onward: list[list[int]], limit: list[int], step: int) -> bool:
        """Pass a limit on along the chain; False if a wire is left without a column."""
        todo = [index]
        while todo:
            here = todo.pop()
            for there in onward[here]:
                bound = limit[here] + step
                if (bound - limit[there]) * step > 0:
                    limit[there] = bound
                    if self.first[there] > self.last[there]:
                        return False
                    todo.append(there)
        return True
