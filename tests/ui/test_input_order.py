"""Input that comes faster than it is handled."""

from __future__ import annotations

import pytest
from textual import events
from textual.command import CommandList
from textual.widgets import Input, Static, TextArea

from tests.examples import FERRY, QUAY, article
from tests.ui.engine import WatchedApp, until
from tui.session import MarkKind
from tui.ui import input_order
from tui.ui.panels.note import NoteScreen
from tui.ui.screens.main import MainScreen
from tui.ui.widgets.option_rows import OptionRows, Palette

STORY = "The board of Kessel fined the company on Friday for old sprinklers. " * 3
LETTERS = "who counted the passengers"


class Mute(Static, can_focus=True):
    """Takes keys and never reports them as handled."""

    keys = 0

    def on_key(self) -> None:
        self.keys += 1

    def on_handled(self, message: input_order.Handled) -> None:
        message.stop()


def app_on_the_ferry() -> WatchedApp:
    return WatchedApp(article(FERRY, "Ferry burns off Kessel"), article(QUAY, "Panic on a burning ferry"))


def send(app: WatchedApp, *keys: str) -> None:
    """Press keys at once, as a paste without brackets or a slow machine brings them."""
    for key in keys:
        name = "space" if key == " " else key
        app.post_message(events.Key(name, key if len(key) == 1 else None))


def main_screen(app: WatchedApp) -> MainScreen:
    screen = app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


@pytest.mark.parametrize("end", ["ctrl+s", "escape", "enter"])
async def test_letters_typed_ahead_are_all_in_the_note(end: str) -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        send(app, "a", *LETTERS, end)
        await until(pilot, lambda: bool(main_screen(app).scene.session.marks))
        (mark,) = main_screen(app).scene.session.marks
        assert mark.text == LETTERS


async def test_letters_typed_ahead_are_in_the_search() -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        send(app, "slash", *"ferry")
        await until(pilot, lambda: bool(app.screen.query(Input)))
        await until(pilot, lambda: app.screen.query_one(Input).value == "ferry")


async def test_two_clicks_at_once_beside_the_palette_close_it_once() -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, Palette) and bool(app.focused))
        for kind in (events.MouseDown, events.MouseUp) * 2:
            app.post_message(kind(None, 1, 28, 0, 0, 1, False, False, False, 1, 28))
        await until(pilot, lambda: app.screen is main_screen(app))
        assert app.is_running


async def test_a_key_that_overtakes_the_list_of_the_palette_does_nothing() -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)):
        assert not Palette(id="--command-palette").check_action("command_list", ("page_down",))


async def test_a_palette_that_is_closed_before_it_has_begun_to_search_ends_nothing() -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, Palette) and bool(app.focused))
        palette = app.screen
        assert isinstance(palette, Palette)
        await palette.query(CommandList).remove()
        await palette._gather_commands("map").wait()
        assert app.is_running


async def test_a_button_over_a_line_that_is_gone_does_nothing() -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("slash")
        line = app.screen.query_one(Input)
        x, y = line.region.x + 2, line.region.y
        await line.remove()
        assert app.get_widget_at(x, y)[0] is line, "it is found until the next layout"
        await app.on_event(events.MouseDown(None, x, y, 0, 0, 1, False, False, False, x, y))
        await pilot.pause()
        assert app.is_running


async def test_a_widget_that_is_gone_before_it_has_reported_a_key_holds_nothing_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(input_order, "PATIENCE", 1000.0)
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        mute = Mute()
        await app.screen.mount(mute)
        mute.focus()
        await until(pilot, lambda: app.focused is mute)
        send(app, "x", "slash")
        await until(pilot, lambda: mute.keys > 0)
        await mute.remove()
        await until(pilot, lambda: bool(app.screen.query(Input)))


async def test_a_page_in_a_list_without_room_does_nothing() -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.resize_terminal(1, 1)
        await pilot.press("f")
        await until(pilot, lambda: bool(app.screen.query(OptionRows)))
        assert app.screen.query_one(OptionRows).size.height == 0
        await pilot.press("pageup", "pagedown", "escape", "ctrl+p", "pageup", "pagedown")
        assert app.is_running


async def test_a_note_is_written_where_it_was_begun_though_other_articles_have_come() -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        main = main_screen(app)
        await pilot.press("a", *"who")
        main.on_paste(
            events.Paste("The board of Kessel fined the company on Friday for old sprinklers. " * 3)
        )
        await app.engine.settle(pilot)
        assert isinstance(app.screen, NoteScreen)
        assert app.screen.query_one(TextArea).text == "who"
        assert main.reading.comparison.left.title == "Ferry burns off Kessel"
        await pilot.press("enter")
        await until(pilot, lambda: "board" in main.reading.comparison.left.text)
        assert main.scene.session.marks == ()
        await pilot.press("U")
        await app.engine.settle(pilot)
        assert main.scene.previous is not None


async def test_a_search_goes_on_in_the_articles_that_have_come() -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        main = main_screen(app)
        main.on_paste(
            events.Paste("The board of Kessel fined the company on Friday for old sprinklers. " * 3)
        )
        await pilot.press("slash", *"s")
        await app.engine.settle(pilot)
        assert "board" in main.reading.comparison.left.text
        await pilot.press(*"prink")
        assert "board" in main.reading.comparison.left.text
        assert main.reading.hits
        await pilot.press("escape")
        assert "board" in main.reading.comparison.left.text


async def test_a_note_being_written_when_the_program_is_ended_is_a_draft() -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"who")
        app.exit(None, 143)
        (mark,) = main_screen(app).scene.session.marks
        assert (mark.kind, mark.text) == (MarkKind.DRAFT, "who")


@pytest.mark.parametrize("panel", ["t", "apostrophe", "question_mark", "D"])
async def test_letters_typed_ahead_are_all_in_the_search_of_a_panel(panel: str) -> None:
    app = app_on_the_ferry()
    async with app.run_test(size=(100, 30)) as pilot:
        await app.engine.settle(pilot)
        send(app, "m", panel, "slash", *"ferry")
        await until(pilot, lambda: bool(app.screen.query(Input)) and bool(app.screen.query_one(Input).value))
        await pilot.pause()
        assert app.screen.query_one(Input).value == "ferry"
