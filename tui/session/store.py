"""Store of all sessions, saved from one run of the program to the next.

The database is opened when it is first needed: a store that is not used costs nothing. Nobody waits for a
database that another program has locked: changes are held in memory and written when the lock is gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from os.path import lexists
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.model import Article, PassagePair
from tui.model.corrections import Corrections
from tui.session.identity import Sources
from tui.session.marks import Mark, MarkKind
from tui.session.session import NOTHING_SEEN, LockedError, Recent, Session, StateError
from tui.session.write_queue import WriteQueue
from tui.storage.folders import can_be_written, state_folder

if TYPE_CHECKING:
    from tui.session.database import Database

DATABASE_NAME = "sessions.db"


def state_path() -> Path:
    return state_folder() / DATABASE_NAME


class Store:
    """Sessions by the sources of a comparison. Only methods that say so raise StateError."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._open_database: Database | None = None
        self._written: dict[str, str] = {}
        self.queue = WriteQueue(lambda: self._database)
        """Changes that wait for another program to unlock the file."""

    @classmethod
    def open(cls, path: Path | None = None) -> Store:
        """The store in a file, by default in the user's state folder."""
        return cls(path or state_path())

    @classmethod
    def in_memory(cls) -> Store:
        """A store that writes nothing and lasts as long as the program."""
        return cls(None)

    @property
    def _database(self) -> Database:
        if self._open_database is None:
            from tui.session.database import Database  # SQLite: 6 ms, and reports need none

            self._open_database = Database(self._path)
        return self._open_database

    @property
    def message(self) -> str:
        """One line on a problem with the state file; empty if there was none."""
        return self._database.message

    @property
    def has_file(self) -> bool:
        """Whether sessions are to be saved in a file, which may turn out to be unusable."""
        return self._path is not None

    @property
    def needs_no_database(self) -> bool:
        """Whether nothing can be read, as nothing has been saved, and as far as can be told something can be.

        Never once the database is open, which knows.
        """
        if self._open_database is not None:
            return False
        return self._path is None or (not lexists(self._path) and can_be_written(self._path.parent))

    @property
    def persistent(self) -> bool:
        """Whether saved data outlasts the program."""
        return self._database.persistent

    def close(self) -> None:
        """Close the file; it is opened again when the store is used again."""
        database, self._open_database = self._open_database, None
        if database:
            database.close()

    # -- one comparison

    def session(
        self, articles: Sequence[Article], names: Sequence[str] = (), *, fresh: bool = False
    ) -> Session:
        """The saved session of two articles, in either order; a new one if there is none.

        `names`: path, address or `-` of each article, as the reader gave them. `fresh`: start at the top,
        with nothing seen and no filter; marks, notes and pins are the reader's work and stay.
        """
        sources = Sources.of(articles, names)
        if self.needs_no_database:
            return Session(sources, fresh=fresh)  # without SQLite on the way to the first frame
        from tui.session.queries import read_session

        try:
            session = self._database.read(lambda db: read_session(db, sources))
            session = replace(session, problem=self.message)
        except StateError as error:
            session = Session(sources, problem=str(error), unread=isinstance(error, LockedError))
        session = self.queue.applied(session)
        if fresh:
            return replace(
                session, position=None, view_settings=None, seen=NOTHING_SEEN, preferences=None, fresh=True
            )
        return session

    def reload(self, session: Session) -> Session:
        """Take over the marks and notes that another instance has added or removed."""
        from tui.session.queries import read_session

        try:
            now = self._database.read(lambda db: read_session(db, session.sources))
        except StateError:
            return session
        return replace(session, marks=self.queue.applied(now).marks) if now.opened else session

    def save(self, session: Session) -> None:
        """Save position, filters, preferences and passages seen, if they have changed. Raises StateError.

        While the file is locked they are held back, as marks are.
        """
        from tui.session.serialization import encode_view

        view, key = encode_view(session), session.sources.key
        if self._written.get(key) == view:
            self.queue.flush()
            return
        self.queue.write(replace(self.queue.of(session), session=session, view=session))
        self._written[key] = view

    def add(self, session: Session, *marks: Mark) -> Session:
        """Add marks. Raises StateError; see `change`."""
        return self.change(session, marks)

    def remove(self, session: Session, *uids: str) -> Session:
        """Remove marks; `add` restores them. Raises StateError."""
        return self.change(session, removed=uids)

    def change(self, session: Session, new: Iterable[Mark] = (), removed: Iterable[str] = ()) -> Session:
        """Add some marks and remove others in one transaction. Raises StateError.

        They are on the disk when this returns, unless another program has locked the file: then they wait in
        the queue.
        """
        new, removed = tuple(new), tuple(removed)
        if not new and not removed:
            return session
        for uid in removed:
            session = session.without_mark(uid)
        for mark in new:
            session = session.with_mark(mark)
        self.queue.write(self.queue.of(session).changed(session, new, removed))
        return session

    def save_note(self, session: Session, left: int | None, right: int | None, text: str) -> Session:
        """Save the note on a passage or a link, in place of the previous one and of its draft.

        An empty text removes the note. Raises StateError; see `change`.
        """
        draft = session.mark_at(MarkKind.DRAFT, left, right)
        note = session.mark_at(MarkKind.NOTE, left, right)
        removed = [mark.uid for mark in (draft, note) if mark and (mark is draft or not text)]
        new = session.new_mark(MarkKind.NOTE, left, right, text) if note is None else replace(note, text=text)
        return self.change(session, [new] if text else [], removed)

    def save_draft(self, session: Session, left: int | None, right: int | None, text: str) -> Session:
        """Save a draft of the note on a passage or a link; an empty text removes it. Raises StateError."""
        draft = session.mark_at(MarkKind.DRAFT, left, right)
        new = (
            session.new_mark(MarkKind.DRAFT, left, right, text)
            if draft is None
            else replace(draft, text=text)
        )
        return self.change(session, [new] if text else [], [draft.uid] if draft and not text else [])

    def save_corrections(self, session: Session, corrections: Corrections) -> Session:
        """Save pins and rejections; only changes are written. Raises StateError."""
        removed, new = _changed_corrections(session, session.corrections, corrections)
        return self.change(session, new, [mark.uid for mark in removed])

    def is_saved(self, session: Session) -> bool:
        """Whether anything is saved of the comparison of a session. Raises StateError."""
        from tui.session.queries import read_session

        return self._database.read(lambda db: read_session(db, session.sources)).opened > 0

    def dismissed(self, comparisons: Sequence[Sources]) -> list[frozenset[str]]:
        """The keys of the differences dismissed in each comparison; none if they cannot be read."""
        from tui.session.queries import read_dismissed

        try:
            saved = self._database.read(lambda db: [read_dismissed(db, sources) for sources in comparisons])
        except StateError:
            saved = [() for _ in comparisons]
        now = [self.queue.applied(Session(one, marks)) for one, marks in zip(comparisons, saved, strict=True)]
        return [frozenset(m.text for m in one.marks if m.kind is MarkKind.DISMISSED) for one in now]

    # -- languages of sources

    def languages(self, names: Iterable[str]) -> dict[str, str]:
        """The languages that the reader chose for named sources, by name; none if they cannot be read.

        A file that is not open yet is only looked into: if it is damaged, who opens it tells the reader.
        """
        from tui.session.languages import look_up_languages, read_languages

        if self._path and self._open_database is None:
            return look_up_languages(self._path, names)
        try:
            return self._database.read(lambda db: read_languages(db, names))
        except StateError:
            return {}

    def save_language(self, name: str, article: Article, code: str) -> None:
        """Save the language of a named source, which has that article; an empty one is forgotten.

        Raises StateError.
        """
        from tui.session.languages import write_language

        self._database.write(lambda db: write_language(db, name, article, code), wait=False)

    def forget_languages(self, names: Collection[str]) -> None:
        """Have the languages of named sources detected from now on. Raises StateError."""
        from tui.session.languages import forget_languages

        if names:
            self._database.write(lambda db: forget_languages(db, names), wait=False)

    # -- all comparisons

    def recents(self) -> tuple[Recent, ...]:
        """The saved comparisons and stories, the latest first. Raises StateError.

        A story is a set of reports that were opened together; its id is negative.
        """
        from tui.session.queries import read_recents
        from tui.session.stories import read_stories

        recents = (*self._database.read(read_recents), *self._database.read(read_stories))
        return tuple(sorted(recents, key=lambda recent: -recent.opened))

    def record_story(self, articles: Sequence[Article], names: Sequence[str]) -> None:
        """Record that more than two reports are open together. Raises StateError.

        What is noted on a passage of one of them is then known in its comparison with each other one.
        """
        from tui.session.stories import write_story

        sources = Sources.of(articles, names)
        self._database.write(lambda db: write_story(db, sources), wait=False)

    def forget(self, *ids: int) -> None:
        """Delete everything saved of some comparisons, and some stories. Raises StateError."""
        from tui.session.languages import forget_unused_languages
        from tui.session.queries import forget
        from tui.session.stories import forget_stories

        if not ids:
            return
        self.queue.flush()
        self._database.write(lambda db: forget(db, [id for id in ids if id > 0]))
        self._database.write(lambda db: forget_stories(db, [id for id in ids if id < 0]))
        self._database.write(forget_unused_languages)
        self._database.clear()
        self._written.clear()

    def forget_all(self) -> None:
        """Delete everything, including damaged files that were set aside. Raises StateError."""
        from tui.session.languages import forget_unused_languages
        from tui.session.queries import forget
        from tui.session.stories import forget_stories

        self.queue.flush()
        self._database.write(lambda db: forget(db, None))
        self._database.write(lambda db: forget_stories(db, None))
        self._database.write(forget_unused_languages)
        self._database.clear(aside=True)
        self._written.clear()


def _changed_corrections(
    session: Session, saved: Corrections, corrections: Corrections
) -> tuple[list[Mark], list[Mark]]:
    """The marks to remove and those to add, to get from saved corrections to new ones."""
    removed: list[Mark] = []
    new: list[Mark] = []
    for kind, before, after in (
        (MarkKind.PINNED, saved.pinned, corrections.pinned),
        (MarkKind.REJECTED, saved.rejected, corrections.rejected),
    ):
        new += (session.new_mark(kind, *pair) for pair in sorted(after - before))
        removed += _marks_of_pairs(session, kind, before - after)
    return removed, new


def _marks_of_pairs(session: Session, kind: MarkKind, pairs: frozenset[PassagePair]) -> list[Mark]:
    return [mark for pair in sorted(pairs) for mark in session.corrections_at(pair) if mark.kind is kind]
