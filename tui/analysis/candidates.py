"""Which pairs of passages are worth a closer look: an inverted index over their rarer words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from heapq import nsmallest

from tui.analysis.overlap import Overlap
from tui.analysis.progress import Tell, each, silent

Pair = tuple[int, int]

LEAST = 0.04
"""Overlap of the words that carry news, with LEADS for the first passages, from which a pair is
looked at closer. Tuned with MOST: see `benchmarks/pruning.py`."""
LEADS = 0.23
"""What two leads gain for being such; the n-th pair of passages after them a share, 1 / (1 + n).
So the first few passages of both sides are all looked at."""
MOST = 32
"""Passages that one passage is paired with at most, unless it is among the MOST of the others."""
MOST_PAIRS_PER_TERM = 2500
"""A term that alone would pair more passages than this says little and costs much: it is skipped.
In reports of up to 50 passages no term is."""


def candidates(
    words: Overlap, above: tuple[Sequence[int], Sequence[int]], tell: Tell = silent
) -> list[list[int]]:
    """For each left passage the right ones it may answer, in order.

    `above` says for each passage of either side how many stand above it in the body.
    """
    rows: list[dict[int, float]] = []
    lengths, rights = words.right_length, above[1]
    for i, shared in each(_shared_weights(words), len(words.left), tell):
        length, high = words.left_length[i], above[0][i]
        # Only the first passages gain by their place; nobody in this row gains more than the lead.
        least = LEAST - LEADS / (1 + high)
        close = [
            (j, overlap) for j, mass in shared.items() if (overlap := mass / (length * lengths[j])) >= least
        ]
        worth = [(j, overlap + LEADS / (1 + high + rights[j])) for j, overlap in close]
        rows.append({j: value for j, value in worth if value >= LEAST})
    for i, j in _leads(*above):
        rows[i].setdefault(j, LEADS / (1 + above[0][i] + above[1][j]))
    return _thinned(rows, len(words.right))


def _shared_weights(words: Overlap) -> Iterator[tuple[int, dict[int, int]]]:
    """For each left passage the right ones that share a term, with the weight of what they share."""
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
        yield i, row


def _postings(passages: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for index, terms in enumerate(passages):
        for term in terms:
            holders[term].append(index)
    return holders


def _leads(left: Sequence[int], right: Sequence[int]) -> Iterator[Pair]:
    """The pairs whose place alone is reason enough to look at them."""
    far = LEADS / LEAST - 1
    lefts, rights = ([(k, above) for k, above in enumerate(side) if above <= far] for side in (left, right))
    for i, high in lefts:
        for j, other in rights:
            if LEADS / (1 + high + other) >= LEAST:
                yield i, j


def _thinned(rows: list[dict[int, float]], width: int) -> list[list[int]]:
    """The columns of each row that are among the MOST of the row or of the column.

    Of equal ones those nearest to where the other side is as far.
    """
    columns: list[int] = [0] * width
    for row in rows:
        for j in row:
            columns[j] += 1
    crowded = {j for j, n in enumerate(columns) if n > MOST}
    if not crowded or all(len(row) <= MOST for row in rows):
        return [sorted(row) for row in rows]
    stretch = width / max(1, len(rows))
    lines: dict[int, dict[int, float]] = {j: {} for j in crowded}
    for i, row in enumerate(rows):
        for j in crowded & row.keys():
            lines[j][i] = row[j]
    kept = {j: set(_best(line, j / stretch)) for j, line in lines.items()}
    return [
        sorted(row)
        if len(row) <= MOST
        else sorted({j for j in row if j not in crowded or i in kept[j]}.union(_best(row, i * stretch)))
        for i, row in enumerate(rows)
    ]


def _best(worth: dict[int, float], place: float) -> list[int]:
    """The best of one row; of equal ones those nearest to `place`."""
    return nsmallest(MOST, worth, key=lambda k: (-worth[k], abs(k - place), k))


def twins(left: Iterable[Hashable], right: Iterable[Hashable]) -> Iterator[Pair]:
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
