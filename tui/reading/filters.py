"""Filters: which links the reader wants to see."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from tui.model import Link, Relation

ALL_TOPICS = -1


class Trait(Enum):
    """What a link may have, to show only the links that have it."""

    QUOTATION = "quotations"
    NUMBER = "numbers"
    NAME = "names"
    COPIED = "copied words"
    MOVED = "moved"
    PINNED = "pinned"


class Filter(Struct, frozen=True):
    """Which links the reader wants to see."""

    threshold: float = 50.0
    """Links with at least this score, 0 to 100."""
    topic: int = ALL_TOPICS
    """Index of the topic kept, or ALL_TOPICS."""
    relation: Relation | None = None
    """The relation kept; None for both."""
    trait: Trait | None = None
    """What a link must have; None for all links."""
    boilerplate: bool = False
    """Whether furniture is unfolded."""
    only_unmatched: bool = False
    """Whether linked passages are folded, so that what only one article has stands out."""

    def passes(self, link: Link) -> bool:
        """Whether a link is shown, but for the trait MOVED, which depends on all the others."""
        return (
            link.score >= self.threshold
            and self.topic in (ALL_TOPICS, link.topic)
            and self.relation in (None, link.relation)
            and (self.trait in (None, Trait.MOVED) or _has(link, self.trait))
        )

    @property
    def narrows_links(self) -> bool:
        """Whether anything but the threshold keeps links from being shown."""
        return self.topic != ALL_TOPICS or self.relation is not None or self.trait is not None


def _has(link: Link, trait: Trait | None) -> bool:
    evidence = link.evidence
    return bool(
        {
            Trait.QUOTATION: evidence.quotation,
            Trait.NUMBER: evidence.numbers or evidence.dates,
            Trait.NAME: evidence.names,
            Trait.COPIED: evidence.copied,
            Trait.PINNED: link.pinned,
        }[trait]
        if trait
        else True
    )
