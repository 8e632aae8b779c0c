"""Open the database file in any condition. A damaged file is never deleted or written to."""

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

from tui.session.schema import APPLICATION_ID, VERSION, migrate, version
from tui.sources.clean import clean_line
from tui.storage.atomic_write import flush_folder

LOCK_TIMEOUT = 0.05
"""Seconds to wait for another program that has locked the database: a key waits as long. A transaction of
another instance takes about 10 ms."""
FOLDER_TIMEOUT = 5.0
"""Seconds to wait for another instance that creates the file or sets it aside, which takes about 30 ms."""
_SUFFIXES = ("", "-wal", "-shm", "-journal")
"""Suffixes of the files that SQLite keeps beside a database, which are moved with it."""


class DamagedFile(Exception):
    """The file is damaged or not ours; the message says why."""


class NewerVersion(Exception):
    """A later version of the program wrote the file."""


class OpenedFile(Struct):
    """A database connection, and one line on any problem with its file."""

    db: sqlite3.Connection
    message: str = ""
    persistent: bool = True
    """Whether data written outlasts the program."""
    inode: int = 0


def open_file(path: Path) -> OpenedFile:
    """Open the state file, or create it. A file that cannot be used is set aside, with a message.

    If the file cannot be written, its content (or nothing) is held in memory. Raises sqlite3.Error only if
    another program has locked the file.
    """
    message, suspect = "", False
    for _ in range(3):
        try:
            message = _ensure_file(path) or message
            return OpenedFile(_open(path), message, True, path.lstat().st_ino)
        except NewerVersion as error:
            return OpenedFile(in_memory(), str(error), False)
        except DamagedFile as error:
            message = _try_to_set_aside(path, str(error))
        except (OSError, sqlite3.Error) as error:
            if is_locked(error):
                raise
            if not is_damage(error):
                return _in_memory_copy(path, error)
            if suspect:
                message = _try_to_set_aside(path, "it is damaged")
            suspect = True  # A single read error looks the same: try again.
    return OpenedFile(
        in_memory(), message or f"{clean_line(str(path))} cannot be used; nothing will be saved", False
    )


def open_to_look(path: Path) -> sqlite3.Connection | None:
    """A connection that only reads; None if the file is none of ours. Nothing is created, changed or renamed.

    Raises sqlite3.Error if the file is damaged or locked.
    """
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
    except OSError:
        return None
    # SQLite cannot read beside other programs where it may write no file for the lock.
    how = "mode=ro" if os.access(path.parent, os.W_OK) else "immutable=1"
    db = sqlite3.connect(f"file:{quote(bytes(path))}?{how}", uri=True, timeout=LOCK_TIMEOUT)
    try:
        _check(db, path)
    except (DamagedFile, NewerVersion):
        db.close()
        return None
    except BaseException:
        db.close()
        raise
    return db


def is_locked(error: BaseException) -> bool:
    """Whether an error means that another program has locked the file."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_damage(error: BaseException) -> bool:
    """Whether an error means that the file is damaged, and not merely inaccessible."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return True
    return code == sqlite3.SQLITE_ERROR and "no such" in str(error)  # a table or a column


def in_memory() -> sqlite3.Connection:
    """An empty database in memory."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    _configure(db)
    migrate(db)
    return db


def set_aside(path: Path, why: str, inode: int = 0) -> str:
    """Rename a file that cannot be used, with the files beside it; returns a line that says so.

    `inode`: that of the damaged file, since another instance may already have replaced it.
    """
    with _exclusive(path.parent):
        with suppress(FileNotFoundError):
            if inode and path.lstat().st_ino != inode:
                return ""
        target = _free_name(path)
        for end in _SUFFIXES:  # The file first: the others mean nothing without it.
            with suppress(FileNotFoundError):
                Path(f"{path}{end}").rename(f"{target}{end}")
    name = clean_line(target.name)
    return f"{clean_line(str(path))}: {why}; it was renamed to {name}, and a new one was started"


def _try_to_set_aside(path: Path, why: str) -> str:
    try:
        return set_aside(path, why)
    except OSError as error:
        return f"{clean_line(str(path))}: {why}, and {_reason(error)}; nothing will be saved"


def _free_name(path: Path) -> Path:
    when = time.strftime("%Y%m%d-%H%M%S")
    names = (f"{path.name}.damaged-{when}{'' if k == 0 else f'-{k}'}" for k in range(1000))
    return next(free for name in names if not os.path.lexists(free := path.with_name(name)))


@contextmanager
def _exclusive(folder: Path) -> Iterator[None]:
    """Keep other instances from creating, renaming or replacing the file."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        end = time.monotonic() + FOLDER_TIMEOUT
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.01)
            except OSError:  # No such locks (NFS): a rename is atomic all the same.
                break
        yield
    finally:
        os.close(descriptor)


def _ensure_file(path: Path) -> str:
    """Make sure that there is a file to open; returns a message if another one was set aside for it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with suppress(FileNotFoundError):
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            # A link is renamed, not followed: its target is not ours to write to.
            message = set_aside(path, "it is not a regular file", status.st_ino)
            _create(path)
            return message
        if not status.st_size:
            raise DamagedFile("it is empty")
        if status.st_mode & 0o077:
            path.chmod(0o600)
        if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK)):
            raise PermissionError("it cannot be written")
        return ""
    _create(path)
    return ""


def _create(path: Path) -> None:
    """Create the file completely under another name, then rename it. Of two instances only one does."""
    with _exclusive(path.parent):
        if os.path.lexists(path):
            return
        for end in _SUFFIXES[1:]:  # Without their file they would be read into the new one.
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
        flush_folder(path.parent)


def _open(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(
        f"file:{quote(bytes(path))}?mode=rw", uri=True, timeout=LOCK_TIMEOUT, isolation_level=None
    )
    try:
        _configure(db)
        _check(db, path)
        if version(db) < VERSION:
            migrate(db)
    except BaseException:
        db.close()
        raise
    return db


def _configure(db: sqlite3.Connection) -> None:
    db.text_factory = lambda data: data.decode("utf-8", "replace")
    # FULL: a note confirmed on screen survives a power cut too (one fsync for each note).
    for setting in ("synchronous = FULL", "foreign_keys = ON", "secure_delete = ON", "trusted_schema = OFF"):
        db.execute(f"PRAGMA {setting}")


def _check(db: sqlite3.Connection, path: Path) -> None:
    """Raises DamagedFile or NewerVersion."""
    file_version = version(db)
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID or file_version < 1:
        raise DamagedFile("it is not a state file of this program")
    if file_version > VERSION:
        raise NewerVersion(
            f"{clean_line(str(path))} was written by a newer version of this program; it is left "
            "unchanged, and nothing will be saved"
        )


def _in_memory_copy(path: Path, error: Exception) -> OpenedFile:
    """Copy a file that cannot be written into memory; an empty database if it cannot be read either."""
    message = f"{clean_line(str(path))}: {_reason(error)}; changes will not be saved"
    db = in_memory()
    if not path.is_file():
        return OpenedFile(db, message, False)
    try:
        with closing(sqlite3.connect(f"file:{quote(bytes(path))}?immutable=1", uri=True)) as source:
            _check(source, path)
            source.backup(db)
        migrate(db)
    except (sqlite3.Error, DamagedFile, NewerVersion):
        db.close()
        db = in_memory()
    return OpenedFile(db, message, False)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return clean_line(error.strerror or str(error)).lower()
    return clean_line(str(error))
