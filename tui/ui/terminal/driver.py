"""Textual's terminal driver with less output, a faster exit, and pastes as they are."""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
from codecs import getincrementaldecoder
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.layout.cells import MARKED
from tui.ui.terminal.parser import PasteParser
from tui.ui.terminal.sgr_output import shorten_sgr

if TYPE_CHECKING:
    from textual.app import App

READ_BYTES = 4096
LOOK_SECONDS = 0.1
"""Seconds between two looks whether an escape that came alone is the key, and whether the app has ended."""


class TerminalDriver(LinuxDriver):
    """Writes three fifths of the bytes, and does not join the thread that reads the keys on exit.

    That thread polls every tenth of a second, so joining it would be most of the exit time. It ends by
    itself or with the process. While the app runs (when it is suspended) nothing differs from Textual.
    """

    def __init__(self, app: App[None], **options: Any) -> None:
        super().__init__(app, **options)
        if not (
            sys.__stderr__ and sys.__stderr__.isatty()
        ):  # `2>errors.txt`: Textual would draw into the file
            self._file = sys.__stdout__

    def write(self, data: str) -> None:
        data = shorten_sgr(data)
        if not data.isascii() and MARKED.search(data):
            from tui.ui.terminal.anchors import anchor_marks  # few articles have such marks

            data = anchor_marks(data)
        super().write(data)

    def run_input_thread(self) -> None:
        """Read input and send it on as messages, until the app ends.

        Bytes that are not UTF-8 become replacement characters; Textual's own thread would end with the app.
        """
        parser = PasteParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            if select.select([self.fileno], [], [], LOOK_SECONDS)[0]:
                data = os.read(self.fileno, READ_BYTES)
                if not data:
                    return
                if text := decode(data):  # an empty text would end the parser
                    self._send(parser.feed(text))
            self._send(parser.tick())

    def _send(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def _disable_mouse_support(self) -> None:
        super()._disable_mouse_support()
        if self._mouse_pixels:
            self.write("\x1b[?1016l")

    def disable_input(self) -> None:
        if self._app.is_running:
            super().disable_input()
        elif not self.exit_event.is_set():
            signal.signal(signal.SIGWINCH, signal.SIG_DFL)
            self._disable_mouse_support()
            self.exit_event.set()
            with suppress(termios.error):  # the terminal has been closed
                termios.tcflush(self.fileno, termios.TCIFLUSH)
