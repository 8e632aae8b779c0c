"""The short route: one article in full, and only what the other one adds."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from rich.style import Style
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from tui.layout.geometry import LEFT_MARGIN, MAX_LINE_WIDTH
from tui.layout.on_screen import SeenWatch, passages_seen
from tui.layout.page import TextBlock
from tui.layout.route_page import RoutePage, lay_out_route
from tui.layout.view import View
from tui.model import Side
from tui.reading.reading import Reading
from tui.reading.route import Route, RouteStop
from tui.session.session import Seen
from tui.settings.settings import WORDS_PER_MINUTE
from tui.ui.panels.page import Panel
from tui.ui.scene import Scene
from tui.ui.widgets.article_pane import ArticlePane
from tui.ui.widgets.key_footer import KeyFooter
from tui.ui.widgets.passage_rows import PassageLook

FRAME_ROWS = 3
"""Rows around the text: title, status and keys."""


class RouteProgress(Struct, frozen=True):
    """The last stop on the route, and the passages seen."""

    stop: RouteStop | None
    seen: Seen


class RouteScreen(Panel[RouteProgress]):
    """One article in full and what the other one adds; passages that repeat it are collapsed to a line."""

    HELP = "**enter** expands a collapsed line, **\\** swaps the articles, **r** goes back."
    CSS_PATH = "panels.tcss"
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("q,escape,r", "close", "close", id="route.close"),
        Binding("backslash", "other", "swap articles", id="route.other"),
        Binding("enter", "open", "expand", id="route.open"),
        Binding("right_curly_bracket,n", "step(1)", "next", key_display="n", id="route.next"),
        Binding("left_curly_bracket,N", "step(-1)", "Previous", show=False, id="route.previous"),
        Binding("j,down", "scroll(1)", "Line down", show=False, id="route.down"),
        Binding("k,up", "scroll(-1)", "Line up", show=False, id="route.up"),
        Binding("space,pagedown", "scroll_page(1)", "Page down", show=False, id="route.page_down"),
        Binding("b,pageup", "scroll_page(-1)", "Page up", show=False, id="route.page_up"),
        Binding("g,home", "end(-1)", "Beginning", show=False, id="route.beginning"),
        Binding("G,end", "end(1)", "End", show=False, id="route.end"),
    ]

    def __init__(
        self,
        routes: dict[Side, Route],
        first: Side,
        at: RouteStop | None = None,
        speed: float = WORDS_PER_MINUTE,
    ) -> None:
        super().__init__()
        self._routes, self._first, self._speed = routes, first, speed
        self._at = at
        self._watch = SeenWatch()

    def compose(self) -> ComposeResult:
        yield Static(id="route-title")
        yield RoutePane(Side.LEFT)
        yield Static(id="route-status")
        yield KeyFooter()

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        pane = self.query_one(RoutePane)
        width = max(2, min(MAX_LINE_WIDTH, self.app.size.width - LEFT_MARGIN - 1))
        pane.laid_out, pane.first = lay_out_route(self._routes[self._first], width), self._first
        number = max(0, pane.laid_out.stop_number(self._at.side, self._at.index)) if self._at else 0
        view = View(left=pane.laid_out.page, left_rows=max(1, self.app.size.height - FRAME_ROWS))
        self._show(view.scrolled_to(Side.LEFT, number), number)

    def _show(self, view: View, number: int) -> None:
        pane = self.query_one(RoutePane)
        if pane.laid_out.stops:
            self._note_seen()
        route = self._routes[self._first]
        self._at = pane.laid_out.stops[number] if pane.laid_out.stops else None
        pane.scene = Scene(Reading(left=number), view)
        self._note_seen()
        first, second = self._first.value, self._first.other.value
        summary = route.time_summary(self._speed)
        title = f"Short route: the {first} article, and what the {second} adds · {summary}"
        self.query_one("#route-title", Static).update(Content(title))
        place = f"passage {number + 1} of {len(pane.laid_out.stops)}" if self._at else "nothing to read"
        self.query_one("#route-status", Static).update(Content(place))

    def _note_seen(self) -> None:
        """Take note of the passages on the screen."""
        pane = self.query_one(RoutePane)
        self._watch.look(pane.laid_out.passages(passages_seen(pane.view, [Side.LEFT])[Side.LEFT]))

    @property
    def _number(self) -> int:
        return self.query_one(RoutePane).reading.left

    def action_step(self, step: int) -> None:
        pane = self.query_one(RoutePane)
        number = max(0, min(self._number + step, len(pane.laid_out.stops) - 1))
        self._show(pane.view.scrolled_to(Side.LEFT, number), number)

    def action_scroll(self, rows: int) -> None:
        self._show(
            replace(self.query_one(RoutePane).view, locked=False).scrolled(Side.LEFT, rows), self._number
        )

    def action_scroll_page(self, pages: int) -> None:
        self.action_scroll(pages * max(1, self.query_one(RoutePane).view.left_rows - 1))

    def action_end(self, way: int) -> None:
        """Go to the first stop (-1) or the last one (1)."""
        pane = self.query_one(RoutePane)
        number = 0 if way < 0 else max(0, len(pane.laid_out.stops) - 1)
        self._show(pane.view.scrolled_to(Side.LEFT, number), number)

    def action_open(self) -> None:
        """Expand a collapsed passage; its words then count."""
        if self._at is None or not self._at.collapsed:
            self.app.bell()
            return
        self._routes[self._first] = self._routes[self._first].expand(self._at)
        self._lay_out()

    def action_other(self) -> None:
        self._first = self._first.other
        self._lay_out()

    def action_close(self) -> None:
        self._note_seen()
        self.dismiss(RouteProgress(self._at, self._watch.seen))

    @on(ArticlePane.PassageChosen)
    def read_passage(self, event: ArticlePane.PassageChosen) -> None:
        event.stop()
        self._show(self.query_one(RoutePane).view, event.index)

    @on(ArticlePane.WheelTurned)
    def scroll_with_wheel(self, event: ArticlePane.WheelTurned) -> None:
        event.stop()
        self.action_scroll(event.rows)


class RoutePane(ArticlePane):
    """Shows `R` before passages that the second article adds, and a line for each collapsed run."""

    laid_out: RoutePage
    first: Side = Side.LEFT

    def _look(self, block: TextBlock) -> PassageLook:
        current = block.first <= self.reading.left <= block.last
        stop = self.laid_out.stops[block.first]
        sign = self.signs.fold if block.folded else "" if stop.side is self.first else stop.side.initial
        return PassageLook(sign, current=current)

    def _text_style(self, block: TextBlock, base: Style) -> Style:
        return self.component_style("article-pane--fold", base) if block.folded else base
