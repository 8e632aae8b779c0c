"""Words of two linked passages that stand in the same place, by the word alignment of the language model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.analysis.differences.sentence import Sentence
from tui.analysis.memo import once_per_sentence
from tui.model import PassagePair, Span

if TYPE_CHECKING:  # it needs numpy
    from tui.analysis.word_alignment import AlignedWords

WordAlignment = Callable[[PassagePair], "Sequence[AlignedWords] | None"]
"""Gives the aligned words of two passages, with offsets into each passage's text; None where they are not
known."""


class AlignedSentences:
    """Two linked passages with the places of their words that are aligned."""

    def __init__(self, left: Sentence, right: Sentence, words: Sequence[AlignedWords] | None) -> None:
        self.left, self.right = left, right
        left_at, right_at = _places(left), _places(right)
        self.pairs: list[tuple[int, int, float]] = []
        """Place of the word on the left, on the right, and the similarity of the two, -1 to 1."""
        for pair in words or ():
            first, other = left_at.get(pair.left.start), right_at.get(pair.right.start)
            if first is not None and other is not None:
                self.pairs.append((first, other, pair.similarity))
        self.of_left = {i: j for i, j, _ in self.pairs}

    def stand_together(self, left: Span, right: Span) -> bool:
        """Whether words of two spans of the articles are aligned."""
        return any(_inside(self.left, i, left) and _inside(self.right, j, right) for i, j, _ in self.pairs)

    def equal_content(self) -> int:
        """The number of aligned content words with the same stem."""
        return sum(
            self.left.words[i].stem == self.right.words[j].stem and self.left.words[i].is_content
            for i, j, _ in self.pairs
        )


@once_per_sentence
def _places(sentence: Sentence) -> dict[int, int]:
    return {word.start: place for place, word in enumerate(sentence.words)}


def _inside(sentence: Sentence, place: int, span: Span) -> bool:
    start = sentence.passage.span.start + sentence.words[place].start
    return span.start <= start < span.end
