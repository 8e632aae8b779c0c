"""The facts of a sentence that have a value: dates, times, and numbers of every kind."""

from __future__ import annotations

from msgspec.structs import replace

from tui.analysis.differences import units
from tui.analysis.differences.ages import find_age
from tui.analysis.differences.clock_time import ClockTime, find_clock_times
from tui.analysis.differences.date_range import DateRange
from tui.analysis.differences.dates import find_dates
from tui.analysis.differences.fact_context import (
    FactInContext,
    acts_beside,
    clause_stems,
    find_counted_noun,
    find_outcome,
    nearest_stems,
    subject_stems,
)
from tui.analysis.differences.number import Number, plain_number, with_bounds
from tui.analysis.differences.number_labels import is_label
from tui.analysis.differences.numbers import find_numbers
from tui.analysis.differences.sentence import Sentence
from tui.analysis.memo import once_per_sentence
from tui.model.difference import Fact, FactKind

_SHORT_SCALES = {"m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "k": 1e3, "tn": 1e12}
_RATES = frozenset(["year", "month", "week", "day", "hour", "person", "share"])
_OTHERS = frozenset(["other", "others", "additional", "further"])


@once_per_sentence
def find_facts(sentence: Sentence) -> list[FactInContext]:
    """The dates, times, amounts, measures, ages and counts of a sentence, in order."""
    taken: set[int] = set()
    facts: list[FactInContext] = []
    for date in find_dates(sentence):
        facts.append(_moment(sentence, date, FactKind.DATE, "day"))
        taken |= set(range(date.first, date.end))
    for time in find_clock_times(sentence):
        if not taken & set(range(time.first, time.end)):
            facts.append(_moment(sentence, time, FactKind.TIME, "minute"))
            taken |= set(range(time.first, time.end))
    for number in find_numbers(sentence):
        if not taken & set(range(number.first, number.end)) and (fact := _of_number(sentence, number)):
            facts.append(fact)
    return sorted(facts, key=lambda fact: fact.fact.span.start)


def find_days(sentence: Sentence) -> list[Fact]:
    """The facts of a sentence that name one day."""
    facts = [found.fact for found in find_facts(sentence)]
    return [fact for fact in facts if fact.kind is FactKind.DATE and fact.low == fact.high]


def _moment(sentence: Sentence, moment: DateRange | ClockTime, kind: FactKind, unit: str) -> FactInContext:
    fact = Fact(
        kind,
        sentence.written(moment.first, moment.end),
        moment.shown(),
        sentence.span(moment.first, moment.end),
        moment.low,
        moment.high,
        unit,
    )
    english = sentence.language == "en" and kind is FactKind.DATE
    return FactInContext(
        fact,
        acts=acts_beside(sentence, moment.first, moment.end) if english else None,
        counted_noun=_noun_of_year(sentence, moment.first, moment.end),
        nearest_stems=nearest_stems(sentence, moment.first, moment.end, 1, names=False),
        clause_stems=clause_stems(sentence, moment.first, moment.end),
        value=moment,
    )


def _noun_of_year(sentence: Sentence, first: int, end: int) -> str:
    """The stem of what a year stands before, as in `2020 Democratic candidates`; "" if it is no such year."""
    year = end == first + 1 and sentence.words[first].text.isdigit()
    return find_counted_noun(sentence, end)[0] if year else ""


def _of_number(sentence: Sentence, number: Number) -> FactInContext | None:
    """The fact that a number states; None for street numbers, names and years."""
    for kind in (_age, _money, _percentage, _measure):
        if fact := kind(sentence, number):
            return fact
    return None if is_label(sentence, number) else _count(sentence, number)


def _fact(
    sentence: Sentence,
    kind: FactKind,
    number: Number,
    first: int,
    end: int,
    unit: str = "",
    shown: str = "",
    noun: str = "",
    outcome: str = "",
    rate: str = "",
) -> FactInContext:
    """The fact of the words from `first` to before `end`; `shown` is its normal form if not the number's."""
    fact = Fact(
        kind,
        sentence.written(first, end),
        shown or number.shown(),
        sentence.span(first, end),
        number.low,
        number.high,
        unit,
    )
    return FactInContext(
        fact,
        counted_noun=noun,
        outcome=outcome,
        nearest_stems=nearest_stems(sentence, first, end, 1 if kind is FactKind.QUANTITY else 2),
        clause_stems=clause_stems(sentence, first, end),
        subject_stems=subject_stems(sentence, first),
        passage_stems=sentence.content_stems,
        value=number,
        purpose=noun if kind is FactKind.MONEY and sentence.folded(end) == "for" else "",
        rate=rate,
        others=sentence.folded(end) in _OTHERS or sentence.folded(first - 1) == "another",
    )


def _money(sentence: Sentence, number: Number) -> FactInContext | None:
    code, first = units.currency_before(sentence, number.first)
    end = number.end
    scale = _SHORT_SCALES.get(sentence.folded(end)) if sentence.joined(end) else None
    if code and scale:
        number, end = number.times(scale), end + 1
    if not code:
        code, end = units.currency_after(sentence, end + (1 if scale else 0))
        if not code or _is_weight(sentence, number, code):
            return None
        number = number.times(scale) if scale else number
    value = number.shown()
    shown = f"{code} {value}" if value[:1].isdigit() else f"{value[:2]}{code} {value[2:]}"
    return _fact(
        sentence, FactKind.MONEY, number, first, end, code, shown,
        noun=_noun_after(sentence, end), rate=_rate(sentence, end),
    )  # fmt: skip


def _is_weight(sentence: Sentence, number: Number, code: str) -> bool:
    """Whether `180 pounds` are a weight: they are, unless they are a million or are paid."""
    if code != "GBP" or sentence.folded(number.end) not in ("pound", "pounds"):
        return False
    paid = {"pay", "cost", "worth", "fine", "price", "sell", "spend", "fund", "earn", "rais"}
    return number.value < 1e6 and not paid & clause_stems(sentence, number.first, number.end)


def _rate(sentence: Sentence, end: int) -> str:
    """`year` of `$10 a year`, `over five years`; "" if the amount is for no time."""
    if sentence.folded(end) in ("a", "an", "per", "each", "every") and sentence.folded(end + 1) in _RATES:
        return sentence.folded(end + 1)
    if sentence.folded(end) in ("over", "annually", "daily", "monthly"):
        return " ".join(sentence.folded(k) for k in range(end, end + 3))
    return ""


def _noun_after(sentence: Sentence, end: int) -> str:
    """The stem of the content word after an amount, or after its `of`, `in` or `for`; "" if there is none."""
    place = end
    if sentence.folded(place) in ("of", "in", "for"):
        place += 1
        while sentence.folded(place) in ("the", "its", "his", "her", "their", "all"):
            place += 1
    word = sentence.words[place] if place < len(sentence) else None
    return word.stem if word is not None and word.is_content else ""


def _percentage(sentence: Sentence, number: Number) -> FactInContext | None:
    first, end = number.first, number.end
    words = sentence.folded(end), sentence.folded(end + 1)
    if number.second is not None:
        return None  # `a 47-11 percent margin`
    if words[0] in ("%", "percent", "pct"):
        end += 1
    elif words == ("per", "cent"):
        end += 2
    elif words in (("percentage", "points"), ("percentage", "point")):
        shown = f"{number.shown()} points"
        return _fact(sentence, FactKind.PERCENTAGE, number, first, end + 2, "points", shown)
    elif number.fraction:
        share = number.times(100)
        return _fact(
            sentence, FactKind.PERCENTAGE, share, first, end, "%", f"{share.shown()} %",
            find_counted_noun(sentence, end)[0], find_outcome(sentence, first, end),
        )  # fmt: skip
    else:
        return None
    if words[1] == "points":
        end += 1
    noun = find_counted_noun(sentence, end)[0] if sentence.folded(end) == "of" else ""
    return _fact(sentence, FactKind.PERCENTAGE, number, first, end, "%", f"{number.shown()} %", noun)


def _measure(sentence: Sentence, number: Number) -> FactInContext | None:
    """A measure in the base unit of its dimension; `an hour and a half` too."""
    if number.ordinal or number.second is not None:
        return None
    if scale := units.degrees(sentence, number.end):
        return _temperature(sentence, number, *scale)
    measure = units.measure(sentence, number.end)
    if measure is None:
        return None
    dimension, factor, end = measure
    is_age_or_date = dimension == "s" and sentence.folded(end) in ("old", "ago")
    if is_age_or_date or (sentence.folded(end) == "-" and sentence.folded(end + 1) == "old"):
        return None
    shown = f"{number.shown()} {sentence.folded(end - 1)}"
    if [sentence.folded(end + k) for k in range(3)] == ["and", "a", "half"]:
        end += 3
        number = replace(number, value=number.value + 0.5, low=number.low + 0.5, high=number.high + 0.5)
        number = with_bounds(number)
    noun = _noun_after(sentence, end)
    return _fact(
        sentence, FactKind.QUANTITY, number.times(factor), number.first, end, dimension, shown, noun
    )  # fmt: skip


def _temperature(sentence: Sentence, number: Number, scale: str, end: int) -> FactInContext:
    """A temperature in degrees Celsius, if its scale is given."""
    if scale == "F":
        celsius = (number.value - 32) / 1.8
        slack = max(number.precision / 2, 0.5)
        number = replace(number, value=celsius, low=celsius - slack, high=celsius + slack, precision=0.1)
    unit = "°C" if scale in "CF" else "°"
    return _fact(sentence, FactKind.QUANTITY, number, number.first, end, unit)


def _age(sentence: Sentence, number: Number) -> FactInContext | None:
    age = find_age(sentence, number)
    if age is None:
        return None
    shown = f"{age.number.shown()} years"
    return _fact(sentence, FactKind.AGE, age.number, age.first, age.end, "year", shown, age.who)


def _count(sentence: Sentence, number: Number) -> FactInContext | None:
    """A plain number: a count, an ordinal, a score."""
    if number.fraction:
        return None
    noun, after = find_counted_noun(sentence, number.end)
    unit = "ordinal" if number.ordinal else "score" if number.second is not None else ""
    if not unit and _is_total(sentence, number.first):
        unit = "total"
    shown = f"{plain_number(number.value)}." if number.ordinal else ""
    fact = _fact(
        sentence, FactKind.NUMBER, number, number.first, number.end, unit, shown, noun,
        find_outcome(sentence, number.first, after),
    )  # fmt: skip
    # The words after the noun say more than the noun itself, which is compared by itself.
    near = nearest_stems(sentence, number.first, after) - {noun}
    return replace(fact, nearest_stems=near, clause_stems=fact.clause_stems - {noun})


_COUNTING = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen half third most many some all"
    "".split()
)
_BEFORE_TOTAL = frozenset("the its his her their about some more than all".split())


def _is_total(sentence: Sentence, place: int) -> bool:
    """Whether the number is the whole of `six of its 20 prisoners`."""
    while sentence.folded(place - 1) in _BEFORE_TOTAL:
        place -= 1
    counted = place >= 2 and (sentence.words[place - 2].is_number or sentence.folded(place - 2) in _COUNTING)
    return sentence.folded(place - 1) == "of" and counted
