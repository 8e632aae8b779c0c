"""What the encoder says of pairs of passages in two languages."""

from __future__ import annotations

import numpy as np
import pytest

from tests.analysis.articles import HARBOUR
from tests.analysis.test_across_languages import SPANISH
from tui.analysis.chances import LATE_INTERACTION, MARGINS
from tui.analysis.encoder import EncodedText, Encoder, encode_passages
from tui.analysis.late_interaction import LateInteraction
from tui.analysis.meaning_across import MeaningAcross, margins
from tui.analysis.word_alignment import LAYER

MARGIN_LEAST, MIDDLE_MARGIN_LEAST = (len(LATE_INTERACTION) + place for place in (0, 2))


@pytest.fixture
def sides(encoder: Encoder) -> tuple[list[EncodedText], list[EncodedText]]:
    return encode_passages(encoder, HARBOUR), encode_passages(encoder, SPANISH)


def every_pair(left: int, right: int) -> tuple[np.ndarray, np.ndarray]:
    return np.repeat(np.arange(left), right), np.tile(np.arange(right), left)


def test_a_margin_is_measured_against_the_two_best_of_either_passage() -> None:
    values = np.array([[0.9, 0.5, 0.1], [0.3, 0.7, 0.2]])
    found = margins(*every_pair(2, 3), values.ravel()).reshape(2, 3, 2)
    assert found[0, 0] == pytest.approx([0.9 - (0.9 + 0.5) / 2, 0.9 - (0.9 + 0.3) / 2])
    assert found[0, 2] == pytest.approx([0.1 - (0.9 + 0.5) / 2, 0.1 - (0.1 + 0.2) / 2])


def test_a_margin_takes_what_is_compared_and_no_more() -> None:
    found = margins(np.array([0, 0, 4]), np.array([1, 2, 2]), np.array([0.6, 0.2, 0.4]))
    assert found == pytest.approx(np.array([[0.0, 0.2], [-0.2, -0.1], [0.0, 0.1]]))
    assert margins(np.array([], int), np.array([], int), np.array([])).shape == (0, 2)


def test_features_are_late_interaction_and_the_margins_of_two_layers(
    sides: tuple[list[EncodedText], list[EncodedText]],
) -> None:
    pairs = every_pair(*map(len, sides))
    features = MeaningAcross(*sides).of(*pairs)
    assert features.shape == (len(pairs[0]), len(LATE_INTERACTION) + len(MARGINS))
    assert (features[:, : len(LATE_INTERACTION)] == LateInteraction(*sides, apart=True).of(*pairs)).all()
    assert (features[:, MARGIN_LEAST] != features[:, MIDDLE_MARGIN_LEAST]).any()


def test_without_the_layer_of_word_alignment_the_last_one_stands_in(
    sides: tuple[list[EncodedText], list[EncodedText]],
) -> None:
    left, right = (
        [
            EncodedText(text.ids, text.spans, {n: v for n, v in text.layers.items() if n != LAYER})
            for text in side
        ]
        for side in sides
    )
    pairs = every_pair(len(left), len(right))
    features = MeaningAcross(left, right).of(*pairs)
    middle, last = (features[:, first : first + 2] for first in (MIDDLE_MARGIN_LEAST, MARGIN_LEAST))
    assert (middle == last).all()
    assert features[:, :MIDDLE_MARGIN_LEAST] == pytest.approx(
        MeaningAcross(*sides).of(*pairs)[:, :MIDDLE_MARGIN_LEAST]
    )
