"""The cheap test before a pattern: most texts have none of the words that its matches have."""

from __future__ import annotations


def has_any(text: str, cues: tuple[str, ...]) -> bool:
    """Whether one of some strings is in a text."""
    return any(map(text.__contains__, cues))
