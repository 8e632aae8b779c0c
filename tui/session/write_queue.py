"""Changes to the state file; those that another program holds up with a lock are written when it is gone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from tui.model.wording import plural
from tui.session.marks import Mark, MarkKind
from tui.session.session import LockedError, Session, StateError

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.session.database import Database

MAX_COMPARISONS = 1000
"""Comparisons saved; beyond, the oldest ones without marks are deleted."""
RETRY = 0.1
"""Seconds between two attempts to write to a locked file when the program ends."""


class Unsaved(Struct, frozen=True):
    """What has changed in one session since it was last written: of each mark only the latest state."""

    session: Session
    """The session as it is now."""
    new: Mapping[str, Mark] = field(default_factory=dict)
    """Marks that are new or have changed, by uid."""
    removed: frozenset[str] = frozenset()
    """The uids of marks that are removed."""
    view: Session | None = None
    """The session whose position, filters and passages seen are to be written."""

    def changed(self, session: Session, new: Iterable[Mark], removed: Iterable[str]) -> Unsaved:
        """Remove some marks and add others; `session` is the session after that."""
        gone = frozenset(removed)
        added = {mark.uid: mark for mark in new}
        marks = {uid: mark for uid, mark in self.new.items() if uid not in gone} | added
        return replace(self, session=session, new=marks, removed=(self.removed | gone) - set(added))

    def applied(self, session: Session) -> Session:
        """A session as it was read from the file, with these changes."""
        for uid in self.removed:
            session = session.without_mark(uid)
        for mark in self.new.values():
            session = session.with_mark(mark)
        if self.view is None:
            return session
        view = self.view
        return replace(
            session.with_seen(view.seen),
            position=view.position,
            view_settings=view.view_settings,
            preferences=view.preferences,
        )

    def write(self, db: Connection) -> None:
        """Write the changes, inside a transaction."""
        from tui.session.queries import delete_marks, write_marks, write_view

        if self.removed:
            delete_marks(db, self.session, self.removed)
        if self.new:
            write_marks(db, self.session, self.new.values())
        if self.view:
            write_view(db, self.view)

    @property
    def summary(self) -> str:
        """The changes in words, with the text of each note: `note: "Who says so?"; 1 mark`."""
        from tui.sources.clean import clean_line  # patterns that the first frame does without

        texts = [mark.text for mark in self.new.values() if mark.kind in (MarkKind.NOTE, MarkKind.DRAFT)]
        marks = len(self.new) - len(texts)
        parts = [f'note: "{clean_line(text)}"' for text in texts]
        parts += [plural(marks, "mark")] if marks else []
        parts += [f"{plural(len(self.removed), 'mark')} removed"] if self.removed else []
        return "; ".join(parts) or "the position"


class WriteQueue:
    """Writes changes at once or, while another program has locked the file, holds them in memory."""

    def __init__(self, database: Callable[[], Database]) -> None:
        self._database = database
        self._unsaved: dict[str, Unsaved] = {}
        """By the keys of the comparisons."""
        self._locked_since: float | None = None

    @property
    def waiting(self) -> bool:
        """Whether changes are still to be written."""
        return bool(self._unsaved)

    @property
    def seconds_locked(self) -> float:
        """How long changes have been waiting for another program; 0 if none are."""
        return 0.0 if self._locked_since is None else time.monotonic() - self._locked_since

    @property
    def summary(self) -> str:
        """The changes still to be written, in words; empty if there are none."""
        return "; ".join(unsaved.summary for unsaved in self._unsaved.values())

    def of(self, session: Session) -> Unsaved:
        """The changes of a session still to be written."""
        return self._unsaved.get(session.sources.key) or Unsaved(session)

    def applied(self, session: Session) -> Session:
        """A session as it was read from the file, with the changes still to be written."""
        return self.of(session).applied(session)

    def write(self, unsaved: Unsaved) -> None:
        """Write the changes of a session, or hold them back while the file is locked. Raises StateError."""
        before = dict(self._unsaved)
        self._unsaved[unsaved.session.sources.key] = unsaved
        try:
            self.flush()
        except StateError:
            self._unsaved = before
            raise

    def flush(self) -> bool:
        """Write everything in one transaction; returns whether that was possible.

        Raises StateError for any other reason than a lock; the changes remain to be written.
        """
        if not self._unsaved:
            return True
        try:
            # Who has waited once need not wait at every key.
            self._database().write(self._write_all, wait=self._locked_since is None)
        except LockedError:
            self._locked_since = self._locked_since or time.monotonic()
            return False
        self._unsaved.clear()
        self._locked_since = None
        return True

    def finish(self, seconds: float) -> bool:
        """Wait for a lock to go and write what it holds back; returns whether all is written.

        Raises StateError for any other reason.
        """
        end = time.monotonic() + seconds
        while not self.flush():
            if time.monotonic() > end:
                return False
            time.sleep(RETRY)
        return True

    def _write_all(self, db: Connection) -> None:
        from tui.session.queries import prune

        for unsaved in self._unsaved.values():
            unsaved.write(db)
        if any(unsaved.view for unsaved in self._unsaved.values()):
            prune(db, MAX_COMPARISONS)
