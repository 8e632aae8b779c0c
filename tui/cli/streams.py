"""The standard streams, which may be closed, full, or a pipe that nobody reads."""

from __future__ import annotations

import errno
import os
import sys

PROGRAM = "compare-tui"
DONE = 0
UNREADABLE = 1
"""A source cannot be read, or output not be written."""
WRONG_USAGE = 2
INTERRUPTED = 130


def occupy_closed_streams() -> None:
    """Replace standard streams that are closed.

    A file or socket that is opened would get their numbers otherwise, and take what is printed. Reading
    and writing them fails still, but for errors: there is nobody to be told.
    """
    for number, mode in ((0, os.O_WRONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, mode)  # the lowest number that is free, so this one
    for name, number in (("stdout", 1), ("stderr", 2)):
        if getattr(sys, name) is None:
            stream = open(number, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)


def print_output(text: str) -> int:
    """Write text as UTF-8 on standard output; returns the exit status, with an error printed if it failed.

    A reader that stops reading early (`| head`) has what it needs: that is no error.
    """
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _discard(sys.stdout.fileno())
    except OSError as error:
        _discard(sys.stdout.fileno())
        reason = "it is closed" if error.errno == errno.EBADF else error.strerror or str(error)
        return print_error(f"standard output cannot be written: {reason}", UNREADABLE)
    return DONE


def print_error(message: str, status: int) -> int:
    """Print one clean line on standard error, if that is possible; returns the exit status."""
    print_notice(message)
    return status


def print_notice(message: str) -> None:
    """Print one clean line on standard error, if that is possible."""
    from tui.sources.clean import clean_line  # 2 ms of patterns, and most starts print no error

    print_message(f"{PROGRAM}: {clean_line(message)}\n")


def print_message(text: str) -> None:
    """Write text on standard error, if that is possible."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr.fileno())


def _discard(number: int) -> None:
    """Discard buffered output: Python would write it again at exit, and fail again."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, number)
    os.close(null)
