"""What a reader is given, and what it hands on: blocks of clean text, and what the source says of itself."""

from __future__ import annotations

from msgspec import Struct

from tui.model import Kind
from tui.settings.limits import DEFAULT_LIMITS, Limits
from tui.settings.read_options import Extraction


class SourceBytes(Struct, frozen=True):
    """Some bytes to read, and what is known of them."""

    data: bytes
    source: str
    """The source's name, for errors and for what its ending tells."""
    media_type: str = ""
    """As a server declared it, without parameters, in lower case."""
    charset: str = ""
    """As a server declared it."""
    extraction: Extraction = Extraction.BALANCED
    limits: Limits = DEFAULT_LIMITS


class DraftParagraph(Struct, frozen=True):
    """One paragraph of clean text on one line."""

    text: str
    kind: Kind | None = None
    """What the source's own marks say it is; None where the words must tell."""


class Draft(Struct, frozen=True):
    """An article before it is cut into passages."""

    blocks: tuple[DraftParagraph, ...] = ()
    title: str = ""
    published: str = ""
    created: str = ""
    """Day on which the file was made, for want of a day of publication."""
    source: str = ""
    language: str = ""
    byline: str = ""
    notes: tuple[str, ...] = ()
    address: str = ""
    retrieved: str = ""
