"""The shades of the map: a glyph and a colour for each link, by score and topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color

from tui.layout.map_grid import LEVELS, MapMark

if TYPE_CHECKING:
    from tui.ui.widgets.row_widget import RowWidget

_BLOCKS = " ·░▒▓█"
_ASCII = " .:+#@"
_STRENGTH = (0.0, 0.25, 0.45, 0.6, 0.8, 1.0)
"""Opacity of each shade where squares are half rows, without glyphs of their own."""


class MapShades:
    """Glyphs and styles of one map; styles are cached until the theme changes."""

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

    def glyph(self, mark: MapMark | None) -> str:
        return self._glyphs[mark.shade if mark else 0]

    def ruler(self, widget: RowWidget, current: bool = False) -> Style:
        """The style of ids at the edges; reversed for the passage at the cursor."""
        key = "ruler", current
        if key not in self._styles:
            style = widget.component_style("map-picture--ruler", self._base(widget, False))
            self._styles[key] = style + Style(bold=True, reverse=True) if current else style
        return self._styles[key]

    def topic(self, widget: RowWidget, topic: int) -> Style:
        """The style of a topic number."""
        key = "topic", topic
        if key not in self._styles:
            colour = widget.topic_style(topic)
            self._styles[key] = self._base(widget, False) + colour + Style(bold=True)
        return self._styles[key]

    def guide(self, widget: RowWidget, crossed: bool) -> Style:
        """The style of an empty square, or of one on the diagonal."""
        key = "guide", crossed
        if key not in self._styles:
            self._styles[key] = widget.component_style("map-picture--faint", self._base(widget, crossed))
        return self._styles[key]

    def full(self, widget: RowWidget, mark: MapMark | None, crossed: bool) -> Style:
        """The style of a square that is not half a row."""
        if mark is None or not mark.visible:
            return self.guide(widget, crossed)
        key = mark.link.topic, crossed
        if key not in self._styles:
            colour = widget.topic_style(mark.link.topic)
            self._styles[key] = self._base(widget, crossed) + colour
        return self._styles[key]

    def halves(
        self, widget: RowWidget, marks: Sequence[MapMark | None], cursor: int, crossed: bool, width: int
    ) -> Iterator[tuple[str, Style]]:
        """Two squares, one above the other; the half with the cursor is in the text colour.

        In a square of several columns, a hidden link fills only the first.
        """
        for column in range(width):
            upper, lower = (
                self._base(widget, False).color
                if half == cursor
                else self._colour(widget, mark)
                if mark and (mark.visible or not column)
                else None
                for half, mark in enumerate(marks)
            )
            glyph = "▀" if upper != lower and upper else "▄" if upper != lower else "█" if upper else " "
            yield glyph, self._two(widget, upper, lower, crossed)

    def _two(
        self, widget: RowWidget, upper: RichColor | None, lower: RichColor | None, crossed: bool
    ) -> Style:
        """The style of two halves: one colour for the glyph, the other for the background."""
        key = "two", upper, lower, crossed
        if key not in self._styles:
            behind = lower if upper and lower else None
            self._styles[key] = self._base(widget, crossed) + Style(color=upper or lower, bgcolor=behind)
        return self._styles[key]

    def _colour(self, widget: RowWidget, mark: MapMark) -> RichColor | None:
        key = "half", mark.shade, mark.link.topic if mark.visible else -1
        if key not in self._styles:
            style = self.full(widget, mark, False) if mark.visible else widget.rich_style
            ground, colour = widget.background_colors[1], style.color or widget.rich_style.color
            assert colour is not None
            full = Color.from_rich_color(colour)
            blended = ground.blend(full, _STRENGTH[mark.shade], 1.0)
            self._styles[key] = Style(color=blended.rich_color)
        return self._styles[key].color

    def _base(self, widget: RowWidget, crossed: bool) -> Style:
        """The background: plain, or tinted in the cursor's row and column."""
        key = "base", crossed
        if key not in self._styles:
            tint = widget.get_component_rich_style("map-picture--cross").bgcolor
            self._styles[key] = widget.rich_style + Style(bgcolor=tint) if crossed else widget.rich_style
        return self._styles[key]
