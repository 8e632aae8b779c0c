"""Reports of the bundled pair in `seeds/`."""

from __future__ import annotations

import re

import pytest

from tui.model import Article
from tui.sources.load import bundled_pair, load


@pytest.fixture
def pair() -> tuple[Article, Article]:
    left, right = bundled_pair()
    return load(left), load(right)


def quoted(article: Article) -> set[str]:
    return set(re.findall(r"“([^”]+?)[,.]?”", article.text))


def test_each_has_a_title_a_date_an_outlet_and_20_to_25_sentences(
    pair: tuple[Article, Article],
) -> None:
    for article in pair:
        assert article.title and article.source
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", article.published)
        assert 20 <= len(article.body) <= 25


def test_they_share_short_quotations(pair: tuple[Article, Article]) -> None:
    left, right = pair
    shared = quoted(left) & quoted(right)
    assert {"reasonable security concerns", "political settlement", "no limits"} <= shared


def test_no_quotation_is_longer_than_a_few_words(pair: tuple[Article, Article]) -> None:
    for article in pair:
        assert max(len(words.split()) for words in quoted(article)) <= 5
