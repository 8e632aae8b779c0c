"""The app: sets up, aligns, and opens the reading screen."""

from __future__ import annotations

import asyncio
import signal
import threading
from collections.abc import Callable, Mapping

from rich.console import RenderableType
from textual import on, work
from textual.app import App
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.load import Extraction, LoadError, load_text
from tui.model import Article, Comparison, Side
from tui.reading import Reading
from tui.screens.main import MainScreen
from tui.start import Start, floor_for
from tui.wanted import Wanted
from tui.widgets.palette import theme_variables


class Cancelled(Exception):
    """The reader has left while the articles were being aligned."""


class CompareApp(App[None]):
    """Two articles, aligned, side by side."""

    TITLE = "compare-tui"
    CSS_PATH = "app.tcss"

    def __init__(
        self,
        start: Start,
        threshold: float | None = None,
        *,
        ascii: bool = False,
        wanted: Wanted | None = None,
    ) -> None:
        super().__init__()
        self.ascii = ascii
        self._start = start
        self._threshold = threshold
        self._articles = {side: start.comparison.article(side) for side in Side}
        self._wanted = dict.fromkeys(Side, wanted or Wanted())
        self._leaving = threading.Event()
        # A step is one frame; an animated page is thirty times the time and the bytes.
        self.animation_level = "none"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables()

    def get_default_screen(self) -> Screen[None]:
        """The reading screen."""
        reading = Reading.of(self._start.comparison, self._threshold)
        return MainScreen(reading, aligning=not self._start.aligned)

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            # Textual leaves the terminal raw on these two; exit() restores it.
            loop.add_signal_handler(number, self.exit, None, 128 + number)
        if not self._start.aligned:
            self._align()

    @work(thread=True, exclusive=True, group="align", exit_on_error=False)
    def _align(self) -> None:
        worker = get_current_worker()
        screen = self.screen_stack[0]
        assert isinstance(screen, MainScreen)

        def progress(share: float) -> None:
            if worker.is_cancelled:
                raise Cancelled
            screen.post_message(MainScreen.Aligning(share))

        try:
            comparison = self._compared(self._articles, progress)
        except Cancelled:
            return
        except MemoryError:
            screen.post_message(MainScreen.NotAligned("not enough memory for texts of this length"))
            return
        screen.post_message(MainScreen.Aligned(comparison))

    def _compared(
        self, articles: Mapping[Side, Article], progress: Callable[[float], None] | None = None
    ) -> Comparison:
        from tui.analysis import compare  # not on the way to the first frame

        left, right = articles[Side.LEFT], articles[Side.RIGHT]
        return compare(left, right, floor_for(self._threshold), progress)

    # -- other sources

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave; what is being loaded ends, and leaves no process behind."""
        self._leaving.set()
        super().exit(result, return_code, message)

    @on(MainScreen.SourceWanted)
    def open_source(self, event: MainScreen.SourceWanted) -> None:
        self._open(event.side, event.source)

    @on(MainScreen.PasteWanted)
    def open_paste(self, event: MainScreen.PasteWanted) -> None:
        self._open(event.side, "pasted text", event.text)

    @on(MainScreen.ExtractionWanted)
    def cut_anew(self, event: MainScreen.ExtractionWanted) -> None:
        article = self._articles[event.side]
        source = article.address or article.source
        order = list(Extraction)
        now = order.index(self._wanted[event.side].extraction)
        following = order[(now + 1) % len(order)]
        self._wanted[event.side] = self._wanted[event.side].extracting(following)
        self._open(event.side, source, said=f"extraction: {following.name.lower()}")

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def _open(self, side: Side, source: str, text: str = "", said: str = "opened") -> None:
        """Load an article and align it with the other one, which stays if that fails."""
        screen = self.screen_stack[0]

        def progress(what: str) -> None:
            screen.post_message(MainScreen.Loading(what))

        try:
            if text:
                article = load_text(text, source)
            else:
                article = self._wanted[side].load(source, progress, self._leaving)
        except LoadError as error:
            screen.post_message(MainScreen.NotOpened(str(error)))
            return
        articles = self._articles | {side: article}
        progress("aligning ...")
        comparison = self._compared(articles)
        self._articles = articles
        screen.post_message(MainScreen.Opened(comparison, said))
