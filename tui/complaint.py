"""How the program says on the terminal that something is wrong."""

from __future__ import annotations

import sys


def complain(message: str, status: int) -> int:
    """One clean line on standard error; gives the exit status back."""
    from tui.load.clean import clean_line  # 2 ms of patterns, and most starts have nothing to say

    print(f"compare-tui: {clean_line(message)}", file=sys.stderr)
    return status
