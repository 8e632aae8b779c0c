"""Single numbers of a sentence, in digits and in words.

Number words are read by text2num (MIT, no dependencies, some 60 microseconds a sentence), which knows
eight languages.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from tui.analysis.differences.number import Number, digit_precision, exact_number, word_precision
from tui.analysis.differences.sentence import Sentence
from tui.analysis.tokens import with_ascii_digits

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_DIGITS_COMMA = re.compile(r"\d{1,3}(?:[.\u202f\xa0 ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
"""Numbers in the format of most of Europe: `1.234,5`."""
POINT_LANGUAGES = frozenset(["", "en", "zh", "ja", "ko", "th", "he", "hi", "ta", "ar", "fa", "ur"])
_SPOKEN_LANGUAGES = frozenset(["en", "fr", "es", "pt", "de", "it", "nl", "da"])
"""The languages of text2num."""
_NO_NUMBER = frozenset("second seconds".split())


def single_numbers(sentence: Sentence) -> list[Number]:
    """The numbers in digits and in words, in order; `1.5 million` is still two."""
    words = sentence.words
    numbers = spoken_numbers(sentence)
    taken = {k for number in numbers for k in range(number.first, number.end)}
    for k, word in enumerate(words):
        if not word.is_number or k in taken:
            continue
        digits = with_ascii_digits(word.text)
        # Other digits than 0 to 9, and their marks, are used with a point for decimals.
        language = sentence.language if digits == word.text else ""
        value = _value(digits, language)
        if value is None:
            continue
        follows = sentence.folded(k + 1)
        if follows in ("st", "nd", "rd", "th") and sentence.joined(k + 1):
            numbers.append(replace(exact_number(k, k + 2, value, 1.0), ordinal=True))
        else:
            numbers.append(exact_number(k, k + 1, value, digit_precision(digits.replace(",", ""))))
    return sorted(numbers, key=lambda number: number.first)


def _value(text: str, language: str) -> float | None:
    """The value of a number in the digits 0 to 9; None if the text is none."""
    pattern = _DIGITS if language in POINT_LANGUAGES else _DIGITS_COMMA
    if len(text) > 18 or not text.isascii() or not pattern.fullmatch(text):
        return None
    if pattern is _DIGITS:
        return float(text.replace(",", ""))
    return float(text.replace(".", "").replace(",", "."))


@cache
def _token_class() -> type:
    from text_to_num import Token  # 10 ms, and only here

    class SpokenToken(Token):  # type: ignore[misc, unused-ignore]
        """A word as text2num takes it."""

        def __init__(self, word: str, apart: bool) -> None:
            self.word = word
            self.apart = apart

        def text(self) -> str:
            return self.word

        def nt_separated(self, previous: object) -> bool:
            return self.apart

        def not_a_number_part(self) -> bool:
            return False

    return SpokenToken


def spoken_numbers(sentence: Sentence) -> list[Number]:
    """The numbers in words, as text2num finds them."""
    if sentence.language not in _SPOKEN_LANGUAGES:
        return []
    from text_to_num import find_numbers

    token = _token_class()
    # A hyphen joins (`twenty-one`), so it is left out; a lone surrogate would make the library panic.
    places = [k for k, w in enumerate(sentence.words) if w.text != "-" or not sentence.joined(k)]
    tokens = [
        token(
            w.text if w.text.isalpha() and w.text.isprintable() and w.folded not in _NO_NUMBER else "\\",
            False,
        )
        for w in (sentence.words[k] for k in places)
    ]
    numbers: list[Number] = []
    for match in find_numbers(tokens, sentence.language, 0.0):
        first, end = places[match.start], places[match.end - 1] + 1
        if not _is_pronoun(sentence, first, end):
            number = exact_number(first, end, match.value, word_precision(match.value), spoken=True)
            numbers.append(replace(number, ordinal=match.is_ordinal))
    return numbers


def _is_pronoun(sentence: Sentence, first: int, end: int) -> bool:
    """`one of them`, `no one`, `that one`; `one` counts only before a plain word."""
    if end - first > 1 or sentence.folded(first) not in ("one", "ones"):
        return False
    if sentence.folded(first) == "ones":
        return True
    before, after = sentence.folded(first - 1), sentence.words[end] if end < len(sentence) else None
    if before in ("no", "any", "this", "that", "every", "each", "only", "the", "which", "another"):
        return True
    counts = after is not None and (
        after.is_content or after.folded in ("million", "billion", "hundred", "thousand", "to")
    )
    return not counts
