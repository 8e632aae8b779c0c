"""A link in full, among the other links of its passages."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Link, Passage, Side
from tui.reading.reading import Reading

MAX_CLOSEST_MATCHES = 9
"""Most matches listed for a passage without a link; lower-scored ones have nothing in common with it."""


class Detail(Struct, frozen=True):
    """The visible links of two passages or, for a passage that has none, its closest matches."""

    reading: Reading
    side: Side
    """Side of the article being read."""
    index: int
    """Index of the passage being read."""
    links: tuple[Link, ...] = ()
    """Links in the order of the article being read; closest matches by score, highest first."""
    linked: bool = False
    """Whether `links` are visible links; if not, they are closest matches."""
    position: int = 0
    """Index of the current link in `links`."""

    @classmethod
    def of(cls, reading: Reading) -> Detail:
        """The current link and all that share a passage with it, else the passage and its closest matches."""
        side, index = reading.side, reading.passage_index(reading.side)
        link = reading.link or next(iter(reading.visible.links_at(side, index)), None)
        if link:
            links = tuple(k for k in reading.links if k.left == link.left or k.right == link.right)
            return cls(reading, side, link.at(side), links, True, links.index(link))
        near = sorted((k for k in reading.comparison.links if k.at(side) == index), key=lambda k: -k.score)
        return cls(reading, side, index, tuple(near[:MAX_CLOSEST_MATCHES]))

    @property
    def link(self) -> Link | None:
        """The current link or closest match."""
        return self.links[self.position] if self.links else None

    def passage(self, side: Side) -> Passage | None:
        """The current passage of a side; None without a match there, or in an empty article."""
        passages = self.reading.comparison.article(side).passages
        index = self.link.at(side) if self.link else self.index if side is self.side else len(passages)
        return passages[index] if index < len(passages) else None

    def next_link(self, step: int) -> Detail:
        """Go to the next link (1) or the previous one (-1); stay at the ends."""
        position = self.position + step
        return replace(self, position=position) if 0 <= position < len(self.links) else self

    def varying_side(self, link: Link) -> Side:
        """The side on which a link differs from the passage being read: its passage identifies the link."""
        return self.side.other if link.at(self.side) == self.index else self.side
