"""What kind of source some bytes are: by their content first, by their name second."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

from tui.load.decode import utf16_without_mark
from tui.load.errors import LoadError


class SourceKind(Enum):
    """A kind of source that has a reader."""

    TEXT = "text"
    MARKDOWN = "markdown"


MARKDOWN_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mkdn"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})

# How files begin that are no text, and what to call them.
_MAGIC = (
    (b"%PDF-", "a PDF document"),
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
    (b"word/", "a Word document (DOCX)"),
    (b"opendocument.text", "an OpenDocument text"),
    (b"epub+zip", "an EPUB book"),
)

_SNIFFED = 1 << 16
_MAX_CONTROLS = 0.05
"""Share of control bytes from which bytes are no text; random bytes have .105."""
_CONTROL_BYTES = bytes(b for b in range(32) if b not in b"\b\t\n\v\f\r\x1b") + b"\x7f"

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_MARKDOWN = re.compile(rb"(?:\xef\xbb\xbf)?(?:---[ \t]*\r?\n[\w-]+:|\+\+\+[ \t]*\r?\n|#{1,3} \S)")

_SAVE_AS_TEXT = "save its text as a .txt or .md file and give that"


def kind_of(data: bytes, source: str) -> SourceKind:
    """The kind of reader these bytes need. Raises LoadError, naming the format, where none can."""
    refused = _refused(data)
    if refused:
        raise LoadError(source, f"not text but {refused}", _SAVE_AS_TEXT)
    suffix = PurePath(source).suffix.lower() if source != "-" else ""
    if _HTML.match(data[:_SNIFFED]) or suffix in HTML_SUFFIXES:
        raise LoadError(source, "a web page (HTML), which is not supported yet", _SAVE_AS_TEXT)
    if suffix in MARKDOWN_SUFFIXES or (not suffix and _MARKDOWN.match(data[:_SNIFFED])):
        return SourceKind.MARKDOWN
    return SourceKind.TEXT


def _refused(data: bytes) -> str:
    """What the bytes are if they are no text, else empty."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return what
    sample = data[:_SNIFFED]
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next((what for mark, what in _ZIPPED if mark in sample), "a ZIP archive")
    if sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or utf16_without_mark(data):
        return ""
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    return "binary data" if controls > _MAX_CONTROLS * len(sample) and controls > 8 else ""
