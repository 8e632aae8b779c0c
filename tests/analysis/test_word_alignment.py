"""Which word of one passage stands for which of another."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from tui.analysis.encoder import Encoder
from tui.analysis.word_alignment import LAYER, MOST_TEXTS_HELD, AlignedWords, WordAligner, means_of_words
from tui.model import Span

LEFT = "Xi urged Putin in a phone call to hold talks with Ukraine."
RIGHT = "Xi called on Putin to start negotiations with Ukraine, the ministry said."


def aligned(encoder: Encoder, left: str, right: str, language: str) -> list[AlignedWords]:
    (lefts,), (rights,) = (encoder.encode([text], (LAYER,)) for text in (left, right))
    return WordAligner([lefts], [rights], language).align((left, lefts), (right, rights))


def pairs(encoder: Encoder, left: str, right: str, language: str = "en") -> set[tuple[str, str]]:
    return {(w.left.cut(left), w.right.cut(right)) for w in aligned(encoder, left, right, language)}


def test_other_words_in_the_same_place_stand_for_each_other(encoder: Encoder) -> None:
    found = pairs(encoder, LEFT, RIGHT)
    assert {("Xi", "Xi"), ("Putin", "Putin"), ("talks", "negotiations"), ("Ukraine", "Ukraine")} <= found
    assert not {"ministry", "said"} & {right for _, right in found}


def test_each_word_stands_for_one_at_most(encoder: Encoder) -> None:
    words = aligned(encoder, LEFT, RIGHT, "en")
    for side in ([word.left for word in words], [word.right for word in words]):
        assert len(side) == len({(span.start, span.end) for span in side})


def test_the_weights_sum_to_one_and_stop_words_have_none(encoder: Encoder) -> None:
    words = aligned(encoder, LEFT, RIGHT, "en")
    assert sum(word.weight for word in words) == pytest.approx(1)
    assert all(word.weight == 0 for word in words if word.left.cut(LEFT) in ("to", "with", "a"))


def test_a_rare_word_weighs_more(encoder: Encoder) -> None:
    (left,), (right,) = (encoder.encode([text], (LAYER,)) for text in (LEFT, RIGHT))
    rarity = {"xi": 1.0, "ukrain": 5.0}
    words = WordAligner([left], [right], "en").align((LEFT, left), (RIGHT, right), rarity)
    weights = {word.left.cut(LEFT): word.weight for word in words}
    assert weights["Ukraine"] > 3 * weights["Xi"] > 0
    assert weights["Putin"] == 0


def test_scripts_without_spaces_are_aligned_by_words(encoder: Encoder) -> None:
    found = pairs(encoder, "中国批评制裁。", "外交部批评了制裁措施。", "zh")
    assert ("制裁", "制裁") in found


def test_a_passage_without_words_has_none_aligned(encoder: Encoder) -> None:
    assert pairs(encoder, "", RIGHT) == set()
    assert pairs(encoder, "…", "…") == set()


def test_the_vector_of_a_word_is_the_mean_of_its_pieces() -> None:
    pieces = np.array([(0, 2), (2, 4), (4, 4), (5, 7), (7, 9), (9, 12)], np.int32)  # the third: a space alone
    vectors = np.arange(12, dtype=np.float32).reshape(6, 2)
    means = means_of_words(vectors, pieces, [Span(0, 4), Span(5, 12), Span(13, 15)])
    assert means.tolist() == [vectors[:2].mean(0).tolist(), vectors[3:].mean(0).tolist(), [0, 0]]


def test_words_that_are_held_are_those_of_the_passage(encoder: Encoder) -> None:
    encoded = encoder.encode([LEFT, RIGHT, "Talks 100 failed."], (LAYER,))
    passages = list(zip((LEFT, RIGHT), encoded, strict=False))
    aligner = WordAligner(encoded, encoded, "en")
    first = aligner.align(passages[0], passages[1])
    assert aligner.align(passages[0], passages[1]) == first  # held
    for k in range(MOST_TEXTS_HELD):
        text = f"Talks {100 + k} failed."
        assert aligner.align((text, encoded[2]), (text, encoded[2]))
    assert aligner.align(passages[0], passages[1]) == first  # read anew
    # The same text in another passage has vectors of its own.
    other = replace(encoded[0], layers={LAYER: encoded[0].layers[LAYER][::-1].copy()})
    assert aligner.align((LEFT, other), passages[1]) != first
