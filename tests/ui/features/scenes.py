"""Scenes without an app, and a host that notes the effects asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.examples import ferry
from tests.stores import memory_store
from tui.engine.protocol import FullArticles
from tui.model import Comparison
from tui.session import Store
from tui.session.preferences import Preferences
from tui.settings.settings import Settings
from tui.ui.features.sessions import Sessions
from tui.ui.scene import Scene

SOURCES = ("left.txt", "right.txt")
SETTINGS = Settings(SOURCES, keep_state=False)


def sessions(store: Store | None = None) -> Sessions:
    return Sessions(store or memory_store(), SETTINGS)


def scene_of(
    comparison: Comparison | None = None, size: tuple[int, int] = (120, 40), store: Store | None = None
) -> Scene:
    """The first scene of a comparison, of the ferry if none is given, in a terminal of that size."""
    scene = sessions(store).start(FullArticles(comparison or ferry()))
    return scene.arranged(*size, Preferences())


class NotedEffects:
    """Notes what features ask of the screen; panels are answered by the test."""

    ascii = False
    story = None

    def __init__(self) -> None:
        self.panels: list[Any] = []
        self.takes: list[Callable[[Scene, Any], Scene]] = []
        self.copied: list[str] = []
        self.helps = 0
        self.browsed: list[str] = []

    def ask(self, panel: Any, take: Callable[[Scene, Any], Scene]) -> None:
        self.panels.append(panel)
        self.takes.append(take)

    def answer(self, scene: Scene, answer: object) -> Scene:
        """The scene after the last panel was answered."""
        return self.takes[-1](scene, answer)

    def copy(self, text: str) -> str:
        self.copied.append(text)
        return "copied with xclip"

    def show_help(self) -> None:
        self.helps += 1

    def browse(self, address: str) -> None:
        self.browsed.append(address)

    def picture(self) -> str:
        return "<svg/>"
