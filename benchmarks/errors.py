"""The worst errors of an alignment, each with a likely cause by rule."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from measures import Gold, Pair

from tui.analysis.overlap import document_frequency, idf
from tui.analysis.profile import Profile

Worst = tuple[float, Gold, Pair]
"""Score, pair of reports, pair of sentences."""
RARE = 3
"""Sentences of both reports with a word up to which it is rare."""
FAR = 5.0
"""Points by which another pair of the same sentence must lead to be the cause."""


def cause(
    sides: tuple[Sequence[Profile], Sequence[Profile]], scores: Mapping[Pair, float], pair: Pair
) -> str:
    """The likely cause of a wrong score: the first rule that fits."""
    left, right = sides[0][pair[0]], sides[1][pair[1]]
    frequency = Counter(term for side in sides for profile in side for term in profile.content_stems)
    both = left.content_stems & right.content_stems
    names = frozenset().union(*[profile.names for side in sides for profile in side])
    score = scores.get(pair, 0.0)
    rivals = [s for (i, j), s in scores.items() if ((i, j) != pair) and (i == pair[0] or j == pair[1])]
    if not both:
        return "no shared word that carries news"
    if both <= names:
        return "shared names only"
    if left.numbers and right.numbers and left.numbers.isdisjoint(right.numbers):
        return "numbers differ"
    if min(frequency[term] for term in both) > RARE:
        return "no shared rare word"
    if max(rivals, default=0.0) > score + FAR:
        return "a rival of the same sentence is stronger"
    weight = idf(
        document_frequency(profile.content_stems for side in sides for profile in side), sum(map(len, sides))
    )
    shared = sum(weight[term] for term in both)
    if shared < 0.2 * max(
        sum(weight[t] for t in left.content_stems), sum(weight[t] for t in right.content_stems)
    ):
        return "a small part of a long sentence"
    return "the same words, or context"


def print_by_cause(title: str, rows: Sequence[Worst], causes: Sequence[str]) -> None:
    """Print the errors under their causes, the most frequent cause first."""
    grouped: dict[str, list[Worst]] = defaultdict(list)
    for row, why in zip(rows, causes, strict=True):
        grouped[why].append(row)
    for why in sorted(grouped, key=lambda name: (-len(grouped[name]), name)):
        print(f"\n{title}, {why}: {len(grouped[why])}")
        for score, gold, (i, j) in grouped[why]:
            print(f"  {score:5.1f} {gold.name} L{i} R{j}")
            print(f"    {gold.left[i]}\n    {gold.right[j]}")
