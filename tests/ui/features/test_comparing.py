from collections.abc import Iterator
from typing import Any
from weakref import ref

import pytest
from msgspec.structs import replace

from tests.examples import ferry
from tests.ui.engine import WatchedEngine, never_answer
from tests.ui.features.scenes import SOURCES, scene_of, sessions
from tests.ui.screens.story_app import ferry_story, without_pairs
from tui.analysis.differences.ledger import differences
from tui.engine.client import CRASHED
from tui.engine.protocol import (
    Aligned,
    Compare,
    DifferencesFound,
    Failed,
    FindDifferences,
    FullArticles,
    Progress,
    Recalled,
)
from tui.engine.questions import CompareWords, Words
from tui.model import Comparison
from tui.model.difference import Ledger, PairWords
from tui.reading.story_reading import StoryReading
from tui.session import Session, Sources
from tui.ui.features.comparing import (
    MAX_WORDS,
    NOT_ALL_COMPARED,
    NOT_ALL_READ,
    NOT_IN_FULL,
    TURNING,
    Comparing,
    timely,
)
from tui.ui.features.inquiries import Inquiries
from tui.ui.scene import NOT_COMPARED, OpenArticles, Scene

OPENED = 7
"""The request that has brought the articles on the screen."""
LEDGER = Ledger(differences(ferry(), ferry().threshold))


@pytest.fixture
def engine() -> Iterator[WatchedEngine]:
    engine = WatchedEngine(never_answer)
    for _ in range(OPENED):
        engine.resume(ferry())
    yield engine
    engine.close()


@pytest.fixture
def comparing(engine: WatchedEngine) -> Comparing:
    return Comparing(engine, sessions(), Inquiries(engine).drop_all)


def opened(comparing: Comparing, scene: Scene | None = None) -> Scene:
    """A scene of articles whose differences come unasked."""
    scene = scene or scene_of()
    comparing.opened(scene, OPENED, Recalled())
    comparing.follow(scene)
    return scene


def test_differences_of_articles_just_opened_come_unasked(
    engine: WatchedEngine, comparing: Comparing
) -> None:
    scene = opened(comparing)
    assert engine.asked == []
    assert scene.ledger_missing == NOT_COMPARED
    scene = comparing.take(scene, OPENED, DifferencesFound(LEDGER))
    assert scene.ledger is LEDGER
    assert not scene.ledger_missing


def test_the_recalled_session_which_may_have_its_own_articles_is_not_held(comparing: Comparing) -> None:
    class Saved:
        """Stands for a session; only what is held stays."""

    saved = Saved()
    alive = ref(saved)
    comparing.opened(scene_of(), OPENED, Recalled(saved))
    del saved
    assert alive() is None


def test_differences_of_other_links_are_asked_for_once(engine: WatchedEngine, comparing: Comparing) -> None:
    scene = opened(comparing)
    other = scene.at(scene.reading.with_threshold(60), stay=True)
    for _ in range(2):
        comparing.follow(other)
    assert engine.asked == [FindDifferences(60)]
    assert comparing.take(other, OPENED, DifferencesFound(LEDGER)) is other, "those are of other links"
    assert comparing.take(other, engine.requests, DifferencesFound(LEDGER)).ledger is LEDGER


def test_differences_are_found_in_the_corrected_links(engine: WatchedEngine, comparing: Comparing) -> None:
    scene = opened(comparing)
    corrections = scene.corrections.reject(scene.reading.links[0].pair)
    comparing.follow(replace(scene, corrections=corrections))
    assert engine.asked == [FindDifferences(scene.reading.threshold, corrections)]


def test_links_below_the_scores_looked_for_are_asked_for(engine: WatchedEngine, comparing: Comparing) -> None:
    scene = opened(comparing, scene_of(replace(ferry(), min_score=45.0)))
    lower = scene.at(scene.reading.with_threshold(40), stay=True)
    for _ in range(2):
        comparing.follow(lower)
    assert engine.asked == [FindDifferences(40), Compare(40)]
    more = replace(ferry(), min_score=40.0)
    scene = comparing.take(lower, engine.requests, Aligned(more))
    assert scene.alignment is more


def test_words_of_the_link_read_and_of_the_next_pair_are_asked_for_once(
    engine: WatchedEngine, comparing: Comparing
) -> None:
    scene = opened(comparing)
    link = scene.reading.links[0]
    there = scene.at(scene.reading.at_link(link))
    for _ in range(2):
        comparing.follow(there)
    following = scene.reading.visible.stops[1]
    assert engine.asked == [CompareWords((link.pair, following.pair))]
    there = comparing.take(there, engine.requests, Words({link.pair: PairWords()}))
    assert there.words[link.pair] == PairWords()
    there = comparing.take(there, engine.requests, Words({following.pair: PairWords()}))
    assert following.pair in there.at(there.reading.at_link(following)).words


def test_words_that_are_no_longer_held_are_asked_for_again(
    engine: WatchedEngine, comparing: Comparing
) -> None:
    scene = opened(comparing)
    link = scene.reading.links[0]
    scene = comparing.take(scene, OPENED, Words({link.pair: PairWords()}))
    scene = comparing.take(scene, OPENED, Words({(100, k): PairWords() for k in range(MAX_WORDS)}))
    assert len(scene.words) == MAX_WORDS
    comparing.follow(scene.at(scene.reading.at_link(link)))
    assert engine.asked == [CompareWords((link.pair, scene.reading.visible.stops[1].pair))]


def test_articles_that_are_opened_again_are_held_once(comparing: Comparing) -> None:
    before = OpenArticles(ferry(), ("left.txt", "right.txt"))
    scene = opened(comparing, replace(scene_of(), previous=before))
    again = comparing.take(scene, OPENED, Aligned(ferry()))
    assert again.previous and again.previous.comparison is again.alignment
    other = comparing.take(scene, OPENED, Aligned(replace(ferry(), threshold=60.0)))
    assert other.previous is before


def test_events_of_articles_before_are_not_taken(comparing: Comparing) -> None:
    scene = opened(comparing)
    for event in (
        Aligned(ferry()),
        DifferencesFound(LEDGER),
        Words({(0, 0): PairWords()}),
        Failed("no memory"),
    ):
        assert comparing.take(scene, OPENED - 1, event) is scene


def test_progress_and_failures_of_the_alignment_are_told(comparing: Comparing) -> None:
    whole = ferry()
    scene = opened(comparing, scene_of(Comparison(whole.left, whole.right, aligned=False)))
    assert comparing.take(scene, OPENED, Progress("aligning ... 50%")).pending == "aligning ... 50%"
    assert comparing.take(scene, OPENED, Failed("no memory")).pending == "not aligned: no memory"
    aligned = comparing.take(scene, OPENED, Aligned(whole))
    assert len(aligned.reading.links) == 5
    assert not aligned.pending


def test_full_articles_come_only_while_beginnings_are_shown(comparing: Comparing) -> None:
    whole = ferry()
    event = FullArticles(whole, Recalled(Session(Sources.of(whole.articles))))
    scene = opened(comparing)
    assert comparing.take(scene, OPENED, event) is scene
    assert comparing.take(replace(scene, complete=False), OPENED, event).alignment is whole


def test_a_worker_takes_over_from_one_that_crashed_but_only_once(
    engine: WatchedEngine, comparing: Comparing
) -> None:
    scene = opened(comparing, replace(scene_of(), sources=SOURCES))
    assert comparing.take(scene, OPENED, Failed(CRASHED)) == scene
    assert engine.asked == [FindDifferences(scene.reading.threshold)]
    assert engine.resumed[-1] == SOURCES
    again = comparing.take(scene, engine.requests, Failed(CRASHED))
    assert again.message == f"comparison failed: {CRASHED}"
    assert len(engine.asked) == 1


@pytest.mark.parametrize(
    ("message", "waiting"),
    [
        (NOT_ALL_READ, {"awaited": 1}),
        (NOT_IN_FULL, {"complete": False}),
        (TURNING, {"turning": True}),
        (NOT_COMPARED, {"ledger_current": False}),
        (
            f"{NOT_ALL_COMPARED}: compared 1 of 10 pairs",
            {"story": StoryReading(without_pairs(ferry_story()))},
        ),
    ],
)
def test_a_message_that_something_is_awaited_goes_when_it_has_come(
    message: str, waiting: dict[str, Any]
) -> None:
    come = replace(scene_of(), ledger_current=True).saying(message)
    assert timely(replace(come, **waiting)).message == message
    assert timely(come).message == ""
    assert timely(come.saying("2 notes")).message == "2 notes"
