"""The list of topics: its figures are seen at every width."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.examples import ferry
from tests.ui.panels.panel_app import PanelApp
from tui.reading.reading import Reading
from tui.ui.panels.topics import TopicsScreen

NAME = "families that waited at the port through the night for news of their relatives"


def long_names() -> TopicsScreen:
    topics = tuple(replace(topic, label=NAME) for topic in ferry().topics)
    return TopicsScreen(Reading.of(replace(ferry(), topics=topics)))


def shown(app: PanelApp) -> str:
    """The row of the first topic, as it is drawn."""
    return next(line for line in app.picture.splitlines() if "1  ■" in line)


@pytest.mark.parametrize(
    ("size", "end"),
    [
        ((100, 30), "… L 2, R 2: 1 same, 1 related"),
        ((50, 20), "L 2, R 2: 1 same"),
        ((40, 12), "L 2, R 2"),
    ],
)
async def test_a_long_name_is_cut_and_its_figures_are_not(size: tuple[int, int], end: str) -> None:
    app = PanelApp(long_names())
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        row = " ".join(shown(app).split()).rstrip("▎ ")
        assert row.endswith(end)
        assert "families" in row


async def test_names_are_cut_anew_when_the_terminal_changes() -> None:
    app = PanelApp(long_names())
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("j")
        before = app.highlighted
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        assert "L 2, R 2" in shown(app)
        assert app.highlighted.splitlines()[1:] == before.splitlines()[1:]


async def test_a_search_finds_words_of_a_name_that_are_cut() -> None:
    app = PanelApp(long_names())
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("slash", *"relatives")
        assert len(app.rows) == len(ferry().topics)
