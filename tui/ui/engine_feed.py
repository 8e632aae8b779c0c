"""Passes the events of the engine to the screen."""

from __future__ import annotations

import threading
from importlib import import_module

from textual.message import Message
from textual.message_pump import MessagePump

from tui.engine.client import Engine
from tui.engine.protocol import Event, Progress, StoryRead
from tui.ui.features import LATER, OF_STORIES

FIRST_STEP = (
    *("tui.report.evidence", "tui.report.differences"),
    *(f"tui.ui.features.{name}" for name in LATER),
)
"""Modules of features and evidence, imported behind the first frame.
The first step is then as fast as later ones."""


class EngineFeed:
    """Waits for events in a thread of its own, and posts them as messages."""

    class EventReceived(Message):
        """The engine has answered a request."""

        def __init__(self, number: int, event: Event) -> None:
            super().__init__()
            self.number = number
            """Number of the request."""
            self.event = event

        def can_replace(self, message: Message) -> bool:
            """Only the latest progress matters."""
            return (
                isinstance(message, EngineFeed.EventReceived)
                and isinstance(self.event, Progress)
                and isinstance(message.event, Progress)
                and self.number == message.number
            )

    def __init__(self, engine: Engine, screen: MessagePump) -> None:
        self._engine = engine
        self._screen = screen

    def start(self) -> None:
        """Start waiting for events. The thread ends with the engine."""
        # Not one of Textual's workers: Python would wait for their threads at the end.
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        self._engine.first_frame_drawn()
        for module in FIRST_STEP:
            import_module(module)
        for number, event in self._engine.events():
            if isinstance(event, StoryRead):
                for module in OF_STORIES:
                    import_module(f"tui.ui.features.{module}")
            self._screen.post_message(self.EventReceived(number, event))
