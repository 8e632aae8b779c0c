"""What kind of source some bytes are: by their content first, by their type or name second."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

from tui.settings.limits import HTML_TYPES
from tui.sources.draft import SourceBytes
from tui.sources.errors import LoadError
from tui.sources.readers.decode import utf16_without_mark


class SourceKind(Enum):
    """A kind of source that has a reader."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"


MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mkdn"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})

# How files begin that are no text, and what to call them.
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

# Files that are ZIP archives inside, told by a name near the beginning.
_ZIPPED = (
    (b"opendocument.text", "an OpenDocument text"),
    (b"epub+zip", "an EPUB book"),
)

# Text that is written for programs, told by how it begins.
_DATA = (
    (re.compile(rb"\s*<(?:rss|feed|rdf:RDF)\b"), "a feed (a list of articles), not an article"),
    (re.compile(rb"\s*<\?xml[^>]*>\s*(?:<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.S),
     "a feed (a list of articles), not an article"),
    (re.compile(rb"\s*<\?xml\b"), "XML data"),
    (re.compile(rb"\s*<svg\b"), "an SVG image"),
)  # fmt: skip
_JSON = re.compile(rb'\s*(?:\{\s*"|\[\s*[{"\[\d])')

_PDF = re.compile(rb"[^\n]{0,200}\n?%PDF-\d|%PDF-")
"""The mark, maybe below a line that a mail program or web server put there."""

_SNIFFED = 1 << 16
_MAX_CONTROLS = 0.05
"""Share of control bytes from which bytes are no text; random bytes have .105."""
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\b\t\n\v\f\r\x1b") + b"\x7f"

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_MARKDOWN = re.compile(rb"(?:\xef\xbb\xbf)?(?:---[ \t]*\r?\n[\w-]+:|\+\+\+[ \t]*\r?\n|#{1,3} \S)")

_SAVE_AS_TEXT = "save its text as a .txt or .md file and give that"


def kind_of(source_bytes: SourceBytes) -> SourceKind:
    """The kind of reader these bytes need. Raises LoadError, naming the format, where none can."""
    data, source = source_bytes.data, source_bytes.source
    sample = data[:_SNIFFED]
    if _PDF.match(sample):
        return SourceKind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if b"word/" in sample or b"word/document.xml" in data[-_SNIFFED:]:
            return SourceKind.DOCX
        what = next((what for mark, what in _ZIPPED if mark in sample), "a ZIP archive")
        raise LoadError(source, f"not text but {what}", _SAVE_AS_TEXT)
    if refused := _refused(data, sample, source_bytes.media_type):
        raise LoadError(source, f"not text but {refused}", _SAVE_AS_TEXT)
    return _text_kind(source_bytes, sample)


def _text_kind(source_bytes: SourceBytes, sample: bytes) -> SourceKind:
    """Which kind of text it is. A server's type counts for what the content leaves open."""
    suffix = PurePath(source_bytes.source).suffix.lower()
    if _is_html(sample):
        return SourceKind.HTML
    for beginning, what in _DATA:
        if beginning.match(sample):
            raise LoadError(source_bytes.source, f"not an article but {what}", _SAVE_AS_TEXT)
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
    unmarked = utf16_without_mark(sample)
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")) or unmarked:
        sample = sample[: len(sample) // 2 * 2].decode(unmarked or "utf-16", "ignore").encode()
    return bool(_HTML.match(sample))


def _refused(data: bytes, sample: bytes, media_type: str) -> str:
    """What the bytes are if they are no text, else empty."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return what
    if sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or utf16_without_mark(data):
        return ""
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    if controls > _MAX_CONTROLS * len(sample) and controls > 8 and not _is_littered_text(sample):
        return f"binary data ({media_type})" if media_type else "binary data"
    return ""


def _is_littered_text(sample: bytes) -> bool:
    """Whether it is an article with controls strewn in: UTF-8, and words enough without them."""
    bare = sample.translate(None, _CONTROL_BYTES)
    try:
        text = bare.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(bare) - 4:  # else a character cut off at the end of the sample
            return False
        text = bare[: error.start].decode("utf-8")
    return len(_WORDS.findall(text)) >= _ENOUGH_WORDS


_WORDS = re.compile(r"[^\W\d_]{2,}")
_ENOUGH_WORDS = 40
"""Words from which text with many controls is taken for an article that was damaged or made to harm."""
