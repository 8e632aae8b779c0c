"""What tells how likely a word is in the name of a group of passages."""

from __future__ import annotations

from functools import cache

from tui.analysis.word_tags import is_body, is_empty, is_event, kind_of

KINDS = (
    "act", "communication", "person", "time", "empty", "digit", "length", "body", "event",
)  # fmt: skip
"""What is known of a word by itself."""
WORD_FEATURES = (
    "share", "lower", "both", "outside", "contrast", "rarity", "count", "elsewhere", "proper", "noun",
    "adjective", *KINDS, "named", "first", "place", "size",
)  # fmt: skip
"""What is known of a word of a group: shares of its passages and of the others, rarity, class and kind,
whether it names a person, and whether the first passage of each side has it."""


@cache
def kinds_of(word: str) -> tuple[float, ...]:
    """The KINDS of a word."""
    kind = kind_of(word)
    return (
        kind == "act", kind == "communication", kind == "person", kind in ("time", "quantity"),
        is_empty(word), word[0].isdigit(), min(len(word), 12), is_body(word), is_event(word),
    )  # fmt: skip
