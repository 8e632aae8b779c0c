"""Articles are encoded once, also by several threads."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from tests.examples import FERRY, QUAY, article
from tui.engine.article_vectors import ArticleVectors
from tui.model import Article
from tui.settings.settings import NO_MODEL

ARTICLES = article(FERRY), article(QUAY)


def drawn(end: threading.Event) -> Iterator[Article]:
    """The articles, and word that all of them were taken."""
    yield from ARTICLES
    end.set()


@pytest.mark.slow
def test_what_is_encoded_ahead_is_what_is_asked_for_later() -> None:
    ahead, alone = ArticleVectors("", holds=True), ArticleVectors("", holds=True)
    encoded = threading.Event()
    ahead.encode_ahead(drawn(encoded))
    assert encoded.wait(60), "nothing was encoded ahead"
    for one in ARTICLES:
        found, expected = ahead.of(one), alone.of(one)
        assert found is ahead.of(one)
        for text, other in zip(found, expected, strict=True):
            assert all((text.layers[layer] == other.layers[layer]).all() for layer in other.layers)


def test_without_a_model_nothing_is_encoded_ahead() -> None:
    articles = iter(ARTICLES)
    ArticleVectors(NO_MODEL, holds=True).encode_ahead(articles)
    assert list(articles) == list(ARTICLES)


def test_a_model_that_cannot_be_loaded_is_told_to_who_asks(tmp_path: object) -> None:
    from tui.analysis.encoder import EncoderError

    vectors = ArticleVectors(str(tmp_path), holds=True)
    vectors.encode_ahead(ARTICLES)
    with pytest.raises(EncoderError):
        vectors.of(ARTICLES[0])
