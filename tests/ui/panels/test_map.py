from __future__ import annotations

import pytest
from msgspec.structs import replace
from textual.app import App, ComposeResult
from textual.geometry import Region

from tests.examples import article, ferry, strangers
from tui.model import Comparison, Link, Relation
from tui.reading.reading import Reading
from tui.ui.panels.map import MapScreen
from tui.ui.widgets.map_passages import MapPassages, share
from tui.ui.widgets.map_picture import HEADER, MapPicture
from tui.ui.widgets.row_widget import RowWidget, theme_variables

SIZES = [(120, 40), (80, 24), (60, 20)]


class MapApp(App[None]):
    CSS_PATH = "../../../tui/ui/app.tcss"

    def __init__(self, comparison: Comparison | None = None, *, ascii: bool = False) -> None:
        super().__init__()
        self.reading = Reading.of(comparison or ferry())
        self.plain = ascii
        self.answers: list[tuple[int, int] | None] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables()

    def on_mount(self) -> None:
        self.push_screen(MapScreen(self.reading, self.plain), self.answers.append)

    @property
    def map(self) -> MapScreen:
        assert isinstance(self.screen, MapScreen)
        return self.screen

    @property
    def picture(self) -> MapPicture:
        return self.map.query_one(MapPicture)

    @property
    def drawn(self) -> list[str]:
        return rows(self.picture)

    @property
    def passage_rows(self) -> list[str]:
        return rows(self.map.query_one(MapPassages))


def rows(canvas: RowWidget) -> list[str]:
    return [canvas.strip_at(y).text.rstrip() for y in range(canvas.size.height)]


def long_comparison(count: int = 300) -> Comparison:
    passages = article(tuple(f"Sentence {k} has its own words." for k in range(count)))
    links = tuple(
        Link(k, (k * 7) % count, 40.0 + k * 5 % 60, Relation.SAME, topic=k % 12) for k in range(0, count, 3)
    )
    return Comparison(passages, passages, links, threshold=50.0)


@pytest.mark.parametrize("size", SIZES)
async def test_it_shows_every_link_at_its_row_and_column(size: tuple[int, int]) -> None:
    app = MapApp()
    async with app.run_test(size=size) as pilot:
        await pilot.press("g")
        picture, drawn = app.picture, app.drawn
        for link in app.reading.visible.links:
            row = drawn[HEADER + picture.grid.row_of(link.left) + picture.grid.down.size // 2]
            start = picture.margin + picture.grid.column_of(link.right)
            tile = row[start : start + picture.grid.across.size]
            assert set(tile) & set("=≈~")
        assert "hidden" in drawn[-1]


@pytest.mark.parametrize("size", [*SIZES, (40, 20)])
@pytest.mark.parametrize(("ascii", "sign"), [(False, "╲"), (True, "\\")])
@pytest.mark.parametrize("comparison", [ferry(), long_comparison()], ids=["short", "long"])
async def test_the_legend_has_the_sign_of_the_diagonal(
    size: tuple[int, int], ascii: bool, sign: str, comparison: Comparison
) -> None:
    app = MapApp(comparison, ascii=ascii)
    async with app.run_test(size=size):
        *drawn, legend = app.drawn
        assert any(sign in row for row in drawn)
        assert f"{sign} same order" in legend


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
async def test_a_step_to_the_next_link_shows_both_passages_and_why(size: tuple[int, int]) -> None:
    app = MapApp()
    async with app.run_test(size=size) as pilot:
        await pilot.press("g", "n", "n", "n")
        text = " ".join(" ".join(app.passage_rows).split())
        assert text.startswith("pair 3 of 5 · score 91 · = same words · smoke everywhere")
        assert "both quote “there was smoke everywhere”" in text
        assert "left 4 “We heard a bang" in text
        assert "right 3 “There was smoke" in text


@pytest.mark.parametrize("ascii", [False, True])
async def test_where_the_facts_of_a_link_need_two_rows_none_begins_with_a_dot(ascii: bool) -> None:
    app = MapApp(ascii=ascii)
    async with app.run_test(size=(43, 20)) as pilot:
        await pilot.press("n")
        rows = [row.text.strip() for row in app.map.query_one(MapPassages).strips(range(2))]
        assert rows[0].startswith("pair 2 of 5")
        assert rows[1].endswith(f"statement {'-' if ascii else '·'} the Marla")
        assert rows[1][0] not in "·-"


async def test_at_the_last_link_it_stays() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G", "n")
        assert app.map.cursor == (7, 6)
        await pilot.press("N")
        assert app.map.cursor == (6, 5)
        await pilot.press(*"NNNNNNN")
        assert app.map.cursor == (2, 1)


async def test_the_keys_move_the_cursor_within_the_articles() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "k", "h")
        assert app.map.cursor == (0, 0)
        await pilot.press("j", "j", "l", "up", "right")
        assert app.map.cursor == (1, 2)
        await pilot.press("J", "L")
        assert app.map.cursor == (6, 6)
        await pilot.press("pagedown", "H")
        assert app.map.cursor == (7, 1)


async def test_a_pair_below_the_threshold_has_its_score() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g")
        assert app.passage_rows[0] == " no link: too little in common"
        await pilot.press("G")
        assert app.passage_rows[0] == " not shown: below 50 · score 21 · ? weak"


@pytest.mark.slow
async def test_enter_returns_the_passages_and_escape_none() -> None:
    for key, answer in {"enter": (3, 5), "escape": None, "M": None, "q": None}.items():
        app = MapApp()
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("g", "n", "n", key)
            assert app.answers == [answer]


async def test_it_opens_where_the_reader_is() -> None:
    app = MapApp()
    app.reading = replace(app.reading, left=5, right=2)
    async with app.run_test(size=(80, 24)):
        assert app.map.cursor == (5, 2)


async def test_a_click_moves_the_cursor_and_a_second_goes_there() -> None:
    app = MapApp()
    async with app.run_test(size=(120, 40)) as pilot:
        picture = app.picture
        offset = (
            picture.margin + picture.grid.column_of(3) + 1,
            HEADER + picture.grid.row_of(4),
        )
        await pilot.click(picture, offset=offset)
        assert app.map.cursor == (4, 3)
        await pilot.click(picture, offset=offset, times=2)
        assert app.answers == [(4, 3)]


async def test_a_click_beside_the_map_does_nothing() -> None:
    app = MapApp()
    async with app.run_test(size=(120, 40)) as pilot:
        before = app.map.cursor
        await pilot.click(app.picture, offset=(1, 0))
        await pilot.click(app.picture, offset=(70, 35))
        assert app.map.cursor == before


async def test_the_cursor_shows_without_colour() -> None:
    app = MapApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "n")
        names = app.picture.strip_at(0)
        assert [s.text for s in names if s.style and s.style.reverse] == ["1"]
        row = app.picture.strip_at(HEADER + app.picture.grid.row_of(2))
        assert "2" in [s.text for s in row if s.style and s.style.reverse]


@pytest.mark.parametrize("size", [*SIZES, (250, 70), (20, 8)])
async def test_a_long_comparison_fits_and_its_links_can_be_walked(size: tuple[int, int]) -> None:
    app = MapApp(long_comparison())
    async with app.run_test(size=size) as pilot:
        await pilot.press("g", *"nnnn")
        assert app.map.cursor == app.reading.visible.links[3].pair
        assert len(app.drawn) == app.picture.size.height
        assert all(len(row) <= size[0] for row in app.drawn)


async def test_a_tiny_terminal_has_rows_for_the_map() -> None:
    app = MapApp(long_comparison())
    async with app.run_test(size=(20, 8)):
        assert app.picture.grid.rows == 3
        assert app.passage_rows[0].strip()


async def test_without_colour_the_shade_is_a_character(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = MapApp(long_comparison(40))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g")
        assert not app.picture.grid.halved
        picture = "".join(app.drawn[HEADER:-1])
        assert set("▒▓█") <= set(picture)
        assert not set("▀▄") & set(picture)


@pytest.mark.parametrize("size", SIZES)
async def test_in_ascii_all_text_of_the_program_is_ascii(size: tuple[int, int]) -> None:
    app = MapApp(long_comparison(40), ascii=True)
    async with app.run_test(size=size) as pilot:
        await pilot.press("g", "n")
        assert "\n".join(app.drawn).isascii()
        assert "\n".join(app.passage_rows).isascii()


@pytest.mark.parametrize("size", [(80, 24), (20, 8)])
async def test_articles_with_nothing_in_common_have_an_empty_map(size: tuple[int, int]) -> None:
    app = MapApp(strangers())
    async with app.run_test(size=size) as pilot:
        await pilot.press("n", "N", "j", "l", "G", "enter")
        assert app.answers == [(0, 0)]


async def test_a_comparison_without_passages_opens_and_closes() -> None:
    app = MapApp(Comparison())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "j", "G", "enter")
        assert app.answers == [None]


async def test_markup_in_an_article_is_shown_as_text() -> None:
    passages = article(("The [bold]mayor[/bold] spoke [AP].",), source="[red]source")
    app = MapApp(Comparison(passages, passages, (Link(0, 0, 100.0, Relation.SAME),)))
    async with app.run_test(size=(120, 40)):
        assert any("[bold]mayor[/bold] spoke [AP]." in row for row in app.passage_rows)


@pytest.mark.slow
async def test_a_resize_lays_out_the_map_again_with_the_same_cursor() -> None:
    app = MapApp(long_comparison(60))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("g", *"nnn")
        for size in [(60, 20), (200, 60), (30, 9), (80, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.map.cursor == app.reading.visible.links[2].pair
            assert app.picture.grid.columns <= size[0]


async def test_a_move_repaints_only_the_rows_and_columns_of_the_cursor() -> None:
    painted: list[Region] = []

    class Watched(MapPicture):
        def refresh(self, *regions: Region, **options: bool) -> Watched:
            painted.extend(regions)
            super().refresh(*regions, **options)
            return self

    class WatchedApp(App[None]):
        CSS_PATH = "../../../tui/ui/app.tcss"
        get_theme_variable_defaults = MapApp.get_theme_variable_defaults

        def compose(self) -> ComposeResult:
            yield Watched(Reading.of(long_comparison()), (3, 5))

    app = WatchedApp()
    async with app.run_test(size=(120, 40)):
        painted.clear()
        app.query_one(Watched).cursor = (12, 5)
        assert painted
        assert all(region.height == 1 for region in painted)
        painted.clear()
        app.query_one(Watched).cursor = (12, 60)
        assert all(region.width == 1 or region.y == 0 for region in painted)


def test_rows_that_one_text_does_not_need_go_to_the_other() -> None:
    assert share(8, (2, 9)) == (2, 6)
    assert share(8, (9, 2)) == (6, 2)
    assert share(7, (9, 9)) == (4, 3)
    assert share(-1, (3, 3)) == (0, 0)
