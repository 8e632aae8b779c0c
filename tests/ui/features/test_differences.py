import pytest
from msgspec.structs import replace

from tests.examples import ferry
from tests.stores import memory_store
from tests.ui.features.scenes import NotedEffects, NotedQuestions, scene_of
from tests.ui.screens.story_app import ferry_story
from tui.analysis.differences.ledger import differences
from tui.model import PassagePair
from tui.model.difference import Ledger
from tui.model.statement import Cell
from tui.reading.story_reading import StoryReading
from tui.ui.features.differences import Differences
from tui.ui.features.dismissals import dismissals
from tui.ui.features.routes import Routes
from tui.ui.panels.differences import DifferencesRequest
from tui.ui.scene import NOT_COMPARED, Scene


@pytest.fixture
def compared() -> Scene:
    ledger = Ledger(differences(ferry(), ferry().threshold))
    return replace(scene_of(), ledger=ledger, ledger_current=True)


def test_differences_are_stepped_through_in_order(host: NotedEffects, compared: Scene) -> None:
    feature = Differences(host, memory_store(), NotedQuestions().inquiries)
    scene, pairs = compared, list[PassagePair | None]()
    while not scene.bells:
        scene = feature.next(scene, 1)
        pairs.append(scene.reading.pair)
    assert scene.message == "this is the last difference"
    conflicts = {difference.pair for difference in compared.ledger.open_entries if difference.conflict}
    others = {difference.pair for difference in compared.ledger.open_entries} - conflicts
    assert pairs[:-1] == [*sorted(conflicts), *sorted(others)]


def test_each_pair_with_a_difference_is_stepped_to(host: NotedEffects, compared: Scene) -> None:
    first = next(entry for entry in compared.ledger.open_entries if entry.conflict)
    several = replace(first, elsewhere=((7, 6),), count=2)
    scene = replace(compared, ledger=Ledger((several,)))
    feature, pairs = Differences(host, memory_store(), NotedQuestions().inquiries), []
    for _ in range(2):
        scene = feature.next(scene, 1)
        pairs.append(scene.reading.pair)
    assert pairs == [first.pair, (7, 6)]
    assert scene.message == "difference 2 of 2: a conflict"


def test_where_all_differences_are_in_closed_sections_it_is_said_where_they_are_listed(
    host: NotedEffects, compared: Scene
) -> None:
    feature = Differences(host, memory_store(), NotedQuestions().inquiries)
    closed = tuple(entry for entry in compared.ledger.entries if not entry.default)
    scene = replace(compared, ledger=Ledger(closed))
    said = f"no differences found: D lists {len(closed)} in closed sections"
    assert feature.next(scene, 1).message == said
    nothing = replace(compared, ledger=Ledger())
    assert feature.next(nothing, 1).message == "no differences found"


def test_a_difference_picked_from_the_list_is_gone_to(host: NotedEffects, compared: Scene) -> None:
    scene = Differences(host, memory_store(), NotedQuestions().inquiries).list(compared)
    difference = compared.ledger.open_entries[0]
    request = DifferencesRequest(go_to=difference.pair)
    assert host.answer(scene, request).reading.pair == difference.pair


def test_a_dismissed_difference_is_kept_with_the_session_until_it_is_taken_back(
    host: NotedEffects, compared: Scene
) -> None:
    feature = Differences(host, memory_store(), NotedQuestions().inquiries)
    difference = compared.ledger.open_entries[0]
    dismissed = host.answer(feature.list(compared), DifferencesRequest(dismissed=(difference.key,)))
    assert difference not in dismissed.ledger.open_entries
    assert [mark.text for mark in dismissals(dismissed.session)] == [difference.key]
    back = host.answer(feature.list(dismissed), DifferencesRequest())
    assert difference in back.ledger.open_entries
    assert dismissals(back.session) == []


def test_without_differences_nothing_is_listed(host: NotedEffects) -> None:
    scene = scene_of()
    for refused in (
        Differences(host, memory_store(), NotedQuestions().inquiries).list(scene),
        Differences(host, memory_store(), NotedQuestions().inquiries).next(scene, 1),
    ):
        assert refused.message == NOT_COMPARED
    assert Routes(host, 238).short_route(scene).message == NOT_COMPARED
    assert not host.panels


def test_the_tour_goes_from_topic_to_topic_and_starts_over_with_other_links(host: NotedEffects) -> None:
    routes, scene, topics = Routes(host, 238), scene_of(), []
    for _ in range(3):
        scene = routes.tour(scene)
        assert scene.reading.link is not None
        topics.append(scene.reading.link.topic)
    assert len(set(topics)) == 3
    scene = scene.at(scene.reading.with_threshold(scene.reading.threshold - 5))
    assert routes.tour(scene).message.startswith("tour 1 of")


def test_in_a_story_a_dismissed_difference_is_marked_in_neither_margin_nor_grid(host: NotedEffects) -> None:
    story = ferry_story()
    pair = story.pairs[0, 1]
    scene = replace(
        scene_of(pair.comparison), story=StoryReading(story), ledger=Ledger(pair.found), ledger_current=True
    )
    feature = Differences(host, memory_store(), NotedQuestions().inquiries)
    keys = tuple(entry.key for entry in pair.found if entry.conflict)
    dismissed = host.answer(feature.list(scene), DifferencesRequest(dismissed=keys))
    assert dismissed.story is not None and scene.story is not None
    assert any(row.cell(1) is Cell.DIFFERS for row in scene.story.grid(50.0))
    assert not any(row.cell(1) is Cell.DIFFERS for row in dismissed.story.grid(50.0))
    back = host.answer(feature.list(dismissed), DifferencesRequest())
    assert back.story is not None and back.story.grid(50.0) == scene.story.grid(50.0)
