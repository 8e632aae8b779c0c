"""The state of the reading screen, and the one way in which it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import events
from textual.geometry import Size
from textual.reactive import var
from textual.screen import Screen

from tui.layout.geometry import arrange
from tui.layout.page import LaidOutArticle, lay_out
from tui.layout.view import View
from tui.model import Side
from tui.model.arrangement import Arrangement
from tui.reading.reading import Reading
from tui.reading.visible_links import VisibleLinks
from tui.session.preferences import Preferences, keep_preferences, preferences_path
from tui.ui.scene import Scene

if TYPE_CHECKING:
    from tui.ui.widgets.input_lines import BottomLine

MOST_JUMPS = 100
"""Places kept to go back to."""


class ReadingScreen(Screen[None]):
    """Where the reader is, what of it is on the screen, and how the terminal is shared out."""

    AUTO_FOCUS = ""

    # `var` and not `reactive`: a change repaints what the widgets say, not the whole screen.
    scene: var[Scene] = var(Scene, init=False)
    message: var[str] = var("", init=False)
    pending: var[str] = var("", init=False)
    """Why not all links are here: they are being looked for, or could not be. Empty once they are."""

    line: BottomLine | None = None

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.set_reactive(ReadingScreen.scene, Scene(reading))
        self.preferences = Preferences()
        self.geometry = arrange(80, 24)
        self._arranged = Size(0, 0)
        self.jumps: list[Reading] = []
        self._pages: dict[tuple[Side, int, frozenset[int]], LaidOutArticle] = {}
        self._coupled: tuple[VisibleLinks, LaidOutArticle, LaidOutArticle] | None = None

    @property
    def reading(self) -> Reading:
        return self.scene.reading

    @property
    def view(self) -> View:
        return self.scene.view

    @property
    def ascii(self) -> bool:
        """Whether only ASCII characters may be drawn."""
        return bool(getattr(self.app, "ascii", False))

    # -- the terminal's size

    def on_resize(self, event: events.Resize) -> None:
        if event.size != self._arranged:
            self.rearrange()

    def rearrange(self) -> None:
        """Share out the terminal and lay both articles out for it; the passages read stay in place."""
        self._arranged = self.app.size
        liked = self.preferences
        arrangement = Arrangement[liked.arrangement]
        self.geometry = arrange(*self.app.size, arrangement, liked.divider, liked.strip)
        self.apply_geometry()
        self.show_sides()
        self.look_at(self.laid_out(self.reading), self.message)

    def prefer(self, preferences: Preferences) -> None:
        """Share out the terminal as the reader likes it from now on, and in the next session."""
        self.preferences = preferences
        self.rearrange()
        if self.lasting and not keep_preferences(preferences_path(), preferences):
            self.message = "the layout cannot be kept for the next session"

    @property
    def lasting(self) -> bool:
        """Whether anything may be written for the next session."""
        raise NotImplementedError

    def worked_out(self) -> bool:
        """Whether what the articles say differently is known. If not, says so."""
        raise NotImplementedError

    def apply_geometry(self) -> None:
        """Give the widgets their sizes."""
        raise NotImplementedError

    def show_sides(self) -> None:
        """Give each pane its article."""
        raise NotImplementedError

    def laid_out(self, reading: Reading) -> View:
        """The view of a reading at the present size, with the passages read where they were."""
        pages = self._page(reading, Side.LEFT), self._page(reading, Side.RIGHT)
        rows = [max(1, self.geometry.rows_of(side, reading.side)) for side in Side]
        view = self.view
        if (view.left, view.right) != pages or (view.left_rows, view.right_rows) != (*rows,):
            view = view.resized(pages, (rows[0], rows[1]), (self.reading.left, self.reading.right))
            self._coupled = None
        now = reading.visible, *pages
        if self._coupled != now:
            self._coupled = now
            view = view.synced_by(reading.links)
        return view

    def forget_pages(self) -> None:
        """The articles are others: nothing laid out for the former ones is of use."""
        self._pages.clear()
        self._coupled = None

    def _page(self, reading: Reading, side: Side) -> LaidOutArticle:
        width = self.geometry.text(0 if side is Side.LEFT else 1)
        folded = reading.visible.folded[side]
        key = (side, width, folded)
        if key not in self._pages:
            self._pages[key] = lay_out(reading.comparison.article(side), width, folded)
        return self._pages[key]

    # -- the one way in which the state changes

    def go(
        self,
        reading: Reading,
        *,
        level: bool = False,
        message: str = "",
        jump: bool = False,
        stay: bool = False,
    ) -> None:
        """Read on at another place: lay out what has changed, and bring the place into view.

        `level` puts both passages of a link on one row; a `jump` can be gone back from; to `stay` leaves
        on the screen what is there, wherever the place is.
        """
        if jump and (reading.left, reading.right) != (self.reading.left, self.reading.right):
            self.jumps = [*self.jumps[1 - MOST_JUMPS :], self.reading]
        view = self.view
        if reading.visible is not self.reading.visible or reading.side is not self.reading.side:
            view = self.laid_out(reading)
        if not stay:
            view = self._at_place(view, reading, level)
        turned = reading.side is not self.reading.side
        self.scene, self.message = self.scene.with_reading(reading, view), message
        if turned and self.geometry.stacked:
            self.show_sides()

    def _at_place(self, view: View, reading: Reading, level: bool) -> View:
        if reading.pair and self.geometry.stacked:
            return view.scrolled_to_both(reading.left, reading.right)
        if reading.pair and level:
            return view.on_one_row(reading.left, reading.right)
        return view.scrolled_to(reading.side, reading.passage_index(reading.side))

    def look_at(self, view: View, message: str = "") -> None:
        """Show another part of the texts; the place stays."""
        self.scene, self.message = replace(self.scene, view=view), message

    # -- the line being typed in

    async def open_line(self, line: BottomLine) -> None:
        """Show a line to type in, and give it the keys: those already typed are for it."""
        await self.close_line()
        self.line = line
        await self.mount(line)
        self.set_focus(line)

    async def close_line(self) -> None:
        """Take the line away; the keys are the screen's again."""
        line, self.line = self.line, None
        if line:
            self.set_focus(None)
            await line.remove()

    def all_aligned(self) -> bool:
        """Whether all of both articles is aligned. If not, says that this needs it."""
        if not self.reading.comparison.aligned:
            self.say("this needs all of both articles aligned")
        return self.reading.comparison.aligned

    def say(self, message: str) -> None:
        """Say why nothing moved."""
        self.message = message
        self.app.bell()
