from pathlib import Path

from msgspec.structs import replace

from tests.stores import memory_store, open_store
from tests.ui.features.scenes import NotedEffects, NotedQuestions, scene_of
from tui.session import MarkKind
from tui.ui.features.marks import Marks
from tui.ui.features.navigation import Navigation
from tui.ui.panels.marks import MarksRequest
from tui.ui.panels.note import EditedNote

GO = Navigation(NotedQuestions().inquiries)


def test_a_mark_is_made_and_removed(host: NotedEffects, tmp_path: Path) -> None:
    store = open_store(tmp_path / "state")
    marks, scene = Marks(host, store), GO.next(scene_of(store=store), 1)
    scene = marks.mark(scene)
    assert scene.message == "marked this pair: ' lists marks"
    assert scene.session.mark_at(MarkKind.MARK, 2, 1)
    scene = marks.mark(scene)
    assert scene.message == "mark removed"
    assert not scene.session.marks


def test_a_mark_that_will_not_last_is_called_so(host: NotedEffects) -> None:
    assert Marks(host, memory_store()).mark(scene_of()).message.endswith("(for this run only)")


def test_a_note_is_on_the_disk_before_the_screen_says_so(host: NotedEffects, tmp_path: Path) -> None:
    store = open_store(tmp_path / "state")
    scene = Marks(host, store).note(GO.next(scene_of(store=store), 1))
    scene = host.answer(scene, EditedNote("who counted?", True))
    assert scene.message == "note saved"
    note = scene_of(store=open_store(tmp_path / "state")).session.mark_at(MarkKind.NOTE, 2, 1)
    assert note is not None
    assert note.text == "who counted?"


def test_marks_on_what_is_not_read_yet_are_not_looked_for_in_the_beginning(
    host: NotedEffects, tmp_path: Path
) -> None:
    store, other = open_store(tmp_path / "state"), open_store(tmp_path / "state")
    beginning = replace(scene_of(store=store), complete=False)
    Marks(host, other).mark(scene_of(store=other))
    marks = Marks(host, store)
    assert marks.list(beginning).session.marks == ()
    assert len(marks.list(replace(beginning, complete=True)).session.marks) == 1


def test_a_draft_is_kept_without_a_word(host: NotedEffects) -> None:
    scene = Marks(host, memory_store()).note(scene_of())
    scene = host.answer(scene, EditedNote("who", False))
    assert scene.message == ""
    assert [mark.kind for mark in scene.session.marks] == [MarkKind.DRAFT]


def test_the_mark_picked_is_gone_to_and_removed_ones_are_gone(host: NotedEffects) -> None:
    marks = Marks(host, memory_store())
    first = marks.mark(GO.next(scene_of(), 1))
    scene = marks.list(marks.mark(GO.next(first, 1)))
    (mark, other) = scene.session.listed_marks
    there = host.answer(GO.next(scene, 1), MarksRequest(mark, (other.mark.uid,)))
    assert there.reading.pair == mark.passages
    assert [left.mark for left in there.session.listed_marks] == [mark.mark]
