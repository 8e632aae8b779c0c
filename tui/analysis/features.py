"""What speaks for and against a pair of passages, in figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from math import log1p
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from tui.analysis import weights
from tui.analysis.bit_sets import FrequentTerms
from tui.analysis.inverted_index import LEAD_BONUS, InvertedIndex
from tui.analysis.logistic import LogisticModel
from tui.analysis.ngram_overlap import NgramOverlap
from tui.analysis.overlap import Overlap, document_frequency, idf
from tui.analysis.profile import Profile
from tui.analysis.progress import ProgressCallback, no_progress, subrange, with_progress
from tui.analysis.synonyms import SynonymOverlap
from tui.analysis.word_runs import GAPS, WordAlphabet, longest_run, masked, runs_of
from tui.model import Kind


class Features(NamedTuple):
    """One pair of passages. Every figure is the same when the sides are exchanged."""

    words: float
    """Overlap of all word stems, 0 to below 1."""
    content: float
    """Overlap of the stems that carry news, 0 to below 1."""
    letters: float
    """Overlap of the character 5-grams, 0 to below 1: finds what stemming missed."""
    meant: float
    """Overlap of other words for the same thing (`concepts.py`), 0 to below 1."""
    ratio: float
    """rapidfuzz's ratio of the news-bearing words in alphabetical order (token_sort_ratio), 0 to 1."""
    quoted: float
    """ln(1 + words in the longest run of two words or more that both have inside quotation marks)."""
    quotes: float
    """Share of the left's words inside quotation marks times that of the right's, 0 to 1."""
    numbers: float
    """1 if both have numbers and not one is common, else 0."""
    length: float
    """ln(1 + news-bearing words) of both, added."""
    late: float
    """How far down the article the later of the two stands, 0 (top) to 1 (end)."""
    top: float
    """1 if both open their articles; 1 / (1 + passages above both together). Leads answer leads."""


FeatureRow = tuple[float, ...]
"""Those of one pair, in that order: a class for each of 50,000 pairs takes time to make."""
POSITION = Features._fields.index("late")

QUICK_FEATURES = ("words", "content", "letters", "meant", "length", "late", "top")
"""The figures of a pair that tell most, which are seen first. The others are worked out if these speak for
the pair; see `candidates.Cuts`."""
QUICK_MODEL = LogisticModel.named(weights.QUICK_RELATED, QUICK_FEATURES)
"""What the first model for either relation would say, told from those."""

MIN_RUN = 2
"""Words of the shortest run that counts."""


class FeatureExtractor:
    """Works out the features of pairs of passages of two articles."""

    def __init__(
        self, left: Sequence[Profile], right: Sequence[Profile], tell: ProgressCallback = no_progress
    ) -> None:
        everyone = (*left, *right)
        often = document_frequency(
            with_progress([p.vocabulary for p in everyone], len(everyone), subrange(tell, 0.0, 0.1))
        )
        weight = idf(often, len(everyone))
        stems = [p.vocabulary for p in left], [p.vocabulary for p in right]
        contents = [p.content for p in left], [p.content for p in right]
        self._words = Overlap(*stems, weight, subrange(tell, 0.1, 0.2))
        self._content = Overlap(*contents, weight, subrange(tell, 0.2, 0.3))
        self._letters = NgramOverlap(*stems, often, subrange(tell, 0.3, 0.7))
        self.meanings = SynonymOverlap(left, right, self._words)
        tell(0.8)
        alphabet = WordAlphabet()
        self.sides = (_Side(left, alphabet, GAPS[0]), _Side(right, alphabet, GAPS[1]))
        """What the features need of each passage: left, right."""
        lefts, rights = self.sides
        self.index = InvertedIndex(self._content, (lefts.above, rights.above))
        """Where a passage's words that carry news are found, but for the most frequent ones."""
        skipped = self.index.skipped
        frequent = [[terms & skipped for terms in side] for side in contents]
        self._skipped = FrequentTerms(frequent[0], frequent[1], weight)
        empty = [[p.vocabulary - p.content for p in side] for side in (left, right)]
        self._empty = FrequentTerms(empty[0], empty[1], weight)
        """The stems that carry no news: few, and most of them frequent."""
        tell(1.0)

    def of(self, i: int, j: int) -> Features:
        """The features of left passage i and right passage j."""
        return Features._make(self._row(i, (j,))[j])

    def every(self, i: int) -> dict[int, FeatureRow]:
        """The features of left passage i and all right ones."""
        return self._row(i, range(self.index.sizes[1]))

    def _row(self, i: int, columns: Sequence[int]) -> dict[int, FeatureRow]:
        return self.row(i, columns, self.glance(i, {j: self.index.value(i, j) for j in columns})[:-1])

    def glance(self, i: int, close: Mapping[int, float]) -> tuple[list[float], ...]:
        """`words`, `content`, `letters` and `meant` of left passage i and right ones, and the log-odds at a
        glance.

        `close` has their values by the index. What all of GLANCE comes to is written out, since it is asked
        of every pair that is compared.
        """
        lefts, rights = self.sides
        above, aboves = 1 + lefts.above[i], rights.above
        mine, theirs = self._content.left_length[i], self._content.right_length
        all_mine, all_theirs = self._words.left_length[i], self._words.right_length
        masses = [
            (-value - LEAD_BONUS / (above + aboves[j])) * (mine * theirs[j]) + more
            for (j, value), more in zip(close.items(), self._skipped.shared(i, close), strict=True)
        ]
        content = [mass / (mine * theirs[j]) for j, mass in zip(close, masses, strict=True)]
        words = [
            (mass + rest) / (all_mine * all_theirs[j])
            for j, mass, rest in zip(close, masses, self._empty.shared(i, close), strict=True)
        ]
        letters, meant = self._letters.of(i, close), self.meanings.of(i, close)
        length, place, lengths, places = lefts.length[i], lefts.place[i], rights.length, rights.place
        intercept, (a, b, c, d, e, f, g) = QUICK_MODEL.intercept, QUICK_MODEL.weights
        odds = [
            intercept
            + a * all_shared
            + b * shared
            + c * spelt
            + d * said
            + e * (length + lengths[j])
            + f * (place if place >= (other := places[j]) else other)
            + g / (above + aboves[j])
            for j, all_shared, shared, spelt, said in zip(close, words, content, letters, meant, strict=True)
        ]
        return words, content, letters, meant, odds

    def row(self, i: int, columns: Sequence[int], glance: Iterable[Iterable[float]]) -> dict[int, FeatureRow]:
        """The features of left passage i and right ones, given what is seen first of them."""
        lefts, rights = self.sides
        ordered, others = lefts.ordered[i], rights.ordered
        said, pairs, quotes, numbers = lefts.said[i], lefts.pairs[i], lefts.quotes[i], lefts.numbers[i]
        length, place, above = lefts.length[i], lefts.place[i], 1 + lefts.above[i]
        nothing = [0.0] * len(columns)
        figures = zip(
            *glance,
            [ratio(ordered, others[j]) / 100 for j in columns],
            [_quoted(said, rights.said[j], pairs, rights.pairs[j]) for j in columns] if said else nothing,
            [quotes * rights.quotes[j] for j in columns] if quotes else nothing,
            [_contradict(numbers, rights.numbers[j]) for j in columns] if numbers else nothing,
            [length + rights.length[j] for j in columns],
            [place if place >= (other := rights.place[j]) else other for j in columns],
            [1 / (above + rights.above[j]) for j in columns],
            strict=True,
        )
        return dict(zip(columns, figures, strict=True))


def _quoted(left: str, right: str, left_pairs: frozenset[str], right_pairs: frozenset[str]) -> float:
    return 0.0 if left_pairs.isdisjoint(right_pairs) else log1p(longest_run(left, right, MIN_RUN)[0])


def _contradict(left: frozenset[str], right: frozenset[str]) -> float:
    return 1.0 if right and left.isdisjoint(right) else 0.0


def _stretches(letters: str, left_out: str) -> list[str]:
    return [stretch for stretch in letters.split(left_out) if stretch]


class _Side:
    """What the features need of each passage of one side."""

    def __init__(self, passages: Sequence[Profile], alphabet: WordAlphabet, left_out: str) -> None:
        body = [p.passage.kind is Kind.BODY for p in passages]
        self.above = list(accumulate(body, initial=0))[:-1]
        """Body passages above; a headline stands as high as the lead."""
        last = max(1, sum(body) - 1)
        self.length = [log1p(len(p.kept)) for p in passages]
        self.place = [min(1.0, above / last) for above in self.above]
        self.ordered = [p.ordered for p in passages]
        self.numbers = [p.numbers for p in passages]
        self.quotes = [p.inside.count(True) / max(1, len(p.inside)) for p in passages]
        self.said = [
            left_out.join(_stretches(masked(alphabet.spell(p.stems), p.inside, left_out), left_out))
            if quotes
            else ""
            for p, quotes in zip(passages, self.quotes, strict=True)
        ]
        """The stems inside quotation marks, a letter each, `left_out` for all between two quotations."""
        self.pairs = [runs_of(letters, MIN_RUN) for letters in self.said]
        """Their runs of SHORTEST letters: without a common one there is no longer one."""
