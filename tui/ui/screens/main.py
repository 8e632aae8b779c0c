"""The screen where the articles are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.layout import Layout
from textual.reactive import var
from textual.screen import Screen

from tui.engine.client import Engine
from tui.engine.protocol import FullArticles, Preview
from tui.model import Side
from tui.reading.reading import Reading
from tui.session import Store
from tui.settings.settings import Settings
from tui.ui.engine_feed import EngineFeed
from tui.ui.features import FeatureSet
from tui.ui.keys import KEYS, READING_KEYS
from tui.ui.scene import Prompt, Scene
from tui.ui.screens.reading_layout import PLACES, ReadingLayout, show_sides
from tui.ui.widgets.article_pane import ArticlePane
from tui.ui.widgets.details_bar import DetailsBar
from tui.ui.widgets.gutter import Gutter
from tui.ui.widgets.key_footer import KeyFooter, bindings
from tui.ui.widgets.minimap import Minimap
from tui.ui.widgets.row_widget import RowWidget
from tui.ui.widgets.status_line import StatusLine
from tui.ui.widgets.title_bar import NoticeLine, ReportsLine, TitleBar

if TYPE_CHECKING:
    from tui.reading.story_reading import StoryReading
    from tui.ui.widgets.input_lines import BottomLine, OpenLine, SearchLine

Answer = TypeVar("Answer")
SAVE_EVERY = 3.0
"""Seconds between two checks for something to save. What is on the screen is noted then, too."""
RETRY_EVERY = 0.5
"""Seconds between two attempts while another program has locked the state file."""


class MainScreen(Screen[None]):
    """Both articles side by side, or stacked where the terminal is narrow.

    It owns the scene. Whatever happens, a feature makes the next scene of it, and the widgets, to which it
    is bound, paint what has changed.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings(READING_KEYS)

    # `var` and not `reactive`: a change repaints what the widgets show of it, not the whole screen.
    scene: var[Scene] = var(Scene, init=False)

    def __init__(
        self,
        first: Preview | FullArticles,
        engine: Engine,
        settings: Settings,
        store: Store | None = None,
        *,
        number: int = 0,
    ) -> None:
        """`first` has the first articles; `number` is that of their request."""
        super().__init__()
        self.features = FeatureSet(self, engine, store or Store.in_memory(), settings)
        self.set_reactive(MainScreen.scene, self.features.start(first, number))
        self._feed = EngineFeed(engine, self)
        self._layout = ReadingLayout(lambda: self.scene.geometry)
        self._line: BottomLine | None = None
        self._trimmed = self.scene
        """The scene at which free memory was last given back."""
        self._just_styled = True
        """Whether mounting has applied all styles, and nothing has changed since."""
        self._questions: list[Callable[[], None]] = []
        """For each panel that has not been answered, what takes over its unsaved text if the program ends."""
        self._waiting: list[EngineFeed.EventReceived] = []
        """Other articles, and what came after them, while a panel is open."""

    @property
    def reading(self) -> Reading:
        return self.scene.reading

    def compose(self) -> ComposeResult:
        scene = MainScreen.scene
        for place, side in zip(PLACES, Side, strict=True):
            yield TitleBar(side, id=f"{place}-title").data_bind(scene)
            yield ArticlePane(side, id=f"{place}-text").data_bind(scene)
            yield Minimap(side, id=f"{place}-map").data_bind(scene)
        yield Gutter(id="gutter").data_bind(scene)
        yield DetailsBar(id="details").data_bind(scene)
        yield StatusLine(id="status").data_bind(scene)
        yield KeyFooter(id="keys")

    def on_mount(self) -> None:
        self.scene = self.features.panes.start(self.scene, *self.app.size)
        self.set_timer(SAVE_EVERY, self._save_regularly)
        self.call_after_refresh(self._feed.start)

    def update_node_styles(self, animate: bool = True) -> None:
        """Apply the styles, but not again when the screen is first shown: it saves 4 ms."""
        if self._just_styled:
            self._just_styled = False
        else:
            super().update_node_styles(animate)

    # -- from scene to scene

    async def action_run(self, id: str) -> None:
        """Do what a key of `READING_KEYS` does."""
        await self.show(self.features.run(KEYS[id], self.scene))

    async def show(self, scene: Scene) -> None:
        """Paint the next scene, and open or close the input line."""
        prompt, self.scene = self.scene.prompt, scene
        if scene.prompt is not prompt:
            await self._change_line(scene)

    def watch_scene(self, old: Scene, new: Scene) -> None:
        """Apply the side effects of a new scene: sizes, the bell, requests for differences."""
        if old.view is not new.view:
            self.features.sessions.look_again(old, new)
        resized = (old.terminal, old.geometry) != (new.terminal, new.geometry)
        if resized:
            self._fit()
        if resized or (new.geometry.stacked and old.reading.side is not new.reading.side):
            show_sides(self, self.reading.side, self.scene.geometry.stacked)
        if old.bells != new.bells:
            self.app.bell()
        if old.several != new.several:
            self.refresh_bindings()
        self.features.comparing.follow(new)

    def save(self) -> None:
        """Save the position and the passages seen; also called when the program ends."""
        self.scene = self.features.sessions.save(self.scene)

    def _save_regularly(self) -> None:
        from tui.ui.memory import give_back_memory  # not needed before

        self.save()
        if self.scene is not self._trimmed:
            self._trimmed = self.scene
            give_back_memory()
        waiting = self.features.sessions.is_waiting(self.scene)
        self.set_timer(RETRY_EVERY if waiting else SAVE_EVERY, self._save_regularly)

    def end(self) -> None:
        """Save everything, a note that is being written too. The program ends."""
        for take_unsaved in self._questions:
            take_unsaved()
        self.scene = self.features.finish(self.scene)

    async def _change_line(self, scene: Scene) -> None:
        """Show and focus the input line of a prompt, or remove it."""
        from tui.ui.widgets.input_lines import OpenLine, SearchLine

        line, self._line = self._line, None
        if line:
            self.set_focus(None)
            await line.remove()
        if scene.prompt is not Prompt.NONE:
            search = scene.prompt is Prompt.SEARCH
            self._line = SearchLine() if search else OpenLine(scene.reading.side)
            await self.mount(self._line)  # awaited, so that keys already typed reach it
            self.set_focus(self._line)

    # -- layout

    @property
    def layout(self) -> Layout:
        return self._layout

    def _fit(self) -> None:
        """Give the widgets their sizes."""
        geometry = self.scene.geometry
        for beside in (*self.query(Minimap), self.query_one(Gutter)):
            beside.titles = geometry.titles
        boxes = geometry.boxes(*self.app.size)
        for name, line in (("reports", ReportsLine), ("notice", NoticeLine)):
            if name in boxes and not self.query(line):
                self.mount(line(id=name).data_bind(MainScreen.scene))
        for widget in self.query_children(RowWidget):
            widget.display = widget.id in boxes
        # What a screen has arranged is kept until one of its children needs another place.
        self.query_one(Gutter).refresh(layout=True)

    def on_resize(self, event: events.Resize) -> None:
        if event.size != self.scene.terminal:
            self.scene = self.features.panes.resize(self.scene, *self.app.size)

    # -- effects, for the features

    @property
    def ascii(self) -> bool:
        return bool(getattr(self.app, "ascii", False))

    @property
    def story(self) -> StoryReading | None:
        return self.scene.story

    def ask(
        self, panel: Screen[Answer] | Screen[Answer | None], take: Callable[[Scene, Answer], Scene]
    ) -> None:
        def take_unsaved() -> None:
            answer = getattr(panel, "unsaved", None)
            if answer is not None:
                self.scene = take(self.scene, answer)

        async def show_answer(answer: Answer | None) -> None:
            self._questions.remove(take_unsaved)
            if answer is not None:
                await self.show(take(self.scene, answer))
            waiting, self._waiting = self._waiting, []
            for message in waiting:
                await self.take_event(message)

        self._questions.append(take_unsaved)
        self.app.push_screen(panel, show_answer)

    def copy(self, text: str) -> str:
        from tui.ui.terminal.copying import copy_text

        return copy_text(self.app, text)

    def show_help(self) -> None:
        from tui.ui.panels.help import show_help

        show_help(self.app, self)

    def browse(self, address: str) -> None:
        self.app.open_url(address)

    def picture(self) -> str:
        return self.app.export_screenshot()

    # -- events; one handler each

    @on(EngineFeed.EventReceived)
    async def take_event(self, message: EngineFeed.EventReceived) -> None:
        """Show what came. Other articles wait for the answer of a panel, which is about those of now."""
        other = (self.scene.opening or self.scene.turning) and isinstance(
            message.event, Preview | FullArticles
        )
        if self._questions and (other or self._waiting):
            self._waiting.append(message)
            return
        await self.show(self.features.take(self.scene, message.number, message.event))

    def on_paste(self, event: events.Paste) -> None:
        self.scene = self.features.paste(self.scene, event.text)

    # By name: the lines are imported when they are first opened.

    async def on_search_line_query_changed(self, event: SearchLine.QueryChanged) -> None:
        await self.show(self.features.search.query(self.scene, event.query))

    async def on_search_line_query_submitted(self) -> None:
        await self.show(self.features.search.submit(self.scene))

    async def on_open_line_source_named(self, event: OpenLine.SourceNamed) -> None:
        await self.show(self.features.opening.source(self.scene, event.side, event.source))

    @on(ArticlePane.PassageChosen)
    def read_passage(self, event: ArticlePane.PassageChosen) -> None:
        self.scene = self.features.navigation.to_passage(self.scene, event.side, event.index)

    @on(ArticlePane.FoldChosen)
    def unfold(self) -> None:
        self.scene = self.features.filters.unfold(self.scene)

    @on(ArticlePane.WheelTurned)
    def scroll_article(self, event: ArticlePane.WheelTurned) -> None:
        self.scene = self.features.scrolling.by_rows(self.scene, event.side, event.rows)

    @on(ReportsLine.ReportChosen)
    def show_report(self, event: ReportsLine.ReportChosen) -> None:
        self.scene = self.features.reports.show(self.scene, event.report)

    @on(Minimap.RowChosen)
    def scroll_to_row(self, event: Minimap.RowChosen) -> None:
        self.scene = self.features.scrolling.to_row(self.scene, event.side, event.row)

    @on(Gutter.LinkChosen)
    def read_link(self, event: Gutter.LinkChosen) -> None:
        self.scene = self.features.navigation.to_link(self.scene, event.number)

    @on(Gutter.WheelTurned)
    def read_next_link(self, event: Gutter.WheelTurned) -> None:
        self.scene = self.features.navigation.next_link(self.scene, event.step)

    @on(Gutter.DividerDragged)
    def drag_divider(self, event: Gutter.DividerDragged) -> None:
        self.scene = self.features.panes.drag_divider(self.scene, event.cells)
