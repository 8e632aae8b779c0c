"""Lanes: the columns of the gutter in which groups of links run down.

A group takes one vertical lane. Its left ends join it from the left edge, its right ends from the right
edge. Rows are bit sets (bit r is screen row r), so that a full screen of groups takes a few hundred `&`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

CONNECTOR_COST = 8
"""Cost of covering a cell that a connector needs, in crossings."""
PROXIMITY_COST = 0.25
"""Cost of two lanes that end next to each other in one row: `╯╰` is correct but hard on the eye."""
STABILITY_BONUS = 0.5
"""Value of keeping the lane of the previous frame, so that lines do not jump while scrolling."""
MAX_ATTEMPTS = 8
"""Orders tried before the best assignment is taken."""


class LaneRequest(Struct, frozen=True, eq=False, dict=True):
    """The ends of a group that needs a lane; no two groups share a row on one side."""

    left: int
    """Rows with a left end, as bits."""
    right: int
    """Rows with a right end, as bits."""
    priority: bool = False
    """Whether it is placed first: the current group must always be drawn."""
    weak: bool = False
    """Whether its links are all merely related."""
    previous: int = -1
    """Its column in the previous frame, or -1."""

    @cached_property
    def span(self) -> int:
        """All rows from its first to its last end, as bits."""
        ends = self.left | self.right
        return (1 << ends.bit_length()) - (ends & -ends)

    @cached_property
    def downwards(self) -> bool:
        """Whether it runs down from left to right."""
        return _middle(self.right) >= _middle(self.left)


def _middle(rows: int) -> int:
    """Twice the middle row."""
    return (rows & -rows).bit_length() + rows.bit_length()


def assign_lanes(
    requests: Sequence[LaneRequest], width: int, reserved: Sequence[int] = (), *, gap: int = 0
) -> list[int]:
    """Give each request a column, 1 to width - 2, or -1 if none is free.

    The columns at the edges stay free, so that every end touches its text. `reserved[c]`: rows in which a
    connector needs column c. Requests in one column keep `gap` rows free between them. Short spans choose
    first; requests that got no lane choose first in the next attempt.
    """
    table = _LaneTable(tuple(requests), width, tuple(reserved) or (0,) * width, gap)
    heights = [request.span.bit_count() for request in requests]
    order = sorted(range(len(requests)), key=lambda i: (not requests[i].priority, heights[i], i))
    best, least_loss = [-1] * len(requests), float("inf")
    for attempt in range(MAX_ATTEMPTS):
        lanes = table.place(order, spread=attempt % 2 == 0)
        left_out = [i for i in order if lanes[i] < 0]
        loss = sum(0.9 if requests[i].weak else 1 + 99 * requests[i].priority for i in left_out)
        if loss < least_loss:
            best, least_loss = lanes, loss
        if not left_out or table.too_crowded(len(left_out)):
            break
        if attempt == 0:  # first fit from the top colours plain intervals optimally
            order = sorted(order, key=lambda i: requests[i].span & -requests[i].span)
        else:
            order = left_out + [i for i in order if i not in left_out]
    return best


class _LaneTable(Struct, frozen=True):
    """The requests and the columns they compete for."""

    requests: tuple[LaneRequest, ...]
    width: int
    reserved: tuple[int, ...]
    gap: int

    def place(self, order: Sequence[int], *, spread: bool) -> list[int]:
        """Place the requests in an order, each in its cheapest free column; -1 where none is free."""
        lanes = [-1] * len(self.requests)
        busy = [0] * self.width
        bounds = _ColumnBounds(self.requests, self.width)
        for index in [i for i in order if bounds.admit(i)]:
            request = self.requests[index]
            wide = request.span
            for _ in range(self.gap):
                wide |= wide << 1 | wide >> 1
            room = range(bounds.first[index], bounds.last[index] + 1)
            free = [c for c in room if not busy[c] & wide]
            if not free:
                continue
            if request.downwards:
                free.reverse()
            if spread and len(free) > 1:
                free = [min(free, key=self._costs(request, lanes).__getitem__)]
            lanes[index] = free[0]
            busy[free[0]] |= request.span
            bounds.fix(index, free[0])
        return lanes

    def _costs(self, request: LaneRequest, lanes: Sequence[int]) -> list[float]:
        """The cost of each column for a request, in lines crossed."""
        span, left, right = request.span, request.left, request.right
        cost: list[float] = [CONNECTOR_COST * (span & rows).bit_count() for rows in self.reserved]
        for lane, other in zip(lanes, self.requests, strict=True):
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
        if 0 <= request.previous < self.width:
            cost[request.previous] -= STABILITY_BONUS
        return cost

    def too_crowded(self, left_out: int) -> bool:
        """Whether some row needs more lanes than there are, by at least `left_out`."""
        spans = [request.span for request in self.requests]
        deepest = max((sum(1 for span in spans if span & top) for top in {s & -s for s in spans}), default=0)
        return left_out <= deepest - (self.width - 2)


class _ColumnBounds:
    """The first and the last column possible for each request.

    Where one request has a left end and another a right end in the same row, the first must have the lane
    further to the left. Such requests form chains, and one in the middle of a chain must leave columns for
    those on both sides of it. In a cycle of them, one cannot be drawn.
    """

    def __init__(self, requests: Sequence[LaneRequest], width: int) -> None:
        self.first = [1] * len(requests)
        self.last = [width - 2] * len(requests)
        self._admitted: list[int] = []
        self._requests = requests
        self._after: list[list[int]] = [[] for _ in requests]
        self._before: list[list[int]] = [[] for _ in requests]

    def admit(self, index: int) -> bool:
        """Take a request into account; False if those already admitted leave it no column."""
        before = self.first[:], self.last[:]
        request = self._requests[index]
        for other in self._admitted:
            if request.left & self._requests[other].right:
                self._after[index].append(other)
                self._before[other].append(index)
            if request.right & self._requests[other].left:
                self._after[other].append(index)
                self._before[index].append(other)
        possible = self.first[index] <= self.last[index]
        for other in (*self._before[index], index):
            possible = possible and self._propagate(other, self._after, self.first, 1)
        for other in (*self._after[index], index):
            possible = possible and self._propagate(other, self._before, self.last, -1)
        if possible:
            self._admitted.append(index)
            return True
        self.first, self.last = before
        for other in self._after[index]:
            self._before[other].remove(index)
        for other in self._before[index]:
            self._after[other].remove(index)
        self._after[index], self._before[index] = [], []
        return False

    def fix(self, index: int, column: int) -> None:
        """Give a request its column."""
        self.first[index] = self.last[index] = column
        self._propagate(index, self._after, self.first, 1)
        self._propagate(index, self._before, self.last, -1)

    def _propagate(self, index: int, onward: list[list[int]], limit: list[int], step: int) -> bool:
        """Propagate a limit along the chain; False if a request is left without a column."""
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
