"""The facts of a sentence that is not English, to be compared with those of another language."""

from __future__ import annotations

import re

from msgspec.structs import replace

from tui.analysis.differences.across.moments import find_dates, find_times
from tui.analysis.differences.across.number_words import small_number
from tui.analysis.differences.across.numbers import find_numbers, is_year
from tui.analysis.differences.across.words import vocabulary, words_pattern
from tui.analysis.differences.clock_time import ClockTime
from tui.analysis.differences.date_range import DateRange
from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.number import ABOUT, Number, exact_number
from tui.analysis.differences.sentence import Sentence
from tui.analysis.differences.units import DOLLARS, SIGNS, currency_names, unit_of
from tui.model import Span
from tui.model.difference import Fact, FactKind

_PERCENT = re.compile(r"\s?[%％٪]")
_CHINESE_PERCENT = re.compile(r"百分之$")
_SIGN_BEFORE = re.compile(r"(?:(?<!\w)(?P<mark>[A-Za-z.]{1,4}))?(?P<sign>[$€£¥₹₩₽])\s?$")
_LABEL = re.compile(r"(?:№|nº|n\.º|núm\.|nr\.|no\.|номер)\s?$", re.I)
_JOINED = re.compile(r"-(?:го|й|я|е|ю|ми|х|м|ых|ый|ая)\b|º|ª")
"""After an ordinal: `20-й`."""


def find_facts(sentence: Sentence) -> list[FactInContext]:
    """The dates, times, amounts, measures, ages and counts of a sentence, in order."""
    facts: list[FactInContext] = []
    for date in find_dates(sentence):
        facts.append(_moment(sentence, FactKind.DATE, "day", date.start, date.end, date.date))
    for time in find_times(sentence):
        if _is_free(facts, sentence, time.start, time.end):
            facts.append(_moment(sentence, FactKind.TIME, "minute", time.start, time.end, time.time))
    facts += [age for age in _ages(sentence) if _is_free(facts, sentence, *_place(sentence, age))]
    facts += [share for share in _shares(sentence) if _is_free(facts, sentence, *_place(sentence, share))]
    for number in find_numbers(sentence):
        if _is_free(facts, sentence, number.first, number.end) and (fact := _of_number(sentence, number)):
            facts.append(fact)
    return sorted(facts, key=lambda fact: fact.fact.span.start)


def _place(sentence: Sentence, fact: FactInContext) -> tuple[int, int]:
    """The offsets of a fact into the sentence's text."""
    start = sentence.passage.span.start
    return fact.fact.span.start - start, fact.fact.span.end - start


def _is_free(facts: list[FactInContext], sentence: Sentence, start: int, end: int) -> bool:
    places = (_place(sentence, fact) for fact in facts)
    return not any(start < other_end and other < end for other, other_end in places)


def _span(sentence: Sentence, start: int, end: int) -> Span:
    offset = sentence.passage.span.start
    return Span(offset + start, offset + end)


def _moment(
    sentence: Sentence, kind: FactKind, unit: str, start: int, end: int, value: DateRange | ClockTime
) -> FactInContext:
    written = sentence.text[start:end]
    fact = Fact(kind, written, value.shown(), _span(sentence, start, end), value.low, value.high, unit)
    return FactInContext(fact, value=value)


def _fact(
    sentence: Sentence, kind: FactKind, number: Number, end: int, unit: str, shown: str
) -> FactInContext:
    """The fact of a number, up to an offset behind its unit."""
    written = sentence.text[number.first : end]
    span = _span(sentence, number.first, end)
    return FactInContext(Fact(kind, written, shown, span, number.low, number.high, unit), value=number)


def _of_number(sentence: Sentence, number: Number) -> FactInContext | None:
    """The fact that a number states; None for years, ordinals and labels."""
    for kind in (_percentage, _money, _measure):
        if fact := kind(sentence, number):
            return fact
    text = sentence.text
    if is_year(number) or _LABEL.search(text[: number.first]) or _JOINED.match(text, number.end):
        return None
    if re.match(r"\.(?!\s*$)", text[number.end :]) and sentence.language == "de":
        return None  # `der 20. Parteitag`
    return _fact(sentence, FactKind.NUMBER, number, number.end, "", number.shown())


def _percentage(sentence: Sentence, number: Number) -> FactInContext | None:
    text, words = sentence.text, vocabulary(sentence.language)
    end = 0
    if (match := _PERCENT.match(text, number.end)) or (
        words.percent and (match := _after(sentence, number.end, words.percent))
    ):
        end = match.end()
    elif _CHINESE_PERCENT.search(text[: number.first]):
        number, end = replace(number, first=number.first - 3), number.end
    return _fact(sentence, FactKind.PERCENTAGE, number, end, "%", f"{number.shown()} %") if end else None


def _after(sentence: Sentence, place: int, forms: str) -> re.Match[str] | None:
    """One of some words right after a place, or after `de`."""
    gap = re.compile(r"[\s\u00a0-]?(?:de[\s\u00a0])?").match(sentence.text, place)
    start = gap.end() if gap else place
    return words_pattern(forms, sentence.language).match(sentence.text, start)


def _money(sentence: Sentence, number: Number) -> FactInContext | None:
    text, code, end = sentence.text, "", number.end
    if match := _SIGN_BEFORE.search(text[: number.first]):
        code = SIGNS.get(match["sign"]) or DOLLARS.get((match["mark"] or "").casefold(), "USD")
    elif match := re.compile(r"\s?(?P<sign>[€£¥₹₩₽$])").match(text, end):
        code, end = SIGNS.get(match["sign"], "USD"), match.end()
    else:
        for own, forms in vocabulary(sentence.language).currencies:
            if match := _after(sentence, number.end, forms):
                code, end = own, match.end()
                break
        else:
            code, end = _named_currency(sentence, number.end)
    if not code:
        return None
    value = number.shown()
    shown = f"{code} {value}" if value[:1].isdigit() else f"{value[:2]}{code} {value[2:]}"
    return _fact(sentence, FactKind.MONEY, number, end, code, shown)


def _named_currency(sentence: Sentence, place: int) -> tuple[str, int]:
    """The code of the currency that CLDR names so, and the offset after its name; "" if there is none."""
    if vocabulary(sentence.language).currencies:
        return "", place
    match = re.compile(r"\s(?:de\s)?([^\W\d]+)(?:\s([^\W\d]+))?").match(sentence.text, place)
    names = currency_names(sentence.language) if match else {}
    for count in (2, 1):
        words = match.groups()[:count] if match else ()
        name = tuple(word.casefold() for word in words if word)
        if len(name) == count and name in names and match:
            return names[name], match.end(count)
    return "", place


def _measure(sentence: Sentence, number: Number) -> FactInContext | None:
    for unit, forms in vocabulary(sentence.language).units:
        match = _after(sentence, number.end, forms)
        if match:
            dimension, factor = unit_of(unit)
            shown = f"{number.shown()} {match.group()}"
            measured = number.times(factor)
            return _fact(sentence, FactKind.QUANTITY, measured, match.end(), dimension, shown)
    return None


def _ages(sentence: Sentence) -> list[FactInContext]:
    """`34-летний`, `34岁`, `de 34 años`."""
    pattern = vocabulary(sentence.language).age
    found = []
    for match in words_pattern(pattern, sentence.language).finditer(sentence.text) if pattern else ():
        years = small_number(match["count"], sentence.language)
        if years:
            number = exact_number(match.start(), match.end(), years, 1.0)
            fact = _fact(sentence, FactKind.AGE, number, match.end(), "year", f"{number.shown()} years")
            found.append(fact)
    return found


def _shares(sentence: Sentence) -> list[FactInContext]:
    """Fractions in words, in per cent as in English."""
    found = []
    for share, forms in vocabulary(sentence.language).shares:
        for match in words_pattern(forms, sentence.language).finditer(sentence.text):
            value = 100 * share
            low, high = value * (1 - ABOUT), value * (1 + ABOUT)
            number = Number(match.start(), match.end(), value, low, high, 10.0, fraction=True)
            found.append(
                _fact(sentence, FactKind.PERCENTAGE, number, match.end(), "%", f"{number.shown()} %")
            )
    return found
