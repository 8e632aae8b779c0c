from msgspec.structs import replace

from tests.ui.features.scenes import NotedQuestions, scene_of
from tests.ui.screens.story_app import ferry_story
from tui.model import Side
from tui.reading.story_reading import StoryReading
from tui.ui.features.navigation import Navigation
from tui.ui.features.search import SEARCHING, Search
from tui.ui.scene import Prompt

QUESTIONS = NotedQuestions()
SEARCH = Search(lambda scene: scene.saying("not opened"), QUESTIONS.inquiries)


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
    assert Navigation(QUESTIONS.inquiries).next(scene, 1).reading.side is Side.RIGHT


def test_of_several_reports_it_says_which_are_searched() -> None:
    story = ferry_story()
    scene = replace(scene_of(story.pairs[0, 1].comparison), story=StoryReading(story))
    found = SEARCH.query(SEARCH.open(scene), "ferry")
    assert found.message.endswith(" hits in the two reports on the panes")
    none = QUESTIONS.answered(SEARCH.query(SEARCH.open(scene), "zeppelin"))
    assert SEARCH.submit(none).message == "no match in the two reports on the panes"


def test_a_query_without_hits_rings_the_bell() -> None:
    scene = QUESTIONS.answered(SEARCH.query(SEARCH.open(scene_of()), "zeppelin"))
    assert scene.message == "0 hits"
    scene = SEARCH.submit(scene)
    assert (scene.message, scene.bells) == ("no match", 1)


def test_what_the_articles_have_exactly_is_found_without_a_worker() -> None:
    asked = len(QUESTIONS.asked)
    scene = SEARCH.open(scene_of())
    for query in ("", "smo", "smoke", "zz"):
        scene = SEARCH.query(scene, query)
    assert len(QUESTIONS.asked) == asked


def test_a_typing_error_finds_what_is_meant_and_till_then_the_former_hits_stay() -> None:
    typing = SEARCH.query(SEARCH.open(scene_of()), "smok")
    waiting = SEARCH.query(typing, "smokke")
    assert (waiting.message, waiting.reading.hits) == (SEARCHING, typing.reading.hits)
    scene = QUESTIONS.answered(waiting)
    assert [(hit.side, hit.index) for hit in scene.reading.hits] == [(Side.LEFT, 4), (Side.RIGHT, 3)]
    assert (scene.message, scene.reading.left) == ("2 hits", 4)


def test_hits_of_an_earlier_query_do_not_come_late() -> None:
    scene = SEARCH.query(SEARCH.open(scene_of()), "smokke")
    scene = SEARCH.query(scene, "clinic")
    assert QUESTIONS.answered(scene) is scene


def test_a_query_submitted_before_its_hits_have_come_is_gone_to_when_they_come() -> None:
    scene = SEARCH.submit(SEARCH.query(SEARCH.open(scene_of()), "smokke"))
    assert (scene.prompt, scene.message) == (Prompt.NONE, SEARCHING)
    following = Navigation(QUESTIONS.inquiries).next(scene, 1)
    assert following is scene, "the next hit is gone to once there are hits"
    scene = QUESTIONS.answered(scene)
    assert (scene.reading.side, scene.reading.right) == (Side.RIGHT, 3)
    assert scene.search_start is None


def test_hits_that_come_late_do_not_move_a_reader_who_has_gone_on() -> None:
    scene = SEARCH.submit(SEARCH.query(SEARCH.open(scene_of()), "smokke"))
    there = QUESTIONS.answered(scene.at(scene.reading.at_passage_only(Side.LEFT, 7)))
    assert (there.reading.left, len(there.reading.hits), there.message) == (7, 2, "2 hits")


def test_a_search_without_hits_that_was_submitted_rings_the_bell_when_that_is_known() -> None:
    scene = SEARCH.submit(SEARCH.query(SEARCH.open(scene_of()), "zeppelin"))
    scene = QUESTIONS.answered(scene)
    assert (scene.message, scene.bells, scene.search_start) == ("no match", 1, None)


def test_escape_ends_a_search_whose_hits_have_not_come() -> None:
    scene = SEARCH.submit(SEARCH.query(SEARCH.open(scene_of()), "smokke"))
    scene = SEARCH.close(scene)
    assert scene.message == "search closed"
    assert QUESTIONS.answered(scene) is scene


def test_what_is_typed_after_the_line_was_closed_changes_nothing() -> None:
    scene = SEARCH.close(SEARCH.open(scene_of()))
    assert SEARCH.query(scene, "smoke") is scene


def test_escape_closes_one_thing_after_the_other() -> None:
    start = Navigation(QUESTIONS.inquiries).next(scene_of(), 1)
    typing = SEARCH.query(SEARCH.open(start), "clinic")
    assert SEARCH.close(typing).reading == start.reading
    found = SEARCH.close(SEARCH.submit(typing))
    assert (found.reading.hits, found.message) == ((), "search closed")
    topic = found.at(found.reading.with_topic(2))
    assert len(SEARCH.close(topic).reading.links) == 5
    assert SEARCH.close(found).message == ""


def test_a_word_is_searched_from_the_beginning() -> None:
    scene = SEARCH.for_word(Navigation(QUESTIONS.inquiries).next(scene_of(), 1), "smoke")
    assert (scene.reading.side, scene.reading.left) == (Side.LEFT, 4)
    assert scene.jumps


def test_what_is_being_opened_is_given_up_first() -> None:
    scene = SEARCH.submit(SEARCH.query(SEARCH.open(scene_of()), "smoke"))
    opening = replace(scene, opening=True)
    assert SEARCH.close(opening).message == "not opened"
    assert SEARCH.close(scene).message == "search closed"
