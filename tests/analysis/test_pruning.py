"""Few pairs of passages are candidates, and no link is lost."""

from __future__ import annotations

import re

import pytest

from tests.analysis.articles import HARBOUR, STRIKE, article
from tests.examples import ferry
from tui.analysis.candidate_features import CandidateFeatures
from tui.analysis.candidates import MEDIUM_TEXTS, SHORT_TEXTS, candidates
from tui.analysis.chances import BY_WORDS
from tui.analysis.evidence_arrays import chances_of, evidence_of_all
from tui.analysis.inverted_index import InvertedIndex
from tui.analysis.overlap import Overlap, document_frequency, idf
from tui.analysis.pair_scorer import SCORER
from tui.analysis.profile import profiles
from tui.model import Article, Side
from tui.model.comparison import DEFAULT_THRESHOLD
from tui.sources.load import bundled_pair, load

MOST_COMPARED = 22.0
"""Candidates, for each passage of both sides."""
MOST_SCORED = 14.0
"""Pairs whose features are all computed, for each passage, where nearly all pairs share something."""
MOST_SCORED_OF_NEWS = 4.5
"""The same in texts of many stories. Counted: 3.6 at 500 sentences a side."""


def stories() -> tuple[list[str], list[str]]:
    """The sentences of all pairs that the project has of its own, one story after the other."""
    bundled = [load(source) for source in bundled_pair()]
    by_hand = ferry()
    lefts = (HARBOUR, bundled[0], by_hand.article(Side.LEFT))
    rights = (STRIKE, bundled[1], by_hand.article(Side.RIGHT))
    left, right = (
        [p.text for story in side for p in story.passages if p.linkable] for side in (lefts, rights)
    )
    return left, right


def retold(sentences: list[str], number: int) -> list[str]:
    """The sentences with other names and rare words: another story told in the same plain words."""
    ending = "abcdefghijklmnop"[number]
    return [re.sub(r"\b[A-Z]\w{3,}\b|\b\w{8,}\b", lambda word: word[0] + ending, text) for text in sentences]


def long_pair(sentences: int) -> tuple[Article, Article]:
    """Two articles of so many sentences, of as many stories as that takes; both tell them in one order."""
    left, right = stories()
    tellings = range(-(-sentences // min(len(left), len(right))))
    sides = ([text for k in tellings for text in retold(side, k)][:sentences] for side in (left, right))
    lefts, rights = (article(side, language="en") for side in sides)
    return lefts, rights


def candidate_features(left: Article, right: Article) -> CandidateFeatures:
    return CandidateFeatures(profiles(left), profiles(right))


@pytest.mark.parametrize("order", [1, -1])
def test_no_link_is_lost(order: int) -> None:
    left, right = stories()
    pairs = candidate_features(article(left, language="en"), article(right[::order], language="en"))
    every = evidence_of_all(pairs, SCORER)
    shown = {
        (i, j): link
        for i, row in enumerate(every.rows(chances_of(every.features, BY_WORDS), len(left)))
        for j, link, _ in row
        if link >= DEFAULT_THRESHOLD
    }
    lost = [pair for pair in shown if pair[1] not in pairs.rows[pair[0]]]
    assert len(shown) >= 20
    assert lost == []


def test_what_both_quote_is_looked_at_be_the_words_ever_so_common() -> None:
    plain = [f"The {word} council met about the {word} bridge." for word in "red old new long low".split()]
    left = article([*plain, "“It is what it is,” she said."], language="en")
    right = article(["Asked again he answered: “It is what it is.”", *plain], language="en")
    pairs = candidate_features(left, right)
    assert pairs.extractor.of(5, 0).content_overlap == 0
    assert pairs.extractor.of(5, 0).shared_quotation > 0
    assert 0 in pairs.rows[5]


def test_what_shares_little_is_compared_if_it_says_much_in_other_words() -> None:
    left, right = (
        [frozenset({f"{side}{k}{n}" for n in range(8)} | {f"both{k % 10}"}) for k in range(201)]
        for side in "lr"
    )
    words = Overlap(left, right, idf(document_frequency(left + right), len(left + right)))
    index = InvertedIndex(words, (range(201), range(201)))
    assert MEDIUM_TEXTS.min_doubtful < -index.value(105, 195) < MEDIUM_TEXTS.min_overlap
    plain = candidates(index, lambda i, columns: (), MEDIUM_TEXTS)
    other_words = candidates(index, lambda i, columns: {195} & {*columns} if i == 105 else (), MEDIUM_TEXTS)
    assert 195 not in plain[105]
    assert other_words[105] == plain[105] | {195: index.value(105, 195)}


def test_what_shares_nothing_is_compared_in_short_texts_if_it_says_much_in_other_words() -> None:
    left, right = ([frozenset({f"{side}{k}"}) for k in range(40)] for side in "lr")
    index = InvertedIndex(
        Overlap(left, right, idf(document_frequency(left + right), 80)), (range(40), range(40))
    )
    rows = candidates(index, lambda i, columns: {35} & {*columns} if i == 30 else (), SHORT_TEXTS)
    assert rows[30] == {35: index.value(30, 35)}
    assert not any(rows[:30] + rows[31:])


@pytest.mark.parametrize("sentences", [50, 500])
def test_few_pairs_are_looked_at_for_each_sentence(sentences: int) -> None:
    left, right = long_pair(sentences)
    pairs = candidate_features(left, right)
    assert len(left.passages) == len(right.passages) == sentences
    assert sentences <= pairs.compared <= MOST_COMPARED * 2 * sentences
    assert sentences <= sum(map(len, pairs.rows)) <= MOST_SCORED_OF_NEWS * 2 * sentences


def test_sentences_that_all_share_something_are_not_all_compared() -> None:
    """Words that many passages have are asked for one by one; together they would pair all with all."""
    words = "harbour strike union talks ship crane night mayor fruit ferry quay tide".split()
    same = article([" ".join(words[k % 12] + words[n % 12] for n in (k, k + 5, k // 12)) for k in range(300)])
    pairs = candidate_features(same, same)
    assert pairs.compared <= MOST_COMPARED * 600
    assert sum(map(len, pairs.rows)) <= MOST_SCORED * 600
