from functools import partial

import pytest
from textual.events import Click

from tests.ui.engine import until
from tests.ui.screens.reading_app import ReadingApp
from tests.ui.screens.story_app import StoryApp
from tui.ui.keys import OF_SEVERAL, READING_KEYS
from tui.ui.widgets.key_footer import CLOSE, HELP, Entry, KeyFooter, fitting

ENTRIES = (
    Entry((("n", "n"), ("N", "N")), "link"),
    Entry((("x", "x"),), "differs"),
    Entry(((HELP, "?"),), "help"),
    Entry((("q", "q"),), "quit"),
)


def test_where_room_is_short_the_last_keys_go_but_never_the_help_and_none_is_cut() -> None:
    shown = {width: [entry.word for entry in fitting(ENTRIES, width)] for width in (80, 29, 20, 9)}
    assert shown == {
        80: ["link", "differs", "help", "quit"],
        29: ["link", "differs", "help"],
        20: ["link", "help"],
        9: ["help"],
    }


def test_the_entries_shown_fit_at_every_width() -> None:
    for width in range(60):
        assert sum(entry.width for entry in fitting(ENTRIES, width)) <= width


async def test_the_line_shows_the_keys_in_the_order_of_the_table_each_pair_once() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        line = app.main.query_one(KeyFooter).strip_at(0).text
        shown = (key for key in READING_KEYS if key.id not in OF_SEVERAL)
        words = list(dict.fromkeys(key.footer for key in shown if key.footer))
        places = [line.index(f" {word} ") for word in words]
        assert places == sorted(places)
        assert "n N pair" in line


def _has_story(app: ReadingApp, several: bool) -> bool:
    return app.main.scene.several == several


async def test_the_keys_of_several_reports_are_shown_where_there_are_several() -> None:
    for app, several in ((ReadingApp(), False), (StoryApp(), True)):
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, partial(_has_story, app, several))
            line = app.main.query_one(KeyFooter).strip_at(0).text
            assert (". , report" in line and "S grid" in line) == several


async def test_a_click_on_a_key_is_the_key() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        line = app.main.query_one(KeyFooter)
        await pilot.click(line, offset=(line.strip_at(0).text.index("N pair"), 0))
        assert "first pair" in app.status or "no pair before" in app.status, app.status
        await pilot.click(line, offset=(line.strip_at(0).text.index("n N"), 0))
        assert app.main.reading.pair is not None


PANEL = (
    Entry((("enter", "⏎"),), "choose"),
    Entry((("slash", "/"),), "find"),
    Entry((("q", "q"),), CLOSE),
    Entry(((HELP, "?"),), "help"),
)


def test_the_key_that_closes_a_panel_stays_longer_than_the_others() -> None:
    shown = {width: [entry.word for entry in fitting(PANEL, width)] for width in (40, 28, 20, 10)}
    assert shown == {
        40: ["choose", "find", "close", "help"],
        28: ["choose", "close", "help"],
        20: ["close", "help"],
        10: ["help"],
    }


@pytest.mark.parametrize("width", range(4, 8))
def test_the_help_key_stands_without_its_word_before_nothing_is_shown(width: int) -> None:
    assert [(entry.keys, entry.word) for entry in fitting(ENTRIES, width)] == [(((HELP, "?"),), "")]


async def test_clicks_on_the_key_that_closes_press_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    app = ReadingApp()
    left: list[str] = []
    monkeypatch.setattr(app, "action_leave", lambda: left.append("q"), raising=False)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("?")
        line = app.screen.query_one(KeyFooter)
        place = line.strip_at(0).text.index("q close") + 1
        for chain in (1, 2, 3):  # as fast as a hand clicks: before the first is answered
            line.post_message(Click(line, place, 0, 0, 0, 1, False, False, False, chain=chain))
        await pilot.pause()
        assert (app.screen, left) == (app.main, [])
