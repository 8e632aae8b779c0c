"""Two panes that move as one: which links lead, and where the other pane goes.

The idea of a sync line that wanders from the top of the screen to its bottom, so that both ends of
both texts can be reached, is Meld's. Meld moves one pane from the other's offset by a formula;
here both offsets lie on one curve, built once, which never turns back. So scrolling one pane down
never moves the other up, whichever pane is scrolled, and scrolling back leads back.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Side
from tui.model.common_order import PlacedLink, common_order

Point = tuple[float, float]
"""Left and right: rows of the texts, or scroll offsets."""


class Extent(Struct, frozen=True):
    """How long a text is and how much of it is seen."""

    total: int
    """Rows of the text."""
    view: int
    """Rows of its pane."""

    @property
    def furthest(self) -> int:
        """The offset at which the last row stands at the bottom of the pane."""
        return max(0, self.total - self.view)


class ScrollSync(Struct, frozen=True):
    """How the offsets of two panes go together: a curve which rises in both.

    It leads from both texts' starts to both texts' ends, and on the way it has both passages of
    each link of the backbone on one screen row, wherever the texts' lengths allow it. One row
    scrolled moves the other pane by no more than a page. A text that fits its pane stays there.
    """

    curve: tuple[Point, ...] = ((0.0, 0.0),)
    """Corners of the curve, left and right offset, as it is followed."""
    links: tuple[Point, ...] = ((0.0, 0.0),)
    """The same as the links alone would have it."""
    pin: tuple[int, int] | None = None
    """Offsets which the reader brought together by hand."""

    @classmethod
    def of(cls, links: Iterable[PlacedLink], left: Extent, right: Extent) -> ScrollSync:
        """Couple two panes through the links between their texts."""
        rows: list[Point] = [(0, 0)]
        rows += [(min(t.left, left.total), min(t.right, right.total)) for t in common_order(links)]
        rows.append((left.total, right.total))
        curve = tuple(_eased(_offsets(rows, left, right), left, right))
        return cls(curve, curve)

    def follow(self, side: Side, offset: int) -> int:
        """The other pane's offset when the pane of `side` has been scrolled to `offset`.

        The answer depends on nothing else, so scrolling back leads back. Ask for a pane that did
        move; for one at rest the answer may be a row off, since the other pane may have led.
        """
        mine, its = (0, 1) if side is Side.LEFT else (1, 0)
        if self.pin and offset == self.pin[mine]:
            return self.pin[its]
        return round(_along(self.curve, mine, offset))

    def pinned(self, left: int, right: int) -> ScrollSync:
        """Coupled so that these two offsets go together: what was scrolled apart stays apart.

        The difference to what the links say is kept through the text and shrinks to nothing on the
        last rows before either end. A pin at the very end of one text makes that text wait there.
        Offsets past a text's end (blank rows under the last line) may be pinned: the curve then
        ends with them.
        """
        bent = _bent(self.links, left, right)
        low, high = self.links[0], self.links[-1]
        curve = (
            (min(low[0], left), min(low[1], right)),
            *(p for p in bent if p[0] <= left and p[1] <= right),
            (float(left), float(right)),
            *(p for p in bent if p[0] >= left and p[1] >= right),
            (max(high[0], left), max(high[1], right)),
        )
        return replace(self, curve=curve, pin=(left, right))

    def released(self) -> ScrollSync:
        """Without its pin: the links alone lead."""
        return ScrollSync(self.links, self.links)


def _along(curve: Sequence[Point], mine: int, offset: float) -> float:
    """The other coordinate of the curve's point with that coordinate, held at the curve's ends."""
    its = 1 - mine
    if offset <= curve[0][mine]:
        return curve[0][its]
    if offset >= curve[-1][mine]:
        return curve[-1][its]
    at = bisect_left(curve, offset, key=itemgetter(mine))
    (x0, y0), (x1, y1) = ((p[mine], p[its]) for p in curve[at - 1 : at + 1])
    return y0 + (y1 - y0) * (offset - x0) / (x1 - x0)


def _offsets(rows: Sequence[Point], left: Extent, right: Extent) -> list[Point]:
    """The offsets that put each pair of text rows on the sync line, which is one for both panes.

    The line goes down with the progress that both texts make together, counted in screens, and
    therefore never faster than either text comes up. Texts which hardly ever advance together
    (less than a screen in all) leave no such line; then each pane has a line of its own.
    """
    views = max(1, left.view), max(1, right.view)
    together = [0.0]
    for (l0, r0), (l1, r1) in pairwise(rows):
        together.append(together[-1] + min((l1 - l0) / views[0], (r1 - r0) / views[1]))
    trust = min(1.0, max(0.0, (together[-1] - 1) * 4))
    points = []
    for row, progress in zip(rows, together, strict=True):
        line = trust * _sync_line(progress, together[-1])
        own = tuple(
            line + (1 - trust) * _sync_line(at / view, text.total / view)
            for at, view, text in zip(row, views, (left, right), strict=True)
        )
        points.append((row[0] - views[0] * own[0], row[1] - views[1] * own[1]))
    return points


def _sync_line(progress: float, total: float) -> float:
    """Height of the sync line in the pane, from 0 (top) to 1; 0.5 but for a screen at either end.

    Meld's formula with the ramps cut for short texts; below 1.5 screens its own misses both ends.
    """
    ramp = min(1.0, total / 2)
    if ramp <= 0:
        return 0.0
    return (min(1.0, progress / ramp) + max(0.0, progress - (total - ramp)) / ramp) / 2


def _eased(points: Sequence[Point], left: Extent, right: Extent) -> list[Point]:
    """The curve with no step steeper than a page of either pane for one row of the other.

    What a step was cut by is made up on the rows that follow.
    """
    end_left, end_right = left.furthest, right.furthest
    if not end_left or not end_right:
        return [(0.0, 0.0), (float(end_left), float(end_right))]
    whole = end_right / end_left
    steepest, flattest = max(right.view, whole), min(1 / left.view, whole)
    eased: list[Point] = [(0.0, 0.0)]
    for x, y in points[1:-1]:
        before_x, before_y = eased[-1]
        x = min(max(x, before_x), end_left)
        lowest = max(before_y + flattest * (x - before_x), end_right - steepest * (end_left - x))
        highest = min(before_y + steepest * (x - before_x), end_right - flattest * (end_left - x))
        eased.append((x, max(before_y, min(max(y, lowest), highest))))
    return [*eased, (float(end_left), float(end_right))]


def _bent(curve: Sequence[Point], left: float, right: float) -> list[Point]:
    """The curve moved in its right coordinate to pass through a point, its ends left in place."""
    low, high = curve[0][1], curve[-1][1]
    here = _along(curve, 0, left)
    shift = min(max(right, low), high) - here
    reach = 4 * abs(shift)
    rise, fall = min(here - low, reach), min(high - here, reach)

    def share(room: float, ramp: float) -> float:
        return min(1.0, room / ramp) if ramp > 0 else 1.0

    corners = {low + rise, high - fall} if shift else set()
    points = [*curve, *((_along(curve, 1, y), y) for y in corners if low < y < high)]
    return [(x, y + shift * min(share(y - low, rise), share(high - y, fall))) for x, y in sorted(points)]


def one_row_offsets(
    tops: tuple[int, int], offsets: tuple[int, int], left: Extent, right: Extent, lines: int = 1
) -> tuple[int, int]:
    """The offsets that put a left and a right passage on one screen row.

    `tops` are the text rows at which the passages begin, `offsets` where the panes are now, `lines`
    those of the taller passage. Nothing moves if both are on one row and wholly visible. Else the
    row is the one nearest to a third of the view that moves the panes no further than they must.
    It always works, but near the end of one text an offset may pass `furthest`: the pane shows
    that many blank rows under its last line, as few as will do. Offsets are never negative.
    """
    view = max(1, min(left.view, right.view))
    deepest = max(0, view - lines)
    now = sorted(top - offset for top, offset in zip(tops, offsets, strict=True))
    if now[0] == now[1] and 0 <= now[0] <= deepest and min(offsets) >= 0:
        return offsets
    third = min(view // 3, deepest)
    reach = max(0, now[0]), min(deepest, now[1])
    row = min(max(third, reach[0]), reach[1]) if reach[0] <= reach[1] else third
    highest = max(tops[0] - left.furthest, tops[1] - right.furthest)
    row = min(max(row, min(highest, deepest)), *tops)
    return tops[0] - row, tops[1] - row
