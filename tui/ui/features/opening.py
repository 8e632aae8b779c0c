"""Open other sources: by name, pasted, or from the recent comparisons."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.engine.client import Engine
from tui.engine.protocol import (
    Event,
    Failed,
    FullArticles,
    NamedSource,
    Open,
    PastedText,
    Preview,
    Progress,
    Recalled,
    Source,
)
from tui.model import Side
from tui.model.wording import count_words
from tui.reading.reading import Reading
from tui.session import StateError, Store
from tui.settings.read_options import ReadOptions
from tui.sources.errors import READ_ONCE
from tui.ui.features.comparing import NOT_ALL_READ, Comparing
from tui.ui.features.sessions import Sessions
from tui.ui.features.source_options import Changes, SourceOptions, apply_changes
from tui.ui.scene import OpenArticles, Prompt, Scene

if TYPE_CHECKING:
    from tui.ui.features import Host
    from tui.ui.features.reports import Reports
    from tui.ui.panels.recents import RecentsRequest

FEWEST_WORDS = 20
"""Fewest words of pasted text that is opened as an article."""
ADD = "+"
"""Before the name of a source that is added to the reports, and does not replace one."""


class _Opening(Struct, frozen=True):
    """An opening under way."""

    number: int
    """Number of its request."""
    names: tuple[str, ...]
    changes: Changes
    """How the sources that are read will be read from then on; the other side keeps its article."""
    rest: int
    """Number of further reports, which are read after these two."""
    message: str
    keep: Reading | None = None
    """Reading whose place to keep, if the same articles are read again."""


class Opening:
    """Opens other articles, shows them when they arrive, and goes back to the previous ones.

    The current articles stay on the screen until then. A second opening replaces one under way.
    """

    def __init__(
        self,
        host: Host,
        engine: Engine,
        store: Store,
        sessions: Sessions,
        comparing: Comparing,
        options: ReadOptions,
        reports: Callable[[], Reports],
        languages: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`languages`: of sources by name, as the reader says; of others they are detected."""
        self._reports = reports
        self._host, self._engine, self._store = host, engine, store
        self._sessions, self._comparing = sessions, comparing
        self.options = SourceOptions(options, languages, store)
        self._opening: _Opening | None = None

    def open(self, scene: Scene) -> Scene:
        """Ask for the name of a source to open in the current pane."""
        return replace(scene, prompt=Prompt.OPEN)

    def source(self, scene: Scene, side: Side, source: str) -> Scene:
        """Open the source named in the prompt; an empty name closes it."""
        scene = replace(scene, prompt=Prompt.NONE)
        if not source:
            return scene
        from tui.sources.clean import clean_line

        if source.startswith(ADD):
            name = source.removeprefix(ADD).strip()
            return self._reports().add(scene, self.options.as_chosen(name)[0], name) if name else scene
        scene = self._replace(scene, {side: self.options.as_chosen(source)[0]})
        if not scene.opening:
            return scene
        return scene.saying(scene.keys.cancel(f"opening {clean_line(source)} ..."))

    def paste(self, scene: Scene, text: str) -> Scene:
        """Open pasted text in the current pane."""
        if count_words(text) < FEWEST_WORDS:
            return scene.refusing("the pasted text is too short to be an article")
        side = scene.reading.side
        return self._replace(scene, {side: PastedText(text, self.options.plain)})

    def next_extraction(self, scene: Scene) -> Scene:
        """Read the current article again, taking more or less of its page."""
        from tui.sources.load import is_web_page

        side = scene.reading.side
        name = name_at(scene, side)
        if not is_web_page(name):
            return scene.refusing("only of a web page can more or less be taken, and this article is none")
        options = self.options.of(name).next_extraction()
        source = NamedSource(name, options)
        return self._replace(scene, {side: source}, f"extraction: {options.extraction.name.lower()}")

    def reload(self, scene: Scene) -> Scene:
        """Read both sources again. What can be read only once stays as it is."""
        named: dict[Side, Source] = {
            side: NamedSource(name, self.options.of(name))
            for side, name in zip(Side, scene.sources, strict=True)
            if name and name not in READ_ONCE
        }
        if not named:
            return scene.refusing("neither article has a source that can be read again")
        return self.again(scene, named, "read again")

    def again(
        self, scene: Scene, sources: Mapping[Side, Source], message: str, changes: Changes | None = None
    ) -> Scene:
        """Read the same articles again, and keep the place in them."""
        scene = self._replace(scene, sources, message, changes)
        if not scene.opening:
            return scene
        if self._opening:
            self._opening = replace(self._opening, keep=scene.reading)
        return scene.saying(scene.keys.cancel("reading again ..."))

    def browse(self, scene: Scene) -> Scene:
        """Open the web address of the current article in the browser."""
        address = scene.reading.comparison.article(scene.reading.side).address
        if not address:
            return scene.refusing("this article has no web address")
        self._host.browse(address)
        return scene.saying(f"opened in the browser: {address}")

    def recent(self, scene: Scene) -> Scene:
        """List the recent comparisons, this one among them."""
        from tui.ui.panels.recents import RecentsScreen

        scene = self._sessions.save(scene)
        try:
            recents = self._store.recents()
        except StateError as error:
            return scene.refusing(str(error))
        self._host.ask(RecentsScreen(recents, self._host.ascii), self.take_recent)
        return scene

    def take_recent(self, scene: Scene, answer: RecentsRequest) -> Scene:
        """Forget the comparisons removed from the list, and open the one picked."""
        forgotten = self._sessions.forget(scene, answer.forgotten, everything=answer.all)
        scene = self._reports().corrected(forgotten) if scene.several else forgotten
        return self._reopen(scene, answer.open.locations, _opened(scene)) if answer.open else scene

    def _reopen(self, scene: Scene, names: Sequence[str], message: str) -> Scene:
        first, second, *rest = self.options.as_chosen(*names)
        scene = self._request(scene, {Side.LEFT: first, Side.RIGHT: second}, message, rest)
        return scene.saying(scene.keys.cancel("opening ..."))

    def undo(self, scene: Scene) -> Scene:
        """Go back to the previous articles; a second undo returns to the later ones."""
        if scene.several and (undone := self._reports().undo(scene)):
            return undone
        previous = scene.previous
        if previous is None:
            return scene.refusing("no article was open before")
        message = "back to the previous articles"
        if not previous.comparison.aligned:
            sources = self.options.named(previous.sources, previous.changes)
            scene = self._request(scene, sources, message, changes=previous.changes)
            return scene.saying(scene.keys.cancel("opening ..."))
        undoing, message = apply_changes(previous.changes, previous.comparison, message)
        scene = self._show(scene, FullArticles(previous.comparison), previous.sources, message, undoing)
        scene = replace(scene, story=previous.story).arranged(*scene.terminal, scene.preferences)
        story = previous.story.story if previous.story else None
        number = self._engine.resume(previous.comparison, story, self._store.persistent, previous.sources)
        self._comparing.opened(scene, number)
        return scene

    def cancel(self, scene: Scene) -> Scene:
        """Cancel the opening under way."""
        self._engine.cancel()
        self._opening = None
        return replace(scene, opening=False, message="not opened")

    def _replace(
        self, scene: Scene, sources: Mapping[Side, Source], message: str = "", changes: Changes | None = None
    ) -> Scene:
        """Open sources in place of those on the panes. A story keeps its other reports.

        `message`: what to say once they are there; empty to say that they were opened.
        """
        if scene.several:
            return self._reports().replace(scene, sources, message, changes or self.options.changes(sources))
        if scene.awaited:  # they are read by the worker that another opening would end
            return scene.refusing(NOT_ALL_READ)
        return self._request(scene, sources, message or _opened(scene), changes=changes)

    def _request(
        self,
        scene: Scene,
        sources: Mapping[Side, Source],
        message: str,
        rest: Sequence[NamedSource] = (),
        changes: Changes | None = None,
    ) -> Scene:
        """Open sources; a side without one keeps its article. `rest`: further reports of the story."""
        scene = self._sessions.save(scene)
        names = list(scene.sources)
        for k, side in enumerate(Side):
            source = sources.get(side)
            if isinstance(source, NamedSource | PastedText):
                names[k] = source.name if isinstance(source, NamedSource) else ""
        request = Open(
            (*(sources.get(side) or self._as_it_is(scene, side) for side in Side), *rest),
            names=(*names, *(source.name for source in rest)),
            threshold=scene.reading.threshold,
            recall=self._store.persistent,
        )
        try:
            number = self._engine.open(request)
        except OSError as error:
            return scene.refusing(f"not opened: {error.strerror or error}")
        changes = changes or self.options.changes(sources)
        self._opening = _Opening(number, tuple(names), changes, len(rest), message)
        return replace(scene, opening=True)

    def _as_it_is(self, scene: Scene, side: Side) -> Source:
        """The current article of one side, or its name if only its beginning may have been read."""
        name = name_at(scene, side)
        if scene.complete or name in READ_ONCE:
            return scene.reading.comparison.article(side)
        return NamedSource(name, self.options.of(name))

    # -- events

    def take(self, scene: Scene, number: int, event: Event) -> Scene:
        """The scene after an event; the same scene if it is not about the opening under way."""
        opening = self._opening
        if opening is None or number != opening.number:
            return scene
        match event:
            case Progress(text):
                return scene.saying(scene.keys.cancel(text))
            case Failed(reason):
                self._opening = None
                return replace(scene, opening=False).refusing(f"not opened: {reason}")
            case Preview() | FullArticles():
                self._opening = None
                undoing, message = apply_changes(opening.changes, event.comparison, opening.message)
                read = event.sources if isinstance(event, FullArticles) else ()  # one may be missing
                scene = self._show(scene, event, read or opening.names, message, undoing)
                scene = replace(scene, awaited=opening.rest)
                if opening.keep:
                    scene = scene.at(scene.reading.at_place_of(opening.keep), level=True, message=message)
                recalled = event.recalled if isinstance(event, FullArticles) else Recalled()
                self._comparing.opened(scene, number, recalled)
        return scene

    def _show(
        self,
        scene: Scene,
        event: Preview | FullArticles,
        sources: tuple[str, ...],
        message: str,
        undoing: Changes,
    ) -> Scene:
        previous = OpenArticles(scene.alignment, scene.sources, scene.story, undoing)
        if scene.story or scene.awaited:
            self._reports().forget()
            scene = replace(scene, story=None, awaited=0, turning=False)
        scene = self._sessions.opened(scene, event, sources, message)
        return replace(scene, previous=previous, opening=False)


def _opened(scene: Scene) -> str:
    return f"opened ({scene.keys.of('open.undo')} to undo)"


def name_at(scene: Scene, side: Side) -> str:
    """Name of the source on one side; empty for pasted text."""
    return scene.sources[0 if side is Side.LEFT else 1]
