from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.examples import ferry as comparison
from tests.session.examples import NAMED, ferry, notes, opened, quay, store_in, with_note
from tui.model import Article, Relation, Side
from tui.model.corrections import Corrections
from tui.reading.filters import Trait
from tui.reading.reading import Reading
from tui.session import MarkKind, Session, Sources, Store
from tui.session.preferences import Preferences


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return store_in(tmp_path)


def reopened(store: Store, left: Article | None = None, right: Article | None = None) -> Session:
    store.close()
    return store.session((left or ferry(), right or quay()), NAMED)


def test_a_new_comparison_has_an_empty_session(store: Store) -> None:
    session = opened(store)
    assert (session.marks, session.position, session.changed, session.resume_message) == ((), None, (), "")
    assert store.message == ""


def test_a_note_on_a_link_is_there_again_on_both_passages(store: Store) -> None:
    with_note(store, "40 minutes or an hour?")
    (mark,) = reopened(store).listed_marks
    assert (mark.mark.text, mark.passages, mark.lost) == ("40 minutes or an hour?", (5, 2), False)


def test_a_note_survives_a_paragraph_put_in_before_it(store: Store) -> None:
    with_note(store, "here")
    session = reopened(store, ferry(before="This report has been corrected."))
    assert session.listed_marks[0].passages == (6, 2)
    assert session.changed == (Side.LEFT,)
    assert "the left article has changed since 20" in session.resume_message


def test_a_note_survives_a_typo_corrected_inside_its_passage(store: Store) -> None:
    with_note(store, "here")
    session = reopened(store, ferry(("Rescue boats", "The rescue boats")))
    assert session.listed_marks[0].passages == (5, 2)


def test_the_same_two_sources_the_other_way_round_are_the_same_comparison(store: Store) -> None:
    session = with_note(store, "on the link")
    store.add(session, session.new_mark(MarkKind.MARK, 7, None))
    store.close()
    mirrored = store.session((quay(), ferry()), NAMED[::-1])
    assert [mark.passages for mark in mirrored.listed_marks] == [(2, 5), (None, 7)]
    assert mirrored.changed == ()
    assert len(store.recents()) == 1


def test_a_mark_without_its_passage_is_lost_until_the_passage_returns(store: Store) -> None:
    with_note(store, "here")
    gone = ferry(("Rescue boats reached the ship within 40 minutes, officials said.", "Nothing is known."))
    session = reopened(store, gone)
    store.save(session)
    assert [mark.mark.text for mark in session.lost_marks] == ["here"]
    assert session.listed_marks[0].passages == (None, 2)
    assert session.resume_message.endswith("1 mark not found: see the list of marks")
    assert reopened(store).listed_marks[0].passages == (5, 2)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([MarkKind.PINNED], "1 pinned pair not found"),
        ([MarkKind.REJECTED], "1 removed link not found"),
        (
            [MarkKind.PINNED, MarkKind.PINNED, MarkKind.MARK],
            "1 mark not found: see the list of marks; 2 pinned pairs not found",
        ),
    ],
)
def test_lost_pins_are_told_as_such_since_the_list_of_marks_has_none(
    store: Store, kinds: list[MarkKind], expected: str
) -> None:
    session = opened(store)
    for place, kind in enumerate(kinds):
        session = store.add(session, session.new_mark(kind, 5, 2 + place))
    gone = ferry(("Rescue boats reached the ship within 40 minutes, officials said.", "Nothing is known."))
    session = reopened(store, gone)
    assert session.resume_message.endswith(f"; {expected}")
    listed = [mark for mark in session.listed_marks if mark.lost]
    assert len(listed) == kinds.count(MarkKind.MARK)


def test_a_removed_mark_is_gone_and_undo_brings_it_back(store: Store) -> None:
    session = with_note(store, "here")
    (mark,) = session.marks
    session = store.remove(session, mark.uid)
    assert reopened(store).marks == ()
    store.add(session, mark)
    assert reopened(store).marks == (mark,)


def test_pins_and_rejections_are_saved_one_by_one(store: Store) -> None:
    corrections = Corrections().pin((7, 6)).reject((2, 1)).pin((3, 5))
    session = store.save_corrections(opened(store), corrections)
    assert session.corrections == corrections == reopened(store).corrections
    other = corrections.withdraw((3, 5)).reject((7, 6))
    store.save_corrections(session, other)
    assert reopened(store).corrections == other
    moved = reopened(store, ferry(before="This report has been corrected."))
    assert moved.corrections == Corrections(rejected=frozenset({(8, 6), (3, 1)}))


def test_a_draft_waits_until_the_note_is_saved(store: Store) -> None:
    session = store.save_draft(opened(store), 5, None, "half a thou")
    session = reopened(store)
    draft = session.mark_at(MarkKind.DRAFT, 5, None)
    assert draft is not None and draft.text == "half a thou"
    assert session.listed_marks == ()
    store.save_note(session, 5, None, "half a thought")
    session = reopened(store)
    assert notes(session) == ["half a thought"]
    assert session.mark_at(MarkKind.DRAFT, 5, None) is None
    session = store.save_note(session, 5, None, "a whole one")
    assert notes(session) == notes(reopened(store)) == ["a whole one"]
    session = store.save_note(session, 5, None, "")
    assert reopened(store).marks == ()


def test_position_filters_preferences_and_passages_seen_are_resumed(store: Store) -> None:
    reading = Reading.of(comparison()).with_threshold(60).with_topic(2).with_trait(Trait.NAME)
    reading = reading.with_relation(Relation.SAME)
    reading = replace(reading, side=Side.RIGHT).at_link(reading.links[0])
    session = (
        opened(store)
        .with_reading(reading)
        .with_seen({Side.LEFT: frozenset({2, 3}), Side.RIGHT: frozenset({1})})
    )
    session = replace(session, preferences=Preferences(8, "STACKED", False))
    store.save(session)
    again = reopened(store)
    assert again.resume(Reading.of(comparison())) == reading
    assert again.resume(Reading.of(comparison()), threshold=20).threshold == 20
    assert again.seen == {Side.LEFT: {2, 3}, Side.RIGHT: {1}}
    assert again.preferences == Preferences(8, "STACKED", False)


def test_position_and_passages_seen_move_with_the_text(store: Store) -> None:
    reading = Reading.of(comparison()).at_passage(Side.LEFT, 5)
    store.save(
        opened(store).with_reading(reading).with_seen({Side.LEFT: frozenset({2, 5}), Side.RIGHT: frozenset()})
    )
    session = reopened(store, ferry(before="This report has been corrected."))
    assert session.position is not None and (session.position.left, session.position.right) == (6, 2)
    assert session.seen[Side.LEFT] == {3, 6}


def test_a_fresh_session_starts_at_the_top_with_the_marks_and_notes(store: Store) -> None:
    session = with_note(store, "mine").with_reading(Reading.of(comparison()).at_passage(Side.LEFT, 5))
    store.save(session.with_seen({Side.LEFT: frozenset({5}), Side.RIGHT: frozenset()}))
    fresh = store.session((ferry(), quay()), NAMED, fresh=True)
    assert (fresh.position, fresh.view_settings, notes(fresh)) == (None, None, ["mine"])
    assert fresh.seen == {side: frozenset() for side in Side}
    store.save(fresh.with_seen({Side.LEFT: frozenset({2}), Side.RIGHT: frozenset()}))
    assert reopened(store).seen[Side.LEFT] == {2}


def test_the_same_file_is_the_same_source_however_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    names = (tmp_path / "a.txt", tmp_path / ".." / tmp_path.name / "a.txt", tmp_path / "link.txt")
    assert len({Sources.of((ferry(), quay()), (str(name), "q")).items[0].key for name in names}) == 1


def test_no_password_of_an_address_is_stored(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    named = "https://ada:secret@news.example/a#top", "http://news.example/b"
    session = store.session((ferry(), quay()), named)
    store.save(session)
    assert store.recents()[0].locations == ("https://news.example/a#top", "http://news.example/b")
    store.close()
    for file in (tmp_path / "state").iterdir():
        assert b"secret" not in file.read_bytes()


def test_two_equal_articles_without_a_source_are_two_sources(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    session = store.session((ferry(), ferry()), ("-", "clipboard:"))
    session = store.add(session, session.new_mark(MarkKind.MARK, 2, 3))
    store.close()
    assert store.session((ferry(), ferry()), ("-", "clipboard:")).listed_marks[0].passages == (2, 3)
    assert not store.recents()[0].can_open


def test_a_path_in_another_encoding_is_stored_byte_by_byte(tmp_path: Path) -> None:
    store = store_in(tmp_path)
    named = "/news/caf\udce9.txt", "https://news.example/\ud800"
    store.save(store.session((ferry(), quay()), named))
    assert store.recents()[0].locations == ("/news/caf\udce9.txt", "")
