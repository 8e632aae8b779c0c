"""The gutter between the panes: where each link runs, and the characters it is drawn with.

Rules: ends in one row are joined by a straight line; other groups get one vertical lane each, with
a tooth for every end. Where two groups cross, one passes under the other, never with a `┼` between
them. The current group is heavy and lies on top. A group whose other side is off screen shows
numbered ports (`─7▼`), and so does one that finds no lane (`─7↓`: its other end is on screen). A
group that is drawn but has more ends off screen shows an arrow (`▼7`) where its trunk would go on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from tui.layout.lanes import Wire, assign
from tui.layout.lines import DOWN, UP
from tui.layout.sheet import Ends, Run, Sheet, draw_joined
from tui.model import Side

__all__ = ["Gutter", "GutterGroup", "Run", "route"]


class GutterGroup(Struct, frozen=True):
    """Passages that belong together through links, as they lie on the screen."""

    number: int
    """What its ports say; no two groups have the same."""
    left: tuple[int, ...]
    """Screen rows of its left passages, from 0; negative or past the last row: off screen."""
    right: tuple[int, ...]
    weak: bool = False
    current: bool = False


class Gutter(Struct, frozen=True):
    """A gutter fit to paint; every row has the same number of cells, each one column wide."""

    rows: tuple[tuple[Run, ...], ...] = ()
    lanes: Mapping[int, int] = field(default_factory=dict)
    """The column of each group that has a lane, by its number: to be given to the next `route`."""
    crowded: frozenset[int] = frozenset()
    """Groups with ports though both sides are on screen, because no lane was left."""
    hidden: frozenset[tuple[int, Side, int]] = frozenset()
    """Ends (group, side, row) not drawn because another group has an end in that row."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The characters alone."""
        return tuple("".join(run.text for run in row) for row in self.rows)

    def number_at(self, row: int, column: int) -> int:
        """The group drawn in that cell, or -1."""
        for run in self.rows[row] if 0 <= row < len(self.rows) and column >= 0 else ():
            if column < len(run.text):
                return run.number
            column -= len(run.text)
        return -1


def route(
    groups: Sequence[GutterGroup],
    width: int,
    height: int,
    *,
    ascii: bool = False,
    lanes: Mapping[int, int] | None = None,
) -> Gutter:
    """Draw the groups; `lanes` of the frame before keep lines from jumping between columns.

    Every visible end is either joined to all the other visible ends of its group and to nothing
    else, or has a port, or is named in `hidden`. At least 3 columns are needed to draw lanes.
    """
    if width < 1 or height < 1:
        return Gutter(((),) * max(0, height))
    seen = _seen(groups, height)
    columns = _lanes(seen, width, height, ascii, lanes or {})
    joined = [e for e in seen if e.joined and (e.straight or e.number in columns)]
    apart = [e for e in seen if not (e.joined and (e.straight or e.number in columns))]
    sheet = Sheet(width, height, ascii)
    draw_joined(sheet, joined, columns)
    _draw_ports(sheet, apart, joined, columns)
    for ends in joined:
        for way, beyond in ((UP, ends.above), (DOWN, ends.below)):
            if any(beyond):
                sheet.stub(ends, columns.get(ends.number), way)
    crowded = frozenset(e.number for e in apart if e.joined)
    hidden = frozenset(
        (e.number, side, row) for e in seen for side, rows in zip(Side, e.lost, strict=True) for row in rows
    )
    return Gutter(tuple(sheet.runs()), columns, crowded, hidden)


def _seen(groups: Sequence[GutterGroup], height: int) -> list[Ends]:
    """The groups with an end on screen, the current one first; each row of a side to one group."""
    taken: tuple[set[int], set[int]] = (set(), set())
    current = next((group for group in groups if group.current), None)
    found = []
    for group in sorted(groups, key=lambda group: group is not current):
        rows: list[tuple[int, ...]] = []
        lost: list[tuple[int, ...]] = []
        for side, anchors in enumerate((group.left, group.right)):
            visible = {row for row in anchors if 0 <= row < height}
            rows.append(tuple(sorted(visible - taken[side])))
            lost.append(tuple(sorted(visible & taken[side])))
            taken[side].update(visible)
        if rows[0] or rows[1] or lost[0] or lost[1]:
            found.append(
                Ends(
                    group.number,
                    rows[0],
                    rows[1],
                    group.weak,
                    group is current,
                    (min(group.left, default=0) < 0, min(group.right, default=0) < 0),
                    (
                        max(group.left, default=0) >= height,
                        max(group.right, default=0) >= height,
                    ),
                    (lost[0], lost[1]),
                )
            )
    return found


def _lanes(
    seen: Sequence[Ends], width: int, height: int, ascii: bool, before: Mapping[int, int]
) -> dict[int, int]:
    """The column of each group that needs a lane and finds one."""
    reserved = [0] * width
    for ends in seen:
        if not ends.joined:
            size = min(width, len(str(ends.number)) + 2)
            for column in range(size):
                for row in ends.left:
                    reserved[column] |= 1 << row
                for row in ends.right:
                    reserved[width - 1 - column] |= 1 << row
    bent = [e for e in seen if e.joined and not e.straight]
    wires = [Wire(_bits(e.left), _bits(e.right), e.current, e.weak, before.get(e.number, -1)) for e in bent]
    # ASCII joints all look the same: a free row between two lanes in one column keeps them apart.
    columns = assign(wires, width, reserved, gap=1 if ascii else 0)
    return {e.number: column for e, column in zip(bent, columns, strict=True) if column >= 0}


def _bits(rows: Sequence[int]) -> int:
    return sum(1 << row for row in rows)


def _draw_ports(
    sheet: Sheet, apart: Sequence[Ends], joined: Sequence[Ends], columns: Mapping[int, int]
) -> None:
    """A port at every visible end of the groups that are not joined."""
    ports = {(side, row) for ends in apart for side in Side for row in ends.at(side)}
    teeth = {
        (side, row): columns[ends.number]
        for ends in joined
        if ends.number in columns
        for side in Side
        for row in ends.at(side)
    }
    for ends in apart:
        for side in Side:
            for row in ends.at(side):
                facing = (side.other, row)
                limit = max(1, sheet.width - 1)  # not to the other edge, where nothing ends
                if facing in teeth:
                    lane = teeth[facing]
                    limit = lane if side is Side.LEFT else sheet.width - 1 - lane
                elif facing in ports:
                    limit = max(1, sheet.width // 2)
                sheet.port(ends, side, row, limit)
