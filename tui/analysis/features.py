"""Features of a pair of passages, the input of the first models."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
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
    """The features of one pair. All stay the same when the sides are exchanged."""

    stem_overlap: float
    """Overlap of all stems, 0 to below 1."""
    content_overlap: float
    """Overlap of the stems of content words, 0 to below 1."""
    ngram_overlap: float
    """Overlap of the character 5-grams, 0 to below 1."""
    synonym_overlap: float
    """Overlap in synonyms, 0 to below 1."""
    token_sort_ratio: float
    """rapidfuzz's ratio of the content words in alphabetical order, 0 to 1."""
    shared_quotation: float
    """ln(1 + words in the longest run of two words or more that both have inside quotation marks)."""
    quotation_share: float
    """Share of the left's words inside quotation marks times that of the right's, 0 to 1."""
    number_conflict: float
    """1 if both have numbers and none in common, else 0."""
    length: float
    """ln(1 + content words) of both, added."""
    position: float
    """Position in its article of the lower of the two, 0 (top) to 1 (end)."""
    lead: float
    """1 if both open their articles, else 1 / (1 + passages above both together). Leads match leads."""


FeatureRow = tuple[float, ...]
"""Features of one pair, as a plain tuple: a class for each of 50,000 pairs takes time to make."""
POSITION = Features._fields.index("position")

QUICK_FEATURES = (
    "stem_overlap", "content_overlap", "ngram_overlap", "synonym_overlap", "length", "position", "lead"
)  # fmt: skip
"""The most informative features, computed for every candidate. The others are computed for pairs that these
favour; see `candidates.CandidateLimits`."""
QUICK_MODEL = LogisticModel.from_weights(weights.QUICK_RELATED, QUICK_FEATURES)
"""Approximates the first model for either relation."""

MIN_RUN = 2
"""Words of the shortest shared quotation that counts."""


class FeatureExtractor:
    """Computes the features of pairs of passages of two articles."""

    def __init__(
        self, left: Sequence[Profile], right: Sequence[Profile], report_share: ProgressCallback = no_progress
    ) -> None:
        both = (*left, *right)
        stage = subrange(report_share, 0.0, 0.1)
        frequency = document_frequency(with_progress([p.stem_set for p in both], len(both), stage))
        weight = idf(frequency, len(both))
        stems = [p.stem_set for p in left], [p.stem_set for p in right]
        contents = [p.content_stems for p in left], [p.content_stems for p in right]
        self._stems = Overlap(*stems, weight, subrange(report_share, 0.1, 0.2))
        self._content = Overlap(*contents, weight, subrange(report_share, 0.2, 0.3))
        self._ngrams = NgramOverlap(*stems, frequency, subrange(report_share, 0.3, 0.7))
        self.synonyms = SynonymOverlap(left, right, self._stems)
        report_share(0.8)
        alphabet = WordAlphabet()
        self.sides = (SideFeatures(left, alphabet, GAPS[0]), SideFeatures(right, alphabet, GAPS[1]))
        """The features of single passages: left, right."""
        lefts, rights = self.sides
        self.index = InvertedIndex(self._content, (lefts.above, rights.above))
        """The passages by their content stems, the most frequent ones left out."""
        skipped = self.index.frequent_terms
        frequent = [[terms & skipped for terms in side] for side in contents]
        self._frequent = FrequentTerms(frequent[0], frequent[1], weight)
        stop_words = [[p.stem_set - p.content_stems for p in side] for side in (left, right)]
        self._stop_words = FrequentTerms(stop_words[0], stop_words[1], weight)
        report_share(1.0)

    def of(self, i: int, j: int) -> Features:
        """The features of left passage `i` and right passage `j`."""
        overlaps = self.overlaps(i, {j: self.index.value(i, j)})
        return Features._make([column[0] for column in self.columns(i, [j], overlaps)])

    def overlaps(self, i: int, matches: Mapping[int, float]) -> tuple[list[float], ...]:
        """The four overlaps of left passage `i` with right passages.

        `matches` has the right passages with their values by the index.
        """
        above, aboves = 1 + self.sides[0].above[i], self.sides[1].above
        content_length, content_lengths = self._content.left_length[i], self._content.right_length
        stem_length, stem_lengths = self._stems.left_length[i], self._stems.right_length
        shared_weights = [
            (-value - LEAD_BONUS / (above + aboves[j])) * (content_length * content_lengths[j]) + frequent
            for (j, value), frequent in zip(matches.items(), self._frequent.shared(i, matches), strict=True)
        ]
        content = [
            weight / (content_length * content_lengths[j])
            for j, weight in zip(matches, shared_weights, strict=True)
        ]
        stems = [
            (weight + stop_words) / (stem_length * stem_lengths[j])
            for j, weight, stop_words in zip(
                matches, shared_weights, self._stop_words.shared(i, matches), strict=True
            )
        ]
        return stems, content, self._ngrams.of(i, matches), self.synonyms.of(i, matches)

    def quick_log_odds(
        self, i: int, columns: Collection[int], overlaps: Iterable[Iterable[float]]
    ) -> list[float]:
        """The log-odds by QUICK_MODEL of left passage `i` with right passages, given their `overlaps`.

        The model is written out here, since it is computed for every candidate.
        """
        lefts, rights = self.sides
        above, length, position = 1 + lefts.above[i], lefts.length[i], lefts.position[i]
        aboves, lengths, positions = rights.above, rights.length, rights.position
        intercept, (a, b, c, d, e, f, g) = QUICK_MODEL.intercept, QUICK_MODEL.weights
        return [
            intercept
            + a * by_stems
            + b * by_content
            + c * by_ngrams
            + d * by_synonyms
            + e * (length + lengths[j])
            + f * (position if position >= (other := positions[j]) else other)
            + g / (above + aboves[j])
            for j, by_stems, by_content, by_ngrams, by_synonyms in zip(columns, *overlaps, strict=True)
        ]

    def columns(
        self, i: int, columns: Sequence[int], overlaps: Iterable[Sequence[float]]
    ) -> list[Sequence[float]]:
        """For each feature the values of left passage `i` with right passages, given their `overlaps`."""
        lefts, rights = self.sides
        content, contents = lefts.sorted_content[i], rights.sorted_content
        quoted, quoted_pairs = lefts.quoted[i], lefts.quoted_pairs[i]
        quotation_share, numbers = lefts.quotation_share[i], lefts.numbers[i]
        length, position, above = lefts.length[i], lefts.position[i], 1 + lefts.above[i]
        zeros = [0.0] * len(columns)
        return [
            *overlaps,
            [ratio(content, contents[j]) / 100 for j in columns],
            [
                _shared_quotation(quoted, rights.quoted[j], quoted_pairs, rights.quoted_pairs[j])
                for j in columns
            ]
            if quoted
            else zeros,
            [quotation_share * rights.quotation_share[j] for j in columns] if quotation_share else zeros,
            [_number_conflict(numbers, rights.numbers[j]) for j in columns] if numbers else zeros,
            [length + rights.length[j] for j in columns],
            [position if position >= (other := rights.position[j]) else other for j in columns],
            [1 / (above + rights.above[j]) for j in columns],
        ]


def _shared_quotation(
    left: str, right: str, left_pairs: frozenset[str], right_pairs: frozenset[str]
) -> float:
    return 0.0 if left_pairs.isdisjoint(right_pairs) else log1p(longest_run(left, right, MIN_RUN)[0])


def _number_conflict(left: frozenset[str], right: frozenset[str]) -> float:
    return 1.0 if right and left.isdisjoint(right) else 0.0


class SideFeatures:
    """The features of each passage of one side by itself."""

    def __init__(self, passages: Sequence[Profile], alphabet: WordAlphabet, gap: str) -> None:
        body = [p.passage.kind is Kind.BODY for p in passages]
        self.above = list(accumulate(body, initial=0))[:-1]
        """Body passages above; a headline stands as high as the lead."""
        last = max(1, sum(body) - 1)
        self.length = [log1p(len(p.content_places)) for p in passages]
        self.position = [min(1.0, above / last) for above in self.above]
        self.sorted_content = [p.sorted_content for p in passages]
        self.numbers = [p.numbers for p in passages]
        self.quotation_share = [p.quoted.count(True) / max(1, len(p.quoted)) for p in passages]
        self.quoted = [
            _one_gap(masked(alphabet.encode(p.stems), p.quoted, gap), gap) if share else ""
            for p, share in zip(passages, self.quotation_share, strict=True)
        ]
        """The stems inside quotation marks, encoded, with one `gap` between two quotations."""
        self.quoted_pairs = [runs_of(quoted, MIN_RUN) for quoted in self.quoted]
        """Their runs of MIN_RUN words: passages without a common one share no longer run."""


def _one_gap(encoded: str, gap: str) -> str:
    """The encoded text with one gap in place of several, and none at its ends."""
    return gap.join([stretch for stretch in encoded.split(gap) if stretch])
