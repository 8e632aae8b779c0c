"""Both articles in the rows of one grid, as in a parallel edition: what is linked in order shares a row.

With rows in common a line between two passages is known without measuring any text: it runs from
the top of one row to the top of another, whatever the width, and needs no script.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from msgspec import Struct, field

from tui.model import Article, Comparison, Kind, Link, Side
from tui.model.common_order import PlacedLink, common_order


class RowBlock(Struct, frozen=True):
    """What stands in one cell of the grid: a passage, or a run of furniture folded together."""

    passages: tuple[int, ...]
    """Indices, in order; never empty."""
    row: int
    """From 1, as grids count."""
    folded: bool = False


class Rows(Struct, frozen=True):
    """Where everything stands."""

    blocks: Mapping[Side, Sequence[RowBlock]]
    count: int = 0
    """Rows in all."""
    row_of: Mapping[tuple[Side, int], int] = field(default_factory=dict)
    """The row of every passage."""


def lay_out_rows(comparison: Comparison, links: Sequence[Link]) -> Rows:
    """Rows for all passages; the heaviest chain of `links` that crosses no other has one row a link."""
    cells = {side: _cells(comparison.article(side), {link.at(side) for link in links}) for side in Side}
    cell_of = {
        (side, index): number for side in Side for number, cell in enumerate(cells[side]) for index in cell[0]
    }
    ties = [
        PlacedLink(cell_of[Side.LEFT, link.left], cell_of[Side.RIGHT, link.right], score=link.score)
        for link in links
    ]
    rows = _placed(common_order(ties), {side: len(cells[side]) for side in Side})
    blocks = {
        side: tuple(
            RowBlock(passages, row, folded)
            for (passages, folded), row in zip(cells[side], rows[side], strict=True)
        )
        for side in Side
    }
    row_of = {(side, index): block.row for side in Side for block in blocks[side] for index in block.passages}
    return Rows(blocks, max(row_of.values(), default=0), row_of)


def _cells(article: Article, linked: Set[int]) -> list[tuple[tuple[int, ...], bool]]:
    """The passages of each cell, and whether it is folded: neighbours that are furniture without a link."""
    cells: list[tuple[tuple[int, ...], bool]] = []
    for passage in article.passages:
        # A headline that only repeats the title, which stands above, is furniture too.
        named = passage.kind is Kind.HEADLINE and passage.text != article.title
        folds = passage.kind is not Kind.BODY and not named and passage.index not in linked
        if folds and cells and cells[-1][1]:
            cells[-1] = (*cells[-1][0], passage.index), True
        else:
            cells.append(((passage.index,), folds))
    return cells


def _placed(chain: Sequence[PlacedLink], counts: Mapping[Side, int]) -> Mapping[Side, Sequence[int]]:
    """The row of each cell: cells between two ties fill the rows between them from the top."""
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
