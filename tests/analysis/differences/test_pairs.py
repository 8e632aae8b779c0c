"""The quality floor: disagreements found in sentences written for the purpose."""

from __future__ import annotations

import pytest

from tests.analysis.differences.scoring import SentencePair, score, sentence_pairs

EVERY = sentence_pairs()
HELD_OUT = [pair for pair in EVERY if pair.held_out]


def test_half_of_at_least_150_pairs_are_traps() -> None:
    traps = sum(not pair.differs for pair in EVERY)
    assert len(EVERY) >= 150
    assert 0.4 <= traps / len(EVERY) <= 0.6


@pytest.mark.parametrize("chosen", [EVERY, HELD_OUT], ids=["all", "held-out"])
def test_few_disagreements_are_false_and_few_are_missed(chosen: list[SentencePair]) -> None:
    result = score(chosen)["all"]
    assert result.precision >= 0.9, result.wrong
    assert result.recall >= 0.8, result.missed


@pytest.mark.parametrize("pair", EVERY, ids=lambda pair: str(pair.number))
def test_the_sides_of_every_pair_may_change_places(pair: SentencePair) -> None:
    turned = SentencePair(
        pair.number, pair.right, pair.left, published=(pair.published[1], pair.published[0])
    )
    there = {(entry.kind, entry.left, entry.right, entry.weight) for entry in pair.disagreements()}
    back = {(entry.kind, entry.right, entry.left, entry.weight) for entry in turned.disagreements()}
    assert there == back
