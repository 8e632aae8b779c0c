"""The longest run of words that two passages both have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Places = Mapping[str, Sequence[int]]


def places_of(words: Sequence[str]) -> dict[str, list[int]]:
    """Where each word stands; "" is no word."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        if word:
            places.setdefault(word, []).append(place)
    return places


def longest_run(left: Sequence[str], right: Places) -> int:
    """Words in the longest run that both have; the right is given as the places of its words."""
    return run_at(left, right)[0]


def run_at(left: Sequence[str], right: Places) -> tuple[int, int, int]:
    """(length, end in left, end in right) of the longest run of words both have; the first if tied.

    Dynamic programming over the places where a word of the left occurs in the right.
    """
    best = (0, 0, 0)
    if not right:
        return best
    before: dict[int, int] = {}
    for i, word in enumerate(left):
        here: dict[int, int] = {}
        for j in right.get(word, ()):
            length = here[j] = before.get(j - 1, 0) + 1
            if length > best[0]:
                best = (length, i + 1, j + 1)
        before = here
    return best
