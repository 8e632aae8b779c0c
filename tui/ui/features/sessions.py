"""Resume the session when articles are opened, and save it while they are read."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.engine.protocol import FullArticles, Preview
from tui.layout.on_screen import SeenWatch, passages_seen
from tui.layout.view import View
from tui.model import Side
from tui.model.difference import Ledger
from tui.model.wording import day_and_time
from tui.reading.reading import Reading
from tui.reading.visible_links import VisibleLinks
from tui.session import Session, Sources, StateError, Store
from tui.settings.settings import Settings
from tui.ui.keys import KeySigns
from tui.ui.scene import LayoutCache, Scene

if TYPE_CHECKING:
    from tui.model.story import Story

ALIGNING = "aligning ..."
REFINING = "links by words, refining ..."
GROUPING = "finding topics ..."
READING = "reading the rest ..."
UNSAVED = "not saved yet: another program has locked the state file"
FORGOTTEN = "this comparison is forgotten, with its marks, notes and pins"
_State = tuple[object, ...]
LOCKED_SECONDS = 2.0
"""Seconds that a lock may last before the reader is told; another instance needs a hundredth of one."""


class Sessions:
    """Saves position, filters, corrections and passages seen from one run to the next."""

    def __init__(self, store: Store, settings: Settings, clock: Callable[[], float] = monotonic) -> None:
        """`clock` gives the time in seconds."""
        self._store, self._settings, self._clock = store, settings, clock
        self._watch = SeenWatch(clock)
        self._threshold = settings.threshold
        """Threshold the current articles were opened with; None uses the session's."""
        self._forgotten: _State | None = None
        """What the reader had on the screen when this comparison was forgotten; None if it was not."""

    @property
    def lasting(self) -> bool:
        """Whether what is saved outlasts the program."""
        return self._store.persistent

    def start(self, first: Preview | FullArticles) -> Scene:
        """The first scene, at the position of the last session."""
        sources = first.sources if isinstance(first, FullArticles) else ()
        given = self._settings.sources
        scene = Scene(awaited=max(0, len(given) - 2), keys=KeySigns(self._settings.keys))
        return self._with_articles(scene, first, sources or given[:2])

    def opened(
        self, scene: Scene, articles: Preview | FullArticles, sources: tuple[str, ...], message: str
    ) -> Scene:
        """Show other articles at the same threshold, from the top or where the reader left them."""
        scene = self.save(scene)
        there = replace(
            scene,
            view=View(locked=scene.view.locked),  # the old scroll offsets belong to other pages
            ledger=Ledger(),
            ledger_current=False,
            words={},
            ranking=None,
            jumps=(),
            former_corrections=(),
            tour=None,
            pages=LayoutCache(),
        )
        self._threshold = scene.reading.threshold
        there = self._with_articles(there, articles, sources)
        there = there.at(
            replace(there.reading, side=scene.reading.side),
            level=True,
            message="; ".join(part for part in (message, stopped_here(there)) if part),
        )
        # A search that is being typed goes on in the articles of now.
        return replace(there, search_start=there.reading if scene.search_start else None)

    def _with_articles(
        self,
        scene: Scene,
        articles: Preview | FullArticles,
        sources: tuple[str, ...],
    ) -> Scene:
        comparison, complete = articles.comparison, isinstance(articles, FullArticles)
        self._watch, self._forgotten = SeenWatch(self._clock), None
        session = self._session(scene, articles, sources)
        reading = _resumed(Reading.of(comparison, self._threshold), session, self._threshold)
        return replace(
            scene,
            reading=reading,
            message=_notes(reading),
            pending=_pending(articles) if isinstance(articles, FullArticles) else READING,
            alignment=comparison,
            corrections=session.corrections,
            complete=complete,
            sources=sources,
            session=session,
        )

    def _session(self, scene: Scene, articles: Preview | FullArticles, sources: tuple[str, ...]) -> Session:
        """The session of the articles that a worker has looked up; a new one for a preview."""
        if isinstance(articles, Preview):
            return Session(Sources.of(articles.comparison.articles, sources))
        session = articles.recalled.session
        if not isinstance(session, Session) or self._forgotten:  # maybe looked up before it was forgotten
            return self._store.session(articles.comparison.articles, sources)
        sources_in_memory = session.sources.with_articles(articles.comparison.articles)
        session = replace(session, sources=sources_in_memory)
        # The reader may have marked the same articles while the worker read them again.
        same = session.sources.key == scene.session.sources.key
        return self._store.reload(session) if same else self._store.queue.applied(session)

    def completed(self, scene: Scene, articles: FullArticles) -> Scene:
        """Replace the beginnings of the articles with the full articles.

        The position stays, or is that of the last session if nothing has been read yet.
        """
        comparison = articles.comparison
        session = self._session(scene, articles, scene.sources)
        scene = replace(
            scene,
            alignment=comparison,
            complete=True,
            pages=LayoutCache(),
            pending=_pending(articles),
        )
        return self._merged(scene, session)

    def _merged(self, scene: Scene, session: Session) -> Scene:
        """Continue a saved session, with the marks that have been added meanwhile.

        The position is that of the saved session if nothing has been read yet, else it stays.
        """
        for mark in scene.session.marks:
            session = session.with_mark(mark)
        here, there = scene.reading, Reading.of(scene.alignment, self._threshold)
        there = _resumed(there, session, self._threshold)
        at_start = self._at_start(scene)
        if not at_start:
            first = Reading.of(here.comparison, self._threshold)
            there = replace(there, left=here.left, right=here.right, side=here.side, pair=here.pair)
            if here.visible.filter != first.visible.filter:
                there = replace(there, visible=VisibleLinks.of(there.comparison, here.visible.filter))
            there = there.with_comparison(there.comparison)  # at the link, if it is still a link
        scene = replace(scene, corrections=session.corrections, session=session)
        scene = scene.at(there, level=True, stay=not at_start)
        stopped = stopped_here(scene) if at_start else ""
        return scene.saying("; ".join(part for part in (session.resume_message, stopped) if part))

    def _at_start(self, scene: Scene) -> bool:
        """Whether nothing has been read yet."""
        first = Reading.of(scene.reading.comparison, self._threshold)
        return scene.reading == first and not scene.view.left_top + scene.view.right_top

    def save(self, scene: Scene) -> Scene:
        """Save the position and the passages seen; nothing while only beginnings are read."""
        if not scene.complete:
            return scene
        scene = self._read_late(scene) if scene.session.unread else scene
        self.look(scene)
        session = scene.session.with_seen(self._watch.seen)
        if self._forgotten == _state(scene):
            return scene  # nothing is done since: it stays forgotten
        self._forgotten = None
        try:
            if session.unread and self._at_start(scene):
                self._store.queue.flush()  # the saved position stays
            else:
                session = replace(session.with_reading(scene.reading), preferences=scene.preferences)
                self._store.save(session)
        except StateError as error:
            scene = scene.saying(str(error))
        locked = self._store.queue.seconds_locked > LOCKED_SECONDS
        return replace(scene, session=session, unsaved=UNSAVED if locked else "")

    def forget(self, scene: Scene, ids: Collection[int], *, everything: bool = False) -> Scene:
        """Forget some saved comparisons, or all; of the one on the screen only the place stays.

        Nothing of that one is saved again before the reader does more with it.
        """
        try:
            if everything:
                self._store.forget_all()
            self._store.forget(*ids)
            scene = self._forgotten_here(scene) if everything or ids else scene
            return self._without_saved_dismissals(scene)
        except StateError as error:
            return scene.refusing(str(error))

    def _forgotten_here(self, scene: Scene) -> Scene:
        """The scene with nothing but the place, if its comparison was forgotten. Raises StateError."""
        if self._forgotten == _state(scene) or self._store.is_saved(scene.session):
            return scene
        self._watch = SeenWatch(self._clock)
        session = self._store.session(scene.alignment.articles, scene.sources)
        scene = replace(scene, session=session, corrections=session.corrections, former_corrections=())
        scene = without_dismissed(scene)
        corrected = scene.corrections.apply(scene.alignment)
        scene = scene.at(scene.reading.with_comparison(corrected), stay=True, message=FORGOTTEN)
        self._forgotten = _state(scene)
        return scene

    def record(self, scene: Scene, story: Story) -> Scene:
        """Record which reports are open together: what is noted on one is known wherever it is compared.

        Differences that were dismissed in any two of them are marked nowhere.
        """
        if self.lasting and story.count > 2:
            try:
                self._store.record_story(story.articles, story.sources)
            except StateError as error:
                return scene.saying(str(error))
        return self._without_saved_dismissals(scene)

    def _without_saved_dismissals(self, scene: Scene) -> Scene:
        if scene.story is None:
            return scene
        from tui.ui.features.dismissals import dismissing_saved

        return dismissing_saved(scene, self._store)

    def look(self, scene: Scene) -> None:
        """Take note of the passages on the screen, which count as seen after a while."""
        sides = [side for side in Side if scene.geometry.rows_of(side, scene.reading.side)]
        self._watch.look(passages_seen(scene.view, sides))

    def look_again(self, old: Scene, new: Scene) -> None:
        """Take note of what leaves the screen and of what comes to it, when the view changes."""
        self.look(old)
        self.look(new)

    def is_waiting(self, scene: Scene) -> bool:
        """Whether something is to be read or written as soon as another program unlocks the state file."""
        return scene.session.unread or self._store.queue.waiting

    def _read_late(self, scene: Scene) -> Scene:
        """Continue the saved session if the lock that kept it from being read is gone."""
        articles, fresh = scene.alignment.articles, scene.session.fresh
        session = self._store.session(articles, scene.sources, fresh=fresh)
        if session.unread:
            return scene
        at_start = self._at_start(scene)
        scene = self._merged(scene, session.with_seen(scene.session.seen))
        if at_start and session.preferences:
            scene = scene.arranged(*scene.terminal, session.preferences)
        return scene


def without_dismissed(scene: Scene) -> Scene:
    """The scene without the differences that its session has dismissed."""
    if scene.story is None and not scene.session.marks and not scene.ledger.dismissed:
        return scene  # as at the start, which does without that module
    from tui.ui.features.dismissals import dismissed_keys, dismissing

    return dismissing(scene, dismissed_keys(scene.session))


def _state(scene: Scene) -> _State:
    """The reader's work and what is on the screen: while they are the same, nothing more was done."""
    session = scene.session.with_reading(scene.reading)
    tops = scene.view.left_top, scene.view.right_top
    return session.marks, session.position, session.view_settings, *tops


def _pending(articles: FullArticles) -> str:
    """What is still to come for full articles."""
    if not articles.comparison.aligned:
        return ALIGNING
    return REFINING if articles.refining else ""


def _resumed(reading: Reading, session: Session, threshold: float | None) -> Reading:
    """The reading with the corrections, filters and position of a session."""
    corrected = session.corrections.apply(reading.comparison)
    return session.resume(reading.with_comparison(corrected), threshold)


def stopped_here(scene: Scene, now: datetime | None = None) -> str:
    """`You stopped here yesterday at 19:54, pair 3 of 5`; empty at the start, or without a saved position.

    The pair has its number among the links shown now, and none while they are still to come.
    """
    session, reading = scene.session, scene.reading
    if session.position is None or not session.opened or reading.untouched:
        return ""
    then = day_and_time(datetime.fromtimestamp(session.opened), now or datetime.now())
    number = reading.pair_number
    pair = f", pair {number} of {len(reading.visible.stops)}" if number else ""
    return f"You stopped here {then}{pair}"


def _notes(reading: Reading) -> str:
    """Remarks on how the articles were read: `left: read as windows-1252`."""
    notes = {side: reading.comparison.article(side).notes for side in Side}
    return "; ".join(f"{side.value}: {', '.join(lines)}" for side, lines in notes.items() if lines)
