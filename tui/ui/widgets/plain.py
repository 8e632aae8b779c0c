"""Our own words and lines in ASCII, for terminals without the characters; articles stay as they are."""

from __future__ import annotations

_PLAIN = str.maketrans(
    {
        "·": "-",
        "▸": ">",
        "│": "|",
        "╲": "\\",
        "≥": ">=",
        "–": "-",
        "…": "...",
        "“": '"',
        "”": '"',
        "→": ">",
        "↓": "v",
    }
)


def plain(text: str, ascii: bool) -> str:
    """`text` of our own as it is, or in ASCII: `L8–R7 · score 87` becomes `L8-R7 - score 87`."""
    return text.translate(_PLAIN) if ascii else text
