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
    published = _day(sentence.article.published)
    finder = _finder(sentence.language)
    dates: list[DateRange] = []
    starts = {word.start: k for k, word in enumerate(sentence.words)}
    ends = {word.end: k + 1 for k, word in enumerate(sentence.words)}
    for match in finder.finditer(sentence.text):
        named = match.start("m4") if (match["when"] or "").casefold() in _PREPOSITIONS else match.start()
        first, end = starts.get(named), ends.get(match.end())
        if end is None:
            end = next((e for offset, e in ends.items() if offset >= match.end()), None)
        when = _resolve(match, published, sentence) if first is not None and end is not None else None
        if when and first is not None and end is not None:
            dates.append(replace(when, first=first, end=end))
    return dates


_PREPOSITIONS = frozenset(["in", "since", "until", "by", "to", "from"])


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return day if 1000 < day.year < 3000 else None


@cache
def _names(language: str) -> tuple[dict[str, int], dict[str, int]]:
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


@cache
def _finder(language: str) -> re.Pattern[str]:
    """The pattern of all dates of a language."""
    months, days = _names(language)
    month = "|".join(sorted((re.escape(name) for name in months), key=len, reverse=True)) or r"(?!)"
    day = "|".join(sorted((re.escape(name) for name in days), key=len, reverse=True)) or r"(?!)"
    english = (language or "en") == "en"
    return re.compile(
        rf"""(?<!\w)(?:
      (?P<iso>\d{{4}}-\d\d-\d\d)
    | (?P<m1>{month})\.?\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<y1>\d{{4}}))?(?!\d|,\d|:)
    | (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\.?\s(?:of\s|de\s)?(?P<m2>{month})\b\.?
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
    months, days = _names(sentence.language)
    try:
        if part["iso"]:
            return _single_day(date.fromisoformat(part["iso"]))
        for number in "12":
            if part[f"m{number}"]:
                if sentence.language == "en" and part[f"m{number}"].islower():
                    return None
                month = months[part[f"m{number}"].casefold()]
                return _month_day(month, int(part[f"d{number}"]), part[f"y{number}"], base)
        if part["cm"]:
            return _month_day(int(part["cm"]), int(part["cd"]), None, base)
        if part["m3"]:
            return _month(months[part["m3"].casefold()], int(part["y3"]))
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


def _single_day(day: date) -> DateRange:
    return DateRange(0, 0, day.toordinal(), day.toordinal())


def _month(month: int, year: int) -> DateRange:
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return DateRange(0, 0, first.toordinal(), after.toordinal() - 1)


def _month_day(month: int, day: int, year: str | None, base: date | None) -> DateRange:
    """A day of a month; without a year the nearest to the day of publication."""
    if year:
        return _single_day(date(int(year), month, day))
    date(2000, month, day)  # raises ValueError if there is no such day
    if base is None:
        return DateRange(0, 0, month_day=(month, day))
    around = [_date_or_none(base.year + k, month, day) for k in (-1, 0, 1)]
    nearest = min((d for d in around if d), key=lambda d: abs((d - base).days), default=None)
    return (
        replace(_single_day(nearest), month_day=(month, day))
        if nearest
        else DateRange(0, 0, month_day=(month, day))
    )


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


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
    return replace(_single_day(day), weekday=number, loose=loose)


def _bare_month(month: int, which: str, base: date | None, sentence: Sentence) -> DateRange:
    """A month without a year: the last one, or the next where the sentence looks ahead."""
    if base is None:
        return DateRange(0, 0, month_day=(month, 0))
    past = base.year if month <= base.month else base.year - 1
    ahead = which == "next" or (which != "last" and _AHEAD.search(sentence.text.casefold()))
    year = (past + (0 if month == base.month else 1)) if ahead else past
    return replace(_month(month, year), month_day=(month, 0))


_WORDS = dict(
    a=1, an=1, one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, twelve=12
)


def _relative(part: dict[str, str | None], base: date | None) -> DateRange | None:
    """`yesterday`, `three weeks ago`, `last month`, `on the 3rd`, `in 2019`."""
    if part["year"]:
        year = int(part["year"])
        return DateRange(0, 0, date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
    if base is None:
        return None
    if part["near"]:
        return _single_day(base + timedelta({"yesterday": -1, "tomorrow": 1}.get(part["near"].casefold(), 0)))
    if part["dayonly"]:
        return replace(_single_day(base.replace(day=int(part["dayonly"]))), day_only=True)
    if part["ago"] and part["agounit"]:
        count = _WORDS.get(part["ago"].casefold()) or int(part["ago"])
        days, slack = _AGO[part["agounit"].casefold()]
        around = base.toordinal() - round(count * days)
        return DateRange(0, 0, around - slack, around + slack) if around - slack > 0 else None
    step = {"last": -1, "this": 0, "next": 1}[(part["rel"] or "this").casefold()]
    unit = (part["relunit"] or "").casefold()
    if unit == "week":
        monday = base.toordinal() - base.weekday() + 7 * step
        return DateRange(0, 0, monday, monday + 6)
    if unit == "month":
        month = base.month - 1 + step
        return _month(month % 12 + 1, base.year + month // 12)
    year = base.year + step
    return DateRange(0, 0, date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())


_AGO = {
    "day": (1, DAYS_AGO),
    "week": (7, WEEKS_AGO),
    "month": (30.44, MONTHS_AGO),
    "year": (365.25, YEARS_AGO),
}
