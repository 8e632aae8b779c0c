"""The screen of `--recent`: the list of recent comparisons, and nothing behind it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Label

from tui.engine.client import Engine
from tui.engine.pipeline import open_request
from tui.engine.protocol import Event, Failed, FullArticles, Preview
from tui.session import Recent, StateError, Store
from tui.session.languages import with_saved_languages
from tui.settings.settings import Settings
from tui.ui.panels.recents import RecentsRequest, RecentsScreen

Show = Callable[[Preview | FullArticles, int, Settings], None]
"""Show articles, brought by the request of that number, which was made with those settings."""


class StartWithRecents(Screen[None]):
    """Has one of the recent comparisons opened; the program ends if none is chosen."""

    BINDINGS = [Binding("escape,q,ctrl+q", "app.quit", "Quit", id="start.quit")]

    def __init__(self, engine: Engine, settings: Settings, store: Store, show: Show) -> None:
        super().__init__()
        self._engine, self._settings, self._store, self._show_articles = engine, settings, store, show

    def compose(self) -> ComposeResult:
        yield Label(id="start-message", markup=False)

    def on_mount(self) -> None:
        self._list()

    def _list(self) -> None:
        recents: tuple[Recent, ...] = ()
        problem = ""
        try:
            recents = self._store.recents()
        except StateError as error:
            problem = str(error)
        self.app.push_screen(RecentsScreen(recents, self._settings.ascii, problem), self._take)

    def _take(self, answer: RecentsRequest | None) -> None:
        """Forget what was removed from the list, then open what was chosen."""
        answer = answer or RecentsRequest()
        try:
            if answer.all:
                self._store.forget_all()
            self._store.forget(*answer.forgotten)
        except StateError as error:
            self.notify(str(error), markup=False)
        if answer.open is None:
            self.app.exit()
            return
        settings = replace(self._settings, sources=answer.open.locations, recents=False)
        settings = with_saved_languages(settings, self._store)
        try:
            number = self._engine.open(open_request(settings))
        except OSError as error:
            self._refuse(error.strerror or str(error))
            return
        self.query_one(Label).update("opening ... (escape to quit)")
        threading.Thread(target=self._wait, args=(number, settings), daemon=True).start()

    def _wait(self, number: int, settings: Settings) -> None:
        """Wait for the articles, in a thread of its own, which ends with the engine."""
        for answered, event in self._engine.events():
            if answered == number and isinstance(event, Preview | FullArticles | Failed):
                self.app.call_from_thread(self._receive, number, event, settings)
                return

    def _receive(self, number: int, event: Event, settings: Settings) -> None:
        if isinstance(event, Preview | FullArticles):
            self._show_articles(event, number, settings)
        elif isinstance(event, Failed):
            self._refuse(event.reason)

    def _refuse(self, reason: str) -> None:
        """Say why nothing was opened, and show the list again."""
        self.query_one(Label).update("")
        self.notify(f"not opened: {reason}", severity="error", markup=False)
        self.app.bell()
        self._list()
