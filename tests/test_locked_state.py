"""The program in a pseudo-terminal while another program has locked the state file."""

from __future__ import annotations

import os
import shutil
import signal
import time
from pathlib import Path

import pytest

from tests.locks import locked, note_texts
from tests.terminal import LIMIT, Terminal, is_ready
from tests.test_terminal import BY_WORDS  # refined links would come while keys are pressed

pytestmark = pytest.mark.slow

LEFT_SCREEN = b"\x1b[?1049l"
"""Ends the screen of the program."""
ENDS = [("q", 0), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The state folder of an earlier run, which left the bundled pair at its second link with a note."""
    state = tmp_path_factory.mktemp("earlier")
    with Terminal(BY_WORDS, environment={"XDG_STATE_HOME": str(state)}) as terminal:
        terminal.wait_for(is_ready)
        terminal.press("n", "n")
        write_note(terminal, "from before")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    return state


@pytest.fixture
def path(earlier: Path, own_folders: Path) -> Path:
    """The state file, which an earlier run has made."""
    shutil.copytree(earlier, own_folders / "state")
    path = own_folders / "state" / "compare-tui" / "sessions.db"
    assert note_texts(path) == ["from before"]
    return path


def write_note(terminal: Terminal, text: str) -> None:
    terminal.press("a", text, "enter")
    terminal.wait_for("note saved")


def wait_for_pair(terminal: Terminal, number: int) -> None:
    """Wait for the status line of a pair, or for the line that says that the reader stopped there."""
    terminal.wait_for(lambda text: f"pair {number} of" in text.casefold())


def wait_for_note(terminal: Terminal, path: Path, text: str) -> None:
    end = time.monotonic() + LIMIT
    while text not in note_texts(path):
        assert time.monotonic() < end, f"never written: {text}"
        terminal.read_for(0.05)


def end(terminal: Terminal, way: str | signal.Signals) -> None:
    if isinstance(way, str):
        os.write(terminal.fd, way.encode())
    else:
        os.kill(terminal.pid, way)
    terminal.wait_for_bytes(LEFT_SCREEN)


def test_keys_answer_during_a_lock_and_the_note_is_written_after_it(path: Path) -> None:
    with Terminal(BY_WORDS, columns=160) as terminal:
        wait_for_pair(terminal, 2)
        terminal.press("n")
        with locked(path):
            terminal.press("m")
            terminal.wait_for("marked this pair")
            terminal.press("n")
            wait_for_pair(terminal, 4)
            write_note(terminal, "meanwhile")
            assert "to be written once" in terminal.text
            terminal.press("p")
            terminal.wait_for("pinned (p to undo)")
            terminal.wait_for("not saved yet: another program has locked the state file")
            assert "Pair 5 of" in terminal.press("n")
            assert note_texts(path) == ["from before"], "the lock has held all the time"
        wait_for_note(terminal, path, "meanwhile")
        terminal.wait_until_gone("not saved yet")
        terminal.press("q")
        assert terminal.wait_exit() == 0


@pytest.mark.parametrize(("way", "status"), ENDS)
def test_leaving_during_a_lock_waits_for_its_end(path: Path, way: str | signal.Signals, status: int) -> None:
    with Terminal(BY_WORDS) as terminal:
        wait_for_pair(terminal, 2)
        with locked(path):
            terminal.press("n")
            write_note(terminal, "meanwhile")
            end(terminal, way)
        assert terminal.wait_exit() == status
        assert b"not saved" not in terminal.raw.partition(LEFT_SCREEN)[2]
    assert note_texts(path) == ["from before", "meanwhile"]
    with Terminal(BY_WORDS) as terminal:
        wait_for_pair(terminal, 3)


@pytest.mark.parametrize(("way", "status"), [(way, status or 1) for way, status in ENDS])
def test_if_the_lock_does_not_end_one_line_says_what_is_not_saved(
    path: Path, way: str | signal.Signals, status: int
) -> None:
    with Terminal(BY_WORDS) as terminal, locked(path):
        wait_for_pair(terminal, 2)
        terminal.press("n")
        write_note(terminal, "meanwhile")
        end(terminal, way)
        assert terminal.wait_exit() == status
        error = terminal.raw.partition(LEFT_SCREEN)[2].decode()
        assert error.count("\n") == 1
        assert "compare-tui: not saved: another program has locked" in error
        assert 'note: "meanwhile"' in error
    assert note_texts(path) == ["from before"]


def test_a_locked_file_does_not_hold_up_the_start_and_is_read_after_the_lock(path: Path) -> None:
    with locked(path, for_reading=True) as other, Terminal(BY_WORDS, columns=160) as terminal:
        assert "another program has locked it" in terminal.wait_for("could not read the state file")
        assert "Pair 2 of" not in terminal.text
        other.close()
        wait_for_pair(terminal, 2)
        terminal.press("'")
        terminal.wait_for("from before")
        terminal.press("escape", "q")
        assert terminal.wait_exit() == 0


def test_a_position_that_could_not_be_read_is_not_overwritten(path: Path) -> None:
    with locked(path, for_reading=True), Terminal(BY_WORDS, columns=160) as terminal:
        terminal.wait_for("could not read the state file")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    with Terminal(BY_WORDS) as terminal:
        wait_for_pair(terminal, 2)


def test_marks_made_before_the_session_could_be_read_are_added_to_it(path: Path) -> None:
    with locked(path, for_reading=True) as other, Terminal(BY_WORDS, columns=160) as terminal:
        terminal.wait_for("could not read the state file")
        terminal.press("n")
        write_note(terminal, "meanwhile")
        other.close()
        wait_for_note(terminal, path, "meanwhile")
        terminal.press("'")
        terminal.wait_for("from before")
        terminal.press("escape", "q")
        assert terminal.wait_exit() == 0
    assert note_texts(path) == ["from before", "meanwhile"]


def test_the_list_of_a_locked_file_says_why_it_is_empty(path: Path) -> None:
    with locked(path, for_reading=True), Terminal([*BY_WORDS, "--recent"], columns=160) as terminal:
        terminal.wait_for("another program has locked it")
        terminal.press("q")
        assert terminal.wait_exit() == 0
