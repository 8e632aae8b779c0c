from msgspec.structs import replace

from tests.ui.features.scenes import scene_of
from tui.model import Side
from tui.ui.features.navigation import Navigation
from tui.ui.features.search import Search
from tui.ui.scene import Prompt

SEARCH = Search(lambda scene: scene.saying("not opened"))


def test_hits_come_while_the_query_is_typed() -> None:
    scene = SEARCH.open(scene_of())
    assert scene.prompt is Prompt.SEARCH
    scene = SEARCH.query(scene, "smoke")
    assert [(hit.side, hit.index) for hit in scene.reading.hits] == [(Side.LEFT, 4), (Side.RIGHT, 3)]
    assert scene.message == "2 hits"
    assert scene.reading.left == 4


def test_a_longer_query_is_searched_from_where_the_search_began() -> None:
    scene = SEARCH.open(scene_of())
    for query in ("c", "cl", "clinic", "smoke"):
        scene = SEARCH.query(scene, query)
    assert scene.reading.left == 4


def test_after_enter_the_hits_stay_and_a_step_goes_to_the_next() -> None:
    scene = SEARCH.submit(SEARCH.query(SEARCH.open(scene_of()), "smoke"))
    assert (scene.prompt, scene.search_start) == (Prompt.NONE, None)
    assert Navigation().next(scene, 1).reading.side is Side.RIGHT


def test_a_query_without_hits_rings_the_bell() -> None:
    scene = SEARCH.submit(SEARCH.query(SEARCH.open(scene_of()), "zeppelin"))
    assert (scene.message, scene.bells) == ("no match", 1)


def test_what_is_typed_after_the_line_was_closed_changes_nothing() -> None:
    scene = SEARCH.close(SEARCH.open(scene_of()))
    assert SEARCH.query(scene, "smoke") is scene


def test_escape_closes_one_thing_after_the_other() -> None:
    start = Navigation().next(scene_of(), 1)
    typing = SEARCH.query(SEARCH.open(start), "clinic")
    assert SEARCH.close(typing).reading == start.reading
    found = SEARCH.close(SEARCH.submit(typing))
    assert (found.reading.hits, found.message) == ((), "search closed")
    topic = found.at(found.reading.with_topic(2))
    assert len(SEARCH.close(topic).reading.links) == 5
    assert SEARCH.close(found).message == ""


def test_a_word_is_searched_from_the_beginning() -> None:
    scene = SEARCH.for_word(Navigation().next(scene_of(), 1), "smoke")
    assert (scene.reading.side, scene.reading.left) == (Side.LEFT, 4)
    assert scene.jumps


def test_what_is_being_opened_is_given_up_first() -> None:
    scene = SEARCH.submit(SEARCH.query(SEARCH.open(scene_of()), "smoke"))
    opening = replace(scene, opening=True)
    assert SEARCH.close(opening).message == "not opened"
    assert SEARCH.close(scene).message == "search closed"
