"""What is asked of the process that reads a source, and who waits for it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from msgspec import Struct, convert, to_builtins

from tui.settings.limits import TIME_OPTION, longer
from tui.settings.read_options import ReadOptions
from tui.sources.errors import LoadCancelled, LoadError

Progress = Callable[[str], None]
"""Told in a few words what is being done, from the thread that loads."""


class Request(Struct, frozen=True):
    """One source to read, with everything that the reading depends on."""

    source: str
    options: ReadOptions = ReadOptions()

    def pack(self) -> dict[str, Any]:
        """The request as plain data."""
        return {"source": self.source, "options": to_builtins(self.options)}

    @classmethod
    def unpack(cls, packed: dict[str, Any]) -> Request:
        """The request again."""
        return cls(packed["source"], convert(packed["options"], ReadOptions))


class Deadline(Struct, frozen=True):
    """How long somebody waits for a source, and how they are kept informed."""

    seconds: float
    progress: Progress | None = None
    cancel: threading.Event | None = None

    def tell(self, what: str) -> None:
        """Say what is being done."""
        if self.progress is not None:
            self.progress(what)

    def check(self, source: str) -> None:
        """Raises LoadCancelled if nobody waits any more."""
        if self.cancel is not None and self.cancel.is_set():
            raise LoadCancelled(source)

    @property
    def glance(self) -> float:
        """Seconds after which to look again whether somebody still waits."""
        return 0.05 if self.cancel is not None else 1.0

    def deadline(self) -> float:
        """The moment, by the monotonic clock, at which the time from now on is over."""
        return time.monotonic() + self.seconds


def too_slow(source: str, seconds: float, doing: str = "") -> LoadError:
    """The refusal of a source that was not read in time."""
    wrong = longer(seconds) + (f" ({doing})" if doing else "")
    return LoadError(source, wrong, f"try again, or give it more time with {TIME_OPTION}")
