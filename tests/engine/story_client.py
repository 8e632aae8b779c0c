"""A client of a worker with several reports, and the reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.examples import article
from tui.engine.channel import Channel
from tui.engine.connection import Connection
from tui.engine.protocol import CommandDone, Event, Open, PairCompared, Recalled, Request
from tui.model import Article

BOARD = "The harbour board said on Monday that {} people were hurt in the ferry fire near Kessel."
A, B, C, D = (
    article((BOARD.format(number), f"Something else was said by the {who}."))
    for number, who in ((12, "mayor"), (15, "owner"), (12, "captain"), (14, "police"))
)


class Handle:
    """A worker that ends with its channel."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel

    def end(self) -> None:
        self.channel.shut_down()


class Client:
    """Sends requests to a worker and puts its events together, as `Engine` does."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel
        self.connection = Connection(Handle(channel), 1)
        self.number = 0

    def request(self, request: Request) -> int:
        self.number += 1
        self.channel.send(self.number, request)
        return self.number

    def events(self, last: Callable[[Event], bool]) -> list[tuple[int, Event]]:
        """The events up to the first that is the last one waited for."""
        events: list[tuple[int, Event]] = []
        while not events or not last(events[-1][1]):
            number, event = self.connection.receive()
            if event is not None:
                events.append((number, event))
        return events

    def until(self, kind: type[Event]) -> list[tuple[int, Event]]:
        return self.events(lambda event: isinstance(event, kind))

    def compared(self) -> list[tuple[int, Event]]:
        """The events up to the last pair of the story."""
        return self.events(lambda event: isinstance(event, PairCompared) and self.complete)

    @property
    def complete(self) -> bool:
        return self.connection.story is not None and self.connection.story.complete


def nothing_saved(request: Open, articles: Sequence[Article]) -> Recalled:
    return Recalled()


def no_command(arguments: Sequence[str]) -> CommandDone:
    raise AssertionError("nobody asked for it")


def pairs_of(events: list[tuple[int, Event]]) -> list[tuple[int, int]]:
    return [event.pair for _, event in events if isinstance(event, PairCompared)]
