"""Which pairs of passages are worth a closer look: an inverted index over their rarer words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from heapq import nsmallest

from tui.analysis.overlap import Overlap

Pair = tuple[int, int]

BEST = 10
"""Candidates kept for each passage of either side. They lack 40 of 515 pairs with the same statement,
28 of which share no word that carries news; with 16 they lack 29, and no figure gets better (32
pairs of news reports, cross-validated)."""
MOST_PAIRS_PER_TERM = 2500
"""A term that alone would pair more passages than this says little and costs much: it is skipped.
In reports of up to 50 passages no term is."""


def candidates(words: Overlap, keys: tuple[Sequence[Hashable], Sequence[Hashable]]) -> set[Pair]:
    """The pairs which are among the best of their left or of their right passage.

    `keys` are equal for passages of the same words: those are paired with their nearest twins even
    where they repeat so often that no term of theirs is rare.
    """
    rows: list[dict[int, float]] = [{} for _ in words.left]
    for (i, j), shared in _shared_weights(words):
        rows[i][j] = words.normed(shared, i, j)
    columns: list[dict[int, float]] = [{} for _ in words.right]
    for i, row in enumerate(rows):
        for j, value in row.items():
            columns[j][i] = value
    stretch = len(words.right) / max(1, len(words.left))
    found = {(i, j) for i, row in enumerate(rows) for j in _best(row, i * stretch)}
    found.update((i, j) for j, column in enumerate(columns) for i in _best(column, j / stretch))
    found.update(_twins(*keys))
    return found


def _shared_weights(words: Overlap) -> Iterator[tuple[Pair, int]]:
    """Every pair that shares a term, with the weight of what it shares."""
    right_of = _postings(words.right)
    askable = {
        term: (words.weight[term], right_of[term])
        for term, lefts in _postings(words.left).items()
        if term in right_of and len(lefts) * len(right_of[term]) <= MOST_PAIRS_PER_TERM
    }
    for i, terms in enumerate(words.left):
        row: dict[int, int] = defaultdict(int)
        for term in terms:
            if term in askable:
                weight, holders = askable[term]
                for j in holders:
                    row[j] += weight
        for j, shared in row.items():
            yield (i, j), shared


def _postings(passages: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, terms in enumerate(passages):
        for term in terms:
            holders[term].append(index)
    return holders


def _best(scores: dict[int, float], place: float) -> list[int]:
    """The best of one row; of equal ones those nearest to `place`, where the other side is as far."""
    if len(scores) <= BEST:
        return list(scores)
    return nsmallest(BEST, scores, key=lambda k: (-scores[k], abs(k - place), k))


def _twins(left: Sequence[Hashable], right: Sequence[Hashable]) -> Iterator[Pair]:
    """Passages with equal keys, paired by their order: the first with the first and so on."""
    places: dict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, keys in enumerate((left, right)):
        for index, key in enumerate(keys):
            if key:
                places[key][side].append(index)
    for lefts, rights in places.values():
        yield from zip(lefts, rights, strict=False)
