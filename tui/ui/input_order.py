"""Keys, pastes and the mouse, handled one after the other."""

from __future__ import annotations

import asyncio
from collections import deque

from textual import events
from textual.app import App
from textual.errors import NoWidget
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

PATIENCE = 1.0
"""Seconds that an event may take before the next one is let through."""
LOOK = 0.02
"""Seconds between two looks whether the widget of an event is gone with it, and will report nothing."""


class Handled(Message):
    """Follows an event up to the app, and so arrives when the event has been handled."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class OrderedInput(App[None]):
    """An app in which every key, paste or click is handled before the next one is looked at.

    Textual forwards an event to whatever has the focus or is under the mouse at that moment, while the events
    before it are still on their way. Then letters that were typed ahead go to the screen before and not to
    the line that they are meant for, a key that saves overtakes the letters before it, and a second click
    dismisses a panel that is gone.
    """

    def __init__(self) -> None:
        super().__init__()
        self._input: deque[events.Event] = deque()
        self._number = 0
        """Of the last event."""
        self.last_key = ""
        """Textual's name of the key that is being handled, or of the last one."""
        self._under_way: asyncio.TimerHandle | None = None
        """Lets the next event through if the last one is not reported as handled."""
        self._known_screen: Screen[object] | None = None

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded:
            self._input.append(event)
            await self._handle_input()
        else:
            await super().on_event(event)

    async def _handle_input(self) -> None:
        while self._input and self._under_way is None:
            event = self._input.popleft()
            target = self._target(event)
            if isinstance(event, events.MouseEvent) and not target.is_attached:
                continue  # Found under the mouse until the next layout, but removed.
            if isinstance(event, events.Key):
                self.last_key = event.key
            await super().on_event(event)
            if not isinstance(event, events.MouseMove):
                self._number += 1
                self._follow(target)

    def _target(self, event: events.Event) -> Widget:
        """The widget that an event goes to."""
        if not isinstance(event, events.MouseEvent):
            return self.focused or self.screen
        try:
            return self.mouse_captured or self.get_widget_at(event.x, event.y)[0]
        except NoWidget:
            return self.screen

    def _follow(self, target: Widget) -> None:
        """Wait until all that has been sent to a widget is handled, by it and by everything around it."""
        sent = Handled(self._number)
        if target.post_message(sent):
            self._wait(target, asyncio.get_running_loop().time() + PATIENCE)

    def _wait(self, target: Widget, end: float) -> None:
        """Wait until the widget reports the last event as handled, but not if it is gone or it is `end`."""
        loop = asyncio.get_running_loop()
        if target.is_attached and loop.time() < end:
            self._under_way = loop.call_later(LOOK, self._wait, target, end)
        else:
            self.post_message(Handled(self._number))

    async def on_handled(self, message: Handled) -> None:
        if message.number != self._number or self._under_way is None:
            return
        self._under_way.cancel()
        self._under_way = None
        if self.screen is not self._known_screen:
            self._known_screen = self.screen
            self._follow(self.screen)  # until it can take keys
        await self._handle_input()
