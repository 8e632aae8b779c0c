"""Ask the engine questions, and hand each answer to the feature or the panel that asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from tui.engine.client import CRASHED
from tui.engine.protocol import Event, Failed
from tui.engine.questions import Answer, Question
from tui.ui.scene import Scene

Take = Callable[[Scene, Answer], Scene]
"""Make the next scene of an answer."""
Ask = Callable[[Question, Callable[[Answer], None]], None]
"""Ask for a panel, which takes the answer itself."""


class Asked(Protocol):
    """An engine, or what stands for one."""

    def ask(self, question: Question) -> int:
        """Pass a question on; returns the number that its answer will have."""


@dataclass
class _Waiting:
    """A question without an answer yet."""

    question: Question
    number: int
    takes: list[Take]
    """What takes the answer, one after the other."""


class Inquiries:
    """Questions that are being answered. Of one kind only the latest counts."""

    def __init__(self, engine: Asked) -> None:
        self._engine = engine
        self._waiting: dict[type, _Waiting] = {}
        self._repeated = False
        """Whether another worker was asked again, after one that crashed."""

    def ask(self, question: Question, take: Take) -> None:
        """Ask a question. The same one is not asked twice at a time; both get the answer, in this order."""
        waiting = self._waiting.get(type(question))
        if waiting and waiting.question == question:
            waiting.takes.append(take)
        else:
            self._waiting[type(question)] = _Waiting(question, self._engine.ask(question), [take])

    def ask_for_panel(self, question: Question, take: Callable[[Answer], None]) -> None:
        """Ask a question for a panel; the scene stays."""

        def pass_on(scene: Scene, answer: Answer) -> Scene:
            take(answer)
            return scene

        self.ask(question, pass_on)

    def awaits(self, kind: type[Question]) -> bool:
        """Whether a question of a kind is without an answer."""
        return kind in self._waiting

    def then(self, kind: type[Question], act: Callable[[Scene], Scene]) -> None:
        """Do something once the question of a kind that is without an answer has one."""
        self._waiting[kind].takes.append(lambda scene, _: act(scene))

    def drop(self, kind: type[Question]) -> None:
        """Want no answer to a question of a kind any more."""
        self._waiting.pop(kind, None)

    def drop_all(self) -> None:
        """Want no answer any more: other articles are on the screen."""
        self._waiting.clear()
        self._repeated = False

    def take(self, scene: Scene, number: int, event: Event) -> Scene:
        """The scene after an event; the same scene if it answers no question that counts."""
        if isinstance(event, Failed) and event.reason == CRASHED:
            self._ask_again()
            return scene
        kind = next((kind for kind, w in self._waiting.items() if w.number == number), None)
        if kind is None:
            return scene
        waiting = self._waiting.pop(kind)
        if isinstance(event, Answer):
            for take in waiting.takes:
                scene = take(scene, event)
        return scene

    def _ask_again(self) -> None:
        """Ask the worker that has taken over; one that crashes again is asked nothing more."""
        if self._repeated:
            self._waiting.clear()
        self._repeated = True
        for waiting in self._waiting.values():
            waiting.number = self._engine.ask(waiting.question)
