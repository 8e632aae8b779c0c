import random

import pytest
from textual.geometry import Offset
from textual.selection import Selection

from tests.stores import open_store
from tests.ui.screens.reading_app import ReadingApp
from tui.model import Side
from tui.model.arrangement import Arrangement
from tui.ui.widgets.article_pane import ArticlePane
from tui.ui.widgets.details_bar import DetailsBar
from tui.ui.widgets.minimap import Minimap


async def test_scrolling_one_article_takes_the_other_along() -> None:
    app = ReadingApp()
    async with app.run_test(size=(80, 14)) as pilot:
        await pilot.press("G")
        view = app.main.scene.view
        assert (view.left_top, view.right_top) == (view.max_offset(Side.LEFT), view.max_offset(Side.RIGHT))
        await pilot.press("g")
        assert (app.main.scene.view.left_top, app.main.scene.view.right_top) == (0, 0)


async def test_switched_off_each_scrolls_alone_and_on_again_nothing_jumps() -> None:
    app = ReadingApp()
    async with app.run_test(size=(80, 14)) as pilot:
        await pilot.press("s", "j", "j", "j")
        assert (app.main.scene.view.left_top, app.main.scene.view.right_top) == (3, 0)
        assert "scroll lock off" in app.status
        await pilot.press("s")
        assert (app.main.scene.view.left_top, app.main.scene.view.right_top) == (3, 0)


async def test_backspace_goes_back_to_before_a_jump() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "n", "n", "backspace")
        assert app.main.reading.pair == (3, 5)
        await pilot.press("backspace", "backspace")
        assert app.main.reading.left == 2
        await pilot.press("backspace", "backspace")
        assert app.status.startswith("nowhere to go back to")


async def test_a_link_against_the_order_is_said_to_have_moved() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        said = []
        for _ in range(5):
            await pilot.press("n")
            said.append("moved" in app.status)
        assert any(said) and not all(said)


async def test_the_layouts_are_gone_through_with_one_key() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        for arrangement in (Arrangement.STACKED, Arrangement.SINGLE, Arrangement.AUTO):
            await pilot.press("w")
            assert app.status.startswith(f"layout: {arrangement.value}")
            shown = [pane for pane in app.main.query(ArticlePane) if pane.display]
            assert len(shown) == (1 if arrangement is Arrangement.SINGLE else 2)
            assert any(row.startswith("▌") for row in app.rows(0))


async def test_the_divider_moves_by_key_and_by_mouse() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        before = app.main.scene.geometry.panes[0]
        await pilot.press("greater_than_sign")
        assert app.main.scene.geometry.panes[0] == before + 4
        await pilot.pause()
        gutter = app.main.query_one("Gutter").region
        await pilot.mouse_down(offset=(gutter.x + 2, 20))
        await pilot.hover(offset=(gutter.x - 4, 20))
        await pilot.mouse_up(offset=(gutter.x - 4, 20))
        assert app.main.scene.geometry.panes[0] == before - 2


@pytest.mark.parametrize(
    "keys",
    [
        ["less_than_sign"],
        ["greater_than_sign"] * 3,
        ["number_sign"],
        ["d", "greater_than_sign"],
        ["w"],
        ["w", "w", "w", "less_than_sign"],
    ],
)
async def test_every_widget_is_drawn_where_the_geometry_has_it(keys: list[str]) -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        boxes = app.main.scene.geometry.boxes(120, 40)
        drawn = {name: app.main.query_one(f"#{name}").region for name in boxes}
        assert {name: tuple(region) for name, region in drawn.items()} == {
            name: (box.x, box.y, box.width, box.height) for name, box in boxes.items()
        }


async def test_the_divider_is_where_it_was_left_the_session_before() -> None:
    for expected in (0, 4):
        app = ReadingApp(store=open_store())
        async with app.run_test(size=(120, 40)) as pilot:
            left, right = app.main.scene.geometry.panes
            assert (left - right) // 2 == expected
            await pilot.press("greater_than_sign")


async def test_the_strip_says_why_and_what_differs_and_goes_away() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        await app.engine.settle(pilot)
        strip = app.main.query_one(DetailsBar)
        relation, both, differing = (strip.strip_at(y).text for y in range(3))
        assert "Same statement (score 72)." in relation
        assert both.startswith(" Both: ") and "ferry" in both
        assert differing.startswith(" Here: ") and "12" in differing.partition("; there: ")[0]
        assert "15" in differing.partition("; there: ")[2]
        rows = app.main.scene.geometry.rows[0]
        await pilot.press("d")
        assert not strip.display
        assert app.main.scene.geometry.rows[0] == rows + 3


async def test_a_click_on_the_map_goes_there() -> None:
    app = ReadingApp()
    async with app.run_test(size=(80, 14)) as pilot:
        map_left = app.main.query(Minimap).first()
        await pilot.click(map_left, offset=(0, map_left.size.height - 1))
        assert app.main.scene.view.left_top == app.main.scene.view.max_offset(Side.LEFT)


async def test_selected_text_is_copied_as_it_was_before_wrapping() -> None:
    app = ReadingApp()
    async with app.run_test(size=(80, 24)):
        pane = app.main.query(ArticlePane).first()
        row = pane.page.top(2)
        selected = pane.get_selection(Selection(Offset(5, row), Offset(9, row + 1)))
        assert selected is not None
        assert selected[0] == "fire aboard the ferry Marla killed"


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
async def test_random_keys_and_sizes_never_raise_and_never_lose_the_passage(seed: int) -> None:
    chance = random.Random(seed)
    keys = [*"nNjkgGzsuvdwoOptP+-1230", "tab", "space", "b", "right_curly_bracket", "left_curly_bracket"]
    keys += ["ctrl+d", "backspace", "escape", "greater_than_sign", "less_than_sign", "enter", "M", "t", "f"]
    app = ReadingApp()
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(50):
            if chance.random() < 0.3:
                await pilot.resize_terminal(chance.randint(1, 200), chance.randint(1, 60))
            await pilot.press(chance.choice(keys))
            while len(app.screen_stack) > 2:
                await pilot.press("escape")
            reading = app.main.reading
            assert reading.passage(Side.LEFT) is not None
            assert reading.passage(Side.RIGHT) is not None
        await pilot.resize_terminal(100, 30)
        await pilot.press("escape", "escape", "escape", "n")
        assert app.main.scene.view.shows(
            app.main.reading.side, app.main.reading.passage_index(app.main.reading.side)
        )


async def test_the_map_goes_to_the_passages_under_its_cursor() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "M", "n", "enter")
        assert app.main.reading.pair == (3, 5)


@pytest.mark.slow
async def test_enter_opens_the_link_in_full_and_escape_comes_back() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "enter")
        assert len(app.screen_stack) == 3
        await pilot.press("escape")
        assert app.screen is app.main
