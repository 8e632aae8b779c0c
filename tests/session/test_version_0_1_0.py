"""State files of version 0.1.0 open with everything in them; see `files-0.1.0/README.md`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.stores import open_store
from tui.analysis.compare import compare
from tui.model import Article, Comparison, Side, Topic
from tui.model.comparison import DEFAULT_THRESHOLD
from tui.model.corrections import Corrections
from tui.reading.filters import Filter, Trait
from tui.reading.reading import Reading
from tui.session import MarkKind, Session, Store
from tui.session.preferences import Preferences, preferences_path, read_preferences
from tui.session.session import ReadingPosition, ViewSettings
from tui.sources.load import load

FILES = Path(__file__).parent / "files-0.1.0"
SCREEN = Preferences(divider=8, arrangement="STACKED", details=False)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store of a reader whose state folder was last used by version 0.1.0."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    folder = tmp_path / "compare-tui"
    folder.mkdir()
    for name in ("sessions.db", "screen.json"):
        shutil.copy(FILES / name, folder)
    store = open_store()
    yield store
    assert store.message == "", "nothing was set aside"
    store.close()


def articles(*names: str) -> tuple[Article, ...]:
    return tuple(load(str(FILES / name)) for name in names)


def opened(store: Store, *names: str) -> Session:
    return store.session(articles(*names), [f"/articles/{name}" for name in names])


def marks(session: Session, kind: MarkKind) -> set[tuple[int | None, int | None, str]]:
    """The marks of a kind and the passages they have today."""
    located = (mark for mark in session.located_marks if mark.mark.kind is kind)
    return {(mark.left, mark.right, mark.mark.text) for mark in located}


def test_marks_notes_and_drafts_are_there(store: Store) -> None:
    session = opened(store, "left.txt", "right.txt")
    assert marks(session, MarkKind.MARK) == {(2, 0, ""), (None, 7, "")}
    assert marks(session, MarkKind.NOTE) == {(2, 2, "Twelve or fifteen? Ask the coast guard.")}
    assert marks(session, MarkKind.DRAFT) == {(8, 8, "half a thought")}
    assert session.lost_marks == ()
    assert marks(opened(store, "third.txt", "right.txt"), MarkKind.MARK) == {(2, 0, "")}


def test_pins_and_rejections_are_there(store: Store) -> None:
    session = opened(store, "left.txt", "right.txt")
    assert session.corrections == Corrections(frozenset({(11, 7)}), frozenset({(9, 8)}))


def test_the_position_and_the_passages_seen_are_there(store: Store) -> None:
    session = opened(store, "left.txt", "right.txt")
    assert session.position == ReadingPosition(11, 7, Side.LEFT, linked=True)
    body = {side: {p.index for p in session.sources.at(side).article.body} for side in Side}
    assert all(body[side] <= session.seen[side] for side in Side)
    other = opened(store, "third.txt", "right.txt")
    assert other.position == ReadingPosition(4, 7, Side.RIGHT, linked=False)


def test_filters_are_there(store: Store) -> None:
    session = opened(store, "left.txt", "right.txt")
    assert session.view_settings == ViewSettings(DEFAULT_THRESHOLD, trait=Trait.MOVED, boilerplate=True)
    assert "the threshold 33 of version 0.1.0 is dropped" in session.resume_message
    other = opened(store, "third.txt", "right.txt")
    assert other.view_settings == ViewSettings(DEFAULT_THRESHOLD, topic="sprinklers", only_unmatched=True)
    assert other.resume_message == "", "that was the default"


def test_a_threshold_of_today_is_read_again_and_nothing_is_said(store: Store) -> None:
    session = opened(store, "left.txt", "right.txt")
    assert session.view_settings is not None
    store.save(replace(session, view_settings=replace(session.view_settings, threshold=40.0)))
    again = opened(store, "left.txt", "right.txt")
    assert again.view_settings is not None and again.view_settings.threshold == 40.0
    assert again.resume_message == ""


def test_a_reading_resumes_where_it_was_left(store: Store) -> None:
    left, right = articles("left.txt", "right.txt")
    session = opened(store, "left.txt", "right.txt")
    reading = session.resume(Reading.of(session.corrections.apply(compare(left, right))))
    assert reading.visible.filter == Filter(DEFAULT_THRESHOLD, trait=Trait.MOVED, show_boilerplate=True)
    assert (reading.left, reading.right) == (11, 7)
    # It was out of order by the links of version 0.1.0, and by those of today may not be.
    link = reading.with_trait(None).at_pair(11, 7).link
    assert link is not None and link.pinned


def test_a_topic_is_resumed_by_its_label(store: Store) -> None:
    left, right = articles("third.txt", "right.txt")
    comparison = Comparison(left, right, topics=(Topic("ferry"), Topic("sprinklers")))
    reading = opened(store, "third.txt", "right.txt").resume(Reading.of(comparison))
    assert reading.visible.filter == Filter(DEFAULT_THRESHOLD, topic=1, only_unmatched=True)
    assert (reading.left, reading.right, reading.side) == (4, 7, Side.RIGHT)


def test_recents_are_there(store: Store) -> None:
    latest, first = store.recents()
    assert latest.titles == ("Ferry burns off Kessel", "Panic on a burning ferry")
    assert latest.locations == ("/articles/left.txt", "/articles/right.txt")
    assert (latest.marks, latest.progress) == (3, 1.0)
    assert first.titles == ("Ferry fire: what is known", "Panic on a burning ferry")
    assert (first.marks, first.progress) == (1, 1.0)
    assert latest.opened > first.opened


def test_screen_settings_are_there(store: Store) -> None:
    assert read_preferences(preferences_path()) == SCREEN
    assert opened(store, "left.txt", "right.txt").preferences == SCREEN


def test_nothing_is_lost_when_it_is_saved_again(store: Store) -> None:
    before = opened(store, "left.txt", "right.txt")
    store.save(store.save_note(replace(before, preferences=Preferences()), 3, 3, "Where is Oran?"))
    after = opened(store, "left.txt", "right.txt")
    assert marks(after, MarkKind.NOTE) - marks(before, MarkKind.NOTE) == {(3, 3, "Where is Oran?")}
    fields = ("position", "view_settings", "seen", "corrections", "changed")
    assert [getattr(after, name) for name in fields] == [getattr(before, name) for name in fields]
