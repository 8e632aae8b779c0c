"""Connection to the state file: every access is a transaction, repeated on a new file after damage."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from tui.session.database_file import (
    LOCK_TIMEOUT,
    OpenedFile,
    in_memory,
    is_damage,
    is_locked,
    open_file,
    set_aside,
)
from tui.session.session import LockedError, StateError
from tui.sources.clean import clean_line

LOCKED = "another program has locked it"
T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]


class Database:
    """The database in the state file, or in memory if `path` is None; opened when it is first used."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: OpenedFile | None = None
        self._message = ""

    @property
    def persistent(self) -> bool:
        """Whether data written outlasts the program; of a locked file this is assumed."""
        try:
            return self._opened.persistent
        except sqlite3.Error:
            return True

    @property
    def message(self) -> str:
        """One line on a problem with the file; empty if there was none."""
        with suppress(sqlite3.Error):
            self._opened  # noqa: B018 (opening brings the message)
        return self._message

    @property
    def _opened(self) -> OpenedFile:
        """The open file. Raises sqlite3.Error if another program has locked it."""
        if self._file is None:
            file = open_file(self._path) if self._path else OpenedFile(in_memory(), persistent=False)
            self._file, self._message = file, file.message or self._message
        return self._file

    def close(self) -> None:
        file, self._file = self._file, None
        if file:
            file.db.close()

    def read(self, work: Work[T]) -> T:
        """Run a query. Raises StateError if the file cannot be read."""
        failed = "could not read the state file"
        return self._with_recovery(failed, lambda db: _transaction(db, "DEFERRED", work))

    def write(self, work: Work[T], *, wait: bool = True) -> T:
        """Run a change in one transaction; it is on the disk when this returns.

        `wait`: for another instance to finish. Raises StateError: LockedError if the file is locked.
        """

        def change(db: sqlite3.Connection) -> T:
            db.execute(f"PRAGMA busy_timeout = {int(1000 * LOCK_TIMEOUT) if wait else 0}")
            try:
                return _transaction(db, "IMMEDIATE", work)
            finally:
                db.execute(f"PRAGMA busy_timeout = {int(1000 * LOCK_TIMEOUT)}")

        return self._with_recovery("could not save", change)

    def clear(self, *, aside: bool = False) -> None:
        """Remove all traces of deleted rows from the disk and, with `aside`, the files set aside."""
        with suppress(sqlite3.Error):
            self._opened.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._opened.db.execute("VACUUM")
        if aside and self._path is not None:
            for damaged in self._path.parent.glob(f"{self._path.name}.damaged-*"):
                with suppress(OSError):
                    damaged.unlink()

    def _with_recovery(self, failed: str, work: Work[T]) -> T:
        """Run some work; if the file is damaged, run it on the file opened again, then on a new one.

        Raises StateError, with a message that begins with `failed`.
        """
        for remedy in (self._open_again, self._start_new_file, None):
            try:
                self._check_file()
                return work(self._opened.db)
            except sqlite3.Error as error:
                if is_locked(error):
                    raise LockedError(f"{failed}: {LOCKED}") from error
                if remedy is None or not self.persistent or not is_damage(error):
                    raise StateError(f"{failed}: {clean_line(str(error))}") from error
                remedy()
        raise AssertionError

    def _check_file(self) -> None:
        """Open the file again if another instance or a person has replaced it."""
        if self._path is None or self._file is None or not self._file.persistent:
            return
        try:
            same = self._path.lstat().st_ino == self._file.inode
        except OSError:
            same = False
        if not same:
            self.close()
            self._message = "the state file had been removed; a new one was started"

    def _open_again(self) -> None:
        """Open the same file again, since a single read error looks like damage."""
        self.close()

    def _start_new_file(self) -> None:
        """Set the file aside, if possible, and start a new one."""
        assert self._path is not None
        inode = self._file.inode if self._file else 0
        self.close()
        try:
            self._message = set_aside(self._path, "it is damaged", inode) or self._message
        except OSError as error:
            self._message = f"the state file is damaged: {clean_line(str(error))}"


def _transaction(db: sqlite3.Connection, kind: str, work: Work[T]) -> T:
    db.execute(f"BEGIN {kind}")
    try:
        result = work(db)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    return result
