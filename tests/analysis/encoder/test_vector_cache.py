"""Vectors of articles on the disk: the same again, or none."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.examples import FERRY, QUAY, article
from tui.analysis.encoder import EncodedText, load_encoder
from tui.analysis.encoder.vector_cache import (
    clear_vector_cache,
    store_vectors,
    stored_vectors,
    vector_cache,
    vectors_key,
)
from tui.analysis.progress import no_progress
from tui.engine.aligner import Aligner
from tui.model import Comparison
from tui.settings.limits import CACHED_VECTORS_BYTES
from tui.storage.folders import cache_folder


def encoded(*sizes: int) -> list[EncodedText]:
    """Texts with so many pieces, with vectors of four numbers for two layers."""
    random = np.random.default_rng(0)
    return [
        EncodedText(
            random.integers(0, 100, size, np.int32),
            random.integers(0, 100, (size, 2), np.int32),
            {layer: random.random((size, 4), np.float32) for layer in (9, 12)},
        )
        for size in sizes
    ]


def test_vectors_come_back_as_they_were(tmp_path: Path) -> None:
    texts = encoded(3, 0, 5)
    store_vectors("key", texts, tmp_path)
    again = stored_vectors("key", tmp_path)
    assert again is not None and len(again) == 3
    for one, other in zip(texts, again, strict=True):
        assert np.array_equal(one.ids, other.ids) and np.array_equal(one.spans, other.spans)
        assert one.layers.keys() == other.layers.keys()
        assert all(np.array_equal(one.layers[layer], other.layers[layer]) for layer in (9, 12))
    assert stored_vectors("another key", tmp_path) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: b"",
        lambda data: b"[]\n",
        lambda data: b"7\n" + data,
        lambda data: b'"sizes"\n' + data,
        lambda data: b"null\n" + data,
        lambda data: b"{}\n" + data,
    ],
)
def test_a_damaged_file_is_none(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    store_vectors("key", encoded(3), tmp_path)
    path = vector_cache(tmp_path).path("key")
    path.write_bytes(damage(path.read_bytes()))
    assert stored_vectors("key", tmp_path) is None


def test_long_articles_are_not_stored(tmp_path: Path) -> None:
    pieces = CACHED_VECTORS_BYTES // 4 // (4 * 4 * 2)
    store_vectors("key", encoded(pieces), tmp_path)
    assert stored_vectors("key", tmp_path) is None


def test_the_key_tells_models_and_texts_apart() -> None:
    keys = [
        ("a model", ["one", "two"]),
        ("a model", ["two", "one"]),
        ("a model", ["one, two"]),
        ("another", ["one"]),
    ]
    assert len({vectors_key(*key) for key in keys}) == len(keys)


def refined(*, caches: bool) -> Comparison:
    aligner = Aligner("", caches=caches)
    aligner.by_words(article(FERRY), article(QUAY), 10.0)
    aligner.refined(no_progress)
    return aligner.grouped(no_progress)


def test_a_comparison_opens_again_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(*_: object) -> None:
        raise AssertionError("the model is not needed")

    first = refined(caches=True)
    monkeypatch.setattr("tui.analysis.encoder.load_encoder", load)
    assert refined(caches=True) == first
    assert first.model == load_encoder().revision
    assert clear_vector_cache() == 3  # two articles, and the names of topics


def test_without_a_cache_nothing_is_read_or_written(monkeypatch: pytest.MonkeyPatch) -> None:
    clear_vector_cache()
    first = refined(caches=False)
    assert not list(cache_folder("vectors").glob("*"))
    refined(caches=True)
    monkeypatch.setattr("tui.analysis.encoder.vector_cache.stored_vectors", None)
    assert refined(caches=False) == first
