"""Runs of words that could name a topic, and how they are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from tui.analysis.language import common_words_of
from tui.analysis.profile import Profile

LONGEST = 3
"""Words in a phrase."""

Phrase = tuple[str, ...]
"""Stems of words that stand next to each other and carry news."""


def phrases(profile: Profile) -> dict[Phrase, tuple[int, int]]:
    """Each phrase of a passage with the places of its first and last word, where it first stands."""
    kept = set(profile.kept)
    found: dict[Phrase, tuple[int, int]] = {}
    for first in profile.kept:
        for last in range(first, first + LONGEST):
            if last not in kept or not _joined(profile, last, first):
                break
            if profile.words[first] in profile.numbers or profile.words[last] in profile.numbers:
                continue
            found.setdefault(profile.stems[first : last + 1], (first, last))
    return found


def _joined(profile: Profile, last: int, first: int) -> bool:
    """Whether nothing but a blank, a hyphen or a quotation mark stands before the last word."""
    if last == first:
        return True
    between = profile.passage.text[profile.spans[last - 1][1] : profile.spans[last][0]]
    return not between.strip(' -“”"‘’«»')


def holds(phrase: Phrase, part: Phrase) -> bool:
    """Whether a phrase is longer than another and has its words in their order."""
    size = len(part)
    starts = range(len(phrase) - size + 1)
    return len(phrase) > size and any(phrase[k : k + size] == part for k in starts)


# Endings of words that tell how or that something was done; a topic is named by a noun.
_NO_NOUN = {"en": re.compile(r"(?:ly|ed|ing|ful|ive|able)$")}
_NO_LAST = {"en": re.compile(r"(?:ly|ed)$")}


def weak(profile: Profile, first: int, last: int) -> bool:
    """Whether a phrase names nothing by itself: "news", "immediately", "talks collapsed"."""
    word, written = profile.words[last], profile.written(last)
    alone = first == last
    if alone and (word in common_words_of(profile.language) or (len(word) < 3 and word.isascii())):
        return True
    if written[0].isupper():
        return False
    ending = (_NO_NOUN if alone else _NO_LAST).get(profile.language)
    return bool(ending and ending.search(word))


def as_written(phrase: Phrase, passages: Iterable[tuple[Profile, tuple[int, int]]]) -> str:
    """The phrase as most of those passages write it, without quotation marks; of equals the first.

    Each passage comes with the places of the phrase in it.
    """
    forms = Counter(
        profile.written(*places).translate(_MARKS).removesuffix("'s").removesuffix("’s")
        for profile, places in passages
    )
    return max(forms, key=lambda form: (forms[form], form[:1].islower()))


_MARKS = str.maketrans("", "", '“”"«»')
