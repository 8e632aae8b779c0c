"""One connection to the state file: every change is a transaction, tried again on a file begun anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from tui.session.database_file import Opened, connect, in_memory, is_damage, set_aside
from tui.session.identity import NotSaved
from tui.sources.clean import clean_line

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]


class Database:
    """The state file, or memory only if `path` is None."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._opened = connect(path) if path else Opened(in_memory(), lasting=False)
        self.message = self._opened.message

    @property
    def lasting(self) -> bool:
        return self._opened.lasting

    def close(self) -> None:
        self._opened.db.close()

    def read(self, work: Work[T]) -> T:
        """What a query finds. Raises NotKept if the file cannot be read."""
        return self._tried(lambda db: _transaction(db, "DEFERRED", work))

    def write(self, work: Work[T]) -> T:
        """Do some work wholly or not at all; it is on the disk when this returns. Raises NotKept."""
        return self._tried(lambda db: _transaction(db, "IMMEDIATE", work))

    def clear(self, *, aside: bool = False) -> None:
        """Leave nothing on the disk of what was deleted; nor, if so asked, of files set aside."""
        with suppress(sqlite3.Error):
            self._opened.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._opened.db.execute("VACUUM")
        if aside and self._path is not None:
            for kept in self._path.parent.glob(f"{self._path.name}.damaged-*"):
                with suppress(OSError):
                    kept.unlink()

    def _tried(self, work: Work[T]) -> T:
        """Thrice, if the file turns out to be damaged or gone: opened again, then on a new one."""
        self._find_again()
        for remedy in (self._look_again, self._begin_anew, None):
            try:
                return work(self._opened.db)
            except sqlite3.Error as error:
                if remedy is None or not self._opened.lasting or not is_damage(error):
                    raise NotSaved(f"not kept: {clean_line(str(error))}") from error
                remedy()
        raise AssertionError

    def _find_again(self) -> None:
        """Open the file that stands in the path now, if another instance or a person has replaced it."""
        if self._path is None or not self._opened.lasting:
            return
        try:
            same = self._path.lstat().st_ino == self._opened.inode
        except OSError:
            same = False
        if not same:
            self._reopen("the state file was gone: a new one was begun")

    def _look_again(self) -> None:
        """Open the same file once more: a single error of reading looks like damage."""
        self._reopen("")

    def _begin_anew(self) -> None:
        """Set the file aside, as far as that is possible, and begin a new one."""
        assert self._path is not None
        self._opened.db.close()
        try:
            said = set_aside(self._path, "it is damaged", self._opened.inode)
        except OSError as error:
            said = f"the state file is damaged: {clean_line(str(error))}"
        self._reopen(said)

    def _reopen(self, said: str) -> None:
        assert self._path is not None
        self._opened.db.close()
        self._opened = connect(self._path)
        self.message = self._opened.message or said or self.message


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
