"""Progress reports of a long computation. The callback may end the work by raising an exception."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
ProgressCallback = Callable[[float], None]
"""Takes the share of the work that is done, 0 to 1."""

REPORT_EVERY = 64
"""Items (passages, links) from one report to the next: 2 to 30 ms of work in texts of 10,000 sentences."""


def no_progress(share: float) -> None:
    """Report to nobody."""


def by_percent(report_share: ProgressCallback) -> ProgressCallback:
    """A callback that passes on each whole per cent once: a screen shows no more."""
    last_percent = -1

    def report(share: float) -> None:
        nonlocal last_percent
        if int(100 * share) > last_percent:
            last_percent = int(100 * share)
            report_share(share)

    return report


def subrange(report_share: ProgressCallback, start: float, end: float) -> ProgressCallback:
    """A callback for one stage of the work, which takes the whole from share `start` to share `end`."""
    return lambda share: report_share(start + share * (end - start))


def with_progress(items: Iterable[T], count: int, report_share: ProgressCallback) -> Iterator[T]:
    """Yield the items; report now and then what share of `count` was taken."""
    for number, item in enumerate(items):
        if not number % REPORT_EVERY:
            report_share(number / count)
        yield item
