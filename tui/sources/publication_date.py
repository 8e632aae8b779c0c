"""Dates of publication in text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache

# Names of the months from January on, by their first letters: English, German, French, Spanish, Portuguese,
# Italian, Dutch, Polish, Czech, Swedish, Russian. `mar` and `mai` are March and May in all of them.
_STEMS = (
    "jan|jän|ene|gen|stycz|янв", "feb|fév|fev|lut|únor|фев", "mar|mär|mrt|maa|břez|мар",
    "apr|avr|abr|kwi|dub|апр", "may|mai|mayo|mei|maj|mag|květ|мая", "jun|juin|giu|czerw|červ(?!ence)|июн",
    "jul|juil|lug|lip|července|июл", "aug|août|aout|ago|sierp|srp|авг", "sep|set|wrz|září|сен",
    "oct|okt|out|ott|październ|říj|окт", "nov|listopad|ноя", "dec|dez|déc|dic|grud|pros|дек",
)  # fmt: skip
_MONTH = rf"((?:{'|'.join(_STEMS)})[^\W\d_]{{0,9}})\.?"
_ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_CJK = re.compile(r"(?<!\d)(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)")
"""`27.01.2022`: wherever dots are used, the day comes first."""
_MONTH_FIRST = rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)"
_DAY_FIRST = (
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:de |of )?{_MONTH},?\s+(?:de |del )?(\d{{4}})(?!\d)"
)
_YEAR = re.compile(r"\d{4}")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The names of the months take some milliseconds to compile, and few texts need them."""
    return re.compile(pattern, re.I)


def iso_day(text: str) -> str:
    """The first unambiguous full date in the text as `2022-02-25`, empty if there is none.

    `03/04/2022` is ambiguous: half the world reads it in March, half in April.
    """
    if not _YEAR.search(text):
        return ""
    if match := _ISO.search(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _CJK.search(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _DOTTED.search(text):
        return _day(int(match[3]), int(match[2]), int(match[1]))
    if match := _compiled(_MONTH_FIRST).search(text):
        return _day(int(match[3]), _month(match[1]), int(match[2]))
    if match := _compiled(_DAY_FIRST).search(text):
        return _day(int(match[3]), _month(match[2]), int(match[1]))
    return ""


def _month(name: str) -> int:
    return next(number for number, stem in enumerate(_STEMS, 1) if re.match(stem, name.lower()))


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def local_day(published: str, others: Iterable[str]) -> str:
    """The day of an ISO 8601 time where the page was published, empty without a full date.

    A site that gives its time in UTC may tell its own zone with another time: that of an update, or of
    a `time` element among the `others`.
    """
    try:
        moment = datetime.fromisoformat(published.strip().replace("Z", "+00:00"))
    except ValueError:
        return iso_day(published)
    if moment.tzinfo is None or moment.utcoffset() or len(published.strip()) < 16:
        return iso_day(published)
    for other in others:
        try:
            zone = datetime.fromisoformat(other.strip().replace("Z", "+00:00")).tzinfo
        except ValueError:
            continue
        if zone is not None and zone.utcoffset(None):
            return moment.astimezone(zone).date().isoformat()
    return iso_day(published)
