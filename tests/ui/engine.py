"""A real engine for tests of the screen: its workers are threads, so that tests may hold them up."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

from textual.pilot import Pilot

from tests.terminal import LIMIT
from tui.engine.channel import Channel
from tui.engine.client import Engine
from tui.engine.launcher import Serve, ThreadLauncher
from tui.engine.protocol import (
    CommandDone,
    Done,
    Event,
    Failed,
    FullArticles,
    Open,
    Preview,
    Recalled,
    Request,
)
from tui.engine.worker import Worker
from tui.model import Article, Comparison
from tui.model.story import Story
from tui.settings.settings import Settings
from tui.ui.app import CompareApp

KEEP_NOTHING = Settings(("", ""), keep_state=False)


def serve_worker(channel: Channel) -> None:
    Worker(channel, _no_command, _nothing_saved).run()


def never_answer(channel: Channel) -> None:
    """Be a worker that only listens."""
    while True:
        channel.receive()


def _no_command(arguments: Sequence[str]) -> CommandDone:
    raise AssertionError("no test of the screen starts with a command line")


def _nothing_saved(request: Open, articles: Sequence[Article]) -> Recalled:
    return Recalled()


async def until(pilot: Pilot[None], condition: Callable[[], bool]) -> None:
    """Let the app go on until a condition holds."""
    end = time.monotonic() + LIMIT
    while not condition():
        await pilot.pause()
        assert time.monotonic() < end, "it does not come to this"
    await pilot.pause()


class WatchedEngine(Engine):
    """An engine that knows when everything it was asked is answered."""

    def __init__(self, serve: Serve = serve_worker) -> None:
        super().__init__(ThreadLauncher(serve))
        self.answered = 0
        self.received: list[type[Event]] = []
        self.opened: list[Request] = []
        """Requests for other articles."""
        self.resumed: list[tuple[str, ...]] = []
        """Names of the articles with which a worker goes on."""
        self.asked: list[Request] = []
        """Of the worker whose articles are on the screen."""

    def resume(
        self,
        comparison: Comparison,
        story: Story | None = None,
        recall: bool = False,
        names: tuple[str, ...] = (),
    ) -> int:
        self.resumed.append(names)
        return super().resume(comparison, story, recall, names)

    def _request_of_new_worker(self, request: Request) -> int:
        self.opened.append(request)
        return super()._request_of_new_worker(request)

    def _request(self, request: Request) -> int:
        self.asked.append(request)
        return super()._request(request)

    def events(self) -> Iterator[tuple[int, Event]]:
        for number, event in super().events():
            self.received.append(type(event))
            yield number, event
            if isinstance(event, Done | Failed):
                self.answered = max(self.answered, number)

    @property
    def requests(self) -> int:
        """How many requests have been made."""
        return self._count

    @property
    def busy(self) -> bool:
        return self.answered < self.requests

    async def settle(self, pilot: Pilot[None]) -> None:
        """Wait until everything is answered and shown."""
        await pilot.pause()
        await until(pilot, lambda: not self.busy)


class WatchedApp(CompareApp):
    """The app on two articles, aligned by its engine."""

    def __init__(
        self, left: Article, right: Article, *, serve: Serve = serve_worker, settings: Settings = KEEP_NOTHING
    ) -> None:
        self.engine = WatchedEngine(serve)
        number = self.engine.open(Open((left, right), threshold=settings.threshold))
        first = next(event for _, event in self.engine.events())
        assert isinstance(first, Preview | FullArticles)
        super().__init__(settings, first, self.engine, number=number)

    def on_unmount(self) -> None:
        super().on_unmount()
        self.engine.close()


def serve_until_articles(then: Callable[[], object]) -> Serve:
    """A worker that, once it has sent articles, does something before it goes on. An error is its crash."""

    def serve(channel: Channel) -> None:
        send = channel.send

        def send_and_then(number: int, message: object) -> None:
            send(number, message)
            if isinstance(message, FullArticles):
                then()

        channel.send = send_and_then  # type: ignore[method-assign]
        serve_worker(channel)

    return serve
