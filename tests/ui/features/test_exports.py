from pathlib import Path

from tests.stores import memory_store
from tests.ui.features.scenes import NotedEffects, scene_of
from tui.session import MarkKind
from tui.ui.features.exports import Exports, remarks
from tui.ui.features.navigation import Navigation
from tui.ui.features.panels import Panels
from tui.ui.features.search import Search
from tui.ui.panels.save import SCREEN, SaveRequest

GO = Navigation()


def test_a_passage_is_copied_by_itself_or_both_with_their_sources() -> None:
    host = NotedEffects()
    scene = GO.next(scene_of(), 1)
    exports = Exports(host)
    assert exports.copy_passage(scene).message == "passage copied"
    exports.copy_link(scene)
    passage, both = host.copied
    assert passage.startswith("A fire aboard the ferry Marla")
    assert passage in both and "Survivors have told" in both
    assert "— Ferry burns off Kessel, 2024-05-14" in both
    assert exports.copy_link(scene_of()).message == "no link here to copy"


def test_a_report_is_written_and_a_file_replaced_is_told(tmp_path: Path) -> None:
    host = NotedEffects()
    scene = Exports(host).save_report(scene_of())
    request = SaveRequest("text", tmp_path / "report.txt")
    assert host.answer(scene, request).message == "written: report.txt"
    assert "Survivors have told" in request.path.read_text(encoding="utf-8")
    assert host.answer(scene, request).message == "replaced: report.txt"


def test_the_screen_is_written_as_a_picture(tmp_path: Path) -> None:
    request = SaveRequest(SCREEN, tmp_path / "screen.svg")
    Exports(NotedEffects()).write(scene_of(), request)
    assert request.path.read_text(encoding="utf-8").startswith("<svg")


def test_where_nothing_can_be_written_the_reason_is_told(tmp_path: Path) -> None:
    request = SaveRequest("text", tmp_path / "missing" / "report.txt")
    refused = Exports(NotedEffects()).write(scene_of(), request)
    assert refused.bells == 1
    assert refused.message


def test_marks_and_notes_go_into_the_report_but_drafts_do_not() -> None:
    store, session = memory_store(), scene_of().session
    session = store.add(session, session.new_mark(MarkKind.NOTE, 2, 1, "who counted?"))
    session = store.add(session, session.new_mark(MarkKind.DRAFT, 3, None, "not yet"))
    (remark,) = remarks(session)
    assert (remark.left, remark.right, remark.note) == (2, 1, "who counted?")


def test_a_panel_leads_to_a_pair_or_searches_for_a_word() -> None:
    host = NotedEffects()
    panels, scene = Panels(host, Search(lambda scene: scene)), scene_of()
    panels.map(scene)
    assert host.answer(scene, (3, 5)).reading.pair == (3, 5)
    assert panels.to_words(scene, "smoke").reading.hits
    assert panels.to_words(scene, (3, 5)).reading.pair == (3, 5)
    panels.help(scene)
    assert host.helps == 1
