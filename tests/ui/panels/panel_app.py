"""An app that opens one panel and records its answers."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList

from tui.ui.widgets.row_widget import theme_variables

SIZES = [(120, 40), (80, 24), (40, 12)]
HOSTILE = "[/][@click=app.quit]press[/] [AP] \\["


class PanelApp(App[None]):
    CSS_PATH = "../../../tui/ui/app.tcss"

    def __init__(self, panel: ModalScreen[Any]) -> None:
        super().__init__()
        self.panel = panel
        self.answers: list[Any] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables()

    def on_mount(self) -> None:
        self.push_screen(self.panel, self.answers.append)

    @property
    def title_text(self) -> str:
        return str(self.panel.query(Label).first().render())

    @property
    def rows(self) -> list[str]:
        """The text of the options, with their lines joined by ` / `."""
        return [
            " / ".join(str(option.prompt).splitlines()) for option in self.panel.query_one(OptionList).options
        ]

    @property
    def highlighted(self) -> str:
        option = self.panel.query_one(OptionList).highlighted_option
        return str(option.prompt) if option else ""

    @property
    def picture(self) -> str:
        """The text on the screen."""
        return "\n".join(strip.text for strip in self.screen._compositor.render_strips())
