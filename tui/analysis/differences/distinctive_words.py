"""The words that set each of two articles apart."""

from __future__ import annotations

import math
from collections import Counter

from tui.analysis.differences.word_choice import word_counts
from tui.analysis.stemming import stop_words_of
from tui.model import Comparison
from tui.model.difference import DistinctiveWord

MIN_G2 = 3.84
"""G2 from which a word sets an article apart: the 5 % level of chi square with one degree of freedom."""


def distinctive_words(comparison: Comparison, most: int = 20) -> tuple[tuple[DistinctiveWord, ...], ...]:
    """The words that the left article uses more than the right, and those that the right uses more.

    Log-likelihood ratio G2 (Dunning 1993, Computational Linguistics 19:1), in the two-corpora form of
    Rayson and Garside (2000): 2 * sum of observed * ln(observed / expected). Unlike chi square it needs no
    large counts. Words are counted in normal form, without stop words and numbers; those that a side uses
    twice or more with a G2 of MIN_G2 or more are listed, the strongest first, `most` for each side.
    """
    counts = []
    for article in comparison.articles:
        stop_words = stop_words_of(article.language or "en")
        content = {
            word: n
            for word, n in word_counts(article).items()
            if word not in stop_words and not word[0].isdigit()
        }
        counts.append(Counter(content))
    totals = [max(1, sum(count.values())) for count in counts]
    sides: tuple[list[DistinctiveWord], list[DistinctiveWord]] = ([], [])
    for word in set(counts[0]) | set(counts[1]):
        left, right = counts[0][word], counts[1][word]
        weight = _g2(left, right, *totals)
        more = 0 if left * totals[1] > right * totals[0] else 1
        if weight >= MIN_G2 and max(left, right) > 1:
            sides[more].append(DistinctiveWord(word, left, right, round(weight, 2)))
    return tuple(tuple(sorted(side, key=lambda w: (-w.weight, w.word))[:most]) for side in sides)


def _g2(left: int, right: int, left_total: int, right_total: int) -> float:
    both, total = left + right, left_total + right_total
    expected = left_total * both / total, right_total * both / total
    return 2 * sum(n * math.log(n / e) for n, e in zip((left, right), expected, strict=True) if n)
