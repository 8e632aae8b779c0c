"""Notes of several reports that were opened together."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.examples import article
from tests.session.examples import ferry, notes, quay, store_in
from tui.model import Article
from tui.session import MarkKind, Session, Store
from tui.session.stories import comparisons_of_stories

BAY = article(("A ferry burned in the bay of Kessel.", "Nobody knows why."), "Fire in the bay")
REPORTS = (ferry(), quay(), BAY)
NAMES = ("/news/ferry.txt", "/news/quay.txt", "/news/bay.txt")


def pair(store: Store, left: int, right: int) -> Session:
    return store.session((REPORTS[left], REPORTS[right]), (NAMES[left], NAMES[right]))


def note(store: Store, session: Session, left: int | None, right: int | None, text: str) -> None:
    store.add(session, session.new_mark(MarkKind.NOTE, left, right, text))


def test_a_note_on_a_passage_is_known_in_every_pair_of_the_story(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.record_story(REPORTS, NAMES)
    note(store, pair(store, 0, 1), 5, None, "on the ferry's report")
    assert notes(pair(store, 0, 2)) == ["on the ferry's report"]
    (mark,) = pair(store, 2, 0).listed_marks
    assert mark.passages == (None, 5)
    assert notes(pair(store, 1, 2)) == []


def test_a_note_on_two_passages_belongs_to_their_pair(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.record_story(REPORTS, NAMES)
    note(store, pair(store, 0, 1), 5, 2, "on both")
    assert notes(pair(store, 1, 0)) == ["on both"]
    assert notes(pair(store, 0, 2)) == []


def test_two_of_them_alone_have_what_was_noted_there(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.record_story(REPORTS, NAMES)
    note(store, pair(store, 0, 2), 5, 0, "on both")
    store.close()
    again = store_in(tmp_path)
    assert notes(pair(again, 2, 0)) == ["on both"]


def test_reports_never_opened_together_share_no_notes(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    note(store, pair(store, 0, 1), 5, None, "on the ferry's report")
    assert notes(pair(store, 0, 2)) == []


def test_a_note_found_in_another_pair_can_be_changed_and_removed(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.record_story(REPORTS, NAMES)
    note(store, pair(store, 0, 1), 5, None, "first")
    store.save_note(pair(store, 0, 2), 5, None, "second")
    assert notes(pair(store, 0, 1)) == notes(pair(store, 0, 2)) == ["second"]
    store.save_note(pair(store, 0, 1), 5, None, "")
    assert notes(pair(store, 0, 2)) == []


def test_notes_of_other_pairs_come_in_the_order_in_which_they_were_made(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    reports = (*REPORTS, article(("Something else.",), "Else"))
    store.record_story(reports, (*NAMES, "/news/else.txt"))
    for passage, other in enumerate((1, 2, 1), start=4):
        note(store, pair(store, 0, other), passage, None, f"note {passage}")
    unsaved = store.session((reports[0], reports[3]), (NAMES[0], "/news/else.txt"))
    assert [mark.text for mark in unsaved.marks] == ["note 4", "note 5", "note 6"]


def test_a_pair_is_none_of_the_other_comparisons_of_its_story(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.record_story(REPORTS, NAMES)
    for left, right in ((0, 1), (0, 2)):
        note(store, pair(store, left, right), 5, None, "on the ferry's report")
    store.close()
    with closing(sqlite3.connect(tmp_path / "state" / "sessions.db")) as db:
        ids = dict(db.execute("SELECT key, id FROM comparison"))
        for sources in (pair(store, 0, 1).sources, pair(store, 0, 2).sources):
            own = ids[sources.key]
            assert set(comparisons_of_stories(db, sources)) == set(ids.values()) - {own} != set()


def test_stories_are_among_the_recents_with_the_latest_first_and_can_be_forgotten(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    store.record_story(REPORTS, NAMES)
    more: tuple[Article, ...] = (*REPORTS, article(("Something else.",), "Else"))
    store.record_story(more, (*NAMES, "-"))
    latest, first = store.recents()
    assert latest.titles[2:] == ("Fire in the bay", "Else")
    assert (first.locations, first.can_open, latest.can_open) == (NAMES, True, False)
    store.record_story(REPORTS, NAMES)
    assert [len(one.titles) for one in store.recents()] == [3, 4]
    store.forget(first.id)
    assert [len(one.titles) for one in store.recents()] == [4]
    store.forget_all()
    assert store.recents() == ()
