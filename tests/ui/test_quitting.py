"""Leaving the program, on purpose and not by accident."""

import pytest

import tui.ui.app
from tests.examples import FERRY, QUAY, article
from tests.ui.engine import WatchedApp


def ferry_app() -> WatchedApp:
    return WatchedApp(article(FERRY), article(QUAY))


async def test_the_second_q_of_a_double_press_closes_a_panel_and_does_not_quit() -> None:
    app = ferry_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("question_mark", "q", "q")
        assert app.is_running and len(app.screen_stack) == 1
        assert [note.message for note in app._notifications] == ["press q again to quit"]
        await pilot.press("q")
    assert not app.is_running and app.return_code == 0


@pytest.mark.parametrize("keys", [("escape", "q"), ("q", "ctrl+q"), ("q", "j", "q", "q")])
async def test_a_panel_that_was_closed_does_not_keep_the_reader_from_quitting(keys: tuple[str, ...]) -> None:
    app = ferry_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("question_mark", *keys)
    assert not app.is_running and app.return_code == 0


async def test_q_quits_a_while_after_it_has_closed_a_panel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tui.ui.app, "TWICE_SECONDS", 0.0)
    app = ferry_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("question_mark", "q", "q")
    assert not app.is_running and app.return_code == 0


async def test_quit_in_the_palette_quits() -> None:
    app = ferry_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+p", *"quit")
        await pilot.pause()
        await pilot.press("enter", "enter")
        await pilot.pause()
    assert not app.is_running and app.return_code == 0
