"""Synonym groups and the overlap in synonyms."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tui.analysis.compare import compare
from tui.analysis.overlap import Overlap, document_frequency, idf
from tui.analysis.profile import profiles
from tui.analysis.stemming import stemmer_of
from tui.analysis.synonyms import SynonymOverlap, synonym_groups_of
from tui.model import Article


def groups(word: str) -> set[int]:
    stemmer = stemmer_of("en")
    assert stemmer
    return set(synonym_groups_of("en").get(stemmer.stemWord(word), ()))


def synonym_overlap(left: Article, right: Article) -> SynonymOverlap:
    lefts, rights = profiles(left), profiles(right)
    left_words, right_words = ([p.stem_set for p in side] for side in (lefts, rights))
    both = left_words + right_words
    words = Overlap(left_words, right_words, idf(document_frequency(both), len(both)))
    return SynonymOverlap(lefts, rights, words)


def overlap(left: str, right: str) -> float:
    one, two = (article([text, "It rains."], language="en") for text in (left, right))
    return synonym_overlap(one, two).of(0, [0])[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [("lawmakers", "senator"), ("killed", "death"), ("Kremlin".lower(), "russian"), ("told", "briefed")],
)
def test_words_for_one_thing_stand_in_one_group(one: str, other: str) -> None:
    assert groups(one) & groups(other)


def test_words_for_different_things_do_not() -> None:
    assert not groups("senator") & groups("hurricane")


def test_a_language_without_a_table_has_no_groups() -> None:
    assert synonym_groups_of("de") == {}


def test_other_words_for_one_thing_count_and_equal_words_do_not() -> None:
    assert overlap("The senator was arrested.", "Police detained the lawmaker.") > 0
    assert overlap("The senator was arrested.", "The senator was arrested.") == 0
    assert overlap("The senator was arrested.", "A hurricane passed.") == 0


def test_those_that_say_so_much_in_other_words_are_found_without_weighing_all() -> None:
    rain = [f"Rain fell on pier {k}." for k in range(8)]
    left = article(
        ["The senator was arrested and killed in Moscow.", "Police arrested a man.", *rain], language="en"
    )
    right = article(
        [
            "The Kremlin says the lawmaker was detained and his death is a crime.",
            "The lawmaker was detained.",
            "Police detained a lawmaker; a man was arrested.",
            *rain,
        ],
        language="en",
    )
    found, columns = synonym_overlap(left, right), range(len(profiles(right)))
    values = [found.of(i, columns) for i in range(len(profiles(left)))]
    known = sorted({value for row in values for value in row if value})
    assert len(known) >= 3
    for least in (*known, *(value + 1e-9 for value in known)):
        for i, row in enumerate(values):
            assert found.at_least(least, i, columns) == [j for j in columns if row[j] >= least]


def test_they_raise_the_score_of_a_paraphrase() -> None:
    def score(sentence: str) -> float:
        left = article(["It rained in Arden.", "Police in Arden arrested the suspect."], language="en")
        right = article([sentence, "Nobody was surprised."], language="en")
        return max((k.score for k in compare(left, right, min_score=0).links if k.left == 1), default=0.0)

    assert score("In Arden the accused was detained.") > score("In Arden the orchestra was cheerful.")
