import pytest
from msgspec.structs import replace

from tests.examples import ferry, strangers
from tests.stores import memory_store
from tests.ui.engine import WatchedEngine
from tests.ui.features.scenes import SETTINGS, SOURCES, NotedEffects, NotedQuestions, scene_of, sessions
from tests.ui.screens.story_app import ferry_story
from tui.engine.protocol import (
    AddReport,
    Failed,
    FullArticles,
    NamedSource,
    Open,
    PastedText,
    Preview,
    Progress,
    Request,
    Source,
)
from tui.model import Comparison, Side
from tui.reading.story_reading import StoryReading
from tui.session import Recent
from tui.settings.read_options import Copies, Extraction
from tui.ui.features.comparing import Comparing
from tui.ui.features.inquiries import Inquiries
from tui.ui.features.navigation import Navigation
from tui.ui.features.opening import Opening
from tui.ui.features.reports import Reports
from tui.ui.keys import KeySigns
from tui.ui.panels.recents import RecentsRequest
from tui.ui.scene import Prompt, Scene

GO = Navigation(NotedQuestions().inquiries)


@pytest.fixture
def opening(host: NotedEffects, engine: WatchedEngine) -> Opening:
    comparing = Comparing(engine, sessions(), Inquiries(engine).drop_all)
    reports = Reports(engine, sessions(), comparing)
    return Opening(
        host, engine, memory_store(), sessions(), comparing, SETTINGS.read_options, lambda: reports
    )


def sources(request: Request) -> tuple[Source, ...]:
    assert isinstance(request, Open)
    return request.sources


def under_way(opening: Opening, name: str = "b.txt") -> tuple[Scene, int]:
    """A scene while a source is being opened on the right, and the number of the first request."""
    return opening.source(scene_of(), Side.RIGHT, name), 1


def test_what_is_under_way_names_the_configured_key_that_cancels_it(opening: Opening) -> None:
    scene = replace(scene_of(), keys=KeySigns({"close": "f4"}))
    scene = opening.source(scene, Side.RIGHT, "b.txt")
    assert scene.message == "opening b.txt ... (f4 to cancel)"
    assert opening.take(scene, 1, Progress("reading ...")).message == "reading ... (f4 to cancel)"
    assert opening.reload(scene).message == "reading again ... (f4 to cancel)"


def test_a_source_is_asked_for_by_name(engine: WatchedEngine, opening: Opening) -> None:
    scene = opening.open(scene_of())
    assert scene.prompt is Prompt.OPEN
    scene = opening.source(scene, Side.RIGHT, "board\x1b.txt")
    (request,) = engine.opened
    left, right = sources(request)
    assert left is scene.reading.comparison.left
    assert right == NamedSource("board\x1b.txt")
    assert scene.prompt is Prompt.NONE
    assert scene.message.startswith("opening board")
    assert "\x1b" not in scene.message


def test_an_empty_name_opens_nothing(engine: WatchedEngine, opening: Opening) -> None:
    assert opening.source(opening.open(scene_of()), Side.LEFT, "").prompt is Prompt.NONE
    assert not engine.opened


def test_text_is_pasted_on_the_side_under_the_keys(engine: WatchedEngine, opening: Opening) -> None:
    text = "The harbour board of Kessel fined the ferry company on Friday. " * 3
    opening.paste(Navigation(NotedQuestions().inquiries).cross(scene_of()), text)
    (request,) = engine.opened
    assert sources(request)[1] == PastedText(text)
    assert "too short to be an article" in opening.paste(scene_of(), "two words").message


def test_beside_a_beginning_the_other_source_is_read_whole(engine: WatchedEngine, opening: Opening) -> None:
    opening.source(replace(scene_of(), complete=False), Side.RIGHT, "b.txt")
    (request,) = engine.opened
    assert sources(request) == (NamedSource(SOURCES[0]), NamedSource("b.txt"))


def test_other_articles_are_shown_and_undone(engine: WatchedEngine, opening: Opening) -> None:
    scene, number = under_way(opening)
    assert scene.opening
    scene = opening.take(scene, number, FullArticles(strangers()))
    assert not scene.opening
    assert scene.message == "opened (U to undo)"
    assert scene.reading.comparison == strangers()
    assert scene.sources == (SOURCES[0], "b.txt")
    back = opening.undo(scene)
    assert back.sources == SOURCES
    assert opening.undo(back).reading.comparison == strangers()
    assert opening.undo(scene_of()).message == "no article was open before"
    assert engine.answered < engine.requests, "a worker goes on with the previous articles"


def test_undoing_tells_the_engine_the_names_of_the_articles(engine: WatchedEngine, opening: Opening) -> None:
    scene, number = under_way(opening)
    opening.undo(opening.take(scene, number, FullArticles(strangers())))
    assert engine.resumed == [SOURCES]


def test_events_of_an_earlier_opening_are_not_taken(opening: Opening) -> None:
    scene, number = under_way(opening)
    scene = opening.source(scene, Side.RIGHT, "c.txt")
    assert opening.take(scene, number, FullArticles(strangers())) is scene
    scene = opening.take(scene, number + 1, FullArticles(strangers()))
    assert scene.sources == (SOURCES[0], "c.txt")


def test_beginnings_are_shown_while_the_rest_is_read(opening: Opening) -> None:
    scene, number = under_way(opening)
    other = strangers()
    scene = opening.take(scene, number, Preview(Comparison(other.left, other.right, aligned=False)))
    assert scene.pending == "reading the rest ..."
    assert not scene.complete and not scene.opening


def test_articles_that_were_never_aligned_are_opened_again(engine: WatchedEngine, opening: Opening) -> None:
    scene, number = under_way(opening)
    scene = replace(scene, alignment=replace(scene.alignment, aligned=False))
    opening.undo(opening.take(scene, number, FullArticles(strangers())))
    assert sources(engine.opened[-1]) == tuple(map(NamedSource, SOURCES))


def test_steps_and_failures_are_told(opening: Opening) -> None:
    scene, number = under_way(opening)
    assert opening.take(scene, number, Progress("reading ...")).message == "reading ... (esc to cancel)"
    failed = opening.take(scene, number, Failed("no such file"))
    assert (failed.message, failed.bells, failed.opening) == ("not opened: no such file", 1, False)


def test_an_opening_is_given_up(engine: WatchedEngine, opening: Opening) -> None:
    scene, number = under_way(opening)
    scene = opening.cancel(scene)
    assert (scene.opening, scene.message) == (False, "not opened")
    assert opening.take(scene, number, FullArticles(strangers())) is scene
    assert not engine.cancel(), "it is given up in the engine too"


def test_a_page_is_read_again_with_the_next_extraction(engine: WatchedEngine, opening: Opening) -> None:
    scene = replace(scene_of(), sources=("https://example.org/fire", "page.HTML"))
    opening.next_extraction(scene)
    left, _ = sources(engine.opened[0])
    assert isinstance(left, NamedSource)
    assert left.name == "https://example.org/fire"
    assert (left.options.extraction, left.options.copies) == (Extraction.GENEROUS, Copies.PREFERRED)


def test_a_page_in_a_file_is_read_again_too(engine: WatchedEngine, opening: Opening) -> None:
    scene = replace(scene_of(), sources=("page.HTML", "right.txt"))
    opening.next_extraction(scene)
    assert sources(engine.opened[0])[0] == NamedSource("page.HTML", SETTINGS.read_options.next_extraction())


@pytest.mark.parametrize("name", ["left.txt", "-", "clipboard:", ""])
def test_of_other_sources_nothing_more_can_be_taken(
    name: str, engine: WatchedEngine, opening: Opening
) -> None:
    scene = opening.next_extraction(replace(scene_of(), sources=(name, "https://example.org/fire")))
    assert "web page" in scene.message
    assert (scene.bells, engine.opened) == (1, [])


def test_a_recent_comparison_is_opened_again(
    host: NotedEffects, engine: WatchedEngine, opening: Opening
) -> None:
    scene = opening.recent(scene_of())
    recent = Recent(1, ("A", "B"), ("/a.txt", "/b.txt"), 0.0, 0.5, 0)
    assert host.answer(scene, RecentsRequest(recent)).message.startswith("opening ...")
    assert sources(engine.opened[0]) == (NamedSource("/a.txt"), NamedSource("/b.txt"))


def test_a_recent_story_is_opened_with_all_its_reports(engine: WatchedEngine, opening: Opening) -> None:
    names = tuple(f"/{letter}.txt" for letter in "abcd")
    recent = Recent(-1, ("",) * 4, names, 0.0, 0.0, 0)
    scene = opening.take_recent(scene_of(), RecentsRequest(open=recent))
    (request,) = engine.opened
    assert sources(request) == tuple(map(NamedSource, names))
    scene = opening.take(scene, 1, FullArticles(ferry(), sources=(names[0], names[2])))
    assert (scene.awaited, scene.sources, scene.message) == (2, ("/a.txt", "/c.txt"), "opened (U to undo)")


def test_both_sources_are_read_again_and_the_place_is_kept(engine: WatchedEngine, opening: Opening) -> None:
    scene = GO.next(GO.next(GO.next(scene_of(), 1), 1), 1)
    scene = opening.reload(scene)
    (request,) = engine.opened
    assert sources(request) == (NamedSource("left.txt"), NamedSource("right.txt"))
    again = opening.take(scene, 1, FullArticles(ferry()))
    assert (again.reading.pair, again.message) == (scene.reading.pair, "read again")


def test_what_can_be_read_only_once_is_not_read_again(engine: WatchedEngine, opening: Opening) -> None:
    scene = opening.reload(replace(scene_of(), sources=("-", "")))
    assert scene.bells == 1
    assert not engine.opened


def test_the_address_of_an_article_is_opened_in_the_browser(host: NotedEffects, opening: Opening) -> None:
    assert opening.browse(scene_of()).message == "this article has no web address"
    left = replace(ferry().left, address="https://one.example/ferry")
    opening.browse(scene_of(replace(ferry(), left=left)))
    assert host.browsed == ["https://one.example/ferry"]


def test_in_a_story_a_source_replaces_the_report_and_with_a_plus_it_is_added(
    engine: WatchedEngine, opening: Opening
) -> None:
    story = StoryReading(ferry_story(), (0, 3))
    scene = replace(scene_of(ferry_story().pairs[0, 3].comparison), story=story)
    opening.source(scene, Side.RIGHT, "b.txt")
    opening.source(scene, Side.RIGHT, "+c.txt")
    opening.source(scene, Side.RIGHT, "+ ")
    assert not engine.opened
    assert engine.asked == [
        AddReport(NamedSource("b.txt"), "b.txt", 3),
        AddReport(NamedSource("c.txt"), "c.txt"),
    ]


def test_nothing_is_opened_while_the_other_reports_are_read(engine: WatchedEngine, opening: Opening) -> None:
    scene = opening.source(replace(scene_of(), awaited=2), Side.RIGHT, "b.txt")
    assert "still being read" in scene.message
    assert not engine.opened


def test_undo_goes_back_to_the_story(engine: WatchedEngine, opening: Opening) -> None:
    story = StoryReading(ferry_story())
    scene = replace(scene_of(ferry_story().pairs[0, 1].comparison), story=story)
    recent = Recent(1, ("D", "E"), ("/d.txt", "/e.txt"), 0.0, 0.5, 0)
    scene = opening.take_recent(scene, RecentsRequest(open=recent))
    scene = opening.take(scene, 1, FullArticles(strangers()))
    assert scene.story is None
    back = opening.undo(scene)
    assert back.story == story
    assert back.geometry.reports == 1
