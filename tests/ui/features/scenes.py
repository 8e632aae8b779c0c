"""Scenes without an app, and a host that notes the effects asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.examples import ferry
from tests.stores import memory_store
from tui.engine.aligner import Aligner
from tui.engine.answers import answer
from tui.engine.protocol import FullArticles
from tui.engine.questions import Question
from tui.model import Comparison
from tui.session import Store
from tui.session.preferences import Preferences
from tui.settings.settings import Settings
from tui.ui.features.inquiries import Ask, Inquiries
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


class NotedQuestions:
    """Notes the questions that features ask, and answers them as a worker does when the test wants it."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self._answered = 0
        self.inquiries = Inquiries(self)

    def ask(self, question: Question) -> int:
        self.asked.append(question)
        return len(self.asked)

    def answered(self, scene: Scene) -> Scene:
        """The scene after all questions have been answered."""
        while self._answered < len(self.asked):
            question = self.asked[self._answered]
            self._answered += 1
            scene = self.inquiries.take(scene, self._answered, answer(question, scene.alignment, Aligner()))
        return scene


def ask_at_once(comparison: Comparison) -> Ask:
    """Answer the questions of panels at once, as a worker does."""
    return lambda question, take: take(answer(question, comparison, Aligner()))


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
