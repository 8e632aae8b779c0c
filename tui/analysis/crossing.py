"""What crosses from one language to another: numbers; and what no language changes, place and length.

Names that read the same once transliterated were tried ("Netanyahu", "Нетаньяху", by their consonants):
beside late interaction they add nothing (six stories in five languages: ap_same -.002).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from math import fsum, log1p

from msgspec import Struct

from tui.analysis.chances import CrossingEvidence
from tui.analysis.overlap import document_frequency
from tui.analysis.tokens import with_ascii_digits
from tui.model import Kind, Passage

_NUMBER = re.compile(r"\d+(?:[., ]\d+)*")
_BETWEEN_THOUSANDS = re.compile(r"[., ](?=\d{3}(?!\d))")


class _Side(Struct, frozen=True):
    """What may cross in each passage of one side."""

    numbers: list[frozenset[str]]
    weight: Mapping[str, float]
    """Of each number: the fewer passages have it, the more."""
    position: list[float]
    length: list[float]


def numbers_of(text: str) -> frozenset[str]:
    """The numbers of a text in digits, without the marks between thousands, and with a decimal point."""
    found = _NUMBER.findall(with_ascii_digits(unicodedata.normalize("NFKC", text)))
    return frozenset(_BETWEEN_THOUSANDS.sub("", number).replace(",", ".") for number in found)


class Crossing:
    """Compares the passages of two articles in different languages by what crosses."""

    def __init__(
        self, left: Sequence[Passage], right: Sequence[Passage], *, sizes: Sequence[Sequence[int]]
    ) -> None:
        """Take the linkable passages of both sides, and the number of pieces of each by the encoder."""
        self._left, self._right = (_side(side, own) for side, own in zip((left, right), sizes, strict=True))

    def of(self, i: int, columns: Iterable[int]) -> list[CrossingEvidence]:
        """The evidence for left passage `i` with those right ones, in their order."""
        left, right = self._left, self._right
        own, position, length = left.numbers[i], left.position[i], left.length[i]
        return [
            CrossingEvidence(
                shared_numbers=self._weight(own & (numbers := right.numbers[j])),
                number_conflict=float(bool(own and numbers) and own.isdisjoint(numbers)),
                position=max(position, right.position[j]),
                shorter=min(length, right.length[j]),
                longer=max(length, right.length[j]),
            )
            for j in columns
        ]

    def _weight(self, numbers: frozenset[str]) -> float:
        return log1p(fsum(self._left.weight[n] * self._right.weight[n] for n in numbers)) if numbers else 0.0


def _side(passages: Sequence[Passage], sizes: Sequence[int]) -> _Side:
    numbers = [numbers_of(passage.text) for passage in passages]
    body = [passage.kind is Kind.BODY for passage in passages]
    last = max(1, sum(body) - 1)
    return _Side(
        numbers=numbers,
        weight={n: log1p(len(passages) / count) for n, count in document_frequency(numbers).items()},
        position=[min(1.0, above / last) for above in list(accumulate(body, initial=0))[:-1]],
        length=[log1p(size) for size in sizes],
    )
