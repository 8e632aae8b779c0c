"""Draw the README's pictures: `python docs/picture.py [ru]` writes docs/screen.svg or screen-ru.svg."""

import asyncio
import sys
from pathlib import Path

from tui.cli.main import serve_worker
from tui.engine.client import Engine
from tui.engine.launcher import launch
from tui.engine.protocol import FullArticles, NamedSource, Open
from tui.settings.settings import Settings
from tui.sources.load import bundled_pair
from tui.ui.app import CompareApp
from tui.ui.screens.main import MainScreen

SIZE = (120, 36)
STEPS_TO = "reasonable security concerns"
"""The picture is taken at the first pair whose left passage has this quotation."""
PICTURES = {"en": "screen.svg", "ru": "screen-ru.svg"}


async def draw(language: str, target: Path) -> None:
    """Open the bundled pair, go to the link, and save the screen."""
    engine = Engine(launch(serve_worker))
    engine.model = ""
    pair = bundled_pair(language)
    number = engine.open(Open(tuple(map(NamedSource, pair)), model=""))
    first = next(event for _, event in engine.events() if isinstance(event, FullArticles))
    app = CompareApp(Settings(pair, keep_state=False), first, engine, number=number)
    async with app.run_test(size=SIZE) as pilot:
        screen = app.screen
        assert isinstance(screen, MainScreen)
        while screen.scene.pending or not screen.scene.alignment.model:
            await pilot.pause(0.1)
        while (
            not (link := screen.reading.link)
            or STEPS_TO not in first.comparison.left.passages[link.left].text
        ):
            await pilot.press("n")
        while screen.reading.pair not in screen.scene.words:
            await pilot.pause()
        await pilot.pause()
        svg = app.export_screenshot(title="compare-tui")
    target.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    language = sys.argv[1] if len(sys.argv) > 1 else "en"
    asyncio.run(draw(language, Path(__file__).with_name(PICTURES[language])))
