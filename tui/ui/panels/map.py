"""The map of the whole comparison, with a cursor to go to any pair of passages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.reactive import var
from textual.widgets import Static

from tui.model import Side
from tui.model.symbols import ASCII, UNICODE, to_ascii
from tui.model.wording import plural
from tui.reading.reading import Reading
from tui.ui.panels.page import Panel
from tui.ui.widgets.key_footer import KeyFooter
from tui.ui.widgets.map_passages import MapPassages
from tui.ui.widgets.map_picture import MapPicture

BESIDE_FROM = 100
"""Terminal columns from which the passages are beside the map instead of below it."""
_LEAPS = 10
"""Leaps that cross an article; a leap is at least 5 passages."""
LINK = Binding.Group("link", compact=True)


class MapScreen(Panel[tuple[int, int] | None]):
    """Left article down, right article across; returns the passages (left, right) to go to, or None."""

    CSS_PATH = "map.tcss"
    HELP = """
Each mark is a link between a passage of the left article (down) and one of the right article (across); a
darker mark is a higher score. Links in the same order lie on the diagonal. **h** **j** **k** **l** move,
with **shift** further, **n** **N** step between links, **enter** goes there.
"""
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-under"), (BESIDE_FROM, "-beside")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (16, "-short"), (26, "-medium"), (34, "-tall")]
    BINDINGS = [
        Binding("n", "next_link(1)", "next", id="map.next", group=LINK, tooltip="Next link"),
        Binding("N", "next_link(-1)", "previous", id="map.previous", group=LINK),
        Binding("enter", "open", "go there", id="map.open", tooltip="Close the map and read these passages"),
        Binding("q,escape,M", "dismiss", "close", id="map.close"),
        Binding("j,down", "move(1, 0)", "Next left passage", show=False, id="map.down"),
        Binding("k,up", "move(-1, 0)", "Previous left passage", show=False, id="map.up"),
        Binding("l,right", "move(0, 1)", "Next right passage", show=False, id="map.right"),
        Binding("h,left", "move(0, -1)", "Previous right passage", show=False, id="map.left"),
        Binding("J,pagedown,shift+down", "leap(1, 0)", "Far down", show=False, id="map.far_down"),
        Binding("K,pageup,shift+up", "leap(-1, 0)", "Far up", show=False, id="map.far_up"),
        Binding("L,shift+right", "leap(0, 1)", "Far right", show=False, id="map.far_right"),
        Binding("H,shift+left", "leap(0, -1)", "Far left", show=False, id="map.far_left"),
        Binding("g,home", "end(-1)", "Start of both", show=False, id="map.beginning"),
        Binding("G,end", "end(1)", "End of both", show=False, id="map.end"),
    ]

    cursor: var[tuple[int, int]] = var((0, 0), init=False)
    """The left and the right passage under the cursor."""

    def __init__(self, reading: Reading, ascii: bool = False) -> None:
        super().__init__()
        self._reading = reading
        self._ascii = ascii
        self.set_reactive(MapScreen.cursor, (reading.left, reading.right))

    def compose(self) -> ComposeResult:
        yield Static(Content(to_ascii(self._title(), self._ascii)), id="map-title")
        with Container(id="map"):
            yield MapPicture(self._reading, self.cursor, ascii=self._ascii)
            yield MapPassages(self._reading, self.cursor, ascii=self._ascii)
        yield KeyFooter()

    def _title(self) -> str:
        count = len(self._reading.visible.links)
        at_least = (ASCII if self._ascii else UNICODE).at_least
        links = f"{plural(count, 'link')}, score {at_least} {self._reading.threshold:.0f}"
        left, right = (self._source(side) for side in Side)
        return f"Map · {links} · down: left, {left} · across: right, {right}"

    def _source(self, side: Side) -> str:
        article = self._reading.comparison.article(side)
        return Path(article.source).name or article.title

    def watch_cursor(self, cursor: tuple[int, int]) -> None:
        with self.app.batch_update():
            self.query_one(MapPicture).cursor = cursor
            self.query_one(MapPassages).pair = cursor

    # -- moving

    def _counts(self) -> tuple[int, int]:
        comparison = self._reading.comparison
        return len(comparison.left.passages), len(comparison.right.passages)

    def _go(self, left: int, right: int) -> None:
        """Move the cursor within the articles."""
        lefts, rights = self._counts()
        self.cursor = max(0, min(left, lefts - 1)), max(0, min(right, rights - 1))

    def action_move(self, down: int, across: int) -> None:
        self._go(self.cursor[0] + down, self.cursor[1] + across)

    def action_leap(self, down: int, across: int) -> None:
        lefts, rights = self._counts()
        self.action_move(down * max(5, lefts // _LEAPS), across * max(5, rights // _LEAPS))

    def action_end(self, direction: int) -> None:
        self._go(*((0, 0) if direction < 0 else self._counts()))

    def action_next_link(self, step: int) -> None:
        """Go to the next link shown, in the order of the left article; ring the bell after the last."""
        pairs = [link.pair for link in self._reading.visible.links]
        position = bisect_right(pairs, self.cursor) if step > 0 else bisect_left(pairs, self.cursor) - 1
        if 0 <= position < len(pairs):
            self._go(*pairs[position])
        else:
            self.app.bell()

    def action_open(self) -> None:
        self.dismiss(self.cursor if all(self._counts()) else None)

    # -- the mouse

    @on(MapPicture.PairChosen)
    def choose(self, event: MapPicture.PairChosen) -> None:
        self._go(event.left, event.right)
        if event.opened:
            self.action_open()
