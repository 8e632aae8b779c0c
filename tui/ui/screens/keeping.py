"""What the reader keeps: marks, notes, the place; taken up again the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual.message import Message

from tui.layout.on_screen import passages_seen
from tui.model import Comparison, Side
from tui.model.corrections import Corrections
from tui.reading.reading import Reading
from tui.reading.reading_progress import reading_progress
from tui.reading.visible_links import VisibleLinks
from tui.session import MarkKind, NotSaved, Session, Store
from tui.session.preferences import preferences_path, read_preferences
from tui.ui.screens.opening import Opening

if TYPE_CHECKING:
    from tui.ui.panels.marks import MarksRequest
    from tui.ui.panels.note import EditedNote
    from tui.ui.panels.recents import RecentsRequest

EVERY = 3.0
"""Seconds between two looks at whether there is something to keep."""
Place = tuple[int | None, int | None]
"""A link, or a passage of one side."""


class Keeping(Opening):
    """The actions on what is kept. The store is given before the screen is shown."""

    store: Store
    session: Session
    named: tuple[str, str] = ("", "")
    """The sources as the reader named them."""
    speed: float
    """Words a minute."""
    asked_for: float | None = None
    """The threshold of the command line."""

    class Whole(Message):
        """The articles are here of which the beginnings are shown."""

        def __init__(self, comparison: Comparison, session: Session) -> None:
            super().__init__()
            self.comparison = comparison
            self.session = session

    def begin(self, store: Store, session: Session | None, named: tuple[str, str], speed: float) -> None:
        """Take up what is kept of the comparison that is shown; `session` if it has been read already."""
        self.store, self.named, self.speed = store, named, speed
        comparison = self.reading.comparison
        self.session = session or store.session((comparison.left, comparison.right), named)
        self.found, self.corrections = comparison, self.session.corrections

    def take_up(self, reading: Reading, threshold: float | None) -> Reading:
        """The reading corrected and at the place where it was left."""
        corrected = self.corrections.applied(reading.comparison)
        return self.session.resume(reading.with_comparison(corrected), threshold)

    @property
    def lasting(self) -> bool:
        return self.store.persistent

    def on_mount(self) -> None:
        self.preferences = self.session.preferences or read_preferences(preferences_path())
        self.rearrange()
        self.set_interval(EVERY, self.keep)
        said = [part for part in (self.message, self.session.resume_message) if part]
        self.message = "; ".join(said)

    def read_on(self, event: Whole) -> None:
        """Read the whole articles: the place stays; where nothing was read, it is taken up."""
        here, view = self.reading, self.view
        first = Reading.of(here.comparison, self.asked_for)
        unread = here == first and not view.left_top + view.right_top
        marks, self.session = self.session.marks, event.session
        for mark in marks:
            self.session = self.session.with_mark(mark)
        self.found, self.corrections, self.whole = event.comparison, self.session.corrections, True
        there = self.take_up(Reading.of(event.comparison, self.asked_for), self.asked_for)
        if not unread:
            there = replace(there, left=here.left, right=here.right, side=here.side, pair=here.pair)
            if here.visible.filter != first.visible.filter:
                there = replace(there, visible=VisibleLinks(there.comparison, here.visible.filter))
            there = there.with_comparison(there.comparison)  # at the link, if it is still one
        self.forget_pages()
        self.pending = "" if event.comparison.aligned else "aligning ..."
        self.go(there, message=self.session.resume_message, stay=not unread)

    def keep(self) -> None:
        """Keep the place and what has been seen; also called when the program ends."""
        if not self.whole:
            return
        shown = [side for side in Side if self.geometry.rows_of(side, self.reading.side)]
        seen = self.session.with_seen(passages_seen(self.view, shown))
        self.session = replace(seen.with_reading(self.reading), preferences=self.preferences)
        try:
            self.store.save(self.session)
        except NotSaved as error:
            self.message = str(error)

    # -- other articles

    def for_articles(self, comparison: Comparison, named: tuple[str, str]) -> Reading:
        """What was kept of the former articles stays kept; what is kept of these is taken up."""
        self.keep()
        self.named, self.whole, self.pending = named, True, ""
        self.session = self.store.session((comparison.left, comparison.right), named)
        self.found, self.corrections = comparison, self.session.corrections
        reading = Reading.of(comparison, self.reading.threshold)
        return self.take_up(reading, self.reading.threshold)

    def correct(self, corrections: Corrections, message: str) -> None:
        try:
            self.session = self.store.save_corrections(self.session, corrections)
        except NotSaved as error:
            message = str(error)
        super().correct(corrections, message)

    def action_recents(self) -> None:
        from tui.ui.panels.recents import RecentsScreen

        self.keep()
        self.app.push_screen(RecentsScreen(self.store.recents(), self.ascii), self._take_recents)

    def _take_recents(self, answer: RecentsRequest | None) -> None:
        if answer is None:
            return
        try:
            if answer.all:
                self.store.forget_all()
            self.store.forget(*answer.forgotten)
        except NotSaved as error:
            self.say(str(error))
        if answer.open:
            self.message = "opening ..."
            self.post_message(self.RecentWanted(answer.open.locations))

    # -- marks and notes

    @property
    def _here(self) -> Place:
        reading = self.reading
        if reading.pair:
            return reading.pair
        return (reading.left, None) if reading.side is Side.LEFT else (None, reading.right)

    def _named_place(self, place: Place) -> str:
        ids = (f"{side.initial}{k}" for side, k in zip(Side, place, strict=True) if k is not None)
        return "–".join(ids)

    def action_mark(self) -> None:
        here = self._here
        mark = self.session.mark_at(MarkKind.MARK, *here)
        try:
            if mark:
                self.session = self.store.remove(self.session, mark.uid)
                self.message = "no longer marked"
            else:
                self.session = self.store.add(self.session, self.session.new_mark(MarkKind.MARK, *here))
                self.message = f"marked {self._named_place(here)}: ' lists marks{self._how_long}"
        except NotSaved as error:
            self.say(str(error))

    @property
    def _how_long(self) -> str:
        return "" if self.store.persistent else " (for this run only)"

    def action_note(self) -> None:
        from tui.ui.panels.note import NoteScreen

        here = self._here
        marks = [self.session.mark_at(kind, *here) for kind in (MarkKind.NOTE, MarkKind.DRAFT)]
        note, draft = (mark.text if mark else "" for mark in marks)

        def take(answer: EditedNote | None) -> None:
            if answer is not None:
                self._take_note(here, answer)

        self.app.push_screen(NoteScreen(self._named_place(here), note, draft, self.ascii), take)

    def _take_note(self, here: Place, answer: EditedNote) -> None:
        write = self.store.save_note if answer.saved else self.store.save_draft
        try:
            self.session = write(self.session, *here, answer.text)
            self.message = f"noted{self._how_long}" if answer.saved and answer.text else ""
        except NotSaved as error:
            draft = self.session.new_mark(MarkKind.DRAFT, *here, answer.text)
            self.session = self.session.with_mark(draft)
            self.say(f"{error}; a opens it again")

    def action_marks(self) -> None:
        from tui.ui.panels.marks import MarksScreen

        self.session = self.store.reload(self.session)
        self.app.push_screen(MarksScreen(self.session, self.ascii), self._take_marks)

    def _take_marks(self, answer: MarksRequest | None) -> None:
        if answer is None:
            return
        try:
            self.session = self.store.remove(self.session, *answer.removed)
        except NotSaved as error:
            self.say(str(error))
        if answer.go_to is None:
            return
        left, right = answer.go_to.passages
        if left is not None and right is not None:
            self.go(self.reading.at_pair(left, right), level=True, jump=True)
        elif left is not None or right is not None:
            side = Side.LEFT if left is not None else Side.RIGHT
            index = left if left is not None else right
            self.go(self.reading.at_passage(side, index or 0), level=True, jump=True)

    # -- how far

    def action_progress(self) -> None:
        """How much of both texts has been on the screen, and the minutes left for each."""
        self.keep()
        said = []
        for side in Side:
            read = reading_progress(self.reading.comparison.article(side), self.session.seen[side])
            minutes = read.minutes_left(self.speed)
            said.append(f"{side.initial} {read.share:.0%} seen, {minutes:.1f} min left")
        self.message = " · ".join([*said, f"at {self.speed:.0f} words a minute"])
