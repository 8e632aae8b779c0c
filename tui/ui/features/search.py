"""Search both articles, and close the topmost open thing."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from tui.model.wording import plural
from tui.ui.scene import Prompt, Scene


class Search:
    """Finds hits, and returns to the start of the search."""

    def __init__(self, cancel_opening: Callable[[Scene], Scene]) -> None:
        self._cancel_opening = cancel_opening

    def open(self, scene: Scene) -> Scene:
        """Ask for a query."""
        return replace(scene, prompt=Prompt.SEARCH, search_start=scene.reading)

    def query(self, scene: Scene, query: str) -> Scene:
        """Show the hits of a query being typed, and go to the first one from the start of the search on."""
        from tui.reading.search import find

        start = scene.search_start
        if start is None:
            return scene
        hits = find(start.comparison, query, start.visible.filter.show_boilerplate)
        there = replace(start, hits=hits)
        if hits and not there.hit_number:
            onward = there.next_hit()
            there = onward if onward is not there else there.at_passage(hits[0].side, hits[0].index)
        count = plural(len(hits), "hit") if query else ""
        return scene.at(there, level=True, message=count)

    def submit(self, scene: Scene) -> Scene:
        """Close the input line; the hits stay active."""
        scene = replace(scene, prompt=Prompt.NONE, search_start=None, message="")
        return scene if scene.reading.hits else scene.refusing("no match")

    def for_word(self, scene: Scene, word: str) -> Scene:
        """Search for a word and go to its first hit."""
        from tui.reading.search import find

        hits = find(scene.reading.comparison, word, scene.reading.visible.filter.show_boilerplate)
        there = replace(scene.reading, hits=hits)
        if hits:
            there = there.at_passage(hits[0].side, hits[0].index)
        return scene.at(there, level=True, jump=True)

    def close(self, scene: Scene) -> Scene:
        """Close one thing: an opening, the prompt, a pending pin, the search or the filters. Never quits."""
        reading, start = scene.reading, scene.search_start
        if scene.opening and scene.prompt is Prompt.NONE:
            return self._cancel_opening(scene)
        if scene.prompt is not Prompt.NONE:
            scene = replace(scene, prompt=Prompt.NONE, search_start=None)
            return scene.at(start) if start else scene
        if reading.pinning:
            return scene.at(replace(reading, pinning=None), message="not pinned")
        if reading.hits:
            return scene.at(replace(reading, hits=()), message="search closed")
        if reading.visible.filter.narrows_links or reading.visible.filter.only_unmatched:
            return scene.at(reading.unfiltered(), message="all links")
        return scene.saying("")
