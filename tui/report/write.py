"""Writing a report to a file: the whole report or nothing, and never over a file without saying so."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from tui.sources.clean import clean_line
from tui.storage.atomic_write import atomic_write


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
        data = report.encode("utf-8", "replace")
        return atomic_write(path, data, mode=mode, overwrite=replace, before_overwriting=_mode_of)
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
