"""The screen where the articles are read."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.layout import Layout
from textual.message import Message

from tui.model import Comparison, Side
from tui.model.arrangement import Arrangement
from tui.reading.reading import Reading
from tui.session import Session, Store
from tui.settings.limits import WORDS_PER_MINUTE
from tui.ui.keys import READING_KEYS
from tui.ui.scene import Scene
from tui.ui.screens.bindings import bindings
from tui.ui.screens.differing import Differing
from tui.ui.screens.filtering import Filtering
from tui.ui.screens.moving import Moving
from tui.ui.screens.reading import ReadingScreen
from tui.ui.screens.reading_layout import ReadingLayout
from tui.ui.screens.touring import Touring
from tui.ui.widgets.article_pane import ArticlePane
from tui.ui.widgets.details_bar import DetailsBar
from tui.ui.widgets.gutter import Gutter
from tui.ui.widgets.key_footer import KeyFooter
from tui.ui.widgets.minimap import Minimap
from tui.ui.widgets.row_widget import RowWidget
from tui.ui.widgets.status_line import StatusLine
from tui.ui.widgets.title_bar import TitleBar

PLACES = ("first", "second")
"""The two panes: left and right or, stacked, the one under the keys and its counterpart."""
DIVIDER_STEP = 4
"""Cells the divider moves at a key."""


class MainScreen(Moving, Filtering, Touring, Differing):
    """Both articles side by side, or one over the other where the terminal is narrow."""

    HELP = """
A sign before a passage says how the other article answers it: `=` the same words, `≈` the same
statement, `~` the same sub-topic, `!` the two say something differently, `·` only here. Its colour is
its topic. The bar `▌` marks where you are. Lines join what is linked: heavy the current link, dashed
what is only related; `─7▼` leads to link 7 off screen. A link's score says how sure it is, in per cent.
"""
    BINDINGS: ClassVar[list[BindingType]] = bindings(READING_KEYS)

    class Aligning(Message):
        """Part of the alignment is done."""

        def __init__(self, share: float) -> None:
            super().__init__()
            self.share = share
            """0 to 1."""

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, MainScreen.Aligning)

    class Aligned(Message):
        """The articles are aligned."""

        def __init__(self, comparison: Comparison) -> None:
            super().__init__()
            self.comparison = comparison

    class NotAligned(Message):
        """Alignment has failed; the articles can still be read."""

        def __init__(self, reason: str) -> None:
            super().__init__()
            self.reason = reason

    class CutShort(Message):
        """What was being found ahead of the screen will not come."""

    def __init__(
        self,
        reading: Reading,
        *,
        whole: bool = True,
        ahead: bool = False,
        store: Store | None = None,
        session: Session | None = None,
        named: tuple[str, str] = ("", ""),
        threshold: float | None = None,
        speed: float = WORDS_PER_MINUTE,
    ) -> None:
        super().__init__(reading)
        self._spread = ReadingLayout(lambda: self.geometry)
        self.set_reactive(ReadingScreen.message, _notes(reading))
        pending = "" if reading.comparison.aligned else "aligning ..." if whole else "reading the rest ..."
        self.set_reactive(ReadingScreen.pending, pending)
        self.whole, self.asked_for = whole, threshold
        if ahead:
            self.awaited = reading.comparison, reading.threshold
        self.begin(store or Store.in_memory(), session, named, speed)
        self.set_reactive(ReadingScreen.scene, Scene(self.take_up(reading, threshold)))

    def compose(self) -> ComposeResult:
        scene = ReadingScreen.scene
        for place, side in zip(PLACES, Side, strict=True):
            yield TitleBar(side, id=f"{place}-title").data_bind(scene)
            yield ArticlePane(side, id=f"{place}-text").data_bind(scene)
            yield Minimap(side, id=f"{place}-map").data_bind(scene)
        yield Gutter(id="gutter").data_bind(scene)
        yield DetailsBar(id="strip").data_bind(scene)
        yield StatusLine(id="status").data_bind(scene, ReadingScreen.message, ReadingScreen.pending)
        yield KeyFooter(id="keys")

    # -- layout

    @property
    def layout(self) -> Layout:
        return self._spread

    def apply_geometry(self) -> None:
        for beside in (*self.query(Minimap), self.query_one(Gutter)):
            beside.titles = self.geometry.titles
        boxes = self.geometry.boxes(*self.app.size)
        for widget in self.query_children(RowWidget):
            widget.display = widget.id in boxes
        self.refresh(layout=True)

    def show_sides(self) -> None:
        first = self.reading.side if self.geometry.stacked else Side.LEFT
        for place, side in zip(PLACES, (first, first.other), strict=True):
            self.query_one(f"#{place}-title", TitleBar).side = side
            self.query_one(f"#{place}-map", Minimap).side = side
            pane = self.query_one(f"#{place}-text", ArticlePane)
            pane.side, pane.stacked = side, self.geometry.stacked

    def action_strip(self) -> None:
        self.prefer(replace(self.preferences, strip=not self.preferences.strip))

    def action_divide(self, step: int) -> None:
        self._move_divider(step * DIVIDER_STEP)

    def _move_divider(self, cells: int) -> None:
        """By that many cells, as far as both panes keep room enough."""
        middle = sum(self.geometry.panes) // 2
        if not self.geometry.stacked:
            moved = self.geometry.panes[0] + cells
            self.prefer(replace(self.preferences, divider=moved - middle))

    def action_layout(self) -> None:
        order = [one.name for one in Arrangement]
        following = order[(order.index(self.preferences.arrangement) + 1) % len(order)]
        self.prefer(replace(self.preferences, arrangement=following))
        self.message = f"layout: {Arrangement[following].value}"

    # Screens are imported when they are opened: the first frame does without them.

    def action_map(self) -> None:
        from tui.ui.panels.map import MapScreen

        def go_to(pair: tuple[int, int] | None) -> None:
            if pair is not None:
                self.go(self.reading.at_pair(*pair), level=True, jump=True)

        self.app.push_screen(MapScreen(self.reading, ascii=self.ascii), go_to)

    def action_detail(self) -> None:
        from tui.ui.panels.detail import DetailScreen

        self.app.push_screen(DetailScreen(self.reading, self.ascii, self.scene.ledger))

    def action_help(self) -> None:
        if self.query("HelpPanel"):
            self.app.action_hide_help_panel()
        else:
            self.app.action_show_help_panel()

    # -- long texts

    @on(Aligning)
    def say_progress(self, event: Aligning) -> None:
        if self.pending:
            self.pending = f"aligning ... {event.share:.0%}"

    @on(Touring.Whole)
    def take_whole(self, event: Touring.Whole) -> None:
        if self.whole:  # others have been opened since
            return
        if self.awaited:
            self.awaited = event.comparison, self.awaited[1]
        self.read_on(event)
        self.search_on(self.reading.comparison)

    @on(Aligned)
    def take_links(self, event: Aligned) -> None:
        read = self.reading.comparison
        if event.comparison.left is not read.left or event.comparison.right is not read.right:
            return  # others have been opened since
        self.found, self.pending = event.comparison, ""
        if self.awaited:
            self.awaited = event.comparison, self.awaited[1]
        there = self.reading.with_comparison(self.corrections.applied(event.comparison))
        self.go(self.session.resume_filters(there), stay=True)
        self.search_on(self.reading.comparison)

    @on(NotAligned)
    def say_failure(self, event: NotAligned) -> None:
        self.pending = f"not aligned: {event.reason}"

    @on(CutShort)
    def go_on_alone(self) -> None:
        """The articles can be read; what differs is worked out here, if they are aligned."""
        if self.pending:
            self.pending = "not aligned: the process that was at it was ended"
        self.awaited = self._compared = None
        self.watch_scene()

    # -- the mouse

    @on(ArticlePane.PassageChosen)
    def read_passage(self, event: ArticlePane.PassageChosen) -> None:
        self.go(self.reading.at_passage(event.side, event.index), level=True, jump=True)

    @on(ArticlePane.FoldChosen)
    def unfold(self) -> None:
        if self.reading.visible.filter.only_unmatched:
            self.action_only_alone()
        else:
            self.action_furniture()

    @on(ArticlePane.Scrolled)
    def scroll_article(self, event: ArticlePane.Scrolled) -> None:
        self.look_at(self.view.scrolled(event.side, event.rows))

    @on(Minimap.RowChosen)
    def scroll_to_row(self, event: Minimap.RowChosen) -> None:
        middle = event.row - self.view.rows(event.side) // 2
        self.look_at(self.view.scrolled(event.side, middle - self.view.top(event.side)))

    @on(Gutter.LinkChosen)
    def read_link(self, event: Gutter.LinkChosen) -> None:
        self.go(self.reading.at_link(self.reading.links[event.number - 1]), level=True, jump=True)

    @on(Gutter.Turned)
    def turn_to_link(self, event: Gutter.Turned) -> None:
        self.action_next_link(event.step)

    @on(Gutter.Dragged)
    def drag_divider(self, event: Gutter.Dragged) -> None:
        self._move_divider(event.cells)


def _notes(reading: Reading) -> str:
    """What the reader should know of how the articles were read: `left: read as windows-1252`."""
    notes = {side: reading.comparison.article(side).notes for side in Side}
    return "; ".join(f"{side.value}: {', '.join(said)}" for side, said in notes.items() if said)
