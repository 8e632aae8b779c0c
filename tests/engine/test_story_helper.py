"""Several reports compared by two processes: as by one, whatever becomes of the second."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

import pytest

from tests.engine.story_client import A, B, C, Client, D, no_command
from tests.examples import article
from tests.processes import descendants, has_ended
from tests.terminal import LIMIT
from tui.analysis.compare import compare
from tui.engine.channel import Channel
from tui.engine.client import Engine
from tui.engine.launcher import ProcessLauncher
from tui.engine.pair_helper import Articles, PairHelper
from tui.engine.protocol import AddReport, Done, Open, Recalled, StoryRead, StoryTopicsFound
from tui.engine.worker import Worker
from tui.model import Article
from tui.model.corrections import Corrections
from tui.model.story import ReportPair, Story

GARDEN = article(("In spring the gardeners of the palace plant nothing but white tulips.",))
REPORTS = A, B, C, D, GARDEN
NAMES = tuple("abcde")


@pytest.fixture(autouse=True)
def few_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a second process for few pairs, and on any machine."""
    monkeypatch.setattr("tui.engine.pair_helper.LEAST_PAIRS", 2)
    monkeypatch.setattr("tui.engine.pair_helper.processors", lambda: 2)


def helpers() -> list[int]:
    """The processes that compare pairs for this one."""
    return [pid for pid in descendants(os.getpid()) if b"pair_process" in _command(pid)]


def _command(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def signal_helpers(number: signal.Signals) -> None:
    for pid in helpers():
        os.kill(pid, number)


class Reader:
    """Recalls corrections of some pairs, and does something at each pair."""

    def __init__(self, act: Callable[[], object] = lambda: None) -> None:
        self._act = act
        self.seen: set[int] = set()
        """The second processes that there were."""

    def recall(self, request: Open, articles: Sequence[Article]) -> Recalled:
        self.seen.update(helpers())
        self._act()
        rejected = frozenset([(0, 0)]) if {*request.names} in ({"b", "d"}, {"a", "c"}) else frozenset()
        return Recalled(corrections=Corrections(rejected=rejected))


def compared(client: Client) -> Story:
    client.request(Open(REPORTS, names=NAMES, recall=True))
    client.until(StoryTopicsFound)
    assert client.complete
    assert client.connection.story
    return client.connection.story


def test_the_story_is_the_same_with_a_second_process(
    start: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    two, one = Reader(), Reader()
    story = compared(start(two.recall))
    monkeypatch.setattr("tui.engine.pair_helper.processors", lambda: 1)
    assert compared(start(one.recall)) == story
    assert (len(two.seen), len(one.seen)) == (1, 0)
    assert all(map(has_ended, two.seen)), "it ends when all is compared"


def test_the_story_is_the_same_when_the_second_process_is_killed(start: Callable[..., Client]) -> None:
    killed, alive = Reader(lambda: signal_helpers(signal.SIGKILL)), Reader()
    assert compared(start(killed.recall)) == compared(start(alive.recall))
    assert len(killed.seen) == 1


def test_the_story_is_the_same_when_the_second_process_is_stopped(
    start: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.engine.pair_helper.LEAST_PATIENCE", 0.01)
    stopped, alive = Reader(lambda: signal_helpers(signal.SIGSTOP)), Reader()
    assert compared(start(stopped.recall)) == compared(start(alive.recall))
    assert len(stopped.seen) == 1
    assert all(map(has_ended, stopped.seen))


def test_the_story_is_the_same_when_it_cannot_be_started(
    start: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    story = compared(start(Reader().recall))
    monkeypatch.setattr("sys.executable", "/there/is/no/python")
    alone = Reader()
    assert compared(start(alone.recall)) == story
    assert not alone.seen


def test_a_pair_whose_report_is_replaced_while_the_other_process_has_it(
    start: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, comes, goes_on = Event(), Event(), Event()
    stopped: list[int] = []
    given: list[ReportPair] = []

    class Watched(PairHelper):
        def give(self, pair: ReportPair, articles: Articles, corrections: Corrections) -> None:
            super().give(pair, articles, corrections)
            given.append(pair)

    def recall(request: Open, articles: Sequence[Article]) -> Recalled:
        if articles[1] == C:  # given to the second process, which waits
            stopped.extend(helpers())
            signal_helpers(signal.SIGSTOP)
        elif tuple(articles) == (A, B):
            if opened.is_set():  # compared for the screen before
                comes.set()
                assert goes_on.wait(LIMIT)
            opened.set()
        elif GARDEN in articles:  # the other answer may come now
            signal_helpers(signal.SIGCONT)
        return Recalled()

    monkeypatch.setattr("tui.engine.gathering.PairHelper", Watched)
    client = start(recall)
    client.request(Open((A, B, C, D), recall=True))
    assert comes.wait(LIMIT)
    assert stopped
    assert (0, 2) in given
    number = client.request(AddReport(GARDEN, replacing=2))
    while client.until(Done)[-1][0] < number:
        pass
    goes_on.set()
    client.until(StoryRead)
    client.compared()
    assert client.connection.story
    reports = client.connection.story.articles
    assert reports == (A, B, GARDEN, D)
    for (left, right), pair in client.connection.story.pairs.items():
        expected = [link.pair for link in compare(reports[left], reports[right]).links]
        assert [link.pair for link in pair.comparison.links] == expected


@pytest.mark.parametrize("end", ["killed", "closed"])
def test_it_ends_with_the_worker(end: str) -> None:
    reading, writing = os.pipe()

    def tell_and_wait(request: Open, articles: Sequence[Article]) -> Recalled:
        for pid in helpers():
            os.write(writing, f"{os.getpid()} {pid}\n".encode())
            signal.pause()
        return Recalled()

    def serve(channel: Channel) -> None:
        Worker(channel, no_command, tell_and_wait).run()

    engine = Engine(ProcessLauncher(serve))
    try:
        engine.open(Open(REPORTS, names=NAMES, recall=True))
        assert select.select([reading], [], [], LIMIT)[0], "there is a second process"
        worker, helper = map(int, os.read(reading, 100).split())
        if end == "killed":
            os.kill(worker, signal.SIGKILL)
            assert has_ended(helper)
    finally:
        engine.close()
        os.close(reading)
        os.close(writing)
    assert has_ended(helper)
