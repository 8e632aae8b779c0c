"""A date as a text may mean it, and when two of them agree."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct


class DateRange(Struct, frozen=True):
    """A date in a sentence; `first` and `end` are places of words."""

    first: int
    end: int
    low: int = 0
    """First day it may mean, as `date.toordinal`; 0 if it cannot be resolved."""
    high: int = 0
    weekday: int | None = None
    """0 Monday to 6 Sunday, if it is given as a weekday."""
    month_day: tuple[int, int] | None = None
    """Month and day, if no year is given; a day of 0 is the whole month."""
    loose: bool = False
    """Late or early in the day, or in a time zone: the neighbouring day may be meant."""
    day_only: bool = False
    """`the 3rd`: of which month, the text leaves open."""

    def shown(self) -> str:
        """`2023-03-21`, `2023-03`, `2023`, `2023-02-20–2023-02-26`, `Wednesday`."""
        if not self.low:
            return (
                _WEEKDAYS[self.weekday]
                if self.weekday is not None
                else "-".join(f"{part:02d}" for part in self.month_day or () if part)
            )
        low, high = date.fromordinal(self.low), date.fromordinal(self.high)
        if low == high:
            return low.isoformat()
        if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31) and low.year == high.year:
            return str(low.year)
        whole = (
            low.day == 1
            and (high + timedelta(1)).day == 1
            and (low.year, low.month) == (high.year, high.month)
        )
        return f"{low:%Y-%m}" if whole else f"{low.isoformat()}–{high.isoformat()}"


_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def dates_agree(one: DateRange, two: DateRange) -> bool:
    """Whether both may be the same day; true also where the texts do not tell."""
    if one.low and two.low:
        slack = 1 if one.loose or two.loose else 0
        if one.low - slack <= two.high and two.low - slack <= one.high:
            return True
        return _same_weekday(one, two) or _same_weekday(two, one) or _same_day_of_month(one, two)
    if one.month_day and two.month_day:
        return one.month_day == two.month_day or (
            one.month_day[0] == two.month_day[0] and not (one.month_day[1] and two.month_day[1])
        )
    if one.weekday is not None and two.weekday is not None and not (one.low or two.low):
        return one.weekday == two.weekday
    return True


def dates_equal(one: DateRange, two: DateRange) -> bool:
    """Whether both are the same day as far as the texts tell, and they do tell."""
    if one.low and two.low:
        return dates_agree(one, two)
    return (
        dates_agree(one, two)
        and (one.weekday is None) == (two.weekday is None)
        and bool(one.low) == bool(two.low)
    )


def _same_weekday(one: DateRange, two: DateRange) -> bool:
    """`Friday` may be the next or the last one."""
    if one.weekday is None or two.low != two.high:
        return False
    return date.fromordinal(two.low).weekday() == one.weekday and abs(one.low - two.low) <= 7


def _same_day_of_month(one: DateRange, two: DateRange) -> bool:
    open_month = one.day_only or two.day_only
    return open_month and date.fromordinal(one.low).day == date.fromordinal(two.low).day
