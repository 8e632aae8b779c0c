"""Titles and slogans in quotation marks within a sentence: `She read “Runway. Catwalk. Home.” in a day.`"""

from __future__ import annotations

import re

from tui.model import Span
from tui.sources.lazy_pattern import lazy_pattern

_TITLE = lazy_pattern(r"(?<=[^\W_]) ([„“»«](?=[A-ZÀ-Þ\d])[^„“”»«‚‘’]{3,80}[“”«»])")
"""Marks directly behind a word; behind a colon or a comma stands speech."""
_STOP_WITHIN = lazy_pattern(r"[.!?] ")
MAX_WORDS = 4
"""Words in each of its parts; longer ones are sentences."""


def quoted_titles(text: str) -> list[Span]:
    """Where titles with stops in them stand, by the text's short quotations that no colon introduces."""
    return [
        Span(match.start(1), match.end(1))
        for match in _TITLE.finditer(text)
        if _STOP_WITHIN.search(match[1])
        and all(len(part.split()) <= MAX_WORDS for part in re.split(r"[.!?] ", match[1])[:-1])
    ]
