from pathlib import Path

from msgspec.structs import replace

from tests.examples import ferry, strangers
from tests.stores import memory_store, open_store
from tests.ui.features.scenes import SETTINGS, SOURCES, scene_of, sessions
from tui.engine.protocol import FullArticles, Preview, Recalled
from tui.model import Comparison, Side
from tui.session import MarkKind
from tui.session.preferences import Preferences
from tui.ui.features.navigation import Navigation
from tui.ui.features.scrolling import Scrolling
from tui.ui.features.sessions import Sessions

GO = Navigation()


def test_a_session_is_resumed_where_it_was_left(tmp_path: Path) -> None:
    store = open_store(tmp_path / "state")
    scene = GO.next(GO.next(scene_of(store=store), 1), 1)
    scene = scene.at(scene.reading.with_threshold(60), stay=True)
    sessions(store).save(scene)
    again = scene_of(store=open_store(tmp_path / "state"))
    assert (again.reading.pair, again.reading.threshold) == (scene.reading.pair, 60)


def test_of_beginnings_nothing_is_saved(tmp_path: Path) -> None:
    store = open_store(tmp_path / "state")
    scene = replace(GO.next(scene_of(store=store), 1), complete=False)
    assert sessions(store).save(scene) is scene
    assert scene_of(store=open_store(tmp_path / "state")).session.position is None


def test_saving_what_is_saved_already_changes_nothing() -> None:
    saved = sessions().save(scene_of())
    assert sessions().save(saved) == saved


def test_other_articles_are_read_from_the_top_at_the_same_threshold() -> None:
    scene = Scrolling().to_end(GO.next(scene_of(size=(80, 12)), 1), 1)
    scene = scene.at(scene.reading.with_threshold(60), stay=True)
    opened = sessions().opened(scene, FullArticles(strangers()), ("", "other.txt"), "opened")
    assert opened.reading.comparison == strangers()
    assert opened.reading.threshold == 60
    assert (opened.view.left_top, opened.view.right_top, opened.jumps) == (0, 0, ())
    assert (opened.sources, opened.message) == (("", "other.txt"), "opened")


def test_full_articles_take_the_place_of_their_beginnings_where_they_are_read() -> None:
    whole = ferry()
    part = Comparison(whole.left, whole.right, aligned=False)
    store = sessions()
    scene = store.start(Preview(part))
    assert scene.pending == "reading the rest ..."
    scene = scene.at(scene.reading.at_passage(Side.LEFT, 5))
    full = store.completed(scene, FullArticles(whole, Recalled(scene.session)))
    assert full.complete
    assert full.pending == ""
    assert full.reading.left == 5


def test_a_passage_is_seen_once_it_has_been_on_the_screen_for_a_second() -> None:
    times = iter([0.0, 0.5, 1.1, 1.2])
    watched = Sessions(memory_store(), SETTINGS, lambda: next(times))
    scene = watched.start(FullArticles(ferry())).arranged(80, 12, Preferences())
    for seen in (False, False, True):
        saved = watched.save(scene)
        assert bool(saved.session.seen[Side.LEFT]) is seen
    scrolled = scene.looking(scene.view.scrolled(Side.LEFT, 8))
    assert watched.save(replace(scrolled, session=saved.session)).session.seen == saved.session.seen


def test_marks_made_while_the_same_articles_are_read_again_are_kept(tmp_path: Path) -> None:
    store = open_store(tmp_path / "state")
    scene = scene_of(store=store)
    recalled = store.session(ferry().articles, SOURCES)
    marked = store.add(scene.session, scene.session.new_mark(MarkKind.MARK, 2, 1))
    again = sessions(store).opened(
        replace(scene, session=marked), FullArticles(ferry(), Recalled(recalled)), SOURCES, "opened"
    )
    assert [mark.kind for mark in again.session.marks] == [MarkKind.MARK]
