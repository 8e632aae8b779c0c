"""Links and topics of two articles."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from tui.model.article import Article, Side

DEFAULT_THRESHOLD = 50.0
"""Score from which a link is shown unless the reader chooses another: it is more likely right than not."""
MIN_SCORE = 5.0
"""Least score of a link; the reader's threshold may go down to it."""
PassagePair = tuple[int, int]
"""Indices of a left and a right passage."""


class Relation(Enum):
    """Relation of two linked passages."""

    SAME = "same"
    """Both make the same statement: at least one clause reports the same fact or words."""
    RELATED = "related"
    """They treat the same specific sub-topic without making the same statement."""


class Evidence(Struct, frozen=True, gc=False):
    """Words and runs that two linked passages share, as the left one writes them."""

    terms: tuple[str, ...] = ()
    """Shared content words, the rarest in the two articles first."""
    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    quotation: str = ""
    """Longest run of words inside quotation marks in both."""
    copied: str = ""
    """Longest run of six or more words outside quotation marks in both: common copy."""
    aligned: tuple[tuple[str, str], ...] = ()
    """Words of the left and the right passage that stand for each other, those that carry most first."""
    neighbours: tuple[PassagePair, ...] = ()
    """Links close by on both sides, which support this one."""
    runner_up_left: tuple[int, float] | None = None
    """The left passage with the next best score for the right one, and that score."""
    runner_up_right: tuple[int, float] | None = None
    """The right passage with the next best score for the left one, and that score."""
    same_words: bool = False
    """Whether the two share a quotation of some length, or a run of words that says something."""


class Link(Struct, frozen=True, gc=False):
    """Two passages, one per article, which report the same. One to many is many links."""

    left: int = -1
    """Index of the passage in the left article; -1 for none."""
    right: int = -1
    score: float = 0.0
    """0 to 100: the chance in per cent that the two say the same or belong side by side."""
    relation: Relation = Relation.RELATED
    evidence: Evidence = Evidence()
    topic: int = -1
    """Index in `Comparison.topics` of the largest topic that holds both passages; -1 for none."""
    pinned: bool = False
    """Whether the reader made or confirmed it."""
    same: float = 0.0
    """0 to 100: the chance in per cent that the two say the same; it decides the relation."""
    other_topics: tuple[int, ...] = ()
    """Indices of the further topics that hold both passages."""

    @property
    def topics(self) -> tuple[int, ...]:
        """The indices of all its topics, the largest first."""
        return (self.topic, *self.other_topics) if self.topic >= 0 else ()

    @property
    def pair(self) -> PassagePair:
        """Indices of its passages: left, right."""
        return self.left, self.right

    @property
    def weak(self) -> bool:
        """Whether it is more likely wrong than right; never so if the reader pinned it."""
        return self.score < DEFAULT_THRESHOLD and not self.pinned

    def at(self, side: Side) -> int:
        """The index of its passage on one side."""
        return self.left if side is Side.LEFT else self.right


class Topic(Struct, frozen=True, gc=False):
    """A sub-topic that both articles treat, or only one of them."""

    label: str = ""
    """Its name in a few words: `peace talks`."""
    terms: tuple[str, ...] = ()
    """The stems that describe it, the best first."""
    left: tuple[int, ...] = ()
    """Indices of its passages in the left article, in order."""
    right: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    """Its names in the languages of the left and the right article, if these differ."""

    @property
    def side(self) -> Side | None:
        """The only article that has it; none if both have it."""
        if self.left and self.right:
            return None
        return Side.LEFT if self.left else Side.RIGHT

    def at(self, side: Side) -> tuple[int, ...]:
        """The indices of its passages on one side, in order."""
        return self.left if side is Side.LEFT else self.right


class Comparison(Struct, frozen=True):
    """Two articles, the links between them with a least score, and the topics they share."""

    left: Article = Article()
    right: Article = Article()
    links: tuple[Link, ...] = ()
    """Sorted by (left, right)."""
    topics: tuple[Topic, ...] = ()
    """Those of both articles, then those of one; in each part those first that hold most of the articles."""
    threshold: float = DEFAULT_THRESHOLD
    """The default score from which a link is shown."""
    min_score: float = 0.0
    """Least score of the links computed, 0 to 100."""
    aligned: bool = True
    """Whether both articles were compared completely. If not, no passage is known to be unmatched."""
    model: str = ""
    """The language model behind the scores, with its revision; empty if they are from words alone."""
    notice: str = ""
    """One line on what the links as a whole say of the articles; empty if there is nothing to say."""

    @property
    def topics_in_both(self) -> int:
        """The number of topics that both articles have."""
        return sum(topic.side is None for topic in self.topics)

    @property
    def articles(self) -> tuple[Article, Article]:
        """The left and the right article."""
        return self.left, self.right

    def article(self, side: Side) -> Article:
        return self.left if side is Side.LEFT else self.right

    def mirrored(self) -> Comparison:
        """The same with left and right exchanged."""
        links = [replace(link, left=link.right, right=link.left) for link in self.links]
        topics = tuple(replace(topic, left=topic.right, right=topic.left) for topic in self.topics)
        ordered = tuple(sorted(links, key=lambda link: link.pair))
        return replace(self, left=self.right, right=self.left, links=ordered, topics=topics)

    def links_from(self, threshold: float) -> tuple[Link, ...]:
        """The links with a score of `threshold` or more."""
        return tuple(link for link in self.links if link.score >= threshold)

    def unmatched(self, side: Side, threshold: float) -> tuple[int, ...]:
        """The indices of the body passages of one side without a link of `threshold` or more.

        Empty as long as the articles are not aligned, since links may be missing.
        """
        if not self.aligned:
            return ()
        linked = {link.at(side) for link in self.links if link.score >= threshold}
        return tuple(p.index for p in self.article(side).body if p.index not in linked)
