"""The grid of a story."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.ui.engine import until
from tests.ui.panels.panel_app import SIZES, PanelApp
from tests.ui.screens.story_app import FIVE, ferry_story, without_pairs
from tui.model.statement import Cell, Spread, Statement
from tui.model.story_words import ASCII_CELL_SIGNS, CELL_SIGNS
from tui.reading.story_reading import StoryReading
from tui.ui.panels.grid import COPY, GridScreen
from tui.ui.panels.story_list import Places, places_of

READING = StoryReading(ferry_story())


def grid(reading: StoryReading = READING, ascii: bool = False) -> GridScreen:
    return GridScreen(lambda: reading, 50.0, ascii)


async def test_rows_begin_with_what_most_independent_reports_state() -> None:
    app = PanelApp(grid())
    async with app.run_test(size=(80, 24)):
        assert app.rows[0].startswith(" 2 ● ≠ = = ●  A fire aboard the ferry Marla")
        counts = [int(row[:2]) for row in app.rows]
        assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("size", [*SIZES, (60, 20)])
async def test_cells_stand_under_the_letters_of_their_reports(size: tuple[int, int]) -> None:
    app = PanelApp(grid())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        picture = app.picture.splitlines()
        head = picture[1]
        row = next(line for line in picture if "A fire" in line)
        signs = [row[head.index(f" {name}") + 1] for name in "ABCDE"]
        assert signs == ["●", "≠", "=", "=", "●"]


@pytest.mark.parametrize("size", [(120, 40), (60, 20), (40, 12)])
async def test_the_title_says_how_much_is_disputed_and_where_the_row_is(size: tuple[int, int]) -> None:
    app = PanelApp(grid())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        title = app.picture.splitlines()[0].rstrip()
        assert (" · disputed " in title) == (size[0] > 40)
        assert title.endswith(f"row 1 of {len(app.rows)}")


async def test_the_filter_goes_through_what_is_in_all_in_one_and_disputed() -> None:
    app = PanelApp(grid())
    async with app.run_test(size=(80, 24)) as pilot:
        every = len(app.rows)
        shown = {}
        for spread in Spread:
            await pilot.press("f")
            shown[spread] = app.rows
            assert spread.value in app.title_text
        assert all("≠" in row for row in shown[Spread.DISPUTED])
        assert all(sum(row[:14].count(sign) for sign in "●=≠") == 1 for row in shown[Spread.ONE])
        await pilot.press("f")
        assert len(app.rows) == every
        await pilot.press("F")
        assert app.rows == shown[Spread.DISPUTED]


async def test_a_search_finds_a_statement() -> None:
    app = PanelApp(grid())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"prime min")
        assert len(app.rows) == 1
        assert "prime minister" in app.rows[0]


async def test_the_passages_of_a_statement_are_below_it() -> None:
    app = PanelApp(grid())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for line in ("A ● A fire aboard", "B ≠ Survivors have told", "C = At least 12", "E ● At least 12"):
            assert line in app.picture


async def test_it_begins_where_it_was_left_and_goes_to_both_ends() -> None:
    left = READING.grid(50.0)[3]
    app = PanelApp(GridScreen(lambda: READING, 50.0, start=(left.report, left.passage)))
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.highlighted == app.rows[3]
        await pilot.press("G")
        assert app.highlighted == app.rows[-1]
        await pilot.press("g")
        assert app.highlighted == app.rows[0]


async def test_enter_answers_with_the_two_passages() -> None:
    app = PanelApp(grid())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert app.answers == [Places((0, 1), (1, 1))]


def test_the_places_are_those_of_the_panes_where_they_have_it() -> None:
    rows = READING.grid(50.0)
    visit = next(row for row in rows if "prime minister" in _text(row.report, row.passage))
    assert places_of(visit, READING) == Places((2, visit.passage), (4, visit.passages(4)[0]))
    alone = next(row for row in rows if len(row.members) == 1 and row.report == 0)
    assert places_of(alone, READING) == Places((0, alone.passage), None)
    swapped = READING.showing((1, 0))
    assert places_of(alone, swapped) == Places(None, (0, alone.passage))


async def test_rows_say_which_reports_are_not_compared_yet_and_are_filled_when_they_are() -> None:
    now = [StoryReading(without_pairs(ferry_story()))]
    panel = GridScreen(lambda: now[0], 50.0)
    app = PanelApp(panel)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "compared 0 of 10 pairs" in app.title_text
        assert app.rows[0][:12] == " 1 ● … … … …"
        await pilot.press("j")
        before = app.highlighted
        now[0] = READING
        panel.look_again()
        assert "…" not in app.rows[0][:12]
        assert "compared" not in app.title_text
        assert app.highlighted[14:] == before[14:]


async def test_a_report_that_is_added_to_a_complete_story_has_its_column() -> None:
    now = [READING]
    app = PanelApp(GridScreen(lambda: now[0], 50.0))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert " # A B C D E  statement" in app.picture
        now[0] = StoryReading(ferry_story((*FIVE, "garden")))
        await until(pilot, lambda: " # A B C D E F  statement" in app.picture)
        assert app.rows[0][:14] == " 2 ● ≠ = = ● ·"


class CountedRows(tuple[Statement, ...]):
    """Statements that count how often somebody goes through all of them."""

    passes = 0

    def __iter__(self) -> Iterator[Statement]:
        self.passes += 1
        return super().__iter__()


async def test_a_step_does_not_go_through_all_statements() -> None:
    rows = CountedRows()

    class Watched(StoryReading, frozen=True):
        def grid(self, threshold: float) -> tuple[Statement, ...]:
            nonlocal rows
            rows = CountedRows(StoryReading.grid(self, threshold))
            return rows

    app = PanelApp(grid(Watched(ferry_story())))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        passes, title = rows.passes, app.title_text
        assert passes
        await pilot.press("j")
        assert app.title_text == title.replace("row 1 of", "row 2 of")
        assert rows.passes == passes


async def test_cells_are_told_apart_without_colour_and_without_unicode() -> None:
    app = PanelApp(grid(ascii=True))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.rows[0].startswith(" 2 * ! = = *  A fire")
        assert all(row.isascii() for row in app.rows)
        assert isinstance(app.panel, GridScreen)
        assert all(f"**{sign}**" in app.panel.about() for sign in ASCII_CELL_SIGNS.values())
        assert app.panel.about().isascii()
    for signs in (CELL_SIGNS, ASCII_CELL_SIGNS):
        assert len({*signs.values(), COPY}) == len(Cell) + 1


def _text(report: int, passage: int) -> str:
    return READING.story.articles[report].passages[passage].text
