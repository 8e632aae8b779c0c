"""The quotations of an article, word by word."""

from __future__ import annotations

import re
from bisect import bisect_right

from msgspec import Struct

from tui.analysis.stemming import stemmer_of, stop_words_of
from tui.analysis.tokens import normal_form, quotation_offsets, token_offsets
from tui.model import Article, Span

_MAX_WORDS = 80
"""Words of a quotation that are compared."""
_CONTRACTIONS = (
    ("n't", " not"),
    ("'re", " are"),
    ("'ll", " will"),
    ("'ve", " have"),
    ("'m", " am"),
    ("it's", "it is"),
)
_BRACKETED = re.compile(r"\[[^\]\n]{0,60}\]")
_NEGATIONS = frozenset("no not never none nothing some any all every must may can will".split())
"""Stop words that turn the meaning of a quotation round; they count as content words."""


class Quotation(Struct, frozen=True):
    """One quotation of an article. Tuples go word by word."""

    span: Span
    """Span including the quotation marks."""
    passage: int
    """Index of the passage in which it begins."""
    words: tuple[str, ...]
    """Normal forms, contractions written out."""
    spans: tuple[Span, ...]
    """The spans of the words in the article's text."""
    stems: tuple[str, ...]
    content: tuple[bool, ...]
    """Whether each word is a content word."""
    bracketed: tuple[bool, ...]
    """Whether each word is an insertion in square brackets."""

    @property
    def content_words(self) -> int:
        """The number of its content words."""
        return sum(self.content)

    @property
    def content_stems(self) -> frozenset[str]:
        """The stems of its content words."""
        return frozenset(stem for stem, content in zip(self.stems, self.content, strict=True) if content)


def find_quotations(article: Article, language: str) -> list[Quotation]:
    """The quotations of an article that have a word, in order."""
    starts = [passage.span.start for passage in article.passages]
    quotations: list[Quotation] = []
    for span in (Span(*offsets) for offsets in quotation_offsets(article.text)):
        passage = bisect_right(starts, span.start) - 1
        quotation = _quotation(article.text, span, passage, language)
        if quotation.words and passage >= 0:
            quotations.append(quotation)
    return quotations


def _quotation(text: str, span: Span, passage: int, language: str) -> Quotation:
    quoted = span.cut(text)
    insertions = [match.span() for match in _BRACKETED.finditer(quoted)]
    words: list[str] = []
    spans: list[Span] = []
    bracketed: list[bool] = []
    for start, end in token_offsets(quoted)[:_MAX_WORDS]:
        for part in _uncontracted(normal_form(quoted[start:end])):
            words.append(part)
            spans.append(Span(span.start + start, span.start + end))
            bracketed.append(any(a <= start < b for a, b in insertions))
    stemmer = stemmer_of(language or "en")
    stop_words = stop_words_of(language or "en")
    stems = stemmer.stemWords(words) if stemmer else words
    content = tuple(word not in stop_words or word in _NEGATIONS for word in words)
    return Quotation(span, passage, tuple(words), tuple(spans), tuple(stems), content, tuple(bracketed))


def _uncontracted(word: str) -> list[str]:
    """`did`, `not` for `didn't`; the word itself if it is no contraction."""
    for short, long in _CONTRACTIONS:
        if word.endswith(short) and len(word) >= len(short):
            return f"{word[: -len(short)]}{long}".split()
    return [word]
