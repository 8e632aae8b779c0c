"""Articles and their passages."""

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
