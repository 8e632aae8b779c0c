"""Draw the README's picture: `python docs/picture.py` writes docs/screen.svg, drawn by the app itself."""

import asyncio
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
"""The picture is taken at the first pair whose passages share this quotation."""


async def main() -> None:
    """Open the bundled pair, go to the link, and save the screen."""
    engine = Engine(launch(serve_worker))
    number = engine.open(Open(tuple(map(NamedSource, bundled_pair())), model=""))
    first = next(event for _, event in engine.events() if isinstance(event, FullArticles))
    app = CompareApp(Settings(bundled_pair(), keep_state=False), first, engine, number=number)
    async with app.run_test(size=SIZE) as pilot:
        screen = app.screen
        assert isinstance(screen, MainScreen)
        while screen.scene.pending:
            await pilot.pause()
        while not (link := screen.reading.link) or STEPS_TO not in link.evidence.quotation:
            await pilot.press("n")
        while screen.reading.pair not in screen.scene.words:
            await pilot.pause()
        await pilot.pause()
        svg = app.export_screenshot(title="compare-tui")
    Path(__file__).with_name("screen.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
