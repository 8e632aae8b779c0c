"""Whatever the condition of the state file, the store opens, reports it in one line, and destroys nothing."""

from __future__ import annotations

import os
import random
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.session.examples import notes, opened, store_in, with_note
from tests.stores import open_store
from tui.session import MarkKind, StateError
from tui.session.schema import VERSION


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A state file with a note in it, closed."""
    store = store_in(tmp_path)
    with_note(store, "from before")
    store.close()
    return tmp_path / "state" / "sessions.db"


def replaced(content: bytes) -> Callable[[Path], None]:
    return lambda path: (path.write_bytes(content), None)[1]


def cut_to(share: float) -> Callable[[Path], None]:
    return lambda path: os.truncate(path, int(path.stat().st_size * share))


def as_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "inside").write_text("kept")


def as_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def as_a_link(path: Path) -> None:
    path.unlink()
    (path.parent / "secret.txt").write_text("not ours")
    path.symlink_to(path.parent / "secret.txt")


def as_a_link_to_a_state_of_someone_else(path: Path) -> None:
    path.rename(path.parent / "secret.txt")
    path.symlink_to(path.parent / "secret.txt")


def another_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE recipe (name TEXT)")


def without_a_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TABLE mark")


def garbled(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = random.Random(5).randbytes(len(data) - 4096)
    path.write_bytes(data)


DAMAGE = {
    "cut in half": cut_to(0.5),
    "cut in the first page": cut_to(0.05),
    "empty": cut_to(0),
    "all zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "random": replaced(random.Random(3).randbytes(2000)),
    "text": replaced(b"hello\n"),
    "json": replaced(b"null"),
    "deep json": replaced(b"[" * 100_000),
    "garbled after the first page": garbled,
    "a folder": as_a_folder,
    "a pipe": as_a_pipe,
    "a link": as_a_link,
    "a link to a whole state": as_a_link_to_a_state_of_someone_else,
    "a database of another program": another_database,
    "a table is missing": without_a_table,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_file_is_reported_set_aside_and_replaced(
    path: Path, damage: Callable[[Path], None]
) -> None:
    damage(path)
    before = path.read_bytes() if path.is_file() else b""
    store = open_store(path)
    session = opened(store)
    assert notes(session) == []
    assert store.message.startswith(f"{path}: "), store.message
    assert "\n" not in store.message
    (aside,) = path.parent.glob("sessions.db.damaged-*[0-9]")
    assert aside.name in store.message
    assert not before or aside.read_bytes() == before
    if aside.is_symlink():
        assert (path.parent / "secret.txt").read_bytes() == before
    session = store.add(session, session.new_mark(MarkKind.NOTE, 2, None, "new"))
    store.close()
    again = open_store(path)
    assert (notes(opened(again)), again.message) == (["new"], "")


def test_two_damaged_files_in_one_second_are_both_set_aside(path: Path) -> None:
    for content in (b"first", b"second"):
        path.write_bytes(content)
        opened(open_store(path))
    contents = {file.read_bytes() for file in path.parent.glob("sessions.db.damaged-*[0-9]")}
    assert contents == {b"first", b"second"}


def test_a_file_of_a_newer_version_is_left_unchanged(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = path.read_bytes()
    store = open_store(path)
    session = with_note(store, "for now")
    assert notes(session) == ["for now"]
    assert "newer version" in store.message
    assert not store.persistent
    assert path.read_bytes() == before


def test_a_file_that_grows_is_still_the_same(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b" " * 1_000_000)
    assert notes(opened(open_store(path))) == ["from before"]


def test_the_remains_of_a_killed_run_are_removed(path: Path) -> None:
    path.rename(path.parent / "sessions.db.new")
    (path.parent / "sessions.db-wal").write_bytes(b"of a file that is gone")
    store = open_store(path)
    assert (notes(opened(store)), store.message) == ([], "")
    store.close()
    assert not (path.parent / "sessions.db.new").exists()


@pytest.mark.parametrize("gone", ["the folder", "the file"])
def test_a_file_removed_while_open_is_written_again_with_the_whole_session(path: Path, gone: str) -> None:
    store = open_store(path)
    session = opened(store)
    shutil.rmtree(path.parent) if gone == "the folder" else path.unlink()
    session = store.add(session, session.new_mark(MarkKind.NOTE, 2, None, "after"))
    assert store.message
    store.close()
    assert sorted(notes(opened(open_store(path)))) == ["after", "from before"]


def test_damage_while_it_is_open_loses_nothing_of_the_session(path: Path) -> None:
    store = open_store(path)
    session = with_note(store, "second")
    store.close()
    garbled(path)
    session = store.add(session, session.new_mark(MarkKind.NOTE, 2, None, "third"))
    store.close()
    assert sorted(notes(opened(open_store(path)))) == ["from before", "second", "third"]


def test_a_folder_that_cannot_be_created_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = open_store(tmp_path / "file" / "sessions.db")
    assert notes(with_note(store, "for now")) == ["for now"]
    assert store.message.endswith("changes will not be saved")
    assert not store.persistent


# -- a disk that takes nothing more, a file that may not be written


def limit_files(size: int) -> None:
    """As on a full disk, no file of this process grows beyond that size; -1: they may again."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def tried(path: Path, full: str = "", user: int | None = None) -> list[str]:
    """What a process says that opens the state, notes, and meets the trouble."""
    out, into = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            if user is not None:
                os.setgroups([])
                os.setuid(user)
            os.write(into, "\n".join(what_happens(path, full)).encode())
            os._exit(0)
        finally:
            os._exit(1)
    os.close(into)
    with open(out, encoding="utf-8") as output:  # noqa: PTH123 - a pipe has no path
        lines = output.read().splitlines()
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
    return lines


def what_happens(path: Path, full: str) -> Iterator[str]:
    store = open_store(path)
    if full == "from the start":
        limit_files(0)
    session = opened(store)
    yield f"{notes(session)} {store.persistent} {bool(store.message)}"
    if full == "later":
        limit_files(0)
    try:
        session = store.add(session, session.new_mark(MarkKind.NOTE, 2, None, "one more"))
        yield f"added {sorted(notes(session))}"
    except StateError as error:
        yield str(error)
    if full == "later":
        limit_files(-1)
        session = store.add(session, session.new_mark(MarkKind.NOTE, 2, None, "with room again"))
        yield str(sorted(notes(session)))
    yield store.message


def test_on_a_full_disk_sessions_can_be_read_and_a_message_says_that_nothing_is_saved(path: Path) -> None:
    before = path.read_bytes()
    first, second, message = tried(path, "from the start")
    assert first == "['from before'] False True"
    assert second == "added ['from before', 'one more']"
    assert message.endswith("changes will not be saved")
    assert path.read_bytes() == before


def test_a_disk_that_fills_up_raises_and_notes_are_saved_again_once_there_is_room(path: Path) -> None:
    first, second, third = tried(path, "later")
    assert first == "['from before'] True False"
    assert second.startswith("could not save: ")
    assert third == "['from before', 'with room again']"
    assert notes(opened(open_store(path))) == ["with room again", "from before"]


@pytest.fixture
def folder_of_someone(path: Path) -> Iterator[Path]:
    """The state in a folder that belongs to a user who is not root, for root may write anywhere."""
    with tempfile.TemporaryDirectory() as folder:
        user = os.geteuid() or 65534
        Path(folder).chmod(0o711)
        state = Path(folder) / "state"
        shutil.copytree(path.parent, state)
        for each in (state, *state.iterdir()):
            os.chown(each, user, -1)
        yield state
        state.chmod(0o700)


@pytest.mark.parametrize("modes", [(0o700, 0o400), (0o500, 0o600), (0o500, 0o400)])
def test_a_file_without_write_permission_is_read_and_reported(
    folder_of_someone: Path, modes: tuple[int, int]
) -> None:
    path = folder_of_someone / "sessions.db"
    before = path.read_bytes()
    path.chmod(modes[1])
    path.parent.chmod(modes[0])
    first, second, message = tried(path, user=None if os.geteuid() else 65534)
    assert first == "['from before'] False True"
    assert second == "added ['from before', 'one more']"
    assert message.endswith("it cannot be written; changes will not be saved")
    assert path.read_bytes() == before


def test_a_damaged_file_that_cannot_be_set_aside_stays_and_is_reported(folder_of_someone: Path) -> None:
    path = folder_of_someone / "sessions.db"
    path.write_bytes(b"damaged")
    path.parent.chmod(0o500)
    first, second, message = tried(path, user=None if os.geteuid() else 65534)
    assert (first, second) == ("[] False True", "added ['one more']")
    assert "not a state file" in message or "damaged" in message or "written" in message
    assert path.read_bytes() == b"damaged"
