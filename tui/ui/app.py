"""The app: opens the reading screen on the first articles of the engine."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from time import monotonic

from rich.console import RenderableType
from textual._styles_cache import StylesCache
from textual.app import SystemCommand
from textual.await_complete import AwaitComplete
from textual.driver import Driver
from textual.screen import Screen, SystemModalScreen

from tui.engine.client import Engine
from tui.engine.protocol import FullArticles, Preview
from tui.layout.right_to_left import reorderer
from tui.session import Store
from tui.settings.settings import Settings
from tui.ui.input_order import OrderedInput
from tui.ui.keys import KEYS_FOR, key_sign
from tui.ui.screens.main import MainScreen
from tui.ui.widgets.drawn_lines import DrawnLines
from tui.ui.widgets.row_widget import theme_variables

ASK_SECONDS = 5.0
"""Seconds in which a second `ctrl+c` quits."""
TWICE_SECONDS = 1.0
"""Seconds after `q` has closed a panel in which another one may be the second of a double press."""
TOLD_SECONDS = 2.0
"""Seconds for which it is told that this one did not quit."""


class CompareApp(OrderedInput):
    """Two articles, aligned, side by side."""

    TITLE = "compare-tui"
    CSS_PATH = Path(__file__).with_name("app.tcss")

    def __init__(
        self,
        settings: Settings,
        first: Preview | FullArticles | None,
        engine: Engine,
        *,
        number: int = 1,
        store: Store | None = None,
    ) -> None:
        """`first`: the first articles to show, brought by the request of that number.

        Without any, the reader chooses among the recent comparisons.
        """
        super().__init__()
        self.ascii = settings.ascii
        self.reorders = (settings.right_to_left or reorderer(os.environ)) == "app"
        """Whether lines from right to left are put in the order in which they are drawn."""
        self._filters.insert(0, DrawnLines(self.reorders))
        if self.ascii:
            from tui.ui.widgets.ascii_lines import AsciiLines

            self._filters.append(AsciiLines())
        self._settings, self._first, self._engine, self._number = settings, first, engine, number
        self.store = store or (Store.open() if settings.keep_state else Store.in_memory())
        self._asked_to_quit = -ASK_SECONDS
        """Time in seconds when `ctrl+c` was last pressed without a selection."""
        self._closed_by = ""
        """The key that closed the last panel; empty once it has been pressed again."""
        self._closed_at = 0.0
        """Time in seconds when it did."""
        self.set_keymap(settings.keys)
        if settings.theme:
            self.theme = settings.theme
        # A step is one frame; an animated page is thirty times the time and the bytes.
        self.animation_level = "none"

    def get_driver_class(self) -> type[Driver]:
        driver = super().get_driver_class()
        if driver.__name__ != "LinuxDriver":  # a page in a browser, another system
            return driver
        from tui.ui.terminal.driver import TerminalDriver

        return TerminalDriver

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything a key does, with its group and its keys as in `?`; then Textual's own."""
        if isinstance(screen, MainScreen):
            keys = screen.scene.keys
            for purpose, group in KEYS_FOR.items():
                for key in group:
                    about = f"{purpose.value}: {' '.join(keys.all_of(key.id))}"
                    yield SystemCommand(key.label, about, partial(screen.run_action, key.binding))
        own = {"Quit", "Keys", "Screenshot"}  # `q`, `?` and `ctrl+s` do these, and are listed above
        yield from (command for command in super().get_system_commands(screen) if command.title not in own)

    def action_command_palette(self) -> None:
        from tui.ui.widgets.option_rows import Palette

        if self.use_command_palette and not Palette.is_open(self):  # type: ignore[arg-type]  # it wants App[object]
            self.push_screen(Palette(id="--command-palette"))

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a selection, and say which way."""
        from tui.ui.terminal.copying import copy_text

        self.notify(f"selection {copy_text(self, text)}", markup=False)

    def pop_screen(self) -> AwaitComplete:
        # It is cached by the cache of each widget, which then holds the lines of 1,024 widgets that are gone.
        StylesCache.get_inner_outer.cache_clear()
        if not isinstance(self.screen, SystemModalScreen):  # the palette does something when it closes
            self._closed_by, self._closed_at = self.last_key, monotonic()
        return super().pop_screen()

    def get_default_screen(self) -> Screen[None]:
        """The reading screen, or the one where a recent comparison is chosen."""
        if self._first is None:
            from tui.ui.screens.recents import StartWithRecents

            return StartWithRecents(self._engine, self._settings, self.store, self._show)
        return MainScreen(self._first, self._engine, self._settings, self.store, number=self._number)

    def _show(self, first: Preview | FullArticles, number: int, settings: Settings) -> None:
        """Show the articles that the reader has chosen."""
        self._first, self._number, self._settings = first, number, settings
        self.push_screen(self.get_default_screen())

    def on_load(self) -> None:
        self._exit_on_signals()  # before the terminal is put into any mode

    def _exit_on_signals(self) -> None:
        """Leave the terminal as it was on a signal that ends the program, and save the session."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            if signal.getsignal(number) is not signal.SIG_IGN:  # as under `nohup`
                loop.add_signal_handler(number, self.exit, None, 128 + number)

    async def on_mount(self) -> None:
        self.call_after_refresh(_collect_again)
        self._exit_on_signals()  # the driver for a browser has put its own in their place

    def action_help_quit(self) -> None:
        """`ctrl+c` without a selection: ask once, then quit."""
        now = monotonic()
        if now - self._asked_to_quit < ASK_SECONDS:
            self.exit()
            return
        self._asked_to_quit = now
        self.notify("press ctrl+c again to quit", timeout=ASK_SECONDS, markup=False)

    def action_leave(self) -> None:
        """Quit, but not by a key that has just closed a panel: it is easily pressed twice."""
        key, self._closed_by = self._closed_by, ""
        if key == self.last_key and monotonic() - self._closed_at < TWICE_SECONDS:
            self.notify(f"press {key_sign(key)} again to quit", timeout=TOLD_SECONDS, markup=False)
        else:
            self.exit()

    @property
    def _main(self) -> MainScreen | None:
        """The reading screen, once there is one: a signal may come before any screen."""
        return next((screen for screen in self.screen_stack if isinstance(screen, MainScreen)), None)

    def on_unmount(self) -> None:
        self.store.close()

    def _handle_exception(self, error: Exception) -> None:
        from tui.sources.errors import ran_out_of_memory

        super()._handle_exception(error)
        if ran_out_of_memory(error):  # a traceback would say nothing of use
            self._exit_renderables[:] = ["compare-tui: not enough memory"]

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave: save the session and end all workers."""
        self._engine.close()
        if self._main:
            self._main.end()
        super().exit(result, return_code, message)


def _collect_again() -> None:
    """Collect garbage from here on; what the start has made stays for good and is not looked through."""
    gc.freeze()
    gc.enable()
