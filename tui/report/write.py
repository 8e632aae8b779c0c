"""Write a report to a file: completely or not at all, and only over a plain file."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from tui.sources.clean import clean_line
from tui.storage.atomic_write import atomic_write


class WriteError(Exception):
    """A report cannot be written. The message is one clean line: the file, the problem, the remedy."""

    def __init__(self, path: Path, problem: str, remedy: str) -> None:
        # A file name may hold anything but a slash, undecodable bytes too.
        self.path = clean_line(os.fsencode(path).decode("utf-8", "replace"))
        super().__init__(f"{self.path}: {clean_line(problem)}; {remedy}")


def write_report(path: Path, report: str, *, replace: bool = True) -> bool:
    """Write the report as UTF-8; returns whether it replaced a file, whose permissions it then has.

    Raises WriteError, and leaves the old file as it was, if `path` is a symbolic link (its target is
    not the file that was named) or anything else but a plain file, and for any file if not `replace`.
    """
    mode = _permissions(path)
    if mode is not None and not replace:
        raise WriteError(path, "exists already", "name another file")
    try:
        # Encoded with replacement, so that a lone surrogate costs a character and not the report.
        data = report.encode("utf-8", "replace")
        return atomic_write(path, data, mode=mode, overwrite=replace, before_overwriting=_permissions)
    except OSError as error:
        if isinstance(error, FileExistsError):
            raise WriteError(path, "exists already", "name another file") from None
        reason = error.strerror or str(error)
        raise WriteError(path, f"cannot be written: {reason}", "name another file or folder") from None


def _permissions(path: Path) -> int | None:
    """The permissions of a plain file; None if there is no file. Raises WriteError for anything else."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can have this name"
        raise WriteError(path, f"cannot be written: {reason}", "name another file") from None
    if stat.S_ISDIR(mode):
        raise WriteError(path, "is a directory", "name a file in it")
    if stat.S_ISLNK(mode):
        raise WriteError(path, "is a symbolic link", "name the file itself")
    if not stat.S_ISREG(mode):
        raise WriteError(path, "is no plain file", "leave --output out and redirect standard output")
    return stat.S_IMODE(mode)
