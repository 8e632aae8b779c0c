from msgspec.structs import replace

from tests.stores import memory_store, open_store
from tests.ui.features.scenes import NotedQuestions, scene_of
from tui.model.arrangement import Arrangement
from tui.session.preferences import Preferences, preferences_path, read_preferences, save_preferences
from tui.ui.features.navigation import Navigation
from tui.ui.features.panes import DIVIDER_STEP, Panes

PANES = Panes(memory_store())


def test_the_layouts_follow_each_other() -> None:
    scene, messages = scene_of(), []
    for _ in Arrangement:
        scene = PANES.next_layout(scene)
        messages.append(scene.message)
    assert messages == [f"layout: {name}" for name in ("stacked", "one article", "automatic", "stacked")]


def test_the_divider_moves_and_stops_where_a_pane_would_be_too_narrow() -> None:
    scene = scene_of()
    moved = PANES.move_divider(scene, 1)
    assert moved.geometry.panes[0] == scene.geometry.panes[0] + DIVIDER_STEP
    for _ in range(50):
        moved = PANES.move_divider(moved, 1)
    assert moved.geometry == PANES.move_divider(moved, 1).geometry


def test_stacked_there_is_no_divider_to_move() -> None:
    scene = scene_of(size=(60, 20))
    assert PANES.move_divider(scene, 1) is scene


def test_the_details_bar_gives_its_rows_to_the_panes() -> None:
    scene = scene_of()
    assert PANES.toggle_details(scene).geometry.rows[0] == scene.geometry.rows[0] + 3


def test_the_layout_is_saved_only_by_a_store_that_lasts() -> None:
    PANES.toggle_details(scene_of())
    assert not preferences_path().exists()
    scene = Panes(open_store()).move_divider(scene_of(), 1)
    assert read_preferences(preferences_path()) == scene.preferences


def test_the_saved_layout_is_read_only_by_a_store_that_lasts() -> None:
    saved = Preferences(details=False)
    assert save_preferences(preferences_path(), saved)
    assert Panes(open_store()).start(scene_of(), 120, 40).preferences == saved
    assert PANES.start(scene_of(), 120, 40).preferences == Preferences()


def test_at_every_size_the_passages_read_stay_on_the_screen() -> None:
    scene = Navigation(NotedQuestions().inquiries).next(scene_of(), 1)
    for size in [(60, 20), (80, 10), (200, 50), (40, 8)]:
        scene = PANES.resize(scene, *size)
        assert scene.terminal == size
        here = scene.reading
        assert scene.view.shows(here.side, here.passage_index(here.side))


def test_each_press_changes_the_layout() -> None:
    for size in [(120, 40), (80, 24), (60, 20)]:
        scene = scene_of(size=size)
        for _ in Arrangement:
            after = PANES.next_layout(scene)
            assert after.geometry != scene.geometry
            scene = after


def test_at_the_very_first_start_a_hint_stands_until_the_first_step() -> None:
    store = open_store()
    panes = Panes(store)
    scene = panes.start(scene_of(store=store), 120, 40)
    assert scene.hint == "n next pair · ? what the signs mean"
    panes.finish(scene)
    assert panes.start(scene_of(store=store), 120, 40).hint == scene.hint, "it was not followed yet"
    panes.finish(replace(scene, hint=""))
    assert panes.start(scene_of(store=store), 120, 40).hint == ""
    assert PANES.start(scene_of(), 120, 40).hint == ""
