"""Days and times of day of a sentence that is not English. Months and weekdays are CLDR's, by Babel.

Russian cases of them, relative days and times are in `words.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from tui.analysis.differences.across.number_words import small_number
from tui.analysis.differences.across.words import vocabulary, words_pattern
from tui.analysis.differences.clock_time import DAY_MINUTES, ClockTime
from tui.analysis.differences.date_forms import (
    FoundDate,
    day_or_none,
    month_days,
    nearest_day,
    one_day,
    years,
)
from tui.analysis.differences.date_range import DateRange
from tui.analysis.differences.dates import AGO, names_of_calendar, publication_day
from tui.analysis.differences.sentence import Sentence
from tui.analysis.tokens import with_ascii_digits
from tui.analysis.unspaced_words import UNSPACED_LANGUAGES

_YEAR = r"(?:1[5-9]|20)\d\d"
_UNITS = (
    ("day", "día Tag дня дней день 天"),
    ("week", "semana Woche недел 周 星期"),
    ("month", "mes Monat месяц 月"),
    ("year", "año Jahr лет года год 年"),
)
_UNIT_OF = {form.casefold(): unit for unit, forms in _UNITS for form in forms.split()}
_PREFIX = "[בלוبو]?"
"""A letter for `in`, `to` or `and` that Hebrew and Arabic write in front of a month or a day of the week."""
_CHINESE_DATE = re.compile(
    rf"(?:(?P<year>{_YEAR}|去|今|明)年)?(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>[12]\d|3[01]|0?[1-9])[日号])?"
    rf"|(?<![\d月])(?P<only>[12]\d|3[01]|0?[1-9])日(?![元本圆])"
)
_IN_DIGITS = re.compile(rf"(?<![\w.])(?P<d>\d{{1,2}})[./](?P<m>\d{{1,2}})[./](?P<y>{_YEAR})(?![\w/])")
_ISO = re.compile(rf"(?<!\d)(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)")


class FoundTime(Struct, frozen=True):
    """A time of day at offsets of a text."""

    start: int
    end: int
    time: ClockTime


def find_dates(sentence: Sentence) -> list[FoundDate]:
    """The dates of a sentence, in order, the longest where several readings overlap."""
    text, language = with_ascii_digits(sentence.text), sentence.language
    base = publication_day(sentence.article.published)
    found = [
        *_calendar_dates(text, language, base),
        *(_chinese_dates(text, base) if language in ("zh", "ja") else ()),
        *_relative_dates(text, language, base),
    ]
    kept: list[FoundDate] = []
    for one in sorted(found, key=lambda f: (f.start - f.end, f.start)):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f.start)


@cache
def _calendar(language: str) -> tuple[re.Pattern[str], tuple[tuple[int, re.Pattern[str]], ...]]:
    """The pattern of a month with a day, a year or both, and those of the weekdays."""
    words = vocabulary(language)
    months, days = names_of_calendar(language)
    month_forms = "|".join(forms for _, forms in words.months) or "|".join(
        sorted(map(re.escape, months), key=len, reverse=True)
    )
    month = month_forms or "(?!)"
    pattern = re.compile(
        rf"(?<!\w)(?:(?P<day>[12]\d|3[01]|0?[1-9])(?:\.|-?го|º|er)?[\s\u00a0](?:de\s)?)?{_PREFIX}(?P<month>{month})\.?(?!\w)"
        rf"(?:,?[\s\u00a0](?:de\s|del\s)?(?P<year>{_YEAR})(?!\d)(?:[\s\u00a0](?:года?|г\.))?)?",
        re.I,
    )
    weekdays = words.weekdays or tuple(
        (number, "|".join(re.escape(name) for name, own in days.items() if own == number))
        for number in range(7)
    )
    if language in ("he", "ar"):
        weekdays = tuple((number, f"{_PREFIX}(?:{forms})") for number, forms in weekdays if forms)
    return pattern, tuple((number, words_pattern(forms, language)) for number, forms in weekdays if forms)


def _calendar_dates(text: str, language: str, base: date | None) -> Iterator[FoundDate]:
    pattern, weekdays = _calendar(language)
    for match in pattern.finditer(text):
        month = _month(match["month"], language)
        if not month or not (match["day"] or match["year"]):
            continue
        when = _of_parts(month, int(match["day"] or 0), match["year"], base)
        if when:
            yield FoundDate(match.start(), match.end(), when)
    for match in (*_IN_DIGITS.finditer(text), *_ISO.finditer(text)):
        day = day_or_none(int(match["y"]), int(match["m"]), int(match["d"]))
        if day:
            yield FoundDate(match.start(), match.end(), one_day(day))
    for number, weekday in weekdays:
        for match in weekday.finditer(text):
            yield FoundDate(match.start(), match.end(), _weekday(number, base))


@cache
def _month(name: str, language: str) -> int:
    """The number of a month by its name in any case; 0 if it is none."""
    for number, forms in vocabulary(language).months:
        if re.fullmatch(forms, name, re.I):
            return number
    return names_of_calendar(language)[0].get(name.casefold().rstrip("."), 0)


def _of_parts(month: int, day: int, year: str | None, base: date | None) -> DateRange | None:
    """A day, or a month if `day` is 0; without a year the nearest day, or the last such month."""
    if year and not day:
        return month_days(month, int(year))
    if year:
        known = day_or_none(int(year), month, day)
        return one_day(known) if known else None
    if base is None:
        return DateRange(0, 0, month_day=(month, day))
    if day:
        return nearest_day(month, day, base)
    return replace(month_days(month, base.year - (month > base.month)), month_day=(month, 0))


def _weekday(number: int, base: date | None) -> DateRange:
    """The last such weekday, with the day of publication; the next one agrees with it too."""
    if base is None:
        return DateRange(0, 0, weekday=number)
    return replace(one_day(base - timedelta((base.weekday() - number) % 7)), weekday=number)


def _chinese_dates(text: str, base: date | None) -> Iterator[FoundDate]:
    for match in _CHINESE_DATE.finditer(text):
        if match["only"]:
            if base is None:
                continue
            day = day_or_none(base.year, base.month, int(match["only"]))
            when = replace(one_day(day), day_only=True) if day else None
        else:
            year = match["year"]
            if year in ("去", "今", "明"):
                year = str(base.year + {"去": -1, "今": 0, "明": 1}[year]) if base else None
            when = _of_parts(int(match["month"]), int(match["day"] or 0), year, base)
        if when:
            yield FoundDate(match.start(), match.end(), when)


def _relative_dates(text: str, language: str, base: date | None) -> Iterator[FoundDate]:
    words = vocabulary(language)
    for match in words_pattern(words.year, language).finditer(text) if words.year else ():
        year = int(match["year"] or match["year2"])
        group = "year" if match["year"] else "year2"
        yield FoundDate(match.start(group), match.end(group), years(year, year))
    if base is None:
        return
    for step, forms in words.days:
        for match in words_pattern(forms, language).finditer(text):
            yield FoundDate(match.start(), match.end(), one_day(base + timedelta(step)))
    for match in words_pattern(words.ago, language).finditer(text) if words.ago else ():
        count = small_number(match["count"], language) if match["count"] else 1.0
        if count is None:
            continue
        days, slack = AGO[_UNIT_OF[match["unit"].casefold()]]
        around = base.toordinal() - round(count * days)
        if around > slack:
            yield FoundDate(match.start(), match.end(), DateRange(0, 0, around - slack, around + slack))


@cache
def _pattern(pattern: str, before: str, after: str) -> re.Pattern[str]:
    return re.compile(f"{before}(?:{pattern}){after}", re.I)


def find_times(sentence: Sentence) -> list[FoundTime]:
    """The times of day of a sentence, in order."""
    words = vocabulary(sentence.language)
    if not words.clock:
        return []
    edge = ("", "") if sentence.language in UNSPACED_LANGUAGES else (r"(?<![\w.:])", r"(?!\w|[.:]\d)")
    times = []
    for match in _pattern(words.clock, *edge).finditer(sentence.text):
        part = {name: value for name, value in match.groupdict().items() if value}
        hour = int(part.get("hour") or part.get("hour2") or 0)
        afternoon = (part.get("part") or part.get("part2") or "").casefold() in words.afternoon.split("|")
        minute = int(part.get("minute") or 0)
        if hour > 24 or minute > 59 or not (afternoon or part.get("minute") or _tells_time(match.group())):
            continue
        at_night = bool(words.night) and (part.get("part") or "").casefold() in words.night.split("|")
        hours = 12 if (afternoon and hour < 12) or (at_night and hour == 12) else 0
        of_day = (60 * (hour + hours) + minute) % DAY_MINUTES
        open_half = hour <= 12 and not afternoon and "часов утра" not in match.group()
        time = ClockTime(0, 0, of_day, of_day, of_day, half_open=open_half)
        times.append(FoundTime(match.start(), match.end(), time))
    return times


def _tells_time(written: str) -> bool:
    """Whether an hour without minutes is surely one: `18 Uhr`, `下午6点`, not `a las 18`."""
    return any(sign in written.casefold() for sign in ("uhr", "час", "点", "點", "时", "時", "horas"))
