"""An app that opens on a comparison made by hand."""

from __future__ import annotations

from textual.app import App

from tests.examples import ferry
from tui.model import Comparison
from tui.reading.reading import Reading
from tui.session import Store
from tui.ui.screens.main import MainScreen
from tui.ui.widgets.article_pane import ArticlePane
from tui.ui.widgets.row_widget import theme_variables
from tui.ui.widgets.status_line import StatusLine

NAMED = ("left.txt", "right.txt")
"""The sources of the articles."""


class ReadingApp(App[None]):
    CSS_PATH = "../../../tui/ui/app.tcss"

    def __init__(self, comparison: Comparison | None = None, store: Store | None = None) -> None:
        super().__init__()
        self.store = store
        self.comparison = comparison or ferry()
        self.ascii = False

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables()

    def on_mount(self) -> None:
        self.push_screen(self.reading_screen())

    def reading_screen(self) -> MainScreen:
        """The screen it opens on."""
        return MainScreen(Reading.of(self.comparison), store=self.store, sources=NAMED)

    @property
    def main(self) -> MainScreen:
        screen = self.screen_stack[1]
        assert isinstance(screen, MainScreen)
        return screen

    def read(self, reading: Reading) -> None:
        """Go to another place."""
        self.main.scene = self.main.scene.at(reading)

    def receive(self, event: object) -> None:
        """Hand an event of the engine to the screen."""
        self.main.post_message(MainScreen.EngineEvent(event))

    def rows(self, pane: int) -> list[str]:
        """What a pane shows, row by row."""
        widget = list(self.main.query(ArticlePane))[pane]
        return [widget.strip_at(y).text.rstrip() for y in range(widget.size.height)]

    @property
    def status(self) -> str:
        return self.main.query_one(StatusLine).strip_at(0).text.strip()
