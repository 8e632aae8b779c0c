"""What the features make together of the events of a story: crashes, and reports that are read again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from tests.examples import ferry
from tests.stores import memory_store
from tests.ui.engine import WatchedEngine, never_answer
from tests.ui.features.scenes import SETTINGS, NotedEffects
from tests.ui.screens.story_app import FIVE, ferry_story
from tui.engine.client import CRASHED
from tui.engine.protocol import (
    AddReport,
    Failed,
    FindDifferences,
    FullArticles,
    NamedSource,
    Open,
    StoryRead,
)
from tui.engine.questions import Answer, FindSimilar, SimilarFound
from tui.model import Comparison, Side
from tui.session.preferences import Preferences
from tui.settings.read_options import Copies, Extraction, ReadOptions
from tui.ui.features import FeatureSet
from tui.ui.scene import Scene

OPENED = 1
PAGES = tuple(f"https://{name}.example/fire" for name in FIVE)


@pytest.fixture
def engine() -> Iterator[WatchedEngine]:
    engine = WatchedEngine(never_answer)
    engine.open(Open(ferry_story().articles))
    yield engine
    engine.close()


@pytest.fixture
def features(engine: WatchedEngine) -> FeatureSet:
    return FeatureSet(NotedEffects(), engine, memory_store(), SETTINGS)


def started(features: FeatureSet, comparison: Comparison | None = None) -> Scene:
    """The first scene of two articles."""
    comparison = comparison or ferry_story().pairs[0, 1].comparison
    return features.start(FullArticles(comparison), OPENED).arranged(120, 40, Preferences())


def of_story(features: FeatureSet) -> Scene:
    """The first scene of five reports, all of them web pages."""
    scene = features.take(started(features), OPENED, StoryRead(ferry_story()))
    return replace(scene, sources=PAGES[:2])


def arrived(features: FeatureSet, engine: WatchedEngine, scene: Scene) -> Scene:
    """The scene once the two reports that were asked for last have come."""
    comparison = ferry_story().pairs[0, 1].comparison
    return features.take(scene, engine.requests, FullArticles(comparison, sources=PAGES[:2]))


def saying_how_many(scene: Scene, answer: Answer) -> Scene:
    assert isinstance(answer, SimilarFound)
    return scene.saying(f"{len(answer.hits)} found")


def test_after_a_crash_a_question_is_asked_again_and_answered(
    features: FeatureSet, engine: WatchedEngine
) -> None:
    scene = started(features, ferry())
    features.inquiries.ask(FindSimilar("smokke"), saying_how_many)
    scene = features.take(scene, OPENED, Failed(CRASHED))
    assert engine.asked.count(FindSimilar("smokke")) == 2
    assert features.take(scene, engine.requests, SimilarFound(())).message == "0 found"


@pytest.mark.parametrize("done", ["added", "replaced"])
def test_a_worker_that_crashes_on_a_report_is_followed_by_another(
    features: FeatureSet, engine: WatchedEngine, done: str
) -> None:
    scene, source = of_story(features), NamedSource("new.txt")
    if done == "added":
        scene = features.reports.add(scene, source, "new.txt")
    else:
        scene = features.reports.replace(scene, {Side.RIGHT: source})
    asked, crashed = len(engine.asked), engine.requests
    scene = features.take(scene, crashed, Failed(CRASHED))
    assert scene.message == f"the report was not {done}: {CRASHED}"
    assert engine.asked[asked:] == [FindDifferences(scene.reading.threshold)]
    assert not features.reports.owns(crashed)


@pytest.mark.parametrize("aligned", [True, False])
def test_after_a_crash_no_other_reports_are_awaited(features: FeatureSet, aligned: bool) -> None:
    scene = replace(started(features, replace(ferry(), aligned=aligned)), awaited=3)
    scene = features.take(scene, OPENED, Failed(CRASHED))
    assert scene.story_progress == ""
    assert scene.message == f"the other reports were not read: {CRASHED}"
    assert features.opening.source(scene, Side.RIGHT, "b.txt").opening


def test_other_reports_that_cannot_be_read_are_not_awaited(features: FeatureSet) -> None:
    scene = replace(started(features), awaited=3)
    scene = features.take(scene, OPENED, Failed("no memory"))
    assert scene.story_progress == ""
    assert scene.message == "the other reports were not read: no memory"


def test_a_failed_question_leaves_the_other_reports_awaited(
    features: FeatureSet, engine: WatchedEngine
) -> None:
    scene = replace(started(features), awaited=3)
    features.inquiries.ask(FindSimilar("smokke"), saying_how_many)
    assert features.take(scene, engine.requests, Failed("no memory")).awaited == 3


def test_more_of_a_page_is_taken_at_each_key_also_in_a_story(
    features: FeatureSet, engine: WatchedEngine
) -> None:
    scene = of_story(features)
    taken = []
    for _ in Extraction:
        features.opening.next_extraction(scene)
        request = engine.asked[-1]
        assert isinstance(request, AddReport) and isinstance(request.source, NamedSource)
        taken.append(request.source.options.extraction)
        assert scene.story
        features.reports.take(scene, engine.requests, StoryRead(scene.story.story))
    assert taken == [Extraction.GENEROUS, Extraction.STRICT, Extraction.BALANCED]


def test_a_report_keeps_its_language_wherever_it_stands(features: FeatureSet, engine: WatchedEngine) -> None:
    scene = of_story(features)
    features.languages.choose(scene, "uk")
    assert scene.story
    features.reports.take(scene, engine.requests, StoryRead(scene.story.story))
    asked = len(engine.asked)
    features.opening.reload(replace(scene, sources=(PAGES[2], PAGES[0])))
    others, first = (request.source for request in engine.asked[asked:] if isinstance(request, AddReport))
    assert others == NamedSource(PAGES[2], SETTINGS.read_options)
    assert first == NamedSource(PAGES[0], replace(SETTINGS.read_options, language="uk"))


def test_languages_of_the_command_line_are_those_of_their_sources(engine: WatchedEngine) -> None:
    settings = replace(SETTINGS, sources=PAGES[:3], languages=("", "", "uk"))
    features = FeatureSet(NotedEffects(), engine, memory_store(), settings)
    features.opening.reload(replace(of_story(features), sources=(PAGES[0], PAGES[2])))
    sources = [request.source for request in engine.asked if isinstance(request, AddReport)]
    assert sources == [NamedSource(PAGES[0]), NamedSource(PAGES[2], ReadOptions(language="uk"))]


def test_it_is_said_how_a_report_was_read_again(features: FeatureSet, engine: WatchedEngine) -> None:
    scene = features.opening.next_extraction(of_story(features))
    scene = features.take(scene, engine.requests, StoryRead(ferry_story()))
    assert arrived(features, engine, scene).message == "extraction: generous"
    assert Copies.PREFERRED in {
        request.source.options.copies
        for request in engine.asked
        if isinstance(request, AddReport) and isinstance(request.source, NamedSource)
    }
