"""Telling how far the work has come; whoever is told may end it by an exception."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
ProgressCallback = Callable[[float], None]
"""Is told which share of the work is done, 0 to 1."""

REPORT_EVERY = 64
"""Things (passages, links) between two reports: 2 to 30 ms of work each on texts of 10,000 sentences."""


def no_progress(share: float) -> None:
    """Tell nobody."""


def by_percent(tell: ProgressCallback) -> ProgressCallback:
    """Tell each whole per cent once: a screen shows no more."""
    told = -1

    def report(share: float) -> None:
        nonlocal told
        if int(100 * share) > told:
            told = int(100 * share)
            tell(share)

    return report


def subrange(tell: ProgressCallback, start: float, end: float) -> ProgressCallback:
    """What to tell for a part of the work that begins and ends at those shares of the whole."""
    return lambda share: tell(start + share * (end - start))


def with_progress(things: Iterable[T], count: int, tell: ProgressCallback) -> Iterator[T]:
    """The things one by one, telling now and then which share of `count` has been asked for."""
    for number, thing in enumerate(things):
        if not number % REPORT_EVERY:
            tell(number / count)
        yield thing
