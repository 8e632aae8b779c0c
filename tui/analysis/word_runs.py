"""The longest run of words that two passages both have."""

from __future__ import annotations

from collections.abc import Iterable

GAPS = "\0", "\1"
"""What stands for a word that is left out, on the left and on the right: no run goes over it."""


class WordAlphabet(dict[str, str]):
    """A letter for each word: runs of words become strings, in which Python searches in C."""

    def __missing__(self, word: str) -> str:
        letter = self[word] = chr(len(self) + len(GAPS))
        return letter

    def spell(self, words: Iterable[str]) -> str:
        """The words, a letter each."""
        return "".join(map(self.__getitem__, words))


def longest_run(left: str, right: str, least: int = 1) -> tuple[int, int]:
    """(letters, start in left) of the longest run of letters both have; the first if tied.

    (0, 0) if none has at least `least` letters.
    """
    # A run of so many letters holds one of the shorter ones that begin at every `step`th letter.
    step = (least + 1) // 2
    part = least - step + 1
    for start in range(0, len(left) - part + 1, step):
        if left[start : start + part] in right:
            break
    else:
        return 0, 0
    size, first = least, 0
    for start in range(len(left) - least + 1):
        while left[start : start + size] in right and start + size <= len(left):
            first = start
            size += 1
    return (size - 1, first) if size > least else (0, 0)


def masked(letters: str, wanted: Iterable[bool], left_out: str) -> str:
    """The letters that are wanted, the others replaced by `left_out`."""
    return "".join([letter if want else left_out for letter, want in zip(letters, wanted, strict=True)])


def runs_of(letters: str, size: int) -> frozenset[str]:
    """All the runs of so many letters."""
    return frozenset([letters[k : k + size] for k in range(len(letters) - size + 1)])
