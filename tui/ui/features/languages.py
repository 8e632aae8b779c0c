"""Say in which language an article is, where it was detected wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.engine.protocol import NamedSource, Source
from tui.model.languages import language_name
from tui.session import StateError, Store
from tui.sources.errors import READ_ONCE
from tui.ui.features.opening import name_at
from tui.ui.scene import Scene

if TYPE_CHECKING:
    from tui.ui.features import Host
    from tui.ui.features.opening import Opening


class Languages:
    """The language of the current article; that of a file or an address is kept for the next time."""

    def __init__(self, host: Host, opening: Opening, store: Store) -> None:
        self._host, self._opening, self._store = host, opening, store

    def list(self, scene: Scene) -> Scene:
        """List the languages, to say in which one the current article is."""
        from tui.ui.panels.languages import LanguagesScreen

        side = scene.reading.side
        detected = not self._opening.options.of(name_at(scene, side)).language
        article = scene.reading.comparison.article(side)
        self._host.ask(LanguagesScreen(article.language, side, detected=detected), self.choose)
        return scene

    def choose(self, scene: Scene, code: str) -> Scene:
        """Take the current article for one in that language; an empty code detects it again."""
        side = scene.reading.side
        name = name_at(scene, side)
        source: Source = NamedSource(name, replace(self._opening.options.of(name), language=code))
        if not name or name in READ_ONCE:
            if not scene.complete:
                return scene.refusing("the article is still being read")
            source = replace(scene.reading.comparison.article(side), language=code)
        message = f"the {side.value} article: {language_name(code) or 'language detected'}"
        try:
            self._store.save_language(name, scene.reading.comparison.article(side), code)
        except StateError as error:
            message = f"{message} ({error})"
        return self._opening.again(scene, {side: source}, message)
