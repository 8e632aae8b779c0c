"""Word choice: different words for the same thing, and words that one article uses more."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.engine.questions import Answer, WordChoice
from tui.model import Article, Side
from tui.model.difference import DistinctiveWord, WordPair
from tui.model.direction import isolated
from tui.model.wording import quoted_words
from tui.ui.panels.pick import PickScreen

MAX_WORDS = 8
"""Distinctive words listed for each article."""


class WordsScreen(PickScreen[tuple[int, int] | str]):
    """Lists pairs of words and distinctive words; returns the passages of a pair, or a word to search for."""

    HELP = """
The two numbers are how often the left and the right article use a word. **G²** tells how far that is from
chance, by which one word in twenty has 3.8 or more, one in a thousand 10.8. **enter** goes to the passages,
or searches for the word; **escape** goes back.
"""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("C", "dismiss", "Close", show=False, id="words.close")]

    def __init__(self, left: Article) -> None:
        super().__init__()
        self._passages = left.passages
        self._choice: WordChoice | None = None
        """None until the worker has answered."""

    def take(self, answer: Answer) -> None:
        """List the words that a worker has found."""
        assert isinstance(answer, WordChoice)
        self._choice = answer
        if self.is_shown:
            self.refill()

    def title_line(self) -> str:
        if self._choice is None:
            return "comparing the words ..."
        return "Different words for the same thing, and words one article uses more"

    def rows(self) -> list[tuple[Content, tuple[int, int] | str]]:
        rows: list[tuple[Content, tuple[int, int] | str]] = []
        choice = self._choice or WordChoice()
        rows += [(self._pair(pair), pair.passages[0]) for pair in choice.pairs]
        for side, words in zip(Side, choice.distinctive, strict=True):
            rows += [(self._word(side, word), word.word) for word in words]
        return rows

    def _pair(self, pair: WordPair) -> Content:
        counts = f"  {pair.left_count} : {pair.right_count}"
        place = quoted_words(self._passages[pair.passages[0][0]].text)
        more = f" and {len(pair.passages) - 1} more" if len(pair.passages) > 1 else ""
        return Content.assemble(
            f"{isolated(pair.left)} ≠ {isolated(pair.right)}", (f"{counts}  in {place}{more}", "dim")
        )

    def _word(self, side: Side, word: DistinctiveWord) -> Content:
        counts = f"  {word.left} : {word.right}  G² {word.weight:.1f}"
        return Content.assemble(f"more on the {side.value}  {isolated(word.word)}", (counts, "dim"))
