"""The state of the reading screen: one frozen value, changed in one step."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from tui.layout.geometry import Geometry, arrange, with_story
from tui.layout.on_screen import passages_on_screen
from tui.layout.page import LaidOutArticle, lay_out
from tui.layout.view import View
from tui.layout.wrap import lines
from tui.model import Comparison, Link, PassagePair, Side
from tui.model.arrangement import Arrangement
from tui.model.corrections import Corrections
from tui.model.difference import Ledger, MarkedWords, PairWords
from tui.model.wording import plural
from tui.reading.reading import Reading
from tui.session.identity import SavedSource, Sources
from tui.session.preferences import Preferences
from tui.session.session import Session
from tui.ui.keys import DEFAULT_SIGNS, KeySigns

if TYPE_CHECKING:
    from tui.model.found_passages import UnmatchedPassage
    from tui.reading.story_reading import StoryReading
    from tui.reading.tour import Tour
    from tui.ui.features.source_options import Changes

MAX_JUMPS = 100
"""Places to go back to."""
MAX_PAGES = 4
"""Laid-out pages held: one for each side, folded and unfolded. One of 3,000 sentences takes half a megabyte
and 30 ms."""
MAX_NOTICE_ROWS = 2
"""Rows of a notice above the titles."""
NOT_ALIGNED = "not available until both articles are fully aligned"
NOT_COMPARED = "the differences are still being computed"


class Prompt(Enum):
    """The input line at the bottom, if one is open."""

    NONE = "none"
    SEARCH = "search"
    OPEN = "open"


class OpenArticles(Struct, frozen=True):
    """Two aligned articles and their sources."""

    comparison: Comparison = Comparison()
    sources: tuple[str, ...] = ("", "")
    """Names of the sources as the reader gave them; empty for pasted text."""
    story: StoryReading | None = None
    """The story that they are from, if there were more reports of it."""
    changes: Changes = MappingProxyType({})
    """What going back to them changes in how sources are read."""


class LayoutCache:
    """Laid-out pages of the articles on the screen, by side, width and folds; the last `MAX_PAGES` used."""

    def __init__(self) -> None:
        self._pages: dict[tuple[Side, int, frozenset[int]], LaidOutArticle] = {}
        """The page used last comes last."""

    def page(self, reading: Reading, side: Side, width: int) -> LaidOutArticle:
        """The article of one side in lines of `width` cells."""
        key = side, width, reading.visible.folded[side]
        page = self._pages.pop(key, None) or lay_out(reading.comparison.article(side), width, key[2])
        self._pages[key] = page
        if len(self._pages) > MAX_PAGES:
            del self._pages[next(iter(self._pages))]
        return page


class Scene(Struct, frozen=True):
    """Position of the reader, visible part of the articles, and messages.

    Every change is a pure method that returns a new scene; the view is always laid out for the reading.
    """

    reading: Reading = Reading()
    view: View = View()
    ledger: Ledger = Ledger()
    """The differences; those of the previous links until the new ones have been compared."""
    ledger_current: bool = False
    """Whether the ledger is that of the current links."""
    words: Mapping[PassagePair, PairWords] = field(default_factory=dict)
    """Pairs of passages word by word."""
    ranking: tuple[UnmatchedPassage, ...] | None = None
    """The unmatched passages of the current links, by weight; None until a worker has ranked them."""
    opening: bool = False
    """Whether other articles are being opened."""
    message: str = ""
    """Message in the status line, shown until the next key."""
    keys: KeySigns = DEFAULT_SIGNS
    hint: str = ""
    """What to press, at the very first start until the first step."""
    pending: str = ""
    """Why some links are missing: they are still being computed, or could not be."""
    unsaved: str = ""
    """Why changes are still to be saved; empty if all is saved."""
    bells: int = 0
    """Number of bells so far; the screen rings when it rises."""
    prompt: Prompt = Prompt.NONE
    jumps: tuple[tuple[Side, int], ...] = ()
    """Places before the last jumps: a side, and the index of its current passage."""
    search_start: Reading | None = None
    """Reading from which the search being typed started."""
    tour: Tour | None = None
    """The current tour of the current links."""
    # -- the articles
    alignment: Comparison = Comparison()
    """The comparison without the reader's corrections."""
    corrections: Corrections = Corrections()
    former_corrections: tuple[Corrections, ...] = ()
    """The corrections before each change of them, the latest last; `ctrl+z` goes back to it."""
    complete: bool = True
    """Whether these are the full articles. Nothing is saved while only their beginnings are read."""
    sources: tuple[str, ...] = ("", "")
    """Names of the sources as the reader gave them; empty for pasted text."""
    story: StoryReading | None = None
    """The story of the articles, if there are more than two reports of it."""
    awaited: int = 0
    """Number of sources given at the start that are still to be read, beyond those on the panes."""
    turning: bool = False
    """Whether other reports of the story are on their way to the panes."""
    previous: OpenArticles | None = None
    """The articles before the last open."""
    session: Session = Session(Sources((SavedSource(""), SavedSource(""))))
    # -- the layout
    terminal: tuple[int, int] = (0, 0)
    """Columns and rows of the terminal; (0, 0) until they are known."""
    preferences: Preferences = Preferences()
    geometry: Geometry = arrange(80, 24)
    pages: LayoutCache = field(default_factory=LayoutCache)

    @property
    def aligned(self) -> bool:
        """Whether all of both articles is aligned."""
        return self.reading.comparison.aligned

    @property
    def several(self) -> bool:
        """Whether there are more than two reports."""
        return self.story is not None and self.story.story.count > 2

    @property
    def story_progress(self) -> str:
        """What is still to come of a story; empty if nothing is."""
        if self.awaited:
            return f"reading {plural(self.awaited, 'more report')} ..."
        if self.turning:
            return "turning ..."
        return self.story.progress if self.story else ""

    @property
    def ledger_missing(self) -> str:
        """Why the differences are not known yet; empty if they are."""
        if not self.aligned:
            return NOT_ALIGNED
        known = self.ledger_current or not self.reading.comparison.links
        return "" if known else NOT_COMPARED

    @property
    def marked_pairs(self) -> tuple[PassagePair, ...]:
        """The pairs whose words are marked: the current one or, if the reader wants it, all on the screen."""
        pairs = [self.reading.link.pair] if self.reading.link else []
        if self.preferences.all_words:
            for side in Side:
                for index in passages_on_screen(self.view, side):
                    pairs += [link.pair for link in self.reading.visible.links_at(side, index)[:1]]
        return tuple(dict.fromkeys(pairs))

    @property
    def wanted_pairs(self) -> tuple[PassagePair, ...]:
        """The pairs whose words are marked, and the pair after the current one.

        A step then shows its words in its first frame; painting them later cost as much again.
        """
        visible = self.reading.visible
        following = visible.stop_from(self.reading.left + 1)
        ahead = visible.stops[following : following + 1] if self.reading.link else ()
        return *self.marked_pairs, *(link.pair for link in ahead)

    def marked_words(self, side: Side, link: Link | None, current: bool) -> tuple[MarkedWords, ...]:
        """The marks in a passage with that link: of the current pair, or of all that are on the screen."""
        chosen = link and (self.preferences.all_words or (current and link == self.reading.link))
        words = self.words.get(link.pair) if link and chosen else None
        return words.at(side) if words else ()

    def letters_at(self, side: Side, passage: int, rows: int) -> tuple[str, ...]:
        """The letters in the margin of a passage of so many rows, if it is of the report being read."""
        if not self.story or not self.geometry.letters or side is not Side.LEFT:
            return ()
        return self.story.letters(passage, self.reading.threshold, rows)

    # -- messages

    def saying(self, message: str) -> Scene:
        """Show a message in the status line."""
        return replace(self, message=message)

    def refusing(self, message: str) -> Scene:
        """Show why an action did nothing, and ring the bell."""
        return replace(self, message=message, bells=self.bells + 1)

    # -- moves

    def at(
        self,
        reading: Reading,
        *,
        level: bool = False,
        jump: bool = False,
        stay: bool = False,
        message: str = "",
    ) -> Scene:
        """Go to another reading position and bring it into view.

        `level` puts both passages of a link on one row; after a `jump` the reader can go back; `stay`
        does not scroll the panes.
        """
        moved = (reading.left, reading.right) != (self.reading.left, self.reading.right)
        here = self.reading.side, self.reading.passage_index(self.reading.side)
        jumps = (*self.jumps[1 - MAX_JUMPS :], here) if jump and moved else self.jumps
        scene = replace(self, geometry=self._geometry(reading)) if self.terminal[0] else self
        view = scene.laid_out(reading)
        if not stay:
            view = scene._in_view(view, reading, level)
        return replace(scene.with_reading(reading, view), jumps=jumps, message=message)

    def _in_view(self, view: View, reading: Reading, level: bool) -> View:
        if reading.pair and self.geometry.stacked:
            return view.scrolled_to_both(reading.left, reading.right)
        if reading.pair and level:
            return view.on_one_row(reading.left, reading.right)
        return view.scrolled_to(reading.side, reading.passage_index(reading.side))

    def looking(self, view: View, message: str = "") -> Scene:
        """Scroll to another part of the articles; the reading position stays."""
        return replace(self, view=view, message=message)

    def with_reading(self, reading: Reading, view: View) -> Scene:
        """Use another reading, already laid out.

        Differences in links that a higher threshold hides are dropped; the others stay until the new links
        have been compared.
        """
        ledger, least = self.ledger, self.reading.threshold
        if reading.threshold > least and ledger.entries:
            links = reading.comparison.links
            ledger = ledger.without({k.pair for k in links if least <= k.score < reading.threshold})
        same = reading.threshold == least and reading.comparison is self.reading.comparison
        scene = replace(self, reading=reading, view=view, ledger=ledger)
        return scene if same else replace(scene, ledger_current=False, tour=None, ranking=None)

    # -- layout

    def arranged(self, columns: int, rows: int, preferences: Preferences) -> Scene:
        """Use a terminal of that size and those preferences; the current passages keep their rows."""
        fitted = replace(self, terminal=(columns, rows), preferences=preferences)
        fitted = replace(fitted, geometry=fitted._geometry(self.reading))
        return replace(fitted, view=fitted.laid_out(self.reading))

    def _geometry(self, reading: Reading) -> Geometry:
        """The division of the terminal for a reading, with rows for the notice on its articles if any."""
        chosen, text = self.preferences, reading.comparison.notice
        notice = min(MAX_NOTICE_ROWS, len(lines(text, self.terminal[0] - 2))) if text else 0
        arrangement = Arrangement[chosen.arrangement]
        geometry = arrange(*self.terminal, arrangement, chosen.divider, chosen.details, notice)
        if self.story:
            geometry = with_story(geometry, self.terminal[1], self.story.letter_cells)
        if not chosen.numbers:
            return geometry
        last = max(len(article.passages) for article in reading.comparison.articles) - 1
        return replace(geometry, numbers=len(str(last)) + 1)

    def laid_out(self, reading: Reading) -> View:
        """The view of a reading in the current geometry; the current passages keep their rows."""
        widths = self.geometry.text(Side.LEFT), self.geometry.text(Side.RIGHT)
        pages = (
            self.pages.page(reading, Side.LEFT, widths[0]),
            self.pages.page(reading, Side.RIGHT, widths[1]),
        )
        rows = tuple(max(1, self.geometry.rows_of(side, reading.side)) for side in Side)
        view = self.view
        resized = (view.left, view.right) != pages or (view.left_rows, view.right_rows) != rows
        if resized:
            view = view.resized(pages, (rows[0], rows[1]), (self.reading.left, self.reading.right))
        if resized or reading.visible != self.reading.visible:
            view = view.synced_by(reading.links)
        return view
