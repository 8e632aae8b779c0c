"""The passages that are on the screen."""

from __future__ import annotations

from collections.abc import Iterable

from tui.layout.view import View
from tui.model import Side


def on_screen(view: View, sides: Iterable[Side] = Side) -> dict[Side, frozenset[int]]:
    """The passages whose last line is on the screen, on each side; none on a side not among `sides`.

    A fold hides what is in it. A passage longer than the screen is seen when its end has come.
    """
    shown = tuple(sides)
    return {side: frozenset(_shown(view, side) if side in shown else ()) for side in Side}


def _shown(view: View, side: Side) -> list[int]:
    page, top = view.page(side), view.top(side)
    end = min(top + view.rows(side), page.height)
    first, shown = max(0, top), []
    if first >= end:
        return []
    for number in range(page.locate(first)[0], len(page.blocks)):
        block, begins = page.blocks[number], page.tops[number]
        if begins >= end:
            break
        if not block.folded and first < begins + len(block.starts) <= end:
            shown.append(block.first)
    return shown
