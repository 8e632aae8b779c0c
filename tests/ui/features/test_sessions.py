from copy import deepcopy
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.examples import ferry, strangers
from tests.stores import memory_store, open_store
from tests.ui.engine import WatchedEngine, never_answer
from tests.ui.features.scenes import SETTINGS, SOURCES, NotedQuestions, scene_of, sessions
from tui.engine.protocol import Aligned, FullArticles, Preview, Recalled
from tui.model import Comparison, Side
from tui.model.corrections import Corrections
from tui.session import MarkKind, Store
from tui.session.preferences import Preferences
from tui.session.session import NOTHING_SEEN
from tui.ui.features.comparing import Comparing
from tui.ui.features.corrections import LinkCorrections
from tui.ui.features.inquiries import Inquiries
from tui.ui.features.navigation import Navigation
from tui.ui.features.panes import Panes
from tui.ui.features.scrolling import Scrolling
from tui.ui.features.sessions import Sessions, stopped_here
from tui.ui.scene import Scene

GO = Navigation(NotedQuestions().inquiries)


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


def test_a_session_that_a_worker_has_looked_up_brings_no_second_copy_of_the_articles() -> None:
    scene = scene_of()
    whole = deepcopy(scene.alignment)
    opened = sessions().opened(scene, FullArticles(whole, Recalled(deepcopy(scene.session))), SOURCES, "")
    held = [item.article for item in opened.session.sources.items]
    assert [article is one for article, one in zip(held, whole.articles, strict=True)] == [True, True]


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


def paged_through(seconds: float) -> tuple[Scene, Scene]:
    """The scenes before and after paging to the end, with each page on the screen for so long."""
    now = 0.0
    watched = Sessions(memory_store(), SETTINGS, lambda: now)
    scene = watched.start(FullArticles(ferry())).arranged(80, 12, Preferences())
    scene, first, pages = Scrolling().to_end(scene, -1), scene, 0
    watched.look_again(first, scene)
    while True:
        now += seconds
        following = Scrolling().pages(scene, 1.0)
        if following.view == scene.view:
            return first, watched.save(scene)
        watched.look_again(scene, following)
        scene, pages = following, pages + 1
        assert pages < 20


@pytest.mark.parametrize("seconds", [1.0, 2.0])
def test_who_pages_through_has_read_all_that_stood_for_a_second(seconds: float) -> None:
    _, scene = paged_through(seconds)
    for side in Side:
        folded = scene.reading.visible.folded[side]
        everything = range(len(scene.reading.comparison.article(side).passages))
        assert scene.session.seen[side] == frozenset(everything) - folded


def test_who_pages_faster_than_a_second_has_read_nothing() -> None:
    first, scene = paged_through(0.1)
    assert scene.session.seen == first.session.seen == NOTHING_SEEN


def test_marks_made_while_the_same_articles_are_read_again_are_kept(tmp_path: Path) -> None:
    store = open_store(tmp_path / "state")
    scene = scene_of(store=store)
    recalled = store.session(ferry().articles, SOURCES)
    marked = store.add(scene.session, scene.session.new_mark(MarkKind.MARK, 2, 1))
    again = sessions(store).opened(
        replace(scene, session=marked), FullArticles(ferry(), Recalled(recalled)), SOURCES, "opened"
    )
    assert [mark.kind for mark in again.session.marks] == [MarkKind.MARK]


def stopped_at_the_last_pair(state: Path, comparison: Comparison) -> Scene:
    """The first scene of articles that were left at the last pair of the ferry, in a low terminal."""
    store = open_store(state)
    scene = scene_of(store=store)
    sessions(store).save(scene.at(scene.reading.at_link(scene.reading.visible.stops[-1])))
    store.close()
    store = open_store(state)
    session = store.session(ferry().articles, SOURCES)
    scene = sessions(store).start(FullArticles(comparison, Recalled(session)))
    return Panes(store).start(scene, 80, 12)


def rows_of_pair(scene: Scene) -> list[int]:
    return [scene.view.row(side, scene.reading.passage_index(side)) for side in Side]


def test_the_returning_reader_is_told_where_and_sees_both_passages_on_one_row(tmp_path: Path) -> None:
    scene = stopped_at_the_last_pair(tmp_path / "state", ferry())
    then = datetime.fromtimestamp(scene.session.opened)
    count = len(scene.reading.visible.stops)
    assert scene.message == f"You stopped here today at {then:%H:%M}, pair {count} of {count}"
    assert all(scene.view.shows(side, scene.reading.passage_index(side)) for side in Side)
    levelled = scene.at(scene.reading, level=True)
    assert scene.view.left_top > 0
    assert rows_of_pair(scene) == rows_of_pair(levelled)
    assert GO.level(scene).message == "", "it is gone with the first key"


def test_the_place_stands_when_the_links_come_and_its_number_is_theirs(tmp_path: Path) -> None:
    whole = ferry()
    scene = stopped_at_the_last_pair(tmp_path / "state", replace(whole, links=(), aligned=False))
    assert scene.message.startswith("You stopped here today at ")
    assert "pair" not in scene.message
    pair, rows = scene.reading.pair, rows_of_pair(scene)
    engine = WatchedEngine(never_answer)
    comparing = Comparing(engine, sessions(), Inquiries(engine).drop_all)
    comparing.opened(scene, 1, Recalled(scene.session))
    scene = comparing.take(scene, 1, Aligned(whole))
    assert (scene.reading.pair, rows_of_pair(scene)) == (pair, rows)
    assert scene.message.endswith(f"pair {scene.reading.pair_number} of {len(scene.reading.visible.stops)}")
    fewer = replace(whole, links=whole.links[1:], model="another")
    scene = comparing.take(scene, 1, Aligned(fewer))
    assert (scene.reading.pair, rows_of_pair(scene)) == (pair, rows)
    count = len(scene.reading.visible.stops)
    assert scene.message.endswith(f"pair {count} of {count}")
    engine.close()


def test_who_stopped_at_the_start_or_never_read_is_told_nothing() -> None:
    assert stopped_here(scene_of()) == ""
    assert stopped_here(sessions().save(scene_of())) == ""


def with_own_work(store: Store) -> Scene:
    """A scene read on to the second pair, with a mark and a pin, all saved."""
    scene = GO.next(GO.next(scene_of(store=store), 1), 1)
    scene = LinkCorrections(store).pin(scene)
    marked = store.add(scene.session, scene.session.new_mark(MarkKind.MARK, 2, 1))
    return sessions(store).save(replace(scene, session=marked))


@pytest.mark.parametrize("everything", [True, False])
def test_of_a_forgotten_comparison_that_is_open_nothing_is_saved_again(
    tmp_path: Path, everything: bool
) -> None:
    store = open_store(tmp_path / "state")
    scene = with_own_work(store)
    ids = () if everything else tuple(recent.id for recent in store.recents())
    here = sessions(store)
    forgotten = here.forget(scene, ids, everything=everything)
    assert (forgotten.session.marks, forgotten.corrections, forgotten.former_corrections) == (
        (),
        Corrections(),
        (),
    )
    assert forgotten.reading.link is not None
    assert not forgotten.reading.link.pinned
    assert forgotten.reading.pair == scene.reading.pair, "the place stays"
    here.save(here.save(forgotten))
    assert store.recents() == ()
    assert scene_of(store=open_store(tmp_path / "state")).session.marks == ()


def test_what_is_done_after_forgetting_is_saved_without_what_was_done_before(tmp_path: Path) -> None:
    store = open_store(tmp_path / "state")
    here = sessions(store)
    scene = here.forget(with_own_work(store), [store.recents()[0].id])
    scene = here.save(GO.next(scene, 1))
    again = scene_of(store=open_store(tmp_path / "state"))
    assert again.reading.pair == scene.reading.pair
    assert (again.session.marks, again.session.seen) == ((), NOTHING_SEEN)


def test_forgetting_another_comparison_leaves_the_open_one(tmp_path: Path) -> None:
    store = open_store(tmp_path / "state")
    opened = sessions().opened(scene_of(), FullArticles(strangers()), ("one.txt", "two.txt"), "")
    sessions(store).save(opened)
    other = store.recents()[0].id
    scene = with_own_work(store)
    assert sessions(store).forget(scene, [other]).session == scene.session
    assert len(store.recents()) == 1


def test_a_comparison_forgotten_while_it_is_read_is_not_brought_back_by_its_worker(tmp_path: Path) -> None:
    store = open_store(tmp_path / "state")
    recalled = with_own_work(store).session
    whole = ferry()
    here = sessions(store)
    scene = here.start(Preview(Comparison(whole.left, whole.right, aligned=False)))
    scene = here.forget(scene, [store.recents()[0].id])
    scene = here.completed(scene, FullArticles(whole, Recalled(recalled, recalled.corrections)))
    assert (scene.session.marks, scene.corrections) == ((), Corrections())
    here.save(scene)
    assert store.recents() == ()
