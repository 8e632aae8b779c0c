"""Another program has locked the state file: nobody waits, and nothing is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.locks import locked, note_texts
from tests.session.examples import notes, opened, with_note
from tests.stores import open_store
from tui.model import Side
from tui.session import MarkKind, StateError
from tui.session.session import ReadingPosition


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A state file with a note in it."""
    path = tmp_path / "state" / "sessions.db"
    store = open_store(path)
    with_note(store, "from before")
    store.close()
    return path


def test_a_note_is_held_in_memory_and_written_when_the_lock_is_gone(path: Path) -> None:
    store = open_store(path)
    session = opened(store)
    with locked(path):
        session = store.add(session, session.new_mark(MarkKind.NOTE, 2, None, "meanwhile"))
        assert notes(session) == ["meanwhile", "from before"]
        assert store.queue.waiting
        assert not store.queue.flush()
        assert note_texts(path) == ["from before"]
    assert store.queue.flush()
    assert not store.queue.waiting
    assert note_texts(path) == ["from before", "meanwhile"]
    assert not list(path.parent.glob("*damaged*"))


def test_whatever_is_read_of_a_locked_file_has_the_changes_that_wait(path: Path) -> None:
    store = open_store(path)
    session = opened(store)
    (before,) = session.marks
    with locked(path):
        session = store.add(session, session.new_mark(MarkKind.NOTE, 2, None, "meanwhile"))
        session = store.remove(session, before.uid)
        here = replace(session, position=ReadingPosition(3, 2)).with_seen(
            {Side.LEFT: frozenset({3}), Side.RIGHT: frozenset()}
        )
        store.save(here)
        again = opened(store)
        assert notes(again) == notes(store.reload(session)) == ["meanwhile"]
        assert (again.position, again.seen) == (here.position, here.seen)
    assert store.queue.flush()
    again = opened(open_store(path))
    assert (notes(again), again.position) == (["meanwhile"], here.position)


def test_of_a_mark_only_the_latest_state_is_written(path: Path) -> None:
    store = open_store(path)
    session = opened(store)
    with locked(path):
        for text in ("a", "a no", "a note"):
            session = store.save_draft(session, 2, None, text)
        session = store.save_note(session, 2, None, "a note")
        session = store.save_note(session, 3, None, "removed again")
        session = store.save_note(session, 3, None, "")
        assert store.queue.summary.startswith('note: "a note"; ')
    assert store.queue.flush()
    assert notes(opened(open_store(path))) == notes(session) == ["a note", "from before"]


def test_what_two_instances_held_back_is_merged(path: Path) -> None:
    stores = open_store(path), open_store(path)
    sessions = [opened(store) for store in stores]
    with locked(path):
        for k, (store, session) in enumerate(zip(stores, sessions, strict=True)):
            session = store.add(session, session.new_mark(MarkKind.NOTE, 2, None, f"note {k}"))
            store.save(session.with_seen({Side.LEFT: frozenset({k}), Side.RIGHT: frozenset()}))
    assert all(store.queue.flush() for store in stores)
    session = opened(open_store(path))
    assert set(notes(session)) == {"note 0", "note 1", "from before"}
    assert session.seen[Side.LEFT] == {0, 1}


def test_a_session_that_cannot_be_read_is_read_later(path: Path) -> None:
    store = open_store(path)
    with locked(path, for_reading=True):
        session = opened(store)
        assert session.unread
        assert session.problem.endswith("another program has locked it")
        store.add(session, session.new_mark(MarkKind.NOTE, 2, None, "meanwhile"))
        assert notes(opened(store)) == ["meanwhile"]
        with pytest.raises(StateError, match="locked"):
            store.recents()
    session = opened(store)
    assert (session.unread, session.problem) == (False, "")
    assert set(notes(session)) == {"meanwhile", "from before"}
    assert store.persistent


def test_nothing_is_forgotten_while_the_file_is_locked(path: Path) -> None:
    store = open_store(path)
    (recent,) = store.recents()
    with locked(path):
        with pytest.raises(StateError, match="locked"):
            store.forget(recent.id)
        with pytest.raises(StateError, match="locked"):
            store.forget_all()
    store.forget(recent.id)
    assert store.recents() == ()


def test_any_other_error_than_a_lock_keeps_what_waits(path: Path) -> None:
    store = open_store(path)
    session = opened(store)
    with locked(path) as other:
        session = store.add(session, session.new_mark(MarkKind.NOTE, 2, None, "meanwhile"))
        other.execute("CREATE TRIGGER full BEFORE INSERT ON mark BEGIN SELECT RAISE(ABORT, 'no room'); END")
        other.execute("COMMIT")
    with pytest.raises(StateError, match="no room"):
        store.queue.flush()
    with pytest.raises(StateError, match="no room"):
        store.add(session, session.new_mark(MarkKind.NOTE, 3, None, "refused"))
    with sqlite3.connect(path) as other:
        other.execute("DROP TRIGGER full")
    other.close()
    assert store.queue.finish(0)
    assert note_texts(path) == ["from before", "meanwhile"]
