from pathlib import Path

import pytest
from textual.widgets import OptionList

from tests.stores import open_store
from tests.ui.screens.reading_app import ReadingApp


@pytest.mark.slow
async def test_a_report_is_previewed_written_and_said_to_be_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = ReadingApp(store=open_store(tmp_path / "state" / "file"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "m", "ctrl+s")
        first = str(app.screen.query_one(OptionList).get_option_at_index(0).prompt)
        assert "replaces" not in first
        await pilot.press("enter")
        assert app.status.startswith("written:")
        (written,) = tmp_path.glob("*.txt")
        assert "Survivors have told" in written.read_text(encoding="utf-8")
        await pilot.press("ctrl+s")
        assert "replaces" in str(app.screen.query_one(OptionList).get_option_at_index(0).prompt)
        await pilot.press("enter")
        assert app.status.startswith("replaced:")


@pytest.mark.slow
async def test_the_screen_is_saved_as_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = ReadingApp()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+s", "j", "j", "j", "j", "j", "j", "enter")
        (written,) = tmp_path.glob("*.svg")
        assert written.read_text(encoding="utf-8").startswith("<svg")
