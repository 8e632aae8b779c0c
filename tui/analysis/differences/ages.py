"""Ages of people: `34-year-old`, `aged 34`, `Ana Duric, 34,`, `in her 50s`."""

from __future__ import annotations

from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from tui.analysis.differences.fact_context import english_stem, find_counted_noun
from tui.analysis.differences.number import Number
from tui.analysis.differences.sentence import Sentence

MAX_AGE = 120
"""Highest age in years."""

_PERSONS = (
    "man woman boy girl person student teacher driver suspect victim mother father son daughter brother "
    "sister wife husband officer resident pilot gunman child teenager teen singer actor baby infant "
    "grandmother grandfather passenger worker sisters brothers boys girls men women"
)
_THINGS = frozenset("company building bridge law war tradition".split())
"""Nouns that have an age but are no person."""


class Age(Struct, frozen=True):
    """An age in a sentence; `first` and `end` are places of words."""

    first: int
    end: int
    number: Number
    who: str
    """Stem of the last name, or of the noun for a person, beside it; empty if there is none."""


def find_age(sentence: Sentence, number: Number) -> Age | None:
    """The age that a number states; None if it states none."""
    if number.value > MAX_AGE or number.ordinal or number.fraction or number.second is not None:
        return None
    return _years_old(sentence, number) or _aged(sentence, number) or _apposed(sentence, number)


def _years_old(sentence: Sentence, number: Number) -> Age | None:
    """`34-year-old`, `34 years old`, `34 years of age`."""
    follows = [sentence.folded(number.end + n) for n in range(4)]
    if follows[:3] == ["years", "of", "age"]:
        return Age(number.first, number.end + 3, number, _person_before(sentence, number.first))
    if [word for word in follows if word != "-"][:2] not in (["year", "old"], ["years", "old"]):
        return None
    end = number.end + follows.index("old") + 1
    if sentence.folded(end) in _THINGS:
        return None
    person = find_counted_noun(sentence, end)[0]
    who = person if person in _persons() else _person_before(sentence, number.first)
    return Age(number.first, end, number, who)


def _aged(sentence: Sentence, number: Number) -> Age | None:
    """`aged 34`, `aged 8 and 11`, `in her 50s`, `a man of 42`."""
    k, end = number.first, number.end
    before = sentence.folded(k - 1)
    if before in ("aged", "find_age"):
        return Age(k, end, number, _person_before(sentence, k - 1))
    if before == "and" and sentence.folded(k - 3) == "aged" and sentence.words[k - 2].is_number:
        return Age(k, end, number, _person_before(sentence, k - 3))
    if sentence.folded(end) == "s" and before in ("his", "her", "their") and number.value % 10 == 0:
        decade = replace(number, low=number.value, high=number.value + 9, bound="range")
        return Age(k - 1, end + 1, decade, _person_before(sentence, k - 2))
    if before == "of" and k >= 2 and not number.spoken and sentence.words[k - 2].stem in _persons():
        return Age(k, end, number, sentence.words[k - 2].stem)
    return None


def _apposed(sentence: Sentence, number: Number) -> Age | None:
    """`Ana Duric, 34,`."""
    k = number.first
    in_commas = sentence.folded(k - 1) == "," and sentence.folded(number.end) in (",", ".", ";", ")", "")
    if not in_commas or number.spoken or k < 2:
        return None
    named = sentence.words[k - 2].capital or sentence.words[k - 2].stem in _persons()
    return Age(k, number.end, number, _person_before(sentence, k - 1)) if named else None


@cache
def _persons() -> frozenset[str]:
    return frozenset(english_stem(word) for word in _PERSONS.split())


def _person_before(sentence: Sentence, place: int) -> str:
    """The stem of the person named before an age: the last word of a name, or a noun; "" if none is."""
    for k in range(place - 1, max(-1, place - 5), -1):
        word = sentence.words[k]
        if word.is_word and ((word.capital and k > 0) or word.stem in _persons()):
            return word.stem
        if k == 0 and word.capital and word.is_content:
            return word.stem
        if word.folded not in (",", "a", "an", "the", "in"):
            return ""
    return ""
