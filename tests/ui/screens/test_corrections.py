import pytest

from tests.ui.screens.reading_app import ReadingApp
from tui.model import Side


async def test_a_link_dropped_is_gone_at_once_and_can_be_taken_back() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "P")
        assert app.status.startswith("link removed (P to undo)")
        assert (2, 1) not in {k.pair for k in app.main.reading.links}
        assert app.main.reading.link is None
        await pilot.press("P")
        assert app.main.reading.pair == (2, 1)


async def test_two_passages_of_which_neither_had_a_link_are_pinned_together() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        app.read(app.main.reading.at_passage(Side.LEFT, 7))
        await pilot.press("p")
        assert "press p" in app.status
        app.read(app.main.reading.at_passage(Side.RIGHT, 4))
        await pilot.press("p")
        link = app.main.reading.link
        assert link is not None
        assert (link.left, link.right, link.score, link.pinned) == (7, 4, 100.0, True)
        await pilot.press("z")
        assert "pinned" in app.status


@pytest.mark.slow
async def test_a_pin_outlives_a_stricter_threshold_and_can_be_taken_back() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "p", *"+++++++++++")
        assert [k.pair for k in app.main.reading.links] == [(2, 1)]
        await pilot.press("p")
        assert not app.main.reading.links


async def test_a_pin_begun_can_be_given_up() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        app.read(app.main.reading.at_passage(Side.LEFT, 7))
        await pilot.press("p", "p")
        assert "same article" in app.status
        await pilot.press("escape")
        assert app.main.reading.pinning is None


async def test_passages_are_copied_alone_or_with_their_sources() -> None:
    app = ReadingApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "y")
        assert app.clipboard.startswith("A fire aboard the ferry Marla")
        await pilot.press("Y")
        assert "Survivors have told" in app.clipboard
        assert "— Ferry burns off Kessel, 2024-05-14" in app.clipboard
