"""Requests that wait for a worker."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from queue import SimpleQueue

from tui.engine.protocol import AddReport, Open, Request, Resume, Start, Turn, WriteLog
from tui.engine.questions import Question

_ORDER: Mapping[type, int] = {WriteLog: 0, Start: 1, Open: 1, Resume: 1, Turn: 1}
"""Order in which queued requests are answered; all others come after these."""
OPENING = (Start, Open, Resume, Turn)
"""Requests after which questions are about other articles."""


class RequestQueue:
    """Queue of requests between the thread that receives them and the thread that answers them."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[tuple[int, Request] | None] = SimpleQueue()
        self.received = 0
        """Number of the latest request."""
        self.answered = 0
        """Number of the latest request that is answered."""

    def put(self, number: int, request: Request) -> None:
        self.received = max(self.received, number)
        self._waiting.put((number, request))

    def close(self) -> None:
        """Signal that no more requests will come."""
        self._waiting.put(None)

    def take(self) -> list[tuple[int, Request]]:
        """Wait for requests and return the newest of each kind, and all that add a report.

        Those that open articles come first. Returns none once the queue is closed.
        """
        newest: dict[tuple[type, int], tuple[int, Request]] = {}
        while not newest or not self._waiting.empty():
            waiting = self._waiting.get()
            if waiting is None:
                return []
            number, request = waiting
            newest[type(request), number if isinstance(request, AddReport) else 0] = waiting
        return sorted(newest.values(), key=lambda waiting: (_ORDER.get(type(waiting[1]), 2), waiting[0]))


class Requests:
    """All requests of a worker: questions, and other work. Each of the two has a queue and a thread."""

    def __init__(self) -> None:
        self.work, self.questions = RequestQueue(), RequestQueue()
        self._lock = threading.Lock()
        self._opening = 0
        """Number of the latest request that opens articles."""
        self._opened = threading.Event()
        """Set unless articles are being opened."""

    def put(self, number: int, request: Request) -> None:
        """Take in a request; a question will be about the articles of those before it."""
        if isinstance(request, OPENING):
            with self._lock:
                self._opening = number
                self._opened.clear()
        (self.questions if isinstance(request, Question) else self.work).put(number, request)

    def close(self) -> None:
        """Signal that no more requests will come."""
        self.work.close()
        self.questions.close()
        self._opened.set()

    def wait_for_articles(self) -> None:
        """Wait until the articles are there that have been asked for."""
        self._opened.wait()

    def answered(self, number: int) -> None:
        """Note that a request is answered: with the latest that opens articles, questions can be."""
        with self._lock:
            if number == self._opening:
                self._opened.set()

    @property
    def all_answered(self) -> int:
        """Number of the latest request if none waits for an answer, else 0."""
        queues = self.work, self.questions
        waits = any(queue.answered != queue.received for queue in queues)
        return 0 if waits else max(queue.answered for queue in queues)
