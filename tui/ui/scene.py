"""The state of the reading screen: one frozen value, changed in one step."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from tui.layout.geometry import Geometry, arrange
from tui.layout.page import LaidOutArticle, lay_out
from tui.layout.view import View
from tui.model import Comparison, PassagePair, Side
from tui.model.arrangement import Arrangement
from tui.model.corrections import Corrections
from tui.model.difference import Edit, Ledger
from tui.reading.reading import Reading
from tui.session.identity import SavedSource, Sources
from tui.session.preferences import Preferences
from tui.session.session import Session

if TYPE_CHECKING:
    from tui.reading.tour import Tour

MAX_JUMPS = 100
"""Places to go back to."""
NOT_ALIGNED = "this needs all of both articles aligned"
NOT_COMPARED = "what differs is still being worked out"


class Prompt(Enum):
    """The line at the bottom that is being typed in, if any."""

    NONE = "none"
    SEARCH = "search"
    OPEN = "open"


class OpenArticles(Struct, frozen=True):
    """Two aligned articles and their sources."""

    comparison: Comparison = Comparison()
    sources: tuple[str, ...] = ("", "")
    """As the reader named them; empty for pasted text."""


class LayoutCache:
    """Laid-out pages of the articles on the screen, by side, width and folds."""

    def __init__(self) -> None:
        self._pages: dict[tuple[Side, int, frozenset[int]], LaidOutArticle] = {}

    def page(self, reading: Reading, side: Side, width: int) -> LaidOutArticle:
        """The article of a side in lines of `width` cells."""
        key = side, width, reading.visible.folded[side]
        if key not in self._pages:
            self._pages[key] = lay_out(reading.comparison.article(side), width, key[2])
        return self._pages[key]


class Scene(Struct, frozen=True):
    """Where the reader is, the part of the articles on the screen, and what the screen says.

    Every change is a pure method that returns a new scene; the view is always laid out for the reading.
    """

    reading: Reading = Reading()
    view: View = View()
    ledger: Ledger = Ledger()
    """The differences; those of the links before, until they have been compared anew."""
    ledger_current: bool = False
    """Whether the ledger belongs to the links as they are now."""
    words: Mapping[PassagePair, tuple[Edit, ...]] = field(default_factory=dict)
    """Of pairs of passages, word by word, what they share and where they differ."""
    opening: bool = False
    """Whether other articles are being opened."""
    message: str = ""
    """For the status line, until the next key."""
    pending: str = ""
    """Why some links are missing: they are still being computed, or could not be."""
    bells: int = 0
    """How often the bell has rung; the screen rings it when this rises."""
    prompt: Prompt = Prompt.NONE
    jumps: tuple[Reading, ...] = ()
    """Places before the last jumps."""
    search_start: Reading | None = None
    """Where the search being typed began."""
    tour: Tour | None = None
    """The tour under way through the links as they are now."""
    # -- the articles
    alignment: Comparison = Comparison()
    """The comparison without the reader's corrections."""
    corrections: Corrections = Corrections()
    complete: bool = True
    """Whether these are the full articles. Of their beginnings nothing is saved."""
    sources: tuple[str, ...] = ("", "")
    """As the reader named them; empty for pasted text."""
    previous: OpenArticles | None = None
    """The articles before the last open."""
    session: Session = Session(Sources((SavedSource(""), SavedSource(""))))
    # -- the layout
    terminal: tuple[int, int] = (0, 0)
    """Columns and rows; (0, 0) until they are known."""
    preferences: Preferences = Preferences()
    geometry: Geometry = arrange(80, 24)
    pages: LayoutCache = field(default_factory=LayoutCache)

    @property
    def aligned(self) -> bool:
        """Whether all of both articles is aligned."""
        return self.reading.comparison.aligned

    @property
    def ledger_missing(self) -> str:
        """Why the differences are not known yet; empty if they are."""
        if not self.aligned:
            return NOT_ALIGNED
        known = self.ledger_current or not self.reading.comparison.links
        return "" if known else NOT_COMPARED

    # -- messages

    def saying(self, message: str) -> Scene:
        """With a message in the status line."""
        return replace(self, message=message)

    def refusing(self, message: str) -> Scene:
        """With the reason why nothing moved, and a bell."""
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
        """At another place, which is brought into view.

        `level` puts both passages of a link on one row; after a `jump` the reader can go back; `stay`
        leaves the panes where they are, wherever the place is.
        """
        moved = (reading.left, reading.right) != (self.reading.left, self.reading.right)
        jumps = (*self.jumps[1 - MAX_JUMPS :], self.reading) if jump and moved else self.jumps
        view = self.laid_out(reading)
        if not stay:
            view = self._in_view(view, reading, level)
        return replace(self.with_reading(reading, view), jumps=jumps, message=message)

    def _in_view(self, view: View, reading: Reading, level: bool) -> View:
        if reading.pair and self.geometry.stacked:
            return view.scrolled_to_both(reading.left, reading.right)
        if reading.pair and level:
            return view.on_one_row(reading.left, reading.right)
        return view.scrolled_to(reading.side, reading.passage_index(reading.side))

    def looking(self, view: View, message: str = "") -> Scene:
        """With another part of the articles on the screen; the place stays."""
        return replace(self, view=view, message=message)

    def with_reading(self, reading: Reading, view: View) -> Scene:
        """With another reading, laid out. Differences in links that a higher threshold hides go with them;
        the others stay until they have been compared anew."""
        ledger, least = self.ledger, self.reading.threshold
        if reading.threshold > least and ledger.entries:
            links = reading.comparison.links
            ledger = ledger.without({k.pair for k in links if least <= k.score < reading.threshold})
        same = reading.threshold == least and reading.comparison is self.reading.comparison
        current, tour = self.ledger_current and same, self.tour if same else None
        return replace(self, reading=reading, view=view, ledger=ledger, ledger_current=current, tour=tour)

    # -- layout

    def arranged(self, columns: int, rows: int, preferences: Preferences) -> Scene:
        """In a terminal of that size and with that layout; the current passages stay in place."""
        arrangement = Arrangement[preferences.arrangement]
        geometry = arrange(columns, rows, arrangement, preferences.divider, preferences.details)
        fitted = replace(self, terminal=(columns, rows), preferences=preferences, geometry=geometry)
        return replace(fitted, view=fitted.laid_out(self.reading))

    def laid_out(self, reading: Reading) -> View:
        """The view of a reading in the present geometry, with the current passages where they were."""
        widths = self.geometry.text(0), self.geometry.text(1)
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
