"""The context of a pair: its neighbours, added up in whole numbers."""

from __future__ import annotations

from math import exp, log

import pytest

from tui.analysis.context import PROBABILITY_UNIT, REACH, ContextTable, LinkContext

SIZE = 6
ROWS = [
    {j: (PROBABILITY_UNIT * (7 * i + 3 * j) // 71) for j in range(SIZE) if (i + j) % 3} for i in range(SIZE)
]


@pytest.mark.parametrize("i", range(SIZE))
def test_neighbours_are_the_pairs_up_to_two_passages_away_on_both_sides(i: int) -> None:
    table = ContextTable(ROWS, SIZE, 2 * SIZE)
    every = {j: ROWS[i].get(j, 1000) for j in range(SIZE)}
    for j, context in zip(every, table.row(i, every), strict=True):
        around = 0.0
        for up in range(-REACH, REACH + 1):
            for aside in range(-REACH, REACH + 1):
                if (up or aside) and 0 <= i + up < SIZE:
                    weight = round(1000 * exp(-up * up / 3)) * round(1000 * exp(-aside * aside / 3)) / 1e6
                    around += weight * ROWS[i + up].get(j + aside, 0) / PROBABILITY_UNIT
        assert LinkContext(*context).neighbours == pytest.approx(log(0.02 + around))
