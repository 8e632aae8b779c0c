"""The short route: one article in full, and only what the other one adds."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace
from rich.style import Style
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.layout.geometry import LEFT_MARGIN, MAX_LINE_WIDTH
from tui.layout.on_screen import passages_seen
from tui.layout.page import TextBlock
from tui.layout.route_page import RoutePage, lay_out_route
from tui.layout.view import View
from tui.model import Side
from tui.reading.reading import Reading
from tui.reading.route import Route, RouteStop
from tui.session.session import Seen
from tui.settings.settings import WORDS_PER_MINUTE
from tui.ui.scene import Scene
from tui.ui.widgets.article_pane import ArticlePane
from tui.ui.widgets.passage_rows import PassageLook


class RouteProgress(Struct, frozen=True):
    """The last stop on the route, and the passages seen."""

    stop: RouteStop | None
    seen: Seen


class RouteScreen(Screen[RouteProgress]):
    """One article in full and what the other one adds; passages that repeat it are collapsed to a line."""

    HELP = "**enter** expands a collapsed line, **\\\\** swaps the articles, **r** goes back."
    CSS_PATH = "panels.tcss"
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("r,escape,q", "close", "Back", id="route.close"),
        Binding("backslash", "other", "Swap articles", id="route.other"),
        Binding("enter", "open", "Open", id="route.open"),
        Binding("right_curly_bracket,n", "step(1)", "Next", show=False, id="route.next"),
        Binding("left_curly_bracket,N", "step(-1)", "Previous", show=False, id="route.previous"),
        Binding("j,down", "scroll(1)", "Line down", show=False, id="route.down"),
        Binding("k,up", "scroll(-1)", "Line up", show=False, id="route.up"),
        Binding("space,pagedown", "scroll_page(1)", "Page down", show=False, id="route.page_down"),
        Binding("b,pageup", "scroll_page(-1)", "Page up", show=False, id="route.page_up"),
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
        self._seen: Seen = {side: frozenset() for side in Side}

    def compose(self) -> ComposeResult:
        yield RoutePane(Side.LEFT)
        yield Static(id="route-status")

    def on_resize(self, event: events.Resize) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        pane = self.query_one(RoutePane)
        width = max(2, min(MAX_LINE_WIDTH, self.app.size.width - LEFT_MARGIN - 1))
        pane.laid_out, pane.first = lay_out_route(self._routes[self._first], width), self._first
        number = max(0, pane.laid_out.stop_number(self._at.side, self._at.index)) if self._at else 0
        view = View(left=pane.laid_out.page, left_rows=max(1, self.app.size.height - 1))
        self._show(view.scrolled_to(Side.LEFT, number), number)

    def _show(self, view: View, number: int) -> None:
        pane = self.query_one(RoutePane)
        route = self._routes[self._first]
        self._at = pane.laid_out.stops[number] if pane.laid_out.stops else None
        pane.scene = Scene(Reading(left=number), view)
        seen = pane.laid_out.passages(passages_seen(view, [Side.LEFT])[Side.LEFT])
        self._seen = {side: self._seen[side] | seen[side] for side in Side}
        first, second = self._first.value, self._first.other.value
        status = (
            f"short route: {first} article and what the {second} adds · {route.time_summary(self._speed)}"
        )
        self.query_one("#route-status", Static).update(Content(status))

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
        self.dismiss(RouteProgress(self._at, self._seen))

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
