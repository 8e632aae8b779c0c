"""Candidate pairs: the passages of two articles worth comparing, out of all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import product
from math import inf, prod

from msgspec import Struct

from tui.analysis.inverted_index import InvertedIndex, Matches, postings
from tui.analysis.progress import ProgressCallback, no_progress, subrange, with_progress
from tui.analysis.word_runs import runs_of


class CandidateLimits(Struct, frozen=True):
    """Thresholds and counts by which candidates are chosen."""

    best: int
    """Best matches of each passage that are candidates in any case. They are rivals of each other; without
    them more passages are linked wrongly (texts joined from the same reports)."""
    min_overlap: float
    """Overlap of content words, with LEAD_BONUS, from which a pair is a candidate."""
    min_synonym_overlap: float
    """Overlap in synonyms from which a pair is a candidate that shares fewer content words."""
    min_doubtful: float
    """Overlap of content words below which synonyms do not help. 0: they help pairs that share none;
    infinity: they never help."""
    most_compared: int
    """Candidates for each passage of both sides, on average and at most about: in texts of one subject all
    sentences share something, so the least overlap rises."""
    min_log_odds: float
    """Log-odds by the quick model from which all features are computed."""
    most_scored: int
    """Pairs for each passage, at most, whose features are all computed, besides those scored in any case."""
    quoted_run: int
    """Words in a row that two passages both quote which make them a pair to score in any case."""


SHORT_TEXTS = CandidateLimits(
    best=16, min_overlap=0.03, min_synonym_overlap=0.038, min_doubtful=0.0, most_compared=20,
    min_log_odds=-2.6, most_scored=12, quoted_run=2,
)  # fmt: skip
"""Limits that lose none of 954 links shown in 32 pairs of news reports."""
MEDIUM_TEXTS = CandidateLimits(
    best=4, min_overlap=0.03, min_synonym_overlap=0.045, min_doubtful=0.018, most_compared=20,
    min_log_odds=-2.1, most_scored=12, quoted_run=3,
)  # fmt: skip
"""Limits for 60 to 500 sentences a side: of 68,423 links in 270 texts joined from those pairs none is lost by
SHORT_TEXTS or by these. In texts of 500 a side 16 pairs are compared and 4 scored for each passage."""
LONG_TEXTS = CandidateLimits(
    best=6, min_overlap=0.04, min_synonym_overlap=0.08, min_doubtful=inf, most_compared=10,
    min_log_odds=-1.9, most_scored=4, quoted_run=3,
)  # fmt: skip
"""Limits that lose 32 of 7,344 links in eleven texts of 500 a side; 9 pairs are compared and 3 scored."""
MAX_SHORT = 400
"""Passages of both sides together up to which texts are short."""
MAX_MEDIUM = 1000
"""Passages of both sides together above which texts are long."""
SAMPLED_PASSAGES = 64
"""Approximate number of passages sampled per side to estimate the number of matches."""
MIN_SAMPLE_STEP = 24
"""Least distance of two sampled passages: short texts need fewer of them."""

MAX_PAIRS_PER_QUOTATION = 16
"""Most pairs of passages that a shared quoted run may join; commoner runs ("one of the") say little."""


def limits_for(size: int) -> CandidateLimits:
    """The limits for that number of passages of both sides together."""
    return SHORT_TEXTS if size <= MAX_SHORT else MEDIUM_TEXTS if size <= MAX_MEDIUM else LONG_TEXTS


def candidates(
    index: InvertedIndex,
    synonym_matches: Callable[[int, Iterable[int]], Iterable[int]],
    limits: CandidateLimits,
    report_share: ProgressCallback = no_progress,
) -> list[Matches]:
    """The candidates of each left passage, with their values by the index.

    They share the most of what is rare, or enough in synonyms: `synonym_matches` takes a left passage and
    some right ones, and returns those with an overlap of `limits.min_synonym_overlap` or more.
    """
    lefts, rights = index.sizes
    cut = _value_cutoff(index, limits)
    rows: list[Matches] = []
    matched: list[int] = []
    """The right passages that share enough, repeated for each match."""
    for i in with_progress(range(lefts), lefts, subrange(report_share, 0.0, 0.8)):
        shared = index.matches(0, i, max(cut, -limits.min_doubtful))
        row = {j: value for j, value in shared.items() if value <= cut}
        matched.extend(row)
        if len(row) < limits.best:
            row.update(_best(index.matches(0, i), limits.best))
        doubtful: Iterable[int] = shared if limits.min_doubtful else range(rights)
        for j in synonym_matches(i, [j for j in doubtful if j not in row]):
            row[j] = shared[j] if j in shared else index.value(i, j)
        rows.append(row)
    counts = Counter(matched)
    for j in with_progress(range(rights), rights, subrange(report_share, 0.8, 1.0)):
        if counts[j] < limits.best:
            for i, value in _best(index.matches(1, j), limits.best):
                rows[i][j] = value
    return rows


def _value_cutoff(index: InvertedIndex, limits: CandidateLimits) -> float:
    """The value up to which pairs are candidates, so that they are not many more than `limits` allow.

    Their number is estimated from some passages of either side.
    """
    size = sum(index.sizes)
    if prod(index.sizes) <= limits.most_compared * size:
        return -limits.min_overlap
    sample = [
        (side, k)
        for side, n in enumerate(index.sizes)
        for k in range(0, n, max(MIN_SAMPLE_STEP, n // SAMPLED_PASSAGES))
    ]
    values = [value for place in sample for value in index.matches(*place, -limits.min_overlap).values()]
    # Each pair is in the row of its left passage and in that of its right one.
    return min(-limits.min_overlap, cutoff(values, 2 * limits.most_compared * len(sample)))


def _best(matches: Matches, count: int) -> list[tuple[int, float]]:
    """The `count` matches with the lowest values; of equals the first passages."""
    return sorted(matches.items(), key=lambda match: (match[1], match[0]))[:count]


def cutoff(values: list[float], most: int) -> float:
    """The value up to which the lowest `most` values lie; infinity if there are not more or `most` is 0."""
    return sorted(values)[most - 1] if len(values) > most > 0 else inf


def shared_quotation_pairs(
    left: Sequence[str], right: Sequence[str], words: int
) -> Iterator[tuple[int, int]]:
    """Pair passages that both quote the same run of `words` words, however common these are.

    Takes the quoted words of each passage, encoded by a `word_runs.WordAlphabet`.
    """
    lefts, rights = (postings([runs_of(quoted, words) for quoted in side]) for side in (left, right))
    for run in lefts.keys() & rights.keys():
        if len(lefts[run]) * len(rights[run]) <= MAX_PAIRS_PER_QUOTATION:
            yield from product(lefts[run], rights[run])


def repeated_pairs(left: Iterable[Hashable], right: Iterable[Hashable]) -> Iterator[tuple[int, int]]:
    """Pair passages with equal keys in their order: the first with the first and so on.

    A passage may be repeated so often that none of its terms is rare.
    """
    places: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, keys in enumerate((left, right)):
        for index, key in enumerate(keys):
            if key:
                places[key][side].append(index)
    for lefts, rights in places.values():
        yield from zip(lefts, rights, strict=False)
