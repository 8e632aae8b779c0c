"""Runs of content words that could name a topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tui.analysis.profile import Profile

MAX_PHRASE_WORDS = 3

Phrase = tuple[str, ...]
"""Stems of adjacent content words."""


def phrase_places(profile: Profile) -> dict[Phrase, tuple[int, int]]:
    """The phrases of a passage, with the places of the first and last word of their first occurrence."""
    content, words, stems, gaps, numbers = (
        profile.content_places, profile.words, profile.stems, profile.gaps, profile.numbers
    )  # fmt: skip
    places: dict[Phrase, tuple[int, int]] = {}
    for number, first in enumerate(content):
        if words[first] == "s" or words[first] in numbers:
            continue  # a lone "s" is what "Jr.’s" leaves
        phrase: Phrase = (stems[first],)
        if phrase not in places:
            places[phrase] = first, first
        following = first + 1
        for last in content[number + 1 : number + MAX_PHRASE_WORDS]:
            if last != following or (gaps[last] != " " and not profile.adjoins(last)):
                break
            following += 1
            phrase = (*phrase, stems[last])
            if phrase not in places and words[last] not in numbers:
                places[phrase] = first, last
    return places


def contains(phrase: Phrase, part: Phrase) -> bool:
    """Whether a phrase is longer than `part` and has its words next to each other in their order."""
    size = len(part)
    starts = range(len(phrase) - size + 1)
    return len(phrase) > size and any(phrase[k : k + size] == part for k in starts)


def as_written(passages: Iterable[tuple[Profile, tuple[int, int]]]) -> str:
    """A phrase as most of the passages write it, without quotation marks; of equals the first.

    Each passage comes with the places of the phrase in it.
    """
    forms = Counter(
        profile.text_of(*places).translate(_NO_MARKS).removesuffix("'s").removesuffix("’s")
        for profile, places in passages
    )
    return max(forms, key=lambda form: (forms[form], form[:1].islower()))


_NO_MARKS = str.maketrans("", "", '“”"«»')
