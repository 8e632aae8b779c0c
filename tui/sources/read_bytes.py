"""Read the bytes of a source. Every error is a LoadError of one line."""

from __future__ import annotations

import errno
import io
import os
import select
import stat
import sys
import time
from pathlib import Path
from typing import BinaryIO

from tui.settings.limits import QUICK_BYTES, READ_SECONDS, SIZE_OPTION, Limits, size_limit_message
from tui.sources.deadline import Deadline, timeout_error
from tui.sources.errors import CLIPBOARD, STDIN, LoadError
from tui.sources.web.address import is_address, parse_address

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


def read_bytes(source: str, limits: Limits, deadline: Deadline, stdin: BinaryIO | None = None) -> bytes:
    """Read all bytes of a file, a named pipe, STDIN (or the file `stdin`) or CLIPBOARD.

    Raises LoadError.
    """
    if source == STDIN:
        return _read_stdin(stdin, limits, deadline)
    if source == CLIPBOARD:
        from tui.sources.clipboard import read_clipboard  # with subprocess 10 ms

        return read_clipboard(limits, deadline)
    if not source.strip():
        raise LoadError(source, "the name is empty", "give a path, or `-` for standard input")
    try:
        return _read_file(source, limits, deadline)
    except OSError as error:
        reason, remedy = _REASONS.get(error.errno or 0, (_reason(error), "check the file"))
        raise LoadError(source, reason, remedy) from None
    except ValueError:  # a NUL in the name
        raise LoadError(source, "no file can have this name", "check the path") from None


def is_large_file(source: str) -> bool:
    """Whether it is a file too large to be read in a fraction of a second, whatever its content."""
    if source in (STDIN, CLIPBOARD):  # even if there is a file of that name
        return False
    try:
        status = Path(source).stat()
    except (OSError, ValueError):
        return False
    return stat.S_ISREG(status.st_mode) and status.st_size > QUICK_BYTES


def same_source(left: str, right: str) -> bool:
    """Whether both name one file or page, even by a link or another spelling; `-` is the same as `-`."""
    if left == right:
        return True
    if is_address(left) and is_address(right):
        try:
            return parse_address(left, left).url == parse_address(right, right).url
        except LoadError:
            return False
    try:
        return Path(left).samefile(right)
    except (OSError, ValueError):
        return False


def _read_file(source: str, limits: Limits, deadline: Deadline) -> bytes:
    path = Path(source)
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise LoadError(source, "a directory, not a file", "give a file in it")
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISFIFO(status.st_mode)):
        raise LoadError(
            source, "a socket or device, not a file", "give `-` and send the text to standard input"
        )
    if status.st_size > limits.source_bytes:
        raise _too_large(source, limits)
    # Opening a named pipe must not wait for a writer, nor reading a file in /proc for an event.
    descriptor = os.open(source, os.O_RDONLY | os.O_NONBLOCK)
    try:
        max_silence = min(limits.silence(READ_SECONDS), limits.seconds)
        return _read_to_end(source, descriptor, max_silence, limits, deadline)
    finally:
        os.close(descriptor)


def _read_stdin(stdin: BinaryIO | None, limits: Limits, deadline: Deadline) -> bytes:
    if stdin is None:
        if sys.stdin is None:
            raise LoadError(STDIN, "it is closed", "send a text through a pipe or give a path")
        stdin = sys.stdin.buffer
    try:
        if stdin.isatty():
            raise LoadError(STDIN, "it is the terminal", "send a text through a pipe or give a path")
        if isinstance(stdin, io.BytesIO):
            return _read_bounded(STDIN, stdin, limits)
        return _read_to_end(STDIN, stdin.fileno(), limits.seconds, limits, deadline)
    except (OSError, ValueError) as error:
        raise LoadError(STDIN, f"it cannot be read ({_reason(error)})", "give a path") from None


def _read_to_end(
    source: str, descriptor: int, max_silence: float, limits: Limits, deadline: Deadline
) -> bytes:
    """Read a file or pipe to its end. Its writer may be silent for `max_silence` seconds at most."""
    chunks: list[bytes] = []
    size = 0
    last_read = time.monotonic()
    end = deadline.end()
    while size <= limits.source_bytes:
        deadline.check(source)
        chunk = _read_some(descriptor, min(max_silence, deadline.poll_seconds))
        now = time.monotonic()
        if chunk is None and now - last_read >= max_silence:
            wrong = f"nothing came for {max_silence:g} seconds, the limit"
            raise LoadError(source, wrong, "end the program that writes to it, or give a path")
        if chunk != b"" and now >= end:
            raise timeout_error(source, deadline.seconds, "it does not end")
        if chunk is None:
            continue
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)
        size += len(chunk)
        last_read = now
    raise _too_large(source, limits)


def _read_some(descriptor: int, seconds: float) -> bytes | None:
    """The next bytes, empty at the end; None if nothing came for so many seconds."""
    if not select.select([descriptor], [], [], seconds)[0]:
        return None
    try:
        return os.read(descriptor, 1 << 16)
    except BlockingIOError:  # ready, and yet without data
        time.sleep(min(seconds, 0.05))
        return None


def _read_bounded(source: str, file: BinaryIO, limits: Limits) -> bytes:
    data = file.read(limits.source_bytes + 1)
    if len(data) > limits.source_bytes:
        raise _too_large(source, limits)
    return data


def _too_large(source: str, limits: Limits) -> LoadError:
    wrong = size_limit_message(limits.source_bytes, "a source")
    return LoadError(source, wrong, f"cut the article out of it, or raise {SIZE_OPTION}")


def _reason(error: OSError | ValueError) -> str:
    code = error.errno if isinstance(error, OSError) else None
    return os.strerror(code).lower() if code else "it cannot be read"
