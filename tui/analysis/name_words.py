"""What is known of the words and phrases that may name a group of passages."""

from __future__ import annotations

from functools import cache

from tui.analysis.word_tags import is_body, is_empty, is_event, kind_of

KINDS = (
    "act", "communication", "person", "time", "empty", "digit", "length", "body", "event",
)  # fmt: skip
"""What is known of a word by itself."""
WORD_FEATURES = (
    "share", "lower", "both", "outside", "contrast", "rarity", "count", "elsewhere", "proper", "noun",
    "adjective", "verb", *KINDS, "named", "first", "place", "size",
)  # fmt: skip
"""What is known of a word of a group: shares of its passages and of the others, rarity, class and kind,
whether it names a person, and whether the first passage of each side has it."""

FEATURES = (
    "dice", "chance_most", "chance_mean", "chance_least", "chance_head", "chance_sum",
    "cover", "cover_least", "cover_head", "cover_both", "contrast", "contrast_head", "rarity", "passages",
    "phrase_both", "phrase_outside", "noun_head", "proper", "only_names", "one_word", "three_words",
    "four_words", "joined", "possessive", "act", "communication", "person", "time", "other_kind", "empty",
    "cut_before", "cut_after", "elsewhere", "adjective_first", "number", "body", "event", "role",
    "act_phrase", "doer",
)  # fmt: skip
"""What is known of a phrase: chances of its words, shares of the passages, length, kind of its head,
the words beside it, whether it is an act and says who does it."""

FORM_FEATURES = (
    "spoken", "owned", "bare", "person_share", "person_contrast", "person_beside", "person_speaking"
)  # fmt: skip
"""What is known of a name that a phrase makes: who is put before it, and whether it is but a name."""
NAME_FEATURES = (*FEATURES, *FORM_FEATURES)
NEARNESS = "nearness"
"""Mean cosine of a name with the passages (`name_meaning.py`)."""


@cache
def kinds_of(word: str) -> tuple[float, ...]:
    """The KINDS of a word."""
    kind = kind_of(word)
    return (
        kind == "act", kind == "communication", kind == "person", kind in ("time", "quantity"),
        is_empty(word), word[0].isdigit(), min(len(word), 12), is_body(word), is_event(word),
    )  # fmt: skip
