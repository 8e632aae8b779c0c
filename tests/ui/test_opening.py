"""Opening another source in the app."""

import asyncio
import threading
from contextlib import closing, suppress
from pathlib import Path
from socket import socketpair
from threading import Thread

import pytest
from textual import events

from tests.examples import FERRY, QUAY, article
from tests.terminal import LIMIT
from tests.ui.engine import WatchedApp, serve_worker
from tui.engine.channel import Channel, ChannelClosed
from tui.engine.launcher import Serve
from tui.engine.protocol import Aligned, FullArticles, NamedSource, Open, Preview, Progress
from tui.model import Side
from tui.ui.app import CompareApp
from tui.ui.engine_feed import EngineFeed
from tui.ui.screens.main import MainScreen
from tui.ui.widgets.input_lines import OpenLine
from tui.ui.widgets.status_line import StatusLine

STORY = (
    "The harbour board of Kessel fined the ferry company on Friday.\n\n"
    "It said the Marla had sailed with faulty sprinklers and 214 passengers on board.\n"
)


def app_on_the_ferry() -> WatchedApp:
    return WatchedApp(article(FERRY, "Ferry burns off Kessel"), article(QUAY, "Panic on a burning ferry"))


def main_screen(app: CompareApp) -> MainScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def status(app: CompareApp) -> str:
    return main_screen(app).query_one(StatusLine).strip_at(0).text.strip()


async def test_a_colon_opens_another_source_and_the_other_article_stays(tmp_path: Path) -> None:
    (tmp_path / "board.txt").write_text(STORY, encoding="utf-8")
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("tab", "colon")
        main_screen(app).query_one(OpenLine).value = str(tmp_path / "board.txt")
        await pilot.press("enter")
        await app.engine.settle(pilot)
        comparison = main_screen(app).reading.comparison
        assert "harbour board" in comparison.right.text
        assert comparison.left.title == "Ferry burns off Kessel"
        assert comparison.links
        await pilot.press("U")
        assert main_screen(app).reading.comparison.right.title == "Panic on a burning ferry"


@pytest.mark.slow
async def test_a_source_that_cannot_be_read_is_said_and_everything_stays(tmp_path: Path) -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(120, 30)) as pilot:
        await app.engine.settle(pilot)
        before = main_screen(app).reading.comparison
        await pilot.press("colon", *"nowhere.txt", "enter")
        await app.engine.settle(pilot)
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
        await app.engine.settle(pilot)
        assert "harbour board" in main_screen(app).reading.comparison.article(Side.LEFT).text
        main_screen(app).post_message(events.Paste("two words"))
        await pilot.pause()
        assert "too short to be an article" in status(app)


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
        await app.engine.settle(pilot)
        now = screen.reading.comparison
        assert now.left is not before.left
        screen.post_message(EngineFeed.EventReceived(1, Aligned(before)))
        screen.post_message(EngineFeed.EventReceived(1, Progress("aligning ... 50%")))
        await pilot.pause()
        assert screen.reading.comparison is now
        assert "aligning" not in status(app)


def claims(path: Path, verb: str) -> str:
    lines = (f"The court in Kessel {verb} claim {k} of docker {k * 7} on the quay." for k in range(2500))
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return str(path)


async def test_a_long_text_that_is_opened_is_previewed_and_aligned_while_it_is_read(tmp_path: Path) -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = main_screen(app)
        await app.engine.settle(pilot)
        await pilot.press("colon")
        screen.query_one(OpenLine).value = claims(tmp_path / "claims.txt", "heard")
        await pilot.press("enter")
        await app.engine.settle(pilot)
        articles = [event for event in app.engine.received if event in (Preview, FullArticles)]
        assert articles == [FullArticles, Preview, FullArticles]
        assert len(screen.reading.comparison.left.passages) == 2500
        assert screen.reading.comparison.aligned
        assert not screen.scene.pending


async def test_while_the_rest_of_a_long_text_is_read_another_source_can_be_opened(tmp_path: Path) -> None:
    (tmp_path / "board.txt").write_text(STORY, encoding="utf-8")
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        screen = main_screen(app)
        for name in (claims(tmp_path / "claims.txt", "heard"), str(tmp_path / "board.txt")):
            await pilot.press("colon")
            screen.query_one(OpenLine).value = name
            await pilot.press("enter")
        await app.engine.settle(pilot)
        assert screen.reading.comparison.left.text == STORY.strip()
        assert screen.reading.comparison.aligned


def serve_slowly(waits: threading.Event, go_on: threading.Event) -> Serve:
    """A worker that says it waits and then waits, where the source is named `slow`."""

    def serve(channel: Channel) -> None:
        number, request = channel.receive()
        first = request.sources[0] if isinstance(request, Open) else None
        if isinstance(first, NamedSource) and first.name == "slow":
            waits.set()
            go_on.wait(LIMIT)
        ours, theirs = map(Channel, socketpair())
        with closing(ours), closing(theirs):
            ours.send(number, request)
            Thread(target=serve_worker, args=(theirs,), daemon=True).start()
            Thread(target=pass_on, args=(channel, ours), daemon=True).start()
            pass_on(ours, channel)

    return serve


def pass_on(source: Channel, target: Channel) -> None:
    with suppress(ChannelClosed):
        while True:
            target.send(*source.receive())


@pytest.mark.parametrize("way", ["escape", "another source"])
async def test_what_is_given_up_replaces_nothing(tmp_path: Path, way: str) -> None:
    (tmp_path / "board.txt").write_text(STORY, encoding="utf-8")
    waits, go_on = threading.Event(), threading.Event()
    app = WatchedApp(article(FERRY), article(QUAY), serve=serve_slowly(waits, go_on))
    async with app.run_test(size=(100, 30)) as pilot:
        screen = main_screen(app)
        await app.engine.settle(pilot)
        before = screen.reading.comparison
        await pilot.press("colon", *"slow", "enter")
        assert await asyncio.to_thread(waits.wait, LIMIT)
        assert status(app).startswith("opening slow ... (esc to cancel)")
        await pilot.press("n")
        assert screen.reading.link is not None, "what is on the screen is read meanwhile"
        if way == "escape":
            await pilot.press("escape")
            assert status(app).startswith("not opened")
            go_on.set()
            await pilot.press("minus")
        else:
            await pilot.press("colon")
            screen.query_one(OpenLine).value = str(tmp_path / "board.txt")
            await pilot.press("enter")
            go_on.set()
        await app.engine.settle(pilot)
        assert not screen.scene.opening
        assert (screen.reading.comparison.left is before.left) == (way == "escape")
        assert screen.scene.ledger_current, "there is somebody to ask about what is on the screen"
