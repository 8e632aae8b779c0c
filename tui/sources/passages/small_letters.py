"""Texts in small letters throughout, as some posts in forums are: `no idea. maybe later? we will see.`"""

from __future__ import annotations

from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.passages.abbreviations import CAN_END, MONTHS, NEVER_END, NUMBERED, TITLES

_FIRST_LETTER = lazy_pattern(r"[^\W\d_]")
_CAPITAL_BEGINS = lazy_pattern(r"[.!?…][\"'”’»)]*\s+[\"'“‘«„(]*[A-ZÀ-Þ][a-zß-ÿ]")
_END = lazy_pattern(r"\(?([^\W\d_]{3,})\)?(?:\.|[!?]{1,3})")
"""A word of three letters or more, and its stop."""
_ABBREVIATIONS = CAN_END | MONTHS | NEVER_END | NUMBERED | TITLES
_FEW = 1
"""Capitalised words within the text, brackets and names, above which it is not written in small letters."""
_CAPITALISED = lazy_pattern(r"\b[A-ZÀ-Þ][a-zß-ÿ]+")


def is_small(text: str) -> bool:
    """Whether the text is written in small letters: its first, and those behind each of its stops.

    `LTE` and one name may be in it. The rest of a sentence, broken off before, has more, or has none of this.
    """
    first = _FIRST_LETTER.search(text)
    if first is None or not first[0].islower() or _CAPITAL_BEGINS.search(text):
        return False
    return len(_CAPITALISED.findall(text)) <= _FEW


def ends_in_small(word: str, following: str) -> bool:
    """Whether a token ends a sentence in a text that `is_small`."""
    match = _END.fullmatch(word)
    return match is not None and match[1] not in _ABBREVIATIONS and following[0].islower()
