"""The numbers of a sentence with their bounds: `at least`, `nearly`, `10 to 15`.

Joins what `number_words.py` finds: scales, dozens, fractions, ranges and scores.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor, log10

from msgspec.structs import replace

from tui.analysis.differences.number import ABOUT, Number, exact_number, with_bounds
from tui.analysis.differences.number_forms import SCALES, compound_numbers
from tui.analysis.differences.number_words import single_numbers
from tui.analysis.differences.sentence import Sentence

_FRACTIONS = {
    "half": 0.5, "halves": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25,
    "fourth": 0.25, "fourths": 0.25, "fifth": 0.2, "fifths": 0.2, "sixth": 1 / 6, "sixths": 1 / 6,
    "eighth": 0.125, "eighths": 0.125, "tenth": 0.1, "tenths": 0.1,
}  # fmt: skip
_VAGUE = frozenset(
    "several few many couple some tens dozens scores hundreds thousands millions billions".split()
)

_BOUNDS = (
    ("at least", "at least|no fewer than|no less than|not less than|upwards of"),
    ("more", "more than|over|above|exceeding"),
    ("less", "at most|fewer than|less than|under|below|no more than|not more than"),
    ("up to", "up to|as many as|as much as"),
    ("nearly", "nearly|almost|close to|just under|just short of|shortly before|just before|approaching"),
    ("just over", "just over|slightly more than|a little over|shortly after|just after"),
    ("about", "about|around|some|roughly|approximately|an estimated|estimated|or so|circa"),
)
_TIMES = frozenset("minute hour day week month year decade".split())
_LASTING = frozenset("within than under over nearly almost about least took lasted lasting taken".split())
"""Words before `an hour` that say how long something takes; not those of `twice a week`."""
_BY_PHRASE = {tuple(phrase.split()): bound for bound, phrases in _BOUNDS for phrase in phrases.split("|")}


def find_numbers(sentence: Sentence) -> list[Number]:
    """The numbers of a sentence, in order, each with the values it may mean."""
    compounds, taken = compound_numbers(sentence)
    singles = [n for n in single_numbers(sentence) if not taken & set(range(n.first, n.end))]
    numbers = [n for n in _joined_up(sentence, singles) if not taken & set(range(n.first, n.end))]
    numbers = sorted(numbers + compounds, key=lambda number: number.first)
    return [_bounded(sentence, number) for number in numbers]


def _joined_up(sentence: Sentence, singles: list[Number]) -> list[Number]:
    """Join scales, dozens, fractions and ranges to single numbers."""
    joined: list[Number] = []
    for number in singles:
        number = _with_dozen(sentence, number)
        previous = joined[-1] if joined else None
        if previous and _scales(sentence, previous, number):
            joined[-1] = _scaled(previous, number)
        elif previous and (pair := _range(sentence, previous, number)):
            joined[-1] = pair
        elif _is_vague(sentence, number):
            continue
        else:
            joined.append(number)
    joined = _fractions(sentence, joined)
    taken = {k for number in joined for k in range(number.first, number.end)}
    for k in range(len(sentence)):
        if sentence.folded(k) == "dozen" and sentence.folded(k - 1) == "a" and k not in taken:
            half = sentence.folded(k - 2) == "half"
            joined.append(
                exact_number(k - 2 if half else k - 1, k + 1, 6.0 if half else 12.0, 1.0, spoken=True)
            )
    joined += [n for n in _one_of_time(sentence) if n.first not in taken]
    return sorted(joined, key=lambda number: number.first)


def _one_of_time(sentence: Sentence) -> Iterator[Number]:
    """The one of `more than an hour`, and the half of `half an hour`, where something takes that long."""
    for k in range(1, len(sentence)):
        if sentence.folded(k) not in _TIMES or sentence.folded(k - 1) not in ("a", "an"):
            continue
        half = sentence.folded(k - 2) == "half"
        if half or sentence.folded(k - 2) in _LASTING:
            yield exact_number(k - 2 if half else k - 1, k, 0.5 if half else 1.0, 0.5, spoken=True)


def _scaled(number: Number, scale: Number) -> Number:
    factor = scale.value
    return replace(
        number,
        end=scale.end,
        value=number.value * factor,
        low=number.low * factor,
        high=number.high * factor,
        precision=number.precision * factor if number.precision < 10 else number.precision * factor / 10,
    )


def _is_vague(sentence: Sentence, number: Number) -> bool:
    """Whether it has no value to compare: `hundreds of`, `several hundred`."""
    first = sentence.folded(number.first)
    if not number.spoken or number.value not in SCALES.values():
        return False
    return first in _VAGUE or sentence.folded(number.first - 1) in _VAGUE


def _with_dozen(sentence: Sentence, number: Number) -> Number:
    if sentence.folded(number.end) == "dozen":
        value = number.value * 12
        return exact_number(number.first, number.end + 1, value, 1.0, spoken=True)
    return number


def _scales(sentence: Sentence, previous: Number, number: Number) -> bool:
    """Whether the number is the `million` of the one before it."""
    return (
        number.spoken
        and number.end - number.first == 1
        and sentence.folded(number.first) in SCALES
        and (
            previous.end == number.first
            or (sentence.folded(previous.end) == "-" and previous.end + 1 == number.first)
        )
        and not previous.ordinal
    )


def _range(sentence: Sentence, first: Number, last: Number) -> Number | None:
    """The range `10 to 15`, `between 10 and 15` or `10-15`, or the score `51-49`."""
    if first.bound or first.second is not None or first.ordinal or last.ordinal:
        return None
    lows = (sentence.folded(k) for k in range(first.end, last.first))
    between = [word for word in lows if word not in _MONEY_SIGNS]
    start = first.first - 1 if sentence.folded(first.first - 1) in _MONEY_SIGNS else first.first
    tight = first.end < last.first and sentence.joined(first.end) and sentence.joined(last.first)
    dash = between in (["-"], ["–"]) and tight
    words = between == ["to"] or (between == ["and"] and sentence.folded(start - 1) == "between")
    if not (dash or words) or (dash and last.first - first.end > 1):
        return None
    if between == ["to"] and sentence.folded(start - 1) in ("from", "by"):
        return None  # `rose from 10 to 15` are two numbers
    if first.value < last.value and not _is_score(sentence, first.first):
        # `one to two million` begins at a million.
        low = first.value * (_scale(last.value) if last.spoken and last.value >= 1000 > first.value else 1.0)
        made = Number(
            first.first, last.end, low, low, last.value, min(first.precision, last.precision), "range"
        )
        return made if low < last.value else None
    plausible = max(first.value, last.value) < 1000 and last.value == floor(last.value)
    if not plausible or sentence.words[last.first].text[0] == "0":  # `555-0147`
        return None
    return replace(exact_number(first.first, last.end, first.value, 1.0), second=last.value)


def _scale(value: float) -> float:
    """The largest power of 1000 in a number: 1e6 of 2,000,000."""
    return float(1000 ** (int(log10(value)) // 3))


_MONEY_SIGNS = frozenset("$€£¥")
_SCORING = frozenset(
    "vote votes voted won win beat beating lost lose score scored victory defeat split ruling ruled".split()
)


def _is_score(sentence: Sentence, place: int) -> bool:
    return any(word.folded in _SCORING for word in sentence.before(place, 4))


def _fractions(sentence: Sentence, numbers: list[Number]) -> list[Number]:
    """Add `a third`, `two-thirds`, `half a million`; `a year and a half` is left to the units."""
    made: list[Number] = []
    by_first = {number.first: number for number in numbers}
    used: set[int] = set()
    for k in range(len(sentence)):
        share = _FRACTIONS.get(sentence.folded(k))
        if share is None or sentence.folded(k + 1) == "dozen":
            continue
        if (
            sentence.folded(k) == "half"
            and sentence.folded(k + 1) == "a"
            and sentence.folded(k + 2) in SCALES
        ):
            value = share * SCALES[sentence.folded(k + 2)]
            made.append(exact_number(k, k + 3, value, value / 5, spoken=True))
            used |= {k, k + 1, k + 2}
            continue
        first, times = _multiple(sentence, k, numbers)
        if (
            not times
            or sentence.folded(k + 1) not in ("of", "the")
            or sentence.folded(first - 1) in ("a", "the")
        ):
            continue
        value = share * times
        made.append(Number(first, k + 1, value, value * (1 - ABOUT), value * (1 + ABOUT), 0.1, fraction=True))
        used |= set(range(first, k + 1))
    others = [n for n in numbers if not any(k in used for k in range(n.first, n.end))]
    return others + [n for n in made if n.first in used or n.first not in by_first]


def _multiple(sentence: Sentence, place: int, numbers: list[Number]) -> tuple[int, float]:
    """The place where a fraction begins, and its multiple; 0 if it is no fraction."""
    if sentence.folded(place) == "half":
        return place, 1.0
    before = place - 1
    if sentence.folded(before) == "-":
        before -= 1
    if sentence.folded(before) in ("a", "one"):
        return before, 1.0
    for number in numbers:
        if number.first <= before < number.end and number.spoken and number.value < 10 and not number.ordinal:
            return number.first, number.value
    return place, 0.0


def _bounded(sentence: Sentence, number: Number) -> Number:
    """The number with the bound before or after it."""
    if number.second is not None or number.bound or number.ordinal:
        return number
    bound = ""
    first = number.first
    while sentence.folded(first - 1) in ("a", "an", "$", "€", "£", "¥", "us"):
        first -= 1
    for length in (4, 3, 2, 1):
        phrase = tuple(sentence.folded(k) for k in range(first - length, first))
        if phrase in _BY_PHRASE:
            bound = _BY_PHRASE[phrase]
            break
    if sentence.folded(number.end) == "or" and sentence.folded(number.end + 1) in ("more", "so"):
        bound = "at least" if sentence.folded(number.end + 1) == "more" else "about"
    return with_bounds(replace(number, bound=bound))
