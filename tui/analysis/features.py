"""What speaks for and against a pair of passages, in figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, pairwise
from math import log1p
from typing import NamedTuple

from rapidfuzz import fuzz

from tui.analysis.concepts import Meanings
from tui.analysis.overlap import Overlap
from tui.analysis.profile import Profile
from tui.analysis.progress import Tell, silent
from tui.analysis.runs import LEFT_OUT, Alphabet, longest_run, only
from tui.analysis.text import grams
from tui.model import Kind


class Features(NamedTuple):
    """One pair of passages. Every figure is the same when the sides are exchanged."""

    words: float
    """Overlap of all word stems, 0 to below 1."""
    content: float
    """Overlap of the stems that carry news, 0 to below 1."""
    plain: float
    """The part of `content` that is no name: a name alone says little, half the story has it."""
    letters: float
    """Overlap of the character 4-grams, 0 to below 1: finds what stemming missed."""
    meant: float
    """Overlap of other words for the same thing (`concepts.py`), 0 to below 1."""
    ratio: float
    """rapidfuzz's ratio of the news-bearing words in alphabetical order (token_sort_ratio), 0 to 1."""
    covered: float
    """Share of the richer passage's news-bearing stems, by weight, that both have; 0 to 1."""
    run: float
    """ln(1 + words in the longest run of two words or more that both have)."""
    quoted: float
    """ln(1 + words in the longest run that both have inside quotation marks)."""
    quotes: float
    """Share of the left's words inside quotation marks times that of the right's, 0 to 1."""
    length: float
    """ln(1 + news-bearing words) of both, added."""
    numbers: float
    """1 if both have numbers and not one is common, else 0."""
    late: float
    """How far down the article the later of the two stands, 0 (top) to 1 (end)."""
    top: float
    """1 if both open their articles; 1 / (1 + passages above both together). Leads answer leads."""


LEAST = 0.1
"""Overlap of the news-bearing stems, plus that of the letters, plus LEADS of `top`, from which the
other features of a pair are worked out. Tuned with the candidates: see `benchmarks/pruning.py`."""
LEADS = 0.47
SHORTEST = 2
"""Words of the shortest run that counts."""


class Evidences:
    """Works out the features of pairs of passages of two articles."""

    def __init__(self, left: Sequence[Profile], right: Sequence[Profile], tell: Tell = silent) -> None:
        self._left = left
        self._right = right
        self.words = Overlap([p.vocabulary for p in left], [p.vocabulary for p in right])
        tell(0.3)
        self.content = Overlap([p.content for p in left], [p.content for p in right])
        tell(0.5)
        letters = _Letters()
        self._letters = Overlap(
            [letters.of(p.vocabulary) for p in left], [letters.of(p.vocabulary) for p in right]
        )
        tell(0.9)
        self._meanings = Meanings(left, right, self.words)
        names = frozenset().union(*[p.names for p in (*left, *right)])
        weight = self.content.weight
        self._plain_weight = {t: 0 if t in names else w for t, w in weight.items()}
        alphabet = Alphabet()
        self.sides = (_Figures(left, alphabet, LEFT_OUT[0]), _Figures(right, alphabet, LEFT_OUT[1]))
        """What the features need of each passage: left, right."""
        tell(1.0)

    def of(self, i: int, j: int) -> Features:
        """The features of left passage i and right passage j."""
        return self.row(i, (j,))[j]

    def row(self, i: int, columns: Iterable[int], least: float = 0.0) -> dict[int, Features]:
        """The features of left passage i and those right ones, where they share as much as `least`.

        Shared is counted as in LEAST.
        """
        left, (lefts, rights) = self._left[i], self.sides
        above, place, length, quotes = lefts.above[i], lefts.place[i], lefts.length[i], lefts.quotes[i]
        words, content, letters = self.words, self.content, self._letters
        weight, plain = content.weight.__getitem__, self._plain_weight.__getitem__
        word_weight, letter_weight = words.weight.__getitem__, letters.weight.__getitem__
        left_words, left_content, left_letters = words.left[i], content.left[i], letters.left[i]
        word_length, content_length, letter_length = (
            overlap.left_length[i] for overlap in (words, content, letters)
        )
        mass, ordered, numbers = content.left_mass[i], left.ordered, left.numbers
        spelt, said, pairs = lefts.spelt[i], lefts.said[i], lefts.pairs[i]
        found: dict[int, Features] = {}
        for j in columns:
            both = left_content & content.right[j]
            shared = sum(map(weight, both))
            norm = content_length * content.right_length[j]
            alike = sum(map(letter_weight, left_letters & letters.right[j])) / (
                letter_length * letters.right_length[j]
            )
            top = 1 / (1 + above + rights.above[j])
            if shared / norm + alike + LEADS * top < least:
                continue
            right = self._right[j]
            run = 0 if pairs.isdisjoint(rights.pairs[j]) else longest_run(spelt, rights.spelt[j], SHORTEST)[0]
            quoted = longest_run(said, rights.said[j])[0] if run and said and rights.said[j] else 0
            found[j] = Features(
                sum(map(word_weight, left_words & words.right[j])) / (word_length * words.right_length[j]),
                shared / norm,
                sum(map(plain, both)) / norm,
                alike,
                self._meanings.of(i, j),
                fuzz.ratio(ordered, right.ordered) / 100,
                shared / max(mass, content.right_mass[j], 1),
                log1p(run),
                log1p(quoted),
                quotes * rights.quotes[j],
                length + rights.length[j],
                float(bool(numbers and right.numbers) and numbers.isdisjoint(right.numbers)),
                max(place, rights.place[j]),
                top,
            )
        return found


class _Letters(dict[str, tuple[str, ...]]):
    """The character n-grams of each stem."""

    def __missing__(self, stem: str) -> tuple[str, ...]:
        found = self[stem] = tuple(grams((stem,)))
        return found

    def of(self, stems: frozenset[str]) -> frozenset[str]:
        """Those of all the stems."""
        return frozenset(set(chain.from_iterable(map(self.__getitem__, stems))))


class _Figures:
    """What the features need of each passage of one side."""

    def __init__(self, passages: Sequence[Profile], alphabet: Alphabet, left_out: str) -> None:
        body = [p.passage.kind is Kind.BODY for p in passages]
        self.above = list(accumulate(body, initial=0))[:-1]
        """Body passages above; a headline stands as high as the lead."""
        last = max(1, sum(body) - 1)
        self.length = [log1p(len(p.kept)) for p in passages]
        self.place = [min(1.0, above / last) for above in self.above]
        self.quotes = [sum(p.inside) / max(1, len(p.inside)) for p in passages]
        self.spelt = [alphabet.spell(p.stems) for p in passages]
        """A letter for each stem."""
        self.pairs = [frozenset({a + b for a, b in pairwise(spelt)}) for spelt in self.spelt]
        """The stems two by two: without a common pair there is no run."""
        self.said = [
            only(spelt, p.inside, left_out) if quotes else ""
            for p, spelt, quotes in zip(passages, self.spelt, self.quotes, strict=True)
        ]
        """The same inside quotation marks; empty if there is nothing."""
