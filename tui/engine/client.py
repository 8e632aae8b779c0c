"""The engine, as the screen sees it: requests out, numbered events in."""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress

from msgspec.structs import replace

from tui.engine.channel import ChannelClosed
from tui.engine.launcher import Launcher, WorkerHandle
from tui.engine.protocol import (
    Aligned,
    AllLinksFound,
    CommandDone,
    Compare,
    Event,
    Failed,
    FindDifferences,
    FindReportedDifferences,
    FirstFrameDrawn,
    FullArticles,
    LinksFound,
    Open,
    Preview,
    Request,
    Resume,
    Start,
    WriteLog,
)
from tui.engine.questions import Question
from tui.model import Comparison, Link, PassagePair
from tui.settings.settings import NO_MODEL

CRASHED = "the comparison process crashed"


class _Connection:
    """A worker, and the comparison assembled from the parts that it sends."""

    def __init__(
        self,
        worker: WorkerHandle,
        number: int,
        comparison: Comparison | None = None,
        before: Comparison | None = None,
    ) -> None:
        """`before`: what is on the screen. Parts of it may come again, and one copy of them will do."""
        self.worker = worker
        self._before = before or Comparison()
        self.number = number
        """Number of the request that the latest event answers."""
        self.comparison = comparison or Comparison()
        self.links: list[Link] = []
        self._known: dict[PassagePair, Link] = {}
        """The links before those that are arriving."""
        self._refined_before = False
        """Whether links come that are yet to be refined, and were before: the refined ones stay till then."""
        self.ended = False

    def receive(self) -> tuple[int, Event | None]:
        """The next event, None for a part of one. Raises ChannelClosed."""
        self.number, event = self.worker.channel.receive()
        if isinstance(event, FullArticles):
            event = self._with_known_articles(event)
            self.comparison = event.comparison
            same = self._before.articles == self.comparison.articles
            self._refined_before = same and bool(self._before.model) and not self.comparison.aligned
        elif isinstance(event, LinksFound) and self._refined_before:
            return self.number, None
        elif isinstance(event, LinksFound):
            known = self._known = self._known or self._known_links()
            self.links += [known[k.pair] if known.get(k.pair) == k else k for k in event.links]
            return self.number, None
        elif isinstance(event, AllLinksFound) and self._refined_before and event.refining:
            self._refined_before = False
            self.comparison = self._before
            return self.number, Aligned(self.comparison, refining=True)
        elif isinstance(event, AllLinksFound):
            links, self.links, self._known = tuple(self.links), [], {}
            if not event.refining:
                self._before = Comparison()
            left, right = self.comparison.articles
            self.comparison = replace(event.comparison, left=left, right=right, links=links)
            return self.number, Aligned(self.comparison, event.refining)
        assert isinstance(event, Event)
        return self.number, event

    def _with_known_articles(self, event: FullArticles) -> FullArticles:
        known = {article.text: article for article in self._before.articles}
        pairs = ((known.get(article.text), article) for article in event.comparison.articles)
        left, right = (old if old == new else new for old, new in pairs)
        return replace(event, comparison=replace(event.comparison, left=left, right=right))

    def _known_links(self) -> dict[PassagePair, Link]:
        """Links that may come again: those on the screen between the same articles, else those of now."""
        same = self._before.articles == self.comparison.articles
        return {link.pair: link for link in (self._before if same else self.comparison).links}


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
        self._current: _Connection | None = None
        self._opening: _Connection | None = None
        self._retired: list[_Connection] = []
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

    def resume(self, comparison: Comparison) -> int:
        """Continue with articles that are already read and aligned. Raises OSError."""
        worker = self._new_worker()
        with self._lock:
            self._count += 1
            connection = _Connection(worker, self._count, comparison)
            self._end(self._current)
            self._current = connection
        # Other articles that arrive meanwhile end it.
        with suppress(ChannelClosed):  # `events` will notice and report it
            worker.channel.send(connection.number, Resume.of(comparison, self.model))
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

    def _wait(self) -> list[_Connection]:
        """Wait for workers that have sent something; returns none once the engine is closed."""
        ready: list[_Connection] = []
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

    def _received(self, connection: _Connection) -> Iterator[tuple[int, Event]]:
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

    def _lost(self, connection: _Connection) -> Iterator[tuple[int, Event]]:
        """Handle a closed channel: a crash, unless we ended the worker ourselves."""
        with self._lock:
            was_ended = connection.ended
            self._end(connection)
            if connection is self._opening:
                self._opening = None
        if not was_ended:
            yield connection.number, Failed(CRASHED)

    def _deliver(self, connection: _Connection) -> None:
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
            self._opening = _Connection(worker, self._count, before=before)
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

    def _end(self, connection: _Connection | None) -> None:
        if connection and not connection.ended:
            connection.ended = True
            connection.worker.end()
            self._retired.append(connection)
            self._wake_up()

    def _wake_up(self) -> None:
        with suppress(OSError):
            self._wake.send(b"\0")
