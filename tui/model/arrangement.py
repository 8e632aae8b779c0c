"""How the two panes are arranged."""

from __future__ import annotations

from enum import Enum


class Arrangement(Enum):
    """How the panes are laid out; the key `w` goes through them."""

    AUTO = "by the size of the terminal"
    BESIDE = "side by side"
    STACKED = "one over the other"
    SINGLE = "one article"
