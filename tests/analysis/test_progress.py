"""A comparison reports its progress, and ends if the callback raises."""

from __future__ import annotations

import gc
from itertools import pairwise

import pytest

from tests.analysis.articles import HARBOUR, STRIKE
from tests.analysis.test_pruning import long_pair
from tui.analysis.compare import compare
from tui.analysis.progress import REPORT_EVERY


class Cancelled(Exception):
    pass


def test_the_share_rises_from_0_to_1() -> None:
    shares: list[float] = []
    compare(HARBOUR, STRIKE, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[0] == 0.0 and shares[-1] == 1.0


def test_long_texts_tell_often_and_in_small_steps() -> None:
    shares: list[float] = []
    compare(*long_pair(500), progress=shares.append)
    assert shares == sorted(shares)
    assert len(shares) >= 7 * 500 / REPORT_EVERY
    assert max(after - before for before, after in pairwise(shares)) <= 0.15


@pytest.mark.parametrize("end", [0.0, 0.3, 0.7, 0.9])
def test_an_exception_of_the_one_who_is_told_ends_the_work_at_once(end: float) -> None:
    shares: list[float] = []

    def progress(share: float) -> None:
        shares.append(share)
        if share >= end:
            raise Cancelled

    collecting = gc.isenabled()
    with pytest.raises(Cancelled):
        compare(*long_pair(200), progress=progress)
    assert sum(share >= end for share in shares) == 1
    assert gc.isenabled() == collecting


def test_garbage_is_collected_again_afterwards() -> None:
    assert gc.isenabled()
    compare(HARBOUR, STRIKE)
    assert gc.isenabled()
