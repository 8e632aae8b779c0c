"""Base of the widgets that paint whole rows, and the colours of topics."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.cache import FIFOCache
from textual.color import Color
from textual.geometry import Region, Size
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from tui.layout.right_to_left import drawn_line
from tui.model.direction import has_right_to_left
from tui.model.symbols import ASCII, UNICODE, Symbols, to_ascii
from tui.ui.scene import Scene

K = TypeVar("K", bound=Hashable)
MAX_STRIPS = 256
"""Strips held by each widget: six screens of 40 rows. One takes about a kilobyte."""
TOPIC_COLOURS = 9
"""Topics beyond this many share colours; the number keys reach as many."""

_COLOURS = (
    "#4a9ede",
    "#d9822b",
    "#2e9e6b",
    "#c05fc9",
    "#d1495b",
    "#8a8f2a",
    "#1e9aa5",
    "#a0703c",
    "#7a78e0",
)
"""Topic colours of medium brightness: contrast of 3 or more on Textual's dark and light backgrounds."""


def theme_variables() -> dict[str, str]:
    """The colours of the topics as theme variables, so that a theme may change them."""
    return {f"topic-{k + 1}": colour for k, colour in enumerate(_COLOURS)}


def topic_colour(variables: Mapping[str, str], topic: int) -> str:
    """The colour of a topic, by its index."""
    return variables[f"topic-{topic % TOPIC_COLOURS + 1}"]


class _NoCache(FIFOCache[Any, Any]):
    """Holds nothing."""

    def set(self, key: object, value: object) -> None:
        pass

    __setitem__ = set


_NO_CACHE = _NoCache(0)


class RowStrip(Strip):
    """A strip that takes half the memory, and is freed as soon as nobody holds it.

    Textual's has seven caches for its parts, and our rows keep only their bytes. Where the only part is the
    strip itself, Textual's is freed when garbage is collected, and never if it was frozen.
    """

    __slots__ = ()

    def __init__(self, segments: Iterable[Segment], cell_length: int) -> None:
        self._segments = list(segments)
        self._cell_length = cell_length
        self._divide_cache = self._crop_cache = self._style_cache = self._filter_cache = _NO_CACHE
        self._line_length_cache = self._crop_extend_cache = self._offsets_cache = _NO_CACHE
        self._render_cache = self._link_ids = self._cell_count = None


class StripCache(Generic[K]):
    """The strips used last, up to a number of them.

    Textual's LRUCache is a ring of cells, which would hold them until garbage is collected.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._strips: dict[K, Strip] = {}
        """The strip used last comes last."""

    def get(self, key: K) -> Strip | None:
        strip = self._strips.pop(key, None)
        if strip is not None:
            self._strips[key] = strip
        return strip

    def __setitem__(self, key: K, strip: Strip) -> None:
        self._strips[key] = strip
        if len(self._strips) > self._size:
            del self._strips[next(iter(self._strips))]

    def clear(self) -> None:
        self._strips.clear()


class RowWidget(Widget):
    """Paints rows made by `strip_at`, without border, padding or tint, from its `scene`.

    It hands its strips to the compositor without Textual's style cache, which halves the time of a
    key. Therefore it applies the line filters (NO_COLOR, ANSI themes) when it makes a strip.
    """

    ALLOW_SELECT = False
    scene: var[Scene] = var(Scene)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._base: Style | None = None
        self._behind: Color | None = None
        self._styles: dict[tuple[str, Style] | int, Style] = {}
        self._painted_size = Size(0, 0)
        # A strip caches its bytes: painting the same strip again costs nothing.
        self._strip_cache = StripCache[tuple[Segment, ...]](MAX_STRIPS)

    @property
    def ascii(self) -> bool:
        """Whether only ASCII characters may be drawn."""
        return bool(getattr(self.app, "ascii", False))

    @property
    def reorders(self) -> bool:
        """Whether lines from right to left are put in the order in which they are drawn."""
        return bool(getattr(self.app, "reorders", True))

    def drawn(self, text: str) -> str:
        """A text as it is drawn, for a row that is not reordered as a whole."""
        return drawn_line(text, False).text if self.reorders and has_right_to_left(text) else text

    @property
    def signs(self) -> Symbols:
        return ASCII if self.ascii else UNICODE

    @property
    def width(self) -> int:
        """The width of the rows being painted. `size` is worked out anew each time it is asked for."""
        return self._painted_size.width or self.size.width

    @property
    def base(self) -> Style:
        """The style of empty cells, computed once and not once a row."""
        if self._base is None:
            self._base = self.rich_style
        return self._base

    def component_style(self, component: str, base: Style) -> Style:
        """`base` with the colour and the weight of a component class, blended with the background."""
        made = self._styles.get((component, base))
        if made is None:
            style = self.get_component_rich_style(component)
            weight = self.get_component_rich_style(component, partial=True)
            own = Style(color=style.color, bold=weight.bold, dim=weight.dim, italic=weight.italic)
            made = self._styles[component, base] = base + own
        return made

    def topic_style(self, topic: int) -> Style:
        """The colour of a topic, by its index; no colour for a link without a topic."""
        if topic < 0:
            return Style.null()
        made = self._styles.get(topic)
        if made is None:
            made = self._styles[topic] = Style(color=topic_colour(self.app.theme_variables, topic))
        return made

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._clear_caches()

    def _clear_caches(self) -> None:
        self._base = self._behind = None
        self._styles.clear()
        self._strip_cache.clear()

    def adapt_to_size(self) -> None:
        """Recompute what depends on the size; called before the first row of a new size is painted."""

    def strip_at(self, y: int) -> Strip:
        """The strip of row y of the widget, as wide as the widget. A widget has a method of its own for one
        row or for several.
        """
        return self.strips(range(y, y + 1))[0]

    def strips(self, rows: range) -> list[Strip]:
        """The strips of a range of rows."""
        return [self.strip_at(y) for y in rows]

    def full_strip(self, segments: Iterable[Segment]) -> Strip:
        """A strip as wide as the widget, with the line filters applied."""
        key = tuple(segments)
        strip = self._strip_cache.get(key)
        if strip is None:
            strip = self._strip_cache[key] = self._make(key)
        return strip

    def _make(self, segments: Iterable[Segment]) -> Strip:
        if self.ascii:
            segments = [Segment(to_ascii(text), style, control) for text, style, control in segments]
        width = self.width
        fitted = Segment.adjust_line_length(list(segments), width, self.base)
        if self._behind is None:
            self._behind = self.background_colors[1]
        for line_filter in self.get_line_filters():
            fitted = line_filter.apply(fitted, self._behind)
        return RowStrip(fitted, width)

    def refresh_rows(self, rows: Iterable[int]) -> None:
        """Repaint these rows of the widget."""
        width = self.size.width  # Textual works it out anew each time
        regions = [Region(0, y, width, 1) for y in rows]
        if regions:
            self.refresh(*regions)

    def render_lines(self, crop: Region) -> list[Strip]:
        size = self.size
        width = size.width
        if size != self._painted_size:
            before, self._painted_size = self._painted_size, size
            if width != before.width:
                self._clear_caches()
            self.adapt_to_size()
        strips = self.strips(range(crop.y, crop.bottom))
        if crop.x or crop.width != width:
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips
