"""Languages of sources that the reader has chosen, kept from one run to the next."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.session.examples import ferry, quay, store_in
from tui.session import Store
from tui.session.languages import with_saved_languages
from tui.settings.settings import Settings

NAMES = ("/news/ferry.txt", "https://one.example/quay")
SETTINGS = Settings(NAMES)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return store_in(tmp_path)


def test_a_language_outlasts_the_program(store: Store, tmp_path: Path) -> None:
    store.save_languages({NAMES[0]: "ar", NAMES[1]: "fa"})
    store.close()
    assert store_in(tmp_path).languages(NAMES) == {NAMES[0]: "ar", NAMES[1]: "fa"}


def test_a_source_is_known_by_any_of_its_names(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    store.save_languages({"ferry.txt": "ar", "https://reader:secret@one.example/quay#end": "fa"})
    named = str(tmp_path / "ferry.txt"), f"../{tmp_path.name}/ferry.txt", NAMES[1]
    assert list(store.languages(named).values()) == ["ar", "ar", "fa"]


def test_settings_have_the_saved_languages_unless_the_command_line_names_one(store: Store) -> None:
    assert with_saved_languages(SETTINGS, store) is SETTINGS
    store.save_languages({NAMES[0]: "ar", NAMES[1]: "fa"})
    assert with_saved_languages(SETTINGS, store).languages == ("ar", "fa")
    said = Settings(NAMES, languages=("", "he"))
    assert with_saved_languages(said, store).languages == ("ar", "he")
    assert store.languages(NAMES) == {NAMES[0]: "ar", NAMES[1]: "fa"}
    apart = Settings(NAMES, keep_state=False)
    assert with_saved_languages(apart, store) is apart


def test_who_starts_over_has_the_languages_detected(store: Store) -> None:
    store.save_languages({NAMES[0]: "ar", "/news/other.txt": "ur"})
    assert with_saved_languages(Settings(NAMES, fresh=True), store).languages == ()
    assert store.languages([*NAMES, "/news/other.txt"]) == {"/news/other.txt": "ur"}


def test_what_is_no_code_is_not_read(store: Store, tmp_path: Path) -> None:
    store.save_languages({NAMES[0]: "ar"})
    store.close()
    (file,) = tmp_path.glob("**/*.db")
    with closing(sqlite3.connect(file)) as db:
        db.execute("UPDATE language SET code = ?", ("\x1b[2J",))
        db.commit()
    assert store_in(tmp_path).languages(NAMES) == {}


def test_with_the_last_comparison_of_a_source_its_language_is_forgotten(store: Store) -> None:
    names = "/news/ferry.txt", "/news/quay.txt"
    store.save(store.session((ferry(), quay()), names))
    store.save_languages(dict.fromkeys(names, "ar"))
    (recent,) = store.recents()
    store.forget(recent.id)
    assert store.languages(names) == {}
