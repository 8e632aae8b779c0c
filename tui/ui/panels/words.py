"""The words the two articles choose: different ones for the same thing, and what each uses most."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.analysis.differences.distinctive_words import distinctive_words
from tui.analysis.differences.word_choice import word_pairs
from tui.model import Side
from tui.model.difference import DistinctiveWord, WordPair
from tui.reading.reading import Reading
from tui.report.wording import passage_id
from tui.ui.panels.pick import PickScreen

MOST = 8
"""Distinctive words listed for each article."""


class WordsScreen(PickScreen[tuple[int, int] | str]):
    """Returns the passages of a pair of words, or a word to search for."""

    HELP = "**enter** goes to the passages, or searches for a word; **escape** goes back."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("i", "dismiss", "Close", show=False, id="words.close")]

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        comparison = reading.comparison
        self._pairs = word_pairs(comparison, reading.threshold, comparison.left.language or "en")
        self._distinctive = distinctive_words(comparison, MOST)

    def title_line(self) -> str:
        return "Different words for the same thing, and words one article uses more"

    def rows(self) -> list[tuple[Content, tuple[int, int] | str]]:
        rows: list[tuple[Content, tuple[int, int] | str]] = []
        rows += [(self._pair(pair), pair.passages[0]) for pair in self._pairs]
        for side, words in zip(Side, self._distinctive, strict=True):
            rows += [(self._word(side, word), word.word) for word in words]
        return rows

    def _pair(self, pair: WordPair) -> Content:
        counts = f"  {pair.left_count} : {pair.right_count}"
        places = ", ".join(
            f"{passage_id(Side.LEFT, left)}–{passage_id(Side.RIGHT, right)}" for left, right in pair.passages
        )
        return Content.assemble(f"{pair.left} ≠ {pair.right}", (f"{counts}  {places}", "dim"))

    def _word(self, side: Side, word: DistinctiveWord) -> Content:
        counts = f"  {word.left} : {word.right}  G² {word.weight:.1f}"
        return Content.assemble(f"more in {side.initial}  {word.word}", (counts, "dim"))
