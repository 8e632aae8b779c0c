"""Times of day, with their zones."""

from __future__ import annotations

import re

from msgspec import Struct

from tui.analysis.differences.sentence import Sentence

ABOUT_MINUTES = 20
"""Greatest error of `around 3 p.m.`, in minutes."""
SHORTLY_MINUTES = 30
"""Minutes before or after 8 that `shortly before 8` or `after` may mean."""

DAY_MINUTES = 24 * 60
_ZONES = {
    "gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "msk": 180, "est": -300, "edt": -240,
    "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
"""Minutes ahead of UTC; `ET` and its like may be summer or winter time and stay open."""

_TIME = re.compile(
    r"""(?<![\w:.$€£-])(?:
      (?P<h12>1[0-2]|0?[1-9])(?:[:.](?P<m12>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?
    | (?P<uhr>[01]?\d|2[0-4])(?:[:.](?P<uhr_minute>[0-5]\d))?\sUhr\b(?:\s(?P<after>[0-5]\d)\b)?
    | (?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)(?![\d:])
    | (?P<h4>[01]\d|2[0-3])(?P<m4>[0-5]\d)(?=\s?(?:gmt|utc|hours\b|local\b))
    | (?P<word>noon|midnight)\b
    )(?:\s(?P<zone>gmt|utc|bst|cest|cet|[ecmp][sd]t|msk|et|pt|ct|local\s(?:time)?))?""",
    re.X | re.I,
)
_BEFORE = re.compile(
    r"\b(?P<bound>shortly before|just before|shortly after|just after|about|around|nearly)\s$", re.I
)


class ClockTime(Struct, frozen=True):
    """A time of day in a sentence; `first` and `end` are places of words."""

    first: int
    end: int
    low: int
    """Earliest minute of the day it may mean; may be below 0 or beyond 1440."""
    high: int
    minute: int
    zone: int | None = None
    """Minutes ahead of UTC, if its zone is given."""
    half_open: bool = False
    """Whether it may be in either half of the day: `9:30` without `a.m.`"""

    def shown(self) -> str:
        """`21:15`, `21:15 UTC-5`."""
        clock = f"{self.minute // 60 % 24:02d}:{self.minute % 60:02d}"
        return clock if self.zone is None else f"{clock} UTC{self.zone / 60:+g}"


def clock_times_agree(left: ClockTime, right: ClockTime) -> bool:
    """Whether both may be the same time; true where only one of them has a zone."""
    if (left.zone is None) != (right.zone is None):
        return True
    shift = (left.zone or 0) - (right.zone or 0)
    cycle = DAY_MINUTES // 2 if left.half_open or right.half_open else DAY_MINUTES
    return any(
        left.low <= right.high + shift + turn and right.low + shift + turn <= left.high
        for turn in range(-2 * DAY_MINUTES, 2 * DAY_MINUTES + 1, cycle)
    )


def find_clock_times(sentence: Sentence) -> list[ClockTime]:
    """The times of day of a sentence, in order."""
    times: list[ClockTime] = []
    for match in _TIME.finditer(sentence.text):
        first = next((k for k, w in enumerate(sentence.words) if w.start >= match.start()), None)
        end = next(
            (
                k + 1
                for k, w in enumerate(sentence.words)
                if w.end >= match.end("zone" if match["zone"] else 0)
            ),
            0,
        )
        if first is None or end <= first:
            continue
        minute, half_open = _minute(match)
        bound = _BEFORE.search(sentence.text[: match.start()])
        low, high = _with_bound(minute, bound["bound"].casefold() if bound else "")
        zone = _ZONES.get((match["zone"] or "").casefold().strip())
        times.append(ClockTime(first, end, low, high, minute, zone, half_open))
    return times


def _minute(match: re.Match[str]) -> tuple[int, bool]:
    """The minute of the day, and whether the half of the day is open."""
    if match["word"]:
        return (DAY_MINUTES // 2 if match["word"].casefold() == "noon" else 0), False
    if match["h12"]:
        hour = int(match["h12"]) % 12 + (12 if match["half"].casefold() == "p" else 0)
        return 60 * hour + int(match["m12"] or 0), False
    if match["uhr"]:  # German
        return 60 * int(match["uhr"]) + int(match["uhr_minute"] or match["after"] or 0), False
    hour, minute = int(match["h24"] or match["h4"]), int(match["m24"] or match["m4"])
    return 60 * hour + minute, bool(match["h24"] and hour <= 12 and not match["h24"].startswith("0"))


def _with_bound(minute: int, bound: str) -> tuple[int, int]:
    if bound.endswith("before"):
        return minute - SHORTLY_MINUTES, minute
    if bound.endswith("after"):
        return minute, minute + SHORTLY_MINUTES
    return (minute - ABOUT_MINUTES, minute + ABOUT_MINUTES) if bound else (minute, minute)
