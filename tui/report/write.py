"""Writing a report to a file: the whole report or nothing, and never over a file without saying so."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from tui.sources.clean import clean_line


class WriteError(Exception):
    """A report cannot be written. Its message is one clean line: which file, what is wrong, what to do."""

    def __init__(self, path: Path, wrong: str, remedy: str) -> None:
        # A file name may hold anything but a slash, undecodable bytes too.
        self.path = clean_line(os.fsencode(path).decode("utf-8", "replace"))
        super().__init__(f"{self.path}: {clean_line(wrong)}; {remedy}")


def write_report(path: Path, report: str, *, replace: bool = True) -> bool:
    """Write the report as UTF-8; returns whether a file of that name was replaced.

    The report is written beside its place, flushed to the disk, and moved there in one step, so that
    at any moment the file is the old or the new one. A file replaced passes on its permissions.
    Raises WriteError, and leaves what is there as it was: for a link, since where it leads is not
    what was named; for whatever else is no plain file; and for any file if not `replace`.
    """
    mode = _mode_of(path)
    if mode is not None and not replace:
        raise WriteError(path, "exists already", "name another file")
    try:
        # Encoded here, so that a lone surrogate costs a character and not the report.
        return _write(path, report.encode("utf-8", "replace"), mode, replace)
    except OSError as error:
        if isinstance(error, FileExistsError):
            raise WriteError(path, "exists already", "name another file") from None
        reason = error.strerror or str(error)
        raise WriteError(path, f"cannot be written: {reason}", "name another file or folder") from None


def _mode_of(path: Path) -> int | None:
    """The permissions of the plain file there; None if nothing is there. Raises WriteError."""
    try:
        found = path.lstat().st_mode
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can have this name"
        raise WriteError(path, f"cannot be written: {reason}", "name another file") from None
    if stat.S_ISDIR(found):
        raise WriteError(path, "is a directory", "name a file in it")
    if stat.S_ISLNK(found):
        raise WriteError(path, "is a symbolic link", "name the file itself")
    if not stat.S_ISREG(found):
        raise WriteError(path, "is no plain file", "leave --output out and redirect standard output")
    return stat.S_IMODE(found)


def _write(path: Path, data: bytes, mode: int | None, replace: bool) -> bool:
    folder = path.parent
    # Short and of its own: the name asked for may be as long as names can be.
    beside = folder / f".compare-tui-{secrets.token_hex(8)}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    handle = os.open(beside, flags, 0o666)  # the umask decides, as for any file a reader makes
    try:
        with os.fdopen(handle, "wb") as file:
            if mode is not None:
                os.fchmod(handle, mode)
            file.write(data)
            file.flush()
            os.fsync(handle)
        replaced = _put(beside, path, replace)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    _flush_folder(folder)
    return replaced


def _put(beside: Path, path: Path, replace: bool) -> bool:
    """Give the file its name; whether it took the place of another, which may have come just now."""
    try:
        os.link(beside, path)
    except FileExistsError:
        if not replace:
            raise
        _mode_of(path)
        beside.replace(path)
        return True
    except OSError:
        # File systems without hard links: the check and the move are two steps.
        existed = path.exists()
        if existed and not replace:
            raise FileExistsError from None
        beside.replace(path)
        return existed
    beside.unlink()
    return False


def _flush_folder(folder: Path) -> None:
    """Let the name survive a power cut; the report itself is safe, so failure is no error."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
