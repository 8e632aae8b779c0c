"""Errors of a worker, as one line and in the log."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tui.engine.channel import Channel, ChannelClosed
from tui.engine.pipeline import PreviewOnly, Send
from tui.engine.protocol import Failed
from tui.sources.errors import LoadError


def reason_of(error: Exception) -> str:
    """The error as one line that can be shown to the user."""
    if isinstance(error, LoadError | PreviewOnly):
        return str(error)
    if isinstance(error, MemoryError):
        return "not enough memory for texts of this length"
    return f"internal error ({type(error).__name__})"


def log_failure(error: Exception) -> None:
    """Write an error to the log, if there is one."""
    if Channel.observer:
        from tui.engine.log import log_error

        log_error(error)


@contextmanager
def failure_told(send: Send) -> Iterator[None]:
    """Go on after an error, which is told; not after the end of the channel."""
    try:
        yield
    except ChannelClosed:
        raise
    except Exception as error:
        log_failure(error)
        send(Failed(reason_of(error)))
