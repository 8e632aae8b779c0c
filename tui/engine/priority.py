"""What may run before what: the screen first, then what it waits for, then the rest."""

from __future__ import annotations

import os
import threading
from contextlib import suppress

LOW_PRIORITY = 10
"""Niceness of work that the screen does not wait for."""
LOWEST_PRIORITY = 15
"""Niceness of work that nobody waits for yet."""


def lower_priority(niceness: int = LOW_PRIORITY) -> None:
    """Let the screen go before this thread. Only on Linux a thread has a priority of its own.

    It cannot be raised again: call this in a thread that ends with its work.
    """
    with suppress(OSError, AttributeError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), niceness)
