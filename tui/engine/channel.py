"""Numbered messages over a socket, between the screen and a worker."""

from __future__ import annotations

import pickle
import struct
import threading
from collections.abc import Callable
from contextlib import suppress
from socket import SHUT_RDWR, socket

_HEADER = struct.Struct("!IQ")
"""Number of the request, and size of the pickled message in bytes."""
_PART = 1 << 20
"""Most bytes received at once."""


class ChannelClosed(Exception):
    """The other end is closed; no message can be received or sent."""


class Channel:
    """One end of a connection between two of our own processes, or two threads of one.

    Messages are pickled: both ends are the same program, and nothing from outside gets here unpickled.
    """

    observer: Callable[[str, int, object], None] | None = None
    """Called with "sent" or "received", the number and each message of this process; set by the log."""

    def __init__(self, connection: socket) -> None:
        self._connection = connection
        self._sending = threading.Lock()

    def fileno(self) -> int:
        return self._connection.fileno()

    def send(self, number: int, message: object) -> None:
        """Send a message, waiting while the buffer is full. Raises ChannelClosed."""
        data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
        with self._sending:  # each message whole, whichever thread sends it
            try:
                self._connection.sendall(_HEADER.pack(number, len(data)))
                self._connection.sendall(data)
            except OSError:
                raise ChannelClosed from None
        if self.observer:
            self.observer("sent", number, message)

    def receive(self) -> tuple[int, object]:
        """Wait for the next message and its number. Raises ChannelClosed."""
        number, size = _HEADER.unpack(self._read(_HEADER.size))
        message = pickle.loads(self._read(size))
        if self.observer:
            self.observer("received", number, message)
        return number, message

    def shut_down(self) -> None:
        """Close the connection for both ends; a thread that waits for a message gets ChannelClosed."""
        with suppress(OSError):
            self._connection.shutdown(SHUT_RDWR)

    def close(self) -> None:
        self.shut_down()  # a thread that waits for a message would keep it open
        self._connection.close()

    def _read(self, size: int) -> bytearray:
        data = bytearray(size)
        view, filled = memoryview(data), 0
        while filled < size:
            try:
                count = self._connection.recv_into(view[filled : filled + _PART])
            except OSError:
                raise ChannelClosed from None
            if not count:
                raise ChannelClosed
            filled += count
        return data
