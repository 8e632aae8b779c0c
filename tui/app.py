"""The app: sets up, aligns, and opens the reading screen."""

from __future__ import annotations

import asyncio
import signal

from textual import work
from textual.app import App
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.analysis import FLOOR, THRESHOLD, compare
from tui.model import Article, Comparison
from tui.reading import Reading
from tui.screens.main import MainScreen
from tui.widgets.palette import theme_variables

AT_ONCE = 40_000
"""Pairs of passages up to which the articles are aligned before the first frame (200 x 200)."""


class Cancelled(Exception):
    """The reader has left while the articles were being aligned."""


class CompareApp(App[None]):
    """Two articles, aligned, side by side."""

    TITLE = "compare-tui"
    CSS_PATH = "app.tcss"

    def __init__(
        self, left: Article, right: Article, threshold: float | None = None, *, ascii: bool = False
    ) -> None:
        super().__init__()
        self.ascii = ascii
        self._articles = left, right
        self._threshold = threshold
        self._floor = FLOOR if threshold is None else min(FLOOR, threshold)
        # A step is one frame; an animated page is thirty times the time and the bytes.
        self.animation_level = "none"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables()

    def get_default_screen(self) -> Screen[None]:
        """The reading screen; long texts are shown at once and aligned while they are read."""
        left, right = self._articles
        unaligned = Comparison(left, right, threshold=THRESHOLD)
        comparison = unaligned if self._is_long() else compare(left, right, floor=self._floor)
        return MainScreen(Reading.of(comparison, self._threshold), aligning=self._is_long())

    def _is_long(self) -> bool:
        left, right = self._articles
        return len(left.passages) * len(right.passages) > AT_ONCE

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            # Textual leaves the terminal raw on these two; exit() restores it.
            loop.add_signal_handler(number, self.exit, None, 128 + number)
        if self._is_long():
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
            comparison = compare(*self._articles, floor=self._floor, progress=progress)
        except Cancelled:
            return
        except MemoryError:
            screen.post_message(MainScreen.NotAligned("not enough memory for texts of this length"))
            return
        screen.post_message(MainScreen.Aligned(comparison))
