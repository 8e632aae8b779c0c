"""Numbers in digits and in words, with what bounds them: `at least`, `nearly`, `10 to 15`.

Number words are read by text2num (MIT, no dependencies, some 60 microseconds a sentence), which knows
eight languages. What it does not know is small and stands here: dozens, fractions, bounds, ranges.
"""

from __future__ import annotations

import re
from functools import cache
from math import floor, log10

from msgspec.structs import replace

from tui.analysis.differences.number import (
    ABOUT,
    Number,
    digit_precision,
    exact_number,
    with_bounds,
    word_precision,
)
from tui.analysis.differences.sentence import Sentence

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_DIGITS_COMMA = re.compile(r"\d{1,3}(?:[.\u202f\xa0 ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
"""As most of Europe writes them: `1.234,5`."""
_POINT_LANGUAGES = frozenset(["", "en", "zh", "ja", "ko", "th", "he", "hi", "ta"])
_SPOKEN = frozenset(["en", "fr", "es", "pt", "de", "it", "nl", "da"])
"""The languages of text2num."""
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_FRACTIONS = {
    "half": 0.5, "halves": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25,
    "fourth": 0.25, "fourths": 0.25, "fifth": 0.2, "fifths": 0.2, "sixth": 1 / 6, "sixths": 1 / 6,
    "eighth": 0.125, "eighths": 0.125, "tenth": 0.1, "tenths": 0.1,
}  # fmt: skip
_VAGUE = frozenset(
    "several few many couple some tens dozens scores hundreds thousands millions billions".split()
)

_BOUNDS = (
    ("more", "at least|more than|over|above|no fewer than|no less than|not less than|upwards of|exceeding"),
    ("less", "at most|fewer than|less than|under|below|no more than|not more than"),
    ("up to", "up to|as many as|as much as"),
    ("nearly", "nearly|almost|close to|just under|just short of|shortly before|just before|approaching"),
    ("just over", "just over|slightly more than|a little over|shortly after|just after"),
    ("about", "about|around|some|roughly|approximately|an estimated|estimated|or so|circa"),
)
_BY_PHRASE = {tuple(phrase.split()): bound for bound, phrases in _BOUNDS for phrase in phrases.split("|")}


def find_numbers(sentence: Sentence) -> list[Number]:
    """The numbers of a sentence, in order, each with the values it may mean."""
    found = _joined_up(sentence, _single(sentence))
    return [_bounded(sentence, number) for number in found]


def _single(sentence: Sentence) -> list[Number]:
    """Digits, number words, and both together (`1.5 million`)."""
    words = sentence.words
    found: list[Number] = []
    spoken = _spoken(sentence)
    taken = {k for number in spoken for k in range(number.first, number.end)}
    for k, word in enumerate(words):
        if not word.is_number or k in taken:
            continue
        value = _digits(word.text, sentence.language)
        if value is None:
            continue
        follows = sentence.low(k + 1)
        if follows in ("st", "nd", "rd", "th") and sentence.joined(k + 1):
            found.append(replace(exact_number(k, k + 2, value, 1.0), ordinal=True))
        else:
            found.append(exact_number(k, k + 1, value, digit_precision(word.text.replace(",", ""))))
    return sorted(found + spoken, key=lambda number: number.first)


def _digits(text: str, language: str) -> float | None:
    pattern = _DIGITS if language in _POINT_LANGUAGES else _DIGITS_COMMA
    if len(text) > 18 or not text.isascii() or not pattern.fullmatch(text):
        return None
    if pattern is _DIGITS:
        return float(text.replace(",", ""))
    return float(text.replace(".", "").replace(",", "."))


@cache
def _token_class() -> type:
    from text_to_num import Token  # 10 ms, and only here

    class Spoken(Token):  # type: ignore[misc, unused-ignore]
        """A word as text2num wants it."""

        def __init__(self, word: str, apart: bool) -> None:
            self.word = word
            self.apart = apart

        def text(self) -> str:
            return self.word

        def nt_separated(self, previous: object) -> bool:
            return self.apart

        def not_a_number_part(self) -> bool:
            return False

    return Spoken


_NO_NUMBER = frozenset("second seconds".split())


def _spoken(sentence: Sentence) -> list[Number]:
    """The number words, as text2num finds them."""
    if sentence.language not in _SPOKEN:
        return []
    from text_to_num import find_numbers

    token = _token_class()
    # A hyphen joins (`twenty-one`), so it is left out; a lone surrogate would make the library panic.
    places = [k for k, w in enumerate(sentence.words) if w.text != "-" or not sentence.joined(k)]
    given = [
        token(
            w.text if w.text.isalpha() and w.text.isprintable() and w.low not in _NO_NUMBER else "\\", False
        )
        for w in (sentence.words[k] for k in places)
    ]
    found: list[Number] = []
    for one in find_numbers(given, sentence.language, 0.0):
        first, end = places[one.start], places[one.end - 1] + 1
        if not _is_pronoun(sentence, first, end):
            number = exact_number(first, end, one.value, word_precision(one.value), spoken=True)
            found.append(replace(number, ordinal=one.is_ordinal))
    return found


def _is_pronoun(sentence: Sentence, first: int, end: int) -> bool:
    """`one of them`, `no one`, `that one`; `one` counts only before a plain word."""
    if end - first > 1 or sentence.low(first) not in ("one", "ones"):
        return False
    if sentence.low(first) == "ones":
        return True
    before, after = sentence.low(first - 1), sentence.words[end] if end < len(sentence) else None
    if before in ("no", "any", "this", "that", "every", "each", "only", "the", "which", "another"):
        return True
    counts = after is not None and (
        after.content or after.low in ("million", "billion", "hundred", "thousand", "to")
    )
    return not counts


def _joined_up(sentence: Sentence, singles: list[Number]) -> list[Number]:
    """Scales, dozens, fractions, halves and ranges put together."""
    found: list[Number] = []
    for number in singles:
        number = _with_dozen(sentence, number)
        previous = found[-1] if found else None
        if previous and _scales(sentence, previous, number):
            found[-1] = _scaled(previous, number)
        elif previous and (pair := _range(sentence, previous, number)):
            found[-1] = pair
        elif _is_vague(sentence, number):
            continue
        else:
            found.append(number)
    found = _fractions(sentence, found)
    taken = {k for number in found for k in range(number.first, number.end)}
    for k in range(len(sentence)):
        if sentence.low(k) == "dozen" and sentence.low(k - 1) == "a" and k not in taken:
            half = sentence.low(k - 2) == "half"
            found.append(
                exact_number(k - 2 if half else k - 1, k + 1, 6.0 if half else 12.0, 1.0, spoken=True)
            )
    return sorted(found, key=lambda number: number.first)


def _scaled(number: Number, scale: Number) -> Number:
    factor = scale.value
    return replace(
        number,
        end=scale.end,
        value=number.value * factor,
        low=number.low * factor,
        high=number.high * factor,
        unit=number.unit * factor if number.unit < 10 else number.unit * factor / 10,
    )


def _is_vague(sentence: Sentence, number: Number) -> bool:
    """`hundreds of`, `several hundred`: no value to compare."""
    first = sentence.low(number.first)
    if not number.spoken or number.value not in _SCALES.values():
        return False
    return first in _VAGUE or sentence.low(number.first - 1) in _VAGUE


def _with_dozen(sentence: Sentence, number: Number) -> Number:
    if sentence.low(number.end) == "dozen":
        value = number.value * 12
        return exact_number(number.first, number.end + 1, value, 1.0, spoken=True)
    return number


def _scales(sentence: Sentence, previous: Number, number: Number) -> bool:
    """Whether the number is the `million` of the one before it."""
    return (
        number.spoken
        and number.end - number.first == 1
        and sentence.low(number.first) in _SCALES
        and (
            previous.end == number.first
            or (sentence.low(previous.end) == "-" and previous.end + 1 == number.first)
        )
        and not previous.ordinal
    )


def _range(sentence: Sentence, one: Number, two: Number) -> Number | None:
    """`10 to 15`, `between 10 and 15`, `10-15`; also the score `51-49`."""
    if one.bound or one.score is not None or one.ordinal or two.ordinal:
        return None
    lows = (sentence.low(k) for k in range(one.end, two.first))
    between = [word for word in lows if word not in _MONEY_SIGNS]
    start = one.first - 1 if sentence.low(one.first - 1) in _MONEY_SIGNS else one.first
    tight = one.end < two.first and sentence.joined(one.end) and sentence.joined(two.first)
    dash = between in (["-"], ["–"]) and tight
    words = between == ["to"] or (between == ["and"] and sentence.low(start - 1) == "between")
    if not (dash or words) or (dash and two.first - one.end > 1):
        return None
    if between == ["to"] and sentence.low(start - 1) in ("from", "by"):
        return None  # `rose from 10 to 15` are two numbers
    if one.value < two.value and not _is_score(sentence, one.first):
        # `one to two million` begins at a million.
        low = one.value * (_scale(two.value) if two.spoken and two.value >= 1000 > one.value else 1.0)
        made = Number(one.first, two.end, low, low, two.value, min(one.unit, two.unit), "range")
        return made if low < two.value else None
    plausible = max(one.value, two.value) < 1000 and two.value == floor(two.value)
    if not plausible or sentence.words[two.first].text[0] == "0":  # `555-0147`
        return None
    return replace(exact_number(one.first, two.end, one.value, 1.0), score=two.value)


def _scale(value: float) -> float:
    """The thousand or million of a number: 1e6 of 2,000,000."""
    return float(1000 ** (int(log10(value)) // 3))


_MONEY_SIGNS = frozenset("$€£¥")
_SCORING = frozenset(
    "vote votes voted won win beat beating lost lose score scored victory defeat split ruling ruled".split()
)


def _is_score(sentence: Sentence, place: int) -> bool:
    return any(word.low in _SCORING for word in sentence.before(place, 4))


def _fractions(sentence: Sentence, found: list[Number]) -> list[Number]:
    """`a third`, `two-thirds`, `half a million`, `a year and a half` (the last is left to units)."""
    made: list[Number] = []
    by_first = {number.first: number for number in found}
    used: set[int] = set()
    for k in range(len(sentence)):
        share = _FRACTIONS.get(sentence.low(k))
        if share is None or sentence.low(k + 1) == "dozen":
            continue
        if sentence.low(k) == "half" and sentence.low(k + 1) == "a" and sentence.low(k + 2) in _SCALES:
            value = share * _SCALES[sentence.low(k + 2)]
            made.append(exact_number(k, k + 3, value, value / 5, spoken=True))
            used |= {k, k + 1, k + 2}
            continue
        first, times = _counted(sentence, k, found)
        if not times or sentence.low(k + 1) not in ("of", "the") or sentence.low(first - 1) in ("a", "the"):
            continue
        value = share * times
        made.append(Number(first, k + 1, value, value * (1 - ABOUT), value * (1 + ABOUT), 0.1, fraction=True))
        used |= set(range(first, k + 1))
    kept = [n for n in found if not any(k in used for k in range(n.first, n.end))]
    return kept + [n for n in made if n.first in used or n.first not in by_first]


def _counted(sentence: Sentence, place: int, found: list[Number]) -> tuple[int, float]:
    """Where a fraction begins and how many of it there are; 0 if it is none."""
    if sentence.low(place) == "half":
        return place, 1.0
    before = place - 1
    if sentence.low(before) == "-":
        before -= 1
    if sentence.low(before) in ("a", "one"):
        return before, 1.0
    for number in found:
        if number.first <= before < number.end and number.spoken and number.value < 10 and not number.ordinal:
            return number.first, number.value
    return place, 0.0


def _bounded(sentence: Sentence, number: Number) -> Number:
    """The number with the bound that stands before or after it."""
    if number.score is not None or number.bound or number.ordinal:
        return number
    bound = ""
    first = number.first
    while sentence.low(first - 1) in ("a", "an", "$", "€", "£", "¥", "us"):
        first -= 1
    for length in (4, 3, 2, 1):
        phrase = tuple(sentence.low(k) for k in range(first - length, first))
        if phrase in _BY_PHRASE:
            bound = _BY_PHRASE[phrase]
            break
    if sentence.low(number.end) == "or" and sentence.low(number.end + 1) in ("more", "so"):
        bound = "more" if sentence.low(number.end + 1) == "more" else "about"
    return with_bounds(replace(number, bound=bound))
