"""Dates of publication in text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from tui.sources.lazy_pattern import lazy_pattern

# Names of the months from January on, by their first letters: English, German, French, Spanish, Portuguese,
# Italian, Dutch, Polish, Czech, Swedish, Danish, Finnish, Hungarian, Romanian, Turkish, Indonesian, Russian,
# Ukrainian, Greek, Arabic, Hebrew, Hindi, Thai. `mar` and `mai` are March and May in all of them.
_STEMS = (
    "jan|jän|ene|gen|stycz|led(?=en|na)|tammik|ian|ocak|янв|січ|ιαν|يناير|كانون الثاني|ינואר|जनव|มกรา",
    "feb|fév|fev|lut|únor|helmik|şub|фев|лют|φεβ|فبراير|شباط|פברואר|फ़?रव|फरव|กุมภา",
    "mar|mär|mrt|maa|břez|már|мар|берез|μαρ|مارس|آذار|מרץ|मार्च|มีนา",
    "apr|avr|abr|kwi|dub|huhtik|ápr|nisan|апр|квіт|απρ|[أا]بريل|نيسان|אפריל|अप्रै|เมษา",
    "may|mai|mayo|mei|maj|mag|květ|toukok|máj|мая|май|трав|μα[ΐϊί]|مايو|أيار|מאי|मई|พฤษภา",
    "jun|juin|giu|czerw|červ(?!en(?:ec|ce))|kesäk|jún|iun|haziran|июн|черв|ιουν|يونيو|حزيران|יוני|जून|มิถุนา",
    "jul|juil|lug|lip|červen(?:ec|ce)|heinäk|júl|iul|temmuz|июл|лип|ιουλ|يوليو|تموز|יולי|जुला|กรกฎา",
    "aug|août|aout|ago|agust|sierp|srp|elok|ağust|авг|серп|αυγ|[أا]غسطس|آب|אוגוסט|अगस्त|สิงหา",
    "sep|set|wrz|září|syysk|szept|eylül|сен|верес|σεπ|سبتمبر|أيلول|ספטמבר|सित|กันยา",
    "oct|okt|out|ott|październ|říj|lokak|ekim|окт|жовт|οκτ|[أا]كتوبر|تشرين الأول|אוקטובר|अक्[टत]|ตุลา",
    "nov|noi|listopad|marrask|kasım|ноя|листоп|νο[εέ]|نوفمبر|تشرين الثاني|נובמבר|नवं|พฤศจิกา",
    "dec|dez|déc|dic|desem|grud|pros|jouluk|aralık|дек|груд|δεκ|ديسمبر|كانون الأول|דצמבר|दिसं|ธันวา",
)  # fmt: skip
_MONTH = rf"((?:{'|'.join(_STEMS)})[^\W\d_]{{0,9}}[\u0900-\u097f\u0e00-\u0e7f]{{0,9}})\.?"
_ISO = lazy_pattern(r"(?<!\d)(\d{4})(?:[-/]|\. ?)(\d{1,2})(?:[-/]|\. ?)(\d{1,2})(?!\d)")
_COMPACT = lazy_pattern(r"(?<!\d)(20\d\d)(\d\d)(\d\d)(?:T?\d{4,6})?(?!\d)")
_CJK = lazy_pattern(r"(?<!\d)(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]")
_DOTTED = lazy_pattern(r"(?<![\d.])(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)")
"""`27.01.2022`: wherever dots are used, the day comes first."""
_SLASHED = lazy_pattern(r"(?<![\d/])(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?![\d/])")
_MONTH_FIRST = lazy_pattern(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", re.I)
_DAY_FIRST = lazy_pattern(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:de |of |ב)?{_MONTH},?\s+(?:de |del )?(\d{{4}})(?!\d)",
    re.I,
)
_YEAR_FIRST = lazy_pattern(rf"(?<!\d)(\d{{4}})\.\s+{_MONTH}\s+(\d{{1,2}})(?!\d)", re.I)
_MONTHS = tuple(lazy_pattern(stem, re.I) for stem in _STEMS)
DAY_FIRST_LANGUAGES = frozenset("fr es pt it ca gl ro el vi id hi ar he tr nl pl cs uk ru bg".split())
"""Languages in which `03/04/2022` is in April wherever they are spoken, by their ISO 639-1 codes."""
_YEAR = lazy_pattern(r"\d{4}")
_BUDDHIST = 543
"""Years by which the Thai calendar is ahead."""
_YEARS = range(1000, 2700)
"""Years in which something may be published: systems write an unknown day as `0001-01-01`."""
_UPDATE = ("update", "modified", "aktualisier", "änderung", "actuali", "mis à jour", "обновлен", "güncelle")


def iso_day(text: str, day_first: bool = False) -> str:
    """The first unambiguous full date in the text as `2022-02-25`, empty if there is none.

    `03/04/2022` is ambiguous unless the day is known to come first: half the world reads it in March, half
    in April. `13/04/2022` is not.
    """
    found = next(filter(None, (_day(*numbers) for numbers, _ in _dates(text))), "")
    if not found and day_first and (match := _SLASHED.search(text)):
        return _day(int(match[3]), int(match[2]), int(match[1]))
    return found


def without_day(text: str) -> str:
    """The text without its first unambiguous full date."""
    for numbers, match in _dates(text):
        if _day(*numbers):
            return f"{text[: match.start()]} {text[match.end() :]}"
    return text


def _dates(text: str) -> Iterator[tuple[tuple[int, int, int], re.Match[str]]]:
    """Years, months and days of what may be a date, each with its place; the surest first."""
    if not _YEAR.search(text):
        return
    if match := _ISO.search(text) or _COMPACT.search(text) or _CJK.search(text):
        yield (int(match[1]), int(match[2]), int(match[3])), match
    elif match := _DOTTED.search(text):
        yield (int(match[3]), int(match[2]), int(match[1])), match
    elif match := _MONTH_FIRST.search(text):
        yield (int(match[3]), _month(match[1]), int(match[2])), match
    elif match := _DAY_FIRST.search(text):
        yield (int(match[3]), _month(match[2]), int(match[1])), match
    elif match := _YEAR_FIRST.search(text):
        yield (int(match[1]), _month(match[2]), int(match[3])), match
    elif match := _SLASHED.search(text):
        first, second = int(match[1]), int(match[2])
        if max(first, second) > 12 or first == second:
            yield (int(match[3]), min(first, second), max(first, second)), match


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if month.match(name.lower()))


def _day(year: int, month: int, day: int) -> str:
    try:
        if year in _YEARS:
            return date(year - _BUDDHIST if year > 2500 else year, month, day).isoformat()
        return ""
    except ValueError:
        return ""


def is_update(stamp: str) -> bool:
    """Whether a line with a day says that it is that of an update."""
    stamp = stamp.lower()
    return any(word in stamp for word in _UPDATE)


def local_day(published: str, others: Iterable[str], shown: Iterable[str] = ()) -> str:
    """The day of a time where the page was published, empty without a full date.

    A site that gives its time in UTC may tell its own zone with another time among the `others`: that of an
    update, or of a `time` element. Or one of the lines `shown` to the reader has the day before or after it.
    """
    moment = _moment(published)
    if moment is None or moment.tzinfo is None or moment.utcoffset():
        return iso_day(published)
    for other in others:
        zone = time.tzinfo if (time := _moment(other)) else None
        if zone is not None and zone.utcoffset(None):
            return moment.astimezone(zone).date().isoformat()
    near = {(moment.date() + timedelta(days=days)).isoformat() for days in (-1, 0, 1)}
    for line in shown:
        days = near & _possible_days(line)
        if len(days) == 1 and not is_update(line):
            return days.pop()
    return moment.date().isoformat()


def _moment(text: str) -> datetime | None:
    """The time of day that a text in the form of ISO 8601 or of an e-mail names; None without one."""
    text = text.strip()
    if len(text) < 16:
        return None
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
        return moment if moment.year in _YEARS else None
    except ValueError:
        pass
    if text[:1].isdigit() or not text.endswith(("GMT", "UTC")):
        return None
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text).replace(tzinfo=UTC)
        return moment if moment.year in _YEARS else None
    except ValueError:
        return None


def _possible_days(line: str) -> set[str]:
    """The days that a line may name; `03/05/2022` may be two."""
    days = {iso_day(line)}
    if match := _SLASHED.search(line):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        days |= {_day(year, first, second), _day(year, second, first)}
    return days - {""}
