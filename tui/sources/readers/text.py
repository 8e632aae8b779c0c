"""Plain text, with or without front matter; and the steps that readers of text share."""

from __future__ import annotations

import re

from msgspec.structs import replace

from tui.model.wording import plural
from tui.settings.limits import SIZE_OPTION, size_limit_message
from tui.sources.clean import clean_text
from tui.sources.draft import Draft, DraftParagraph, SourceBytes
from tui.sources.errors import LoadError
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.readers.decode import decode, decode_utf16, utf16_without_mark
from tui.sources.readers.front_matter import split_front_matter
from tui.sources.readers.paragraphs import split_paragraphs

_TAG = lazy_pattern(r"<(/?)([A-Za-z][A-Za-z0-9-]*)[^<>]*>|<!--|<[!?][^<>]*>")
_INVISIBLE_TAGS = frozenset({"script", "style", "template", "noscript", "iframe", "svg", "head", "title"})
_BLOCK_TAG = lazy_pattern(
    "p|div|br|hr|li|ul|ol|h[1-6]|table|tr|td|th|section|article|aside|figure|figcaption|blockquote"
    "|header|footer|nav|pre|details|summary"
)


def read_text(source_bytes: SourceBytes) -> Draft:
    """Read the paragraphs of a text. Raises LoadError if its encoding cannot be detected."""
    text, notes = clean_source(source_bytes)
    front_matter, body = split_front_matter(text)
    return replace(front_matter, blocks=tuple(map(DraftParagraph, split_paragraphs(body))), notes=notes)


def clean_source(source_bytes: SourceBytes) -> tuple[str, tuple[str, ...]]:
    """The bytes as clean text, and notes for the user. Raises LoadError."""
    if len(source_bytes.data) > source_bytes.limits.text_bytes:
        wrong = size_limit_message(source_bytes.limits.text_bytes, "a text")
        raise LoadError(source_bytes.source, wrong, f"cut the article out of it, or raise {SIZE_OPTION}")
    text, encoding_note = decode_source(source_bytes)
    clean, removed = clean_text(text)
    return clean, tuple(filter(None, (encoding_note, controls_note(removed))))


def decode_source(source_bytes: SourceBytes, declared: tuple[str, ...] = ()) -> tuple[str, str]:
    """The bytes as text, not clean yet, and a note on their encoding. Raises LoadError."""
    utf16 = utf16_without_mark(source_bytes.data)
    if utf16:
        return decode_utf16(source_bytes.data, utf16)
    decoded = decode(source_bytes.data, (source_bytes.charset, *declared))
    if decoded is None:
        raise LoadError(source_bytes.source, "its encoding cannot be detected", "save it as UTF-8 text")
    return decoded


def controls_note(count: int) -> str:
    """The note on removed control characters, empty for none."""
    return f"{plural(count, 'control character')} removed" if count else ""


def without_tags(text: str) -> str:
    """The readable text of an HTML fragment; block elements break the line. Linear time.

    Scripts, styles and comments are removed with their content; an unclosed one removes all that
    follows, as in a browser.
    """
    parts: list[str] = []
    position = 0
    while match := _TAG.search(text, position):
        parts.append(text[position : match.start()])
        position = match.end()
        name = (match[2] or "").lower()
        if match[0] == "<!--":
            end = text.find("-->", position)
            position = end + 3 if end >= 0 else len(text)
        elif name in _INVISIBLE_TAGS and not match[1] and not match[0].endswith("/>"):
            closing = re.compile(rf"</{name}\b[^<>]*>", re.I).search(text, position)
            position = closing.end() if closing else len(text)
        elif _BLOCK_TAG.fullmatch(name):
            parts.append("\n")
    parts.append(text[position:])
    readable = "".join(parts)
    if "&" not in readable:
        return readable
    import html  # 3 ms for its table of names, on the way to the first frame

    return html.unescape(readable)
