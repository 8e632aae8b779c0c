"""What is shown: threshold, topic, relation, trait, furniture, search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.model import Comparison, Side
from tui.model.wording import plural
from tui.reading.reading import ALL_TOPICS, THRESHOLD_STEP, Reading
from tui.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from textual.widgets import Input


class Filtering(ReadingScreen):
    """The actions that change what is shown."""

    _before_search: Reading | None = None

    def action_stricter(self, step: int) -> None:
        there = self.reading.with_threshold(self.reading.threshold + step * THRESHOLD_STEP)
        before, after = len(self.reading.links), len(there.links)
        said = f"threshold {there.threshold:.0f}: {before} → {after} links"
        self.go(there, message=said, stay=True)

    def action_keep_topic(self, topic: int) -> None:
        if topic != ALL_TOPICS and not self.all_aligned():
            return
        if topic >= len(self.reading.comparison.topics):
            self.say(f"there is no topic {topic + 1}: t lists them")
        else:
            self.go(self.reading.with_topic(topic), level=topic != ALL_TOPICS)

    def action_topics(self) -> None:
        if not self.all_aligned():
            return
        from tui.ui.panels.topics import TopicsScreen

        def keep(topic: int | None) -> None:
            if topic is not None:
                self.action_keep_topic(topic)

        self.app.push_screen(TopicsScreen(self.reading), keep)

    def action_filter(self) -> None:
        from tui.ui.panels.filters import FilterChoice, FiltersScreen

        def keep(kept: FilterChoice | None) -> None:
            if kept is not None:
                self.go(self.reading.with_relation(kept.relation).with_trait(kept.trait))

        self.app.push_screen(FiltersScreen(self.reading), keep)

    def action_only_alone(self) -> None:
        if not self.all_aligned():
            return
        alone = not self.reading.visible.filter.only_unmatched
        said = "only what one article has" if alone else "everything is shown"
        self.go(self.reading.with_only_unmatched(alone), message=said)

    def action_furniture(self) -> None:
        unfolded = not self.reading.visible.filter.boilerplate
        there = self.reading.with_boilerplate(unfolded)
        folded = there if not unfolded else self.reading
        count = sum(len(folded.visible.folded[side]) for side in Side)
        said = f"{plural(count, 'line')} {'unfolded' if unfolded else 'folded'}"
        self.go(there, message=said)

    # -- search

    async def action_find(self) -> None:
        from tui.ui.widgets.input_lines import FindLine

        self._before_search = self.reading
        await self.open_line(FindLine())

    def on_input_changed(self, event: Input.Changed) -> None:
        """Hits as the query is typed; the first one at or after where the search began."""
        from tui.reading.search import find

        before = self._before_search
        if before is None or event.input.id != "find-line":
            return
        hits = find(before.comparison, event.value, before.visible.filter.boilerplate)
        there = replace(before, hits=hits)
        if hits and not there.hit_number:
            onward = there.next_hit()
            there = onward if onward is not there else there.at_passage(hits[0].side, hits[0].index)
        count = plural(len(hits), "hit") if event.value else ""
        self.go(there, level=True, message=count)

    def search_on(self, comparison: Comparison) -> None:
        """The articles are aligned, or all there: escape goes back to where the search began, in these."""
        if self._before_search:
            self._before_search = self._before_search.with_comparison(comparison)

    def search(self, query: str) -> None:
        """Go to the first hit of a search, and keep the hits to step over."""
        from tui.reading.search import find

        hits = find(self.reading.comparison, query, self.reading.visible.filter.boilerplate)
        there = replace(self.reading, hits=hits)
        if hits:
            there = there.at_passage(hits[0].side, hits[0].index)
        self.go(there, level=True, jump=True)

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """The hits stay; `n` and `N` step over them until escape."""
        if event.input.id != "find-line":
            return
        await self.close_line()
        self.message = ""
        if not self.reading.hits:
            self.say("nothing found")
        self._before_search = None

    async def action_close(self) -> None:
        """Close the topmost thing: the line being typed, the search, what is kept; never quit."""
        if self.line:
            await self.close_line()
            if self._before_search:
                self.go(self._before_search)
            self._before_search = None
        elif self.reading.pinning:
            self.go(replace(self.reading, pinning=None), message="not pinned")
        elif self.reading.hits:
            self.go(replace(self.reading, hits=()), message="search closed")
        elif self.reading.visible.filter.narrows_links or self.reading.visible.filter.only_unmatched:
            self.go(self.reading.unfiltered(), message="all links")
        else:
            self.message = ""
