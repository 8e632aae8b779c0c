"""Numbers that are labels and count nothing: of streets, routes, telephones, aeroplanes, years."""

from __future__ import annotations

from tui.analysis.differences.number import Number
from tui.analysis.differences.sentence import Sentence

_STREETS = frozenset(
    "street st avenue ave road rd boulevard blvd drive lane highway route block square place court".split()
)
_LABELS = frozenset(
    "no number route highway interstate section article chapter title flight room gate channel page suite "
    "apartment exit proposition prop amendment resolution type level phase category covid unit building line "
    "boeing airbus district ward precinct world top".split()
)
"""A number after one of these is a name, not a count."""
_NUMBERED = frozenset("century centuries amendment circuit congress".split())
"""Nouns that have numbers: the 18th century is not counted otherwise as the 20th."""
_STARTS = frozenset("the in on at about some only another more at least nearly over under of and but".split())
"""Words with a capital only at the start of a sentence."""
_YEARS = range(1500, 2101)
_COUNTED = frozenset(
    "people votes voters men women children deaths cases homes houses jobs troops soldiers dollars euros "
    "pounds "
    "miles meters metres feet acres tons residents refugees migrants prisoners students workers seats "
    "pages".split()
)
"""Nouns before which a number such as 2014 is a count."""
_EMERGENCY = frozenset(["911", "999", "112"])


def is_label(sentence: Sentence, number: Number) -> bool:
    """Whether a number is a name or a year and not a count."""
    if number.ordinal:
        return sentence.folded(number.end + (sentence.folded(number.end) == "-")) in _NUMBERED
    if number.bound == "range" and number.low in _YEARS and number.high in _YEARS:
        return True
    if _of_group(sentence, number):
        return True
    if number.spoken:
        return sentence.folded(number.first - 1) in _LABELS
    written = sentence.words[number.first].text
    return (
        written in _EMERGENCY
        or _in_address(sentence, number.end)
        or _in_name(sentence, number)
        or _in_code(sentence, number)
        or _is_year(sentence, number)
    )


def _in_address(sentence: Sentence, end: int) -> bool:
    """`410 Maple Street`, `the 1200 block of Harbor Road`."""
    follows = end < len(sentence) and (sentence.words[end].capital or sentence.folded(end) == "block")
    return bool(follows) and any(sentence.folded(end + n) in _STREETS for n in range(4))


def _of_group(sentence: Sentence, number: Number) -> bool:
    """`Group of 7`, `the Group of Twenty`."""
    return [sentence.folded(number.first - k) for k in (2, 1)] == ["group", "of"]


def _in_name(sentence: Sentence, number: Number) -> bool:
    """`Route 9`, `No. 10`, `Apollo 11`, `iPhone 6`."""
    before = sentence.folded(number.first - 1)
    if number.first and _is_product(sentence.words[number.first - 1].text):
        return True
    if before in _LABELS or (before == "." and sentence.folded(number.first - 2) in ("no", "nos")):
        return True
    named = number.first >= 2 and sentence.words[number.first - 1].capital and before not in _STARTS
    return named and sentence.folded(number.end) in ("", ".", ",", "'s")


def _is_product(word: str) -> bool:
    """Whether a word is written like `iPhone`: a small letter first, and a capital behind it."""
    return word[:1].islower() and not word.islower()


def _in_code(sentence: Sentence, number: Number) -> bool:
    """`555-0147`, `COVID-19`, `F-16`, `9/11`."""
    k, end = number.first, number.end
    if sentence.folded(k - 1) in ("-", "/", ".", ":", "#") and sentence.joined(k):
        return True
    if sentence.folded(end) in ("-", "/") and sentence.joined(end) and sentence.joined(end + 1):
        return sentence.words[end + 1].is_number or not sentence.words[end + 1].is_content
    return False


def _is_year(sentence: Sentence, number: Number) -> bool:
    """`the 2014 ban` and `2012 attacks` are of a year, `2014 votes` are counted."""
    k, end = number.first, number.end
    if end - k > 1 or number.value not in _YEARS or "," in sentence.words[k].text:
        return False
    return sentence.folded(end) not in _COUNTED
