"""The screen where the articles are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Footer

from tui.layout.geometry import Geometry, arrange
from tui.layout.page import Page, lay_out
from tui.layout.view import View
from tui.model import Comparison, Side
from tui.reading import ALL_TOPICS, THRESHOLD_STEP, Reading
from tui.screens.keys import READING_KEYS
from tui.screens.topics import TopicsScreen
from tui.widgets.article_pane import ArticlePane
from tui.widgets.gutter import Gutter
from tui.widgets.status_line import StatusLine
from tui.widgets.title_bar import TitleBar

PLACES = ("first", "second")
"""The two panes: left and right or, stacked, the one under the keys and its counterpart."""


class MainScreen(Screen[None]):
    """Both articles side by side, or one over the other where the terminal is narrow."""

    HELP = """
A sign before a passage says how the other article answers it: `=` the same words, `≈` the same
statement, `~` the same sub-topic, `·` only here. Its colour is its topic. The bar `▌` marks where you
are. A link's score says how sure it is, in per cent.
"""
    BINDINGS: ClassVar[list[BindingType]] = READING_KEYS
    AUTO_FOCUS = ""

    reading: reactive[Reading] = reactive(Reading, init=False)
    view: reactive[View] = reactive(View, init=False)
    message: reactive[str] = reactive("", init=False)

    @dataclass
    class Aligning(Message):
        """Part of the alignment is done."""

        share: float
        """0 to 1."""

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, MainScreen.Aligning)

    @dataclass
    class Aligned(Message):
        """The articles are aligned."""

        comparison: Comparison

    def __init__(self, reading: Reading, *, aligning: bool = False) -> None:
        super().__init__()
        self.set_reactive(MainScreen.message, "aligning ..." if aligning else _notes(reading))
        self.set_reactive(MainScreen.reading, reading)
        self._pages: dict[tuple[Side, int, frozenset[int]], Page] = {}
        self._geometry = arrange(80, 24)

    def compose(self) -> ComposeResult:
        with Horizontal(id="spread"):
            for place, side in zip(PLACES, Side, strict=True):
                if side is Side.RIGHT:
                    yield Gutter().data_bind(MainScreen.reading, MainScreen.view)
                with Vertical(id=place):
                    yield TitleBar(side).data_bind(MainScreen.reading)
                    yield ArticlePane(side).data_bind(MainScreen.reading, MainScreen.view)
        yield StatusLine().data_bind(MainScreen.reading, MainScreen.message)
        yield Footer(show_command_palette=False)

    # -- layout

    def on_mount(self) -> None:
        self._arrange()

    def on_resize(self, event: events.Resize) -> None:
        self._arrange()

    def _arrange(self) -> None:
        """Share out the terminal and lay both articles out for it; the passages read stay in place."""
        geometry = arrange(*self.app.size)
        if geometry != self._geometry or not self.view.left_rows:
            self._geometry = geometry
            self._apply(geometry)
        self._show_sides()
        self.view = self._laid_out(self.reading)

    def _apply(self, geometry: Geometry) -> None:
        self.set_class(geometry.stacked, "-stacked")
        for number, place in enumerate(PLACES):
            column = self.query_one(f"#{place}")
            column.styles.width = geometry.panes[number]
            column.styles.height = geometry.titles + geometry.rows[number]
            column.query_one(TitleBar).styles.height = geometry.titles
        self.query_one(Gutter).styles.width = geometry.gutter
        self.query_one(Gutter).titles = geometry.titles

    def _show_sides(self) -> None:
        first = self.reading.side if self._geometry.stacked else Side.LEFT
        for place, side in zip(PLACES, (first, first.other), strict=True):
            self.query_one(f"#{place}").query_one(TitleBar).side = side
            pane = self.query_one(f"#{place}").query_one(ArticlePane)
            pane.side, pane.stacked = side, self._geometry.stacked

    def _laid_out(self, reading: Reading) -> View:
        """The view of a reading at the present size, with the passages read where they were."""
        left, right = (self._page(reading, side) for side in Side)
        rows = [self._geometry.rows_of(side, reading.side) for side in Side]
        return self.view.resized((left, right), (rows[0], rows[1]), (self.reading.left, self.reading.right))

    def _page(self, reading: Reading, side: Side) -> Page:
        width = self._geometry.text(0 if side is Side.LEFT else 1)
        folded = reading.shown.folded[side]
        key = (side, width, folded)
        if key not in self._pages:
            self._pages[key] = lay_out(reading.comparison.article(side), width, folded)
        return self._pages[key]

    # -- moving

    def _go(self, reading: Reading, *, level: bool = False, message: str = "") -> None:
        """Read on at another place: lay out what has changed, and bring the place into view."""
        view = self.view
        if reading.shown is not self.reading.shown or (
            self._geometry.stacked and reading.side is not self.reading.side
        ):
            view = self._laid_out(reading)
        view = view.showing(reading.side, reading.at_side(reading.side))
        if level and reading.pair:
            view = view.level(reading.left, reading.right)
        turned = reading.side is not self.reading.side
        with self.app.batch_update():
            self.reading, self.view, self.message = reading, view, message
            if turned:
                self._show_sides()

    def action_next_link(self, step: int) -> None:
        start = self.reading
        if not self.view.shows(start.side, start.at_side(start.side)):
            start = start.placed(start.side, self.view.first_shown(start.side))
        there = start.next_link(step)
        if there is start:
            end = "last" if step > 0 else "first"
            message = f"this is the {end} link" if start.number else f"no link {_way(step)}"
            self.message = message if start.links else ""
            self.app.bell()
        else:
            self._go(there, level=True)

    def action_next_passage(self, step: int) -> None:
        there = self.reading.next_passage(step)
        message = "" if there is not self.reading else f"no passage {_way(step)}"
        self._go(there, level=True, message=message)

    def action_cross(self) -> None:
        self._go(self.reading.cross(), level=True)

    def action_level(self) -> None:
        message = "" if self.reading.pair else "no link here to put on one row"
        self._go(self.reading, level=True, message=message)

    def action_scroll_rows(self, rows: int) -> None:
        self.view, self.message = self.view.scrolled(self.reading.side, rows), ""

    def action_scroll_pages(self, pages: float) -> None:
        rows = self.view.rows(self.reading.side)
        self.action_scroll_rows(round((rows - 1) * pages) or (1 if pages > 0 else -1))

    def action_scroll_to_end(self, way: int) -> None:
        self.action_scroll_rows(way * self.view.page(self.reading.side).height)

    # -- filters

    def action_stricter(self, step: int) -> None:
        there = self.reading.with_threshold(self.reading.threshold + step * THRESHOLD_STEP)
        before, after = len(self.reading.links), len(there.links)
        self._go(there, message=f"threshold {there.threshold:.0f}: {before} → {after} links")

    def action_keep_topic(self, topic: int) -> None:
        if topic >= len(self.reading.comparison.topics):
            self.message = f"there is no topic {topic + 1}: t lists them"
            return
        self._go(self.reading.with_topic(topic), level=topic != ALL_TOPICS)

    def action_topics(self) -> None:
        def keep(topic: int | None) -> None:
            if topic is not None:
                self.action_keep_topic(topic)

        self.app.push_screen(TopicsScreen(self.reading), keep)

    def action_furniture(self) -> None:
        unfolded = not self.reading.shown.filter.furniture
        count = sum(len(self.reading.shown.folded[side]) for side in Side)
        said = f"{count} lines unfolded" if unfolded else "furniture folded"
        self._go(self.reading.with_furniture(unfolded), message=said)

    def action_help(self) -> None:
        if self.query("HelpPanel"):
            self.app.action_hide_help_panel()
        else:
            self.app.action_show_help_panel()

    # -- long texts

    @on(Aligning)
    def say_progress(self, event: Aligning) -> None:
        self.message = f"aligning ... {event.share:.0%}"

    @on(Aligned)
    def take_links(self, event: Aligned) -> None:
        self._go(self.reading.with_comparison(event.comparison))

    # -- the mouse

    @on(ArticlePane.PassageChosen)
    def read_passage(self, event: ArticlePane.PassageChosen) -> None:
        self._go(self.reading.at(event.side, event.index), level=True)

    @on(ArticlePane.FoldChosen)
    def unfold(self) -> None:
        self.action_furniture()

    @on(Gutter.LinkChosen)
    def read_link(self, event: Gutter.LinkChosen) -> None:
        self._go(self.reading.at_link(self.reading.links[event.number - 1]), level=True)

    @on(Gutter.Turned)
    def turn_to_link(self, event: Gutter.Turned) -> None:
        self.action_next_link(event.step)

    @on(ArticlePane.Scrolled)
    def scroll_article(self, event: ArticlePane.Scrolled) -> None:
        self.view, self.message = self.view.scrolled(event.side, event.rows), ""


def _notes(reading: Reading) -> str:
    """What the reader should know of how the articles were read: `left: read as windows-1252`."""
    notes = {side: reading.comparison.article(side).notes for side in Side}
    return "; ".join(f"{side.value}: {', '.join(said)}" for side, said in notes.items() if said)


def _way(step: int) -> str:
    return "after this" if step > 0 else "before this"
