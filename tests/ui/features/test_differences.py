import pytest
from msgspec.structs import replace

from tests.examples import ferry
from tests.ui.features.scenes import NotedEffects, scene_of, sessions
from tui.engine.pipeline import Failure, FullArticles, Share
from tui.model import Comparison, PassagePair
from tui.session import Session, Sources
from tui.ui.features.comparing import Comparing, DifferencesFailed, Interrupted, LinksFound
from tui.ui.features.differences import Differences
from tui.ui.features.routes import Routes
from tui.ui.scene import NOT_COMPARED, Scene


@pytest.fixture
def host() -> NotedEffects:
    return NotedEffects()


@pytest.fixture
def compared(host: NotedEffects) -> Scene:
    comparing, scene = Comparing(host, sessions()), scene_of()
    comparing.follow(scene)
    return comparing.take(scene, host.jobs[0]())


def test_differences_are_computed_once_for_the_links_as_they_are(host: NotedEffects) -> None:
    comparing, scene = Comparing(host, sessions()), scene_of()
    for _ in range(2):
        comparing.follow(scene)
    assert len(host.jobs) == 1
    assert scene.ledger_missing == NOT_COMPARED
    scene = comparing.take(scene, host.jobs[0]())
    assert scene.ledger.disagreements
    assert not scene.ledger_missing
    comparing.follow(scene)
    assert len(host.jobs) == 1


def test_other_links_wait_for_the_computation_under_way(host: NotedEffects) -> None:
    comparing, scene = Comparing(host, sessions()), scene_of()
    comparing.follow(scene)
    for threshold in (60, 70, 80):
        scene = scene.at(scene.reading.with_threshold(threshold), stay=True)
        comparing.follow(scene)
    assert len(host.jobs) == 1
    scene = comparing.take(scene, host.jobs[0]())
    assert scene.ledger_missing, "those were of other links"
    assert len(host.jobs) == 2
    assert not comparing.take(scene, host.jobs[1]()).ledger_missing


def test_expected_differences_are_not_computed_here_unless_they_cannot_come(host: NotedEffects) -> None:
    comparing, scene = Comparing(host, sessions()), scene_of()
    comparing.expect(scene.reading)
    comparing.follow(scene)
    assert not host.jobs
    comparing.take(scene, Interrupted())
    assert len(host.jobs) == 1


def test_differences_that_failed_are_not_computed_again(host: NotedEffects) -> None:
    comparing, scene = Comparing(host, sessions()), scene_of()
    comparing.follow(scene)
    failed = DifferencesFailed(scene.reading.comparison, scene.reading.threshold, "ValueError()")
    scene = comparing.take(scene, failed)
    assert scene.message == "differences could not be computed: ValueError()"
    comparing.follow(scene)
    assert len(host.jobs) == 1


def test_links_are_taken_for_the_articles_on_the_screen_only(host: NotedEffects) -> None:
    whole = ferry()
    comparing = Comparing(host, sessions())
    scene = scene_of(Comparison(whole.left, whole.right, aligned=False))
    assert comparing.take(scene, Share(0.5)).pending == "aligning ... 50%"
    assert comparing.take(scene, Failure("no memory")).pending == "not aligned: no memory"
    assert comparing.take(scene, LinksFound(ferry())) is scene, "equal articles, but not these"
    assert len(comparing.take(scene, LinksFound(whole)).reading.links) == 5


def test_full_articles_come_only_while_beginnings_are_shown(host: NotedEffects) -> None:
    whole, comparing = ferry(), Comparing(host, sessions())
    event = FullArticles(whole, Session(Sources.of(whole.articles)))
    scene = scene_of()
    assert comparing.take(scene, event) is scene
    assert comparing.take(replace(scene, complete=False), event).alignment is whole


def test_disagreements_are_stepped_through_in_order(host: NotedEffects, compared: Scene) -> None:
    differences = Differences(host)
    scene, pairs = compared, list[PassagePair | None]()
    while not scene.bells:
        scene = differences.next(scene, 1)
        pairs.append(scene.reading.pair)
    assert scene.message == "this is the last disagreement"
    assert pairs[:-1] == sorted({difference.pair for difference in compared.ledger.disagreements})


def test_a_difference_picked_from_the_list_is_gone_to(host: NotedEffects, compared: Scene) -> None:
    scene = Differences(host).list(compared)
    difference = compared.ledger.disagreements[0]
    assert host.answer(scene, difference).reading.pair == difference.pair


def test_without_differences_nothing_is_listed(host: NotedEffects) -> None:
    scene = scene_of()
    for refused in (Differences(host).list(scene), Differences(host).next(scene, 1)):
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
