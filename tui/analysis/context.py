"""The context of a pair of passages: its neighbours, its rivals, and how much the articles share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import exp, log
from typing import Any, NamedTuple

from tui.analysis.logistic import probabilities
from tui.analysis.progress import ProgressCallback, no_progress, with_progress

REACH = 2
"""Distance in passages, up or down, within which passages are neighbours."""
SAME_EVENT_SIMILARITY = -1.05
"""Reports of one event have an article similarity of -1.0 or more, reports of two events of -1.1 or less
(32 pairs each)."""
PROBABILITY_UNIT = 1_000_000
"""Probabilities are added in whole millionths: sums of integers are exact in any order."""
HERE, STEP, TWO = [round(1000 * exp(-step * step / 3)) for step in range(REACH + 1)]
"""The weights of a neighbour by its distance on one side, in thousandths; those of both sides multiply."""
ROW_WEIGHTS = TWO, STEP, HERE, STEP, TWO
"""Those of the passages from REACH above to REACH below."""


class LinkContext(NamedTuple):
    """The context features of one pair. All stay the same when the sides are exchanged.

    A probability is that of the first model, 0 to 1.
    """

    neighbours: float
    """ln(0.02 + probabilities of the pairs up to two passages away on both sides, nearer ones weigh more)."""
    sequence: float
    """Probabilities of the pair of the passages above and of the pair below, added; 0 to 2."""
    share: float
    """ln of its share in the probabilities of its left passage, times its share in those of its right."""
    rivals: float
    """ln(0.05 + probabilities of the other pairs of its less contested passage)."""
    article_similarity: float
    """ln(probabilities of all pairs / twice the passages of the shorter article)."""
    similarity_shortfall: float
    """`article_similarity` less SAME_EVENT_SIMILARITY, 0 or below: articles of two events share words too."""


Numbers = Any
"""A number, or an array of numbers."""
ProbabilityRow = Mapping[int, int]
"""The probabilities of one left passage's pairs in whole PROBABILITY_UNITs, by the right passage."""


def probability_units(log_odds: Iterable[float]) -> list[int]:
    """The probabilities of those log-odds, in whole PROBABILITY_UNITs."""
    return [round(PROBABILITY_UNIT * probability) for probability in probabilities(log_odds)]


class ContextTable:
    """The probabilities of all candidate pairs, by passage."""

    def __init__(
        self,
        rows: Sequence[ProbabilityRow],
        width: int,
        size: int,
        report_share: ProgressCallback = no_progress,
    ) -> None:
        """Take a row for each left passage; `width` is the number of right passages.

        `size` is twice the number of body passages of the shorter article.
        """
        beyond: list[ProbabilityRow] = [{}] * REACH
        self._rows = [*beyond, *rows, *beyond]
        """Rows of passages beyond both ends too."""
        self._row_sum = [sum(row.values()) for row in rows]
        self._column_sum = column_sum = [0] * width
        for row in with_progress(rows, len(rows), report_share):
            for j, probability in row.items():
                column_sum[j] += probability
        self._articles = articles_context(sum(self._row_sum), size)

    def row(self, i: int, pairs: ProbabilityRow) -> Iterator[tuple[float, ...]]:
        """The LinkContext, as a plain tuple, of each pair of left passage `i`, in the table or not."""
        near = self._rows[i : i + 2 * REACH + 1]
        up, level, down = near[1].get, near[2].get, near[3].get
        above_and_below = _weighted(near).get
        total, columns, articles = self._row_sum[i], self._column_sum, self._articles
        for j, units in pairs.items():
            a, b, c, d = j - 2, j - 1, j + 1, j + 2
            own = level(j, 0)
            around = (
                HERE * (above_and_below(j, 0) - HERE * own)
                + STEP * (above_and_below(b, 0) + above_and_below(c, 0))
                + TWO * (above_and_below(a, 0) + above_and_below(d, 0))
            )
            beside = up(b, 0) + down(c, 0)
            # A pair is no rival of itself.
            yield *pair_context(units, around, beside, total - own, columns[j] - own), *articles


def articles_context(total: int, size: int) -> tuple[float, float]:
    """The last two of LinkContext, given the units of all pairs; `size` as in ContextTable."""
    similarity = log(0.001 + total / PROBABILITY_UNIT / max(1, size))
    return similarity, min(0.0, similarity - SAME_EVENT_SIMILARITY)


def pair_context(
    own: Numbers,
    around: Numbers,
    beside: Numbers,
    row: Numbers,
    column: Numbers,
    ln: Callable[[Any], Any] = log,
    least: Callable[[Any, Any], Any] = min,
) -> tuple[Any, ...]:
    """The first four of LinkContext: of one pair, or of many in arrays, with the functions for these.

    Takes units: of the pair itself, of its neighbours, weighted, of the pairs above and below, and of the
    other pairs of its left and of its right passage.
    """
    probability, in_row, in_column = own / PROBABILITY_UNIT, row / PROBABILITY_UNIT, column / PROBABILITY_UNIT
    rivals = (in_row + probability + 0.05) * (in_column + probability + 0.05)
    return (
        ln(0.02 + around / _NEIGHBOUR_UNIT),
        beside / PROBABILITY_UNIT,
        ln(1e-9 + probability * probability / rivals),
        ln(0.05 + least(in_row, in_column)),
    )


def _weighted(rows: Sequence[ProbabilityRow]) -> dict[int, int]:
    """The probabilities of a row and of those up to REACH away, added up by the weights of their distance."""
    total: dict[int, int] = defaultdict(int)
    for row, weight in zip(rows, ROW_WEIGHTS, strict=True):
        for j, probability in row.items():
            total[j] += weight * probability
    return total


_NEIGHBOUR_UNIT = PROBABILITY_UNIT * 1000**2
