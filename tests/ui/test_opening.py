"""Opening another source in the app."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual import events
from textual.pilot import Pilot

import tui.analysis.compare
from tests.examples import FERRY, QUAY, article
from tui.engine.pipeline import Share, begin
from tui.model import Article, Comparison, Side
from tui.ui.app import CompareApp
from tui.ui.features.comparing import LinksFound
from tui.ui.features.opening import OpenRequest
from tui.ui.screens.main import MainScreen
from tui.ui.widgets.input_lines import OpenLine
from tui.ui.widgets.status_line import StatusLine

STORY = (
    "The harbour board of Kessel fined the ferry company on Friday.\n\n"
    "It said the Marla had sailed with faulty sprinklers and 214 passengers on board.\n"
)


def app_on_the_ferry() -> CompareApp:
    return CompareApp(
        begin(article(FERRY, "Ferry burns off Kessel"), article(QUAY, "Panic on a burning ferry"))
    )


def main_screen(app: CompareApp) -> MainScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def status(app: CompareApp) -> str:
    return main_screen(app).query_one(StatusLine).strip_at(0).text.strip()


async def loaded(app: CompareApp, pilot: Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_colon_opens_another_source_and_the_other_article_stays(tmp_path: Path) -> None:
    (tmp_path / "board.txt").write_text(STORY, encoding="utf-8")
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("tab", "colon")
        main_screen(app).query_one(OpenLine).value = str(tmp_path / "board.txt")
        await pilot.press("enter")
        await loaded(app, pilot)
        comparison = main_screen(app).reading.comparison
        assert "harbour board" in comparison.right.text
        assert comparison.left.title == "Ferry burns off Kessel"
        assert comparison.links
        await pilot.press("U")
        assert main_screen(app).reading.comparison.right.title == "Panic on a burning ferry"


async def test_a_source_that_cannot_be_read_is_said_and_everything_stays(tmp_path: Path) -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(120, 30)) as pilot:
        before = main_screen(app).reading.comparison
        await pilot.press("colon", *"nowhere.txt", "enter")
        await loaded(app, pilot)
        assert status(app).startswith("not opened:")
        assert "nowhere.txt" in status(app)
        assert main_screen(app).reading.comparison is before
        await pilot.press("n")
        assert main_screen(app).reading.link is not None


async def test_pasted_text_opens_on_the_side_under_the_keys() -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        main_screen(app).post_message(events.Paste(STORY))
        await pilot.pause()
        await pilot.pause()
        await loaded(app, pilot)
        assert "harbour board" in main_screen(app).reading.comparison.article(Side.LEFT).text
        main_screen(app).post_message(events.Paste("two words"))
        await pilot.pause()
        assert "too few words" in status(app)


async def test_paths_are_completed(tmp_path: Path) -> None:
    (tmp_path / "board.txt").write_text(STORY, encoding="utf-8")
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("colon")
        line = main_screen(app).query_one(OpenLine)
        suggested = await line.suggester.get_suggestion(f"{tmp_path}/bo") if line.suggester else None
        assert suggested == f"{tmp_path}/board.txt"
        await pilot.press("escape")
        assert not main_screen(app).query(OpenLine)


async def test_links_that_come_late_are_not_taken_for_those_of_other_articles(tmp_path: Path) -> None:
    (tmp_path / "board.txt").write_text(STORY, encoding="utf-8")
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = main_screen(app)
        before = screen.reading.comparison
        await pilot.press("colon")
        screen.query_one(OpenLine).value = str(tmp_path / "board.txt")
        await pilot.press("enter")
        await loaded(app, pilot)
        now = screen.reading.comparison
        assert now.left is not before.left
        screen.post_message(MainScreen.EngineEvent(LinksFound(before)))
        screen.post_message(MainScreen.EngineEvent(Share(0.5)))
        await pilot.pause()
        assert screen.reading.comparison is now
        assert "aligning" not in status(app)


async def test_nothing_is_opened_beside_a_beginning() -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = main_screen(app)
        screen.scene = replace(screen.scene, complete=False)
        await pilot.press("colon")
        assert not screen.query(OpenLine)
        assert "still being read" in status(app)


async def test_what_a_later_opening_has_superseded_replaces_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "first.txt").write_text(f"The first of two.\n\n{STORY}", encoding="utf-8")
    (tmp_path / "second.txt").write_text(f"The second of two.\n\n{STORY}", encoding="utf-8")
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()
    compare = tui.analysis.compare.compare

    def waiting(left: Article, right: Article, floor: float, progress: Callable[[float], None]) -> Comparison:
        if "The second" in left.text:
            return compare(left, right, floor, progress)
        begun.set()
        go_on.wait(30)
        try:
            return compare(left, right, floor, progress)
        finally:
            ended.set()

    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        await loaded(app, pilot)
        monkeypatch.setattr(tui.analysis.compare, "compare", waiting)
        screen = main_screen(app)
        for name in ("first", "second"):
            request = OpenRequest({Side.LEFT: str(tmp_path / f"{name}.txt")})
            screen.post_message(MainScreen.SourcesRequested(request))
            await pilot.pause()
            assert name == "second" or await asyncio.to_thread(begun.wait, 30)
        while "The second" not in screen.reading.comparison.left.text:
            await pilot.pause()
        go_on.set()
        assert await asyncio.to_thread(ended.wait, 30)
        await pilot.pause()
        await pilot.pause()
        assert "The second" in screen.reading.comparison.left.text
