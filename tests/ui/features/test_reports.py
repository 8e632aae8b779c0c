"""Turning the panes to other reports, adding and replacing them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.stores import memory_store, open_store
from tests.ui.engine import WatchedEngine, never_answer
from tests.ui.features.scenes import NotedQuestions, scene_of, sessions
from tests.ui.screens.story_app import FIVE, ferry_story, without_pairs
from tui.engine.client import CRASHED
from tui.engine.protocol import (
    AddReport,
    Failed,
    FullArticles,
    NamedSource,
    Open,
    PairCompared,
    StoryRead,
    StoryTopicsFound,
    Turn,
)
from tui.engine.questions import CompareWords
from tui.model import Comparison, Side
from tui.model.story import ReportPair, Story, StoryTopic
from tui.reading.story_reading import StoryReading
from tui.session import MarkKind
from tui.settings.limits import MAX_REPORTS
from tui.ui.features.comparing import Comparing
from tui.ui.features.corrections import LinkCorrections
from tui.ui.features.inquiries import Inquiries
from tui.ui.features.navigation import Navigation
from tui.ui.features.reports import Reports
from tui.ui.scene import Scene

OPENED = 1
GO = Navigation(NotedQuestions().inquiries)


class Desk:
    """The feature with an engine that only listens."""

    def __init__(self, engine: WatchedEngine) -> None:
        self.engine = engine
        self.comparing = Comparing(engine, sessions(), Inquiries(engine).drop_all)
        self.reports = Reports(engine, sessions(), self.comparing)

    def opened(self, story: Story) -> Scene:
        """The scene of the first two reports."""
        scene = scene_of(story.pairs[0, 1].comparison)
        self.engine.open(Open(story.articles))
        self.comparing.opened(scene, OPENED)
        return self.reports.take(scene, OPENED, StoryRead(story))

    def arrived(self, scene: Scene) -> Scene:
        """The scene once the reports that were turned to have come."""
        request = self.engine.asked[-1]
        assert isinstance(request, Turn)
        event = FullArticles(oriented(scene, (request.left, request.right)), sources=("x.txt", "y.txt"))
        return self.reports.take(scene, self.engine.requests, event)

    @property
    def turned_to(self) -> list[ReportPair]:
        return [(one.left, one.right) for one in self.engine.asked if isinstance(one, Turn)]


def oriented(scene: Scene, reports: ReportPair) -> Comparison:
    """The comparison of two reports, in that order."""
    assert scene.story
    left, right = reports
    known = scene.story.story.pairs[min(reports), max(reports)].comparison
    return known if left < right else known.mirrored()


@pytest.fixture
def desk() -> Iterator[Desk]:
    engine = WatchedEngine(never_answer)
    yield Desk(engine)
    engine.close()


def test_a_story_brings_its_list_of_reports_and_a_margin(desk: Desk) -> None:
    scene = desk.opened(ferry_story())
    assert scene.story
    assert scene.geometry.reports == 1
    assert scene.geometry.letters == 6
    assert scene.letters_at(Side.LEFT, 1, 4) == ("=C=D", "E≠B")
    assert scene.letters_at(Side.RIGHT, 1, 4) == ()


def test_pairs_are_added_to_the_story_as_they_come(desk: Desk) -> None:
    story = ferry_story()
    scene = desk.opened(replace(story, pairs={(0, 1): story.pairs[0, 1]}))
    assert scene.story
    assert scene.story.progress == "compared 1 of 10 pairs of reports"
    scene = desk.reports.take(scene, OPENED, PairCompared((0, 2), story.pairs[0, 2]))
    assert scene.story
    assert len(scene.story.story.pairs) == 2


def test_topics_come_when_all_pairs_are_compared(desk: Desk) -> None:
    topic = StoryTopic("warnings", ((1,), (), (), (), (2,)), (0.2, 0, 0, 0, 0.1))
    scene = desk.reports.take(desk.opened(ferry_story()), OPENED, StoryTopicsFound((topic,)))
    assert scene.story
    assert scene.story.story.topics == (topic,)


def test_the_set_of_reports_is_recorded(tmp_path: Path, desk: Desk) -> None:
    store = open_store(tmp_path / "state.db")
    reports = Reports(desk.engine, sessions(store), desk.comparing)
    reports.take(scene_of(ferry_story().pairs[0, 1].comparison), OPENED, StoryRead(ferry_story()))
    recorded = next(recent for recent in store.recents() if len(recent.titles) > 2)
    assert sorted(Path(name).name for name in recorded.locations) == sorted(f"{name}.txt" for name in FIVE)


@pytest.mark.parametrize("shown", [(0, 1), (2, 1)])
def test_what_was_dismissed_in_any_two_reports_is_not_marked(desk: Desk, shown: ReportPair) -> None:
    story, store = ferry_story(), memory_store()
    session = store.session([story.articles[k] for k in shown], [story.sources[k] for k in shown])
    keys = {entry.key for entry in story.pairs[min(shown), max(shown)].found}
    store.add(session, *(session.new_mark(MarkKind.DISMISSED, 1, 1, key) for key in keys))
    desk.reports = Reports(desk.engine, sessions(store), desk.comparing)
    scene = desk.opened(story)
    assert scene.story and scene.story.dismissed[min(shown), max(shown)] == keys
    assert sum(map(len, scene.story.dismissed.values())) == len(keys)


def test_pairs_of_articles_that_are_gone_are_not_taken(desk: Desk) -> None:
    scene = desk.opened(ferry_story())
    desk.comparing.opened(scene, 7)
    assert desk.reports.take(scene, 6, StoryRead(without_pairs(ferry_story()))) is scene
    assert desk.reports.take(scene, 6, PairCompared((0, 1), ferry_story().pairs[0, 1])) is scene


def test_the_right_pane_turns_and_the_left_text_stays_where_it_is(desk: Desk) -> None:
    scene = desk.opened(ferry_story())
    scene = scene.at(scene.reading.at_passage(Side.LEFT, 3), level=True)
    turning = desk.reports.turn(scene, 1)
    assert turning.turning
    assert turning.reading is scene.reading
    turned = desk.arrived(turning)
    assert desk.turned_to == [(0, 2)]
    assert turned.story
    assert turned.story.shown == (0, 2)
    assert not turned.turning
    assert turned.sources == ("x.txt", "y.txt")
    assert turned.reading.left == 3
    assert turned.view.left_top == scene.view.left_top
    assert turned.reading.comparison.right.source == "herald.txt"
    assert turned.previous is None


def test_the_counterpart_stands_on_the_row_of_the_passage(desk: Desk) -> None:
    scene = desk.opened(ferry_story())
    scene = scene.at(scene.reading.at_passage(Side.LEFT, 1), level=True)
    turned = desk.arrived(desk.reports.turn(scene, 1))
    reading, view = turned.reading, turned.view
    assert reading.link
    assert view.row(Side.LEFT, reading.left) == view.row(Side.RIGHT, reading.right)
    assert view.row(Side.LEFT, reading.left) == scene.view.row(Side.LEFT, 1)


def test_who_is_ahead_of_the_engine_turns_on(desk: Desk) -> None:
    scene = desk.opened(ferry_story())
    scene = scene.at(scene.reading.at_passage(Side.LEFT, 1))
    scene = desk.reports.turn(desk.reports.turn(scene, 1), 1)
    assert desk.turned_to == [(0, 2), (0, 3)]
    late = FullArticles(oriented(scene, (0, 2)))
    assert desk.reports.take(scene, desk.engine.requests - 1, late) is scene
    assert desk.arrived(scene).reading.comparison.right.source == "wire.txt"


def test_nothing_is_asked_of_the_engine_while_it_turns(desk: Desk) -> None:
    scene = desk.reports.turn(desk.opened(ferry_story()), 1)
    asked = len(desk.engine.asked)
    desk.comparing.follow(GO.next_link(scene, 1))
    assert len(desk.engine.asked) == asked
    desk.comparing.follow(GO.next_link(desk.arrived(scene), 1))
    assert any(isinstance(request, CompareWords) for request in desk.engine.asked[asked:])


def test_a_report_that_is_not_compared_yet_is_not_said_to_have_no_counterpart(desk: Desk) -> None:
    story = ferry_story()
    scene = desk.opened(replace(story, pairs={(0, 1): story.pairs[0, 1]}))
    scene = scene.at(scene.reading.at_passage(Side.LEFT, 1), level=True)
    linkless = replace(story.pairs[0, 2].comparison, links=(), aligned=False)
    scene = desk.reports.turn(scene, 1)
    came = FullArticles(linkless, sources=("x.txt", "y.txt"))
    turned = desk.reports.take(scene, desk.engine.requests, came)
    assert turned.message == "C is not compared with A yet"
    other = desk.reports.take(turned, OPENED, PairCompared((0, 3), story.pairs[0, 3]))
    assert other.message == turned.message
    known = desk.reports.take(turned, OPENED, PairCompared((0, 2), story.pairs[0, 2]))
    assert known.message == ""
    counterpart = StoryReading(story).passage_in(2, 1, known.reading.threshold)
    assert known.reading.right == counterpart is not None
    unlinked = replace(story.pairs[0, 2], comparison=linkless)
    none = desk.reports.take(turned, OPENED, PairCompared((0, 2), unlinked))
    assert none.message == "C has no counterpart of this passage"


def test_swapping_reads_the_other_report_at_the_same_passages(desk: Desk) -> None:
    scene = desk.opened(ferry_story())
    scene = GO.next_link(GO.next_link(scene, 1), 1)
    assert scene.reading.pair
    swapped = desk.arrived(desk.reports.swap(scene))
    assert desk.turned_to == [(1, 0)]
    assert swapped.reading.pair == scene.reading.pair[::-1]
    assert swapped.story
    assert swapped.story.letter(Side.LEFT) == "B"
    assert swapped.message == "B is read now"


def test_going_to_two_passages_turns_both_panes_if_need_be(desk: Desk) -> None:
    scene = desk.opened(ferry_story())
    here = desk.reports.go(scene, (0, 2), (1, 5))
    assert here.reading.pair == (2, 5)
    assert not desk.turned_to
    there = desk.arrived(desk.reports.go(scene, (2, 1), (4, 2)))
    assert there.story
    assert there.story.shown == (2, 4)
    assert there.reading.pair == (1, 2)


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [((2, 1), None, (2, 1)), (None, (3, 1), (0, 3)), ((1, 1), None, (1, 0)), (None, (0, 1), (1, 0))],
)
def test_going_to_one_passage_leaves_the_other_pane(
    desk: Desk, left: ReportPair | None, right: ReportPair | None, shown: ReportPair
) -> None:
    there = desk.arrived(desk.reports.go(desk.opened(ferry_story()), left, right))
    assert there.story
    assert there.story.shown == shown
    assert there.reading.passage_index(Side.LEFT if left else Side.RIGHT) == 1


def test_backspace_goes_back_from_other_reports(desk: Desk) -> None:
    scene = GO.next_link(GO.next_link(desk.opened(ferry_story()), 1), 1)
    there = desk.arrived(desk.reports.go(scene, (2, 1), (4, 2)))
    back = desk.arrived(desk.reports.back(there))
    assert back.story
    assert back.story.shown == (0, 1)
    assert back.reading.pair == scene.reading.pair
    assert desk.reports.back(back).message == "nowhere to go back to"


def test_going_back_is_said_once_the_reports_have_come(desk: Desk) -> None:
    there = desk.arrived(desk.reports.go(desk.opened(ferry_story()), (2, 1), (4, 2)))
    assert desk.arrived(desk.reports.back(there)).message == "back"


def test_going_back_to_reports_that_are_on_the_panes_already_is_no_jump(desk: Desk) -> None:
    scene = GO.next_link(GO.next_link(desk.opened(ferry_story()), 1), 1)
    there = desk.arrived(desk.reports.go(scene, (2, 1), (4, 2)))
    for step in (
        lambda scene: desk.reports.show(scene, 0),
        desk.reports.swap,
        lambda scene: desk.reports.show(scene, 1),
    ):
        there = desk.arrived(step(there))
    there = there.at(there.reading.at_passage(Side.LEFT, 5))
    back = desk.reports.back(there)
    assert back.reading.pair == scene.reading.pair
    assert back.message == "back"
    assert not back.jumps


def test_a_crash_leaves_the_ways_back(desk: Desk) -> None:
    there = desk.arrived(desk.reports.go(desk.opened(ferry_story()), (2, 1), (4, 2)))
    there = desk.reports.take(there, desk.engine.requests, Failed(CRASHED))
    desk.reports.back(there)
    assert desk.turned_to[-1] == (0, 1)


def test_a_report_is_added(desk: Desk) -> None:
    story = ferry_story()
    scene = desk.opened(replace(story, articles=story.articles[:3], pairs={(0, 1): story.pairs[0, 1]}))
    scene = desk.reports.add(scene, NamedSource("wire.txt"), "wire.txt")
    assert desk.engine.asked == [AddReport(NamedSource("wire.txt"), "wire.txt")]
    scene = desk.reports.take(scene, desk.engine.requests, StoryRead(without_pairs(story)))
    assert scene.message == "E mirror was added; . turns to it."
    assert scene.story
    assert scene.story.story.count == 5


def test_two_articles_become_a_story_when_one_is_added(desk: Desk) -> None:
    scene = scene_of(ferry_story().pairs[0, 1].comparison)
    desk.comparing.opened(scene, OPENED)
    scene = desk.reports.add(scene, NamedSource("herald.txt"), "herald.txt")
    scene = desk.reports.take(scene, desk.engine.requests, StoryRead(ferry_story(("post", "quay", "herald"))))
    assert scene.story
    assert scene.story.story.count == 3


def test_a_thirteenth_report_and_one_that_cannot_be_read_are_refused(desk: Desk) -> None:
    story = ferry_story()
    scene = desk.opened(replace(story, articles=story.articles[:1] * MAX_REPORTS, sources=()))
    assert "at most 12 reports" in desk.reports.add(scene, NamedSource("x"), "x").message
    assert not desk.engine.asked
    scene = desk.reports.add(desk.opened(story), NamedSource("x"), "x")
    assert desk.reports.owns(desk.engine.requests)
    failed = desk.reports.take(scene, desk.engine.requests, Failed("x: no such file"))
    assert failed.message == "not opened: x: no such file"


def test_a_report_that_is_replaced_comes_to_its_pane(desk: Desk) -> None:
    scene = desk.arrived(desk.reports.turn(desk.opened(ferry_story()), 1))
    scene = desk.reports.replace(scene, {Side.RIGHT: NamedSource("new.txt")})
    assert desk.engine.asked[-1] == AddReport(NamedSource("new.txt"), "new.txt", 2)
    scene = desk.reports.take(scene, desk.engine.requests, StoryRead(ferry_story()))
    assert desk.turned_to[-1] == (0, 2)
    assert desk.arrived(scene).message == "C herald was read"


def test_a_report_that_was_replaced_comes_back_and_goes_again(desk: Desk) -> None:
    story = replace(ferry_story(), sources=tuple(f"{name}.txt" for name in FIVE))
    scene = desk.arrived(desk.reports.turn(desk.opened(story), 1))
    assert desk.reports.undo(scene) is None
    new = replace(story.articles[2], title="New")
    there = replace(story, articles=(*story.articles[:2], new, *story.articles[3:]))
    scene = desk.reports.replace(scene, {Side.RIGHT: NamedSource("new.txt")})
    scene = desk.arrived(desk.reports.take(scene, desk.engine.requests, StoryRead(there)))
    assert desk.reports.undo(scene) is scene
    assert desk.engine.asked[-1] == AddReport(story.articles[2], story.sources[2], 2)
    scene = desk.arrived(desk.reports.take(scene, desk.engine.requests, StoryRead(story)))
    assert scene.message == "back to the previous report (U again to return)"
    desk.reports.undo(scene)
    assert desk.engine.asked[-1] == AddReport(new, there.sources[2], 2)


def test_after_a_crash_the_panes_stay_as_they_are(desk: Desk) -> None:
    scene = desk.reports.turn(desk.opened(ferry_story()), 1)
    number = desk.engine.requests
    scene = desk.reports.take(scene, OPENED, Failed(CRASHED))
    assert not scene.turning
    assert not desk.reports.owns(number)
    assert scene.story
    assert scene.story.shown == (0, 1)


def test_a_report_that_cannot_be_turned_to_leaves_the_panes(desk: Desk) -> None:
    scene = desk.reports.turn(desk.opened(ferry_story()), 1)
    scene = desk.reports.take(scene, desk.engine.requests, Failed("this report is not read yet"))
    assert not scene.turning
    assert scene.message == "this report is not read yet"


def test_two_articles_cannot_be_turned(desk: Desk) -> None:
    scene = scene_of()
    for after in (desk.reports.turn(scene, 1), desk.reports.swap(scene)):
        assert "only two reports" in after.message
    assert not desk.engine.asked


def test_the_others_of_the_command_line_are_awaited(desk: Desk) -> None:
    scene = replace(scene_of(ferry_story().pairs[0, 1].comparison), awaited=3)
    assert scene.story_progress == "reading 3 more reports ..."
    assert "still being read" in desk.reports.turn(scene, 1).message
    desk.comparing.opened(scene, OPENED)
    scene = desk.reports.take(scene, OPENED, StoryRead(ferry_story()))
    assert scene.story_progress == ""


@pytest.mark.parametrize("shown", [(0, 1), (1, 0)])
def test_what_the_reader_corrects_holds_in_the_whole_story(desk: Desk, shown: ReportPair) -> None:
    scene = desk.opened(ferry_story())
    if shown == (1, 0):
        scene = desk.arrived(desk.reports.swap(scene))
    scene = GO.next_link(GO.next_link(scene, 1), 1)
    assert scene.story
    left, right = scene.reading.left, scene.reading.right
    assert right in scene.story.statement(Side.LEFT, left, 50).passages(shown[1])
    removed = desk.reports.corrected(LinkCorrections(memory_store()).remove(scene))
    assert removed.story
    assert right not in removed.story.statement(Side.LEFT, left, 50).passages(shown[1])


def test_the_story_reading_is_what_the_panes_show(desk: Desk) -> None:
    scene = desk.opened(ferry_story())
    assert scene.story == StoryReading(ferry_story())
