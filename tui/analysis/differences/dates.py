"""Dates, resolved against the day of publication.

The names of months and weekdays are Babel's (CLDR), so dates are found in every language that it knows;
relative ones (`last month`, `three weeks ago`) only in English. dateparser was tried: it takes 88 ms to
import and 2 to 4 ms a sentence, finds `may`, `sat` and `the 3` in running text, and gives a day where the
text gives a month.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from msgspec.structs import replace

from tui.analysis.differences.date_forms import (
    dates_of_other_forms,
    day_or_none,
    month_days,
    month_of,
    nearest_day,
    one_day,
    week,
    year_of,
    years,
)
from tui.analysis.differences.date_range import DateRange
from tui.analysis.differences.sentence import Sentence

DAYS_AGO = 0
WEEKS_AGO = 3
MONTHS_AGO = 15
YEARS_AGO = 183
"""Greatest error of `three weeks ago` and its like, in days."""

_AHEAD = re.compile(
    r"\b(?:will|would|to be|plans? to|scheduled|set to|expected to|due|next|coming|expires?|takes effect"
    r"|until|going to|ahead of)\b"
)


def find_dates(sentence: Sentence) -> list[DateRange]:
    """The dates of a sentence, in order."""
    published = publication_day(sentence.article.published)
    finder = _finder(sentence.language)
    months = names_of_calendar(sentence.language)[0]
    others = dates_of_other_forms(
        sentence.text, sentence.language, published, lambda name: months.get(name.casefold())
    )
    dates: list[DateRange] = []
    for found in others:
        places = [k for k, w in enumerate(sentence.words) if w.start < found.end and found.start < w.end]
        if sentence.folded(places[0]) in _PREPOSITIONS and len(places) > 1:
            places = places[1:]
        dates.append(replace(found.date, first=places[0], end=places[-1] + 1))
    starts = {word.start: k for k, word in enumerate(sentence.words)}
    ends = {word.end: k + 1 for k, word in enumerate(sentence.words)}
    for match in finder.finditer(sentence.text):
        if any(match.start() < found.end and found.start < match.end() for found in others):
            continue
        named = match.start("m4") if (match["when"] or "").casefold() in _PREPOSITIONS else match.start()
        first, end = starts.get(named), ends.get(match.end())
        if end is None:
            end = next((e for offset, e in ends.items() if offset >= match.end()), None)
        when = _resolve(match, published, sentence) if first is not None and end is not None else None
        if when and first is not None and end is not None:
            dates.append(replace(when, first=first, end=end))
    return sorted(dates, key=lambda found: found.first)


_PREPOSITIONS = frozenset("in since until by to from im seit vom bis".split())


def publication_day(text: str) -> date | None:
    """The day of an ISO date such as an article's; None for no date, or one that cannot be a publication."""
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return day if 1000 < day.year < 3000 else None


@cache
def names_of_calendar(language: str) -> tuple[dict[str, int], dict[str, int]]:
    """Months (1 to 12) and weekdays (0 to 6) by their names, case folded, without full stops."""
    from babel import Locale, UnknownLocaleError  # 16 ms

    months: dict[str, int] = {}
    days: dict[str, int] = {}
    try:
        locale = Locale.parse(language or "en")
    except (ValueError, UnknownLocaleError):
        return months, days
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                months.setdefault(name.casefold().rstrip("."), number)
            for number, name in locale.days[context][width].items():
                days.setdefault(name.casefold().rstrip("."), number)
    if (language or "en") == "en":
        months["sept"] = 9
        days = {name: number for name, number in days.items() if len(name) > 3}  # `sat`, `sun`, `wed`
    return {n: v for n, v in months.items() if not n.isdigit()}, {n: v for n, v in days.items() if len(n) > 2}


_RELATIVE = r"""
    | (?P<near>yesterday|today|tomorrow|tonight)
    | (?P<ago>\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s
      (?P<agounit>day|week|month|year)s?\sago
    | (?P<rel>last|this|next)\s(?P<relunit>week|month|year)
    | (?<=\bon\s)the\s(?P<dayonly>\d{1,2})(?:st|nd|rd|th)(?=[,.;]|\sand\b|$)
    | (?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\bof\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\bfrom\s)|(?<=\bduring\s)
        |(?<=\bearly\s)|(?<=\blate\s)|(?<=\bthe\s)) (?P<year>(?:1[5-9]|20)\d\d)(?![\d,.]\d|s\b|-)
"""


_EVENT_DAY = r"Sept(?:ember|\.)?\s11\s(?:hijack|attack|terror|plotter|suspect|defendant|victim|conspirator)"
"""The day by which an event is known, after a count: `the 19 Sept. 11 hijackers`."""


@cache
def _finder(language: str) -> re.Pattern[str]:
    """The pattern of all dates of a language."""
    months, days = names_of_calendar(language)
    month = "|".join(sorted((re.escape(name) for name in months), key=len, reverse=True)) or r"(?!)"
    day = "|".join(sorted((re.escape(name) for name in days), key=len, reverse=True)) or r"(?!)"
    english = (language or "en") == "en"
    return re.compile(
        rf"""(?<!\w)(?:
      (?P<iso>\d{{4}}-\d\d-\d\d)
    | (?P<m1>{month})\.?\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<y1>\d{{4}}))?(?!\d|,\d|:)
    | (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\.?\s(?!{_EVENT_DAY})(?:of\s|de\s)?(?P<m2>{month})\b\.?
        (?:,?\s(?:de\s)?(?P<y2>\d{{4}}))?
    | (?P<m3>{month})\.?,?\s(?:of\s|de\s)?(?P<y3>(?:1[5-9]|20)\d\d)
    | (?P<cm>\d{{1,2}})月(?P<cd>\d{{1,2}})日
    | (?:(?P<which>last|next|this)\s)?(?P<weekday>{day})(?:\s(?P<part>night|evening|morning|afternoon))?
    | (?:(?P<when>last|next|in|since|until|by|early|late|mid|to|from)[\s-])(?P<m4>{month})
      (?!\.?\s\d|\sday\b)
    {_RELATIVE if english else ""}
    )(?!\w)""",
        re.X | re.I,
    )


def _resolve(match: re.Match[str], base: date | None, sentence: Sentence) -> DateRange | None:
    """The days that a match may mean; None if it is no date after all."""
    part = match.groupdict()
    months, days = names_of_calendar(sentence.language)
    try:
        if part["iso"]:
            return one_day(date.fromisoformat(part["iso"]))
        for number in "12":
            if part[f"m{number}"]:
                if sentence.language == "en" and part[f"m{number}"].islower():
                    return None
                month = months[part[f"m{number}"].casefold()]
                return _month_day(
                    month, int(part[f"d{number}"]), part[f"y{number}"], base, sentence.text[: match.start()]
                )
        if part["cm"]:
            return _month_day(int(part["cm"]), int(part["cd"]), None, base, "")
        if part["m3"]:
            return month_days(months[part["m3"].casefold()], int(part["y3"]))
        if part["weekday"]:
            return _weekday(days[part["weekday"].casefold()], match, base, sentence)
        if part["m4"]:  # `may` and `march` are verbs too
            return (
                None
                if part["m4"].islower()
                else _bare_month(months[part["m4"].casefold()], part["when"].casefold(), base, sentence)
            )
        return _relative(part, base) if "near" in part else None
    except (ValueError, OverflowError):
        return None


_PAST = re.compile(
    r"\b(?:was|were|had|ago|killed|died|began|fell|left|met|went|came|took|held|shot|said|(?!need)[a-z]{3,}ed)"
    r"(?:\s[a-z]+){0,4},?\s(?:on\s(?:the\s)?)?$"
)
"""A verb of the past shortly before a date."""
_PLANNED = re.compile(
    r"\b(?:for|until|by|from|to|election|trial|hearing|summit|meeting|vote|deadline|planned|scheduled|set|due)"
    r"\b[^,;.]{0,25}$"
)
_SURELY_AHEAD = re.compile(r"\b(?:will|to be|scheduled|set to|expected to|due|next|going to)\b[^;:]*$")
_RECENT = 60
"""Days since the day of publication up to which a day is meant although the sentence looks ahead."""


def _month_day(month: int, day: int, year: str | None, base: date | None, before: str) -> DateRange:
    """A day of a month; without a year the nearest to the day of publication, on the side of the verb.

    `before` is the text before it: `was closed on April 5`, written in March, is of last year.
    """
    if year:
        return one_day(date(int(year), month, day))
    date(2000, month, day)  # raises ValueError if there is no such day
    if base is None:
        return DateRange(0, 0, month_day=(month, day))
    found = nearest_day(month, day, base)
    before = before[-80:].casefold()
    step, ahead = 0, _SURELY_AHEAD.search(before)
    past = not ahead and _PAST.search(before) and not _PLANNED.search(before)
    if found.low > base.toordinal() and past:
        step = -1
    elif 0 < found.low < base.toordinal() - _RECENT and ahead:
        step = 1
    moved = day_or_none(date.fromordinal(found.low).year + step, month, day) if step else None
    return replace(one_day(moved), month_day=(month, day)) if moved else found


_ZONE = re.compile(r"\b(?:local time|gmt|utc|e[sd]?t|p[sd]t|c[sd]?t|bst|time)\b", re.I)


def _weekday(number: int, match: re.Match[str], base: date | None, sentence: Sentence) -> DateRange:
    """The last such weekday, with the day of publication; the next one where the sentence looks ahead."""
    part = match.groupdict()
    before = sentence.text[max(0, match.start() - 12) : match.start()].casefold()
    loose = bool(
        part["part"] in ("night", "evening")
        or before.endswith(("late ", "early "))
        or _ZONE.search(sentence.text, match.end(), match.end() + 25)
    )
    if base is None:
        return DateRange(0, 0, weekday=number, loose=loose)
    back = (base.weekday() - number) % 7
    which = (part["which"] or "").casefold()
    ahead = _AHEAD.search(sentence.text[max(0, match.start() - 60) : match.end()].casefold())
    if which == "next" or (ahead and not which):
        day = base + timedelta((number - base.weekday()) % 7)
    else:
        day = base - timedelta(back or (7 if which == "last" else 0))
    return replace(one_day(day), weekday=number, loose=loose)


def _bare_month(month: int, which: str, base: date | None, sentence: Sentence) -> DateRange:
    """A month without a year: the last one, or the next where the sentence looks ahead."""
    if base is None:
        return DateRange(0, 0, month_day=(month, 0))
    past = base.year if month <= base.month else base.year - 1
    ahead = which == "next" or (which != "last" and _AHEAD.search(sentence.text.casefold()))
    year = (past + (0 if month == base.month else 1)) if ahead else past
    return replace(month_days(month, year), month_day=(month, 0))


_WORDS = dict(
    a=1, an=1, one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, twelve=12
)


def _relative(part: dict[str, str | None], base: date | None) -> DateRange | None:
    """`yesterday`, `three weeks ago`, `last month`, `on the 3rd`, `in 2019`."""
    if part["year"]:
        return years(int(part["year"]), int(part["year"]))
    if base is None:
        return None
    if part["near"]:
        return one_day(base + timedelta({"yesterday": -1, "tomorrow": 1}.get(part["near"].casefold(), 0)))
    if part["dayonly"]:
        return replace(one_day(base.replace(day=int(part["dayonly"]))), day_only=True)
    if part["ago"] and part["agounit"]:
        count = _WORDS.get(part["ago"].casefold()) or int(part["ago"])
        days, slack = AGO[part["agounit"].casefold()]
        around = base.toordinal() - round(count * days)
        return DateRange(0, 0, around - slack, around + slack) if around - slack > 0 else None
    step = {"last": -1, "this": 0, "next": 1}[(part["rel"] or "this").casefold()]
    unit = (part["relunit"] or "").casefold()
    return {"week": week, "month": month_of, "year": year_of}[unit](base, step)


AGO = {
    "day": (1, DAYS_AGO),
    "week": (7, WEEKS_AGO),
    "month": (30.44, MONTHS_AGO),
    "year": (365.25, YEARS_AGO),
}
