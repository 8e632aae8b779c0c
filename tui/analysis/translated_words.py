"""The aligned words of two languages that surely say the same: what the screen and reports give as shared.

The word alignment also brings words together that only stand in like places, such as `weeks` and `дней`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.analysis.differences.across.numbers import find_numbers
from tui.analysis.differences.across.values import facts_of
from tui.analysis.differences.across.words import vocabulary, words_pattern
from tui.analysis.differences.agreeing_values import same_unit
from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.fact_matching import values_equal
from tui.analysis.differences.number import Number, numbers_agree
from tui.analysis.differences.number_words import single_numbers
from tui.analysis.differences.sentence import Sentence, sentence_of
from tui.analysis.names_across import same_name
from tui.analysis.passage_words import PassageWords
from tui.model import Article, PassagePair, Span
from tui.model.wording import CALENDAR

if TYPE_CHECKING:  # it needs numpy
    from tui.analysis.word_alignment import AlignedWords

SURE_MATCH = 0.7
"""Similarity with that of the neighbours from which two words say the same; all aligned ones have .5
(MIN_MATCH_ACROSS). Set by eye on the bundled pairs in Russian and Chinese: right of most pairs above it,
and wrong of many below it (`turned ~ вернулась`, `quarrel ~ 克里`)."""
_TIME_UNITS = frozenset("second minute hour day week month year".split())


class _Value(Struct, frozen=True):
    """A number, day or time at offsets into a passage's text."""

    start: int
    end: int
    number: Number | None = None
    """Of a number that states no fact, such as a year."""
    fact: FactInContext | None = None

    def equals(self, other: _Value) -> bool:
        if self.fact and other.fact:
            mine, its = self.fact, other.fact
            return mine.fact.kind is its.fact.kind and same_unit(mine, its) and values_equal(mine, its)
        if self.number and other.number:
            return numbers_agree(self.number, other.number)
        return False


class _Side(Struct, frozen=True):
    """A passage with its words and values."""

    words: PassageWords
    values: tuple[_Value, ...]

    def values_at(self, span: Span) -> list[_Value]:
        return [value for value in self.values if value.start < span.end and span.start < value.end]


class TranslatedWords:
    """Chooses, of the aligned words of passages in two languages, those that surely say the same."""

    def __init__(self, left: Article, right: Article, languages: tuple[str, str]) -> None:
        """`languages`: the codes of both articles' languages, which differ."""
        self._articles, self._languages = (left, right), languages
        self._sides: dict[tuple[int, int], _Side] = {}
        """By 0 for the left article and 1 for the right one, and the index of the passage."""

    def sure(self, pair: PassagePair, aligned: Iterable[AlignedWords]) -> list[AlignedWords]:
        """Those aligned words of two passages, given by their indices, that say the same, in their order.

        Numbers, days and times do if they have one value, whatever their vectors; other words if they are
        one name in both languages, or match well. Two words that both say nothing by themselves are left
        out, and so are all but the first that stand for the same word.
        """
        left, right = (self._side(side, index) for side, index in enumerate(pair))
        taken: tuple[set[int], set[int]] = (set(), set())
        kept = []
        for words in aligned:
            places = list(zip(left.words.at(words.left), right.words.at(words.right), strict=False))
            is_free = not any(i in taken[0] or j in taken[1] for i, j in places)
            tells = any(left.words.content[i] or right.words.content[j] for i, j in places)
            if is_free and tells and self._say_the_same(left, right, words):
                kept.append(words)
                taken[0].update(i for i, _ in places)
                taken[1].update(j for _, j in places)
        return kept

    def _say_the_same(self, left: _Side, right: _Side, words: AlignedWords) -> bool:
        mine, its = left.values_at(words.left), right.values_at(words.right)
        if mine or its:
            return any(value.equals(other) for value in mine for other in its)
        first, second = words.left.cut(left.words.text), words.right.cut(right.words.text)
        if {first.casefold(), second.casefold()} & CALENDAR:
            return False
        units = [_time_unit(*word) for word in zip((first, second), self._languages, strict=True)]
        if units[0] != units[1]:
            return False
        return words.match >= SURE_MATCH or same_name(first, second, self._languages)

    def _side(self, side: int, index: int) -> _Side:
        if (side, index) not in self._sides:
            article, language = self._articles[side], self._languages[side]
            sentence = sentence_of(article, index, language)
            self._sides[side, index] = _Side(PassageWords.of(sentence.text, language), _values(sentence))
        return self._sides[side, index]


def _values(sentence: Sentence) -> tuple[_Value, ...]:
    """The facts of a passage, and the numbers in none of them."""
    offset = sentence.passage.span.start
    facts = [
        _Value(fact.fact.span.start - offset, fact.fact.span.end - offset, fact=fact)
        for fact in facts_of(sentence)
    ]
    free = [
        value
        for value in _numbers(sentence)
        if not any(value.start < fact.end and fact.start < value.end for fact in facts)
    ]
    return (*facts, *free)


def _numbers(sentence: Sentence) -> list[_Value]:
    if sentence.language != "en":
        return [_Value(number.first, number.end, number) for number in find_numbers(sentence)]
    return [
        _Value(sentence.words[n.first].start, sentence.words[n.end - 1].end, n)
        for n in single_numbers(sentence)
    ]


def _time_unit(word: str, language: str) -> str:
    """The English name of a unit of time that a word names in any form; "" if it names none."""
    if language == "en":
        singular = word.casefold().removesuffix("s")
        return singular if singular in _TIME_UNITS else ""
    for unit, forms in vocabulary(language).units:
        if unit in _TIME_UNITS and words_pattern(forms, language).fullmatch(word):
            return unit
    return ""
