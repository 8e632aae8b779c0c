"""Opening the state file, whatever has become of it. Nothing damaged is ever deleted or written to."""

from __future__ import annotations

import fcntl
import os
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from tui.session.schema import APPLICATION, VERSION, migrate, version
from tui.sources.clean import clean_line

PATIENCE = 5.0
"""Seconds to wait for another instance; its transactions take some 10 ms."""
_BESIDE = ("", "-wal", "-shm", "-journal")
"""What SQLite keeps beside a file belongs to it and goes with it."""


class Damaged(Exception):
    """The file is none of ours, or no longer whole; the message says why."""


class Newer(Exception):
    """A later version of the program has written the file."""


class Opened(Struct):
    """A connection, and what the reader must know of it."""

    db: sqlite3.Connection
    message: str = ""
    lasting: bool = True
    """Whether what is written outlasts the program."""
    inode: int = 0


def connect(path: Path) -> Opened:
    """The state file, made if there is none; what cannot be used is set aside and said.

    Never fails: where the file cannot be written, what it holds (or nothing) is there in memory.
    """
    said, doubted = "", False
    for _ in range(3):
        try:
            said = _prepare(path) or said
            return Opened(_open(path), said, True, path.lstat().st_ino)
        except Newer as error:
            return Opened(in_memory(), str(error), False)
        except Damaged as error:
            said = _try_aside(path, str(error))
        except (OSError, sqlite3.Error) as error:
            if not is_damage(error):
                return _copied(path, error)
            if doubted:
                said = _try_aside(path, "it is damaged")
            doubted = True  # A single error of reading looks the same: look again.
    return Opened(in_memory(), said or f"{clean_line(str(path))} cannot be used: nothing is kept", False)


def is_damage(error: BaseException) -> bool:
    """Whether an error says that the file itself is broken, and not that it cannot be reached."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return True
    return code == sqlite3.SQLITE_ERROR and "no such" in str(error)  # a table or a column


def in_memory() -> sqlite3.Connection:
    """An empty state that writes nothing anywhere."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    _set_up(db)
    migrate(db)
    return db


def set_aside(path: Path, why: str, inode: int = 0) -> str:
    """Rename a file nobody can use, with all that belongs to it; says so in one line.

    `inode` is the one that was found to be damaged: another instance may have been quicker.
    """
    with _alone(path.parent):
        with suppress(FileNotFoundError):
            if inode and path.lstat().st_ino != inode:
                return ""
        kept = _free_name(path)
        for end in _BESIDE:  # The file first: without it, the rest means nothing.
            with suppress(FileNotFoundError):
                Path(f"{path}{end}").rename(f"{kept}{end}")
    return f"{clean_line(str(path))}: {why}; it is kept as {clean_line(kept.name)}, and a new one was begun"


def _try_aside(path: Path, why: str) -> str:
    try:
        return set_aside(path, why)
    except OSError as error:
        return f"{clean_line(str(path))}: {why}, and {_reason(error)}: nothing is kept this time"


def _free_name(path: Path) -> Path:
    when = time.strftime("%Y%m%d-%H%M%S")
    names = (f"{path.name}.damaged-{when}{'' if k == 0 else f'-{k}'}" for k in range(1000))
    return next(kept for name in names if not os.path.lexists(kept := path.with_name(name)))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """No other instance makes, renames or replaces the file meanwhile."""
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.01)
            except OSError:  # No such locks there (NFS): a rename is whole all the same.
                break
        yield
    finally:
        os.close(held)


def _prepare(path: Path) -> str:
    """See that there is a file to open; what was set aside for it, if anything."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with suppress(FileNotFoundError):
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            # A link is renamed, not followed: what it leads to is not ours to write to.
            said = set_aside(path, "it is no file", found.st_ino)
            _make(path)
            return said
        if not found.st_size:
            raise Damaged("it is empty")
        if found.st_mode & 0o077:
            path.chmod(0o600)
        if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK)):
            raise PermissionError("it cannot be written")
        return ""
    _make(path)
    return ""


def _make(path: Path) -> None:
    """Make the file: whole, under another name, then renamed. Two instances make one."""
    with _alone(path.parent):
        if os.path.lexists(path):
            return
        for end in _BESIDE[1:]:  # Left without its file it would be read into the new one.
            with suppress(FileNotFoundError):
                Path(f"{path}{end}").rename(f"{_free_name(path)}{end}")
        for rest in path.parent.glob(f"{path.name}.new*"):
            rest.unlink(missing_ok=True)
        new = path.with_name(f"{path.name}.new")
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600))
        with closing(sqlite3.connect(new, isolation_level=None)) as db:
            db.execute("PRAGMA journal_mode = WAL")
            migrate(db)
        new.rename(path)
        folder = os.open(path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)


def _open(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(
        f"file:{quote(bytes(path))}?mode=rw", uri=True, timeout=PATIENCE, isolation_level=None
    )
    try:
        _set_up(db)
        _check(db, path)
        if version(db) < VERSION:
            migrate(db)
    except BaseException:
        db.close()
        raise
    return db


def _set_up(db: sqlite3.Connection) -> None:
    db.text_factory = lambda data: data.decode("utf-8", "replace")
    # FULL: a note confirmed on screen outlasts a power cut too (one fsync a note).
    for setting in ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON", "trusted_schema = OFF"):
        db.execute(f"PRAGMA {setting}")


def _check(db: sqlite3.Connection, path: Path) -> None:
    """Raises Damaged or Newer."""
    found = version(db)
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION or found < 1:
        raise Damaged("it is not a state file of this program")
    if found > VERSION:
        raise Newer(
            f"{clean_line(str(path))} was written by a newer version of this program: it is left as it is, "
            "and nothing is kept this time"
        )


def _copied(path: Path, error: Exception) -> Opened:
    """What a file that cannot be written holds, in memory; nothing, if it cannot be read either."""
    said = f"{clean_line(str(path))}: {_reason(error)}: what you mark now is not kept"
    db = in_memory()
    if not path.is_file():
        return Opened(db, said, False)
    try:
        with closing(sqlite3.connect(f"file:{quote(bytes(path))}?immutable=1", uri=True)) as source:
            _check(source, path)
            source.backup(db)
        migrate(db)
    except (sqlite3.Error, Damaged, Newer):
        db.close()
        db = in_memory()
    return Opened(db, said, False)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return clean_line(error.strerror or str(error)).lower()
    return clean_line(str(error))
