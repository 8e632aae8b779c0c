"""The list of languages of an article."""

from __future__ import annotations

import pytest

from tests.ui.panels.panel_app import PanelApp
from tui.model import Side
from tui.ui.panels.languages import LanguagesScreen


@pytest.mark.parametrize(("detected", "highlighted"), [(True, "as detected (Russian)"), (False, "Russian")])
async def test_the_current_language_is_marked(detected: bool, highlighted: str) -> None:
    app = PanelApp(LanguagesScreen("ru-RU", Side.RIGHT, detected=detected))
    async with app.run_test(size=(80, 24)):
        assert [row.split()[0] for row in app.rows if row.endswith("current")] == ["Russian"]
        assert app.highlighted.startswith(highlighted)
