"""Late interaction of encoded passages."""

from __future__ import annotations

from collections.abc import Sized

import numpy as np
import pytest

from tests.analysis.articles import HARBOUR, STRIKE
from tui.analysis.chances import LATE_INTERACTION
from tui.analysis.encoder import EncodedText, Encoder, encode_passages
from tui.analysis.late_interaction import FEATURES, LateInteraction, rarity, surroundings


@pytest.fixture(scope="module")
def sides(encoder: Encoder) -> tuple[list[EncodedText], list[EncodedText]]:
    return encode_passages(encoder, HARBOUR), encode_passages(encoder, STRIKE)


def every_pair(left: Sized, right: Sized) -> tuple[np.ndarray, np.ndarray]:
    return np.repeat(np.arange(len(left)), len(right)), np.tile(np.arange(len(right)), len(left))


@pytest.fixture(scope="module")
def features(sides: tuple[list[EncodedText], list[EncodedText]]) -> np.ndarray:
    left, right = sides
    flat = LateInteraction(left, right).of(*every_pair(left, right))
    return flat.reshape(len(left), len(right), len(FEATURES))


def test_the_model_of_the_chances_has_the_same_features() -> None:
    assert FEATURES == LATE_INTERACTION


def test_a_passage_is_covered_best_by_the_one_that_says_the_same(features: np.ndarray) -> None:
    best = features[:, :, FEATURES.index("coverage_least")].argmax(1)
    assert [best[i] for i in (2, 3, 5)] == [3, 7, 4]
    # "Grocers warned that fresh fruit could run short": supermarkets, shortages.
    assert best[4] == 5


def test_exchanging_the_sides_changes_nothing(
    sides: tuple[list[EncodedText], list[EncodedText]], features: np.ndarray
) -> None:
    left, right = sides
    other = LateInteraction(right, left).of(*every_pair(right, left))
    mirrored = other.reshape(len(right), len(left), len(FEATURES)).transpose(1, 0, 2)
    assert np.allclose(features, mirrored, atol=1e-5)


def test_coverage_is_the_same_whichever_pairs_are_compared(
    sides: tuple[list[EncodedText], list[EncodedText]], features: np.ndarray
) -> None:
    left, right = sides
    pairs = [(0, 3), (0, 7), (2, 3), (3, 0), (3, 7), (5, 4), (5, 5)]
    few = LateInteraction(left, right).of(*np.array(pairs).T)
    every = np.array([features[pair] for pair in pairs])
    assert np.allclose(few[:, :2], every[:, :2], atol=1e-5)
    assert (few[:, 2:4] >= every[:, 2:4] - 1e-5).all()  # fewer passages share the similarities


def test_no_pairs_and_passages_without_a_piece_are_nothing_special(encoder: Encoder) -> None:
    left, right = encoder.encode(["", "Talks failed."]), encoder.encode(["Talks failed.", ""])
    none = np.zeros(0, np.int64)
    assert LateInteraction(left, right).of(none, none).shape == (0, len(FEATURES))
    features = LateInteraction(left, right).of(*every_pair(left, right))
    assert np.isfinite(features).all()
    assert features[2, 0] > max(features[k, 0] for k in (0, 1, 3))


def test_what_stands_in_few_passages_weighs_more() -> None:
    lefts, rights = rarity([np.array([1, 2]), np.array([1])], [np.array([1, 3])])
    assert lefts[0][0] < lefts[0][1]
    assert rights[0][1] == lefts[0][1]


def test_surroundings_are_the_pairs_next_to_it_on_both_sides() -> None:
    lefts, rights = np.array([0, 1, 1, 5]), np.array([0, 1, 2, 9])
    around = surroundings(lefts, rights, 10, np.array([0.2, 0.4, 0.6, 0.8]))
    assert 0.4 < around[0] < 0.5  # nearer to (1, 1) than to (1, 2)
    assert 0.3 < around[2] < 0.4
    assert around[3] == pytest.approx(0.5)  # no neighbour: the mean of all
