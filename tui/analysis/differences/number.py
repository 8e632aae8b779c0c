"""A number as a sentence may mean it, and when two of them agree."""

from __future__ import annotations

from math import floor

from msgspec import Struct
from msgspec.structs import replace

OPEN_SPREAD = 1.2
"""`More than 100` may mean up to 1.2 times as much; `up to 100` down to the inverse."""
NEARLY = 0.1
"""`Nearly 100` means 90 to 100."""
ABOUT = 0.1
"""`About 100` means 90 to 110; so does a fraction in words (`a third`). Of a number given more exactly no
more than
its last digit is open: `roughly $141 million` is not $139 million."""
EXACT = 0.01
"""Least share of a number that `about` leaves open."""
ROUNDING = 0.05
"""Greatest relative error of a rounded number."""
LARGE_UNIT = 100_000
"""Value of the last digit from which a number may be cut off instead of rounded."""
_SIGNS = {
    "at least": "≥ ", "more": "> ", "less": "< ", "up to": "≤ ", "nearly": "≲ ", "just over": "≳ ",
    "about": "≈ ",
}  # fmt: skip
_OPEN = frozenset(("at least", "more"))


class Number(Struct, frozen=True):
    """A number in a sentence; `first` and `end` are places of words, the words of its bound left out."""

    first: int
    end: int
    value: float
    low: float
    high: float
    precision: float
    """Value of its last significant digit: 0.1 million for `1.5 million`, 100 for `300`."""
    bound: str = ""
    """`at least`, `more`, `less`, `up to`, `nearly`, `just over`, `about`, `range` or empty."""
    ordinal: bool = False
    fraction: bool = False
    second: float | None = None
    """The second number of a result such as `51-49`."""
    spoken: bool = False
    """Whether it is written in words."""

    def shown(self) -> str:
        """Its normal form: `12`, `> 100`, `10–15`, `51–49`."""
        if self.second is not None:
            return f"{plain_number(self.value)}–{plain_number(self.second)}"
        if self.bound == "range":
            return f"{plain_number(self.low)}–{plain_number(self.high)}"
        return _SIGNS.get(self.bound, "") + plain_number(self.value)

    def times(self, factor: float) -> Number:
        """The number in a unit that is `factor` times smaller."""
        return replace(
            self, value=self.value * factor, low=self.low * factor, high=self.high * factor,
            precision=self.precision * factor,
        )  # fmt: skip


def plain_number(value: float) -> str:
    """`1500000`, `0.25`: no exponent, no trailing zero."""
    if value == floor(value):
        return f"{value:.0f}"
    return f"{value:.4g}" if abs(value) < 1 else f"{value:.2f}".rstrip("0").rstrip(".")


def numbers_agree(left: Number, right: Number) -> bool:
    """Whether both may be the same number, one of them rounded or bounded.

    `At least 12` and `at least 15` are two numbers, although one value may fit both.
    """
    if left.second is not None or right.second is not None:
        return (left.value, left.second) == (right.value, right.second)
    if left.bound == right.bound == "range":
        return (left.low, left.high) == (right.low, right.high)
    if left.bound == right.bound or {left.bound, right.bound} == _OPEN:
        return _rounds(left, right) or _rounds(right, left)
    if left.low <= right.high and right.low <= left.high:
        return True
    return _rounds(left, right) or _rounds(right, left)


def _rounds(coarse: Number, fine: Number) -> bool:
    """Whether the first number is the second one rounded."""
    if coarse.value == fine.value:
        return True
    if {coarse.bound, fine.bound} & {"nearly", "just over"}:
        return False  # these round to one side only
    if _cuts_off(coarse, fine):
        return True
    if coarse.precision <= fine.precision or abs(coarse.value - fine.value) > coarse.precision / 2 * (
        1 + 1e-9
    ):
        return False
    if coarse.precision < 1:  # as 4.5 for 4.48: written as rounded
        return abs(coarse.value - fine.value) <= 3 * ROUNDING * abs(fine.value)
    # A whole number under 100 is a count; one that ends in zeros is rounded.
    rounded = coarse.precision >= 100 or fine.precision < 1
    return rounded and abs(coarse.value - fine.value) <= ROUNDING * abs(fine.value)


def _cuts_off(coarse: Number, fine: Number) -> bool:
    """Whether a large number is another without its last digits: `$43 million` of $43,885,310."""
    large = coarse.precision >= LARGE_UNIT and fine.precision < coarse.precision
    rest = fine.value - coarse.value
    return large and 0 <= rest < coarse.precision and rest <= ROUNDING * fine.value


def with_bounds(number: Number) -> Number:
    """The number with the smallest and the largest value that its bound allows."""
    value, low, high = number.value, number.low, number.high
    if number.bound in _OPEN:
        high = value * OPEN_SPREAD
    elif number.bound in ("less", "up to"):
        low = value / OPEN_SPREAD
    elif number.bound == "nearly":
        low = min(low, value * (1 - NEARLY))
        high = value
    elif number.bound == "just over":
        high = value * (1 + NEARLY)
    elif number.bound == "about":
        slack = min(value * ABOUT, max(number.precision, value * EXACT))
        low, high = value - slack, value + slack
    return replace(number, low=low, high=high)


def exact_number(first: int, end: int, value: float, precision: float, spoken: bool = False) -> Number:
    return Number(first, end, value, value, value, precision, spoken=spoken)


def digit_precision(text: str) -> float:
    """Value of the last significant digit of a number in digits: 1 for 12, 0.1 for 1.5, 100 for 300."""
    if "." in text:
        return float(10 ** -len(text.partition(".")[2]))
    zeros = len(text) - len(text.rstrip("0"))
    return float(10**zeros) if zeros < len(text) else 1.0


def word_precision(value: float) -> float:
    """Value of the last significant digit of a number in words."""
    return digit_precision(f"{value:.0f}") if value >= 1 else 0.01
