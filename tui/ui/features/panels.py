"""Panels over the articles: the map, the link in full, word choice, help."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.engine.questions import CompareWordChoice
from tui.model import PassagePair
from tui.model.languages import has_two_languages
from tui.ui.scene import NOT_ALIGNED, Scene

if TYPE_CHECKING:
    from tui.ui.features import Host
    from tui.ui.features.inquiries import Inquiries
    from tui.ui.features.search import Search

NEEDS_ONE_LANGUAGE = "the choice of words can only be compared in one language"


class Panels:
    """Opens panels and goes to the passages picked in them."""

    def __init__(
        self,
        host: Host,
        search: Search,
        speed: float,
        inquiries: Inquiries,
        note_seen: Callable[[Scene], Scene] = lambda scene: scene,
    ) -> None:
        """`speed`: words per minute. `note_seen` puts what has been read until now into the session."""
        self._note_seen = note_seen
        self._host, self._search, self._speed, self._inquiries = host, search, speed, inquiries

    def overview(self, scene: Scene) -> Scene:
        """Show the counts of the comparison in sentences."""
        from tui.ui.panels.overview import OverviewScreen

        scene = self._note_seen(scene)
        self._host.ask(OverviewScreen(scene, self._speed, self._host.ascii), lambda scene, _: scene)
        return scene

    def map(self, scene: Scene) -> Scene:
        from tui.ui.panels.map import MapScreen

        self._host.ask(MapScreen(scene.reading, ascii=self._host.ascii), self.to_pair)
        return scene

    def to_pair(self, scene: Scene, pair: PassagePair | None) -> Scene:
        return scene.at(scene.reading.at_pair(*pair), level=True, jump=True) if pair else scene

    def detail(self, scene: Scene) -> Scene:
        """Show the link in full."""
        from tui.ui.panels.detail import DetailScreen

        panel = DetailScreen(scene, self._inquiries.ask_for_panel, self._host.ascii)
        self._host.ask(panel, lambda scene, _: scene)
        return scene

    def words(self, scene: Scene) -> Scene:
        """List the word choice; go to the pair picked, or search for a word of one article."""
        if not scene.aligned:
            return scene.refusing(NOT_ALIGNED)
        if has_two_languages(scene.reading.comparison):
            return scene.refusing(NEEDS_ONE_LANGUAGE)
        from tui.ui.panels.words import MAX_WORDS, WordsScreen

        panel = WordsScreen(scene.reading.comparison.left)
        question = CompareWordChoice(scene.reading.threshold, scene.corrections, MAX_WORDS)
        self._inquiries.ask_for_panel(question, panel.take)
        self._host.ask(panel, self.to_words)
        return scene

    def to_words(self, scene: Scene, picked: PassagePair | str | None) -> Scene:
        return (
            self._search.for_word(scene, picked) if isinstance(picked, str) else self.to_pair(scene, picked)
        )

    def help(self, scene: Scene) -> Scene:
        self._host.show_help()
        return scene
