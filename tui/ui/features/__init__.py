"""The features of the reading screen: plain objects whose methods take the scene and return a scene."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

from msgspec.structs import replace

from tui.engine.client import CRASHED
from tui.engine.protocol import Failed, FullArticles, PairCompared, Preview, StoryRead, StoryTopicsFound
from tui.ui.features.comparing import TURNING, Comparing, timely
from tui.ui.features.panes import Panes
from tui.ui.features.sessions import Sessions
from tui.ui.scene import Scene

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.engine.client import Engine
    from tui.engine.protocol import Event
    from tui.reading.story_reading import StoryReading
    from tui.session import Store
    from tui.settings.settings import Settings
    from tui.ui.features.corrections import LinkCorrections
    from tui.ui.features.differences import Differences
    from tui.ui.features.exports import Exports
    from tui.ui.features.filters import Filters
    from tui.ui.features.inquiries import Inquiries
    from tui.ui.features.languages import Languages
    from tui.ui.features.marks import Marks
    from tui.ui.features.navigation import Navigation
    from tui.ui.features.opening import Opening
    from tui.ui.features.panels import Panels
    from tui.ui.features.reports import Reports
    from tui.ui.features.routes import Routes
    from tui.ui.features.scrolling import Scrolling
    from tui.ui.features.search import Search
    from tui.ui.features.story_panels import StoryPanels
    from tui.ui.keys import Key

Answer = TypeVar("Answer")
LATER = (
    *("navigation", "scrolling", "differences", "filters", "search", "corrections", "panels", "inquiries"),
    *("exports", "marks", "opening", "languages", "routes"),
)
"""Modules of the features that the first frame does not need."""
OF_STORIES = ("reports", "story_panels")
"""Modules of the features that only three and more reports need."""


WITH_SEVERAL = {"panels.overview": "story_panels.overview", "differences.list": "story_panels.facts"}
"""What keys do instead, where there are more than two reports."""
WHILE_TURNING = frozenset({"navigation", "scrolling", "panes", "reports"})
"""Features that act while other reports are on their way: they ask the worker nothing."""
RESTRICTED = frozenset({"open", "open.recent", "save", "browser"})
"""Ids of keys that do nothing with `--restricted`."""
ONLY_THESE = "restricted to these two articles"


class Host(Protocol):
    """Effects that features ask the screen for."""

    @property
    def ascii(self) -> bool:
        """Whether only ASCII characters may be drawn."""

    @property
    def story(self) -> StoryReading | None:
        """The story as it is now; None of only two articles."""

    def ask(
        self, panel: Screen[Answer] | Screen[Answer | None], take: Callable[[Scene, Answer], Scene]
    ) -> None:
        """Show a panel; `take` turns its answer into the next scene. Nothing happens without an answer."""

    def copy(self, text: str) -> str:
        """Put a text on the clipboard. Returns which way was taken: `copied with xclip`."""

    def show_help(self) -> None:
        """Show all signs and keys."""

    def browse(self, address: str) -> None:
        """Open a web address in the browser."""

    def picture(self) -> str:
        """The screen as SVG."""


class FeatureSet:
    """All features of a screen, each made when it is first used."""

    def __init__(self, host: Host, engine: Engine, store: Store, settings: Settings) -> None:
        self._host, self._engine, self._store, self._settings = host, engine, store, settings
        self.sessions = Sessions(store, settings)
        self.panes = Panes(store)
        self.comparing = Comparing(engine, self.sessions, self._drop_questions)

    def start(self, first: Preview | FullArticles, number: int) -> Scene:
        """The first scene; `number` is that of the request whose articles it shows."""
        scene = self.sessions.start(first)
        self.comparing.opened(scene, number, first.recalled if isinstance(first, FullArticles) else None)
        return scene

    def run(self, key: Key, scene: Scene) -> Scene:
        """Run an action of the reader; returns the next scene."""
        if self._settings.restricted and key.id in RESTRICTED:
            return scene.refusing(ONLY_THESE)
        if scene.turning and key.feature not in WHILE_TURNING:
            return scene.refusing(TURNING)
        action = WITH_SEVERAL.get(key.action, key.action) if scene.several else key.action
        if action == "navigation.back" and scene.several and not scene.jumps:
            action = "reports.back"
        feature, _, name = action.partition(".")
        method: Callable[..., Scene] = getattr(getattr(self, feature), name)
        after = method(scene, *key.arguments)
        if after.several and after.corrections is not scene.corrections:
            after = self.reports.corrected(after)
        return replace(after, hint="") if after.hint and key.action == "navigation.next" else after

    def paste(self, scene: Scene, text: str) -> Scene:
        """Open what the reader pasted; returns the next scene."""
        if self._settings.restricted:
            return scene.refusing(ONLY_THESE)
        return self.opening.paste(scene, text)

    def take(self, scene: Scene, number: int, event: Event) -> Scene:
        """Handle an event of the engine; returns the next scene."""
        return timely(self._taken(scene, number, event))

    def _taken(self, scene: Scene, number: int, event: Event) -> Scene:
        if self._is_of_story(number, event):
            return self.reports.take(scene, number, event)
        scene = self.comparing.take(scene, number, event)
        if "reports" in self.__dict__ and isinstance(event, Failed):
            scene = self.reports.take(scene, number, event)
        if "inquiries" in self.__dict__:  # else no question can be waiting
            scene = self.inquiries.take(scene, number, event)
        if "exports" in self.__dict__:  # else no report can be waiting
            scene = self.exports.take(scene, number, event)
        return self.opening.take(scene, number, event) if scene.opening else scene

    def _is_of_story(self, number: int, event: Event) -> bool:
        """Whether an event is about the reports of a story; of two articles none is."""
        if isinstance(event, StoryRead | PairCompared | StoryTopicsFound):
            return True
        if isinstance(event, Failed) and event.reason == CRASHED:  # concerns all that was asked of the worker
            return False
        return "reports" in self.__dict__ and self.reports.owns(number)

    def finish(self, scene: Scene) -> Scene:
        """Finish what is under way, since the program ends, and save the session."""
        if "exports" in self.__dict__:
            scene = self.exports.finish(scene)
        return self.sessions.save(self.panes.finish(scene))

    def _drop_questions(self) -> None:
        if "inquiries" in self.__dict__:
            self.inquiries.drop_all()

    # Imported when first used: the first frame does not need them.

    @cached_property
    def inquiries(self) -> Inquiries:
        from tui.ui.features.inquiries import Inquiries

        return Inquiries(self._engine)

    @cached_property
    def navigation(self) -> Navigation:
        from tui.ui.features.navigation import Navigation

        return Navigation(self.inquiries)

    @cached_property
    def scrolling(self) -> Scrolling:
        from tui.ui.features.scrolling import Scrolling

        return Scrolling()

    @cached_property
    def differences(self) -> Differences:
        from tui.ui.features.differences import Differences

        return Differences(self._host, self._store, self.inquiries)

    @cached_property
    def filters(self) -> Filters:
        from tui.ui.features.filters import Filters

        return Filters(self._host)

    @cached_property
    def search(self) -> Search:
        from tui.ui.features.search import Search

        return Search(lambda scene: self.opening.cancel(scene), self.inquiries)

    @cached_property
    def corrections(self) -> LinkCorrections:
        from tui.ui.features.corrections import LinkCorrections

        return LinkCorrections(self._store)

    @cached_property
    def panels(self) -> Panels:
        from tui.ui.features.panels import Panels

        speed = self._settings.words_per_minute
        return Panels(self._host, self.search, speed, self.inquiries, self.sessions.save)

    @cached_property
    def exports(self) -> Exports:
        from tui.ui.features.exports import Exports

        return Exports(self._host, self._engine, self._store)

    @cached_property
    def marks(self) -> Marks:
        from tui.ui.features.marks import Marks

        return Marks(self._host, self._store)

    @cached_property
    def opening(self) -> Opening:
        from tui.ui.features.opening import Opening

        return Opening(
            self._host,
            self._engine,
            self._store,
            self.sessions,
            self.comparing,
            self._settings.read_options,
            lambda: self.reports,
            dict(zip(self._settings.sources, self._settings.languages, strict=False)),  # or no language
        )

    @cached_property
    def languages(self) -> Languages:
        from tui.ui.features.languages import Languages

        return Languages(self._host, self.opening)

    @cached_property
    def reports(self) -> Reports:
        from tui.ui.features.reports import Reports

        return Reports(self._engine, self.sessions, self.comparing)

    @cached_property
    def story_panels(self) -> StoryPanels:
        from tui.ui.features.story_panels import StoryPanels

        return StoryPanels(self._host, self.reports, self.panels.overview, self.differences.list)

    @cached_property
    def routes(self) -> Routes:
        from tui.ui.features.routes import Routes

        return Routes(self._host, self._settings.words_per_minute)
