"""Input and output of a reader: bytes, and an article before it is cut into passages."""

from __future__ import annotations

from msgspec import Struct

from tui.model import Kind
from tui.settings.limits import DEFAULT_LIMITS, Limits
from tui.settings.read_options import Extraction


class SourceBytes(Struct, frozen=True):
    """The bytes of a source and their declared type."""

    data: bytes
    source: str
    """The source's name, for errors and for its suffix."""
    media_type: str = ""
    """Media type declared by a server, without parameters, in lower case."""
    charset: str = ""
    """Encoding declared by a server."""
    extraction: Extraction = Extraction.BALANCED
    limits: Limits = DEFAULT_LIMITS
    language: str = ""
    """ISO 639-1 code of its language, as the reader says; empty to detect it."""


class DraftParagraph(Struct, frozen=True, gc=False):
    """One paragraph of clean text on one line."""

    text: str
    kind: Kind | None = None
    """Kind by the source's markup; None if it must be detected from the text."""


class Draft(Struct, frozen=True):
    """An article before it is cut into passages."""

    blocks: tuple[DraftParagraph, ...] = ()
    title: str = ""
    published: str = ""
    """ISO 8601 day."""
    created: str = ""
    """ISO 8601 day on which the file was created: used if the day of publication is unknown."""
    source: str = ""
    language: str = ""
    byline: str = ""
    notes: tuple[str, ...] = ()
    address: str = ""
    retrieved: str = ""


HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
"""Media types of web pages."""
