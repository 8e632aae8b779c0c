"""Makes the README's picture: `python docs/picture.py` writes docs/screen.svg, drawn by the app itself."""

import asyncio
from pathlib import Path

from tui.engine.pipeline import begin
from tui.sources.load import bundled_pair, load
from tui.ui.app import CompareApp

SIZE = (120, 36)
STEPS_TO = "reasonable security concerns"
"""The picture is taken at the first link whose passages share this quotation."""


async def main() -> None:
    left, right = (load(source) for source in bundled_pair())
    app = CompareApp(begin(left, right))
    async with app.run_test(size=SIZE) as pilot:
        links = app.screen.reading.links
        place = next(k for k, link in enumerate(links) if STEPS_TO in link.evidence.quotation)
        await pilot.press(*["n"] * (place + 1))
        svg = app.export_screenshot(title="compare-tui")
    Path(__file__).with_name("screen.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
