"""Plain text, maybe below front matter."""

from __future__ import annotations

from msgspec.structs import replace

from tui.model.wording import plural
from tui.settings.limits import SIZE_OPTION, larger
from tui.sources.clean import clean_text
from tui.sources.errors import LoadError
from tui.sources.readers.decode import decode, decode_utf16, utf16_without_mark
from tui.sources.readers.draft import Draft, DraftParagraph, SourceBytes
from tui.sources.readers.front_matter import split_front_matter
from tui.sources.readers.paragraphs import paragraphs


def from_text(given: SourceBytes) -> Draft:
    """The paragraphs of a text. Raises LoadError if its encoding cannot be told."""
    text, notes = clean_source(given)
    said, body = split_front_matter(text)
    return replace(said, blocks=tuple(map(DraftParagraph, paragraphs(body))), notes=notes)


def clean_source(given: SourceBytes) -> tuple[str, tuple[str, ...]]:
    """The bytes as clean text, and what the reader should know of it. Raises LoadError."""
    if len(given.data) > given.limits.text_bytes:
        wrong = larger(given.limits.text_bytes, "a text")
        raise LoadError(given.source, wrong, f"cut the article out of it, or raise {SIZE_OPTION}")
    text, encoding = decoded(given)
    clean, removed = clean_text(text)
    return clean, tuple(filter(None, (encoding, controls_removed(removed))))


def decoded(given: SourceBytes, declared: tuple[str, ...] = ()) -> tuple[str, str]:
    """The bytes as text, not clean yet, and a note on their encoding. Raises LoadError."""
    unmarked = utf16_without_mark(given.data)
    found = decode_utf16(given.data, unmarked) if unmarked else decode(given.data, (given.charset, *declared))
    if found is None:
        raise LoadError(given.source, "its encoding cannot be told", "save it as UTF-8 text")
    return found


def controls_removed(count: int) -> str:
    """The note on removed control characters, empty for none."""
    return f"{plural(count, 'control character')} removed" if count else ""
