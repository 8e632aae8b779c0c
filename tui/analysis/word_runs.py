"""Runs of words that two passages share. Each word is coded as one character, so `str` does the search."""

from __future__ import annotations

from collections.abc import Iterable

GAPS = "\0", "\1"
"""The characters for words left out, on the left and on the right; no shared run crosses one."""


class WordAlphabet(dict[str, str]):
    """A character for each word, assigned when the word is first met."""

    def __missing__(self, word: str) -> str:
        character = self[word] = chr(len(self) + len(GAPS))
        return character

    def encode(self, words: Iterable[str]) -> str:
        """The words, one character each."""
        return "".join(map(self.__getitem__, words))


def longest_run(left: str, right: str, least: int = 1) -> tuple[int, int]:
    """The longest run in both encoded texts: (words, start in `left`); the first of equals.

    (0, 0) if none has at least `least` words.
    """
    # Every run of `least` words contains one of the shorter runs that begin at each `step`th word.
    step = (least + 1) // 2
    size = least - step + 1
    for start in range(0, len(left) - size + 1, step):
        if left[start : start + size] in right:
            break
    else:
        return 0, 0
    size, first = least, 0
    for start in range(len(left) - least + 1):
        while left[start : start + size] in right and start + size <= len(left):
            first = start
            size += 1
    return (size - 1, first) if size > least else (0, 0)


def masked(encoded: str, included: Iterable[bool], gap: str) -> str:
    """The encoded text with `gap` in place of each word that is not included."""
    return "".join([word if include else gap for word, include in zip(encoded, included, strict=True)])


def runs_of(encoded: str, size: int) -> frozenset[str]:
    """All runs of `size` words."""
    return frozenset([encoded[k : k + size] for k in range(len(encoded) - size + 1)])
