"""Exit statuses, and errors on the terminal."""

from __future__ import annotations

import sys

DONE = 0
UNREADABLE = 1
"""A source cannot be read, or a report not be written."""
WRONG_USAGE = 2
INTERRUPTED = 130


def print_error(message: str, status: int) -> int:
    """Print one clean line on standard error. Returns the exit status."""
    print_notice(message)
    return status


def print_notice(message: str) -> None:
    """Print one clean line on standard error, where it stays out of a report."""
    from tui.sources.clean import clean_line  # 2 ms of patterns, and most starts have nothing to say

    print(f"compare-tui: {clean_line(message)}", file=sys.stderr)
