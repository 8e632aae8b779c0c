"""Connection to the state file: every access is a transaction, repeated on a new file after damage."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from tui.session.database_file import OpenedFile, in_memory, is_damage, open_file, set_aside
from tui.session.session import StateError
from tui.sources.clean import clean_line

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]


class Database:
    """The database in the state file, or in memory if `path` is None."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._opened = open_file(path) if path else OpenedFile(in_memory(), persistent=False)
        self.message = self._opened.message

    @property
    def persistent(self) -> bool:
        return self._opened.persistent

    def close(self) -> None:
        self._opened.db.close()

    def read(self, work: Work[T]) -> T:
        """Run a query. Raises StateError if the file cannot be read."""
        failed = "could not read the state file"
        return self._with_recovery(failed, lambda db: _transaction(db, "DEFERRED", work))

    def write(self, work: Work[T]) -> T:
        """Run a change in one transaction; it is on the disk when this returns. Raises StateError."""
        return self._with_recovery("could not save", lambda db: _transaction(db, "IMMEDIATE", work))

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
        self._check_file()
        for remedy in (self._open_again, self._start_new_file, None):
            try:
                return work(self._opened.db)
            except sqlite3.Error as error:
                if remedy is None or not self._opened.persistent or not is_damage(error):
                    raise StateError(f"{failed}: {clean_line(str(error))}") from error
                remedy()
        raise AssertionError

    def _check_file(self) -> None:
        """Open the file again if another instance or a person has replaced it."""
        if self._path is None or not self._opened.persistent:
            return
        try:
            same = self._path.lstat().st_ino == self._opened.inode
        except OSError:
            same = False
        if not same:
            self._reopen("the state file had been removed; a new one was started")

    def _open_again(self) -> None:
        """Open the same file again, since a single read error looks like damage."""
        self._reopen("")

    def _start_new_file(self) -> None:
        """Set the file aside, if possible, and start a new one."""
        assert self._path is not None
        self._opened.db.close()
        try:
            message = set_aside(self._path, "it is damaged", self._opened.inode)
        except OSError as error:
            message = f"the state file is damaged: {clean_line(str(error))}"
        self._reopen(message)

    def _reopen(self, message: str) -> None:
        assert self._path is not None
        self._opened.db.close()
        self._opened = open_file(self._path)
        self.message = self._opened.message or message or self.message


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
