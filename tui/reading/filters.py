"""Filters: which links the reader wants to see."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from tui.model import Link, Relation
from tui.model.comparison import DEFAULT_THRESHOLD

ALL_TOPICS = -1


class Trait(Enum):
    """A property of links that they can be filtered by; the values are stored in sessions."""

    QUOTATION = "quotations"
    NUMBER = "numbers"
    NAME = "names"
    COPIED = "copied words"
    MOVED = "moved"
    PINNED = "pinned"


class Filter(Struct, frozen=True):
    """The links to show, and the passages to fold."""

    threshold: float = DEFAULT_THRESHOLD
    """Lowest score of a visible link, 0 to 100."""
    topic: int = ALL_TOPICS
    """Index of the only topic to show, or ALL_TOPICS."""
    relation: Relation | None = None
    """The only relation to show; None for both."""
    trait: Trait | None = None
    """The trait a link must have; None for all links."""
    show_boilerplate: bool = False
    """Whether boilerplate is shown unfolded."""
    only_unmatched: bool = False
    """Whether linked passages are folded, so that unmatched ones stand out."""

    def passes(self, link: Link) -> bool:
        """Whether a link is visible. Not checked for the trait MOVED, which depends on all other links."""
        return (
            link.score >= self.threshold
            and (self.topic == ALL_TOPICS or self.topic in link.topics)
            and self.relation in (None, link.relation)
            and (self.trait in (None, Trait.MOVED) or _has(link, self.trait))
        )

    @property
    def narrows_links(self) -> bool:
        """Whether anything but the threshold hides links."""
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
