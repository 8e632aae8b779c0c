"""The help over the reading screen."""

from __future__ import annotations

from textual.widgets import Static

from tests.ui.panels.panel_app import PanelApp
from tests.ui.screens.reading_app import ReadingApp
from tui.ui.panels.recents import RecentsRequest, RecentsScreen


async def test_a_panel_that_is_closed_twice_answers_once() -> None:
    app = PanelApp(RecentsScreen(()))
    async with app.run_test():
        assert isinstance(app.panel, RecentsScreen)
        await app.panel.action_close()
        await app.panel.action_close()
    assert app.answers == [RecentsRequest()]


async def test_the_help_wraps_beside_its_signs_and_again_when_the_window_changes() -> None:
    app = ReadingApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("question_mark")
        rows = str(app.screen.query_one("#page-text", Static).visual).splitlines()
        assert rows[rows.index("~           related: the same sub-topic, another") + 1] == f"{'':12}statement"
        assert max(map(len, rows)) <= 54
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        rows = str(app.screen.query_one("#page-text", Static).visual).splitlines()
        assert "~           related: the same sub-topic, another statement" in rows
