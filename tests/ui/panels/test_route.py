from __future__ import annotations

import pytest
from textual.app import App

from tests.examples import ferry
from tests.ui.panels.panel_app import SIZES
from tui.model import Side
from tui.reading.route import Route, RouteStop
from tui.ui.panels.route import RouteProgress, RouteScreen
from tui.ui.widgets.row_widget import theme_variables


class RouteApp(App[None]):
    CSS_PATH = "../../../tui/ui/app.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[RouteProgress | None] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_variables()

    def on_mount(self) -> None:
        routes = {side: Route.of(ferry(), 50, side, frozenset()) for side in Side}
        self.push_screen(RouteScreen(routes, Side.LEFT), self.answers.append)

    @property
    def rows(self) -> list[str]:
        return [strip.text.rstrip() for strip in self.screen._compositor.render_strips()]

    @property
    def collapsed(self) -> int:
        return sum(row.endswith(("says the same", "say the same")) for row in self.rows)


@pytest.mark.parametrize("size", SIZES)
async def test_the_last_row_has_the_status_and_all_others_the_text(size: tuple[int, int]) -> None:
    app = RouteApp()
    async with app.run_test(size=size):
        assert app.rows[-1].startswith(" short route: left article"[: size[0]])
        assert len(app.rows) == size[1]
        assert not any("short route" in row for row in app.rows[:-1])


async def test_enter_expands_a_collapsed_line() -> None:
    app = RouteApp()
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.collapsed
        collapsed = next(k for k, row in enumerate(app.rows) if row.endswith("says the same"))
        for _ in range(100):
            if app.rows[collapsed].startswith("▌"):
                break
            await pilot.press("n")
        await pilot.press("enter")
        assert any(row.startswith("▌R ") for row in app.rows)
        assert app.collapsed == before - 1


async def test_the_backslash_swaps_the_articles() -> None:
    app = RouteApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("backslash")
        assert app.rows[-1].startswith(" short route: right article and what the left adds")


async def test_closed_it_returns_the_last_stop_and_the_passages_seen() -> None:
    app = RouteApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "escape")
    [progress] = app.answers
    assert progress is not None and isinstance(progress.stop, RouteStop)
    assert ferry().left.body[0].index in progress.seen[Side.LEFT]
