"""Numbers of a sentence that is not English, with scales and bounds: `unos 190.000 millones`, `近1900亿`."""

from __future__ import annotations

import re

from msgspec.structs import replace

from tui.analysis.differences.across.number_words import Spoken, chinese_numbers, russian_numbers
from tui.analysis.differences.across.words import vocabulary, words_pattern
from tui.analysis.differences.number import (
    Number,
    digit_precision,
    exact_number,
    with_bounds,
    word_precision,
)
from tui.analysis.differences.number_words import POINT_LANGUAGES, spoken_numbers
from tui.analysis.differences.sentence import Sentence
from tui.analysis.tokens import with_ascii_digits
from tui.analysis.unspaced_words import UNSPACED_LANGUAGES

_POINT = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|(?<![\d.,A-Za-z-])\d+(?:\.\d+)?")
_COMMA = re.compile(
    r"(?<![\w.,-])\d{1,3}(?:[.\u202f\u00a0\u2009 ]\d{3})+(?:,\d+)?(?![\d.])|(?<![\w.,-])\d+(?:,\d+)?"
)
"""Numbers in the format of most of Europe: `1.234,5`, `1 234,5`."""
_HEBREW_HYPHEN = re.compile("(?<=[א-ת])[-־](?=\\d)")
"""Between a preposition and its number: `ב-12.5`."""
_FULL_WIDTH = str.maketrans("，．", ",.")
_RANGE = re.compile(r"\s?[-–—至到]\s?|\s(?:a|bis|до|und|y|и)\s")
_MORE_AFTER = re.compile(r"多|余|餘|以上")
_ABOUT_AFTER = re.compile(r"左右")
_REACH = 18
"""Characters before a number in which its bound stands."""
_VAGUE_ALONE = (1e6, 1e9, 1e12)
_YEARS = range(1500, 2101)


def find_numbers(sentence: Sentence) -> list[Number]:
    """The numbers in order. Their `first` and `end` are character offsets into the sentence's text."""
    text = _HEBREW_HYPHEN.sub(" ", with_ascii_digits(sentence.text).translate(_FULL_WIDTH))
    numbers = _in_digits(text, sentence.language)
    taken = [(n.first, n.end) for n in numbers]
    for start, end, value in _in_words(sentence, text):
        if not any(start < other_end and other < end for other, other_end in taken):
            numbers.append(exact_number(start, end, value, word_precision(value), spoken=True))
    numbers = [_scaled(text, number, sentence.language) for number in sorted(numbers, key=lambda n: n.first)]
    numbers = [n for k, n in enumerate(numbers) if not k or n.first >= numbers[k - 1].end]
    numbers = [number for number in numbers if not _tells_nothing(number, text)]
    return [_bounded(text, number, sentence.language) for number in _with_ranges(text, numbers)]


def _tells_nothing(number: Number, text: str) -> bool:
    """Whether it is an article (`una`, `ein`), or a vague `millones`."""
    if not number.spoken:
        return False
    alone = " " not in text[number.first : number.end]
    return number.value < 2 or (alone and number.value in _VAGUE_ALONE)


def _in_digits(text: str, language: str) -> list[Number]:
    point = language in POINT_LANGUAGES
    numbers = []
    for match in (_POINT if point else _COMMA).finditer(text):
        written = re.sub(r"[,]" if point else r"[.\u202f\u00a0\u2009 ]", "", match.group()).replace(",", ".")
        if len(written) > 15:
            continue
        numbers.append(exact_number(match.start(), match.end(), float(written), digit_precision(written)))
    return numbers


def _in_words(sentence: Sentence, text: str) -> list[Spoken]:
    if sentence.language == "ru":
        return russian_numbers(text)
    if sentence.language == "zh":
        return chinese_numbers(text)
    words = sentence.words
    return [
        (words[n.first].start, words[n.end - 1].end, n.value)
        for n in spoken_numbers(sentence)
        if not n.ordinal
    ]


def _scaled(text: str, number: Number, language: str) -> Number:
    """The number times the words for thousand, million and so on after it, which may be two."""
    for _ in range(2):
        for factor, forms in vocabulary(language).scales:
            space = re.compile(r"\s?").match(text, number.end)
            start = space.end() if space else number.end
            match = words_pattern(forms, language).match(text, start)
            if match:
                # Of `190 million` the last digit is the million, whatever zeros it ends in.
                precision = number.precision if number.precision < 10 else number.precision / 10
                number = replace(number.times(factor), end=match.end(), precision=precision * factor)
                break
        else:
            break
    return number


def _with_ranges(text: str, numbers: list[Number]) -> list[Number]:
    """The numbers with ranges joined: `10 bis 15`, `20至30`."""
    joined: list[Number] = []
    for number in numbers:
        last = joined[-1] if joined else None
        rises = last is not None and not last.bound and last.value < number.value
        if last and rises and _RANGE.fullmatch(text, last.end, number.first):
            low = last.value
            joined[-1] = Number(last.first, number.end, low, low, number.value, last.precision, "range")
            continue
        joined.append(number)
    return joined


def _bounded(text: str, number: Number, language: str) -> Number:
    """The number with the bound before or, in Chinese, after it."""
    if number.bound:
        return number
    before = text[max(0, number.first - _REACH) : number.first].rstrip()
    found = [
        (len(match.group()), name)
        for name, forms in vocabulary(language).bounds
        for match in words_pattern(forms, language).finditer(before)
        if match.end() == len(before)
    ]
    bound = max(found)[1] if found else ""
    if language in UNSPACED_LANGUAGES and not bound:
        near = re.sub(r"^\w{0,2}?(?=左右|以上|多|余)", "", text[number.end : number.end + 5])
        bound = "more" if _MORE_AFTER.match(near) else "about" if _ABOUT_AFTER.match(near) else ""
    return with_bounds(replace(number, bound=bound))


def is_year(number: Number) -> bool:
    """Whether a bare number of four digits is rather a year than a count."""
    return not number.spoken and number.value in _YEARS and number.end - number.first == 4
