"""Passages found by a search, or ranked because the other article lacks them."""

from __future__ import annotations

from msgspec import Struct

from tui.model import Side, Span


class Hit(Struct, frozen=True, gc=False):
    """A match of a search in a passage."""

    side: Side
    index: int
    """Index of the passage."""
    span: Span
    """Offsets of the match in the passage's text."""


class UnmatchedPassage(Struct, frozen=True, gc=False):
    """A passage without a counterpart in the other article."""

    side: Side
    index: int
    weight: int
    """Amount that a reader of only the other article would miss, 0 and more; see `tui.analysis.unmatched`."""
    why: str
    """`a quotation; new names: Olaf Scholz, ...`; empty if nothing stands out."""
