"""Articles and their passages."""

from __future__ import annotations

from enum import Enum
from functools import cached_property

from msgspec import Struct

from tui.model.wording import count_words


class Side(Enum):
    """One of the two articles of a comparison."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        return Side.RIGHT if self is Side.LEFT else Side.LEFT

    @property
    def initial(self) -> str:
        """`L` or `R`, the first letter of passage ids."""
        return self.value[0].upper()


class Kind(Enum):
    """Kind of a passage. All but BODY is boilerplate: labelled, and folded on screen."""

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
        """Whether passages of this kind can be linked."""
        return self in (Kind.BODY, Kind.HEADLINE, Kind.CAPTION)


class Span(Struct, frozen=True, gc=False):
    """Half-open character offsets into `Article.text`."""

    start: int = 0
    end: int = 0

    def __len__(self) -> int:
        return self.end - self.start

    def cut(self, text: str) -> str:
        """The characters of the span."""
        return text[self.start : self.end]


class Passage(Struct, frozen=True, gc=False):
    """One sentence, or one headline, caption, byline ...; `span.cut(article.text) == text` always."""

    index: int = 0
    """Position among the article's passages, from 0."""
    paragraph: int = 0
    """Number of its paragraph, from 0; the passages of a paragraph follow each other."""
    span: Span = Span()
    kind: Kind = Kind.BODY
    text: str = ""

    @property
    def linkable(self) -> bool:
        return self.kind.linkable


class Article(Struct, frozen=True, dict=True):
    """A report, cleaned and split into passages. `text` has no control character but the newline."""

    title: str = ""
    text: str = ""
    passages: tuple[Passage, ...] = ()
    source: str = ""
    """The source, as the reader named it, or the outlet that its metadata name."""
    published: str = ""
    """Day of publication as ISO 8601; empty if unknown."""
    language: str = ""
    """ISO 639-1 code of its language, detected or declared; empty if unknown."""
    notes: tuple[str, ...] = ()
    """Notes on reading it: a guessed encoding, removed characters."""
    byline: str = ""
    """Authors named in its metadata; empty if unknown."""
    address: str = ""
    """Web address after redirects, without user and password; empty for a file."""
    retrieved: str = ""
    """Time of retrieval from that address, as ISO 8601 in UTC; earlier for a cached copy."""

    @cached_property
    def words(self) -> int:
        """Number of words of the body."""
        return sum(count_words(p.text) for p in self.passages if p.kind is Kind.BODY)

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """The body passages, in order."""
        return tuple(p for p in self.passages if p.kind is Kind.BODY)
