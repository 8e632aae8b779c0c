"""The engine with workers made for the purpose."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from tests.engine.conftest import Begin
from tests.examples import FERRY, QUAY, article
from tests.terminal import LIMIT
from tui.engine.channel import Channel, ChannelClosed
from tui.engine.client import CRASHED, Engine
from tui.engine.launcher import ProcessLauncher, launch
from tui.engine.protocol import (
    Aligned,
    AllLinksFound,
    Failed,
    FindDifferences,
    FullArticles,
    LinksFound,
    NamedSource,
    Open,
    Progress,
    Resume,
)
from tui.model import Comparison, Link, Relation, Topic

ARTICLES = Comparison(article(FERRY), article(QUAY))
LINKS = tuple(Link(k, k, 80.0, Relation.SAME) for k in range(4))


def opening(name: str) -> Open:
    return Open((NamedSource(name), NamedSource("other.txt")))


def serve_names(channel: Channel) -> None:
    """Deliver articles for every name; fail for `gone`, never answer `slow`, end at `crash`."""
    number, request = channel.receive()
    assert isinstance(request, Open) and isinstance(request.sources[0], NamedSource)
    name = request.sources[0].name
    if name == "crash":
        return
    if name == "gone":
        channel.send(number, Failed("gone: no such file"))
    elif name == "slow":
        channel.send(number, Progress("fetching slow"))
    else:
        channel.send(number, FullArticles(ARTICLES))
    try:
        while True:
            number, request = channel.receive()
            channel.send(number, Progress(f"{name} answers {type(request).__name__}"))
    except ChannelClosed:
        return


def serve_anything(channel: Channel) -> None:
    """Deliver articles where they are asked for, and name every other request."""
    try:
        while True:
            number, request = channel.receive()
            answer = FullArticles(ARTICLES) if isinstance(request, Open) else Progress(type(request).__name__)
            channel.send(number, answer)
    except ChannelClosed:
        return


def test_links_that_come_in_parts_are_put_together(begin: Begin) -> None:
    def serve(channel: Channel) -> None:
        number, _ = channel.receive()
        channel.send(number, FullArticles(ARTICLES))
        channel.send(number, LinksFound(LINKS[:3]))
        channel.send(number, LinksFound(LINKS[3:]))
        channel.send(number, AllLinksFound(Comparison(topics=(Topic("ferry"),))))

    engine = begin(serve)
    number = engine.open(opening("a"))
    events = engine.events()
    assert next(events) == (number, FullArticles(ARTICLES))
    (answered, aligned) = next(events)
    assert answered == number
    assert isinstance(aligned, Aligned)
    assert aligned.comparison.links == LINKS
    assert aligned.comparison.topics == (Topic("ferry"),)


def test_a_request_is_answered_under_its_number_by_the_worker_on_the_screen(begin: Begin) -> None:
    engine = begin(serve_names)
    events = engine.events()
    first = engine.open(opening("first"))
    assert next(events)[0] == first
    asked = engine.find_differences(FindDifferences(40))
    assert next(events) == (asked, Progress("first answers FindDifferences"))
    second = engine.open(opening("second"))
    assert next(events)[0] == second
    asked = engine.compare(0)
    assert next(events) == (asked, Progress("second answers Compare"))
    assert first < second < asked


def test_while_others_are_opened_the_articles_on_the_screen_have_somebody_to_ask(begin: Begin) -> None:
    engine = begin(serve_names)
    events = engine.events()
    engine.open(opening("first"))
    next(events)
    engine.open(opening("slow"))
    assert next(events)[1] == Progress("fetching slow")
    engine.compare(0)
    assert next(events)[1] == Progress("first answers Compare")


@pytest.mark.parametrize("way", ["gone", "cancelled", "crash"])
def test_an_opening_that_comes_to_nothing_ends_alone(begin: Begin, way: str) -> None:
    engine = begin(serve_names)
    events = engine.events()
    engine.open(opening("first"))
    next(events)
    number = engine.open(opening("slow" if way == "cancelled" else way))
    if way == "cancelled":
        next(events)
        assert engine.cancel()
    else:
        expected = CRASHED if way == "crash" else "gone: no such file"
        assert next(events) == (number, Failed(expected))
    assert not engine.cancel(), "nothing is being opened any more"
    engine.compare(0)
    assert next(events)[1] == Progress("first answers Compare")


def test_another_opening_takes_the_place_of_one_that_is_not_done(begin: Begin) -> None:
    engine = begin(serve_names)
    events = engine.events()
    engine.open(opening("slow"))
    next(events)
    number = engine.open(opening("second"))
    assert next(events) == (number, FullArticles(ARTICLES))


def test_articles_that_were_aligned_before_take_the_place_of_others_at_once(begin: Begin) -> None:
    engine = begin(serve_anything)
    events = engine.events()
    first = engine.open(opening("first"))
    assert next(events) == (first, FullArticles(ARTICLES))
    number = engine.resume(ARTICLES)
    asked = engine.compare(0)
    assert next(events) == (number, Progress("Resume"))
    assert next(events) == (asked, Progress("Compare"))


def test_a_worker_that_is_killed_is_said_to_be_gone() -> None:
    def serve(channel: Channel) -> None:
        number, _ = channel.receive()
        channel.send(number, FullArticles(ARTICLES))
        os.kill(os.getpid(), signal.SIGKILL)

    engine = Engine(launch(serve))
    try:
        number = engine.open(opening("a"))
        events = engine.events()
        assert next(events)[0] == number
        assert next(events) == (number, Failed(CRASHED))
        assert engine.compare(0) > number, "asking a dead worker is no error"
        other = engine.open(opening("b"))
        assert next(events) == (other, FullArticles(ARTICLES))
    finally:
        engine.close()


def test_a_crash_after_older_events_has_the_number_of_the_latest_answer(begin: Begin) -> None:
    def serve(channel: Channel) -> None:
        opened, _ = channel.receive()
        channel.send(opened, FullArticles(ARTICLES))
        turned, _ = channel.receive()
        channel.send(turned, FullArticles(ARTICLES, reports=(1, 0)))
        channel.send(opened, Progress("of the story"))

    engine = begin(serve)
    events = engine.events()
    opened = engine.open(opening("a"))
    assert next(events)[0] == opened
    turned = engine.turn(1, 0)
    assert next(events)[0] == turned
    assert next(events) == (opened, Progress("of the story"))
    assert next(events) == (turned, Failed(CRASHED))


def test_what_is_resumed_keeps_its_names(begin: Begin) -> None:
    def serve(channel: Channel) -> None:
        number, request = channel.receive()
        assert isinstance(request, Resume)
        channel.send(number, Progress(" and ".join(request.names)))

    engine = begin(serve)
    number = engine.resume(ARTICLES, names=("a.txt", "b.txt"))
    assert next(engine.events()) == (number, Progress("a.txt and b.txt"))


def test_events_end_when_the_engine_is_closed(begin: Begin) -> None:
    engine = begin(serve_names)
    engine.open(opening("slow"))
    seen: list[object] = []
    reader = threading.Thread(target=lambda: seen.extend(engine.events()))
    reader.start()
    engine.close()
    engine.close()
    reader.join(LIMIT)
    assert not reader.is_alive()


def test_without_processes_workers_are_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_process() -> int:
        raise OSError("no process can be had")

    monkeypatch.setattr(os, "fork", no_process)
    interval = sys.getswitchinterval()
    engine = Engine(launch(serve_names))
    try:
        number = engine.open(opening("a"))
        assert next(engine.events()) == (number, FullArticles(ARTICLES))
    finally:
        engine.close()
        sys.setswitchinterval(interval)


FAMILY = """
import os, sys
from pathlib import Path
from tests.engine.test_client import opening, serve_names
from tui.engine.client import Engine
from tui.engine.launcher import launch

def family(pid):
    stats = [path.read_text().rpartition(")")[2].split() for path in Path("/proc").glob("[0-9]*/stat")]
    return [fields for fields in stats if fields[1] == str(pid)]

engine = Engine(launch(serve_names))
events = engine.events()
engine.open(opening("first"))
next(events)
engine.open(opening("slow"))
next(events)
print(len(family(os.getpid())), flush=True)
if sys.argv[1] == "close":
    engine.close()
print(len(family(os.getpid())), flush=True)
"""


def test_no_process_is_left_behind() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAMILY, "close"], capture_output=True, text=True, timeout=LIMIT, check=True
    )
    assert done.stdout.split() == ["1", "0"], "the launcher, which has the workers; then nobody"
    assert done.stderr == ""


def test_a_program_that_is_killed_takes_its_workers_along() -> None:
    """Standard output is inherited by all of them, so it ends only with the last."""
    script = FAMILY + "\nimport signal; os.kill(os.getpid(), signal.SIGKILL)"
    done = subprocess.run(
        [sys.executable, "-c", script, "stay"], capture_output=True, text=True, timeout=LIMIT, check=False
    )
    assert done.returncode == -signal.SIGKILL
    assert done.stdout.split() == ["1", "1"]


def test_without_its_launcher_no_worker_is_started() -> None:
    launcher = ProcessLauncher(serve_names)
    try:
        os.kill(launcher.pid, signal.SIGKILL)
        os.waitid(os.P_PID, launcher.pid, os.WEXITED | os.WNOWAIT)
        with pytest.raises(OSError):
            launcher.new_worker()
    finally:
        launcher.close()


def test_a_launcher_that_cannot_fork_costs_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    fork, forks = os.fork, iter([1])

    def fork_once() -> int:
        if not next(forks, 0):
            raise OSError("no process can be had")
        return fork()

    monkeypatch.setattr(os, "fork", fork_once)
    engine = Engine(launch(serve_names))
    try:
        number = engine.open(opening("a"))
        assert next(engine.events()) == (number, Failed(CRASHED))
    finally:
        engine.close()


def test_a_worker_that_is_gone_before_it_has_read_what_it_resumes_is_reported() -> None:
    def serve(channel: Channel) -> None:
        channel.close()

    long = Comparison(article(("word " * 200_000,)), article(QUAY))  # more than a socket holds unread
    engine = Engine(launch(serve))
    try:
        number = engine.resume(long)
        assert next(engine.events()) == (number, Failed(CRASHED))
    finally:
        engine.close()
