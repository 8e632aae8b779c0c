"""The app: sets up, aligns, and opens the reading screen."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import threading
from collections.abc import Iterable, Mapping
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING

from msgspec.structs import replace
from rich.console import RenderableType
from textual import on, work
from textual.app import App, SystemCommand
from textual.driver import Driver
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.engine.ahead import Ahead, CutShort, Ended
from tui.engine.pipeline import (
    Aligned,
    Differences,
    Failure,
    FullArticles,
    Links,
    Share,
    Start,
    finish,
    floor_for,
)
from tui.model import Link, Side
from tui.reading.reading import Reading
from tui.session import Store
from tui.ui.features import LATER
from tui.ui.features.comparing import DifferencesFound, Interrupted, LinksFound
from tui.ui.keys import READING_KEYS
from tui.ui.screens.main import MainScreen
from tui.ui.widgets.row_widget import theme_variables

if TYPE_CHECKING:
    from tui.settings.read_options import ReadOptions

LEAVING_SECONDS = 1.0
"""How long a load may take to end, and its process with it; it looks up every tenth of a second."""
FIRST_STEP = (
    *("tui.report.why", "tui.report.disagreement", "tui.analysis.differences.edits"),
    *(f"tui.ui.features.{name}" for name in LATER),
)
"""The features, and what explains a link: imported once the first frame is there, so that the first step
is like the others."""
TURN = 0.001
"""Seconds for which a thread that works something out may keep a key waiting; Python's own are five times as
many. While the differences of 10,000 sentences are found a step then takes 13 ms instead of 35."""


class CompareApp(App[None]):
    """Two articles, aligned, side by side."""

    TITLE = "compare-tui"
    CSS_PATH = "app.tcss"

    def __init__(self, start: Start, *, ahead: Ahead | None = None, store: Store | None = None) -> None:
        """`ahead` sends what was not waited for; without it that is begun here."""
        super().__init__()
        wishes = start.wishes
        self.ascii = wishes.ascii
        self._start, self._wishes = start, wishes
        self._store = store or wishes.store()
        self._named = dict(zip(Side, wishes.sources, strict=True))
        self._ahead = ahead or Ahead(partial(finish, start, wishes.threshold))
        self._articles = {side: start.comparison.article(side) for side in Side}
        self._leaving = threading.Event()
        self._loaded = threading.Event()
        self._loaded.set()
        # A step is one frame; an animated page is thirty times the time and the bytes.
        self.animation_level = "none"

    def get_driver_class(self) -> type[Driver]:
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":  # a page in a browser, another system
            return found
        from tui.ui.terminal.driver import PromptDriver

        return PromptDriver

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Textual's own, and everything a key does, under its name and with its key."""
        yield from super().get_system_commands(screen)
        if screen is not self._main:
            return
        for key in READING_KEYS:
            keys = key.sign or key.keys.split(",")[0]
            yield SystemCommand(f"{key.label} ({keys})", key.id, partial(screen.run_action, key.binding))

    def get_default_screen(self) -> Screen[None]:
        """The reading screen."""
        reading = Reading.of(self._start.comparison, self._wishes.threshold)
        return MainScreen(
            reading,
            complete=self._start.whole,
            ahead=True,
            store=self._store,
            session=self._start.session,
            sources=(self._named[Side.LEFT], self._named[Side.RIGHT]),
            threshold=self._wishes.threshold,
            speed=self._wishes.speed,
        )

    async def on_mount(self) -> None:
        sys.setswitchinterval(TURN)
        self.call_after_refresh(_collect_again)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            # Textual leaves the terminal raw on these two; exit() restores it.
            loop.add_signal_handler(number, self.exit, None, 128 + number)
        self.call_after_refresh(self._follow)
        if self._wishes.recents:
            await self._main.action_run("open.recent")

    @property
    def _main(self) -> MainScreen:
        screen = self.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    @work(thread=True, exclusive=True, group="follow", exit_on_error=False)
    def _follow(self) -> None:
        """Hand on what is found ahead of the screen, until there is no more."""
        for module in FIRST_STEP:
            import_module(module)
        tell, comparison = self._tell, self._start.comparison
        links: list[Link] = []
        while True:
            try:
                found = self._ahead.get()
            except CutShort:
                tell(Interrupted())
                return
            except Ended:
                return
            if isinstance(found, Share | Failure):
                tell(found)
            elif isinstance(found, FullArticles):
                comparison = found.comparison
                self._articles = {side: comparison.article(side) for side in Side}
                tell(found)
            elif isinstance(found, Links):
                links += found.links
            elif isinstance(found, Aligned):
                comparison = replace(comparison, links=tuple(links), topics=found.topics, aligned=True)
                links.clear()
                gc.freeze()  # thousands of links, which stay: collections need not look through them
                tell(LinksFound(comparison))
            elif isinstance(found, Differences):
                tell(DifferencesFound(comparison, found.threshold, found.ledger))

    def _tell(self, event: object) -> None:
        """Hand an event to the screen, from any thread."""
        self._main.post_message(MainScreen.EngineEvent(event))

    @cached_property
    def _wanted(self) -> dict[Side, ReadOptions]:
        """How the sources of each side are read."""
        return dict.fromkeys(Side, self._wishes.wanted())

    async def read(self) -> int:
        """Run until the reader leaves; returns the exit status. What is being loaded has ended by then."""
        await self.run_async()
        self._loaded.wait(LEAVING_SECONDS)
        return self.return_code or 0

    # -- other sources

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave; what is being loaded ends, and leaves no process behind."""
        self._leaving.set()
        self._ahead.end()
        self._main.save()
        super().exit(result, return_code, message)

    @on(MainScreen.SourcesRequested)
    def open_sources(self, message: MainScreen.SourcesRequested) -> None:
        request = message.request
        if not request.next_extraction:
            self._open(request.sources, request.text)
            return
        (side,) = request.sources
        from tui.settings.read_options import Extraction

        order = list(Extraction)
        now = order.index(self._wanted[side].extraction)
        following = order[(now + 1) % len(order)]
        self._wanted[side] = self._wanted[side].extracting(following)
        self._open(request.sources, message=f"extraction: {following.name.lower()}")

    @work(thread=True, exclusive=True, group="open", exit_on_error=False, description="open")
    def _open(self, sources: Mapping[Side, str], text: str = "", message: str = "opened") -> None:
        """Load articles (or take the text for one) and align; if that fails all stays as it is."""
        from tui.analysis.compare import compare  # these not on the way to the first frame
        from tui.analysis.progress import by_percent
        from tui.sources.load import LoadError, load, load_text
        from tui.ui.features.opening import Loading, NotOpened, Opened

        def progress(step: str) -> None:
            self._tell(Loading(step))

        articles = dict(self._articles)
        self._loaded.clear()
        try:
            for side, source in sources.items():
                options = self._wanted[side]
                articles[side] = (
                    load_text(text)
                    if text
                    else load(source, options, progress=progress, cancel=self._leaving)
                )
        except LoadError as error:
            self._tell(NotOpened(str(error)))
            return
        finally:
            self._loaded.set()
        left, right = articles[Side.LEFT], articles[Side.RIGHT]
        worker = get_current_worker()
        say = by_percent(lambda share: progress(f"aligning ... {share:.0%}"))

        def tell(share: float) -> None:
            if worker.is_cancelled:  # another source has been asked for since
                raise Ended
            say(share)

        try:
            comparison = compare(left, right, floor_for(self._wishes.threshold), tell)
        except Ended:
            return
        self._ahead.end()  # what is still being found for the former articles is of no use
        self._articles, self._named = articles, self._named | dict(sources)
        named = self._named[Side.LEFT], self._named[Side.RIGHT]
        self._tell(Opened(comparison, named, message))


def _collect_again() -> None:
    """Collect garbage from here on; what the start has made stays for good and is not looked through."""
    gc.freeze()
    gc.enable()
