"""The shades of the map: a glyph and a colour for each link by its score and topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color

from tui.layout.matrix import LEVELS, MatrixMark

if TYPE_CHECKING:
    from tui.ui.widgets.row_widget import RowWidget

_BLOCKS = " ·░▒▓█"
_ASCII = " .:+#@"
_STRENGTH = (0.0, 0.25, 0.45, 0.6, 0.8, 1.0)
"""How much of its colour a level has over the background, where it has no glyph to tell it by."""


class MapShades:
    """Styles for the marks of one picture, kept until the theme changes."""

    def __init__(self, ascii: bool) -> None:
        self._glyphs = _ASCII if ascii else _BLOCKS
        self._styles: dict[object, Style] = {}

    def forget(self) -> None:
        self._styles.clear()

    @property
    def hidden(self) -> str:
        return self._glyphs[1 : LEVELS - 2]

    @property
    def shown(self) -> str:
        return self._glyphs[LEVELS - 2 :]

    def glyph(self, mark: MatrixMark | None) -> str:
        return self._glyphs[mark.shade if mark else 0]

    def ruler(self, canvas: RowWidget, current: bool = False) -> Style:
        """Names at the edges; that of the cursor's passage is reversed."""
        key = "ruler", current
        if key not in self._styles:
            style = canvas.look("map-picture--ruler", self._base(canvas, False))
            self._styles[key] = style + Style(bold=True, reverse=True) if current else style
        return self._styles[key]

    def topic(self, canvas: RowWidget, topic: int) -> Style:
        """A topic's number in its colour."""
        key = "topic", topic
        if key not in self._styles:
            colour = canvas.topic_style(topic)
            self._styles[key] = self._base(canvas, False) + colour + Style(bold=True)
        return self._styles[key]

    def guide(self, canvas: RowWidget, crossed: bool) -> Style:
        """An empty place, or one on the diagonal."""
        key = "guide", crossed
        if key not in self._styles:
            self._styles[key] = canvas.look("map-picture--faint", self._base(canvas, crossed))
        return self._styles[key]

    def whole(self, canvas: RowWidget, mark: MatrixMark | None, crossed: bool) -> Style:
        """The colour of a place that has rows of its own."""
        if mark is None or not mark.visible:
            return self.guide(canvas, crossed)
        key = mark.link.topic, crossed
        if key not in self._styles:
            colour = canvas.topic_style(mark.link.topic)
            self._styles[key] = self._base(canvas, crossed) + colour
        return self._styles[key]

    def halves(
        self, canvas: RowWidget, marks: Sequence[MatrixMark | None], cursor: int, crossed: bool, width: int
    ) -> Iterator[tuple[str, Style]]:
        """Two places, one over the other; the cursor's half in the colour of the text.

        Where a place has several columns, a link that is not shown fills only the first.
        """
        for column in range(width):
            upper, lower = (
                self._base(canvas, False).color
                if half == cursor
                else self._colour(canvas, mark)
                if mark and (mark.visible or not column)
                else None
                for half, mark in enumerate(marks)
            )
            glyph = "▀" if upper != lower and upper else "▄" if upper != lower else "█" if upper else " "
            yield glyph, self._two(canvas, upper, lower, crossed)

    def _two(
        self, canvas: RowWidget, upper: RichColor | None, lower: RichColor | None, crossed: bool
    ) -> Style:
        """The style of a cell with two colours; one of the two is drawn, the other lies behind."""
        key = "two", upper, lower, crossed
        if key not in self._styles:
            behind = lower if upper and lower else None
            self._styles[key] = self._base(canvas, crossed) + Style(color=upper or lower, bgcolor=behind)
        return self._styles[key]

    def _colour(self, canvas: RowWidget, mark: MatrixMark) -> RichColor | None:
        key = "half", mark.shade, mark.link.topic if mark.visible else -1
        if key not in self._styles:
            style = self.whole(canvas, mark, False) if mark.visible else canvas.rich_style
            ground, colour = canvas.background_colors[1], style.color or canvas.rich_style.color
            assert colour is not None
            full = Color.from_rich_color(colour)
            blended = ground.blend(full, _STRENGTH[mark.shade], 1.0)
            self._styles[key] = Style(color=blended.rich_color)
        return self._styles[key].color

    def _base(self, canvas: RowWidget, crossed: bool) -> Style:
        """The background: plain, or tinted in the cursor's row and column."""
        key = "base", crossed
        if key not in self._styles:
            tint = canvas.get_component_rich_style("map-picture--cross").bgcolor
            self._styles[key] = canvas.rich_style + Style(bgcolor=tint) if crossed else canvas.rich_style
        return self._styles[key]
