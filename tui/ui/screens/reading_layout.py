"""Layout of the reading screen: puts every widget in its box of the geometry."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.layouts.vertical import VerticalLayout
from textual.screen import Screen
from textual.widget import Widget

from tui.layout.geometry import Geometry
from tui.model import Side
from tui.ui.widgets.article_pane import ArticlePane
from tui.ui.widgets.minimap import Minimap
from tui.ui.widgets.title_bar import TitleBar

PLACES = ("first", "second")
"""The two panes: left and right or, stacked, the active one and the other."""


def show_sides(screen: Screen[None], active: Side, stacked: bool) -> None:
    """Give each pane of the reading screen its article; stacked, the one that the keys act on is above."""
    first = active if stacked else Side.LEFT
    for place, side in zip(PLACES, (first, first.other), strict=True):
        screen.query_one(f"#{place}-title", TitleBar).side = side
        screen.query_one(f"#{place}-map", Minimap).side = side
        pane = screen.query_one(f"#{place}-text", ArticlePane)
        pane.side, pane.stacked = side, stacked


class ReadingLayout(Layout):
    """Places children by their ids, which are the names of `Geometry.boxes`, and the rest one by one.

    It stands in place of five containers and of the rules of their sizes, each of which costs a style
    to be worked out and a background to be painted under what covers it.
    """

    name = "spread"

    def __init__(self, geometry: Callable[[], Geometry]) -> None:
        self._geometry = geometry

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        boxes = self._geometry().boxes(*parent.app.size)
        placements = []
        others = []
        for child in children:
            if child.parent is not parent or child.id is None:
                others.append(child)
            elif child.id in boxes:
                box = boxes[child.id]
                region = Region(box.x, box.y, box.width, box.height)
                placements.append(WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, child))
        if others:  # tooltips and similar widgets, in their own layers
            placements += VerticalLayout().arrange(parent, others, size, greedy)
        return placements
