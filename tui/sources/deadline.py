"""Time limit, progress callback and cancellation of one load."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from msgspec import Struct

from tui.settings.limits import TIME_OPTION, time_limit_message
from tui.sources.errors import LoadCancelled, LoadError

ProgressCallback = Callable[[str], None]
"""Called with a few words on the current step, from the thread that loads."""


class Deadline(Struct, frozen=True):
    """Time limit, progress callback and cancel event of one load."""

    seconds: float
    progress: ProgressCallback | None = None
    cancel: threading.Event | None = None

    def report(self, step: str) -> None:
        """Report the current step to the caller."""
        if self.progress is not None:
            self.progress(step)

    def check(self, source: str) -> None:
        """Raise LoadCancelled if the caller has cancelled the load."""
        if self.cancel is not None and self.cancel.is_set():
            raise LoadCancelled(source)

    @property
    def poll_seconds(self) -> float:
        """Seconds between two checks whether the load is cancelled."""
        return 0.05 if self.cancel is not None else 1.0

    def end(self) -> float:
        """The end of the time limit by the monotonic clock, if it starts now."""
        return time.monotonic() + self.seconds


def timeout_error(source: str, seconds: float, step: str = "") -> LoadError:
    """The error for a source that was not read in time; `step` is the step that timed out."""
    wrong = time_limit_message(seconds) + (f" ({step})" if step else "")
    return LoadError(source, wrong, f"try again, or give it more time with {TIME_OPTION}")
