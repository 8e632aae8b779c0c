"""The ledger of differences."""

from __future__ import annotations

import pytest

from tui.model import Side
from tui.model.difference import Difference, Fact, Ledger, State

TOLL = Difference(
    state=State.DIFFERS,
    left=Fact(value="12"),
    right=Fact(value="15"),
    left_passage=2,
    right_passage=1,
    count=3,
    elsewhere=((0, 0), (2, 4)),
)


@pytest.mark.parametrize("pair", [(2, 1), (0, 0), (2, 4)])
def test_a_difference_is_between_the_passages_of_all_pairs_with_it(pair: tuple[int, int]) -> None:
    ledger = Ledger((TOLL,))
    assert ledger.of(*pair) == (TOLL,)
    assert all(ledger.at(side, index) == [TOLL] for side, index in zip(Side, pair, strict=True))


def test_passages_of_different_pairs_are_no_pair_with_it() -> None:
    assert Ledger((TOLL,)).of(0, 1) == ()


def test_the_passages_of_one_side_are_those_of_all_pairs() -> None:
    assert [Ledger((TOLL,)).passages(side) for side in Side] == [{0, 2}, {0, 1, 4}]


def test_one_that_is_dismissed_is_in_none_of_its_passages() -> None:
    ledger = Ledger((TOLL,)).dismissing(frozenset([TOLL.key]))
    assert ledger.passages(Side.LEFT) == set()
    assert ledger.of(0, 0) == ()
