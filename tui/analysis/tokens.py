"""Tokens of a text, their normal forms, character n-grams, and quotations."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

# A word, an acronym with full stops, a number, or one letter; apostrophes stay inside ("O'Brien", "Putin's").
# The most frequent kind comes first.
_TOKEN_PATTERN = (
    r"([^\W\d_]{2,}(?:['’][^\W\d_]+)*|(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*(?:s|st|nd|rd|th)?\b"
    r"|[^\W\d_](?:['’][^\W\d_]+)*|[^\W_]+)"
)
_TOKEN = re.compile(_TOKEN_PATTERN)
# The same for ASCII text, the usual case: a third faster.
_ASCII_TOKEN = re.compile(
    _TOKEN_PATTERN.replace(r"[^\W\d_]", "[A-Za-z]").replace(r"[^\W_]", "[A-Za-z0-9]"), re.ASCII
)
# Scripts written without spaces: Chinese and Japanese, Thai, Lao, Burmese, Khmer.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_POSSESSIVE = re.compile(r"['’](?:s|)$")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
NGRAM_SIZE = 5
"""Characters in an n-gram. 3 and 4 do as well (32 pairs of news reports, cross-validated); with 5 there
are fewest."""


Offsets = tuple[int, int]
"""Start and end of a stretch of text. A Span says the same but takes ten times as long to make."""


def token_offsets(text: str) -> list[Offsets]:
    """The offsets of the words and numbers of a text, in order.

    A run in a script without spaces gives its overlapping pairs of letters, which serve as words
    (as in Lucene's CJK analysis).
    """
    if text.isascii():
        return [match.span() for match in _ASCII_TOKEN.finditer(text)]
    offsets: list[Offsets] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if _UNSPACED.search(text, start, end):
            offsets.extend((k, min(k + 2, end)) for k in range(start, max(start + 1, end - 1)))
        else:
            offsets.append((start, end))
    return offsets


SplitText = tuple[list[str], list[str], list[int]]
"""The tokens of a text as written, the text before each, and the start of each."""


def split_tokens(text: str) -> SplitText:
    """Split a text into tokens."""
    ascii_only = text.isascii()
    if not ascii_only and _UNSPACED.search(text):
        spans = token_offsets(text)
        before = [0, *(end for _, end in spans)]
        forms = [text[start:end] for start, end in spans]
        gaps = [text[end:start] for end, (start, _) in zip(before, spans, strict=False)]
        return forms, gaps, [start for start, _ in spans]
    parts = (_ASCII_TOKEN if ascii_only else _TOKEN).split(text)
    starts = list(accumulate(map(len, parts)))[::2]
    return parts[1::2], parts[:-1:2], starts[:-1]


def normal_form(token: str) -> str:
    """The normal form of a token: NFKC, case folded, without full stops, commas and possessive s."""
    if not token.isascii():
        token = unicodedata.normalize("NFKC", token)
    token = token.casefold()
    if token.isalpha():
        return token
    token = _POSSESSIVE.sub("", token) or token
    if token[0].isdigit():
        return token.replace(",", "")
    return token.replace(".", "").replace("’", "'")


@lru_cache(4096)  # 2 MB; the pairs of a story have many words in common
def char_ngrams(word: str) -> tuple[str, ...]:
    """The character 5-grams within a word; a shorter word is one n-gram.

    The word is marked at both ends, so that `talk` and `talks` share ` talk`.
    """
    marked = f" {word} "
    return tuple(map(marked.__getitem__, _windows(len(marked))))


@lru_cache(64)
def _windows(length: int) -> tuple[slice, ...]:
    """The slices of the n-grams of a string of that length."""
    return tuple([slice(k, k + NGRAM_SIZE) for k in range(max(1, length - NGRAM_SIZE + 1))])


# One alternative per kind of mark. A quotation left open ends with its paragraph, as one of several
# paragraphs does. Every alternative begins with its mark, so that the search leaps from mark to mark.
_QUOTATIONS = re.compile(
    r"“[^”\n]*(?:\n(?!\n)[^”\n]*)*”?"
    r'|"[^"\n]*(?:\n(?!\n)[^"\n]*)*"?'
    r"|«[^»\n]*(?:\n(?!\n)[^»\n]*)*»?"
    r"|„[^“”\n]*(?:\n(?!\n)[^“”\n]*)*[“”]?"
    r"|「[^」\n]*(?:\n(?!\n)[^」\n]*)*」?"
    r"|『[^』\n]*(?:\n(?!\n)[^』\n]*)*』?"
    r"|‘(?<!\w‘)[^‘’\n]*(?:(?<=\w)’(?=\w)[^‘’\n]*)*’"
)


def quotation_offsets(text: str) -> list[Offsets]:
    """The offsets of what stands between like marks in one paragraph, marks included.

    For the features of links, whose weights were fitted with it. `quotation_marks.py` finds quotations that
    are mixed, nested or left open as well.
    """
    return [match.span() for match in _QUOTATIONS.finditer(text)]


def with_ascii_digits(text: str) -> str:
    """The text with the digits of all scripts as 0 to 9, and the marks of Arabic for decimals and thousands
    as `.` and `,`; every character keeps its place.
    """
    if text.isascii():
        return text
    marked = text.replace("\u066b", ".").replace("\u066c", ",")
    return _OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), marked)
