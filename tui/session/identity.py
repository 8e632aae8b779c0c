"""What makes two readings the same comparison: where its articles come from, whatever their order."""

from __future__ import annotations

import re
from functools import cached_property
from os import path

from msgspec import Struct

from tui.model import Article, Side
from tui.session.anchors import Anchor, PassageFinder

_ADDRESS = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*://|https?:)")
_NO_PLACE = ("", "-", "clipboard:")
"""Names of sources that cannot be opened a second time."""


class Origin(Struct, frozen=True, dict=True):
    """One article of a comparison, and where it comes from."""

    key: str
    """The same for the same file or address, however it was named, and whatever it says by now."""
    location: str = ""
    """Absolute path or address to open it again; empty if it cannot be (standard input)."""
    article: Article = Article()

    @cached_property
    def fingerprint(self) -> str:
        """Of its passages: another one if a word of them has changed."""
        return _digest("\n".join(passage.text for passage in self.article.passages))

    @cached_property
    def places(self) -> PassageFinder:
        return PassageFinder(self.article)

    def anchor(self, index: int) -> Anchor:
        """The anchor of one of its passages."""
        return self.places.anchor(self.key, index)


class SourcePair(Struct, frozen=True):
    """The two articles of a comparison as they stand on the screen."""

    left: Origin
    right: Origin

    @classmethod
    def of(cls, left: Article, right: Article, named: tuple[str, str] = ("", "")) -> SourcePair:
        """`named`: path, address, `-` or `clipboard:`, as the reader gave them."""
        ends = origin(left, named[0]), origin(right, named[1])
        if ends[0].key == ends[1].key:
            ends = ends[0], Origin(f"{ends[1].key}#2", ends[1].location, right)
        return cls(*ends)

    def at(self, side: Side) -> Origin:
        return self.left if side is Side.LEFT else self.right

    @property
    def key(self) -> str:
        """The same for (A, B) and (B, A)."""
        return _digest("\n".join(sorted((self.left.key, self.right.key))))

    @property
    def stored(self) -> tuple[Side, Side]:
        """The sides in the order in which they are stored, whatever their order on the screen."""
        return (Side.LEFT, Side.RIGHT) if self.left.key <= self.right.key else (Side.RIGHT, Side.LEFT)

    def side_of(self, anchor: Anchor) -> Side:
        return Side.LEFT if anchor.source == self.left.key else Side.RIGHT

    def find(self, anchor: Anchor) -> int | None:
        """Index of the passage an anchor was made on; None if the text no longer has it."""
        return self.at(self.side_of(anchor)).places.find(anchor)


def origin(article: Article, named: str = "") -> Origin:
    """Where an article comes from. No user name and no password of an address is in it."""
    if _ADDRESS.match(named) or (named in _NO_PLACE and article.address):
        address = _without_user(article.address or named)
        return Origin(_digest(address.split("#")[0]), address, article)
    if named not in _NO_PLACE:
        real = path.realpath(named)
        return Origin(_digest(real), real, article)
    # Text without an address: the same title from the same source is the same article.
    name = f"{article.source}\n{article.title}".strip() or article.text
    return Origin(_digest(name), "", article)


def _without_user(address: str) -> str:
    from urllib.parse import urlsplit  # files have no address

    try:
        parts = urlsplit(address)
        return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    except ValueError:
        return ""


def _digest(text: str) -> str:
    from hashlib import blake2b  # 1 ms, and the first frame shows no digest

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class Recent(Struct, frozen=True):
    """What is known of a comparison without opening it; all of it clean."""

    id: int
    titles: tuple[str, str]
    """As they stood on the screen: left, right."""
    locations: tuple[str, str]
    """Paths or addresses; empty for what cannot be opened again."""
    opened: float
    """When it was last open, in seconds since 1970."""
    progress: float
    """Share of both texts that was seen, 0 to 1."""
    marks: int
    """Marks and notes."""

    @property
    def can_open(self) -> bool:
        return all(self.locations)


class NotSaved(Exception):
    """What was to be kept is not; the message is one line fit to show."""
