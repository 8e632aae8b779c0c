"""The engine, as the screen sees it: requests out, numbered events in."""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.engine.channel import ChannelClosed
from tui.engine.connection import Connection
from tui.engine.launcher import Launcher, WorkerHandle
from tui.engine.protocol import (
    AddReport,
    CommandDone,
    Compare,
    Event,
    Failed,
    FindDifferences,
    FindReportedDifferences,
    FirstFrameDrawn,
    FullArticles,
    Open,
    Preview,
    Request,
    Resume,
    Source,
    Start,
    Turn,
    WriteLog,
)
from tui.engine.questions import Question
from tui.model import Comparison
from tui.settings.settings import NO_MODEL

if TYPE_CHECKING:
    from tui.model.story import Story

CRASHED = "the comparison process crashed"


class Engine:
    """Starts one worker for each set of sources and passes its events on.

    The worker whose articles are on the screen lives until another has delivered its own, so opening
    can be cancelled or fail without losing anything. Requests return their numbers at once; another
    thread takes the events from `events`.
    """

    def __init__(self, launcher: Launcher) -> None:
        self._launcher = launcher
        self._lock = threading.Lock()
        self._count = 0
        self._current: Connection | None = None
        self._opening: Connection | None = None
        self._retired: list[Connection] = []
        self._closed = False
        self._log_path = ""
        self.model = NO_MODEL
        """Folder of the language model for articles opened from now on; as in `Open`."""
        self._waiting = threading.Lock()
        """Held while `events` waits for a message."""
        self._wakes, self._wake = socket.socketpair()

    # -- requests

    def start(self, arguments: Sequence[str]) -> int:
        """Carry out a command line. Raises OSError if no worker can be started."""
        return self._request_of_new_worker(Start(tuple(arguments)))

    def open(self, request: Open) -> int:
        """Open other sources instead of any that are still being opened. Raises OSError."""
        return self._request_of_new_worker(replace(request, model=self.model))

    def resume(
        self,
        comparison: Comparison,
        story: Story | None = None,
        recall: bool = False,
        names: tuple[str, ...] = (),
    ) -> int:
        """Continue with articles that are already read and aligned. Raises OSError.

        `story`: the one that they are part of; what is left of it is compared. `recall` and `names`: as in
        `Open`.
        """
        worker = self._new_worker()
        with self._lock:
            self._count += 1
            connection = Connection(worker, self._count, comparison, story=story)
            self._end(self._current)
            self._current = connection
        # Other articles that arrive meanwhile end it.
        with suppress(ChannelClosed):  # `events` will notice and report it
            request = Resume.of(comparison, self.model, story, recall, names)
            worker.channel.send(connection.number, request)
        self._wake_up()
        return connection.number

    def first_frame_drawn(self) -> None:
        """Tell the worker of `start` that it has the processor for itself."""
        with self._lock:
            if self._current and not self._current.ended:
                with suppress(ChannelClosed):  # `events` will notice and report it
                    self._current.worker.channel.send(self._current.number, FirstFrameDrawn())

    def write_log(self, path: str) -> None:
        """Make workers started from now on write a log to that file."""
        self._log_path = path

    def turn(self, left: int, right: int) -> int:
        """Compare two other reports of the story for the panes; answered as `open`."""
        return self._request(Turn(left, right))

    def add(self, source: Source, name: str = "", replacing: int | None = None) -> int:
        """Read one more report of the story, or one instead of another; `StoryRead` or `Failed` answers."""
        return self._request(AddReport(source, name, replacing))

    def compare(self, threshold: float) -> int:
        """Align the articles again, down to a lower threshold."""
        return self._request(Compare(threshold))

    def find_differences(self, request: FindDifferences | FindReportedDifferences) -> int:
        """Find the differences in another set of links."""
        return self._request(request)

    def ask(self, question: Question) -> int:
        """Ask a question about the articles on the screen; a newer one of its kind supersedes it."""
        return self._request(question)

    def cancel(self) -> bool:
        """Cancel the opening under way; returns whether there was one."""
        with self._lock:
            given_up, self._opening = self._opening, None
            self._end(given_up)
        return given_up is not None

    def close(self) -> None:
        """End all workers and the launcher. `events` ends."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            for connection in (self._current, self._opening):
                self._end(connection)
        self._wake_up()
        self._launcher.close()
        with self._waiting:  # no thread selects on them any more
            self._close_retired()
            self._wakes.close()
            self._wake.close()

    # -- events

    def events(self) -> Iterator[tuple[int, Event]]:
        """Wait for events and yield them with the numbers of their requests, until the engine is closed."""
        while ready := self._wait():
            for connection in ready:
                if not connection.ended:
                    yield from self._received(connection)

    def _wait(self) -> list[Connection]:
        """Wait for workers that have sent something; returns none once the engine is closed."""
        ready: list[Connection] = []
        while not ready:
            with self._waiting:
                if self._closed:
                    return []
                self._close_retired()
                with self._lock:
                    connections = [c for c in (self._current, self._opening) if c and not c.ended]
                by_handle = {c.worker.channel.fileno(): c for c in connections}
                handles, _, _ = select.select([self._wakes.fileno(), *by_handle], [], [])
                if self._wakes.fileno() in handles:
                    self._wakes.recv(1 << 10)
                ready = [by_handle[handle] for handle in handles if handle in by_handle]
        return ready

    def _close_retired(self) -> None:
        """Close the channels of ended workers. No thread may be waiting for them."""
        with self._lock:
            retired, self._retired = self._retired, []
        for connection in retired:
            connection.worker.channel.close()

    def _received(self, connection: Connection) -> Iterator[tuple[int, Event]]:
        try:
            number, event = connection.receive()
        except ChannelClosed:
            yield from self._lost(connection)
            return
        if isinstance(event, Preview | FullArticles | CommandDone):
            self._deliver(connection)
        elif isinstance(event, Failed) and connection is self._opening:
            self.cancel()
        if event is not None:
            yield number, event

    def _lost(self, connection: Connection) -> Iterator[tuple[int, Event]]:
        """Handle a closed channel: a crash, unless we ended the worker ourselves."""
        with self._lock:
            was_ended = connection.ended
            self._end(connection)
            if connection is self._opening:
                self._opening = None
        if not was_ended:
            yield connection.number, Failed(CRASHED)

    def _deliver(self, connection: Connection) -> None:
        """Make this worker the current one, now that it has articles, and end the previous one."""
        with self._lock:
            if connection is self._opening:
                former, self._current, self._opening = self._current, connection, None
                self._end(former)

    # -- workers

    def _new_worker(self) -> WorkerHandle:
        worker = self._launcher.new_worker()
        if self._log_path:
            with suppress(ChannelClosed):  # `events` will notice and report it
                worker.channel.send(0, WriteLog(self._log_path))
        return worker

    def _request_of_new_worker(self, request: Request) -> int:
        worker = self._new_worker()
        with self._lock:
            self._count += 1
            self._end(self._opening)
            before = self._current.comparison if self._current else None
            self._opening = Connection(worker, self._count, before=before)
            number = self._count
        with suppress(ChannelClosed):  # `events` will notice and report it
            worker.channel.send(number, request)
        self._wake_up()
        return number

    def _request(self, request: Request) -> int:
        with self._lock:
            self._count += 1
            if self._current and not self._current.ended:
                with suppress(ChannelClosed):  # `events` will notice and report it
                    self._current.worker.channel.send(self._count, request)
            return self._count

    def _end(self, connection: Connection | None) -> None:
        if connection and not connection.ended:
            connection.ended = True
            connection.worker.end()
            self._retired.append(connection)
            self._wake_up()

    def _wake_up(self) -> None:
        with suppress(OSError):
            self._wake.send(b"\0")
