"""Reading a source into an article. Everything from the world is checked and cleaned here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import BinaryIO

from tui.load.article import article
from tui.load.draft import Draft
from tui.load.errors import LoadError
from tui.load.from_markdown import from_markdown
from tui.load.from_text import from_text
from tui.load.kinds import SourceKind, kind_of
from tui.load.read import read_bytes, same_source
from tui.model import Article

__all__ = ["LoadError", "load", "same_source"]

Reader = Callable[[bytes, str], Draft]
"""Takes the bytes and the source's name (for errors); raises LoadError."""

READERS: Mapping[SourceKind, Reader] = {
    SourceKind.TEXT: from_text,
    SourceKind.MARKDOWN: from_markdown,
}


def load(source: str, *, stdin: BinaryIO | None = None) -> Article:
    """Read an article from a path or, for `-`, from standard input (`stdin` if given).

    Raises LoadError, with a message of one line fit to show, if it cannot be read or has no text.
    """
    data = read_bytes(source, stdin)
    if not data.strip():
        raise LoadError(source, "it is empty", "give a file with an article")
    return article(READERS[kind_of(data, source)](data, source), source)
