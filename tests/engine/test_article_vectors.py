"""Articles are encoded once, also by several threads."""

from __future__ import annotations

import threading

import pytest

from tests.examples import FERRY, QUAY, article
from tui.engine.article_vectors import ArticleVectors
from tui.settings.settings import NO_MODEL

ARTICLES = article(FERRY), article(QUAY)


@pytest.mark.slow
def test_what_is_encoded_ahead_is_what_is_asked_for_later() -> None:
    ahead, alone = ArticleVectors("", holds=True), ArticleVectors("", holds=True)
    ahead.encode_ahead(ARTICLES)
    for one in ARTICLES:
        found, expected = ahead.of(one), alone.of(one)
        assert found is ahead.of(one)
        for text, other in zip(found, expected, strict=True):
            assert all((text.layers[layer] == other.layers[layer]).all() for layer in other.layers)


def test_without_a_model_nothing_is_encoded_ahead() -> None:
    threads = threading.active_count()
    ArticleVectors(NO_MODEL, holds=True).encode_ahead(ARTICLES)
    assert threading.active_count() == threads


def test_a_model_that_cannot_be_loaded_is_told_to_who_asks(tmp_path: object) -> None:
    from tui.analysis.encoder import EncoderError

    vectors = ArticleVectors(str(tmp_path), holds=True)
    vectors.encode_ahead(ARTICLES)
    with pytest.raises(EncoderError):
        vectors.of(ARTICLES[0])
