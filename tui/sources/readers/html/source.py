"""The source of a web page as clean text: decoded, and without references to control characters."""

from __future__ import annotations

import re

from tui.sources.clean import clean_text
from tui.sources.draft import SourceBytes
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.readers.text import controls_note, decode_source

_META = 4096
"""First bytes, in which a page declares its encoding. Browsers look at 1024."""
_CHARSET = lazy_pattern(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I
)

# Not `re.I`, which would make the search for the first two characters slow.
_REFERENCE = lazy_pattern(r"&#(?:[xX]0*([0-9a-fA-F]{1,6})|0*(\d{1,7}))(?![0-9a-fA-F]);?")
_TOO_LARGE = lazy_pattern(r"&#(?:[xX][0-9a-fA-F]{7,}|\d{8,});?")


def page_text(source_bytes: SourceBytes) -> tuple[str, tuple[str, ...]]:
    """The page's source as text, and notes for the user. Raises LoadError.

    A single reference to a control character makes the extractor refuse the whole page, so they are
    removed. Those that old pages use for quotation marks and dashes (`&#150;`) are replaced with the
    characters meant. A space takes the place of a removed one, so that its neighbours do not form another.
    """
    declared = _CHARSET.search(source_bytes.data[:_META])
    text, encoding_note = decode_source(
        source_bytes, (declared[1].decode("ascii", "replace"),) if declared else ()
    )
    text, removed = clean_text(text)
    text, too_large = _TOO_LARGE.subn(" ", text)
    removed_references = 0

    def replace_reference(match: re.Match[str]) -> str:
        nonlocal removed_references
        number = int(match[1], 16) if match[1] else int(match[2])
        if not _is_control(number):
            return match[0]
        if 0x80 <= number < 0xA0:
            return bytes([number]).decode("cp1252", "replace")
        removed_references += 1
        return " "

    text = _REFERENCE.sub(replace_reference, text)
    notes = (encoding_note, controls_note(removed + too_large + removed_references))
    return text, tuple(filter(None, notes))


def _is_control(number: int) -> bool:
    """Whether the number is that of a control, a surrogate or no character."""
    if number < 0x20:
        return number not in (9, 10, 13)
    if 0x7F <= number < 0xA0 or 0xD800 <= number < 0xE000 or 0xFDD0 <= number < 0xFDF0:
        return True
    return number > 0x10FFFF or number & 0xFFFE == 0xFFFE
