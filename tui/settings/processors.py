"""How many processors this process may use."""

from __future__ import annotations

import os


def processors() -> int:
    """Their number, at least 1."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on Linux
        return os.cpu_count() or 1
