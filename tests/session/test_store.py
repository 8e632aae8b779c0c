from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.session.examples import NAMED, ferry, notes, opened, quay, store_in, with_note
from tests.stores import memory_store
from tui.model import Side
from tui.session import MarkKind
from tui.session.schema import MIGRATIONS, VERSION
from tui.session.write_queue import MAX_COMPARISONS


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    with_note(store, "private")
    folder = tmp_path / "state"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    files = list(folder.iterdir())
    assert {file.name for file in files} >= {"sessions.db", "sessions.db-wal"}
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    store.close()
    (folder / "sessions.db").chmod(0o644)
    opened(store)
    assert stat.S_IMODE((folder / "sessions.db").stat().st_mode) == 0o600


def test_a_store_that_is_not_used_opens_nothing_and_loads_no_database(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from tui.session import Store; "
        f"Store.open(Path({str(tmp_path / 'state' / 'x.db')!r})); print('sqlite3' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
    assert not (tmp_path / "state").exists()


def test_a_first_comparison_makes_no_file_until_there_is_something_to_save(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    session = opened(store)
    assert store.needs_no_database and not session.opened and not session.problem
    assert not (tmp_path / "state").exists()
    assert store.session((ferry(), quay()), NAMED, fresh=True).fresh
    store.add(session, session.new_mark(MarkKind.NOTE, 2, None, "mine"))
    assert not store.needs_no_database
    store.close()
    assert not store.needs_no_database
    assert notes(opened(store)) == ["mine"]


def test_a_folder_that_cannot_be_made_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    store = store_in(tmp_path)
    assert not store.needs_no_database
    assert "state" in opened(store).problem


def test_a_store_in_memory_writes_nothing(own_folders: Path) -> None:
    store = memory_store()
    session = with_note(store, "for now")
    store.save(session)
    assert notes(opened(store)) == ["for now"]
    assert not store.persistent
    assert not list(own_folders.rglob("*"))


def test_two_instances_see_what_the_other_has_written(tmp_path: Path) -> None:
    first, second = store_in(tmp_path), store_in(tmp_path)
    here, there = opened(first), opened(second)
    here = first.add(here, here.new_mark(MarkKind.NOTE, 2, None, "mine"))
    there = second.add(there, there.new_mark(MarkKind.NOTE, 3, None, "yours"))
    first.save(here.with_seen({Side.LEFT: frozenset({2}), Side.RIGHT: frozenset()}))
    second.save(there.with_seen({Side.LEFT: frozenset({3}), Side.RIGHT: frozenset()}))
    assert notes(first.reload(here)) == notes(opened(second)) == ["mine", "yours"]
    assert opened(first).seen[Side.LEFT] == {2, 3}


def test_version_1_is_migrated_with_all_its_content(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    with_note(store, "from before")
    store.close()
    path = tmp_path / "state" / "sessions.db"
    with closing(sqlite3.connect(path)) as db, closing(sqlite3.connect(":memory:")) as first:
        for column in ("progress", "swapped"):
            db.execute(f"ALTER TABLE comparison DROP COLUMN {column}")
        for table in ("story_article", "story", "language"):
            db.execute(f"DROP TABLE {table}")
        db.execute("PRAGMA user_version = 1")
        first.executescript(MIGRATIONS[0])
        tables = "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c ORDER BY 1, 2"
        assert db.execute(tables).fetchall() == first.execute(tables).fetchall()
    assert notes(opened(store)) == ["from before"]
    assert (store.message, len(store.recents())) == ("", 1)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (VERSION,)


def test_recents_have_titles_progress_and_marks_the_latest_first(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    session = with_note(store, "a note")
    every = {side: frozenset(range(len(session.sources.at(side).article.passages))) for side in Side}
    store.save(session.with_seen(every))
    store.save(store.session((quay(), ferry()), ("/news/other.txt", "-")))
    latest, first = store.recents()
    assert latest.titles == ("Panic on a burning ferry", "Ferry burns off Kessel")
    assert (latest.can_open, latest.marks, latest.progress) == (False, 0, 0.0)
    assert (first.locations, first.marks, first.progress) == (NAMED, 1, 1.0)


def test_a_forgotten_comparison_leaves_no_word_on_the_disk(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    with_note(store, "unforgettable")
    other = store.session((ferry(), quay()), ("/a", "/b"))
    store.save(other)
    (number,) = (recent.id for recent in store.recents() if recent.marks)
    store.forget(number)
    files = list((tmp_path / "state").iterdir())
    assert not any(b"unforgettable" in file.read_bytes() for file in files)
    assert [recent.locations for recent in store.recents()] == [("/a", "/b")]
    aside = tmp_path / "state" / "sessions.db.damaged-20260101-000000"
    aside.touch()
    store.forget_all()
    assert store.recents() == ()
    assert not aside.exists()


def test_beyond_a_thousand_the_oldest_without_marks_are_deleted(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    with_note(store, "the oldest of all")
    store.save(store.session((ferry(), quay()), ("/old", "/older")))
    with closing(sqlite3.connect(tmp_path / "state" / "sessions.db")) as db, db:
        columns = "slot, key, location, title, source, published, fingerprint"
        for number in range(MAX_COMPARISONS - 2):
            values = (number + 10, f"key{number}", 1e9 + number)
            db.execute("INSERT INTO comparison (id, key, opened) VALUES (?, ?, ?)", values)
            db.execute(
                f"INSERT INTO article SELECT ?, {columns} FROM article WHERE comparison = 1", (number + 10,)
            )
    store.close()
    store.save(store.session((ferry(), quay()), ("/new", "/newer")))
    recents = store.recents()
    assert len(recents) == MAX_COMPARISONS
    assert recents[0].locations == ("/new", "/newer")
    assert sum(recent.marks for recent in recents) == 1
    assert min(recent.opened for recent in recents) > 1e9


def test_a_thousand_comparisons_with_marks_take_less_than_10_megabytes(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    seen = {side: frozenset(range(60)) for side in Side}
    path = tmp_path / "state" / "sessions.db"
    for number in range(20):
        session = store.session((ferry(), quay()), (f"/news/{number}", f"/other/{number}")).with_seen(seen)
        session = store.add(
            session,
            *(session.new_mark(MarkKind.NOTE, k, 2, "a note of some words " * 4) for k in range(3, 6)),
        )
        store.save(session)
    store.close()
    empty = store_in(tmp_path / "empty")
    empty.recents()
    empty.close()
    each = (path.stat().st_size - (tmp_path / "empty" / "state" / "sessions.db").stat().st_size) / 20
    assert each * 1000 < 10_000_000


def test_values_read_from_the_file_are_clean(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    with_note(store, "a note")
    store.close()
    evil = "\x1b]0;TITLE\x07[/][@click=app.quit]\u202e\x9b31m"
    with closing(sqlite3.connect(tmp_path / "state" / "sessions.db")) as db, db:
        db.execute("UPDATE mark SET text = ?", (evil,))
        db.execute("UPDATE article SET title = ?", (evil,))
    (located,) = opened(store).listed_marks
    assert located.mark.text == "[/][@click=app.quit]"
    assert set(store.recents()[0].titles) == {"[/][@click=app.quit]"}


@pytest.mark.parametrize(
    "value",
    [
        "", "{", "null", "[1]", "[" * 100_000, '{"kept": {"threshold": NaN}}', "9" * 5000, b"\xff\x00", 10**9,
        None,
        '{"place": 3, "seen": {"x": "!!"}, "kept": [], "preferences": {"arrangement": []}, "linked": -5}',
        '{"kept": {"threshold": 1e999, "topic": 5, "relation": {}}, "seen": []}',
    ],
)  # fmt: skip
def test_invalid_values_are_ignored(tmp_path: Path, value: object) -> None:
    store = store_in(tmp_path)
    store.save(replace(with_note(store, "a note"), preferences=None))
    store.close()
    with closing(sqlite3.connect(tmp_path / "state" / "sessions.db")) as db, db:
        db.execute("UPDATE OR IGNORE comparison SET view = ?", (value,))
        db.execute("UPDATE OR IGNORE mark SET anchors = ?", (value,))
    session = opened(store)
    assert (session.position, session.view_settings, session.preferences) == (None, None, None)
    assert notes(session) == ["a note"]
    assert not list((tmp_path / "state").glob("*damaged*"))
    store.save(session)
