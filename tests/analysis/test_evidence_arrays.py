"""The evidence of every pair, in arrays, is that of the candidates in rows."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from tests.analysis.articles import HARBOUR, STRIKE
from tui.analysis.align import Alignment
from tui.analysis.candidate_features import CandidateFeatures
from tui.analysis.chances import BY_WORDS
from tui.analysis.evidence_arrays import (
    PairArrays,
    chances_of,
    evidence_of_all,
    evidence_of_rows,
    first_features,
    second_features,
)
from tui.analysis.features import Features
from tui.analysis.pair_scorer import SCORER
from tui.analysis.profile import profiles
from tui.sources.load import bundled_pair, load


@cache
def candidates(bundled: bool) -> CandidateFeatures:
    left, right = map(load, bundled_pair()) if bundled else (HARBOUR, STRIKE)
    return CandidateFeatures(profiles(left), profiles(right))


@pytest.mark.parametrize("bundled", [False, True])
def test_candidates_have_the_same_evidence_in_arrays_and_in_rows(bundled: bool) -> None:
    pairs = candidates(bundled)
    assert any(pairs.rivals)  # candidates that are not scored in full count in the context
    first = first_features(pairs)
    second = second_features(pairs, SCORER, first)
    every = evidence_of_all(pairs, SCORER).features.reshape(*first.shape[:2], -1)
    for arrays, rows in (
        (first, pairs.rows),
        (second, [*pairs.second_rows(SCORER)]),
        (every, [*pairs.word_evidence(SCORER)]),
    ):
        for i, row in enumerate(rows):
            assert list(row) == list(pairs.scored[i])
            for j, values in row.items():
                assert arrays[i, j] == pytest.approx(values, rel=1e-9, abs=1e-9)


def test_a_pair_that_is_no_candidate_has_the_features_of_the_pair_alone() -> None:
    pairs = candidates(True)
    first = first_features(pairs)
    others = [(i, j) for i in range(len(first)) for j in range(first.shape[1]) if j not in pairs.scored[i]]
    assert len(others) > 50
    for i, j in others:
        assert Features(*first[i, j]) == pytest.approx(pairs.extractor.of(i, j), abs=1e-12)


def test_chances_in_arrays_are_those_of_the_model() -> None:
    evidence = evidence_of_all(candidates(True), SCORER)
    chances = chances_of(evidence.features, BY_WORDS)
    expected = BY_WORDS.chances(evidence.features.tolist())
    assert chances == pytest.approx(np.array(expected), abs=0.0101)
    assert (chances == np.array(expected)).mean() > 0.99
    assert chances_of(1e3 * np.ones((1, 9)), BY_WORDS).max() <= 99.99


def test_every_pair_by_words_has_the_scores_of_the_candidates() -> None:
    left, right = map(load, bundled_pair())
    alignment = Alignment(profiles(left), profiles(right))
    some = {pair.pair: (pair.score, pair.same) for pair in alignment.by_words(1.0)}
    every = {pair.pair: (pair.score, pair.same) for pair in alignment.by_words(0.0)}
    assert len(every) > 2 * len(some)
    assert {pair: every[pair] for pair in some} == pytest.approx(some, abs=0.0101)


def test_rows_are_split_by_their_left_passage() -> None:
    pairs = PairArrays(np.array([0, 0, 2]), np.array([1, 4, 3]), np.zeros((3, 1)))
    chances = np.array([[50.0, 10.0], [40.0, 20.0], [30.0, 30.0]])
    assert [list(row) for row in pairs.rows(chances, 4)] == [
        [(1, 50.0, 10.0), (4, 40.0, 20.0)],
        [],
        [(3, 30.0, 30.0)],
        [],
    ]


def test_evidence_of_no_pairs_is_empty() -> None:
    pairs = evidence_of_rows([{}, {}])
    assert chances_of(pairs.features, BY_WORDS).shape == (0, 2)
    assert [list(row) for row in pairs.rows(np.zeros((0, 2)), 2)] == [[], []]
