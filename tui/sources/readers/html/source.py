"""The source of a web page as clean text: decoded, and without references to what cannot be shown."""

from __future__ import annotations

import re

from tui.sources.clean import clean_text
from tui.sources.draft import SourceBytes
from tui.sources.readers.text import controls_note, decode_source

_META = 4096
"""Bytes in which a page declares its encoding; browsers look at 1024."""
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I
)

_REFERENCE = re.compile(r"&#(?:x0*([0-9a-f]{1,6})|0*(\d{1,7}))(?![0-9a-f]);?", re.I)
_ENDLESS = re.compile(r"&#(?:x[0-9a-f]{7,}|\d{8,});?", re.I)


def page_text(source_bytes: SourceBytes) -> tuple[str, tuple[str, ...]]:
    """The page's source as text, and what the reader should know of it. Raises LoadError.

    A single reference to a control character makes the extractor refuse the whole page, so they go;
    those that old pages write for quotation marks and dashes (`&#150;`) become what is meant. A space
    takes their place, so that what stands around one does not make another.
    """
    declared = _CHARSET.search(source_bytes.data[:_META])
    text, encoding = decode_source(
        source_bytes, (declared[1].decode("ascii", "replace"),) if declared else ()
    )
    text, removed = clean_text(text)
    text, gone = _ENDLESS.subn(" ", text)
    numbers: list[int] = []

    def plain(match: re.Match[str]) -> str:
        number = int(match[1], 16) if match[1] else int(match[2])
        if not _unfit(number):
            return match[0]
        if 0x80 <= number < 0xA0:
            return bytes([number]).decode("cp1252", "replace")
        numbers.append(number)
        return " "

    text = _REFERENCE.sub(plain, text)
    notes = (encoding, controls_note(removed + gone + len(numbers)))
    return text, tuple(filter(None, notes))


def _unfit(number: int) -> bool:
    """Whether no character of a text has this number."""
    if number < 0x20:
        return number not in (9, 10, 13)
    if 0x7F <= number < 0xA0 or 0xD800 <= number < 0xE000 or 0xFDD0 <= number < 0xFDF0:
        return True
    return number > 0x10FFFF or number & 0xFFFE == 0xFFFE
