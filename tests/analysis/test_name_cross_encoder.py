"""Names read together with the passages that they stand for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.analysis.articles import article
from tui.analysis.encoder import Encoder, EncoderError
from tui.analysis.encoder.encoder import NAMES_LAYER
from tui.analysis.name_cross_encoder import NameCrossEncoder, name_cross_encoder
from tui.analysis.name_meaning import MOST_COMPARED, MOST_READ, READ_SHARE, NameMeaning
from tui.analysis.name_words import NAME_FEATURES
from tui.analysis.profile import profiles
from tui.analysis.topic_evidence import passage_vectors
from tui.analysis.topics import name_meaning

PASSAGES = (
    "The steel tariffs that the minister announced on Monday will hurt the mills of Kessel.",
    "Owners of three mills said the new tariffs on steel would cost them a fifth of their orders.",
    "She called the tariffs a mistake and asked the government to drop them.",
)
NAMES = ("new tariffs on steel", "Monday", "fifth of their", "mills of Kessel")
LABELS = (*NAMES, "tariffs", "government", "orders")
ROWS = [[0.0] * (len(NAME_FEATURES) + 1)] * len(LABELS)


def read(encoder: Encoder, names: tuple[str, ...] = NAMES) -> list[float]:
    passages, labels = ([t.layers[NAMES_LAYER] for t in encoder.encode_names(x)] for x in (PASSAGES, names))
    rows = [[0.0] * (len(NAME_FEATURES) + 1)] * len(names)
    return name_cross_encoder().worths(passages, labels, rows)


def test_what_the_passages_are_about_is_worth_most(encoder: Encoder) -> None:
    worths = read(encoder)
    assert worths[0] == max(worths)
    assert all(-1.5 < worth < 1.5 for worth in worths)


def test_the_worth_of_a_name_does_not_depend_on_the_others(encoder: Encoder) -> None:
    alone = [read(encoder, (name,))[0] for name in NAMES]
    assert read(encoder) == pytest.approx(alone, abs=1e-4)
    assert read(encoder, ()) == []


def test_pieces_and_passages_beyond_the_limits_are_not_read(encoder: Encoder) -> None:
    long = [text.layers[NAMES_LAYER] for text in encoder.encode_names([" ".join(PASSAGES)] * 5)]
    names = [text.layers[NAMES_LAYER] for text in encoder.encode_names(NAMES)]
    rows = [[0.0] * (len(NAME_FEATURES) + 1)] * len(names)
    worths = name_cross_encoder().worths(long, names, rows)
    assert name_cross_encoder().worths([*(text[:30] for text in long), names[0]], names, rows) == worths


@pytest.mark.parametrize("content", [b"", b"no weights"])
def test_a_file_that_is_no_model_is_one_clear_error(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "names.safetensors").write_bytes(content)
    with pytest.raises(EncoderError, match=r"names\.safetensors"):
        NameCrossEncoder(tmp_path / "names.safetensors")


def test_only_names_in_english_are_read(encoder: Encoder) -> None:
    def judged(language: str) -> int:
        sides = [profiles(article(list(PASSAGES), language=language)) for _ in range(2)]
        encoded = [encoder.encode([p.passage.text for p in side], encoder.name_layers) for side in sides]
        vectors = passage_vectors(*encoded)
        meaning = name_meaning((*sides[0], *sides[1]), vectors, encoder.encode_names, encoded)
        assert meaning
        rows = [row[1:] for row in ROWS]  # without nearness
        (worths,) = meaning.worths([LABELS], [rows], [[0, 1, 2]], lambda own: [0.0] * len(own))
        return len(worths)

    assert (judged("en"), judged("de")) == (MOST_READ, MOST_COMPARED)


def test_names_of_another_model_are_only_compared(encoder: Encoder) -> None:
    texts = encoder.encode(PASSAGES, encoder.name_layers)
    vectors = passage_vectors(texts, texts)
    meaning = NameMeaning(vectors, encoder.encode, [*texts, *texts])
    rows = [[[float(k)] for k in range(len(LABELS))]]
    (worths,) = meaning.worths([LABELS], rows, [[0, 1, 2]], lambda own: [row[0] for row in own])
    assert worths == [0.0, 1.0, 2.0] and len(worths) == MOST_COMPARED


def test_a_name_without_pieces_is_worth_something(encoder: Encoder) -> None:
    passages = [text.layers[NAMES_LAYER] for text in encoder.encode_names(PASSAGES)]
    (worth,) = name_cross_encoder().worths(passages, [passages[0][:0]], ROWS[:1])
    assert -1.5 < worth < 1.5


def test_reading_is_weighed_with_words_and_nearness(encoder: Encoder) -> None:
    texts = encoder.encode(PASSAGES, encoder.name_layers)
    meaning = NameMeaning(passage_vectors(texts, texts), encoder.encode_names, [*texts, *texts])
    rows = [[[0.0] * len(NAME_FEATURES)] * len(NAMES)]
    (low,) = meaning.worths([NAMES], rows, [[0, 1, 2]], lambda own: [0.0] * len(own))
    (high,) = meaning.worths([NAMES], rows, [[0, 1, 2]], lambda own: [1.0] * len(own))
    assert np.subtract(high, low) == pytest.approx([1 - READ_SHARE] * len(NAMES))
    assert len({*low}) == len(NAMES)
