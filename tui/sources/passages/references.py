"""Lists of references: an entry is one passage, though its title may end in a stop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.model import Kind
from tui.sources.lazy_pattern import has_any, lazy_pattern

MAX_ENTRY = 400
"""Characters of an entry; a longer paragraph is an article's."""
_HEADING = lazy_pattern(
    r"(?:(?:weiterführende |verwendete )?literatur(?:verzeichnis|angaben|hinweise|liste)?"
    r"|quellen(?:verzeichnis|angaben?|nachweise?)?|einzelnachweise|fußnoten|anmerkungen|references"
    r"|bibliography|works cited"
    r"|bibliogra(?:phie|fie|f[íi]a)|références|referencias|riferimenti|literatura|piśmiennictwo)"
    r"(?: \([^()]{1,20}\))?\W{0,2}"
)
_HEADING_WORDS = tuple(
    "literatur quellen einzelnachweise fußnoten anmerkungen references cited bibliogra références"
    " referencias riferimenti piśmiennictwo".split()
)
_ENTRY = lazy_pattern(
    r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|https?://|www\.|\bISBN\b|\bdoi\b|\b(?:S|pp?|Bd|Vol)\. ?\d"
)
"""What an entry has: a year, an address, a number of the book or of pages."""

_PROSE = lazy_pattern(
    r"\b(?:ist|sind|war(?:en)?|wurden?|hat|haben|stammt|stehen|finden|is|are|was|were|has|have|est|sont)\b"
)
"""Verbs, which an entry rarely has."""


def reference_entries(texts: Sequence[str], kinds: Sequence[Kind]) -> Iterator[bool]:
    """Whether each paragraph is an entry of a list of references, below a heading that names it."""
    listed = False
    for text, kind in zip(texts, kinds, strict=True):
        heads = len(text) < MAX_ENTRY and _is_heading(text.lower())
        listed = heads or (listed and kind is not Kind.HEADLINE and len(text) <= MAX_ENTRY)
        entry = listed and not heads and kind is Kind.BODY
        yield entry and _ENTRY.search(text) is not None and _PROSE.search(text) is None


def _is_heading(lower: str) -> bool:
    return has_any(lower, _HEADING_WORDS) and _HEADING.fullmatch(lower) is not None
