"""Dates in forms other than month and weekday: in digits, seasons, decades, `the day before yesterday`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from tui.analysis.differences.date_range import DateRange

_SEASONS = {
    "spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3,
    "frühling": 0, "frühjahr": 0, "sommer": 1, "herbst": 2,
}  # fmt: skip
_SEASON_DAYS = (((3, 1), (6, 20)), ((6, 1), (9, 22)), ((9, 1), (12, 20)), ((12, 1), (3, 20)))
"""First day by the calendar of weather, last day by that of astronomy."""
_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
            "eighties": 80, "nineties": 90}  # fmt: skip
_PARTS = {"early": (0, 4), "mid": (3, 6), "late": (5, 9), "frühen": (0, 4), "späten": (5, 9)}
"""First and last year of a part of a decade."""
_COUNTS = "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
_SHIFTS = {
    "the day before yesterday": -2, "the day after tomorrow": 2,
    "vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2,
}  # fmt: skip
_STEPS = {
    "last": -1,
    "this": 0,
    "next": 1,
    "letz": -1,
    "verg": -1,
    "vori": -1,
    "dies": 0,
    "näch": 1,
    "komm": 1,
}

_YEAR = r"(?:1[5-9]|20)\d\d"
_NUMERIC = r"""(?<![\w./-])(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|(?<=/)\d{2})
    (?![\w/-]|\.\d)"""
_ENGLISH = re.compile(
    rf"""{_NUMERIC}
    | \b(?P<shift>the\sday\s(?:before\syesterday|after\stomorrow))\b
    | \b(?:(?P<step>last|this|next)\s|in\s(?:the\s)?|the\s|since\s|until\s
      |(?=(?:spring|summer|autumn|winter)\s(?:of\s)?\d{{4}}))
      (?P<season>spring|summer|autumn|winter|fall(?=\s(?:of\s)?\d{{4}}))(?:\s(?:of\s)?(?P<sy>{_YEAR}))?\b
      (?!\s[a-z]+(?:time|s)\b)
    | \bthe\s(?:(?P<part>early|mid|late)[\s-])?(?:(?P<decade>(?:1[5-9]|20)[1-9]0)s|['’](?P<short>[2-9]0)s
      |(?P<spoken>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\b
    """,
    re.X | re.I,
)
_GERMAN = re.compile(
    rf"""{_NUMERIC}
    | (?<![\w.])(?P<na>\d{{1,2}})\.(?P<nb>\d{{1,2}})\.(?!\w|\s?Uhr)
    | \b(?P<shift>vorgestern|gestern|heute|übermorgen|morgen)\b
    | \bvor\s(?P<ago>\d+|{"|".join(_COUNTS)})\w{{0,2}}\s(?P<unit>Tag|Woche|Monat|Jahr)\w*
    | (?<!\w)(?P<d1>\d{{1,2}})\.(?:\s?(?:/|-|–|und|bis)\s?)(?P<d2>\d{{1,2}})\.
      \s(?P<month>[^\W\d]+)(?:\s(?P<my>\d{{4}}))?
    | \b(?P<step>letzt|vergangen|vorig|diese|nächst|kommend)\w{{0,3}}
      \s(?P<stepunit>Woche|Monat|Jahr)\w{{0,2}}\b
    | \b(?:im|vom|seit|bis)\s(?P<season>Frühjahr|Frühling|Sommer|Herbst|Winter)(?:\s(?P<sy>{_YEAR}))?\b
    | \b(?:(?P<part>frühen|späten)\s)?(?P<decade>1[5-9][1-9]0|20[1-9]0|(?P<short>[2-9]0))
      er(?:n|[\s-]Jahren?)\b
    | \b(?:im\sJahre?|Ende|Anfang|seit)\s(?P<year>{_YEAR})\b
    """,
    re.X,
)
_DAYS_OF = {"Tag": (1, 0), "Woche": (7, 3), "Monat": (30.44, 15), "Jahr": (365.25, 183)}
"""Days of a unit, and by how many `vor drei Wochen` may be off."""


class FoundDate(Struct, frozen=True):
    """A date at offsets of a text."""

    start: int
    end: int
    date: DateRange


def dates_of_other_forms(
    text: str, language: str, published: date | None, months: Callable[[str], int | None]
) -> Sequence[FoundDate]:
    """The dates of such forms, in order; English and German ones only. `months` gives a month by its name.

    A date in digits that can be read in two ways (`3/4/2023`) keeps both.
    """
    pattern = {"en": _ENGLISH, "": _ENGLISH, "de": _GERMAN}.get(language)
    found = []
    for match in pattern.finditer(text) if pattern else ():
        try:
            day = _resolve(match, published, months)
        except (ValueError, OverflowError):
            continue
        if day is not None:
            found.append(FoundDate(match.start(), match.end(), day))
    return found


def _resolve(
    match: re.Match[str], base: date | None, months: Callable[[str], int | None]
) -> DateRange | None:
    part = match.groupdict()
    if part["a"]:
        return _in_digits(part, base)
    if part["decade"] or part["short"] or part.get("spoken"):
        return _decade(part)
    if part["season"]:
        return _season(part, base)
    if part.get("year"):
        return years(int(part["year"] or 0), int(part["year"] or 0))
    if part.get("d1"):
        return _two_days(part, base, months)
    if base is None:
        return None
    if part["shift"]:
        return one_day(base + timedelta(_SHIFTS[" ".join(part["shift"].casefold().split())]))
    if part.get("na"):
        return nearest_day(int(part["nb"] or 0), int(part["na"] or 0), base)
    if part.get("ago"):
        return _ago(part["ago"] or "", part["unit"] or "", base)
    step = _STEPS[(part["step"] or "")[:4].casefold()]
    return {"Woche": week, "Monat": month_of, "Jahr": year_of}[part["stepunit"] or ""](base, step)


def one_day(day: date) -> DateRange:
    return DateRange(0, 0, day.toordinal(), day.toordinal())


def years(first: int, last: int) -> DateRange:
    return DateRange(0, 0, date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal())


def month_days(month: int, year: int) -> DateRange:
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return DateRange(0, 0, first.toordinal(), after.toordinal() - 1)


def week(base: date, step: int) -> DateRange:
    """The week `step` weeks after that of a day."""
    monday = base.toordinal() - base.weekday() + 7 * step
    return DateRange(0, 0, monday, monday + 6)


def month_of(base: date, step: int) -> DateRange:
    month = base.month - 1 + step
    return month_days(month % 12 + 1, base.year + month // 12)


def year_of(base: date, step: int) -> DateRange:
    return years(base.year + step, base.year + step)


def nearest_day(month: int, day: int, base: date) -> DateRange:
    """The day of a month without a year that is nearest to another day."""
    around = [d for k in (-1, 0, 1) if (d := day_or_none(base.year + k, month, day))]
    nearest = min(around, key=lambda d: abs((d - base).days), default=None)
    unresolved = DateRange(0, 0, month_day=(month, day))
    return replace(one_day(nearest), month_day=(month, day)) if nearest else unresolved


def day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_digits(part: dict[str, str | None], base: date | None) -> DateRange | None:
    """`21/03/2023`, `03/21/2023`, `21.3.2023`; points and hyphens stand in days first."""
    first, second, year = (int(part[name] or 0) for name in ("a", "b", "y"))
    year += 2000 if year < 100 else 0
    readings = [day_or_none(year, second, first)]
    if part["sep"] == "/":
        readings.append(day_or_none(year, first, second))
    days = sorted({day for day in readings if day}, key=lambda d: abs((d - base).days) if base else 0)
    if not days:
        return None
    return replace(one_day(days[0]), other_reading=days[1].toordinal() if len(days) > 1 else 0)


def _decade(part: dict[str, str | None]) -> DateRange:
    spoken = part.get("spoken")
    first = int(part["short"] or 0) or int(part["decade"] or 0) or _DECADES[(spoken or "").casefold()]
    first += 1900 if first < 100 else 0
    start, end = _PARTS.get((part["part"] or "").casefold(), (0, 9))
    return years(first + start, first + end)


def _season(part: dict[str, str | None], base: date | None) -> DateRange | None:
    """A season; without a year the last one that has begun, or the next."""
    number = _SEASONS[(part["season"] or "").casefold()]

    def days(year: int) -> DateRange:
        (month, day), (last_month, last_day) = _SEASON_DAYS[number]
        last = date(year + (last_month < month), last_month, last_day)
        return DateRange(0, 0, date(year, month, day).toordinal(), last.toordinal())

    if part["sy"]:
        return days(int(part["sy"]))
    if base is None:
        return None
    latest = max(y for y in (base.year - 1, base.year) if days(y).low <= base.toordinal())
    under_way = days(latest).high >= base.toordinal()
    step = (part.get("step") or "").casefold()
    if step == "next":
        return days(latest + 1)
    if step == "this":  # of this year, begun or not
        return days(latest if under_way else latest + 1)
    return days(latest - 1 if step == "last" and under_way else latest)


def _two_days(
    part: dict[str, str | None], base: date | None, months: Callable[[str], int | None]
) -> DateRange | None:
    """`3./4. Juni`, `3. bis 5. Juni 2022`."""
    month = months(part["month"] or "")
    year = int(part["my"]) if part["my"] else base.year if base else 0
    if month is None or not year:
        return None
    first, last = date(year, month, int(part["d1"] or 0)), date(year, month, int(part["d2"] or 0))
    return DateRange(0, 0, first.toordinal(), last.toordinal()) if first < last else None


def _ago(count: str, unit: str, base: date) -> DateRange | None:
    number = int(count) if count.isdigit() else _COUNTS.index(count) + 1
    days, slack = _DAYS_OF[unit]
    around = base.toordinal() - round(number * days)
    return DateRange(0, 0, around - slack, around + slack) if around - slack > 0 else None
