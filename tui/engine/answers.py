"""The worker's answers to questions about the articles on the screen."""

from __future__ import annotations

from typing import assert_never

from tui.engine.aligner import Aligner
from tui.engine.questions import (
    Answer,
    CompareWordChoice,
    CompareWords,
    ExplainPair,
    FindSimilar,
    ListQuotations,
    PairExplained,
    Question,
    QuotationsListed,
    RankUnmatched,
    SimilarFound,
    UnmatchedRanked,
    WordChoice,
    Words,
)
from tui.model import Comparison, Side


def answer(question: Question, comparison: Comparison, aligner: Aligner) -> Answer:
    """Answer a question about a comparison that has not been corrected yet."""
    # Each is imported where it is used: an answer does not wait for the libraries of another.
    match question:
        case CompareWords(pairs):
            return Words({pair: aligner.pair_words(comparison, pair) for pair in pairs})
        case FindSimilar(query, unfolded):
            from tui.analysis.search import find_similar

            return SimilarFound(find_similar(comparison, query, unfolded))
        case RankUnmatched(left, right):
            from tui.analysis.unmatched import rank_unmatched

            return UnmatchedRanked(rank_unmatched(comparison, {Side.LEFT: left, Side.RIGHT: right}))
        case ExplainPair():
            return _explained(question, comparison, aligner)
        case ListQuotations(threshold, corrections):
            from tui.analysis.differences.quotation_list import listed_quotations

            return QuotationsListed(tuple(listed_quotations(corrections.apply(comparison), threshold)))
        case CompareWordChoice():
            return _word_choice(question, comparison)
        case _:
            assert_never(question)


def _explained(question: ExplainPair, comparison: Comparison, aligner: Aligner) -> PairExplained:
    from tui.analysis.differences.quotation_pairs import quotation_pairs

    corrected = question.corrections.apply(comparison)
    quotations = quotation_pairs(corrected, question.threshold)
    return PairExplained(
        question.pair,
        aligner.pair_words(corrected, question.pair),
        tuple(quotation for quotation in quotations if quotation.pair == question.pair),
    )


def _word_choice(question: CompareWordChoice, comparison: Comparison) -> WordChoice:
    from tui.analysis.differences.distinctive_words import distinctive_words
    from tui.analysis.differences.word_choice import word_pairs

    corrected = question.corrections.apply(comparison)
    language = corrected.left.language or "en"
    pairs = word_pairs(corrected, question.threshold, language)
    left, right = distinctive_words(corrected, question.most)
    return WordChoice(pairs, (left, right))
