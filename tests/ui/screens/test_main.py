import re

import pytest
from msgspec.structs import replace
from textual.events import MouseScrollDown
from textual.widgets import Static

from tests.examples import ferry, strangers
from tests.ui.screens.reading_app import ReadingApp
from tui.engine.protocol import Aligned
from tui.model import Side
from tui.ui.keys import READING_KEYS
from tui.ui.panels.help import HelpScreen
from tui.ui.widgets.article_pane import ArticlePane
from tui.ui.widgets.title_bar import NoticeLine, TitleBar

SIZES = [(120, 40), (80, 24), (60, 20)]


@pytest.mark.parametrize("size", SIZES)
async def test_a_step_marks_both_passages_and_says_which_link_it_is(size: tuple[int, int]) -> None:
    app = ReadingApp()
    async with app.run_test(size=size) as pilot:
        await pilot.press("n")
        assert app.status.startswith("Pair 1 of 5 · rescue boats · same statement, score 72")
        assert any(row[0:1] == "▌" and "A fire aboard" in row for row in app.rows(0))
        assert any(row[0:1] == "▌" and "Survivors have" in row for row in app.rows(1))


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (100, 12)])
async def test_every_step_puts_both_passages_on_one_row(size: tuple[int, int]) -> None:
    app = ReadingApp()
    async with app.run_test(size=size) as pilot:
        for _ in ferry().links[:5]:
            await pilot.press("n")
            first = [
                next(y for y, row in enumerate(app.rows(pane)) if row.startswith("▌")) for pane in (0, 1)
            ]
            assert first[0] == first[1]


@pytest.mark.parametrize("size", [*SIZES, (50, 12)])
async def test_every_step_shows_both_passages(size: tuple[int, int]) -> None:
    app = ReadingApp()
    async with app.run_test(size=size) as pilot:
        for _ in ferry().links[:5]:
            await pilot.press("n")
            assert all(any(row.startswith("▌") for row in app.rows(pane)) for pane in (0, 1))


async def test_at_the_last_link_it_says_so_and_stays() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"nnnnn")
        last = app.main.reading
        await pilot.press("n")
        assert app.status.startswith("this is the last pair")
        assert app.main.reading == last
        await pilot.press("N")
        assert app.status.startswith("Pair 4 of 5")


async def test_tab_goes_to_the_counterpart_and_back() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "tab")
        assert (app.main.reading.side, app.main.reading.pair) == (Side.RIGHT, (2, 1))
        await pilot.press("tab")
        assert app.main.reading.side is Side.LEFT


@pytest.mark.slow
async def test_looser_shows_how_many_links_there_were_and_are() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"------")
        assert app.status.startswith("threshold 20: 5 → 6 links")
        await pilot.press(*"++++++++")
        assert app.status.startswith("threshold 60: 5 → 4 links")


async def test_a_number_keeps_one_topic_and_zero_shows_all() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3")
        assert "only topic: the Marla - 0 shows all" in app.status
        assert [k.topic for k in app.main.reading.links] == [2, 2]
        await pilot.press("0")
        assert len(app.main.reading.links) == 5
        await pilot.press("9")
        assert app.status.startswith("there is no topic 9")


@pytest.mark.slow
async def test_the_topics_panel_keeps_the_topic_chosen() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("t", "j", "enter")
        assert app.main.reading.topic == 1
        await pilot.press("t", "escape")
        assert app.main.reading.topic == 1
        await pilot.press("t", "0")
        assert app.main.reading.topic == -1


async def test_boilerplate_is_folded_with_a_count_and_unfolds() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        assert " ⋯ 1 line folded: byline" in app.rows(0)
        await pilot.press("v")
        assert any("By Ada Lund" in row for row in app.rows(0))
        await pilot.press("v")
        assert not any("By Ada Lund" in row for row in app.rows(0))


async def test_the_keys_of_a_pager_scroll_the_article_under_them() -> None:
    app = ReadingApp()
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.press("j", "j")
        assert app.main.scene.view.left_top == 2
        await pilot.press("k")
        assert app.main.scene.view.left_top == 1
        await pilot.press("G")
        assert app.main.scene.view.left_top == app.main.scene.view.max_offset(Side.LEFT)
        await pilot.press("n")  # from the first passage on the screen, not from the one left behind
        assert app.status.startswith("Pair 4 of 5")
        await pilot.press("g", "space")
        assert app.main.scene.view.left_top == app.main.scene.view.left_rows - 1


async def test_braces_step_over_passages_whether_linked_or_not() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("G", "right_curly_bracket")
        assert app.main.reading.left == 3
        await pilot.press(*["right_curly_bracket"] * 4)
        assert app.main.reading.left == 7
        assert app.status.startswith("Only in the left article")
        await pilot.press("right_curly_bracket")
        assert app.status.startswith("no passage after this")


async def test_a_click_selects_a_passage_and_its_counterpart() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        right = list(app.main.query(ArticlePane))[1]
        row = next(y for y, text in enumerate(app.rows(1)) if "There was smoke" in text)
        await pilot.click(right, offset=(10, row))
        assert app.main.reading.pair == (4, 3)
        assert app.main.reading.side is Side.RIGHT


async def test_the_wheel_scrolls_the_article_under_it() -> None:
    app = ReadingApp()
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot._post_mouse_events([MouseScrollDown], widget=list(app.main.query(ArticlePane))[1])
        assert app.main.scene.view.right_top == 3


async def test_articles_with_nothing_in_common_open_and_say_so() -> None:
    app = ReadingApp(strangers())
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.status.startswith("These two articles have nothing in common")
        await pilot.press("n", "N", "tab", "1", "t", "escape", "z", "right_curly_bracket")
        assert not app.main.reading.links


async def test_stacked_the_article_under_the_keys_is_on_top() -> None:
    app = ReadingApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("n")
        assert any("A fire aboard" in row for row in app.rows(0))
        await pilot.press("tab")
        assert any("Survivors have told" in row for row in app.rows(0))
        assert any("A fire aboard" in row for row in app.rows(1))


async def test_a_resize_keeps_the_passages_read_on_the_screen() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"nnn")
        for size in [(60, 20), (80, 10), (200, 50), (40, 8)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.main.reading.pair == (4, 3)
            assert all(any(row.startswith("▌") for row in app.rows(pane)) for pane in (0, 1))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["question_mark", "escape", "q"])
async def test_help_covers_the_screen_and_goes_away(size: tuple[int, int], key: str) -> None:
    app = ReadingApp()
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark", "j", "G", "g")
        assert type(app.screen) is HelpScreen
        assert app.main.scene.view.left_top == 0
        await pilot.press(key)
        assert app.screen_stack[-1] is app.main


async def test_help_has_every_action_once_and_every_sign() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark")
        text = str(app.screen.query_one("#page-text", Static).visual)
        for key in READING_KEYS:
            if not key.id.startswith("topic.keep_"):
                assert text.count(f" {key.label}\n") + text.endswith(key.label) == 1, key.label
        assert all(f"\n{sign} " in text for sign in "=≈~?≠”·▌█▓▒░┃")


async def test_help_is_searched() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark", "slash", *"divider", "enter")
        text = str(app.screen.query_one("#page-text", Static).visual)
        assert "Divider to the left" in text and "Next pair" not in text
        await pilot.press("escape")
        assert "Next pair" in str(app.screen.query_one("#page-text", Static).visual)
        await pilot.press("escape")
        assert app.screen is app.main


@pytest.mark.parametrize("key", ["t", "f", "D", "C", "M", "r", "R", "apostrophe", "enter", "ctrl+s", "i"])
async def test_help_in_a_panel_shows_its_own_keys_first(key: str) -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await app.engine.settle(pilot)
        await pilot.press(key)
        panel = app.screen
        assert panel is not app.main
        await pilot.press("f1")
        text = str(app.screen.query_one("#page-text", Static).visual)
        assert text.startswith("In this panel")
        assert "lose" in text.partition("Signs before")[0] or "ack" in text.partition("Signs before")[0]
        await pilot.press("q")
        assert app.screen is panel
        await pilot.press("escape")
        assert app.screen is app.main


async def test_the_overview_tells_all_counts_in_sentences() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await app.engine.settle(pilot)
        await pilot.press("i")
        text = str(app.screen.query_one("#page-text", Static).visual)
        assert "5 passages of the left article have a counterpart" in text
        assert "There are 5 links in all, with a score of 50 or more." in text
        assert "3 topics are in both articles" in text
        assert "words alone" in text
        await pilot.press("i")
        assert app.screen is app.main


@pytest.mark.parametrize("size", SIZES)
async def test_the_numbers_of_passages_stand_in_the_margin(size: tuple[int, int]) -> None:
    app = ReadingApp()
    async with app.run_test(size=size) as pilot:
        await pilot.press("number_sign", "n")
        assert any(re.match("▌2 . A fire aboard", row) for row in app.rows(0)), app.rows(0)
        await pilot.press("number_sign")
        assert any(re.match("▌. A fire aboard", row) for row in app.rows(0))


@pytest.mark.parametrize("size", SIZES)
async def test_a_notice_stands_above_the_titles_and_the_reader_stays(
    size: tuple[int, int],
) -> None:
    app = ReadingApp()
    async with app.run_test(size=size) as pilot:
        await pilot.press("n", "n")
        pair, read = app.main.reading.pair, app.rows(0)
        app.receive(Aligned(replace(ferry(), notice="These may be about different events")), 1)
        await pilot.pause()
        line = app.main.query_one(NoticeLine)
        assert line.strip_at(0).text.strip().startswith("These may be about")
        assert (line.region.y, app.main.query(TitleBar).first().region.y) == (0, 1)
        assert (app.main.reading.pair, app.rows(0)) == (pair, read[: len(app.rows(0))])
        app.receive(Aligned(ferry()), 1)
        await pilot.pause()
        assert app.main.query(TitleBar).first().region.y == 0


async def test_a_long_notice_goes_on_in_a_second_row() -> None:
    told = (
        "These may be about different events: 3 of 41 passages say the same; left names May 3, right June 4"
    )
    app = ReadingApp(replace(ferry(), notice=told))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        notice = app.main.query_one("#notice", NoticeLine)
        assert " ".join(notice.strip_at(y).text.strip() for y in range(notice.size.height)) == told
