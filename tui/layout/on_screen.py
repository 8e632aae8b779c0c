"""The passages and link groups on the screen."""

from __future__ import annotations

from collections.abc import Iterable

from tui.layout.gutter import GutterGroup
from tui.layout.view import View
from tui.model import Link, Relation, Side
from tui.model.link_groups import LinkGroup
from tui.reading.reading import Reading


def passages_seen(view: View, sides: Iterable[Side] = Side) -> dict[Side, frozenset[int]]:
    """The passages whose last line is on the screen, for each side; none for a side not in `sides`.

    Folded passages are not seen. A passage longer than the screen is seen once its end is on it.
    """
    visible = tuple(sides)
    return {side: frozenset(_seen_on(view, side) if side in visible else ()) for side in Side}


def _seen_on(view: View, side: Side) -> list[int]:
    page, top = view.page(side), view.top(side)
    end = min(top + view.rows(side), page.height)
    first, seen = max(0, top), []
    if first >= end:
        return []
    for number in range(page.locate(first)[0], len(page.blocks)):
        block, begins = page.blocks[number], page.tops[number]
        if begins >= end:
            break
        if not block.folded and first < begins + len(block.starts) <= end:
            seen.append(block.first)
    return seen


def groups_on_screen(reading: Reading, view: View) -> list[GutterGroup]:
    """The groups with a passage on the screen. The current link is a group of its own.

    So its heavy line joins exactly its two passages; their other links start from their second rows.
    """
    if reading.visible.filter.only_unmatched:
        return []  # linked passages are folded
    current = reading.link
    numbers = {
        reading.visible.group_at(side, index) for side in Side for index in _passages_on_screen(view, side)
    } - {-1}
    groups: list[GutterGroup] = []
    for number in sorted(numbers):
        group = reading.visible.groups[number]
        rest = tuple(link for link in group.links if link != current)
        if rest:
            groups.append(_gutter_group(LinkGroup(rest), reading, view, current))
    if current is not None:
        groups.append(_gutter_group(LinkGroup((current,)), reading, view, None))
    return groups


def _passages_on_screen(view: View, side: Side) -> Iterable[int]:
    page, top = view.page(side), view.top(side)
    if not page.blocks or top >= page.height:
        return ()
    last = page.passage_at(top + view.rows(side) - 1)
    return range(page.passage_at(top), last + 1)


def _gutter_group(group: LinkGroup, reading: Reading, view: View, current: Link | None) -> GutterGroup:
    ends = {
        side: tuple(
            _anchor_row(view, side, index, second=current is not None and current.at(side) == index)
            for index in group.at(side)
        )
        for side in Side
    }
    first = group.links[0]
    return GutterGroup(
        reading.visible.position(reading.side, first.pair) + 1,
        ends[Side.LEFT],
        ends[Side.RIGHT],
        weak=all(link.weak or link.relation is Relation.RELATED for link in group.links),
        current=first == reading.link,
    )


def _anchor_row(view: View, side: Side, index: int, second: bool) -> int:
    """The first row on screen of a passage, or a row off screen in its direction."""
    row, lines = view.row(side, index), view.page(side).lines(index)
    if row < 0 < row + lines:
        row, lines = 0, row + lines
    return row + 1 if second and lines > 1 and row >= 0 else row
