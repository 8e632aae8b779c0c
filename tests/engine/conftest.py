from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from socket import socketpair
from threading import Thread

import pytest

from tests.engine.story_client import Client, no_command, nothing_saved
from tests.terminal import LIMIT
from tui.engine.channel import Channel
from tui.engine.client import Engine
from tui.engine.launcher import ProcessLauncher, Serve, ThreadLauncher
from tui.engine.protocol import Open, Recalled
from tui.engine.worker import Worker
from tui.model import Article

Begin = Callable[[Serve], Engine]


@pytest.fixture(params=[ProcessLauncher, ThreadLauncher])
def begin(request: pytest.FixtureRequest) -> Iterator[Begin]:
    """Start an engine whose workers are processes, and one whose workers are threads."""
    with ExitStack() as stack:

        def start(serve: Serve) -> Engine:
            engine = Engine(request.param(serve))
            stack.callback(engine.close)
            return engine

        yield start


@pytest.fixture
def start() -> Iterator[Callable[..., Client]]:
    """Start workers, each in a thread, and give a client of each."""
    ends: list[tuple[Channel, Channel, Thread]] = []

    def begin(recall: Callable[[Open, Sequence[Article]], Recalled] = nothing_saved) -> Client:
        sockets = socketpair()
        sockets[0].settimeout(LIMIT)  # for an event that does not come
        ours, theirs = map(Channel, sockets)
        thread = Thread(target=Worker(theirs, no_command, recall).run)
        thread.start()
        ends.append((ours, theirs, thread))
        return Client(ours)

    yield begin
    for ours, theirs, thread in ends:
        ours.shut_down()
        thread.join(LIMIT)
        assert not thread.is_alive(), "a worker ends with its channel"
        ours.close()
        theirs.close()
