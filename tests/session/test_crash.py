"""Killed at any moment, and two at once: no note that was confirmed is ever lost."""

from __future__ import annotations

import os
import random
import select
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.session.examples import notes, opened, store_in
from tests.stores import open_store
from tui.model import Side
from tui.session import MarkKind, Session

pytestmark = pytest.mark.slow

TIMES = 200


def write_for_ever(folder: Path, confirmed: int, name: str) -> None:
    """Note, note, keep, note ... and confirm each note once it is written."""
    store = store_in(folder)
    session = opened(store)
    for number in range(100_000):
        session = store.add(session, session.new_mark(MarkKind.NOTE, 2 + number % 6, 2, f"{name}-{number}"))
        assert store.queue.finish(60)
        os.write(confirmed, f"{name}-{number}\n".encode())
        seen = {Side.LEFT: frozenset({number % 8}), Side.RIGHT: frozenset({number % 7})}
        if number % 3 == 0:
            store.save(session.with_seen(seen))
        if number % 5 == 4:
            session = store.remove(session, session.marks[-1].uid)
            session = store.add(session, session.new_mark(MarkKind.NOTE, None, 3, f"{name}-{number}"))


def forked(folder: Path, name: str) -> tuple[int, int]:
    """A writer in a process of its own: its id, and where its confirmations are read."""
    out, into = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            write_for_ever(folder, into, name)
        finally:
            os._exit(1)
    os.close(into)
    return pid, out


def confirmed_until_killed(folder: Path, name: str, count: int, seconds: float) -> list[str]:
    """The notes confirmed by a writer that is killed some seconds after it has confirmed a number of them."""
    pid, out = forked(folder, name)
    output, patience = b"", time.monotonic() + 60
    while output.count(b"\n") < count:
        assert select.select([out], [], [], patience - time.monotonic())[0], "nothing is confirmed any more"
        output += os.read(out, 1 << 16)
    end = time.monotonic() + seconds
    while (rest := end - time.monotonic()) > 0:
        if select.select([out], [], [], rest)[0]:
            output += os.read(out, 1 << 16)
    os.kill(pid, signal.SIGKILL)
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL
    while data := os.read(out, 1 << 16):
        output += data
    os.close(out)
    return output.decode().rpartition("\n")[0].split()


def reopened(folder: Path) -> Session:
    store = store_in(folder)
    session = opened(store)
    assert store.message == ""
    assert store.persistent
    store.close()
    return session


def test_after_200_kills_the_file_is_whole_and_has_every_confirmed_note(tmp_path: Path) -> None:
    chance = random.Random(11)
    total = 0
    for time_of_death in range(TIMES):
        # Eight writers share a file, so that its creation is interrupted as well as a longer history.
        folder = tmp_path / str(time_of_death // 8)
        name = f"run{time_of_death}"
        # Every second one may die before its first note, the others a moment after a few.
        count, seconds = (0, 0.045) if time_of_death % 2 else (chance.randrange(2, 7), 0.01)
        confirmed = confirmed_until_killed(folder, name, count, chance.uniform(0, seconds))
        # Every fifth note is removed for a moment, and written again with the same text.
        missing = set(confirmed) - set(notes(reopened(folder)))
        assert not {note for note in missing if int(note.split("-")[1]) % 5 != 4}, name
        total += len(confirmed)
    assert total > TIMES
    for folder in tmp_path.iterdir():
        with closing(sqlite3.connect(folder / "state" / "sessions.db")) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def write_500(folder: Path, name: str) -> None:
    store = store_in(folder)
    session = opened(store)
    for number in range(500):
        session = store.add(session, session.new_mark(MarkKind.NOTE, 2, 2, f"{name}{number}"))
        if number % 50 == 0:
            store.save(session)
    assert store.queue.finish(60)


@pytest.mark.parametrize("there", [True, False], ids=["a file that is there", "a file both make at once"])
def test_two_instances_that_write_500_notes_each_lose_none(tmp_path: Path, there: bool) -> None:
    if there:
        reopened(tmp_path)
    writers = []
    for name in ("a", "b"):
        pid = os.fork()
        if pid == 0:
            status = 1
            try:
                write_500(tmp_path, name)
                status = 0
            finally:
                os._exit(status)
        writers.append(pid)
    assert [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in writers] == [0, 0]
    expected = {f"{name}{number}" for name in ("a", "b") for number in range(500)}
    assert set(notes(reopened(tmp_path))) == expected


def test_two_instances_that_find_the_file_damaged_set_it_aside_once(tmp_path: Path) -> None:
    reopened(tmp_path)
    path = tmp_path / "state" / "sessions.db"
    instances = open_store(path), open_store(path)
    path.write_bytes(b"damaged")
    first = opened(instances[0])
    first = instances[0].add(first, first.new_mark(MarkKind.NOTE, 2, 2, "first"))
    second = opened(instances[1])
    second = instances[1].add(second, second.new_mark(MarkKind.NOTE, 2, 2, "second"))
    assert len(list(path.parent.glob("*damaged-*[0-9]"))) == 1
    assert set(notes(reopened(tmp_path))) == {"first", "second"}
