"""Opening sources in place of an article: by name, pasted, from the recent comparisons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Comparison, Side
from tui.session import NotSaved, Store
from tui.ui.features.sessions import Sessions
from tui.ui.scene import OpenArticles, Prompt, Scene

if TYPE_CHECKING:
    from tui.ui.features import Host
    from tui.ui.panels.recents import RecentsRequest

NOT_COMPLETE = "the rest of these articles is still being read"
FEWEST_WORDS = 20
"""Words from which pasted text is taken for an article."""


class OpenRequest(Struct, frozen=True):
    """Sources to read and to align with the article of the other side, if only one is named."""

    sources: Mapping[Side, str]
    text: str = ""
    """Pasted text for the side named; empty: its source is read."""
    next_extraction: bool = False
    """Whether more, or less, of the page is to be taken than before."""


class Loading(Struct, frozen=True):
    """A step of opening sources, in a few words."""

    step: str


class Opened(Struct, frozen=True):
    """The sources have been read and aligned."""

    comparison: Comparison
    sources: tuple[str, ...]
    """As the reader named them; empty for pasted text."""
    message: str = "opened"


class NotOpened(Struct, frozen=True):
    """A source could not be read."""

    reason: str


class Opening:
    """Asks for other articles, shows them when they come, and goes back to the ones before."""

    def __init__(self, host: Host, store: Store, sessions: Sessions) -> None:
        self._host, self._store, self._sessions = host, store, sessions

    def open(self, scene: Scene) -> Scene:
        """Ask for the name of a source for this side."""
        if not scene.complete:
            return scene.refusing(NOT_COMPLETE)
        return replace(scene, prompt=Prompt.OPEN)

    def source(self, scene: Scene, side: Side, source: str) -> Scene:
        """Open the source named in the prompt; an empty name closes it."""
        scene = replace(scene, prompt=Prompt.NONE)
        if not source:
            return scene
        from tui.sources.clean import clean_line

        self._host.request(OpenRequest({side: source}))
        return scene.saying(f"opening {clean_line(source)} ...")

    def paste(self, scene: Scene, text: str) -> Scene:
        """Open pasted text on this side."""
        if not scene.complete:
            return scene.refusing(NOT_COMPLETE)
        if len(text.split()) < FEWEST_WORDS:
            return scene.refusing("too few words for an article were pasted")
        self._host.request(OpenRequest({scene.reading.side: ""}, text))
        return scene

    def next_extraction(self, scene: Scene) -> Scene:
        """Read the article of this side again, with more or less of its page."""
        side = scene.reading.side
        article = scene.reading.comparison.article(side)
        self._host.request(OpenRequest({side: article.address or article.source}, next_extraction=True))
        return scene

    def recent(self, scene: Scene) -> Scene:
        """List the recent comparisons, this one among them."""
        from tui.ui.panels.recents import RecentsScreen

        scene = self._sessions.save(scene)
        self._host.ask(RecentsScreen(self._store.recents(), self._host.ascii), self.take_recent)
        return scene

    def take_recent(self, scene: Scene, answer: RecentsRequest) -> Scene:
        """Forget the comparisons removed from the list, and open the one picked."""
        try:
            if answer.all:
                self._store.forget_all()
            self._store.forget(*answer.forgotten)
        except NotSaved as error:
            scene = scene.refusing(str(error))
        return self._reopen(scene, answer.open.locations) if answer.open else scene

    def _reopen(self, scene: Scene, sources: tuple[str, ...]) -> Scene:
        self._host.request(OpenRequest(dict(zip(Side, sources, strict=True))))
        return scene.saying("opening ...")

    def undo(self, scene: Scene) -> Scene:
        """Back to the articles before the last open; a second time, to those after it."""
        previous = scene.previous
        if previous is None:
            return scene.refusing("no article was open before")
        if not previous.comparison.aligned:
            return self._reopen(scene, previous.sources)
        return self._change(scene, previous, "back to the previous articles")

    # -- events

    def take(self, scene: Scene, event: object) -> Scene:
        """The scene after an event; the same scene if it is another feature's event."""
        match event:
            case Loading(step):
                return scene.saying(step)
            case NotOpened(reason):
                return scene.refusing(f"not opened: {reason}")
            case Opened(comparison, sources, message):
                articles = OpenArticles(comparison, sources)
                return self._change(scene, articles, f"{message} (U to undo)")
        return scene

    def _change(self, scene: Scene, articles: OpenArticles, message: str) -> Scene:
        previous = OpenArticles(scene.alignment, scene.sources)
        scene = self._sessions.opened(scene, articles.comparison, articles.sources, message)
        return replace(scene, previous=previous)
