from __future__ import annotations

import pytest
from textual.app import App

from tests.examples import ferry
from tests.ui.panels.panel_app import SIZES
from tui.layout import on_screen
from tui.model import Side
from tui.reading.route import Route, RouteStop
from tui.ui.panels.route import RouteProgress, RouteScreen
from tui.ui.widgets.row_widget import theme_variables


class RouteApp(App[None]):
    CSS_PATH = "../../../tui/ui/app.tcss"

    def __init__(self, ascii: bool = False) -> None:
        super().__init__()
        self.ascii = ascii
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
async def test_title_place_and_keys_frame_the_text(size: tuple[int, int]) -> None:
    app = RouteApp()
    async with app.run_test(size=size):
        assert len(app.rows) == size[1]
        assert app.rows[0].startswith(" Short route: the left article"[: size[0]])
        assert app.rows[-2].startswith(" passage 1 of ")
        assert "q close" in app.rows[-1]


async def test_in_ascii_the_first_words_of_a_collapsed_passage_do_not_end_like_a_sentence() -> None:
    for ascii, end in ((False, " …” says the same"), (True, ' ~" says the same')):
        app = RouteApp(ascii)
        async with app.run_test(size=(80, 24)):
            assert any(row.endswith(end) for row in app.rows)


async def test_g_goes_to_the_beginning_and_the_end() -> None:
    app = RouteApp()
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.press("G")
        place, of = app.rows[-2].removeprefix(" passage ").split(" of ")
        assert place == of
        await pilot.press("g")
        assert app.rows[-2] == f" passage 1 of {of}"


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
        assert app.rows[0].startswith(" Short route: the right article, and what the left adds")


async def test_closed_it_returns_the_last_stop_and_the_passages_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(on_screen, "SEEN_SECONDS", 0.0)
    app = RouteApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "escape")
    [progress] = app.answers
    assert progress is not None and isinstance(progress.stop, RouteStop)
    assert ferry().left.body[0].index in progress.seen[Side.LEFT]
