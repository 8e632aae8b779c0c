"""Links, topics and comparisons of articles."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from tui.model.article import Article, Side

PassagePair = tuple[int, int]
"""Indices of a left and a right passage."""


class Relation(Enum):
    """How two linked passages stand to each other."""

    SAME = "same"
    """Both make the same statement: one clause at least reports the same fact or words."""
    RELATED = "related"
    """They treat the same specific sub-topic without stating the same thing."""


class Evidence(Struct, frozen=True):
    """Why two passages are linked; every entry is shared by both, written as the left one writes it."""

    terms: tuple[str, ...] = ()
    """Shared content words, the rarest in the two articles first."""
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    quotation: str = ""
    """Longest run of words that both have inside quotation marks."""
    copied: str = ""
    """Longest run of six or more words that both have outside quotation marks: common copy."""
    neighbours: tuple[PassagePair, ...] = ()
    """Links (left, right) close by on both sides which support this one."""
    runner_up_left: tuple[int, float] | None = None
    """The left passage that would answer the right one next best, and its score."""
    runner_up_right: tuple[int, float] | None = None
    """The right passage that would answer the left one next best, and its score."""


class Link(Struct, frozen=True):
    """Two passages, one per article, which tell the same news. One to many is many links."""

    left: int
    """Index of the passage in the left article."""
    right: int
    score: float
    """0 to 100: how sure it is that the two belong together, in per cent."""
    relation: Relation
    evidence: Evidence = Evidence()
    topic: int = -1
    """Index of its topic in `Comparison.topics`; -1 for a link too weak to be grouped."""
    pinned: bool = False
    """Whether the reader made it or vouches for it."""

    @property
    def pair(self) -> PassagePair:
        """Indices of its passages: left, right."""
        return self.left, self.right

    def at(self, side: Side) -> int:
        """Index of its passage on that side."""
        return self.left if side is Side.LEFT else self.right


class Topic(Struct, frozen=True):
    """A sub-topic which both articles treat."""

    label: str
    """A few words that a reader would use: `peace talks`."""
    terms: tuple[str, ...] = ()
    """The normal forms that hold it together, the most telling first."""
    left: tuple[int, ...] = ()
    """Its passages in the left article, in order."""
    right: tuple[int, ...] = ()

    def at(self, side: Side) -> tuple[int, ...]:
        return self.left if side is Side.LEFT else self.right


class Comparison(Struct, frozen=True):
    """Two articles, every link between them above a floor, and the topics they share."""

    left: Article = Article()
    right: Article = Article()
    links: tuple[Link, ...] = ()
    """Sorted by (left, right)."""
    topics: tuple[Topic, ...] = ()
    """The topic with the most passages first."""
    threshold: float = 50.0
    """The score from which a link is shown unless the reader says otherwise."""
    min_score: float = 0.0
    """Score down to which links were looked for, 0 to 100."""
    aligned: bool = True
    """Whether links were looked for in all of both articles. If not, no passage is known to stand alone."""

    @property
    def articles(self) -> tuple[Article, Article]:
        """The left and the right article."""
        return self.left, self.right

    def article(self, side: Side) -> Article:
        return self.left if side is Side.LEFT else self.right

    def shown(self, threshold: float) -> tuple[Link, ...]:
        """The links with at least that score."""
        return tuple(link for link in self.links if link.score >= threshold)

    def unmatched(self, side: Side, threshold: float) -> tuple[int, ...]:
        """Indices of the body passages of one side that have no link of at least that score.

        None as long as the articles are not aligned: the link may be among those not found yet.
        """
        if not self.aligned:
            return ()
        linked = {link.at(side) for link in self.links if link.score >= threshold}
        return tuple(p.index for p in self.article(side).body if p.index not in linked)
