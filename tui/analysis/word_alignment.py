"""Word alignment of two passages: which word of one stands for which of the other, by vectors in context.

Needs numpy: imported in the worker only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from msgspec import Struct

from tui.analysis.encoder import EncodedText
from tui.analysis.stemming import stemmer_of, stop_words_of
from tui.analysis.tokens import normal_form
from tui.analysis.unspaced_words import UNSPACED_LANGUAGES, word_offsets
from tui.model import Span

LAYER = 9
"""The layer of the encoder whose vectors align words best, by words that people aligned: 3 and the last reach
.02 to .05 less of F (`benchmarks/word_alignment.py`: .79 on MTRef, .83 on Newsela)."""
MIN_MATCH = 0.7
"""Similarity, with that of the neighbours, from which two words stand for each other. .65 brings more pairs,
.75 fewer wrong ones."""
MIN_MATCH_BESIDE = 0.6
"""The same for words beside a pair that is aligned already."""
MIN_MATCH_ACROSS = 0.5
"""The same for both between two languages, where vectors are less alike."""
EQUAL_WORDS, EQUAL_STOP_WORDS, EQUAL_STEMS = 0.3, 0.15, 0.2
"""Added to the similarity of words that are the same, or have the same stem."""
NEIGHBOUR_WEIGHT = 0.45
"""Weight of the best matches before and after, each of at most two words away on both sides."""
STEP_LOSS = 0.15
"""Part of a neighbour's match lost for each step beyond the first, on either side."""
REACH = 2
SHORTEST_PART = 2
"""Letters of a part into which a word may be cut."""
MOST_PASSAGES_HELD = 1000
"""Passages whose words are kept for the next pair of a story, 3 KB each."""
MOST_TEXTS_HELD = 100
"""Texts whose words an aligner holds with their vectors, 40 KB each."""
ROUNDS = 3
"""Rounds of adding words beside aligned pairs; the third adds next to nothing."""

_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f"
_WORD = re.compile(rf"[{_UNSPACED}]+|[^\W_{_UNSPACED}]+(?:[-'’.,&][^\W_{_UNSPACED}]+)*")


class AlignedWords(Struct, frozen=True):
    """A word of each passage that stand for each other."""

    left: Span
    """Character offsets into the text of the left passage."""
    right: Span
    similarity: float
    """Of their vectors, -1 to 1, without what neighbours and equal letters add."""
    weight: float
    """Share of what the two passages have in common that these words carry; those of all words sum to 1."""
    match: float = 1.0
    """Similarity with what neighbours and equal letters add: of two languages MIN_MATCH_ACROSS or more."""


class _Words(Struct, frozen=True, eq=False):
    """The words of a passage."""

    spans: list[Span]
    forms: list[str]
    stems: list[str]
    vectors: np.ndarray
    """Centred, of length 1."""


class WordAligner:
    """Aligns the words of passages of two articles."""

    def __init__(
        self, left: Sequence[EncodedText], right: Sequence[EncodedText], language: str, other: str = ""
    ) -> None:
        """Take all passages of both articles, on which vectors are centred, with LAYER.

        `other` is the language of the right article if it is another one: then each side is centred by
        itself.
        """
        self._languages = language, other or language
        across = len({*self._languages}) > 1
        self._means = (_mean(left), _mean(right)) if across else (_mean((*left, *right)),) * 2
        self._least = (MIN_MATCH_ACROSS,) * 2 if across else (MIN_MATCH, MIN_MATCH_BESIDE)
        self._held: dict[tuple[int, str], tuple[EncodedText, _Words]] = {}
        self._stop_words = frozenset().union(*map(stop_words_of, self._languages))

    def align(
        self,
        left: tuple[str, EncodedText],
        right: tuple[str, EncodedText],
        rarity: Mapping[str, float] | None = None,
    ) -> list[AlignedWords]:
        """The aligned words of two passages, each given with its text, in the order of the left one.

        `rarity` gives the weight of a word by its stem; without it, stop words weigh nothing and all others
        the same.
        """
        lefts, rights = self._words(0, *left), self._words(1, *right)
        if not lefts.spans or not rights.spans:
            return []
        similarity = lefts.vectors @ rights.vectors.T
        matches = _with_neighbours(similarity + self._equal(lefts, rights))
        pairs = sorted(_aligned(matches, *self._least))
        weights = [
            max(0.0, float(similarity[i, j]))
            * (self._weight(lefts, i, rarity) + self._weight(rights, j, rarity))
            for i, j in pairs
        ]
        total = sum(weights) or 1.0
        return [
            AlignedWords(
                lefts.spans[i],
                rights.spans[j],
                round(float(similarity[i, j]), 4),
                weight / total,
                round(float(matches[i, j]), 4),
            )
            for (i, j), weight in zip(pairs, weights, strict=True)
        ]

    def _weight(self, words: _Words, place: int, rarity: Mapping[str, float] | None) -> float:
        if words.forms[place] in self._stop_words:
            return 0.0
        return 1.0 if rarity is None else rarity.get(words.stems[place], 0.0)

    def _words(self, side: int, text: str, encoded: EncodedText) -> _Words:
        """The words of a text, held for its other links."""
        key = side, text
        known = self._held.get(key)
        if known and known[0] is encoded:
            return known[1]
        if len(self._held) >= MOST_TEXTS_HELD:
            self._held.clear()
        words = self._new_words(side, text, encoded)
        self._held[key] = encoded, words
        return words

    def _new_words(self, side: int, text: str, encoded: EncodedText) -> _Words:
        language = self._languages[side]
        cut = encoded.spans[:, 0].tobytes() if language in UNSPACED_LANGUAGES else b""
        spans, forms, stems = _cut_words(text, language, cut)
        vectors = means_of_words(encoded.layers[LAYER] - self._means[side], encoded.spans, spans)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
        return _Words(spans, forms, stems, vectors)

    def _equal(self, left: _Words, right: _Words) -> np.ndarray:
        bonus = np.zeros((len(left.spans), len(right.spans)), np.float32)
        bonus[_same(left.stems, right.stems)] = EQUAL_STEMS
        same = [EQUAL_STOP_WORDS if form in self._stop_words else EQUAL_WORDS for form in left.forms]
        rows, columns = _same(left.forms, right.forms)
        bonus[rows, columns] = np.array(same, np.float32)[rows]
        return bonus


@lru_cache(MOST_PASSAGES_HELD)
def _cut_words(text: str, language: str, piece_starts: bytes) -> tuple[list[Span], list[str], list[str]]:
    """The words of a text, their normal forms and their stems.

    `piece_starts`: int32, where the pieces of the encoder begin, in a script without spaces.
    """
    if language in UNSPACED_LANGUAGES:
        starts = np.frombuffer(piece_starts, np.int32)
        spans = [part for offsets in word_offsets(text, language) for part in _parts(Span(*offsets), starts)]
    else:
        spans = [Span(*match.span()) for match in _WORD.finditer(text)]
    forms = [normal_form(span.cut(text)) for span in spans]
    stemmer = stemmer_of(language)
    return spans, forms, stemmer.stemWords(forms) if stemmer else forms


def means_of_words(vectors: np.ndarray, pieces: np.ndarray, words: Sequence[Span]) -> np.ndarray:
    """For each word the mean vector of the pieces that it shares a character with, or zeros.

    `pieces` are spans in the order of the text, as the words are.
    """
    written = pieces[:, 1] > pieces[:, 0]  # others are a space alone
    vectors, pieces = vectors[written], pieces[written]
    means = np.zeros((len(words), vectors.shape[1]), np.float32)
    first = np.searchsorted(pieces[:, 1], [word.start for word in words], "right")
    count = np.searchsorted(pieces[:, 0], [word.end for word in words], "left") - first
    for step in range(max(count, default=0)):
        rows = np.flatnonzero(count > step)
        means[rows] += vectors[first[rows] + step]
    means /= np.maximum(count, 1)[:, None].astype(np.float32)
    return means


def _same(left: Sequence[str], right: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """The places, on the left and on the right, of every two equal words."""
    numbers = {word: number for number, word in enumerate({*left, *right})}
    lefts, rights = (np.array([numbers[word] for word in side]) for side in (left, right))
    rows, columns = np.nonzero(lefts[:, None] == rights)
    return rows, columns


def _parts(word: Span, starts: np.ndarray) -> list[Span]:
    """A long word in a script without spaces, cut where pieces of the encoder begin: `制裁措施`."""
    inside = [int(start) for start in starts if word.start < start < word.end]
    cuts = [word.start, *sorted({*inside}), word.end]
    sizes = [end - start for start, end in pairwise(cuts)]
    if len(word) < 2 * SHORTEST_PART or min(sizes) < SHORTEST_PART:
        return [word]
    return [Span(start, end) for start, end in pairwise(cuts)]


def _mean(texts: Sequence[EncodedText]) -> np.ndarray:
    """The mean vector of all pieces."""
    layers = [text.layers[LAYER] for text in texts if len(text.ids)]
    total = sum([vectors.sum(0, dtype=np.float64) for vectors in layers], np.zeros(1))
    return np.asarray(total / max(1, sum(map(len, layers))), dtype=np.float32)


def _with_neighbours(similarity: np.ndarray) -> np.ndarray:
    """Add what the words before and after say: the mean of the best match on either side."""
    rows, columns = similarity.shape
    padded = np.zeros((rows + 2 * REACH, columns + 2 * REACH), similarity.dtype)
    np.maximum(similarity, 0, out=padded[REACH:-REACH, REACH:-REACH])
    result: np.ndarray = similarity.copy()
    for direction in (1, -1):
        best = np.zeros_like(similarity)
        for up in range(1, REACH + 1):
            for aside in range(1, REACH + 1):
                top, left = REACH + direction * up, REACH + direction * aside
                neighbour = padded[top : top + rows, left : left + columns]
                np.maximum(best, neighbour * (1 - STEP_LOSS * (up + aside - 2)), out=best)
        result += NEIGHBOUR_WEIGHT / 2 * best
    return result


def _aligned(matches: np.ndarray, least: float, least_beside: float) -> set[tuple[int, int]]:
    """Mutual best matches; then those among the words still free, beside a pair that is aligned."""
    pairs = _mutual(matches, least)
    for _ in range(ROUNDS):
        free = [
            np.array(sorted({*range(size)} - {pair[side] for pair in pairs}), dtype=int)
            for side, size in enumerate(matches.shape)
        ]
        if not len(free[0]) or not len(free[1]):
            break
        steps = [step for step in range(-REACH, REACH + 1) if step]
        new = {
            (i, j)
            for i, j in (
                (int(free[0][a]), int(free[1][b])) for a, b in _mutual(matches[np.ix_(*free)], least_beside)
            )
            if any((i + up, j + aside) in pairs for up in steps for aside in steps)
        }
        if not new:
            break
        pairs |= new
    return pairs


def _mutual(matches: np.ndarray, least: float) -> set[tuple[int, int]]:
    """The cells that are the highest of their row and column, and at least so high."""
    rights, lefts = matches.argmax(1), matches.argmax(0)
    return {(i, int(j)) for i, j in enumerate(rights) if lefts[j] == i and matches[i, j] >= least}
