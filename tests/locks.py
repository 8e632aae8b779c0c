"""Another program that locks the state file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def locked(path: Path, *, for_reading: bool = False) -> Iterator[sqlite3.Connection]:
    """Lock a database against writing or, if nobody has it open, against reading too.

    It is unlocked at the end, or by a ROLLBACK before.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        if for_reading:
            other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        yield other


def note_texts(path: Path) -> list[str]:
    """The notes in a database."""
    with closing(sqlite3.connect(path)) as db:
        return [row[0] for row in db.execute("SELECT text FROM mark WHERE kind = 'note' ORDER BY made")]
