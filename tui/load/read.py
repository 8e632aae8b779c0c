"""From a source's name to its bytes, with every way this can go wrong said in one line."""

from __future__ import annotations

import errno
import os
import re
import select
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from tui.load.errors import LoadError

MAX_BYTES = 16 * 1024 * 1024
"""More than any article or book; a text of this size is read in about ten seconds."""

MAX_SILENCE = 30.0
"""Seconds for which a pipe may send nothing."""

_URL = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)

_REASONS = {
    errno.ENOENT: ("no such file", "check the path"),
    errno.ENOTDIR: (
        "no such file: a part of its path is a file, not a directory",
        "check the path",
    ),
    errno.EACCES: ("permission denied", "ask for the right to read it (`chmod u+r`)"),
    errno.EPERM: ("permission denied", "ask for the right to read it (`chmod u+r`)"),
    errno.ELOOP: ("symbolic links that lead in a circle", "give the file itself"),
    errno.ENAMETOOLONG: ("the name is too long", "check the path"),
}


def read_bytes(source: str, stdin: BinaryIO | None = None) -> bytes:
    """All bytes of a regular file or, for `-`, of standard input. Raises LoadError."""
    if source == "-":
        return _read_stdin(stdin)
    if _URL.match(source):
        raise LoadError(
            source,
            "reading web addresses is not supported yet",
            "save the page's text as a .txt file and give that",
        )
    if not source.strip():
        raise LoadError(source, "the name is empty", "give a path, or `-` for standard input")
    try:
        return _read_file(source)
    except OSError as error:
        reason, remedy = _REASONS.get(error.errno or 0, (_words(error), "check the file"))
        raise LoadError(source, reason, remedy) from None
    except ValueError:  # a NUL in the name
        raise LoadError(source, "no file can have this name", "check the path") from None


def same_source(left: str, right: str) -> bool:
    """Whether both name one file, also by a link or another spelling; `-` is the same as `-`."""
    if left == right:
        return True
    try:
        return Path(left).samefile(right)
    except (OSError, ValueError):
        return False


def _read_file(source: str) -> bytes:
    path = Path(source)
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise LoadError(source, "a directory, not a file", "give a file in it")
    if not stat.S_ISREG(found.st_mode):
        raise LoadError(
            source,
            "a pipe, socket or device, not a regular file",
            "give `-` and send the text to standard input",
        )
    if found.st_size > MAX_BYTES:
        raise _too_large(source)
    with path.open("rb") as file:
        return _bounded(source, file)


def _read_stdin(stdin: BinaryIO | None) -> bytes:
    if stdin is None:
        if sys.stdin is None:
            raise LoadError("-", "it is closed", "send a text through a pipe or give a path")
        stdin = sys.stdin.buffer
    try:
        if stdin.isatty():
            raise LoadError("-", "it is the terminal", "send a text through a pipe or give a path")
        # A file or memory never keeps a reader waiting, a pipe may.
        return _bounded("-", stdin) if stdin.seekable() else _read_pipe(stdin.fileno())
    except (OSError, ValueError) as error:
        raise LoadError("-", f"it cannot be read ({_words(error)})", "give a path") from None


def _read_pipe(pipe: int) -> bytes:
    """All that comes through a pipe until it ends; a writer may be slow but not silent for ever."""
    parts: list[bytes] = []
    size = 0
    while size <= MAX_BYTES:
        if not select.select([pipe], [], [], MAX_SILENCE)[0]:
            waited = f"nothing came for {MAX_SILENCE:.0f} seconds"
            raise LoadError("-", waited, "end the program that writes to it, or give a path")
        part = os.read(pipe, 1 << 16)
        if not part:
            return b"".join(parts)
        parts.append(part)
        size += len(part)
    raise _too_large("-")


def _bounded(source: str, file: BinaryIO) -> bytes:
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_large(source)
    return data


def _too_large(source: str) -> LoadError:
    limit = f"too large: more than {MAX_BYTES >> 20} MB"
    return LoadError(source, limit, "cut the article out of it")


def _words(error: OSError | ValueError) -> str:
    code = error.errno if isinstance(error, OSError) else None
    return os.strerror(code).lower() if code else "it cannot be read"
