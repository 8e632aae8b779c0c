"""English words: counts, and the months."""

from __future__ import annotations

_UNCOUNTED = frozenset(["navigation"])
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""English abbreviations of the months, in order."""


def plural(count: int, noun: str) -> str:
    """A count with its noun: `1 link`, `12 links`, `1,200 copies`."""
    return f"{count:,} {noun if count == 1 else plural_form(noun)}"


def plural_form(noun: str) -> str:
    """The regular English plural: `links`, `copies`, `matches`."""
    if noun in _UNCOUNTED:
        return noun
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"
