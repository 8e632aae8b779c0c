"""Identity of a comparison: its sources, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from os import path

from msgspec import Struct
from msgspec.structs import replace

from tui.model import Article, Side
from tui.session.anchors import Anchor, PassageFinder

try:
    from _blake2 import blake2b  # the same without loading OpenSSL, on the way to the first frame
except ImportError:  # not CPython
    from hashlib import blake2b


class SavedSource(Struct, frozen=True, dict=True):
    """An article of a comparison and its location."""

    key: str
    """Digest that identifies the file or address, whatever name it was given and whatever it contains now."""
    location: str = ""
    """Absolute path or address to open it again; empty if that is impossible (standard input)."""
    article: Article = Article()
    located: tuple[tuple[Anchor, int | None], ...] = ()
    """Anchors whose passages have changed, each with the index of its passage now; None if it is gone."""

    @cached_property
    def fingerprint(self) -> str:
        """A digest of its passages, which changes with any word of them."""
        return digest("\n".join(passage.text for passage in self.article.passages))

    @cached_property
    def finder(self) -> PassageFinder:
        return PassageFinder(self.article, dict(self.located))

    def anchor(self, index: int) -> Anchor:
        """Make an anchor on one of its passages."""
        return self.finder.anchor(self.key, index)


class Sources(Struct, frozen=True):
    """The sources of a comparison in screen order. No two have the same key."""

    items: tuple[SavedSource, ...]

    @classmethod
    def of(cls, articles: Sequence[Article], names: Sequence[str] = ()) -> Sources:
        """The sources of articles.

        `names`: path, address, `-` or `clipboard:` of each, as the reader gave them; none if not known.
        """
        items: list[SavedSource] = []
        for article, name in zip(articles, names or [""] * len(articles), strict=True):
            source = source_of(article, name)
            same = sum(item.key.partition("#")[0] == source.key for item in items)
            items.append(replace(source, key=f"{source.key}#{same + 1}") if same else source)
        return cls(tuple(items))

    def with_articles(self, articles: Sequence[Article]) -> Sources:
        """The same sources with equal articles that are in memory anyway."""
        pairs = zip(self.items, articles, strict=True)
        return Sources(
            tuple(item if item.article is one else replace(item, article=one) for item, one in pairs)
        )

    def at(self, side: Side) -> SavedSource:
        """The source in one of the two panes."""
        return self.items[0 if side is Side.LEFT else 1]

    @property
    def key(self) -> str:
        """Key of the comparison, whatever the order of its sources."""
        return digest("\n".join(sorted(source.key for source in self.items)))

    @property
    def stored_order(self) -> tuple[int, ...]:
        """Indices of `items` in the order in which they are stored: by key, whatever the order on screen."""
        return tuple(sorted(range(len(self.items)), key=lambda k: self.items[k].key))

    def side_of(self, anchor: Anchor) -> Side:
        """The pane whose source an anchor belongs to."""
        return Side.LEFT if anchor.source == self.items[0].key else Side.RIGHT

    def locating(self, anchors: Iterable[Anchor]) -> Sources:
        """The same sources, in which those anchors are found without comparing texts again.

        A worker compares them: the library for that is not loaded into the process of the screen.
        """
        located: dict[Side, list[tuple[Anchor, int | None]]] = {side: [] for side in Side}
        for anchor in anchors:
            finder = self.at(self.side_of(anchor)).finder
            if not finder.has(anchor):
                located[self.side_of(anchor)].append((anchor, finder.find(anchor)))
        if not any(located.values()):
            return self
        items = zip(self.items, located.values(), strict=True)
        return Sources(tuple(replace(item, located=tuple(found)) for item, found in items))

    def find(self, anchor: Anchor) -> int | None:
        """Index of the passage an anchor was made on; None if the text no longer has it."""
        return self.at(self.side_of(anchor)).finder.find(anchor)


def source_of(article: Article, named: str = "") -> SavedSource:
    """Identify the source of an article. User name and password are removed from an address."""
    # Imported here: the first frame does without the room that reads sources.
    from tui.sources.errors import READ_ONCE
    from tui.sources.web.address import is_address

    if is_address(named) or (named in READ_ONCE and article.address):
        address = _without_user(article.address or named)
        return SavedSource(source_key(address), address, article)
    if named not in READ_ONCE:
        return SavedSource(source_key(named), path.realpath(named), article)
    # Text without an address: the same title from the same source is the same article.
    name = f"{article.source}\n{article.title}".strip() or article.text
    return SavedSource(digest(name), "", article)


def source_key(name: str) -> str:
    """Key of a path or an address; empty for what can be read only once."""
    # Imported here: the first frame does without the room that reads sources.
    from tui.sources.errors import READ_ONCE
    from tui.sources.web.address import is_address

    if not name or name in READ_ONCE:
        return ""
    return digest(_without_user(name).split("#")[0] if is_address(name) else path.realpath(name))


def _without_user(address: str) -> str:
    """An address without user name and password; empty if it cannot be parsed."""
    from urllib.parse import urlsplit  # files have no address

    try:
        parts = urlsplit(address)
        return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    except ValueError:
        return ""


def digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
