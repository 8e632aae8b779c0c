from tests.ui.features.scenes import NotedQuestions, scene_of
from tui.model import Side
from tui.ui.features.navigation import Navigation
from tui.ui.features.scrolling import Scrolling

SCROLL = Scrolling()
SMALL = (80, 14)


def test_both_articles_scroll_together_from_end_to_end() -> None:
    end = SCROLL.to_end(scene_of(size=SMALL), 1).view
    assert (end.left_top, end.right_top) == (end.max_offset(Side.LEFT), end.max_offset(Side.RIGHT))


def test_without_the_lock_each_article_scrolls_by_itself() -> None:
    scene = SCROLL.lock(scene_of(size=SMALL))
    assert scene.message == "scroll lock off"
    scene = SCROLL.lines(scene, 3)
    assert (scene.view.left_top, scene.view.right_top) == (3, 0)
    locked = SCROLL.lock(scene)
    assert locked.message == "scroll lock on"
    assert (locked.view.left_top, locked.view.right_top) == (3, 0)


def test_a_page_keeps_a_row_of_the_page_before() -> None:
    scene = scene_of(size=SMALL)
    assert SCROLL.pages(scene, 1).view.left_top == scene.view.left_rows - 1
    assert SCROLL.pages(scene, 0.01).view.left_top == 1, "at least a line"


def test_a_row_is_brought_to_the_middle() -> None:
    scene = SCROLL.to_row(scene_of(size=SMALL), Side.LEFT, 8)
    assert scene.view.left_top == 8 - scene.view.left_rows // 2


def test_from_the_beginning_the_first_pair_comes_first_though_a_later_one_is_on_the_screen() -> None:
    go, scene = Navigation(NotedQuestions().inquiries), scene_of()
    for _ in range(3):
        scene = go.next(scene, 1)
    beginning = SCROLL.to_end(scene, -1)
    assert beginning.view.shows(Side.LEFT, scene.reading.left)
    assert go.next(beginning, 1).reading.pair_number == 1
    assert go.back(beginning).reading.left == scene.reading.left


def test_the_place_stays() -> None:
    scene = scene_of(size=SMALL)
    assert SCROLL.lines(scene, 2).reading is scene.reading
