"""The one place where what a reader does is kept from one run of the program to the next.

Nothing is opened before it is needed: a store that is made and not used costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.model import Article, PassagePair
from tui.model.corrections import Corrections
from tui.session.identity import NotSaved, Recent, Sources
from tui.session.session import NOTHING_SEEN, Mark, MarkKind, Session
from tui.storage.folders import state_folder

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.session.database import Database

FILE = "sessions.db"
MOST = 1000
"""Comparisons kept; beyond, the oldest without marks go."""


def state_path() -> Path:
    return state_folder() / FILE


class Store:
    """Sessions by the two sources of a comparison. Its methods raise NotKept where they say so only."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._written: dict[str, str] = {}

    @classmethod
    def open(cls, path: Path | None = None) -> Store:
        """The store in that file, or in the user's state folder."""
        return cls(path or state_path())

    @classmethod
    def in_memory(cls) -> Store:
        """A store that writes nothing: what it is given lasts as long as the program."""
        return cls(None)

    @cached_property
    def _database(self) -> Database:
        from tui.session.database import Database  # SQLite: 6 ms, and reports need none

        return Database(self._path)

    @property
    def message(self) -> str:
        """One line on what was wrong with the state file; empty if nothing was."""
        return self._database.message

    @property
    def persistent(self) -> bool:
        """Whether what is given to it outlasts the program."""
        return self._database.lasting

    def close(self) -> None:
        """Give the file back; the store opens it anew when it is used again."""
        database = self.__dict__.pop("_database", None)
        if database:
            database.close()

    # -- one comparison

    def session(
        self, articles: Sequence[Article], names: Sequence[str] = (), *, fresh: bool = False
    ) -> Session:
        """The saved session of a comparison, in whatever order its articles are given; else a new one.

        `names`: path, address or `-` of each article, as the reader gave them. `fresh`: start at the top,
        with nothing seen and no filter; marks, notes and pins are the reader's work and stay.
        """
        from tui.session.rows import read_session

        sources = Sources.of(articles, names)
        try:
            session = self._database.read(lambda db: read_session(db, sources))
        except NotSaved as error:
            return Session(sources, problem=str(error))
        session = replace(session, problem=self.message)
        if fresh:
            return replace(
                session, position=None, view_settings=None, seen=NOTHING_SEEN, preferences=None, fresh=True
            )
        return session

    def reload(self, session: Session) -> Session:
        """With the marks and notes that another instance has made or removed meanwhile."""
        from tui.session.rows import read_session

        try:
            now = self._database.read(lambda db: read_session(db, session.sources))
        except NotSaved:
            return session
        return replace(session, marks=now.marks) if now.opened else session

    def save(self, session: Session) -> None:
        """Keep place, filters, layout and what was seen. Raises NotKept. Does nothing if nothing changed."""
        from tui.session.rows import prune, write_view
        from tui.session.values import view_text

        view, key = view_text(session), session.sources.key
        if self._written.get(key) == view:
            return

        def work(db: Connection) -> None:
            write_view(db, session)
            prune(db, MOST)

        self._database.write(work)
        self._written[key] = view

    def add(self, session: Session, *marks: Mark) -> Session:
        """With marks, which are on the disk when this returns. Raises NotKept."""
        return self.change(session, marks)

    def remove(self, session: Session, *uids: str) -> Session:
        """Without some marks; `add` brings them back. Raises NotKept."""
        return self.change(session, gone=uids)

    def change(self, session: Session, new: Iterable[Mark] = (), gone: Iterable[str] = ()) -> Session:
        """With some marks and without others, in one step: wholly or not at all. Raises NotKept."""
        from tui.session.rows import delete_marks, write_marks

        new, gone = tuple(new), tuple(gone)

        def work(db: Connection) -> None:
            delete_marks(db, session, gone)
            write_marks(db, session, new)

        if not new and not gone:
            return session
        self._database.write(work)
        for uid in gone:
            session = session.without_mark(uid)
        for mark in new:
            session = session.with_mark(mark)
        return session

    def save_note(self, session: Session, left: int | None, right: int | None, text: str) -> Session:
        """With a note on a passage or a link, in place of the one before and of a draft of it.

        An empty text removes the note. It is on the disk when this returns. Raises NotKept.
        """
        draft = session.mark_at(MarkKind.DRAFT, left, right)
        note = session.mark_at(MarkKind.NOTE, left, right)
        gone = [mark.uid for mark in (draft, note) if mark and (mark is draft or not text)]
        new = session.new_mark(MarkKind.NOTE, left, right, text) if note is None else replace(note, text=text)
        return self.change(session, [new] if text else [], gone)

    def save_draft(self, session: Session, left: int | None, right: int | None, text: str) -> Session:
        """With a draft for the next note there; an empty text removes it. Raises NotKept."""
        draft = session.mark_at(MarkKind.DRAFT, left, right)
        new = (
            session.new_mark(MarkKind.DRAFT, left, right, text)
            if draft is None
            else replace(draft, text=text)
        )
        return self.change(session, [new] if text else [], [draft.uid] if draft and not text else [])

    def save_corrections(self, session: Session, corrections: Corrections) -> Session:
        """With other pins and rejections: only what differs is written. Raises NotKept."""
        gone, new = _differing(session, session.corrections, corrections)
        return self.change(session, new, [mark.uid for mark in gone])

    # -- all comparisons

    def recents(self) -> tuple[Recent, ...]:
        """What was compared, the latest first; nothing if it cannot be read."""
        from tui.session.rows import read_recents

        try:
            return self._database.read(read_recents)
        except NotSaved as error:
            self._database.message = str(error)
            return ()

    def forget(self, *ids: int) -> None:
        """All that is kept of some comparisons. Raises NotKept."""
        from tui.session.rows import forget

        self._database.write(lambda db: forget(db, ids))
        self._database.clear()
        self._written.clear()

    def forget_all(self) -> None:
        """Everything, files that were set aside as well. Raises NotKept."""
        from tui.session.rows import forget

        self._database.write(lambda db: forget(db, None))
        self._database.clear(aside=True)
        self._written.clear()


def _differing(session: Session, now: Corrections, wanted: Corrections) -> tuple[list[Mark], list[Mark]]:
    """The rulings that no longer hold, and those to be made."""
    gone: list[Mark] = []
    new: list[Mark] = []
    for kind, before, after in (
        (MarkKind.PINNED, now.pinned, wanted.pinned),
        (MarkKind.REJECTED, now.rejected, wanted.rejected),
    ):
        new += (session.new_mark(kind, *pair) for pair in sorted(after - before))
        gone += _rulings(session, kind, before - after)
    return gone, new


def _rulings(session: Session, kind: MarkKind, pairs: frozenset[PassagePair]) -> list[Mark]:
    return [mark for pair in sorted(pairs) for mark in session.corrections_at(pair) if mark.kind is kind]
