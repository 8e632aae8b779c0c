"""An app that opens on a comparison made by hand."""

from __future__ import annotations

from textual.app import App

from tests.examples import ferry
from tests.stores import memory_store
from tests.ui.engine import WatchedEngine
from tui.engine.protocol import Event, FullArticles
from tui.model import Comparison
from tui.reading.reading import Reading
from tui.session import Store
from tui.settings.settings import Settings
from tui.ui.engine_feed import EngineFeed
from tui.ui.screens.main import MainScreen
from tui.ui.widgets.article_pane import ArticlePane
from tui.ui.widgets.row_widget import theme_variables
from tui.ui.widgets.status_line import StatusLine

NAMED = ("left.txt", "right.txt")
"""The sources of the articles."""
SETTINGS = Settings(NAMED, keep_state=False)


class ReadingApp(App[None]):
    CSS_PATH = "../../../tui/ui/app.tcss"

    def __init__(self, comparison: Comparison | None = None, store: Store | None = None) -> None:
        super().__init__()
        self.store = store or memory_store()
        self.comparison = comparison or ferry()
        self.ascii = False
        self.engine = WatchedEngine()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables()

    def on_unmount(self) -> None:
        self.engine.close()

    def on_mount(self) -> None:
        self.push_screen(self.reading_screen())

    def reading_screen(self) -> MainScreen:
        """The screen it opens on."""
        number = self.engine.resume(self.comparison)
        screen = MainScreen(FullArticles(self.comparison), self.engine, SETTINGS, self.store, number=number)
        screen.features.comparing.opened(screen.scene, number)  # differences do not come unasked
        return screen

    @property
    def main(self) -> MainScreen:
        screen = self.screen_stack[1]
        assert isinstance(screen, MainScreen)
        return screen

    def read(self, reading: Reading) -> None:
        """Go to another place."""
        self.main.scene = self.main.scene.at(reading)

    def receive(self, event: Event, number: int = 0) -> None:
        """Hand an event of the engine to the screen, as the answer to the request of that number."""
        self.main.post_message(EngineFeed.EventReceived(number, event))

    def rows(self, pane: int) -> list[str]:
        """What a pane shows, row by row."""
        widget = list(self.main.query(ArticlePane))[pane]
        return [widget.strip_at(y).text.rstrip() for y in range(widget.size.height)]

    @property
    def status(self) -> str:
        return self.main.query_one(StatusLine).strip_at(0).text.strip()
