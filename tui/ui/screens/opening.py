"""Opening another source in place of an article, while the other article stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import events, on
from textual.message import Message

from tui.layout.view import View
from tui.model import Comparison, Side
from tui.reading.reading import Reading
from tui.ui.scene import Scene
from tui.ui.screens.correcting import Correcting

if TYPE_CHECKING:
    from textual.widgets import Input

_WAIT = "the rest of these articles is still being read"
PASTED_FROM = 20
"""Words from which pasted text is taken for an article."""


class Opening(Correcting):
    """The actions that replace an article; the app does the loading and the aligning."""

    named: tuple[str, str]
    whole: bool = True
    """Whether these are the articles, and not their beginnings, of which nothing is kept."""
    _opening: Side = Side.LEFT
    """The side for which a source is being named."""
    _former: tuple[Comparison, tuple[str, str]] | None = None

    class SourceWanted(Message):
        """The reader names a source for one side."""

        def __init__(self, side: Side, source: str) -> None:
            super().__init__()
            self.side = side
            self.source = source

    class PasteWanted(Message):
        """The reader has pasted an article for one side."""

        def __init__(self, side: Side, text: str) -> None:
            super().__init__()
            self.side = side
            self.text = text

    class RecentWanted(Message):
        """The reader wants a comparison of before back."""

        def __init__(self, locations: tuple[str, ...]) -> None:
            super().__init__()
            self.locations = locations

    class ExtractionWanted(Message):
        """The reader wants another cut through the page of one side."""

        def __init__(self, side: Side) -> None:
            super().__init__()
            self.side = side

    class Loading(Message):
        """What is being done for a source."""

        def __init__(self, said: str) -> None:
            super().__init__()
            self.said = said

    class Opened(Message):
        """The articles are loaded and aligned."""

        def __init__(self, comparison: Comparison, named: tuple[str, str], said: str) -> None:
            super().__init__()
            self.comparison = comparison
            self.named = named
            """The sources as the reader named them; empty for a paste."""
            self.said = said

    class NotOpened(Message):
        """A source could not be read."""

        def __init__(self, reason: str) -> None:
            super().__init__()
            self.reason = reason

    async def action_open(self) -> None:
        from tui.ui.widgets.input_lines import OpenLine

        if not self.whole:
            self.say(_WAIT)
            return
        self._opening = self.reading.side
        await self.open_line(OpenLine(self._opening))

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open what was named."""
        if event.input.id != "open-line":
            return
        await self.close_line()
        source = event.value.strip()
        if source:
            from tui.sources.clean import clean_line

            self.message = f"opening {clean_line(source)} ..."
            self.post_message(self.SourceWanted(self._opening, source))

    def on_paste(self, event: events.Paste) -> None:
        if not self.whole:
            self.say(_WAIT)
        elif len(event.text.split()) < PASTED_FROM:
            self.say("too few words for an article were pasted")
        else:
            self.post_message(self.PasteWanted(self.reading.side, event.text))

    def action_extraction(self) -> None:
        self.post_message(self.ExtractionWanted(self.reading.side))

    @on(Loading)
    def say_what_is_done(self, event: Loading) -> None:
        self.message = event.said

    @on(NotOpened)
    def say_why_not(self, event: NotOpened) -> None:
        self.say(f"not opened: {event.reason}")

    @on(Opened)
    def read_opened(self, event: Opened) -> None:
        self._former = self.reading.comparison, self.named
        self._start_anew(event.comparison, event.named, f"{event.said}; U brings the former back")

    def action_former(self) -> None:
        if self._former is None:
            self.say("no other article was here before")
        elif not self._former[0].aligned:
            self.message = "opening ..."
            self.post_message(self.RecentWanted(self._former[1]))
        else:
            former, self._former = self._former, (self.reading.comparison, self.named)
            self._start_anew(*former, "the former articles")

    def _start_anew(self, comparison: Comparison, named: tuple[str, str], message: str) -> None:
        """Read other articles, with the threshold as it is."""
        side = self.reading.side
        reading = replace(self.for_articles(comparison, named), side=side)
        self.jumps.clear()
        self.forget_pages()
        # From the top: a view of the former pages has nothing to say of these.
        self.scene = Scene(self.reading, View(locked=self.view.locked))
        self.go(reading, message=message)

    def for_articles(self, comparison: Comparison, named: tuple[str, str]) -> Reading:
        """A reading of other articles, to go on with."""
        raise NotImplementedError
