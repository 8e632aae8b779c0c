"""Read options, reused for sources opened later."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from tui.settings.limits import Limits


class Extraction(Enum):
    """Amount of a web page that is taken for the article."""

    STRICT = "strict"
    """Rather lose a paragraph than include an advertisement."""
    BALANCED = "balanced"
    """Finds the most articles complete and clean, measured on 990 news pages."""
    GENEROUS = "generous"
    """Rather include an advertisement than lose a paragraph."""


class Copies(Enum):
    """Conditions for reading a cached page instead of the page itself."""

    FALLBACK = "fallback"
    """Read the cached page if the page cannot be fetched."""
    PREFERRED = "preferred"
    """Read the cached page if there is one, so that an article opens again unchanged."""
    ONLY = "only"
    """Always read the cached page; nothing goes over the network."""
    NONE = "none"
    """Never read or store a page."""


class ReadOptions(Struct, frozen=True):
    """Read options of all sources of a session."""

    limits: Limits = Limits()
    extraction: Extraction = Extraction.BALANCED
    copies: Copies = Copies.FALLBACK
    language: str = ""
    """ISO 639-1 code of the article's language, as the reader says; empty to detect it."""

    def next_extraction(self) -> ReadOptions:
        """Options for reading the same pages with the next extraction, from the cache if allowed."""
        order = list(Extraction)
        following = order[(order.index(self.extraction) + 1) % len(order)]
        copies = Copies.PREFERRED if self.copies is Copies.FALLBACK else self.copies
        return replace(self, extraction=following, copies=copies)
