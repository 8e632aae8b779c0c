"""A widget that paints whole rows of its own."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Canvas(Widget):
    """Rows made by `strip_at`, without border, padding or tint.

    It hands its strips to the compositor itself, past Textual's style cache: that halves the time of
    a key. So it applies the line filters (NO_COLOR, ANSI themes) when a strip is made.
    """

    ALLOW_SELECT = False

    def look(self, component: str, base: Style) -> Style:
        """`base` in the colour and the weight of a component class, blended over the background."""
        style = self.get_component_rich_style(component)
        weight = self.get_component_rich_style(component, partial=True)
        return base + Style(color=style.color, bold=weight.bold, italic=weight.italic)

    def strip_at(self, y: int) -> Strip:
        """The strip of row y of the widget, as wide as the widget."""
        raise NotImplementedError

    def finished(self, segments: Iterable[Segment]) -> Strip:
        """A strip of the segments, as wide as the widget, with the line filters applied."""
        strip = Strip(segments).adjust_cell_length(self.size.width, self.rich_style)
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, background)
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        strips = [self.strip_at(y) for y in range(crop.y, crop.bottom)]
        if crop.x or crop.width != self.size.width:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips
