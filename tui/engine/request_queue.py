"""Requests that wait for a worker."""

from __future__ import annotations

from collections.abc import Mapping
from queue import SimpleQueue

from tui.engine.protocol import AddReport, CompareWords, Open, Request, Resume, Start, Turn, WriteLog

_ORDER: Mapping[type, int] = {WriteLog: 0, Start: 1, Open: 1, Resume: 1, Turn: 1, CompareWords: 2}
"""Order in which queued requests are answered; all others come after these."""


class RequestQueue:
    """Queue of requests between the thread that receives them and the thread that answers them."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[tuple[int, Request] | None] = SimpleQueue()

    def put(self, number: int, request: Request) -> None:
        self._waiting.put((number, request))

    def close(self) -> None:
        """Signal that no more requests will come."""
        self._waiting.put(None)

    def take(self) -> list[tuple[int, Request]]:
        """Wait for requests and return the newest of each kind, and all that add a report.

        Returns none once the queue is closed.

        The words of the passages on the screen come first, after the requests that open articles.
        """
        newest: dict[tuple[type, int], tuple[int, Request]] = {}
        while not newest or not self._waiting.empty():
            waiting = self._waiting.get()
            if waiting is None:
                return []
            number, request = waiting
            newest[type(request), number if isinstance(request, AddReport) else 0] = waiting
        return sorted(newest.values(), key=lambda waiting: (_ORDER.get(type(waiting[1]), 3), waiting[0]))
