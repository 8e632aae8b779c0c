"""The names that reports give to passages and topics: `L7`, `R0`, `T1`."""

from __future__ import annotations

from tui.model import Side


def passage_id(side: Side, index: int) -> str:
    """`L7` for the passage with index 7 of the left article."""
    return f"{side.initial}{index}"


def topic_id(index: int) -> str:
    """`T1` for the first topic of a comparison, whatever the threshold hides."""
    return f"T{index + 1}"
