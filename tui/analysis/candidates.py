"""Which pairs of passages are worth a closer look."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import product
from math import inf, prod

from msgspec import Struct

from tui.analysis.inverted_index import InvertedIndex, Matches, postings
from tui.analysis.progress import ProgressCallback, no_progress, subrange, with_progress
from tui.analysis.word_runs import runs_of

Pair = tuple[int, int]


class CandidateLimits(Struct, frozen=True):
    """From where on, and for how many pairs, there is a closer look."""

    best: int
    """Passages of the other side that each is compared with in any case: they are the rivals of each other,
    without which more passages are linked wrongly (texts joined from the same reports)."""
    compared: float
    """Overlap of the words that carry news, with LEADS for the first passages, from which a pair is
    compared: its letters and its other words for the same thing."""
    meant: float
    """Overlap of other words for the same thing from which a pair is compared that shares less news."""
    doubtful: float
    """Overlap of the words that carry news below which no other words help; 0: they help what shares none,
    infinity: they never do."""
    most_compared: int
    """About so many pairs on the whole, at most, for each passage of both sides: in texts of one subject
    all sentences share something, and the least that is compared rises."""
    scored: float
    """Log-odds at a glance (`weights.GLANCE`) from which all features are worked out."""
    most_scored: int
    """Pairs at most whose features are worked out, besides those that are looked at in any case."""
    said: int
    """Words in a row that two passages quote from which they are looked at whatever else they share."""


SHORT_TEXTS = CandidateLimits(
    best=16, compared=0.03, meant=0.038, doubtful=0.0, most_compared=20, scored=-2.6, most_scored=12, said=2
)
"""Of 954 links shown in 32 pairs of news reports none is lost."""
MEDIUM_TEXTS = CandidateLimits(
    best=4, compared=0.03, meant=0.045, doubtful=0.018, most_compared=20, scored=-2.1, most_scored=12, said=3
)
"""Of 68,423 shown in 270 texts of 60 to 500 sentences a side, joined from those pairs, none is lost by the
short cuts or by these. In texts of 500 a side 16 pairs are compared and 4 scored for each passage."""
LONG_TEXTS = CandidateLimits(
    best=6, compared=0.04, meant=0.08, doubtful=inf, most_compared=10, scored=-1.9, most_scored=4, said=3
)
"""Of 7,344 links in eleven texts of 500 a side 32 would be lost; 9 pairs are compared and 3 scored."""
MAX_SHORT = 400
"""Passages of both sides together up to which the cuts are short."""
MAX_MEDIUM = 1000
"""Passages of both sides together above which the cuts are coarse."""
SAMPLED_PASSAGES = 64
"""Lines of either side, or a few more, that tell how much is shared."""
MIN_SAMPLE_STEP = 24
"""Passages at least from one such line to the next: fewer lines of a short text do."""

MAX_PAIRS_PER_QUOTATION = 16
"""Pairs above which what both quote is a saying that says little: "one of the"."""


def limits_for(size: int) -> CandidateLimits:
    """The cuts for so many passages of both sides together."""
    return SHORT_TEXTS if size <= MAX_SHORT else MEDIUM_TEXTS if size <= MAX_MEDIUM else LONG_TEXTS


def candidates(
    index: InvertedIndex,
    in_other_words: Callable[[int, Iterable[int]], Iterable[int]],
    cuts: CandidateLimits,
    tell: ProgressCallback = no_progress,
) -> list[Matches]:
    """For each left passage the right ones it is to be compared with, and their values by the index.

    Those that share most of what is rare; and those that say `cuts.meant` and more `in_other_words`, which
    tells them out of the right passages that it is given with a left one.
    """
    lefts, rights = index.sizes
    cut = _cut(index, cuts)
    close: list[Matches] = []
    close_to: list[int] = []
    """The right passages that share enough, as often as they do."""
    for i in with_progress(range(lefts), lefts, subrange(tell, 0.0, 0.8)):
        shared = index.line(0, i, max(cut, -cuts.doubtful))
        near = {j: value for j, value in shared.items() if value <= cut}
        close_to.extend(near)
        if len(near) < cuts.best:
            near.update(_best(index.line(0, i), cuts.best))
        doubtful: Iterable[int] = shared if cuts.doubtful else range(rights)
        for j in in_other_words(i, [j for j in doubtful if j not in near]):
            near[j] = shared[j] if j in shared else index.value(i, j)
        close.append(near)
    held = Counter(close_to)
    for j in with_progress(range(rights), rights, subrange(tell, 0.8, 1.0)):
        if held[j] < cuts.best:
            for i, value in _best(index.line(1, j), cuts.best):
                close[i][j] = value
    return close


def _cut(index: InvertedIndex, cuts: CandidateLimits) -> float:
    """The value up to which pairs are compared: if need be so that they are about as many as `cuts` allow,
    told from some lines of either side."""
    size = sum(index.sizes)
    if prod(index.sizes) <= cuts.most_compared * size:
        return -cuts.compared
    asked = [
        (side, k)
        for side, n in enumerate(index.sizes)
        for k in range(0, n, max(MIN_SAMPLE_STEP, n // SAMPLED_PASSAGES))
    ]
    values = [value for one in asked for value in index.line(*one, -cuts.compared).values()]
    # A pair stands in the line of its left passage and in that of its right one.
    return min(-cuts.compared, cutoff(values, 2 * cuts.most_compared * len(asked)))


def _best(line: Matches, few: int) -> list[tuple[int, float]]:
    """So many with the least values; of equals the first."""
    return sorted(line.items(), key=lambda one: (one[1], one[0]))[:few]


def cutoff(values: list[float], most: int) -> float:
    """The value that so many at most are below, or that many are equal to; more than all if they are few.

    The best are the lowest.
    """
    return sorted(values)[most - 1] if len(values) > most > 0 else inf


def shared_quotation_pairs(left: Sequence[str], right: Sequence[str], words: int) -> Iterator[Pair]:
    """Passages that quote the same so many words in a row, be they ever so common; given their quoted words,
    a letter each (`runs.Alphabet`)."""
    lefts, rights = (postings([runs_of(letters, words) for letters in side]) for side in (left, right))
    for run in lefts.keys() & rights.keys():
        if len(lefts[run]) * len(rights[run]) <= MAX_PAIRS_PER_QUOTATION:
            yield from product(lefts[run], rights[run])


def repeated_pairs(left: Iterable[Hashable], right: Iterable[Hashable]) -> Iterator[Pair]:
    """Passages with equal keys, paired by their order: the first with the first and so on.

    They repeat so often, maybe, that no term of theirs is rare.
    """
    places: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, keys in enumerate((left, right)):
        for index, key in enumerate(keys):
            if key:
                places[key][side].append(index)
    for lefts, rights in places.values():
        yield from zip(lefts, rights, strict=False)
