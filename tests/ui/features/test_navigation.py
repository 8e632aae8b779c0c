import pytest
from msgspec.structs import replace

from tests.examples import ferry, strangers
from tests.stores import memory_store
from tests.ui.features.scenes import NotedEffects, NotedQuestions, scene_of
from tui.analysis.differences.ledger import differences
from tui.model import Comparison, Side, Span
from tui.model.difference import Ledger
from tui.model.found_passages import Hit
from tui.ui.features.differences import Differences
from tui.ui.features.navigation import WEIGHING, Navigation
from tui.ui.features.routes import Routes
from tui.ui.features.scrolling import Scrolling
from tui.ui.scene import MAX_JUMPS, Scene

QUESTIONS = NotedQuestions()
GO = Navigation(QUESTIONS.inquiries)


def after_steps(scene: Scene, steps: int) -> Scene:
    for _ in range(steps):
        scene = GO.next(scene, 1)
    return scene


def test_steps_go_through_all_links_in_order() -> None:
    scene, pairs = scene_of(), []
    for _ in range(5):
        scene = GO.next(scene, 1)
        pairs.append(scene.reading.pair)
    assert pairs == [link.pair for link in scene.reading.links]


def test_past_the_last_link_the_bell_rings_and_nothing_moves() -> None:
    scene = after_steps(scene_of(), 5)
    further = GO.next(scene, 1)
    assert further.message == "this is the last pair"
    assert further.bells == scene.bells + 1
    assert further.reading is scene.reading


def test_without_a_link_the_bell_rings() -> None:
    scene = GO.next(scene_of(strangers()), 1)
    assert scene.bells == 1


def test_a_step_starts_at_the_first_passage_on_the_screen() -> None:
    scene = Scrolling().to_end(scene_of(size=(80, 12)), 1)
    assert GO.next(scene, 1).reading.pair_number == 4


def test_a_jump_can_be_gone_back_from() -> None:
    scene = after_steps(scene_of(), 3)
    back = GO.back(scene)
    assert back.reading.pair_number == 2
    assert len(back.jumps) == len(scene.jumps) - 1
    for _ in range(2):
        back = GO.back(back)
    assert GO.back(back).message == "nowhere to go back to"


def test_places_to_go_back_to_are_bounded() -> None:
    scene = scene_of()
    for _ in range(MAX_JUMPS):
        scene = GO.next(GO.next(scene, 1), -1)
    assert len(scene.jumps) == MAX_JUMPS


def test_the_next_passages_only_one_article_has_are_told_with_their_side() -> None:
    scene = QUESTIONS.answered(GO.next_unmatched(scene_of(), 1))
    assert scene.message.startswith("only in the left article · 1 of 1, weightiest first")
    scene = GO.next_unmatched(scene, 1)
    assert scene.message.startswith("only in the right article · 1 of 2, weightiest first")
    assert GO.next_unmatched(GO.next_unmatched(scene, 1), 1).bells == 1


def test_from_the_right_article_its_own_passages_come_first() -> None:
    scene = QUESTIONS.answered(GO.next_unmatched(GO.cross(scene_of()), 1))
    assert scene.message.startswith("only in the right article · 1 of 2")
    assert GO.next_unmatched(GO.cross(scene), -1).message.startswith("only in the left article · 1 of 1")


def test_every_step_asked_for_before_the_passages_are_ranked_is_taken_and_they_are_ranked_once() -> None:
    asked = len(QUESTIONS.asked)
    scene = GO.next_unmatched(GO.next_unmatched(scene_of(), 1), 1)
    assert scene.message == WEIGHING
    scene = QUESTIONS.answered(scene)
    assert scene.message.startswith("only in the right article · 1 of 2")
    assert len(QUESTIONS.asked) == asked + 1


@pytest.fixture
def only_unmatched() -> Scene:
    """A scene with all linked passages folded, whose differences are known."""
    found = Ledger(differences(ferry(), ferry().threshold))
    scene = replace(scene_of(), ledger=found)
    scene = scene.at(scene.reading.with_only_unmatched(True))
    return replace(scene, ledger_current=True)


def on_the_screen(scene: Scene, side: Side) -> bool:
    index = scene.reading.passage_index(side)
    return index not in scene.reading.visible.folded[side] and scene.view.shows(side, index)


def test_no_step_leads_to_pairs_that_are_folded(only_unmatched: Scene) -> None:
    host, scene = NotedEffects(), only_unmatched
    differing = Differences(host, memory_store(), NotedQuestions().inquiries)
    for refused in (
        GO.next(scene, 1),
        GO.next_link(scene, -1),
        differing.next(scene, 1),
        Routes(host, 200).tour(scene),
    ):
        assert (refused.message, refused.bells) == ("the pairs are folded: u shows them", 1)
        assert refused.reading is scene.reading
    again = scene.at(scene.reading.with_only_unmatched(False))
    assert GO.next(again, -1).reading.pair


@pytest.mark.parametrize("goal", ["pair", "passage", "hit"])
def test_what_the_reader_points_at_is_shown_even_if_it_was_folded(only_unmatched: Scene, goal: str) -> None:
    scene, pair = only_unmatched, scene_of().reading.links[0].pair
    if goal == "pair":
        there = GO.to_pair(scene, pair)
        assert there.reading.pair == pair and on_the_screen(there, Side.RIGHT)
    elif goal == "passage":
        there = GO.to_passage(scene, Side.LEFT, pair[0])
    else:
        there = GO.next(scene.at(replace(scene.reading, hits=(Hit(Side.LEFT, pair[0], Span(0, 1)),))), 1)
    assert there.reading.left == pair[0] and on_the_screen(there, Side.LEFT)
    assert not there.reading.visible.filter.only_unmatched
    unmatched = min(scene.reading.visible.unmatched[Side.LEFT])
    assert GO.to_passage(scene, Side.LEFT, unmatched).reading.visible.filter.only_unmatched


def test_no_filter_leaves_the_reader_at_a_folded_passage(only_unmatched: Scene) -> None:
    reading = only_unmatched.reading
    for topic in range(len(ferry().topics)):
        there = reading.with_topic(topic)
        assert there.visible.filter.only_unmatched
        assert there.passage_index(there.side) not in there.visible.folded[there.side]
    lower = reading.with_threshold(0)
    assert lower.visible.filter.only_unmatched
    assert lower.left not in lower.visible.folded[Side.LEFT] or not lower.visible.unmatched[Side.LEFT]


def test_a_reader_who_has_gone_on_is_not_taken_to_an_unmatched_passage() -> None:
    scene = GO.next(GO.next_unmatched(scene_of(), 1), 1)
    there = QUESTIONS.answered(scene)
    assert there.reading is scene.reading
    assert there.ranking


def test_a_ranking_of_other_links_does_not_count() -> None:
    scene = GO.next_unmatched(scene_of(), 1)
    stricter = scene.at(scene.reading.with_threshold(80), stay=True)
    assert QUESTIONS.answered(stricter).ranking is None
    ranked = QUESTIONS.answered(GO.next_unmatched(stricter, 1))
    assert ranked.ranking and ranked.at(ranked.reading.with_threshold(60)).ranking is None


def test_nothing_is_called_unmatched_before_all_is_aligned() -> None:
    whole = ferry()
    scene = scene_of(Comparison(whole.left, whole.right, aligned=False))
    refused = GO.next_unmatched(scene, 1)
    assert refused.reading is scene.reading
    assert "aligned" in refused.message


def test_crossing_keeps_the_pair() -> None:
    scene = GO.next(scene_of(), 1)
    there = GO.cross(scene)
    assert there.reading.side is Side.RIGHT
    assert there.reading.pair == scene.reading.pair


def test_level_puts_both_passages_on_one_row() -> None:
    scene = GO.next(scene_of(), 1)
    scene = replace(scene, view=scene.view.with_top(Side.LEFT, scene.view.left_top + 2))
    level = GO.level(scene).view
    left, right = scene.reading.pair or (0, 0)
    assert level.row(Side.LEFT, left) == level.row(Side.RIGHT, right)
    assert GO.level(scene_of()).message == "no link here to put on one row"


def test_a_passage_a_link_and_a_pair_can_be_pointed_at() -> None:
    scene = scene_of()
    assert GO.to_passage(scene, Side.RIGHT, 3).reading.pair == (4, 3)
    assert GO.to_link(scene, 2).reading.pair_number == 2
    assert GO.to_pair(scene, (7, 4)).reading.pair == (7, 4)
