import os
import signal
import subprocess
import sys
from collections.abc import Callable

import pytest

import tui.engine.ahead
from tui.engine.ahead import Ahead, CutShort, Ended, Send


@pytest.fixture(params=["child", "thread"])
def begun(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ahead]:
    """Jobs as they are begun where there are two processors, and where there is one."""
    processors = {0, 1} if request.param == "child" else {0}
    monkeypatch.setattr(tui.engine.ahead, "_processors", lambda: processors)
    return Ahead


def test_what_a_job_sends_comes_in_order_and_then_no_more(begun: Callable[..., Ahead]) -> None:
    def job(send: Send) -> None:
        send({"words": [1, 2, 3] * 100_000})
        send("then this")

    ahead = begun(job)
    assert ahead.get() == {"words": [1, 2, 3] * 100_000}
    assert ahead.get() == "then this"
    for _ in range(2):
        with pytest.raises(Ended) as ended:
            ahead.get()
        assert not isinstance(ended.value, CutShort)


def test_a_job_that_fails_at_once_fails_here(begun: Callable[..., Ahead]) -> None:
    def job(send: Send) -> None:
        raise ValueError("no such thing")

    with pytest.raises(ValueError, match="no such thing"):
        begun(job).get()


def test_a_job_that_is_ended_sends_no_more(begun: Callable[..., Ahead]) -> None:
    def job(send: Send) -> None:
        for number in range(10**9):
            send(number)

    ahead = begun(job)
    assert ahead.get() == 0
    ahead.end()
    ahead.end()
    with pytest.raises(Ended):
        for _ in range(10**6):
            ahead.get()


def test_the_job_is_done_in_another_process_where_there_are_two_processors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for count in (1, 2):
        monkeypatch.setattr(tui.engine.ahead, "_processors", lambda count=count: set(range(count)))
        elsewhere = Ahead(lambda send: send(os.getpid())).get() != os.getpid()
        assert elsewhere == (count == 2)


def test_a_child_that_is_killed_after_its_first_message_is_said_to_be_cut_short(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tui.engine.ahead, "_processors", lambda: {0, 1})

    def job(send: Send) -> None:
        send("first")
        os.kill(os.getpid(), signal.SIGKILL)

    ahead = Ahead(job)
    assert ahead.get() == "first"
    with pytest.raises(CutShort):
        ahead.get()


def test_a_child_that_is_killed_before_its_first_message_is_no_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tui.engine.ahead, "_processors", lambda: {0, 1})
    parent = os.getpid()

    def job(send: Send) -> None:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        send("done here")

    assert Ahead(job).get() == "done here"


@pytest.mark.parametrize("ending", ["", "ahead.end()\n"])
def test_no_child_is_left_behind(ending: str) -> None:
    code = (
        "import os, tui.engine.ahead\n"
        "tui.engine.ahead._processors = lambda: {0, 1}\n"
        "ahead = tui.engine.ahead.Ahead(lambda send: send(1))\n"
        "ahead.get()\n"
        f"{ending}"
        "try:\n"
        "    ahead.get()\n"
        "except tui.engine.ahead.Ended:\n"
        "    pass\n"
        "try:\n"
        "    print(os.waitpid(-1, os.WNOHANG))\n"
        "except ChildProcessError:\n"
        "    print('none')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == "none\n", done
