"""A widget that paints whole rows of its own."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.color import Color
from textual.geometry import Region, Size
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from tui.model.symbols import ASCII, TO_ASCII, UNICODE, Symbols
from tui.ui.scene import Scene


class Canvas(Widget):
    """Rows made by `strip_at`, without border, padding or tint; what they show is its `scene`.

    It hands its strips to the compositor itself, past Textual's style cache: that halves the time of
    a key. So it applies the line filters (NO_COLOR, ANSI themes) when a strip is made.
    """

    ALLOW_SELECT = False

    scene: var[Scene] = var(Scene)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._base: Style | None = None
        self._behind: Color | None = None
        self._painted_size = Size(0, 0)
        # A strip keeps what it looks like as bytes: the same strip again costs nothing.
        self._made: LRUCache[tuple[Segment, ...], Strip] = LRUCache(2048)

    @property
    def ascii(self) -> bool:
        """Whether only ASCII characters may be drawn."""
        return bool(getattr(self.app, "ascii", False))

    @property
    def signs(self) -> Symbols:
        return ASCII if self.ascii else UNICODE

    @property
    def base(self) -> Style:
        """The style of bare cells, worked out once and not once a row."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def look(self, component: str, base: Style) -> Style:
        """`base` in the colour and the weight of a component class, blended over the background."""
        style = self.get_component_rich_style(component)
        weight = self.get_component_rich_style(component, partial=True)
        return base + Style(color=style.color, bold=weight.bold, italic=weight.italic)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._forget()

    def _forget(self) -> None:
        self._base = self._behind = None
        self._made.clear()

    def fit(self) -> None:
        """Work out anew what depends on the size; called before the first row of a new size is painted."""

    def strip_at(self, y: int) -> Strip:
        """The strip of row y of the widget, as wide as the widget."""
        raise NotImplementedError

    def strips(self, rows: range) -> list[Strip]:
        """The strips of some rows, one after the other."""
        return [self.strip_at(y) for y in rows]

    def finished(self, segments: Iterable[Segment]) -> Strip:
        """A strip of the segments, as wide as the widget, with the line filters applied."""
        key = tuple(segments)
        strip = self._made.get(key)
        if strip is None:
            strip = self._made[key] = self._make(key)
        return strip

    def _make(self, segments: Iterable[Segment]) -> Strip:
        if self.ascii:
            segments = [
                Segment(text.translate(TO_ASCII), style, control) for text, style, control in segments
            ]
        strip = Strip(segments).adjust_cell_length(self.size.width, self.base)
        if self._behind is None:
            self._behind = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, self._behind)
        return strip

    def refresh_rows(self, rows: Iterable[int]) -> None:
        """Repaint these rows of the widget."""
        regions = [Region(0, y, self.size.width, 1) for y in rows]
        if regions:
            self.refresh(*regions)

    def render_lines(self, crop: Region) -> list[Strip]:
        width = self.size.width
        if self.size != self._painted_size:
            if width != self._painted_size.width:
                self._forget()
            self._painted_size = self.size
            self.fit()
        strips = self.strips(range(crop.y, crop.bottom))
        if crop.x or crop.width != width:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips
