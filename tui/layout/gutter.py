"""The gutter between the panes: the lines that join linked passages.

Ends in one row are joined by a straight line. Every other group gets one vertical lane (its trunk) with
a branch to each end. Where two groups cross, one passes under the other; there is never a `┼` between
them. The current group is heavy and lies on top. A group whose other side is off screen gets numbered
connectors (`─7▼`), and so does one that finds no lane (`─7↓`: its other end is on screen). A group that
is drawn but has more ends off screen gets an arrow where its trunk would go on (`▼7`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from tui.layout.gutter_cells import GutterCells, Run, VisibleEnds, draw_joined
from tui.layout.lanes import LaneRequest, assign_lanes
from tui.layout.line_styles import DOWN, UP
from tui.model import Side

__all__ = ["GutterDrawing", "GutterGroup", "Run", "draw_gutter"]


class GutterGroup(Struct, frozen=True):
    """The screen rows of passages that links join."""

    number: int
    """Different for every group."""
    left: tuple[int, ...]
    """Screen rows of its left passages, from 0; off screen if negative or past the last row."""
    right: tuple[int, ...]
    """Screen rows of its right passages."""
    weak: bool = False
    """Whether its links are all merely related: drawn dashed."""
    current: bool = False
    """Whether it is the current link: drawn heavy."""
    label: str = ""
    """Text on its connectors; its number if empty."""


class GutterDrawing(Struct, frozen=True):
    """A drawn gutter; every row has the same number of characters, each one column wide."""

    rows: tuple[tuple[Run, ...], ...] = ()
    lanes: Mapping[int, int] = field(default_factory=dict)
    """The lane of each group that has one, by its number; pass it to the next `draw_gutter`."""
    crowded: frozenset[int] = frozenset()
    """Groups that have both sides on screen but only connectors, because no lane was free."""
    hidden: frozenset[tuple[int, Side, int]] = frozenset()
    """Ends (group, side, row) not drawn because another group has an end in that row."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The characters of each row."""
        return tuple("".join(run.text for run in row) for row in self.rows)

    def number_at(self, row: int, column: int) -> int:
        """The number of the group drawn in a cell, or -1."""
        for run in self.rows[row] if 0 <= row < len(self.rows) and column >= 0 else ():
            if column < len(run.text):
                return run.number
            column -= len(run.text)
        return -1


def draw_gutter(
    groups: Sequence[GutterGroup],
    width: int,
    height: int,
    *,
    ascii: bool = False,
    lanes: Mapping[int, int] | None = None,
) -> GutterDrawing:
    """Draw the groups.

    `lanes`: those of the previous frame, so that lines do not jump between columns. Every visible end is
    either joined to all other visible ends of its group and to nothing else, or has a connector, or is in
    `hidden`. Lanes need at least 3 columns.
    """
    if width < 1 or height < 1:
        return GutterDrawing(((),) * max(0, height))
    visible = _visible_ends(groups, height)
    columns = _lanes(visible, width, ascii, lanes or {})
    joined = [e for e in visible if e.two_sided and (e.straight or e.number in columns)]
    unjoined = [e for e in visible if not (e.two_sided and (e.straight or e.number in columns))]
    cells = GutterCells(width, height, ascii)
    draw_joined(cells, joined, columns)
    _draw_connectors(cells, unjoined, joined, columns)
    for ends in joined:
        for way, beyond in ((UP, ends.above), (DOWN, ends.below)):
            if any(beyond):
                cells.draw_continuation(ends, columns.get(ends.number), way)
    crowded = frozenset(e.number for e in unjoined if e.two_sided)
    hidden = frozenset(
        (e.number, side, row)
        for e in visible
        for side, rows in zip(Side, e.displaced, strict=True)
        for row in rows
    )
    return GutterDrawing(tuple(cells.runs()), columns, crowded, hidden)


def _visible_ends(groups: Sequence[GutterGroup], height: int) -> list[VisibleEnds]:
    """The groups with an end on screen, the current one first. Each row of a side goes to one group only."""
    taken: tuple[set[int], set[int]] = (set(), set())
    current = next((group for group in groups if group.current), None)
    ends = []
    for group in sorted(groups, key=lambda group: group is not current):
        rows: list[tuple[int, ...]] = []
        displaced: list[tuple[int, ...]] = []
        for side, anchors in enumerate((group.left, group.right)):
            visible = {row for row in anchors if 0 <= row < height}
            rows.append(tuple(sorted(visible - taken[side])))
            displaced.append(tuple(sorted(visible & taken[side])))
            taken[side].update(visible)
        if rows[0] or rows[1] or displaced[0] or displaced[1]:
            ends.append(
                VisibleEnds(
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
                    (displaced[0], displaced[1]),
                    group.label or str(group.number),
                )
            )
    return ends


def _lanes(
    visible: Sequence[VisibleEnds], width: int, ascii: bool, previous: Mapping[int, int]
) -> dict[int, int]:
    """The lane of each group that needs one and gets it."""
    reserved = [0] * width
    for ends in visible:
        if not ends.two_sided:
            size = min(width, len(ends.label) + 2)
            for column in range(size):
                for row in ends.left:
                    reserved[column] |= 1 << row
                for row in ends.right:
                    reserved[width - 1 - column] |= 1 << row
    bent = [e for e in visible if e.two_sided and not e.straight]
    requests = [
        LaneRequest(_bits(e.left), _bits(e.right), e.current, e.weak, previous.get(e.number, -1))
        for e in bent
    ]
    # ASCII joints all look the same: a free row between two lanes in one column keeps them apart.
    columns = assign_lanes(requests, width, reserved, gap=1 if ascii else 0)
    return {e.number: column for e, column in zip(bent, columns, strict=True) if column >= 0}


def _bits(rows: Sequence[int]) -> int:
    return sum(1 << row for row in rows)


def _draw_connectors(
    cells: GutterCells,
    unjoined: Sequence[VisibleEnds],
    joined: Sequence[VisibleEnds],
    columns: Mapping[int, int],
) -> None:
    """Draw a connector at every visible end of the groups that are not joined."""
    connectors = {(side, row) for ends in unjoined for side in Side for row in ends.at(side)}
    branches = {
        (side, row): columns[ends.number]
        for ends in joined
        if ends.number in columns
        for side in Side
        for row in ends.at(side)
    }
    for ends in unjoined:
        for side in Side:
            for row in ends.at(side):
                facing = (side.other, row)
                limit = max(1, cells.width - 1)  # not to the other edge, where nothing ends
                if facing in branches:
                    lane = branches[facing]
                    limit = lane if side is Side.LEFT else cells.width - 1 - lane
                elif facing in connectors:
                    limit = max(1, cells.width // 2)
                cells.draw_connector(ends, side, row, limit)
