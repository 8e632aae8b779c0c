"""Detect the kind of a source: by its content first, by its media type or name second."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

from tui.sources.draft import HTML_TYPES, SourceBytes
from tui.sources.errors import LoadError
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.readers.decode import utf16_without_mark


class SourceKind(Enum):
    """A kind of source that has a reader."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    EPUB = "epub"
    EMAIL = "email"


MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mkdn"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})

EMAIL_SUFFIXES = frozenset({".eml", ".mht", ".mhtml", ".mbox"})

_FIELD = lazy_pattern(rb"^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t\r\n]", re.M)
"""A field of an e-mail's header."""
_TECHNICAL_FIELDS = frozenset(
    (b"mime-version", b"message-id", b"content-type", b"received", b"return-path", b"dkim-signature")
)
_EMAIL_FIELDS = _TECHNICAL_FIELDS | {b"from", b"to", b"date", b"subject", b"sender", b"delivered-to"}
_MIN_FIELDS = 3
"""Fields from which a text is an e-mail, if one of them is written by a program and not by people."""

# First bytes of files that are not text, and the name of their format.
_MAGIC = (
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, video or WebP file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)

# Formats that are ZIP archives, recognised by a name near the beginning.
_ZIPPED = ((b"opendocument.text", "an OpenDocument text"),)

# Text that is written for programs, recognised by its beginning.
_DATA = (
    (lazy_pattern(rb"\s*<(?:rss|feed|rdf:RDF)\b"), "a feed (a list of articles), not an article"),
    (lazy_pattern(rb"\s*<\?xml[^>]*>\s*(?:<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.S),
     "a feed (a list of articles), not an article"),
    (lazy_pattern(rb"\s*<\?xml\b"), "XML data"),
    (lazy_pattern(rb"\s*<svg\b"), "an SVG image"),
)  # fmt: skip
_JSON = lazy_pattern(rb'\s*(?:\{\s*"|\[\s*[{"\[\d])')

_PDF = lazy_pattern(rb"[^\n]{0,200}\n?%PDF-\d|%PDF-")
"""The signature, possibly below a line that a mail program or web server added."""
_LATE_PDF = lazy_pattern(rb"[\r\n]%PDF-1\.\d\s[^\0]{0,200}?\d \d obj\b")
"""The signature below more such lines, with an object after it: else it may be a text on PDF."""

_SAMPLE = 1 << 16
_MAX_CONTROLS = 0.05
"""Share of control bytes above which bytes are not text. Random bytes have .105."""
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\b\t\n\v\f\r\x1b") + b"\x7f"

_HTML = lazy_pattern(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_MARKDOWN = lazy_pattern(rb"(?:\xef\xbb\xbf)?(?:---[ \t]*\r?\n[\w-]+:|\+\+\+[ \t]*\r?\n|#{1,3} \S)")

_EPUB = b"META-INF/container.xml"
"""A part that every EPUB has."""

_SAVE_AS_TEXT = "save its text as a .txt or .md file and give that"


def kind_of(source_bytes: SourceBytes) -> SourceKind:
    """Detect the kind of the bytes. Raises LoadError, naming the format, if there is no reader for it."""
    data, source = source_bytes.data, source_bytes.source
    sample = data[:_SAMPLE]
    if _PDF.match(sample) or _LATE_PDF.search(sample, 0, 8192):
        return SourceKind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if b"word/" in sample or b"word/document.xml" in data[-_SAMPLE:]:
            return SourceKind.DOCX
        if b"application/epub+zip" in sample[:200] or _EPUB in sample or _EPUB in data[-_SAMPLE:]:
            return SourceKind.EPUB
        format_name = next((name for mark, name in _ZIPPED if mark in sample), "a ZIP archive")
        raise LoadError(source, f"not text but {format_name}", _SAVE_AS_TEXT)
    if format_name := _binary_format(data, sample, source_bytes.media_type):
        raise LoadError(source, f"not text but {format_name}", _SAVE_AS_TEXT)
    if _is_email(source_bytes, sample):
        return SourceKind.EMAIL
    return _text_kind(source_bytes, sample)


def _is_email(source_bytes: SourceBytes, sample: bytes) -> bool:
    """Whether it begins with the header of an e-mail: three of its fields, or one where the name says so."""
    declared = source_bytes.media_type.startswith(("message/rfc822", "multipart/related"))
    suffix = PurePath(source_bytes.source).suffix.lower()
    header = re.split(rb"\r?\n\r?\n", sample.lstrip(), maxsplit=1)[0]
    fields = {match[1].lower() for match in _FIELD.finditer(header)}
    if not _FIELD.match(header.removeprefix(b"\xef\xbb\xbf")) and not header.startswith(b"From "):
        return False
    known = len(fields & _EMAIL_FIELDS)
    if declared or suffix in EMAIL_SUFFIXES:
        return known > 0
    return known >= _MIN_FIELDS and bool(fields & _TECHNICAL_FIELDS)


def _text_kind(source_bytes: SourceBytes, sample: bytes) -> SourceKind:
    """The kind of a text. A server's media type decides what the content leaves open."""
    suffix = PurePath(source_bytes.source).suffix.lower()
    if _is_html(sample):
        return SourceKind.HTML
    for beginning, format_name in _DATA:
        if beginning.match(sample):
            raise LoadError(source_bytes.source, f"not an article but {format_name}", _SAVE_AS_TEXT)
    declared_html = source_bytes.media_type in HTML_TYPES or (
        not source_bytes.media_type and suffix in HTML_SUFFIXES
    )
    if declared_html:
        return SourceKind.HTML
    if source_bytes.media_type == "text/markdown" or suffix in MARKDOWN_SUFFIXES:
        return SourceKind.MARKDOWN
    if (not suffix or source_bytes.media_type) and _MARKDOWN.match(sample):
        return SourceKind.MARKDOWN
    if source_bytes.media_type.endswith("json") or (suffix == ".json" and _JSON.match(sample)):
        raise LoadError(source_bytes.source, "not an article but data (JSON)", _SAVE_AS_TEXT)
    return SourceKind.TEXT


def _is_html(sample: bytes) -> bool:
    encoding = utf16_without_mark(sample)
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")) or encoding:
        sample = sample[: len(sample) // 2 * 2].decode(encoding or "utf-16", "ignore").encode()
    return bool(_HTML.match(sample))


def _binary_format(data: bytes, sample: bytes, media_type: str) -> str:
    """The format of bytes that are not text, empty for text."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or utf16_without_mark(data):
        return ""
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    if controls > _MAX_CONTROLS * len(sample) and controls > 8 and not _is_text_with_controls(sample):
        return f"binary data ({media_type})" if media_type else "binary data"
    return ""


def _is_text_with_controls(sample: bytes) -> bool:
    """Whether it is an article with many controls in it: UTF-8, with enough words once they are removed."""
    cleaned = sample.translate(None, _CONTROL_BYTES)
    try:
        text = cleaned.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(cleaned) - 4:  # else a character cut off at the end of the sample
            return False
        text = cleaned[: error.start].decode("utf-8")
    return len(_WORDS.findall(text)) >= _MIN_WORDS


_WORDS = lazy_pattern(r"[^\W\d_]{2,}")
_MIN_WORDS = 40
"""Words from which a text with many controls is taken for a damaged or hostile article."""
