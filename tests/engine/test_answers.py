from tests.examples import ferry
from tui.engine.aligner import Aligner
from tui.engine.answers import answer
from tui.engine.questions import (
    CompareWordChoice,
    CompareWords,
    ExplainPair,
    FindSimilar,
    ListQuotations,
    PairExplained,
    QuotationsListed,
    RankUnmatched,
    SimilarFound,
    UnmatchedRanked,
    WordChoice,
    Words,
)
from tui.model import Side
from tui.model.corrections import Corrections


def answer_of_ferry(question: object) -> object:
    return answer(question, ferry(), Aligner())  # type: ignore[arg-type]


def test_words_similar_to_a_query_are_found_in_both_articles() -> None:
    found = answer_of_ferry(FindSimilar("smokke"))
    assert isinstance(found, SimilarFound)
    assert [(hit.side, hit.index) for hit in found.hits] == [(Side.LEFT, 4), (Side.RIGHT, 3)]


def test_only_the_passages_asked_for_are_ranked() -> None:
    ranked = answer_of_ferry(RankUnmatched((7,), (4, 6)))
    assert isinstance(ranked, UnmatchedRanked)
    assert {(passage.side, passage.index) for passage in ranked.passages} == {
        (Side.LEFT, 7), (Side.RIGHT, 4), (Side.RIGHT, 6)
    }  # fmt: skip


def test_a_pair_is_explained_by_its_words_and_its_quotations_alone() -> None:
    explained = answer_of_ferry(ExplainPair((4, 3), 50.0))
    assert isinstance(explained, PairExplained)
    assert explained.words.both
    assert [quotation.pair for quotation in explained.quotations] == [(4, 3)]
    words = answer_of_ferry(CompareWords(((4, 3),)))
    assert isinstance(words, Words) and words.words[4, 3] == explained.words


def test_quotations_and_words_are_found_in_the_links_that_the_reader_left() -> None:
    listed = answer_of_ferry(ListQuotations(50.0))
    assert isinstance(listed, QuotationsListed) and any(-1 not in row.pair for row in listed.quotations)
    pairs = frozenset(link.pair for link in ferry().links)
    choice = answer_of_ferry(CompareWordChoice(50.0, Corrections(rejected=pairs), 3))
    assert isinstance(choice, WordChoice) and not choice.pairs
    assert all(len(words) <= 3 for words in choice.distinctive)
