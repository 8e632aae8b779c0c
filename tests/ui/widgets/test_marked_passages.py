"""A passage with a mark or a note shows it."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.stores import open_store
from tests.ui.screens.reading_app import ReadingApp
from tui.model import Side
from tui.ui.widgets.article_pane import ArticlePane


def signs(app: ReadingApp, side: Side) -> str:
    """The two columns with signs of every row of a pane."""
    pane = next(pane for pane in app.main.query(ArticlePane) if pane.side is side)
    return "".join(strip.text[1:3].strip() for strip in pane.strips(range(pane.size.height)))


async def marked(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_a_marked_pair_has_a_sign_on_both_sides_until_the_mark_is_gone() -> None:
    app = ReadingApp(store=open_store())
    async with app.run_test(size=(100, 30)) as pilot:
        await marked(pilot, "n", "m")
        assert [signs(app, side).count("*") for side in Side] == [1, 1]
        await marked(pilot, "m")
        assert [signs(app, side).count("*") for side in Side] == [0, 0]


async def test_a_mark_of_one_passage_stands_beside_its_sign() -> None:
    app = ReadingApp(store=open_store())
    async with app.run_test(size=(100, 30)) as pilot:
        await marked(pilot, "o")
        await app.engine.settle(pilot)
        await marked(pilot, "m")
        assert "·*" in signs(app, Side.LEFT)
        assert "*" not in signs(app, Side.RIGHT)
