"""Moving through the articles: links, passages, hits, what stands alone, scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.model import Side
from tui.reading.reading import Reading
from tui.reading.visible_links import VisibleLinks
from tui.ui.screens.reading import ReadingScreen

if TYPE_CHECKING:
    from tui.analysis.unmatched import UnmatchedPassage


class Moving(ReadingScreen):
    """The actions that go somewhere."""

    _ranked: tuple[VisibleLinks, tuple[UnmatchedPassage, ...]] | None = None

    def _start(self) -> Reading:
        """Where a step starts: here, or at the first passage on the screen if here is off screen."""
        here = self.reading
        if self.view.shows(here.side, here.passage_index(here.side)):
            return here
        return here.at_passage_only(here.side, self.view.first_visible(here.side))

    def action_next(self, step: int) -> None:
        """To the next hit while a search is live, else to the next link."""
        if not self.reading.hits:
            self.action_next_link(step)
            return
        there = self.reading.next_hit(step)
        if there is self.reading:
            self.say(f"this is the {'last' if step > 0 else 'first'} hit")
        else:
            self.go(there, level=True, jump=True)

    def action_next_link(self, step: int) -> None:
        start = self._start()
        there = start.next_link(step)
        if there is not start:
            self.go(there, level=True, jump=True)
        elif not start.links:
            self.say("")
        elif start.link_number:
            self.say(f"this is the {'last' if step > 0 else 'first'} link{self._so_far}")
        else:
            self.say(f"no link {_way(step)}{self._so_far}")

    @property
    def _so_far(self) -> str:
        return "" if self.reading.comparison.aligned else " so far"

    def action_next_passage(self, step: int) -> None:
        there = self.reading.next_passage(step)
        if there is self.reading:
            self.say(f"no passage {_way(step)}")
        else:
            self.go(there, level=True)

    def action_next_alone(self, step: int) -> None:
        """To the next passage only one article has: the weightiest first, the article under the keys
        before the other one."""
        if not self.all_aligned():
            return
        ranked = self.alone_by_weight()
        here = self.reading.side, self.reading.passage_index(self.reading.side)
        places = [(alone.side, alone.index) for alone in ranked]
        place = places.index(here) + step if here in places else (0 if step > 0 else -1)
        if not 0 <= place < len(ranked):
            end = "last" if step > 0 else "first"
            self.say(
                f"this is the {end} passage that only one article has" if ranked else "nothing stands alone"
            )
            return
        alone = ranked[place]
        there = self.reading.at_passage(alone.side, alone.index)
        why = f" · {alone.why}" if alone.why else ""
        self.go(there, jump=True, message=f"only {alone.side.initial} {place + 1} of {len(ranked)}{why}")

    def alone_by_weight(self) -> tuple[UnmatchedPassage, ...]:
        """What stands alone: first all of the left article, then all of the right one."""
        from tui.analysis.unmatched import rank_unmatched

        shown = self.reading.visible
        if self._ranked is None or self._ranked[0] is not shown:
            self._ranked = shown, rank_unmatched(shown.comparison, shown.unmatched)
        return self._ranked[1]

    def action_cross(self) -> None:
        self.go(self.reading.in_other_article(), level=True)

    def action_level(self) -> None:
        if self.reading.pair:
            self.go(self.reading, level=True)
        else:
            self.say("no link here to put on one row")

    def action_back(self) -> None:
        """Where the reader was before the last jump, as far as the filters of now show it."""
        if not self.jumps:
            self.say("nowhere to go back to")
            return
        before = self.jumps.pop()
        there = self.reading.at_passage_only(before.side, before.passage_index(before.side))
        self.go(there.at_passage(before.side, before.passage_index(before.side)), level=True, message="back")

    # -- scrolling

    def action_scroll_rows(self, rows: int) -> None:
        self.look_at(self.view.scrolled(self.reading.side, rows))

    def action_scroll_pages(self, pages: float) -> None:
        rows = self.view.rows(self.reading.side)
        self.action_scroll_rows(round((rows - 1) * pages) or (1 if pages > 0 else -1))

    def action_scroll_to_end(self, way: int) -> None:
        self.action_scroll_rows(way * max(self.view.page(side).height for side in Side))

    def action_together(self) -> None:
        together = not self.view.locked
        said = "the articles scroll together" if together else "each article scrolls alone"
        self.look_at(self.view.with_lock(together), said)


def _way(step: int) -> str:
    return "after this" if step > 0 else "before this"
