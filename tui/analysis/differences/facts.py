"""The numbers of a sentence, each with its kind: money, percentage, quantity, age, plain number."""

from __future__ import annotations

from msgspec.structs import replace

from tui.analysis.differences import units
from tui.analysis.differences.ages import find_age
from tui.analysis.differences.clock_time import ClockTime, find_clock_times
from tui.analysis.differences.date_range import DateRange
from tui.analysis.differences.dates import find_dates
from tui.analysis.differences.fact_context import (
    FactInContext,
    clause_stems,
    counted_noun,
    nearest_stems,
    outcome,
    subject_stems,
)
from tui.analysis.differences.number import Number, plain_number, with_bounds
from tui.analysis.differences.number_labels import is_label
from tui.analysis.differences.numbers import find_numbers
from tui.analysis.differences.sentence import Sentence
from tui.model.difference import Fact, FactKind

_SHORT_SCALES = {"m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "k": 1e3, "tn": 1e12}
_RATES = frozenset(["year", "month", "week", "day", "hour", "person", "share"])


def find_facts(sentence: Sentence) -> list[FactInContext]:
    """Everything in a sentence that has a value: dates, times, and numbers of every kind."""
    taken: set[int] = set()
    found: list[FactInContext] = []
    for when in find_dates(sentence):
        found.append(_dated(sentence, when))
        taken |= set(range(when.first, when.end))
    for time in find_clock_times(sentence):
        if not taken & set(range(time.first, time.end)):
            found.append(_timed(sentence, time))
            taken |= set(range(time.first, time.end))
    counted = [n for n in find_numbers(sentence) if not taken & set(range(n.first, n.end))]
    for number in counted:
        claim = _typed(sentence, number)
        if claim is not None:
            found.append(claim)
    return sorted(found, key=lambda claim: claim.fact.span.start)


def _context(sentence: Sentence, first: int, end: int, before: int) -> tuple[frozenset[str], frozenset[str]]:
    return nearest_stems(sentence, first, end, before), clause_stems(sentence, first, end)


def _dated(sentence: Sentence, when: DateRange) -> FactInContext:
    return _in_time(sentence, when, FactKind.DATE, "day")


def _timed(sentence: Sentence, time: ClockTime) -> FactInContext:
    return _in_time(sentence, time, FactKind.TIME, "minute")


def _in_time(sentence: Sentence, when: DateRange | ClockTime, kind: FactKind, unit: str) -> FactInContext:
    near, around = _context(sentence, when.first, when.end, 1)
    fact = Fact(
        kind,
        sentence.written(when.first, when.end),
        when.shown(),
        sentence.span(when.first, when.end),
        when.low,
        when.high,
        unit,
        tuple(sorted(near)),
    )
    return FactInContext(fact, nearest_stems=near, clause_stems=around, value=when)


def _typed(sentence: Sentence, number: Number) -> FactInContext | None:
    """The number as a fact of its kind; None for street numbers, names, years without a word before."""
    for kind in (_aged, _money, _percentage, _measured):
        claim = kind(sentence, number)
        if claim is not None:
            return claim
    if is_label(sentence, number):
        return None
    return _counted(sentence, number)


def _claim(
    sentence: Sentence,
    kind: FactKind,
    number: Number,
    first: int,
    end: int,
    unit: str = "",
    value: str = "",
    head: str = "",
    state: str = "",
    rate: str = "",
) -> FactInContext:
    near, around = _context(sentence, first, end, 1 if kind is FactKind.QUANTITY else 2)
    fact = Fact(
        kind,
        sentence.written(first, end),
        value or number.shown(),
        sentence.span(first, end),
        number.low,
        number.high,
        unit,
        tuple(filter(None, (head, *sorted(near)))),
    )
    subject = subject_stems(sentence, first)
    purpose = head if kind is FactKind.MONEY and sentence.low(end) == "for" else ""
    return FactInContext(fact, head, state, near, around, subject, sentence.stems, number, purpose, rate)


def _money(sentence: Sentence, number: Number) -> FactInContext | None:
    code, first = units.currency_before(sentence, number.first)
    end = number.end
    short = _SHORT_SCALES.get(sentence.low(end)) if sentence.joined(end) else None
    if code and short:
        number, end = _times(number, short), end + 1
    if not code:
        after = end + (1 if short else 0)
        code, end = units.currency_after(sentence, after)
        if not code or _weighs(sentence, number, code):
            return None
        number = _times(number, short) if short else number
    value = number.shown()
    shown = f"{code} {value}" if value[:1].isdigit() else f"{value[:2]}{code} {value[2:]}"
    return _claim(
        sentence, FactKind.MONEY, number, first, end, code, shown,
        head=_of(sentence, end), rate=_rate(sentence, end),
    )  # fmt: skip


def _times(number: Number, factor: float) -> Number:
    scaled = replace(
        number, value=number.value * factor, low=number.low * factor, high=number.high * factor,
        unit=number.unit * factor,
    )  # fmt: skip
    return scaled


def _weighs(sentence: Sentence, number: Number, code: str) -> bool:
    """Whether `180 pounds` are a weight: so they are unless there are many or they are paid."""
    if code != "GBP" or sentence.low(number.end) not in ("pound", "pounds"):
        return False
    paid = {"pay", "cost", "worth", "fine", "price", "sell", "spend", "fund", "earn", "rais"}
    return number.value < 1e6 and not paid & clause_stems(sentence, number.first, number.end)


def _rate(sentence: Sentence, end: int) -> str:
    """`year` of `$10 a year`, `5 years` of `over five years`; "" if the amount is said of no time."""
    if sentence.low(end) in ("a", "an", "per", "each", "every") and sentence.low(end + 1) in _RATES:
        return sentence.low(end + 1)
    if sentence.low(end) in ("over", "annually", "daily", "monthly"):
        return " ".join(sentence.low(k) for k in range(end, end + 3))
    return ""


def _of(sentence: Sentence, end: int) -> str:
    """Stem of the word that `of`, `in` or `for` joins to an amount, or that follows it at once."""
    place = end
    if sentence.low(place) in ("of", "in", "for"):
        place += 1
        while sentence.low(place) in ("the", "its", "his", "her", "their", "all"):
            place += 1
    word = sentence.words[place] if place < len(sentence) else None
    return word.stem if word is not None and word.content else ""


def _percentage(sentence: Sentence, number: Number) -> FactInContext | None:
    end = number.end
    one, two = sentence.low(end), sentence.low(end + 1)
    if one == "%" or one in ("percent", "pct"):
        end += 1
    elif (one, two) == ("per", "cent"):
        end += 2
    elif (one, two) == ("percentage", "points") or (one, two) == ("percentage", "point"):
        return _claim(
            sentence, FactKind.PERCENTAGE, number, number.first, end + 2, "points", number.shown() + " points"
        )
    elif number.fraction:
        hundred = _times(number, 100)
        share = _claim(sentence, FactKind.PERCENTAGE, hundred, number.first, end, "%", f"{hundred.shown()} %")
        return replace(
            share, counted_noun=counted_noun(sentence, end)[0], outcome=outcome(sentence, number.first, end)
        )
    else:
        return None
    if two == "points":
        end += 1
    return _claim(
        sentence, FactKind.PERCENTAGE, number, number.first, end, "%", f"{number.shown()} %",
        head=counted_noun(sentence, end)[0] if sentence.low(end) == "of" else "",
    )  # fmt: skip


def _measured(sentence: Sentence, number: Number) -> FactInContext | None:
    """A quantity with its unit, in the unit of its dimension; `an hour and a half` too."""
    if number.ordinal or number.score is not None:
        return None
    if scale := units.degrees(sentence, number.end):
        letter, end = scale
        if letter == "F":
            to_celsius = (number.value - 32) / 1.8
            slack = max(number.unit / 2, 0.5)
            number = replace(
                number, value=to_celsius, low=to_celsius - slack, high=to_celsius + slack, unit=0.1
            )
        return _claim(sentence, FactKind.QUANTITY, number, number.first, end, "°C" if letter in "CF" else "°")
    found = units.measure(sentence, number.end)
    if found is None:
        return None
    dimension, factor, end = found
    if (dimension == "s" and sentence.low(end) in ("old", "ago")) or (
        sentence.low(end) == "-" and sentence.low(end + 1) == "old"
    ):
        return None
    shown = f"{number.shown()} {sentence.low(end - 1)}"
    if [sentence.low(end + k) for k in range(3)] == ["and", "a", "half"]:
        number, end = (
            with_bounds(
                replace(number, value=number.value + 0.5, low=number.low + 0.5, high=number.high + 0.5)
            ),
            end + 3,
        )
    scaled = _times(number, factor)
    return _claim(
        sentence, FactKind.QUANTITY, scaled, number.first, end, dimension, shown, head=_of(sentence, end)
    )  # fmt: skip


def _is_total(sentence: Sentence, place: int) -> bool:
    """Whether the number is the whole of `six of its 20 prisoners`."""
    while sentence.low(place - 1) in (
        "the",
        "its",
        "his",
        "her",
        "their",
        "about",
        "some",
        "more",
        "than",
        "all",
    ):
        place -= 1
    counted = place >= 2 and (sentence.words[place - 2].is_number or sentence.low(place - 2) in _COUNTING)
    return sentence.low(place - 1) == "of" and counted


_COUNTING = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen half third most many some all"
    "".split()
)


def _aged(sentence: Sentence, number: Number) -> FactInContext | None:
    found = find_age(sentence, number)
    if found is None:
        return None
    years = f"{found.number.shown()} years"
    return _claim(sentence, FactKind.AGE, found.number, found.first, found.end, "year", years, head=found.who)


def _counted(sentence: Sentence, number: Number) -> FactInContext | None:
    """A plain number: a count, an ordinal, a score."""
    head, after = counted_noun(sentence, number.end)
    state = outcome(sentence, number.first, after)
    unit = "ordinal" if number.ordinal else "score" if number.score is not None else ""
    if not unit and _is_total(sentence, number.first):
        unit = "total"
    if number.fraction:
        return None
    claim = _claim(
        sentence, FactKind.NUMBER, number, number.first, number.end, unit,
        plain_number(number.value) + "." if number.ordinal else "", head, state,
    )  # fmt: skip
    # The words after the noun say more than the noun itself, which the head already holds.
    near = nearest_stems(sentence, number.first, after) - {head}
    return replace(claim, nearest_stems=near, clause_stems=claim.clause_stems - {head})
