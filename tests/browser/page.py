"""A page in the browser: opened at a width, measured, driven by keys, with a log of its requests."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyte
from selenium import webdriver
from selenium.webdriver import ActionChains
from selenium.webdriver.support.ui import WebDriverWait

LIMIT = 20
"""Longest wait in seconds before a test fails."""

_BINARY = 2
"""The web socket opcode of data for a terminal."""
_SIZE = 400, 120
"""More columns and rows than any page here has: longer lines would be wrapped."""

_ENDS = """
return [...document.querySelectorAll(".line")].map((line) => {
  const path = line.querySelector(".stroke");
  const matrix = path.getScreenCTM();
  const at = (length) => path.getPointAtLength(length).matrixTransform(matrix);
  const [left, right] = [line.dataset.left, line.dataset.right].map((id) => document.getElementById(id));
  const first = (passage) => passage.querySelector(".text").getClientRects()[0];
  const middle = (rect) => (rect.top + rect.bottom) / 2;
  const [from, to] = [at(0), at(path.getTotalLength())];
  return {
    link: `${left.id}-${right.id}`,
    drawn: line.checkVisibility() && left.checkVisibility() && right.checkVisibility(),
    off: [
      from.x - left.getBoundingClientRect().right,
      from.y - middle(first(left)),
      to.x - right.getBoundingClientRect().left,
      to.y - middle(first(right)),
    ],
  };
});
"""


class Page:
    """The window of the browser."""

    def __init__(self, browser: webdriver.Chrome) -> None:
        self.browser = browser
        self._asked: list[str] = []
        self._screen = pyte.Screen(*_SIZE)
        self._terminal = pyte.ByteStream(self._screen)

    def reset(self) -> None:
        self.scripts(True)
        self.media()
        self.browser.get("about:blank")
        self.browser.get_log("browser")
        self.browser.get_log("performance")

    def scripts(self, run: bool) -> None:
        """Whether pages may run scripts; scripts of a test always run."""
        self.browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not run})

    def wide(self, width: int, height: int = 900) -> None:
        self.browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )

    def media(self, *, dark: bool = False, print: bool = False) -> None:
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        media = {"media": "print" if print else "screen", "features": [scheme]}
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)

    def open(self, place: Path | str) -> None:
        self.browser.get(place.as_uri() if isinstance(place, Path) else place)

    def ask(self, script: str) -> Any:
        """The return value of a script."""
        return self.browser.execute_cdp_cmd(
            "Runtime.evaluate", {"expression": f"(() => {{{script}}})()", "returnByValue": True}
        )["result"].get("value")

    def press(self, key: str) -> None:
        ActionChains(self.browser).send_keys(key).perform()

    def point_at(self, selector: str) -> None:
        element = self.browser.find_element("css selector", selector)
        ActionChains(self.browser).move_to_element(element).perform()

    def wait_for(self, script: str) -> None:
        """Wait until a script returns a true value."""
        WebDriverWait(self.browser, LIMIT, poll_frequency=0.05).until(
            lambda _: self.ask(script), f"never true: {script}"
        )

    def line_ends(self) -> list[dict[str, Any]]:
        """For each line, the distance in px of its ends from the edges and first rows of its passages."""
        ends: list[dict[str, Any]] = self.ask(_ENDS)
        return ends

    def complaints(self, *, errors_only: bool = False) -> list[str]:
        """Console messages of the page and the browser."""
        return [
            entry["message"]
            for entry in self.browser.get_log("browser")
            if entry["level"] == "SEVERE" or not errors_only
        ]

    def _take_events(self) -> None:
        """Process the network events of the browser."""
        for entry in self.browser.get_log("performance"):
            event = json.loads(entry["message"])["message"]
            if event["method"] == "Network.requestWillBeSent":
                self._asked.append(event["params"]["request"]["url"])
            elif event["method"] == "Network.webSocketFrameReceived":
                frame = event["params"]["response"]
                if frame["opcode"] == _BINARY:
                    self._terminal.feed(base64.b64decode(frame["payloadData"]))

    def requests(self) -> list[str]:
        """Addresses requested since the last reset."""
        self._take_events()
        return self._asked

    def wait_for_terminal(self, holds: Callable[[str], bool]) -> str:
        """Wait until the terminal in the page shows a text, and return all of it.

        The page paints it on a canvas, so it is read from what the browser has received.
        """

        def shown(_: object) -> str | None:
            self._take_events()
            text = "\n".join(self._screen.display)
            return text if holds(text) else None

        wait = WebDriverWait(self.browser, LIMIT, poll_frequency=0.05)
        return str(wait.until(shown, "never seen in the terminal"))

    def accessibility_problems(self) -> list[str]:
        """Accessibility problems that axe-core reports, including minor ones."""
        self.browser.execute_script((files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8"))
        problems = self.browser.execute_async_script(
            "const done = arguments[0];"
            "axe.run(document, {resultTypes: ['violations']})"
            ".then((result) => done(result.violations), (error) => done(String(error)));"
        )
        assert isinstance(problems, list), problems
        return [
            f"{problem['impact']} {problem['id']}: {node['html']}"
            for problem in problems
            for node in problem["nodes"]
        ]
