"""The app with `--log`: it logs the reader's actions and all errors."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import RenderableType
from textual import events
from textual.actions import ActionParseResult
from textual.dom import DOMNode

from tui.engine.log import log, log_error
from tui.ui.app import CompareApp


class LoggedApp(CompareApp):
    """Logs every action, every terminal size, the exit and errors."""

    async def on_mount(self) -> None:  # Textual also calls the handler of CompareApp
        self.call_after_refresh(log, "the first screen is painted")

    def on_resize(self, event: events.Resize) -> None:
        log(f"size: {event.size.width} x {event.size.height}")

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        log(f"action on {type(self.screen).__name__}: {action}")
        return await super().run_action(action, default_namespace, namespaces)

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        log(f"exit with status {return_code}")
        super().exit(result, return_code, message)

    def _handle_exception(self, error: Exception) -> None:
        log_error(error)
        super()._handle_exception(error)
