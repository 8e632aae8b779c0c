from tests.examples import ferry
from tests.ui.features.scenes import NotedEffects, scene_of
from tui.model import Comparison, Relation
from tui.reading.filters import ALL_TOPICS
from tui.ui.features.filters import Filters
from tui.ui.panels.filters import FilterChoice

HOST = NotedEffects()
FILTER = Filters(HOST)


def test_the_threshold_tells_how_many_links_there_were_and_are() -> None:
    scene = scene_of()
    for _ in range(2):
        scene = FILTER.threshold(scene, 1)
    assert scene.message == "threshold 60: 5 → 4 links"
    assert all(link.score >= 60 for link in scene.reading.links)


def test_a_topic_is_kept_and_given_up() -> None:
    scene = FILTER.topic(scene_of(), 2)
    assert {link.topic for link in scene.reading.links} == {2}
    assert len(FILTER.topic(scene, ALL_TOPICS).reading.links) == 5
    assert FILTER.topic(scene, 8).message == "there is no topic 9: t lists them"


def test_the_answer_of_the_panel_is_the_topic() -> None:
    scene = FILTER.topics(scene_of())
    assert HOST.answer(scene, 1).reading.topic == 1


def test_links_of_one_relation_are_kept() -> None:
    scene = FILTER.choose(scene_of())
    kept = HOST.answer(scene, FilterChoice(relation=Relation.SAME)).reading
    assert {link.relation for link in kept.links} == {Relation.SAME}


def test_a_fold_is_opened_by_the_filter_that_made_it() -> None:
    scene = FILTER.unfold(scene_of())
    assert scene.reading.visible.filter.show_boilerplate
    assert scene.message == "1 line unfolded"
    scene = FILTER.unmatched(scene)
    assert scene.reading.visible.filter.only_unmatched
    assert not FILTER.unfold(scene).reading.visible.filter.only_unmatched


def test_topics_and_unmatched_passages_wait_for_the_alignment() -> None:
    whole = ferry()
    scene = scene_of(Comparison(whole.left, whole.right, aligned=False))
    panels = len(HOST.panels)
    for refused in (FILTER.topics(scene), FILTER.topic(scene, 0), FILTER.unmatched(scene)):
        assert refused.reading is scene.reading
        assert refused.bells == 1
    assert len(HOST.panels) == panels
