"""Events of the comparison beside the screen: full articles, links, differences."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.engine.pipeline import Failure, FullArticles, Share
from tui.model import Comparison
from tui.model.difference import Ledger
from tui.reading.reading import Reading
from tui.ui.features.sessions import Sessions
from tui.ui.scene import Scene

if TYPE_CHECKING:
    from tui.ui.features import Host

LinkSet = tuple[Comparison, float]
"""A comparison and a threshold: the links that differences are looked for in."""


class LinksFound(Struct, frozen=True):
    """All links of the articles have been found."""

    comparison: Comparison


class Interrupted(Struct, frozen=True):
    """The process that was aligning or comparing has been killed."""


class DifferencesFound(Struct, frozen=True):
    """The differences in the links of a comparison from a threshold on."""

    comparison: Comparison
    threshold: float
    ledger: Ledger


class DifferencesFailed(Struct, frozen=True):
    """The differences could not be computed."""

    comparison: Comparison
    threshold: float
    reason: str


class Comparing:
    """Takes links and differences as they come, and asks for the differences of other links."""

    def __init__(self, host: Host, sessions: Sessions) -> None:
        self._host, self._sessions = host, sessions
        self._expected: LinkSet | None = None
        """The links whose differences come without being asked for."""
        self._computing: LinkSet | None = None
        """The links whose differences a thread of this process is computing. Two threads at a time would
        take the time that the keys need, so other links wait for it to end; only the last of them count."""
        self._asked: LinkSet | None = None
        """The links whose differences were asked for last; they are not asked for again if that failed."""

    def expect(self, reading: Reading) -> None:
        """Do not ask for the differences of a reading's links: they come without being asked for."""
        self._expected = reading.comparison, reading.threshold

    def follow(self, scene: Scene) -> None:
        """Ask for the differences of the links as they are now, unless they are known or on their way."""
        now = _links_of(scene)
        if self._expected and not _same_articles(self._expected[0], now[0]):
            self._expected = None
        if self._computing or scene.ledger_current or _same(self._asked, now):
            return
        self._asked = now
        if now[0].links and now[0].aligned and not _same(self._expected, now):
            self._computing = now
            self._host.compute(_differences(*now))

    # -- events

    def take(self, scene: Scene, event: object) -> Scene:
        """The scene after an event; the same scene if it is another feature's event."""
        match event:
            case Share(share):
                return replace(scene, pending=f"aligning ... {share:.0%}") if scene.pending else scene
            case Failure(reason):
                return replace(scene, pending=f"not aligned: {reason}")
            case FullArticles():
                return self._take_articles(scene, event)
            case LinksFound(comparison):
                return self._take_links(scene, comparison)
            case Interrupted():
                return self._go_on_here(scene)
            case DifferencesFound() | DifferencesFailed():
                return self._take_differences(scene, event)
        return scene

    def _take_articles(self, scene: Scene, event: FullArticles) -> Scene:
        if scene.complete:  # other articles have been opened since
            return scene
        if self._expected:
            self._expected = event.comparison, self._expected[1]
        scene = self._sessions.completed(scene, event.comparison, event.session)
        return _searching(scene)

    def _take_links(self, scene: Scene, comparison: Comparison) -> Scene:
        if not _same_articles(comparison, scene.reading.comparison):
            return scene  # other articles have been opened since
        if self._expected:
            self._expected = comparison, self._expected[1]
        there = scene.reading.with_comparison(scene.corrections.applied(comparison))
        scene = replace(scene, alignment=comparison, pending="")
        return _searching(scene.at(scene.session.resume_filters(there), stay=True))

    def _go_on_here(self, scene: Scene) -> Scene:
        """Nothing more will come: what differs is computed here, if the articles are aligned."""
        self._expected = self._asked = None
        if scene.pending:
            scene = replace(scene, pending="not aligned: the process that was aligning was killed")
        self.follow(scene)
        return scene

    def _take_differences(self, scene: Scene, event: DifferencesFound | DifferencesFailed) -> Scene:
        of = event.comparison, event.threshold
        if _same(self._expected, of):
            self._expected = None
        if _same(self._computing, of):
            self._computing = None
        if _same(_links_of(scene), of):
            scene = replace(scene, ledger_current=True)
            if isinstance(event, DifferencesFound):
                scene = replace(scene, ledger=event.ledger)
        if isinstance(event, DifferencesFailed):
            scene = scene.saying(f"differences could not be computed: {event.reason}")
        self.follow(scene)
        return scene


def _differences(comparison: Comparison, threshold: float) -> Callable[[], object]:
    """The job that computes differences; the articles can be read all the same if it fails."""

    def job() -> DifferencesFound | DifferencesFailed:
        try:
            # Imported in the thread: dates and numbers bring libraries along.
            from tui.analysis.differences.ledger import differences

            return DifferencesFound(comparison, threshold, Ledger(differences(comparison, threshold)))
        except Exception as error:
            return DifferencesFailed(comparison, threshold, repr(error))

    return job


def _searching(scene: Scene) -> Scene:
    """With the search that is being typed begun in the articles as they are now: escape goes back to them."""
    start = scene.search_start
    if start is None:
        return scene
    return replace(scene, search_start=start.with_comparison(scene.reading.comparison))


def _links_of(scene: Scene) -> LinkSet:
    return scene.reading.comparison, scene.reading.threshold


def _same(links: LinkSet | None, others: LinkSet) -> bool:
    """Whether both are the very same comparison at the same threshold."""
    return links is not None and links[0] is others[0] and links[1] == others[1]


def _same_articles(comparison: Comparison, other: Comparison) -> bool:
    return comparison.left is other.left and comparison.right is other.right
