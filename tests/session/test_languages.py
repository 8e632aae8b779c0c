"""Languages of sources that the reader has chosen, kept from one run to the next."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.session.examples import ferry, quay, store_in
from tests.stores import open_store
from tui.cli.commands import prepare, recall
from tui.engine.pipeline import open_request
from tui.model import Article
from tui.session import Session, Store
from tui.session.languages import with_saved_languages
from tui.session.store import state_path
from tui.settings.settings import Settings

NAMES = ("/news/ferry.txt", "https://one.example/quay")
SETTINGS = Settings(NAMES)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return store_in(tmp_path)


def keep(store: Store, codes: dict[str, str]) -> None:
    """Save languages by the names of sources that are no other source's too."""
    for name, code in codes.items():
        store.save_language(name, Article(), code)


def test_a_language_outlasts_the_program(store: Store, tmp_path: Path) -> None:
    keep(store, {NAMES[0]: "ar", NAMES[1]: "fa"})
    store.close()
    assert store_in(tmp_path).languages(NAMES) == {NAMES[0]: "ar", NAMES[1]: "fa"}


def test_a_source_is_known_by_any_of_its_names(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    keep(store, {"ferry.txt": "ar", "https://reader:secret@one.example/quay#end": "fa"})
    named = str(tmp_path / "ferry.txt"), f"../{tmp_path.name}/ferry.txt", NAMES[1]
    assert list(store.languages(named).values()) == ["ar", "ar", "fa"]


def test_settings_have_the_saved_languages_unless_the_command_line_names_one(store: Store) -> None:
    assert with_saved_languages(SETTINGS, store) is SETTINGS
    keep(store, {NAMES[0]: "ar", NAMES[1]: "fa"})
    assert with_saved_languages(SETTINGS, store).languages == ("ar", "fa")
    said = Settings(NAMES, languages=("", "he"))
    assert with_saved_languages(said, store).languages == ("ar", "he")
    assert store.languages(NAMES) == {NAMES[0]: "ar", NAMES[1]: "fa"}
    apart = Settings(NAMES, keep_state=False)
    assert with_saved_languages(apart, store) is apart


def test_who_starts_over_has_the_languages_detected(store: Store) -> None:
    keep(store, {NAMES[0]: "ar", "/news/other.txt": "ur"})
    assert with_saved_languages(Settings(NAMES, fresh=True), store).languages == ()
    assert store.languages([*NAMES, "/news/other.txt"]) == {"/news/other.txt": "ur"}


def test_what_is_no_code_is_not_read(store: Store, tmp_path: Path) -> None:
    keep(store, {NAMES[0]: "ar"})
    store.close()
    (file,) = tmp_path.glob("**/*.db")
    with closing(sqlite3.connect(file)) as db:
        db.execute("UPDATE language SET code = ?", ("\x1b[2J",))
        db.commit()
    assert store_in(tmp_path).languages(NAMES) == {}


def test_with_the_last_comparison_of_a_source_its_language_is_forgotten(store: Store) -> None:
    names = "/news/ferry.txt", "/news/quay.txt"
    store.save(store.session((ferry(), quay()), names))
    keep(store, dict.fromkeys(names, "ar"))
    (recent,) = store.recents()
    store.forget(recent.id)
    assert store.languages(names) == {}


REDIRECTED = "https://short.example/q", "https://one.example/quay"
"""What the reader typed, and where it led."""


def keep_redirected(store: Store, code: str) -> None:
    store.save_language(REDIRECTED[0], replace(quay(), address=REDIRECTED[1]), code)


def test_the_language_of_an_address_is_kept_for_where_it_leads_too(store: Store) -> None:
    keep_redirected(store, "ar")
    assert store.languages(REDIRECTED) == dict.fromkeys(REDIRECTED, "ar")
    keep(store, {REDIRECTED[1]: "fa"})
    assert store.languages(REDIRECTED) == dict.fromkeys(REDIRECTED, "fa")
    keep(store, {REDIRECTED[1]: ""})
    assert store.languages(REDIRECTED) == {}
    keep_redirected(store, "ar")
    with_saved_languages(Settings((REDIRECTED[1],), fresh=True), store)
    assert store.languages(REDIRECTED) == {}


def test_forgetting_another_comparison_leaves_the_language_of_an_address_that_leads_elsewhere(
    store: Store,
) -> None:
    articles = ferry(), replace(quay(), address=REDIRECTED[1])
    store.save(store.session(articles, (NAMES[0], REDIRECTED[0])))
    keep_redirected(store, "ar")
    store.save(store.session((ferry(), quay()), ("/news/ferry.txt", "/news/other.txt")))
    latest, first = store.recents()
    store.forget(latest.id)
    assert store.languages(REDIRECTED) == dict.fromkeys(REDIRECTED, "ar")
    store.forget(first.id)
    assert store.languages(REDIRECTED) == {}


def test_a_file_is_only_looked_into(tmp_path: Path) -> None:
    path = tmp_path / "state" / "sessions.db"
    assert open_store(path).languages(NAMES) == {}
    assert not path.parent.exists()
    path.parent.mkdir()
    for damaged in (b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000):
        path.write_bytes(damaged)
        assert open_store(path).languages(NAMES) == {}
        assert (path.read_bytes(), list(path.parent.iterdir())) == (damaged, [path])


def test_a_damaged_file_is_told_of_after_the_languages_were_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    for file in (left, right):
        file.write_text("The ferry burned off Kessel on Monday.\n\nNobody was hurt, the harbour office said.")
    path = state_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"no database")
    settings = prepare(["--model", "none", str(left), str(right)])
    assert isinstance(settings, Settings)
    recalled = recall(open_request(settings), (ferry(), quay()))
    assert isinstance(recalled.session, Session) and "was renamed" in recalled.session.problem
