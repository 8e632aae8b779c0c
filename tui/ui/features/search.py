"""Search both articles, and close the topmost open thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from tui.analysis.search import find_exact, is_long_enough
from tui.engine.questions import Answer, FindSimilar, SimilarFound
from tui.model.found_passages import Hit
from tui.model.wording import plural
from tui.reading.reading import Position, Reading
from tui.ui.features.inquiries import Inquiries
from tui.ui.scene import Prompt, Scene

SEARCHING = "searching for similar words ..."


class Search:
    """Finds hits, and returns to the start of the search.

    What the articles have exactly is found at once; where they do not, a worker finds what is similar.
    """

    def __init__(self, cancel_opening: Callable[[Scene], Scene], inquiries: Inquiries) -> None:
        self._cancel_opening = cancel_opening
        self._inquiries = inquiries
        self._submitted_at: Position | None = None
        """Where the reader was when a query was submitted whose hits had not come yet."""

    def open(self, scene: Scene) -> Scene:
        """Ask for a query."""
        self._inquiries.drop(FindSimilar)
        return replace(scene, prompt=Prompt.SEARCH, search_start=scene.reading)

    def query(self, scene: Scene, query: str) -> Scene:
        """Show the hits of a query being typed, and go to the first one from the start of the search on.

        Those of the former query stay until the worker has answered.
        """
        start = scene.search_start
        if start is None:
            return scene
        self._inquiries.drop(FindSimilar)
        unfolded = start.visible.filter.show_boilerplate
        hits = find_exact(start.comparison, query, unfolded)
        if not hits and is_long_enough(query):
            self._inquiries.ask(FindSimilar(query, unfolded), self._take_hits)
            return scene.saying(SEARCHING)
        return _from_start(scene, start, hits).saying(_count(hits, scene) if query else "")

    def submit(self, scene: Scene) -> Scene:
        """Close the input line; the hits stay active."""
        if self._inquiries.awaits(FindSimilar):
            self._submitted_at = scene.reading.place
            return replace(scene, prompt=Prompt.NONE, message=SEARCHING)
        scene = replace(scene, prompt=Prompt.NONE, search_start=None, message="")
        return scene if scene.reading.hits else scene.refusing(f"no match{_where(scene)}")

    def _take_hits(self, scene: Scene, answer: Answer) -> Scene:
        """Show the hits that a worker has found; a reader who has gone on elsewhere stays there."""
        assert isinstance(answer, SimilarFound)
        start = scene.search_start
        if start is None:
            return scene
        if scene.prompt is Prompt.SEARCH:
            return _from_start(scene, start, answer.hits).saying(_count(answer.hits, scene))
        if scene.reading.place == self._submitted_at:
            return self.submit(_from_start(scene, start, answer.hits))
        scene = scene.at(
            replace(scene.reading, hits=answer.hits), stay=True, message=_count(answer.hits, scene)
        )
        return replace(scene, search_start=None)

    def for_word(self, scene: Scene, word: str) -> Scene:
        """Search for a word and go to its first hit."""

        def take_hits(scene: Scene, answer: Answer) -> Scene:
            assert isinstance(answer, SimilarFound)
            return _at_first(scene, answer.hits)

        unfolded = scene.reading.visible.filter.show_boilerplate
        hits = find_exact(scene.reading.comparison, word, unfolded)
        if not hits and is_long_enough(word):
            self._inquiries.ask(FindSimilar(word, unfolded), take_hits)
            return scene.saying(SEARCHING)
        return _at_first(scene, hits)

    def close(self, scene: Scene) -> Scene:
        """Close one thing: an opening, the prompt, a pending pin, the search or the filters. Never quits."""
        reading, start = scene.reading, scene.search_start
        if scene.opening and scene.prompt is Prompt.NONE:
            return self._cancel_opening(scene)
        searches = self._inquiries.awaits(FindSimilar)
        self._inquiries.drop(FindSimilar)
        if scene.prompt is not Prompt.NONE:
            scene = replace(scene, prompt=Prompt.NONE, search_start=None)
            return scene.at(start) if start else scene
        if reading.pinning:
            return scene.at(replace(reading, pinning=None), message="not pinned")
        if reading.hits or searches:
            return replace(scene.at(replace(reading, hits=()), message="search closed"), search_start=None)
        if reading.visible.filter.narrows_links or reading.visible.filter.only_unmatched:
            return scene.at(reading.unfiltered(), message="all links")
        return scene.saying("")


def _from_start(scene: Scene, start: Reading, hits: Sequence[Hit]) -> Scene:
    """Show hits, and go to the first one from the start of the search on."""
    there = replace(start, hits=tuple(hits))
    if hits and not there.hit_number:
        onward = there.next_hit()
        there = onward if onward is not there else there.at_passage(hits[0].side, hits[0].index)
    return scene.at(there, level=True)


def _at_first(scene: Scene, hits: Sequence[Hit]) -> Scene:
    there = replace(scene.reading, hits=tuple(hits))
    if hits:
        there = there.at_passage(hits[0].side, hits[0].index)
    return scene.at(there, level=True, jump=True)


def _count(hits: Sequence[Hit], scene: Scene) -> str:
    return f"{plural(len(hits), 'hit')}{_where(scene)}"


def _where(scene: Scene) -> str:
    """Which reports are searched, if there are others."""
    return " in the two reports on the panes" if scene.several else ""
