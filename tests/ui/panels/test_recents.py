from __future__ import annotations

from datetime import datetime

import pytest
from msgspec.structs import replace

from tests.ui.panels.panel_app import HOSTILE, SIZES, PanelApp
from tui.session import Recent
from tui.ui.panels.recents import RecentsRequest, RecentsScreen

WHEN = datetime(2026, 3, 14, 18, 5).timestamp()
FERRY = Recent(7, ("Ferry burns", "Panic on a ferry"), ("/a.txt", "https://b.example/b"), WHEN, 0.43, 3)
TRAM = Recent(5, ("", "The tram line"), ("/news/tram.txt", "/c.txt"), WHEN - 86_400, 0.0, 0)
PASTED = Recent(2, ("", ""), ("", "/d.txt"), WHEN - 2 * 86_400, 1.0, 1)
ALL = (FERRY, TRAM, PASTED)


@pytest.mark.parametrize("size", SIZES)
async def test_each_has_its_day_progress_marks_and_titles(size: tuple[int, int]) -> None:
    app = PanelApp(RecentsScreen(ALL))
    async with app.run_test(size=size):
        assert app.title_text == "3 recent comparisons"
        assert app.rows == [
            "2026-03-14 18:05 · 43 % read · 3 marks /   Ferry burns /   Panic on a ferry",
            "2026-03-13 18:05 · 0 % read /   tram.txt /   The tram line",
            "2026-03-12 18:05 · 100 % read · 1 mark /   text without a source /   d.txt",
        ]
        assert "Panic on a ferry" in app.picture


async def test_a_story_has_its_number_of_reports_and_the_titles_of_the_first() -> None:
    names = tuple(f"/{letter}.txt" for letter in "abcdef")
    six, four = (Recent(-k, ("",) * k, names[:k], WHEN, 0.0, 0) for k in (6, 4))
    app = PanelApp(RecentsScreen((six, four)))
    async with app.run_test():
        assert app.rows == [
            "2026-03-14 18:05 · 6 reports /   a.txt /   b.txt /   c.txt /   and 3 more",
            "2026-03-14 18:05 · 4 reports /   a.txt /   b.txt /   c.txt /   d.txt",
        ]


async def test_enter_opens_the_highlighted_comparison() -> None:
    app = PanelApp(RecentsScreen(ALL))
    async with app.run_test() as pilot:
        await pilot.press("j", "enter")
        assert app.answers == [RecentsRequest(TRAM)]


async def test_a_pasted_article_cannot_be_opened_again() -> None:
    app = PanelApp(RecentsScreen(ALL))
    async with app.run_test() as pilot:
        await pilot.press("j", "j", "enter")
        assert app.answers == []
        assert "open all again" in app.title_text


async def test_a_comparison_is_forgotten_and_can_be_restored_until_the_list_closes() -> None:
    app = PanelApp(RecentsScreen(ALL))
    async with app.run_test() as pilot:
        await pilot.press("x", "x")
        assert app.title_text == "1 recent comparison · 2 forgotten: u restores"
        await pilot.press("u")
        assert app.highlighted.startswith("2026-03-13")
        await pilot.press("escape")
        assert app.answers == [RecentsRequest(forgotten=(7,))]


async def test_a_comparison_is_restored_though_the_search_hides_it() -> None:
    app = PanelApp(RecentsScreen(ALL))
    async with app.run_test() as pilot:
        await pilot.press("x", "/", *"tram", "enter", "u")
        assert "forgotten" not in app.title_text
        await pilot.press("escape")
        assert len(app.rows) == 3


async def test_all_are_forgotten_only_after_a_yes() -> None:
    app = PanelApp(RecentsScreen(ALL))
    async with app.run_test() as pilot:
        await pilot.press("y")
        assert app.answers == []
        await pilot.press("X")
        assert app.title_text == "Forget 3 recent comparisons, with marks and notes? y yes · n no"
        await pilot.press("n")
        assert app.title_text == "3 recent comparisons"
        await pilot.press("X", "escape")
        assert app.answers == []
        await pilot.press("X", "y")
        assert app.answers == [RecentsRequest(all=True)]


async def test_an_empty_list_has_a_title() -> None:
    app = PanelApp(RecentsScreen(()))
    async with app.run_test() as pilot:
        assert app.title_text == "no recent comparisons"
        await pilot.press("enter", "x", "u", "X", "y", "q")
        assert app.answers == [RecentsRequest()]


async def test_a_thousand_open_and_scroll() -> None:
    app = PanelApp(RecentsScreen(tuple(replace(FERRY, id=k) for k in range(1000))))
    async with app.run_test() as pilot:
        await pilot.press("end", "enter")
        assert app.answers[0].open.id == 999


async def test_markup_is_shown_as_text_and_names_are_harmless() -> None:
    names = ("/tmp/\x1b]0;X\x07\udcff.txt", "https://ada:secret@news.example/x")
    hostile = replace(FERRY, titles=(HOSTILE, ""), locations=names)
    app = PanelApp(RecentsScreen((hostile, replace(hostile, id=8, titles=("", "")))))
    async with app.run_test():
        assert HOSTILE in app.picture
        assert "\x1b" not in "".join(app.rows)
        assert "secret" not in "".join(app.rows)


async def test_in_ascii_its_own_words_are_ascii() -> None:
    app = PanelApp(RecentsScreen(ALL, ascii=True))
    async with app.run_test() as pilot:
        await pilot.press("x", "X")
        assert (app.title_text + "".join(app.rows)).isascii()
