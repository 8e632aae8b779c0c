"""The arrangement of the two panes."""

from __future__ import annotations

from enum import Enum


class Arrangement(Enum):
    """Layouts of the panes; the key `w` goes through them."""

    AUTO = "automatic"
    BESIDE = "side by side"
    STACKED = "stacked"
    SINGLE = "one article"
