"""Read options, reused for sources opened later."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from tui.settings.limits import Limits


class Extraction(Enum):
    """How much of a web page is taken for the article."""

    STRICT = "strict"
    """Rather lose a paragraph than keep an advertisement."""
    BALANCED = "balanced"
    """What finds the most articles whole and clean; measured on 990 pages of news."""
    GENEROUS = "generous"
    """Rather keep an advertisement than lose a paragraph."""


class Copies(Enum):
    """When a kept copy of a web page is read instead of the page."""

    FALLBACK = "fallback"
    """Where the page cannot be had."""
    PREFERRED = "preferred"
    """Where there is one: an article opens again as it was."""
    ONLY = "only"
    """Always; nothing goes over the network."""
    NONE = "none"
    """Never, and none is kept."""


class ReadOptions(Struct, frozen=True):
    """How every source of a session is read."""

    limits: Limits = Limits()
    extraction: Extraction = Extraction.BALANCED
    copies: Copies = Copies.FALLBACK

    def next_extraction(self) -> ReadOptions:
        """The same pages with the next extraction: cached pages are preferred, nothing is fetched again."""
        order = list(Extraction)
        following = order[(order.index(self.extraction) + 1) % len(order)]
        return replace(self, extraction=following, copies=Copies.PREFERRED)
