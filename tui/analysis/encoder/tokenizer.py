"""Cut a text into the pieces of a model's vocabulary, with their places in the text.

Two kinds: `unigram` (SentencePiece; Kudo, 2018) and `wordpiece` (BERT). The library sentencepiece has no
wheel where onnxruntime has none, and its calls for offsets change between patch releases; so both are written
here. `benchmarks/make_encoder.py` compares the unigram cut with the library's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from tui.analysis.encoder.folder import MAX_TOKENIZER_BYTES, TOKENIZER, read_json, wrong_model

MARKER = "\u2581"
"""Stands for the space before a word in pieces of kind `unigram`."""
CACHED_WORDS = 50_000
MAX_WORD = 100
"""Characters of the longest word that kind `wordpiece` looks up; BERT's own limit."""
UNKNOWN_PENALTY = 10.0
"""An unknown character scores as much less than the least likely piece, as in SentencePiece."""
# A character and the marks that Unicode composes with it, or the letters of a Korean syllable.
_CLUSTER = re.compile(
    "[\u1100-\u11ff]+|.[\u0300-\u0345\u0653-\u0655\u093c\u09bc\u09be\u09d7\u3099\u309a]*", re.DOTALL
)


class Pieces(NamedTuple):
    """The pieces of a text: vocabulary ids, and half-open character spans of the text as it was given."""

    ids: list[int]
    spans: list[tuple[int, int]]
    """In order. The space before a word is not in its span; a piece of just the space has an empty one."""


class Tokenizer(Protocol):
    """What the encoder needs of a tokenizer."""

    size: int
    first: int
    last: int
    padding: int

    def cut(self, text: str) -> Pieces: ...


def load_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of a model's folder. Raises EncoderError."""
    data = read_json(folder, TOKENIZER, MAX_TOKENIZER_BYTES)
    kinds: dict[str, type[Unigram | WordPiece]] = {"unigram": Unigram, "wordpiece": WordPiece}
    kind = kinds.get(str(data.get("kind")))
    if kind is None:
        raise wrong_model(folder / TOKENIZER, f"`kind` must be one of {', '.join(kinds)}")
    try:
        return kind(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise wrong_model(folder / TOKENIZER, f"is incomplete or wrong ({error})") from None


class _Vocabulary:
    """Pieces by id, and the ids of the special ones."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.ids: dict[str, int] = {piece: index for index, piece in enumerate(data["pieces"])}
        self.size = len(data["pieces"])
        special = [self.ids[data[name]] for name in ("first", "last", "padding", "unknown")]
        self.first, self.last, self.padding, self.unknown = special
        for index in special:
            del self.ids[data["pieces"][index]]


class Unigram(_Vocabulary):
    """The most likely cut, each piece with a log-probability of its own."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        self._scores = [float(score) for score in data["scores"]]
        if len(self._scores) != self.size:
            raise ValueError(f"{self.size} pieces, {len(self._scores)} scores")
        self._unknown_score = min(self._scores) - UNKNOWN_PENALTY
        self._normal = {str(key): str(value) for key, value in data["normalization"].items()}
        self._longest = max(map(len, self.ids))
        self._words: dict[str, list[tuple[int, int]]] = {}

    def cut(self, text: str) -> Pieces:
        """Cut a text; its spaces at both ends and repeated ones do not count."""
        normal, places = self._normalize(text)
        ids: list[int] = []
        spans: list[tuple[int, int]] = []
        at = 0
        while at < len(normal):
            end = normal.find(MARKER, at + 1)
            for piece, length in self._cut_word(normal[at : end if end > 0 else None]):
                start = at + (normal[at] == MARKER)
                at += length
                ids.append(piece)
                if start == at:  # the space alone
                    place = places[at][0] if at < len(places) else len(text)
                    spans.append((place, place))
                else:
                    spans.append((places[start][0], places[at - 1][1]))
        return Pieces(ids, spans)

    def _normalize(self, text: str) -> tuple[str, list[tuple[int, int]]]:
        """The text as the pieces are written, and the span in the text of each of its characters."""
        normal: list[str] = []
        places: list[tuple[int, int]] = []
        for start, end, characters in self._clusters(text):
            for character in characters:
                space = character == " "
                if space and (not normal or normal[-1] == MARKER):
                    continue
                if not normal:
                    normal.append(MARKER)
                    places.append((start, start))
                normal.append(MARKER if space else character)
                places.append((start, end))
        if normal and normal[-1] == MARKER:
            del normal[-1], places[-1]
        return "".join(normal), places

    def _clusters(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start and end of each character with its combining marks, and how the pieces write it."""
        table = self._normal
        if text.isascii():
            for index, character in enumerate(text):
                yield index, index + 1, table.get(character, character)
            return
        for match in _CLUSTER.finditer(text):
            cluster = match[0] if len(match[0]) == 1 else unicodedata.normalize("NFC", match[0])
            yield match.start(), match.end(), "".join(table.get(c, c) for c in cluster)

    def _cut_word(self, word: str) -> list[tuple[int, int]]:
        """Ids and lengths of the pieces of a word with its marker; no piece goes across a marker."""
        pieces = self._words.get(word)
        if pieces is None:
            pieces = self._best_cut(word)
            if len(word) <= MAX_WORD and len(self._words) < CACHED_WORDS:
                self._words[word] = pieces
        return pieces

    def _best_cut(self, word: str) -> list[tuple[int, int]]:
        """Viterbi's algorithm. Unknown characters in a row are one piece, as in SentencePiece."""
        scores, unknown, longest = self._scores, self.unknown, self._longest
        best = [0.0] + [-1e30] * len(word)
        back = [(0, unknown)] * (len(word) + 1)
        for start in range(len(word)):
            here = best[start]
            for end in range(start + 1, min(len(word), start + longest) + 1):
                piece = self.ids.get(word[start:end])
                if piece is not None and here + scores[piece] > best[end]:
                    best[end], back[end] = here + scores[piece], (start, piece)
            if here + self._unknown_score > best[start + 1]:
                best[start + 1], back[start + 1] = here + self._unknown_score, (start, unknown)
        pieces: list[tuple[int, int]] = []
        end = len(word)
        while end:
            start, piece = back[end]
            if piece == unknown and pieces and pieces[-1][0] == unknown:
                pieces[-1] = unknown, pieces[-1][1] + end - start
            else:
                pieces.append((piece, end - start))
            end = start
        return pieces[::-1]


class WordPiece(_Vocabulary):
    """The longest piece that fits, from left to right; pieces inside a word begin with `##`."""

    # Chinese characters and punctuation stand by themselves; all symbols of ASCII count as punctuation.
    _TOKEN = re.compile(
        r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]|[^\W_\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[^\w\s]|_"
    )

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__(data)
        self._lower = bool(data.get("lower"))

    def cut(self, text: str) -> Pieces:
        """Cut a text."""
        ids: list[int] = []
        spans: list[tuple[int, int]] = []
        normal, places = self._normalize(text)
        for token in self._TOKEN.finditer(normal):
            for piece, start, end in self._cut_word(token[0]):
                ids.append(piece)
                spans.append((places[token.start() + start][0], places[token.start() + end - 1][1]))
        return Pieces(ids, spans)

    def _normalize(self, text: str) -> tuple[str, list[tuple[int, int]]]:
        normal: list[str] = []
        places: list[tuple[int, int]] = []
        for match in _CLUSTER.finditer(text):
            cluster = match[0]
            if self._lower:
                decomposed = unicodedata.normalize("NFD", cluster.lower())
                cluster = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
            for character in cluster:
                normal.append(" " if unicodedata.category(character)[0] in "CZ" else character)
                places.append(match.span())
        return "".join(normal), places

    def _cut_word(self, word: str) -> list[tuple[int, int, int]]:
        """Ids, starts and ends of the pieces; the whole word is unknown if a part of it is."""
        whole = [(self.unknown, 0, len(word))]
        if len(word) > MAX_WORD:
            return whole
        pieces = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = self.ids.get(word[start:end] if start == 0 else "##" + word[start:end])
                if piece is not None:
                    pieces.append((piece, start, end))
                    start = end
                    break
            else:
                return whole
        return pieces
