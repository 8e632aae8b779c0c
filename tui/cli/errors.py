"""Exit statuses, and errors on the terminal."""

from __future__ import annotations

import sys

DONE = 0
UNREADABLE = 1
"""A source cannot be read, or a report cannot be written."""
WRONG_USAGE = 2
INTERRUPTED = 130


def print_error(message: str, status: int) -> int:
    """Print one clean line on standard error; returns the exit status."""
    from tui.sources.clean import clean_line  # 2 ms of patterns, and most starts print no error

    print(f"compare-tui: {clean_line(message)}", file=sys.stderr)
    return status
