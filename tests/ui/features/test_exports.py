from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.examples import ferry
from tests.stores import memory_store, open_store
from tests.ui.engine import WatchedEngine, never_answer
from tests.ui.features.scenes import NotedEffects, NotedQuestions, scene_of
from tests.ui.screens.story_app import FIVE, ferry_story, without_pairs
from tui.analysis.differences.ledger import differences
from tui.engine.client import CRASHED
from tui.engine.protocol import (
    Aligned,
    DifferencesFound,
    Event,
    Failed,
    FindReportedDifferences,
    FullArticles,
)
from tui.model.difference import FactKind, Ledger
from tui.reading.story_reading import StoryReading
from tui.report import FORMATS, STORY_FORMATS, render
from tui.session import MarkKind, Session
from tui.ui.features.exports import Exports, remarks, sessions_of_story, story_remarks
from tui.ui.features.navigation import Navigation
from tui.ui.features.panels import Panels
from tui.ui.features.search import Search
from tui.ui.panels.save import SCREEN, SaveRequest
from tui.ui.scene import Scene

GO = Navigation(NotedQuestions().inquiries)


LEDGER = Ledger(differences(ferry(), ferry().threshold))


@pytest.fixture
def engine() -> Iterator[WatchedEngine]:
    engine = WatchedEngine(never_answer)
    engine.resume(ferry())
    yield engine
    engine.close()


def test_a_passage_is_copied_by_itself_or_both_with_their_sources(engine: WatchedEngine) -> None:
    host = NotedEffects()
    scene = GO.next(scene_of(), 1)
    exports = Exports(host, engine, memory_store())
    assert exports.copy_passage(scene).message == "passage copied with xclip"
    exports.copy_link(scene)
    passage, both = host.copied
    assert passage.startswith("A fire aboard the ferry Marla")
    assert passage in both and "Survivors have told" in both
    assert "— Ferry burns off Kessel, 2024-05-14" in both
    assert exports.copy_link(scene_of()).message == "no link here to copy"


def compared() -> Scene:
    """A scene whose differences are known."""
    return replace(scene_of(), ledger=LEDGER, ledger_current=True)


def test_a_report_is_written_and_a_file_replaced_is_told(tmp_path: Path, engine: WatchedEngine) -> None:
    host = NotedEffects()
    scene = Exports(host, engine, memory_store()).save_report(compared())
    request = SaveRequest("text", tmp_path / "report.txt")
    assert host.answer(scene, request).message == "written: report.txt"
    assert "Survivors have told" in request.path.read_text(encoding="utf-8")
    assert host.answer(scene, request).message == "replaced: report.txt"
    assert engine.asked == []


@pytest.mark.parametrize("threshold", [20.0, 50.0, 70.0])
@pytest.mark.parametrize("format", [*FORMATS])
def test_a_report_whose_differences_come_from_a_worker_is_the_same(
    tmp_path: Path, engine: WatchedEngine, format: str, threshold: float
) -> None:
    exports, scene = Exports(NotedEffects(), engine, memory_store()), scene_of()
    scene = scene.at(scene.reading.with_threshold(threshold))
    request = SaveRequest(format, tmp_path / "report")
    scene = exports.write(scene, request)
    assert scene.message == "writing report ..."
    assert exports.write(scene, request).message == "another report is still being written"
    (asked,) = engine.asked
    assert isinstance(asked, FindReportedDifferences)
    found = DifferencesFound(Ledger(differences(ferry(), asked.threshold)))
    scene = exports.take(scene, engine.requests, found)
    assert scene.message == "written: report"
    expected = render(ferry(), format, threshold=threshold, width=120)
    assert request.path.read_bytes().decode() == expected


@pytest.mark.parametrize("event", [Failed(CRASHED), None])
def test_a_report_is_written_without_the_worker_if_need_be(
    tmp_path: Path, engine: WatchedEngine, event: Event | None
) -> None:
    exports = Exports(NotedEffects(), engine, memory_store())
    request = SaveRequest("json", tmp_path / "report.json")
    scene = exports.write(scene_of(), request)
    scene = exports.take(scene, engine.requests + 1, Failed("no such file"))
    assert not request.path.exists()
    scene = exports.take(scene, 1, event) if event else exports.finish(scene)
    assert scene.message == "written: report.json"
    assert request.path.read_text(encoding="utf-8") == render(ferry(), "json")
    assert exports.finish(scene) is scene


@pytest.mark.parametrize("format", ["text", "markdown", "html", "json", "csv"])
@pytest.mark.parametrize("known", ["on the screen", "from a worker", "found by the report"])
def test_a_dismissed_difference_is_in_no_report(
    tmp_path: Path, engine: WatchedEngine, format: str, known: str
) -> None:
    gone = LEDGER.open_entries[0]
    scene = compared() if known == "on the screen" else scene_of()
    mark = scene.session.new_mark(MarkKind.DISMISSED, *gone.pair, gone.key)
    scene = replace(scene, session=scene.session.with_mark(mark))
    exports = Exports(NotedEffects(), engine, memory_store())
    request = SaveRequest(format, tmp_path / "report")
    scene = exports.write(scene, request)
    if known == "from a worker":
        exports.take(scene, engine.requests, DifferencesFound(LEDGER))
    exports.finish(scene)
    kept = [entry for entry in LEDGER.entries if entry.key != gone.key]
    assert request.path.read_bytes().decode() == render(ferry(), format, width=120, differences=kept)


def test_other_articles_end_the_wait_for_a_report(tmp_path: Path, engine: WatchedEngine) -> None:
    exports = Exports(NotedEffects(), engine, memory_store())
    request = SaveRequest("json", tmp_path / "report.json")
    scene = exports.write(scene_of(), request)
    scene = exports.take(scene, engine.requests + 1, FullArticles(ferry()))
    assert scene.message == "report.json not written: other articles were opened"
    assert exports.finish(scene) is scene
    assert not request.path.exists()


def test_a_report_that_waits_has_the_links_that_come_meanwhile(tmp_path: Path, engine: WatchedEngine) -> None:
    exports = Exports(NotedEffects(), engine, memory_store())
    request = SaveRequest("json", tmp_path / "report.json")
    scene = exports.write(scene_of(), request)
    refined = replace(ferry(), links=ferry().links[:2])
    scene = scene.at(scene.reading.with_comparison(refined))
    scene = exports.take(scene, 1, Aligned(refined))
    found = Ledger(differences(refined, refined.threshold))
    assert exports.take(scene, engine.requests - 1, DifferencesFound(LEDGER)) is scene
    assert exports.take(scene, engine.requests, DifferencesFound(found)).message == "written: report.json"
    assert request.path.read_text(encoding="utf-8") == render(refined, "json")


def test_the_screen_is_written_as_a_picture(tmp_path: Path, engine: WatchedEngine) -> None:
    request = SaveRequest(SCREEN, tmp_path / "screen.svg")
    Exports(NotedEffects(), engine, memory_store()).write(scene_of(), request)
    assert request.path.read_text(encoding="utf-8").startswith("<svg")


def test_where_nothing_can_be_written_the_reason_is_told(tmp_path: Path, engine: WatchedEngine) -> None:
    request = SaveRequest(SCREEN, tmp_path / "missing" / "report.txt")
    refused = Exports(NotedEffects(), engine, memory_store()).write(scene_of(), request)
    assert refused.bells == 1
    assert refused.message


def test_a_report_never_replaces_an_article(engine: WatchedEngine, tmp_path: Path) -> None:
    article = tmp_path / "report.svg"
    article.write_text("The article.", encoding="utf-8")
    (tmp_path / "below").mkdir()
    spelled = tmp_path / "below" / ".." / "report.svg"
    exports = Exports(NotedEffects(), engine, memory_store())
    scene = replace(scene_of(), sources=("left.txt", str(article)))
    refused = exports.write(scene, SaveRequest(SCREEN, spelled))
    assert refused.message == "report.svg is one of the articles: rename that first"
    assert article.read_text(encoding="utf-8") == "The article."


def test_marks_and_notes_go_into_the_report_but_drafts_do_not() -> None:
    store, session = memory_store(), scene_of().session
    session = store.add(session, session.new_mark(MarkKind.NOTE, 2, 1, "who counted?"))
    session = store.add(session, session.new_mark(MarkKind.DRAFT, 3, None, "not yet"))
    (remark,) = remarks(session)
    assert (remark.left, remark.right, remark.note) == (2, 1, "who counted?")


def test_all_reports_have_the_marks_of_every_pair_once(tmp_path: Path) -> None:
    story = replace(ferry_story(), sources=tuple(f"{name}.txt" for name in FIVE))
    store = open_store(tmp_path / "state.db")
    store.record_story(story.articles, story.sources)

    def note(left: int, right: int, passages: tuple[int | None, int | None], text: str = "") -> Session:
        articles, names = (
            (story.articles[left], story.articles[right]),
            (f"{FIVE[k]}.txt" for k in (left, right)),
        )
        session = store.session(articles, tuple(names))
        return store.add(session, session.new_mark(MarkKind.NOTE if text else MarkKind.MARK, *passages, text))

    note(1, 2, (1, 3), "a pair")
    note(0, 3, (2, None))
    session = note(1, 0, (None, 4), "on the panes, swapped")
    shown = StoryReading(story).showing((1, 0))
    scene = replace(scene_of(story.pairs[0, 1].comparison.mirrored()), story=shown, session=session)
    listed = story_remarks(sessions_of_story(scene, store))
    assert [(one.reports, one.left, one.right, one.note) for one in listed] == [
        ((0, 1), 2, -1, ""),
        ((0, 1), 4, -1, "on the panes, swapped"),
        ((1, 2), 1, 3, "a pair"),
    ]


def test_a_saved_report_of_all_reports_has_the_notes(engine: WatchedEngine, tmp_path: Path) -> None:
    story = ferry_story()
    scene = replace(scene_of(story.pairs[0, 1].comparison), story=StoryReading(story))
    noted = scene.session.with_mark(scene.session.new_mark(MarkKind.NOTE, 2, 1, "who counted?"))
    request = SaveRequest("text", tmp_path / "all.txt", story=True)
    Exports(NotedEffects(), engine, memory_store()).write(replace(scene, session=noted), request)
    report = request.path.read_text(encoding="utf-8")
    assert "Marks and notes" in report
    assert "A2–B1         who counted?" in report


@pytest.mark.parametrize("shown", [(0, 1), (1, 0), (1, 2)])
def test_a_dismissed_difference_is_in_no_report_of_all_reports(
    engine: WatchedEngine, tmp_path: Path, shown: tuple[int, int]
) -> None:
    """Whether its pair is on the panes, swapped there, or is another one."""
    story = ferry_story()
    pair = story.pairs[0, 1]
    gone = next(entry for entry in pair.found if entry.default and entry.kind is FactKind.NUMBER)
    store = open_store(tmp_path / "state.db")
    session = store.session(story.articles[:2], story.sources[:2])
    store.add(session, session.new_mark(MarkKind.DISMISSED, *gone.pair, gone.key))
    compared = story.pairs[min(shown), max(shown)].comparison
    compared = compared if shown[0] < shown[1] else compared.mirrored()
    on_screen = store.session(compared.articles, [story.sources[k] for k in shown])
    scene = replace(scene_of(compared), story=StoryReading(story).showing(shown), session=on_screen)
    request = SaveRequest("json", tmp_path / "all.json", story=True)
    Exports(NotedEffects(), engine, store).write(scene, request)
    kept = story.with_pair((0, 1), pair.without({gone.key}))
    assert gone not in kept.pairs[0, 1].found
    assert request.path.read_text(encoding="utf-8") == render(kept, "json")


def test_a_dismissed_difference_stays_so_when_the_panes_are_swapped() -> None:
    for entry in LEDGER.entries:
        swapped = replace(entry, left=entry.right, right=entry.left)
        assert not Ledger((swapped,), frozenset([entry.key])).shown


def test_a_panel_leads_to_a_pair_or_searches_for_a_word() -> None:
    host = NotedEffects()
    panels, scene = (
        Panels(
            host, Search(lambda scene: scene, NotedQuestions().inquiries), 238, NotedQuestions().inquiries
        ),
        scene_of(),
    )
    panels.map(scene)
    assert host.answer(scene, (3, 5)).reading.pair == (3, 5)
    assert panels.to_words(scene, "smoke").reading.hits
    assert panels.to_words(scene, (3, 5)).reading.pair == (3, 5)
    panels.help(scene)
    assert host.helps == 1


def test_the_choice_of_words_needs_one_language() -> None:
    noted = NotedQuestions()
    panels = Panels(NotedEffects(), Search(lambda scene: scene, noted.inquiries), 238, noted.inquiries)
    comparison = ferry()
    other = replace(comparison, right=replace(comparison.right, language="ru"))
    assert "one language" in panels.words(scene_of(other)).message
    assert not noted.asked


@pytest.mark.parametrize("format", STORY_FORMATS)
def test_a_report_of_all_reports_is_written_once_all_are_compared(
    format: str, engine: WatchedEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    host = NotedEffects()
    exports = Exports(host, engine, memory_store())
    story = ferry_story()
    scene = replace(scene_of(story.pairs[0, 1].comparison), story=StoryReading(story))
    exports.save_report(scene)
    request = next(row for _, row in host.panels[-1].rows() if row.story and row.format == format)
    early = replace(scene, story=StoryReading(without_pairs(story)))
    assert "not all reports are compared yet" in exports.write(early, request).message
    assert exports.write(scene, request).message == f"written: {request.path.name}"
    assert "prime minister" in request.path.read_text(encoding="utf-8")
