"""A date as a sentence may mean it, and when two of them agree."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace


class DateRange(Struct, frozen=True):
    """A date in a sentence; `first` and `end` are places of words."""

    first: int
    end: int
    low: int = 0
    """First day it may mean, as `date.toordinal`; 0 if it cannot be resolved."""
    high: int = 0
    weekday: int | None = None
    """0 Monday to 6 Sunday, if given as a weekday."""
    month_day: tuple[int, int] | None = None
    """Month and day, if given without a year; day 0 is the whole month."""
    loose: bool = False
    """Whether the neighbouring day may be meant: late or early in the day, or with a time zone."""
    day_only: bool = False
    """Whether the month is open: `the 3rd`."""
    other_reading: int = 0
    """The other day that `3/4/2023` may mean, as `date.toordinal`; 0 if there is none."""

    def shown(self) -> str:
        """`2023-03-21`, `2023-03`, `2023`, `2023-02-20–2023-02-26`, `about 2022`, `Wednesday`."""
        if not self.low:
            return (
                _WEEKDAYS[self.weekday]
                if self.weekday is not None
                else "-".join(f"{part:02d}" for part in self.month_day or () if part)
            )
        low, high = date.fromordinal(self.low), date.fromordinal(self.high)
        if low == high:
            return low.isoformat()
        if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31):
            return str(low.year) if low.year == high.year else f"{low.year}–{high.year}"
        if low.day == 1 and (high + timedelta(1)).day == 1:
            months = dict.fromkeys((f"{low:%Y-%m}", f"{high:%Y-%m}"))
            return "–".join(months)
        if high - low > _VAGUE:
            return f"about {low + (high - low) / 2:%Y}"
        return f"{low.isoformat()}–{high.isoformat()}"


_VAGUE = timedelta(300)
"""Length from which on the first and last day of a time say less than its middle: `a year ago`."""
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def dates_agree(left: DateRange, right: DateRange) -> bool:
    """Whether both may be the same day; also true if the texts leave it open."""
    if left.other_reading or right.other_reading:
        return any(dates_agree(a, b) for a in _readings(left) for b in _readings(right))
    if left.low and right.low:
        slack = 1 if left.loose or right.loose else 0
        if left.low - slack <= right.high and right.low - slack <= left.high:
            return True
        return _same_weekday(left, right) or _same_weekday(right, left) or _same_day_of_month(left, right)
    if left.month_day and right.month_day:
        return left.month_day == right.month_day or (
            left.month_day[0] == right.month_day[0] and not (left.month_day[1] and right.month_day[1])
        )
    if left.weekday is not None and right.weekday is not None and not (left.low or right.low):
        return left.weekday == right.weekday
    return True


def _readings(day: DateRange) -> list[DateRange]:
    """The date, read in each way."""
    first = replace(day, other_reading=0)
    other = day.other_reading
    return [first, replace(first, low=other, high=other)] if other else [first]


_SAME_GRAIN = 31
"""Days by which of two dates the vaguer one may be longer and still tell of the other: a month tells of a
day, a year of a month, but not of a day."""


def date_settles(left: DateRange, right: DateRange) -> bool:
    """Whether two dates that agree are comparable, so that neither needs another to be compared with."""
    if left.low and right.low:
        lengths = sorted(day.high - day.low + 1 for day in (left, right))
        return lengths[1] <= _SAME_GRAIN * lengths[0]
    if left.month_day and right.month_day:
        return True
    if left.low or right.low:
        return _may_be(right, left) if left.low else _may_be(left, right)
    return None not in (left.weekday, right.weekday)


def _may_be(open_day: DateRange, dated: DateRange) -> bool:
    """Whether a weekday, or a date without a year, of an undated article may be a date of the other."""
    if dated.other_reading:
        return False
    if open_day.month_day:
        month, day = open_day.month_day
        first, last = date.fromordinal(dated.low), date.fromordinal(dated.high)
        in_month = (first.year, first.month, month) == (last.year, last.month, first.month)
        return in_month and (not day or first.day <= day <= last.day)
    if open_day.weekday is None or dated.low != dated.high:
        return False
    slack = 1 if open_day.loose or dated.loose else 0
    weekday = (dated.low - 1) % 7
    return (open_day.weekday - weekday + slack) % 7 <= 2 * slack


def dates_equal(left: DateRange, right: DateRange) -> bool:
    """Whether both texts give a day and it is the same."""
    if left.low and right.low:
        return dates_agree(left, right)
    return (
        dates_agree(left, right)
        and (left.weekday is None) == (right.weekday is None)
        and bool(left.low) == bool(right.low)
    )


def _same_weekday(left: DateRange, right: DateRange) -> bool:
    """Whether the weekday of the first may mean the second: `Friday` may be the next or the last."""
    if left.weekday is None or right.low != right.high:
        return False
    return date.fromordinal(right.low).weekday() == left.weekday and abs(left.low - right.low) <= 7


def _same_day_of_month(left: DateRange, right: DateRange) -> bool:
    open_month = left.day_only or right.day_only
    return open_month and date.fromordinal(left.low).day == date.fromordinal(right.low).day
