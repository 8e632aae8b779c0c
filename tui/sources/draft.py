"""What goes into a reader and what comes out: bytes, and an article before it is cut into passages."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from tui.model import Kind
from tui.settings.limits import DEFAULT_LIMITS, Limits
from tui.settings.read_options import Extraction


class SourceBytes(Struct, frozen=True):
    """The bytes of a source, and what is known of them."""

    data: bytes
    source: str
    """The source's name, for errors and for its suffix."""
    media_type: str = ""
    """As declared by a server, without parameters, in lower case."""
    charset: str = ""
    """As declared by a server."""
    extraction: Extraction = Extraction.BALANCED
    limits: Limits = DEFAULT_LIMITS


class DraftParagraph(Struct, frozen=True, gc=False):
    """One paragraph of clean text on one line."""

    text: str
    kind: Kind | None = None
    """From the source's own markup; None where the text must tell."""


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


_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.I)
_DAY_FIRST = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(\d{{4}})(?!\d)", re.I)


def iso_day(text: str) -> str:
    """The first unambiguous full date in the text as `2022-02-25`, empty if there is none.

    `03/04/2022` is ambiguous: half the world reads it in March, half in April.
    """
    if match := _ISO.search(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH_FIRST.search(text):
        return _day(int(match[3]), _MONTHS[match[1][:3].lower()], int(match[2]))
    if match := _DAY_FIRST.search(text):
        return _day(int(match[3]), _MONTHS[match[2][:3].lower()], int(match[1]))
    return ""


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
