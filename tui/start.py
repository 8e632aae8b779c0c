"""What the app starts with: two articles, aligned if they are short."""

from __future__ import annotations

from msgspec import Struct

from tui.model import Article, Comparison

AT_ONCE = 40_000
"""Pairs of passages up to which the articles are aligned before the first frame (200 x 200)."""


class Start(Struct, frozen=True):
    """Long texts are shown at once, and aligned while they are read."""

    comparison: Comparison
    aligned: bool


def begin(left: Article, right: Article, threshold: float | None = None) -> Start:
    """Align two articles unless they are long. Links down to `threshold` are kept, if that is low."""
    from tui.analysis import THRESHOLD, compare

    if len(left.passages) * len(right.passages) > AT_ONCE:
        return Start(Comparison(left, right, threshold=THRESHOLD), aligned=False)
    return Start(compare(left, right, floor_for(threshold)), aligned=True)


def floor_for(threshold: float | None) -> float:
    """The score from which links must be kept so that all from `threshold` on can be shown."""
    from tui.analysis import FLOOR

    return FLOOR if threshold is None else min(FLOOR, threshold)
