"""The nouns: article, passage, link, topic, comparison. Frozen values; imports nothing of ours."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

from msgspec import Struct


class Side(Enum):
    """One of the two articles of a comparison."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        return Side.RIGHT if self is Side.LEFT else Side.LEFT

    @property
    def initial(self) -> str:
        """`L` or `R`: what the ids of passages start with."""
        return self.value[0].upper()


class Kind(Enum):
    """What a passage is. Everything but BODY is furniture: kept and labelled, folded on screen."""

    BODY = "body"
    HEADLINE = "headline"
    CAPTION = "caption"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    CREDIT = "credit"
    NAVIGATION = "navigation"
    BIOGRAPHY = "biography"

    @property
    def linkable(self) -> bool:
        """Whether a passage of this kind may answer a passage of the other article."""
        return self in (Kind.BODY, Kind.HEADLINE, Kind.CAPTION)


class Relation(Enum):
    """How two linked passages stand to each other."""

    SAME = "same"
    """Both make the same statement: one clause at least reports the same fact or words."""
    RELATED = "related"
    """They treat the same specific sub-topic without stating the same thing."""


class Span(Struct, frozen=True):
    """Half-open character offsets into `Article.text`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        return text[self.start : self.end]


class Passage(Struct, frozen=True):
    """One sentence, or one headline, caption, byline ...; `article.text[start:end]` is its text."""

    index: int
    """Position among the article's passages, from 0."""
    paragraph: int
    """Number of its paragraph, from 0; passages of one paragraph stand next to each other."""
    span: Span
    kind: Kind
    text: str

    @property
    def linkable(self) -> bool:
        return self.kind.linkable


class Article(Struct, frozen=True, dict=True):
    """A report, cleaned and cut into passages. `text` holds no control character but the newline."""

    title: str = ""
    text: str = ""
    passages: tuple[Passage, ...] = ()
    source: str = ""
    """Where it was read from, as the reader named it, or the outlet its metadata names."""
    published: str = ""
    """Day of publication as ISO 8601 where it is known, else empty."""
    language: str = ""
    """ISO 639-1 code of the language it was found or said to be in, else empty."""
    notes: tuple[str, ...] = ()
    """What the reader should know of the reading: an encoding guessed, characters removed."""
    byline: str = ""
    """Who wrote it, as its metadata say, else empty."""
    address: str = ""
    """The web address it was read from in the end, without user and password; empty for a file."""
    retrieved: str = ""
    """When it came from that address, as ISO 8601 in UTC; older than now for a copy kept."""

    @cached_property
    def words(self) -> int:
        """Words of the body, split at white space."""
        return sum(len(p.text.split()) for p in self.passages if p.kind is Kind.BODY)

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        return tuple(p for p in self.passages if p.kind is Kind.BODY)


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
    neighbours: tuple[tuple[int, int], ...] = ()
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
    aligned: bool = True
    """Whether links were looked for in all of both articles. If not, no passage is known to stand alone."""

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
