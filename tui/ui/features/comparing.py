"""Request links, differences and words for the current articles, and take the results."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

from tui.engine.client import CRASHED, Engine
from tui.engine.protocol import (
    Aligned,
    DifferencesFound,
    Event,
    Failed,
    FindDifferences,
    FullArticles,
    Progress,
    Recalled,
)
from tui.engine.questions import CompareWords, Words
from tui.model import Comparison, PassagePair
from tui.model.corrections import Corrections
from tui.ui.features.sessions import GROUPING, REFINING, Sessions, stopped_here, without_dismissed
from tui.ui.scene import NOT_ALIGNED, NOT_COMPARED, Scene

NOT_REFINED = "not refined"
NOT_ALL_READ = "the other reports are still being read"
NOT_ALL_COMPARED = "not all reports are compared yet"
NOT_IN_FULL = "a report can be added once both articles are read in full"
TURNING = "the panes are turning ..."
MAX_WORDS = 250
"""Pairs held word by word. A pair takes about 2 kB."""


class LinkSet(NamedTuple):
    """The set of links whose differences are requested."""

    alignment: Comparison
    threshold: float
    corrections: Corrections

    def is_same(self, other: LinkSet | None) -> bool:
        """Whether both have the identical alignment object and are otherwise equal."""
        return other is not None and self.alignment is other.alignment and self[1:] == other[1:]


class Comparing:
    """Takes links, differences and words as they arrive, and requests those that are missing."""

    def __init__(self, engine: Engine, sessions: Sessions, drop_questions: Callable[[], None]) -> None:
        """`drop_questions` is called when other articles are there."""
        self._engine, self._sessions, self._drop_questions = engine, sessions, drop_questions
        self._opened_request = 0
        """Number of the request that opened the current articles; earlier events are about other articles."""
        self._worker_request = 0
        """Number of the request that brought the worker which has them."""
        self._recalled = Recalled()
        self._asked: LinkSet | None = None
        """The links whose differences are known or requested."""
        self._differences_request = 0
        """Number of the latest request for differences."""
        self._min_score = 0.0
        """Least score of the links that are known or requested."""
        self._links_request = 0
        """Number of the latest request for links."""
        self._words: tuple[PassagePair, ...] = ()
        """The pairs whose words were requested last."""
        self._resumed = False
        """Whether a new worker has taken over these articles from one that crashed."""

    @property
    def opened_request(self) -> int:
        """Number of the request that brought the worker; what it sends has that number or a later one."""
        return self._worker_request

    def opened(
        self, scene: Scene, number: int, recalled: Recalled | None = None, *, turned: bool = False
    ) -> None:
        """Start over with other articles, opened by that request or, if `turned`, two others of its story.

        If they are aligned, the worker sends their differences without a request, at the recalled threshold
        and with the recalled corrections.
        """
        if number != self._opened_request:
            self._drop_questions()
        self._opened_request = self._links_request = number
        self._worker_request = self._worker_request if turned else number
        self._words = ()
        self._resumed = False
        self._asked = None
        # Without the session, which may have a copy of both articles.
        self._recalled = replace(recalled, session=None) if recalled else Recalled()
        if recalled and scene.alignment.aligned:
            self._expect_differences(scene.alignment, number)

    def _expect_differences(self, alignment: Comparison, number: int) -> None:
        threshold = self._recalled.threshold
        threshold = alignment.threshold if threshold is None else threshold
        self._asked = LinkSet(alignment, threshold, self._recalled.corrections)
        self._differences_request, self._min_score = number, alignment.min_score

    def follow(self, scene: Scene) -> None:
        """Request everything the current links and passages need and that is not known or requested."""
        if not scene.aligned or scene.turning:  # the worker has turned to others already
            return
        reading = scene.reading
        links = LinkSet(scene.alignment, reading.threshold, scene.corrections)
        if not links.is_same(self._asked):
            self._asked = links
            self._differences_request = self._engine.find_differences(FindDifferences(*links[1:]))
        if reading.threshold < self._min_score:
            self._min_score = reading.threshold
            self._links_request = self._engine.compare(reading.threshold)
        missing = tuple(pair for pair in scene.wanted_pairs if pair not in scene.words)
        if missing and missing != self._words:
            self._words = missing
            self._engine.ask(CompareWords(missing))

    # -- events

    def take(self, scene: Scene, number: int, event: Event) -> Scene:
        """The scene after an event; the same scene if a newer request has superseded it."""
        if number < self._opened_request:
            return scene
        match event:
            case Progress(text) if number == self._links_request and scene.pending:
                return replace(scene, pending=text)
            case FullArticles() if number == self._opened_request and not scene.complete:
                return self._take_articles(scene, number, event)
            case Aligned() if number == self._links_request:
                return self._take_links(scene, number, event)
            case DifferencesFound(ledger) if number == self._differences_request:
                scene = replace(scene, ledger=ledger, ledger_current=True)
                return without_dismissed(scene)
            case Words(words):
                return replace(scene, words=dict([*scene.words.items(), *words.items()][-MAX_WORDS:]))
            case Failed(reason):
                return self._take_failure(scene, number, reason)
        return scene

    def _take_articles(self, scene: Scene, number: int, event: FullArticles) -> Scene:
        """Show the full articles after their beginnings."""
        scene = self._sessions.completed(scene, event)
        self.opened(scene, number, event.recalled)
        return _searching(scene)

    def _take_links(self, scene: Scene, number: int, event: Aligned) -> Scene:
        comparison = event.comparison
        if comparison == scene.alignment:  # nothing new; and an equal scene would not be taken
            comparison = scene.alignment
        if number == self._opened_request:
            self._expect_differences(comparison, number)
        there = scene.reading.with_comparison(scene.corrections.apply(comparison), hold=True)
        if not scene.alignment.aligned:
            there = scene.session.resume_filters(there)
        previous = scene.previous
        if previous and previous.comparison == comparison:  # opened again: one copy will do
            previous = replace(previous, comparison=comparison)
        failed = scene.pending if scene.pending.startswith(NOT_REFINED) else ""
        pending = REFINING if event.refining else GROUPING if event.grouping else failed
        words = scene.words if comparison.model == scene.alignment.model else {}  # the model knows better
        scene = replace(scene, alignment=comparison, previous=previous, pending=pending, words=words)
        self._words = self._words if words else ()
        stopped = stopped_here(scene)
        if not stopped or stopped not in scene.message:
            return _searching(scene.at(there, stay=True, message=scene.message))
        # Nothing was done yet: the pair keeps its row, and its number is that of now.
        before, scene = scene.message, scene.at(there, level=True)
        return _searching(scene.saying(before.replace(stopped, stopped_here(scene))))

    def _take_failure(self, scene: Scene, number: int, reason: str) -> Scene:
        lost = bool(scene.awaited) and (reason == CRASHED or number == self._worker_request)
        if lost:  # nothing may wait for them any more
            scene = replace(scene, awaited=0)
        if scene.pending and number == self._links_request and reason != CRASHED:
            return replace(scene, pending=f"{NOT_REFINED if scene.aligned else 'not aligned'}: {reason}")
        if lost:
            scene = scene.refusing(f"the other reports were not read: {reason}")
        if not scene.aligned:
            return (
                replace(scene, pending=f"not aligned: {reason}") if number == self._opened_request else scene
            )
        if reason == CRASHED and not self._resumed:
            # Another worker takes over once; after a second crash more would follow.
            scene = replace(scene, pending="")
            story = scene.story.story if scene.story else None
            lasting = self._sessions.lasting
            number = self._engine.resume(scene.alignment, story, lasting, scene.sources)
            self._opened_request = number  # the same articles: questions about them still count
            self.opened(scene, number)
            self._resumed = True
            self._min_score = scene.alignment.min_score
            self.follow(scene)
            return scene
        return scene if lost else scene.refusing(f"comparison failed: {reason}")


def timely(scene: Scene) -> Scene:
    """The scene without its message if that says what is being waited for, and it has come."""
    waits = (
        (NOT_ALL_READ, scene.awaited),
        (NOT_IN_FULL, not scene.complete),
        (TURNING, scene.turning),
        (NOT_ALIGNED, not scene.aligned),
        (NOT_COMPARED, scene.ledger_missing),
        (NOT_ALL_COMPARED, scene.story_progress),
    )
    over = any(scene.message.startswith(text) and not waiting for text, waiting in waits)
    return scene.saying("") if over else scene


def _searching(scene: Scene) -> Scene:
    """Move the start of a search being typed to the new articles, where escape returns to."""
    start = scene.search_start
    if start is None:
        return scene
    return replace(scene, search_start=start.with_comparison(scene.reading.comparison))
