"""The short route in one pane: an article pane whose page is made of both articles."""

from __future__ import annotations

from rich.style import Style

from tui.layout.page import Block
from tui.model import Side
from tui.route import RoutePage
from tui.widgets.article_pane import ArticlePane, Look


class RoutePane(ArticlePane):
    """Shows `R` before what the second article adds, and lines that stand for what is told already."""

    laid_out: RoutePage
    first: Side = Side.LEFT

    def _look(self, block: Block) -> Look:
        current = block.first <= self.reading.left <= block.last
        stop = self.laid_out.stops[block.first]
        sign = self.signs.fold if block.folded else "" if stop.side is self.first else stop.side.initial
        return Look(sign, current=current)

    def _text_style(self, block: Block, base: Style) -> Style:
        return self.look("article-pane--fold", base) if block.folded else base
