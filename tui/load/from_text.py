"""Plain text, maybe below front matter."""

from __future__ import annotations

from dataclasses import replace

from tui.load.clean import clean_text
from tui.load.decode import decode, decode_utf16, utf16_without_mark
from tui.load.draft import Block, Draft
from tui.load.errors import LoadError
from tui.load.front_matter import split_front_matter
from tui.load.paragraphs import paragraphs


def from_text(data: bytes, source: str) -> Draft:
    """The paragraphs of a text. Raises LoadError if its encoding cannot be told."""
    text, notes = clean_source(data, source)
    said, body = split_front_matter(text)
    return replace(said, blocks=tuple(map(Block, paragraphs(body))), notes=notes)


def clean_source(data: bytes, source: str) -> tuple[str, tuple[str, ...]]:
    """The bytes as clean text, and what the reader should know of it. Raises LoadError."""
    unmarked = utf16_without_mark(data)
    decoded = decode_utf16(data, unmarked) if unmarked else decode(data)
    if decoded is None:
        raise LoadError(source, "its encoding cannot be told", "save it as UTF-8 text")
    text, encoding = decoded
    clean, removed = clean_text(text)
    controls = f"{removed} control character{'' if removed == 1 else 's'} removed" if removed else ""
    return clean, tuple(note for note in (encoding, controls) if note)
