"""Synchronised scrolling: the offset of one pane, given that of the other.

The sync line, which moves from the top of the screen to its bottom so that both ends of both texts can be
reached, is Meld's idea. Meld computes one pane's offset from the other's by a formula. Here both offsets lie
on one curve, built once, that never turns back: scrolling one pane down never moves the other up, whichever
pane is scrolled, and scrolling back returns to the same place.
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
"""Left and right text row, or left and right scroll offset."""


class TextExtent(Struct, frozen=True):
    """Length of a text and height of its pane."""

    text_rows: int
    """Rows of the whole text."""
    pane_rows: int
    """Rows of its pane."""

    @property
    def max_offset(self) -> int:
        """The offset at which the last row of the text is at the bottom of the pane."""
        return max(0, self.text_rows - self.pane_rows)


class ScrollSync(Struct, frozen=True):
    """The pairs of offsets that two panes can have: a curve that rises in both.

    It runs from the start of both texts to the end of both, and puts both passages of each link of the
    common order on one screen row, wherever the lengths of the texts allow it. Scrolling one row moves the
    other pane by at most a page. A text that fits its pane does not move.
    """

    curve: tuple[Point, ...] = ((0.0, 0.0),)
    """Corners of the current curve: left and right offset."""
    link_curve: tuple[Point, ...] = ((0.0, 0.0),)
    """The same curve as the links alone determine it."""
    fixed_point: tuple[int, int] | None = None
    """Offsets that the reader set by scrolling the panes separately."""

    @classmethod
    def of(cls, links: Iterable[PlacedLink], left: TextExtent, right: TextExtent) -> ScrollSync:
        """Synchronise two panes by the links between their texts."""
        rows: list[Point] = [(0, 0)]
        ordered = common_order(links)
        rows += [(min(k.left, left.text_rows), min(k.right, right.text_rows)) for k in ordered]
        rows.append((left.text_rows, right.text_rows))
        curve = tuple(_limit_slope(_offsets(rows, left, right), left, right))
        return cls(curve, curve)

    def follow(self, side: Side, offset: int) -> int:
        """The other pane's offset once the pane of `side` has been scrolled to `offset`.

        It depends on nothing else, so scrolling back returns to the same place. `side` must be the pane that
        moved: the offset of the one that followed has been rounded.
        """
        mine, its = (0, 1) if side is Side.LEFT else (1, 0)
        if self.fixed_point and offset == self.fixed_point[mine]:
            return self.fixed_point[its]
        return round(_interpolate(self.curve, mine, offset))

    def through(self, left: int, right: int) -> ScrollSync:
        """Bend the curve through two offsets, so that panes scrolled separately keep their distance.

        The distance from the curve of the links is kept through the text and shrinks to nothing on the last
        rows before either end. Offsets at the very end of one text make that text wait there. Offsets past
        a text's end (blank rows under its last line) are allowed; the curve then ends with them.
        """
        bent = _bend_through(self.link_curve, left, right)
        low, high = self.link_curve[0], self.link_curve[-1]
        curve = (
            (min(low[0], left), min(low[1], right)),
            *(p for p in bent if p[0] <= left and p[1] <= right),
            (float(left), float(right)),
            *(p for p in bent if p[0] >= left and p[1] >= right),
            (max(high[0], left), max(high[1], right)),
        )
        return replace(self, curve=curve, fixed_point=(left, right))

    def links_only(self) -> ScrollSync:
        """Return to the curve of the links alone."""
        return ScrollSync(self.link_curve, self.link_curve)


def _interpolate(curve: Sequence[Point], mine: int, offset: float) -> float:
    """The other coordinate of the curve where coordinate `mine` is `offset`; its ends beyond them."""
    its = 1 - mine
    if offset <= curve[0][mine]:
        return curve[0][its]
    if offset >= curve[-1][mine]:
        return curve[-1][its]
    at = bisect_left(curve, offset, key=itemgetter(mine))
    (x0, y0), (x1, y1) = ((p[mine], p[its]) for p in curve[at - 1 : at + 1])
    return y0 + (y1 - y0) * (offset - x0) / (x1 - x0)


def _offsets(rows: Sequence[Point], left: TextExtent, right: TextExtent) -> list[Point]:
    """The offsets that put each pair of text rows on the sync line, which both panes share.

    The line moves down with the progress that both texts share, in screens, and so never faster
    than either text moves up. Texts that hardly advance together (less than a screen in all) leave no room
    for such a line; then each pane has its own.
    """
    panes = max(1, left.pane_rows), max(1, right.pane_rows)
    shared = [0.0]
    for (l0, r0), (l1, r1) in pairwise(rows):
        shared.append(shared[-1] + min((l1 - l0) / panes[0], (r1 - r0) / panes[1]))
    weight = min(1.0, max(0.0, (shared[-1] - 1) * 4))
    points = []
    for row, progress in zip(rows, shared, strict=True):
        line = weight * _sync_line(progress, shared[-1])
        own = tuple(
            line + (1 - weight) * _sync_line(at / pane, text.text_rows / pane)
            for at, pane, text in zip(row, panes, (left, right), strict=True)
        )
        points.append((row[0] - panes[0] * own[0], row[1] - panes[1] * own[1]))
    return points


def _sync_line(progress: float, total: float) -> float:
    """Height of the sync line in the pane, 0 (top) to 1: 0.5 except in the first and the last screen.

    Meld's formula, with shorter ramps for short texts: below 1.5 screens the original misses both ends.
    """
    ramp = min(1.0, total / 2)
    if ramp <= 0:
        return 0.0
    return (min(1.0, progress / ramp) + max(0.0, progress - (total - ramp)) / ramp) / 2


def _limit_slope(points: Sequence[Point], left: TextExtent, right: TextExtent) -> list[Point]:
    """Limit the slope of a curve to a page of either pane for one row of the other.

    The following rows make up for what a step was cut by.
    """
    end_left, end_right = left.max_offset, right.max_offset
    if not end_left or not end_right:
        return [(0.0, 0.0), (float(end_left), float(end_right))]
    whole = end_right / end_left
    steepest, flattest = max(right.pane_rows, whole), min(1 / left.pane_rows, whole)
    limited: list[Point] = [(0.0, 0.0)]
    for x, y in points[1:-1]:
        before_x, before_y = limited[-1]
        x = min(max(x, before_x), end_left)
        lowest = max(before_y + flattest * (x - before_x), end_right - steepest * (end_left - x))
        highest = min(before_y + steepest * (x - before_x), end_right - flattest * (end_left - x))
        limited.append((x, max(before_y, min(max(y, lowest), highest))))
    return [*limited, (float(end_left), float(end_right))]


def _bend_through(curve: Sequence[Point], left: float, right: float) -> list[Point]:
    """Shift a curve in its right coordinate to pass through a point, with its ends in place."""
    low, high = curve[0][1], curve[-1][1]
    here = _interpolate(curve, 0, left)
    shift = min(max(right, low), high) - here
    reach = 4 * abs(shift)
    rise, fall = min(here - low, reach), min(high - here, reach)

    def share(room: float, ramp: float) -> float:
        return min(1.0, room / ramp) if ramp > 0 else 1.0

    corners = {low + rise, high - fall} if shift else set()
    points = [*curve, *((_interpolate(curve, 1, y), y) for y in corners if low < y < high)]
    return [(x, y + shift * min(share(y - low, rise), share(high - y, fall))) for x, y in sorted(points)]


def one_row_offsets(
    tops: tuple[int, int], left: TextExtent, right: TextExtent, lines: int = 1
) -> tuple[int, int]:
    """The offsets that put a left and a right passage on one screen row.

    `tops`: the text rows at which the passages begin. `lines`: rows of the taller passage. The row is always
    the same, a third down, so that the eye need not look for it; only near the beginning of a text it is
    further up, and where a passage is too long to end on the screen. Near the end of one text an offset may
    pass `max_offset`: then the row is further down or, if the other text is not at its end, the pane shows
    blank rows under its last line. Offsets are never negative.
    """
    pane_rows = max(1, min(left.pane_rows, right.pane_rows))
    lowest = max(0, pane_rows - lines)
    third = min(pane_rows // 3, lowest)
    highest = max(tops[0] - left.max_offset, tops[1] - right.max_offset)
    row = min(max(third, min(highest, lowest)), *tops)
    return tops[0] - row, tops[1] - row
