"""The passages and link groups on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from time import monotonic

from tui.layout.gutter import GutterGroup
from tui.layout.view import View
from tui.model import Link, Relation, Side
from tui.model.link_groups import LinkGroup
from tui.reading.reading import Reading

SEEN_SECONDS = 1.0
"""Seconds that a passage must be on the screen to count as seen."""
MANY_LINKS = 1.5
"""Links for each linked left passage from which not all are drawn; set by eye on two made articles of 60
sentences with 200 links."""


def passages_seen(view: View, sides: Iterable[Side] = Side) -> dict[Side, frozenset[int]]:
    """The passages whose last line is on the screen, for each side; none for a side not in `sides`.

    Folded passages are not seen. A passage longer than the screen is seen once its end is on it.
    """
    visible = tuple(sides)
    return {side: frozenset(_seen_on(view, side) if side in visible else ()) for side in Side}


class SeenWatch:
    """The passages that have been on the screen for SEEN_SECONDS at least."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """`clock` gives the time in seconds."""
        self._clock = clock
        self._since: dict[tuple[Side, int], float] = {}
        self.seen: dict[Side, frozenset[int]] = {side: frozenset() for side in Side}

    def look(self, visible: Mapping[Side, frozenset[int]]) -> None:
        """Take note of what is on the screen now: before it changes, and once in a while."""
        now = self._clock()
        places = [(side, index) for side in Side for index in visible[side]]
        self._since = {place: self._since.get(place, now) for place in places}
        long = [place for place, since in self._since.items() if now - since >= SEEN_SECONDS]
        self.seen = {
            side: self.seen[side] | frozenset(index for other, index in long if other is side)
            for side in Side
        }


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

    So its heavy line joins exactly its two passages; their other links start from their second rows. With
    many links only the current pair's and those of its neighbours are groups; of the others each passage has
    a stub with the number of its links.
    """
    if reading.visible.filter.only_unmatched:
        return []  # linked passages are folded
    if len(reading.links) > MANY_LINKS * len(reading.visible.stops):
        return _few_groups(reading, view)
    current = reading.link
    numbers = {
        reading.visible.group_at(side, index) for side in Side for index in passages_on_screen(view, side)
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


def _few_groups(reading: Reading, view: View) -> list[GutterGroup]:
    """The current link, the stars of its two passages, the pairs before and after it; stubs of all others."""
    visible, current = reading.visible, reading.link
    drawn: list[LinkGroup] = []
    if current is not None:
        drawn.append(LinkGroup((current,)))
        for side in Side:
            other_links = tuple(k for k in visible.links_at(side, current.at(side)) if k != current)
            if other_links:
                drawn.append(LinkGroup(other_links))
    place = visible.stop_from(reading.left) if current is None else reading.pair_number - 1
    taken = {(side, index) for group in drawn for side in Side for index in group.at(side)}
    for number in (place - 1, place, place + 1):
        for link in visible.stops[number : number + 1] if number >= 0 else ():
            if not taken & {(Side.LEFT, link.left), (Side.RIGHT, link.right)}:
                drawn.append(LinkGroup((link,)))
                taken |= {(Side.LEFT, link.left), (Side.RIGHT, link.right)}
    heavy = 0 if current is None else 1
    groups = [_gutter_group(group, reading, view, current) for group in drawn[heavy:]]
    groups += [_gutter_group(group, reading, view, None) for group in drawn[:heavy]]
    return groups + _stubs(reading, view, taken)


def _stubs(reading: Reading, view: View, taken: Set[tuple[Side, int]]) -> list[GutterGroup]:
    """A stub for each linked passage on the screen that is not `taken`: its number of links."""
    stubs = []
    for offset, side in enumerate(Side):
        for index in passages_on_screen(view, side):
            links = reading.visible.links_at(side, index)
            if not links or (side, index) in taken:
                continue
            row = (_anchor_row(view, side, index, second=False),)
            number = reading.visible.position(links[0].pair) + 1 + (offset + 1) * len(reading.links)
            left, right = (row, ()) if side is Side.LEFT else ((), row)
            stubs.append(GutterGroup(number, left, right, weak=_related(links), label=str(len(links))))
    return stubs


def passages_on_screen(view: View, side: Side) -> Iterable[int]:
    """The indices of the passages with a row on the screen; of a fold, all between its ends."""
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
        reading.visible.position(first.pair) + 1,
        ends[Side.LEFT],
        ends[Side.RIGHT],
        weak=_related(group.links),
        current=first == reading.link,
        label=str(reading.visible.stop_number(first.pair)),
    )


def _related(links: Iterable[Link]) -> bool:
    return all(link.weak or link.relation is Relation.RELATED for link in links)


def _anchor_row(view: View, side: Side, index: int, second: bool) -> int:
    """The first row on screen of a passage, or a row off screen in its direction."""
    row, lines = view.row(side, index), view.page(side).lines(index)
    if row < 0 < row + lines:
        row, lines = 0, row + lines
    return row + 1 if second and lines > 1 and row >= 0 else row
