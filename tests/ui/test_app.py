"""The app on articles it aligns itself."""

import threading

import pytest
from rich.cells import cell_len

import tui.engine.pipeline
from tests.examples import FERRY, QUAY, article
from tests.terminal import LIMIT
from tests.ui.engine import WatchedApp, serve_until_articles, until
from tui.analysis.beginnings import FIRST_PASSAGES
from tui.analysis.compare import compare
from tui.engine.channel import Channel, ChannelClosed
from tui.engine.protocol import Compare, FindDifferences, FullArticles, Open
from tui.model import Article, Side
from tui.model.symbols import UNICODE
from tui.settings.config_file import TAKEN_KEYS
from tui.ui.app import CompareApp
from tui.ui.keys import OF_SEVERAL, READING_KEYS
from tui.ui.screens.main import MainScreen
from tui.ui.widgets.article_pane import ArticlePane
from tui.ui.widgets.minimap import Minimap
from tui.ui.widgets.status_line import StatusLine

SUBJECTS = ["The harbour board", "A court in Kessel", "The ferry company", "The mayor", "A witness"]
DEEDS = ["fined", "praised", "questioned", "sued", "thanked", "ignored", "met"]
OBJECTS = ["the dockers", "an engineer", "two captains", "the insurer", "a minister", "the union"]


def long_article(sentences: int, shift: int) -> Article:
    """Sentences of which every number occurs once, so that each has one counterpart."""
    lines = [
        f"{SUBJECTS[k % 5]} {DEEDS[k % 7]} {OBJECTS[k % 6]} over claim {1000 + k} on the quay."
        for k in range(shift, sentences + shift)
    ]
    return article(tuple(lines))


def main_screen(app: CompareApp) -> MainScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def waiting_app(shift: int) -> tuple[WatchedApp, threading.Event]:
    """The app on two long articles, and what it waits for before it aligns all of them."""
    read = threading.Event()
    serve = serve_until_articles(lambda: read.wait(LIMIT))  # so that a test that fails ends
    return WatchedApp(long_article(260, 0), long_article(260, shift), serve=serve), read


@pytest.mark.slow
async def test_long_articles_can_be_read_while_they_are_aligned(monkeypatch: pytest.MonkeyPatch) -> None:
    app, read = waiting_app(100)
    monkeypatch.setattr(tui.engine.pipeline, "LINKS_PER_MESSAGE", 50)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = main_screen(app)
        assert "aligning" in screen.query_one(StatusLine).strip_at(0).text
        assert "only" not in screen.query_one(StatusLine).strip_at(0).text
        for pane in screen.query(ArticlePane):
            rows = [pane.strip_at(y).text for y in range(pane.size.height)]
            assert not any("·" in row for row in rows), "nobody knows what stands alone"
        for key in ("o", "u", "x", "D", "t", "3", "T", "r", "ctrl+s"):
            screen.scene = screen.scene.saying("")
            await pilot.press(key)
            assert app.screen is screen, "nothing that would tell half of it is opened"
            assert "not available until" in screen.query_one(StatusLine).strip_at(0).text
        await pilot.press("j", "j")
        assert screen.scene.view.left_top == 2
        said = screen.query_one(StatusLine).strip_at(0).text
        assert "nothing in common" not in said, "nobody knows that yet"
        read.set()
        await app.engine.settle(pilot)
        assert len(screen.reading.links) >= 100
        comparison = screen.reading.comparison
        assert comparison == compare(comparison.left, comparison.right), "whatever comes in parts is whole"
        assert screen.scene.view.left_top == 2
        await pilot.press("n")
        assert screen.reading.link is not None


@pytest.mark.slow
async def test_the_first_links_of_long_articles_are_there_before_the_others() -> None:
    app, read = waiting_app(10)
    async with app.run_test(size=(140, 30)) as pilot:
        screen = main_screen(app)
        first = {link.pair for link in screen.reading.links}
        certain = {(k + 10, k) for k in range(FIRST_PASSAGES - 10)}
        assert first >= certain
        assert max(left for left, _ in first) < FIRST_PASSAGES
        said = screen.query_one(StatusLine).strip_at(0).text
        stops = {left for left, _ in first}
        assert f"{len(stops)} pairs so far" in said
        await pilot.press("n")
        said = screen.query_one(StatusLine).strip_at(0).text
        assert "aligning" in said and "Pair 1 of" in said
        for _ in first:
            if screen.reading.pair in certain:
                break
            await pilot.press("n")
        here = screen.reading.pair
        assert here in certain, "a link that both comparisons have"
        maps = [*screen.query(Minimap)]
        assert len(maps) == 2
        for beside in maps:
            rows = [beside.strip_at(y).text for y in range(beside.size.height)]
            assert any(row.strip() for row in rows)
            assert not any(UNICODE.unmatched in row for row in rows), (
                "nor does the map know what stands alone"
            )
        await pilot.press("plus", "minus")
        assert app.engine.asked == [], "differences are not looked for in some of the links"
        read.set()
        await app.engine.settle(pilot)
        assert len(screen.reading.links) >= 250
        assert screen.reading.pair == here, "the reader stays where the links are the same"
        assert "so far" not in screen.query_one(StatusLine).strip_at(0).text


async def test_quitting_while_aligning_ends_at_once() -> None:
    app = WatchedApp(long_article(400, 0), long_article(400, 100))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("q")
    assert app.return_code == 0
    assert not app.is_running


WIDE = (
    "他们在基辅会谈 and spoke of 谈判 until late.",
    "Ａ full-width letter, ｋａｎａ カタカナ, and e\u0301 with a combining mark.",
    "دعا الرئيس إلى الحوار, and then in English again.",
    "\u0e01\u0e32\u0e23\u0e1b\u0e23\u0e30\u0e0a\u0e38\u0e21 ends here.",
)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_wide_and_combining_characters_keep_the_columns_straight(size: tuple[int, int]) -> None:
    app = WatchedApp(article(WIDE), article(WIDE[::-1]))
    async with app.run_test(size=size) as pilot:
        await pilot.press("n")
        for pane in main_screen(app).query(ArticlePane):
            strips = [pane.strip_at(y) for y in range(pane.size.height)]
            assert all(cell_len(strip.text) == pane.size.width for strip in strips)


async def test_the_same_text_on_both_sides_is_linked_throughout() -> None:
    one, other = long_article(30, 0), long_article(30, 0)
    app = WatchedApp(one, other)
    async with app.run_test(size=(100, 30)):
        reading = main_screen(app).reading
        assert {k.pair for k in reading.links} >= {(k, k) for k in range(30)}
        assert not reading.visible.unmatched[Side.LEFT]


async def test_the_palette_has_everything_that_a_key_does() -> None:
    app = WatchedApp(long_article(6, 0), long_article(6, 2))
    async with app.run_test(size=(100, 30)) as pilot:
        commands = {command.title: command for command in app.get_system_commands(app.screen)}
        assert {key.label for key in READING_KEYS} <= set(commands)
        assert commands["Divider to the left"].help == "Arrange the screen: <"
        assert [title for title in commands if title == "Quit"] == ["Quit"]
        next_pair = next(key.label for key in READING_KEYS if key.id == "link.next")
        await commands[next_pair].callback()
        await pilot.pause()
        assert main_screen(app).reading.link is not None


def test_at_most_ten_keys_stand_in_the_footer_and_three_more_with_several_reports() -> None:
    shown = {key.footer: key.id in OF_SEVERAL for key in READING_KEYS if key.footer}
    assert len(shown) - sum(shown.values()) <= 10
    assert sum(shown.values()) <= 3


def crash() -> None:
    raise ChannelClosed


async def test_when_the_worker_that_aligns_crashes_the_articles_can_be_read() -> None:
    app = WatchedApp(long_article(260, 0), long_article(260, 100), serve=serve_until_articles(crash))
    async with app.run_test(size=(100, 30)) as pilot:
        await app.engine.settle(pilot)
        await pilot.press("j")
        screen = main_screen(app)
        assert "not aligned" in screen.query_one(StatusLine).strip_at(0).text
        assert screen.scene.view.left_top == 1


HURT = (
    article(("The harbour board said on Monday that 12 people were hurt in the ferry fire.",)),
    article(("The harbour board said on Monday that 15 people were hurt in the ferry fire.",)),
)


async def test_when_a_worker_crashes_another_finds_the_differences() -> None:
    crashes = iter([crash])
    app = WatchedApp(*HURT, serve=serve_until_articles(lambda: next(crashes, lambda: None)()))
    async with app.run_test(size=(100, 30)) as pilot:
        await app.engine.settle(pilot)
        await app.engine.settle(pilot)
        assert main_screen(app).scene.ledger.open_entries
        assert len(app.engine.asked) == 1


async def test_when_every_worker_crashes_that_is_said_once_and_the_articles_stay() -> None:
    def serve(channel: Channel) -> None:
        number, request = channel.receive()
        if isinstance(request, Open):
            channel.send(number, FullArticles(compare(*HURT)))

    app = WatchedApp(*HURT, serve=serve)
    async with app.run_test(size=(100, 30)) as pilot:
        screen = main_screen(app)
        await until(pilot, lambda: "comparison process crashed" in screen.scene.message)
        await pilot.press("n")
        assert screen.reading.link is not None


async def test_differences_come_unasked_with_the_articles() -> None:
    app = WatchedApp(*HURT)
    async with app.run_test(size=(100, 30)) as pilot:
        await app.engine.settle(pilot)
        assert main_screen(app).scene.ledger.open_entries
        assert app.engine.asked == []
        await pilot.press("minus")
        assert app.engine.asked == [FindDifferences(main_screen(app).reading.threshold)]


async def test_below_the_scores_that_were_looked_for_links_are_looked_for_again() -> None:
    app = WatchedApp(article(FERRY), article(QUAY))
    async with app.run_test(size=(100, 30)) as pilot:
        await app.engine.settle(pilot)
        before = main_screen(app).reading
        await pilot.press(*["minus"] * 20)
        await app.engine.settle(pilot)
        now = main_screen(app).reading
        assert now.threshold == 0
        assert Compare(0.0) in app.engine.asked
        assert (
            len(now.links) == len(compare(*now.comparison.articles, 0.0).links) > len(before.comparison.links)
        )


async def test_words_of_a_pair_that_is_not_linked_by_default_are_asked_for() -> None:
    app = WatchedApp(article(FERRY), article(QUAY))
    async with app.run_test(size=(100, 30)) as pilot:
        await app.engine.settle(pilot)
        known = set(main_screen(app).scene.words)
        await pilot.press(*["minus"] * 6)
        new = next(link for link in main_screen(app).reading.links if link.pair not in known)
        main_screen(app).scene = main_screen(app).scene.at(main_screen(app).reading.at_link(new))
        await app.engine.settle(pilot)
        assert new.pair in main_screen(app).scene.words


async def test_ctrl_c_asks_once_and_then_quits() -> None:
    app = WatchedApp(long_article(6, 0), long_article(6, 2))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("t", "ctrl+c")
        assert app.is_running and app.return_code is None
        await pilot.press("escape", "ctrl+c")
        await pilot.pause()
        assert app.return_code == 0


@pytest.mark.parametrize("key", TAKEN_KEYS)
async def test_some_keys_never_reach_an_action_that_has_them(key: str) -> None:
    app = WatchedApp(article(FERRY), article(QUAY))
    async with app.run_test(size=(100, 30)) as pilot:
        app.set_keymap({"passage.numbers": key, "details.toggle": "f2"})
        before = main_screen(app).scene.preferences
        await pilot.press("f2", key)
        await pilot.pause()
        chosen = main_screen(app).scene.preferences
        assert (chosen.details, chosen.numbers) == (not before.details, before.numbers)
