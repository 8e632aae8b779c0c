"""Grid rows for both articles, as in a parallel edition: passages linked in order share a row.

Shared rows make it possible to draw the lines between linked passages without a script: a line runs
from the top of one row to the top of another, whatever the width of the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from msgspec import Struct, field

from tui.model import Article, Comparison, Kind, Link, Side
from tui.model.common_order import PlacedLink, common_order


class GridCell(Struct, frozen=True):
    """A cell of the grid: a passage, or a folded run of boilerplate."""

    passages: tuple[int, ...]
    """Indices, in order; never empty."""
    row: int
    """Row number from 1, as in CSS."""
    folded: bool = False


class ParallelRows(Struct, frozen=True):
    """The grid of a comparison."""

    cells: Mapping[Side, Sequence[GridCell]]
    count: int = 0
    """Number of rows."""
    row_of: Mapping[tuple[Side, int], int] = field(default_factory=dict)
    """The row of every passage."""


def lay_out_parallel(comparison: Comparison, links: Sequence[Link]) -> ParallelRows:
    """Rows for all passages: each link of the heaviest chain without a crossing has a row of its own."""
    folds = {side: _folds(comparison.article(side), {link.at(side) for link in links}) for side in Side}
    cell_of = {
        (side, index): number for side in Side for number, fold in enumerate(folds[side]) for index in fold[0]
    }
    placed = [
        PlacedLink(cell_of[Side.LEFT, link.left], cell_of[Side.RIGHT, link.right], score=link.score)
        for link in links
    ]
    numbers = _row_numbers(common_order(placed), {side: len(folds[side]) for side in Side})
    cells = {
        side: tuple(
            GridCell(passages, row, folded)
            for (passages, folded), row in zip(folds[side], numbers[side], strict=True)
        )
        for side in Side
    }
    row_of = {(side, index): cell.row for side in Side for cell in cells[side] for index in cell.passages}
    return ParallelRows(cells, max(row_of.values(), default=0), row_of)


def _folds(article: Article, linked: Set[int]) -> list[tuple[tuple[int, ...], bool]]:
    """The passages of each cell, and whether they are folded: a run of boilerplate without a link."""
    cells: list[tuple[tuple[int, ...], bool]] = []
    for passage in article.passages:
        # A headline that only repeats the title, which stands above, is folded too.
        headline = passage.kind is Kind.HEADLINE and passage.text != article.title
        folds = passage.kind is not Kind.BODY and not headline and passage.index not in linked
        if folds and cells and cells[-1][1]:
            cells[-1] = (*cells[-1][0], passage.index), True
        else:
            cells.append(((passage.index,), folds))
    return cells


def _row_numbers(chain: Sequence[PlacedLink], counts: Mapping[Side, int]) -> Mapping[Side, Sequence[int]]:
    """The row of each cell: cells between two links of the chain fill the rows between them from the top."""
    rows: dict[Side, list[int]] = {side: [] for side in Side}
    next_row = 1
    for left, right in [*(tie.pair for tie in chain), (counts[Side.LEFT], counts[Side.RIGHT])]:
        between = {Side.LEFT: left - len(rows[Side.LEFT]), Side.RIGHT: right - len(rows[Side.RIGHT])}
        for side in Side:
            rows[side] += range(next_row, next_row + between[side])
        next_row += max(between.values())
        for side in Side:
            if len(rows[side]) < counts[side]:
                rows[side].append(next_row)
        next_row += 1
    return rows
