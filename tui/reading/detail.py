"""A pair of passages to be looked at closely, among the others of the same passages."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Link, Passage, Side
from tui.reading.reading import Reading

MOST_CANDIDATES = 9
"""Candidates of a passage without a link; what scores lower than these says nothing any more."""


class Detail(Struct, frozen=True):
    """The links shown at two passages; or, of a passage that has none, what came nearest to one."""

    reading: Reading
    side: Side
    """The article that was read."""
    index: int
    """Its passage."""
    links: tuple[Link, ...] = ()
    """In the order of the article read; candidates the surest first."""
    linked: bool = False
    """Whether `links` are shown; else they are candidates only."""
    position: int = 0
    """The current one among `links`."""
    opened_at: int = 0
    """The one it was opened at."""

    @classmethod
    def of(cls, reading: Reading) -> Detail:
        """The current link and those that share a passage with it, else the passage and its candidates."""
        side, index = reading.side, reading.passage_index(reading.side)
        link = reading.link or next(iter(reading.visible.links_at(side, index)), None)
        if link:
            links = tuple(k for k in reading.links if k.left == link.left or k.right == link.right)
            place = links.index(link)
            return cls(reading, side, link.at(side), links, True, place, place)
        near = sorted((k for k in reading.comparison.links if k.at(side) == index), key=lambda k: -k.score)
        return cls(reading, side, index, tuple(near[:MOST_CANDIDATES]))

    @property
    def link(self) -> Link | None:
        """The link or the candidate looked at."""
        return self.links[self.position] if self.links else None

    def passage(self, side: Side) -> Passage | None:
        """The passage of that side; None if nothing answers, or the article is empty."""
        passages = self.reading.comparison.article(side).passages
        index = self.link.at(side) if self.link else self.index if side is self.side else len(passages)
        return passages[index] if index < len(passages) else None

    def next_link(self, step: int) -> Detail:
        """At the next one (1) or the one before (-1); itself at the ends."""
        position = self.position + step
        return replace(self, position=position) if 0 <= position < len(self.links) else self

    def varying_side(self, link: Link) -> Side:
        """The side whose passage tells one of the links from that the detail was opened at."""
        return self.side.other if link.at(self.side) == self.index else self.side
