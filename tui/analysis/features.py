"""What speaks for and against a pair of passages, in figures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz import fuzz

from tui.analysis.concepts import Meanings
from tui.analysis.overlap import Overlap
from tui.analysis.profile import Profile
from tui.analysis.runs import longest_run
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


class Evidences:
    """Works out the features of pairs of passages of two articles."""

    def __init__(self, left: Sequence[Profile], right: Sequence[Profile]) -> None:
        self._left = left
        self._right = right
        self.words = Overlap([p.vocabulary for p in left], [p.vocabulary for p in right])
        self.content = Overlap([p.content for p in left], [p.content for p in right])
        self._letters = Overlap([frozenset(grams(p.vocabulary)) for p in left], [frozenset(grams(p.vocabulary)) for p in right])
        self._meanings = Meanings(left, right, self.words)
        names = frozenset().union(*[p.names for p in (*left, *right)])
        weight = self.content.weight
        self._plain_weight = {t: 0 if t in names else w for t, w in weight.items()}
        self._sides = (_Figures(left, self.content), _Figures(right, self.content))

    def of(self, i: int, j: int) -> Features:
        """The features of left passage i and right passage j."""
        left, right = self._left[i], self._right[j]
        lefts, rights = self._sides
        content, weight, plain = self.content, self.content.weight, self._plain_weight
        both = content.left[i] & content.right[j]
        run = quoted = 0
        if not left.pairs.isdisjoint(right.pairs):
            run = longest_run(left.stems, right.places)
            quoted = longest_run(left.quoted, right.quoted_places)
        shared = sum([weight[term] for term in both])
        return Features(
            words=self.words.of(i, j),
            content=content.normed(shared, i, j),
            plain=content.normed(sum([plain[term] for term in both]), i, j),
            letters=self._letters.of(i, j),
            meant=self._meanings.of(i, j),
            ratio=fuzz.ratio(left.ordered, right.ordered) / 100,
            covered=shared / max(lefts.mass[i], rights.mass[j]),
            run=math.log1p(run),
            quoted=math.log1p(quoted),
            quotes=lefts.quotes[i] * rights.quotes[j],
            length=lefts.length[i] + rights.length[j],
            numbers=float(bool(left.numbers and right.numbers) and left.numbers.isdisjoint(right.numbers)),
            late=max(lefts.place[i], rights.place[j]),
            top=1 / (1 + lefts.above[i] + rights.above[j]),
        )


class _Figures:
    """What the features need of each passage of one side."""

    def __init__(self, passages: Sequence[Profile], content: Overlap) -> None:
        body = [p.passage.kind is Kind.BODY for p in passages]
        self.above = list(accumulate(body, initial=0))[:-1]
        """Body passages above; a headline stands as high as the lead."""
        last = max(1, sum(body) - 1)
        self.mass = [max(1, content.mass(p.content)) for p in passages]
        self.length = [math.log1p(len(p.kept)) for p in passages]
        self.place = [min(1.0, above / last) for above in self.above]
        self.quotes = [sum(p.inside) / max(1, len(p.inside)) for p in passages]
