"""What two programs took in the same rounds, and how the one compares to the other.

On a machine that others use too a time says little and a ratio of two times of the same round more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median, quantiles

NOTHING = "–"


class Figures:
    """Everything measured, by program, size and name, and each of these by round."""

    def __init__(self) -> None:
        self._rounds: dict[tuple[str, int, str], dict[int, list[float]]] = defaultdict(dict)
        self.round = 0
        """The round that runs."""

    def note(self, program: str, size: int, name: str, *values: float) -> None:
        self._rounds[program, size, name].setdefault(self.round, []).extend(values)

    def values(self, program: str, size: int, name: str) -> list[float]:
        rounds = self._rounds.get((program, size, name), {})
        return [value for values in rounds.values() for value in values]

    def ratios(self, one: tuple[str, int, str], other: tuple[str, int, str]) -> list[float]:
        """The ratio of the medians in each round that has both."""
        above, below = self._rounds.get(one, {}), self._rounds.get(other, {})
        both = sorted(above.keys() & below.keys())
        return [median(above[k]) / median(below[k]) for k in both if median(below[k])]


def said(values: Sequence[float]) -> str:
    """The median and the median absolute deviation from it (MAD)."""
    if not values:
        return NOTHING
    middle = median(values)
    return f"{_short(middle)} ± {_short(median(abs(value - middle) for value in values))}"


def said_ratio(ratios: Sequence[float]) -> str:
    """The median, and the 10th and the 90th percentile."""
    if not ratios:
        return NOTHING
    tenths = quantiles(ratios, n=10, method="inclusive") if len(ratios) > 1 else [ratios[0]]
    return f"{median(ratios):.2f} ({tenths[0]:.2f}–{tenths[-1]:.2f})"


def print_table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table in Markdown."""
    print(f"\n{title}\n\n| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for row in rows:
        print(f"| {' | '.join(row)} |")


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
