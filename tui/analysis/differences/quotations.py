"""The quotations of an article, word by word. One that `he said` interrupts is one."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from tui.analysis.memo import once_per_article
from tui.analysis.quotation_marks import quotation_offsets
from tui.analysis.stemming import stemmer_of, stop_words_of
from tui.analysis.tokens import normal_form, token_offsets
from tui.model import Article, Span

_MAX_WORDS = 300
"""Words of a quotation that are compared."""
_MAX_BETWEEN = 9
"""Words of a `he said` between two parts of one quotation."""
_CONTRACTIONS = (
    ("can't", "can not"), ("cannot", "can not"), ("won't", "will not"), ("n't", " not"), ("'re", " are"),
    ("'ll", " will"), ("'ve", " have"), ("'m", " am"), ("it's", "it is"), ("that's", "that is"),
    ("there's", "there is"), ("he's", "he is"), ("she's", "she is"), ("what's", "what is"),
    ("gonna", "going to"), ("'d", " would"),
)  # fmt: skip
_SAME = {
    "ok": "okay", "yeah": "yes",
    "towards": "toward", "whom": "who", "gotta": "must", "1": "one", "2": "two", "3": "three", "4": "four",
    "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine", "10": "ten",
}  # fmt: skip
"""Spellings of one spoken word."""
_SAYS = re.compile(
    r"\b(?:said|says|say|told|tells|added|adds|wrote|writes|tweeted|continued|asked|explained|noted|declared"
    r"|insisted|argued|replied|recalled|stated|warned|concluded|went on|according to)\b",
    re.I,
)
_SAYS_MORE = re.compile(
    r"\b(?:saying|adding|noting|stating|explaining|writing|insisting|arguing)[\s,:]*$", re.I
)
"""Ends with what introduces another quotation: `he told the paper, saying`."""
_INTO_SENTENCE = re.compile(
    r"\b(?:an?|the|this|that|his|her|its|their|our|my|your|of|as|by|for|from|in|into|on|to|with)\s*$", re.I
)
"""Ends with what takes a few quoted words into its own sentence: `Kerry said, describing a`."""
_TITLE = re.compile(
    r"\b(?:book|memoir|novel|film|movie|documentary|song|album|show|series|play|essay|column|titled|entitled)"
    r"[\s,:]*$",
    re.I,
)
"""Ends with what a title in quotation marks is of."""
_TITLE_WORD, _MIN_CAPITALS, _MAX_TITLE = 5, 3, 12
"""Letters from which a word has a capital in a title; fewest words with one, and most words of a title."""
_BRACKETED = re.compile(r"\[[^\]\n]{0,60}\]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n")
_CONTENT_STOP_WORDS = frozenset("no not never none nothing some any all every must may can will".split())
"""Stop words that turn the meaning of a quotation round; they count as content words."""


class Quotation(Struct, frozen=True, dict=True):
    """One quotation of an article. Tuples go word by word."""

    span: Span
    """Span including the quotation marks, from the first part to the last."""
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
    sentences: tuple[int, ...] = ()
    """Number of the sentence of each word, from 0 in each quotation."""
    parts: tuple[int, ...] = ()
    """Number of the part of each word, from 0: a `he said` begins a new one."""

    @property
    def content_words(self) -> int:
        """The number of its content words."""
        return sum(self.content)

    @cached_property
    def content_stems(self) -> frozenset[str]:
        """The stems of its content words."""
        return frozenset(stem for stem, content in zip(self.stems, self.content, strict=True) if content)


@once_per_article
def find_quotations(article: Article, language: str) -> list[Quotation]:
    """The quotations of an article that have a word, in order."""
    starts = [passage.span.start for passage in article.passages]
    quotations: list[Quotation] = []
    marked = [Span(*offsets) for offsets in quotation_offsets(article.text)]
    for parts in _joined(article.text, marked, language):
        passage = bisect_right(starts, parts[0].start) - 1
        quotation = _quotation(article.text, parts, passage, language)
        if quotation.words and passage >= 0:
            quotations.append(quotation)
    return quotations


def _joined(text: str, spans: list[Span], language: str) -> list[list[Span]]:
    """The parts of each quotation: `he said` or nothing stands between them.

    A first part that is a fragment of the narration (`called it "a sham," he said`) is not joined.
    """
    joined: list[list[Span]] = []
    for span in spans:
        title = language in ("en", "") and _is_title(span.cut(text))
        if joined and not title and _continues(text, joined[-1][-1], span):
            joined[-1].append(span)
        else:
            joined.append([span])
    return joined


def _continues(text: str, before: Span, span: Span) -> bool:
    between = text[before.end : span.start]
    if "\n\n" in between:
        # A paragraph that does not close its quotation goes on in the next one.
        return not between.strip() and text[before.end - 1] not in "”\"»“'’"
    words = between.split()
    if _TITLE.search(between) or _SAYS_MORE.search(between) or _INTO_SENTENCE.search(between):
        return False
    said = len(words) <= _MAX_BETWEEN and _SAYS.search(between)
    fragment = len(before.cut(text).split()) < 3 or before.cut(text)[1:2].islower()
    return bool(said) and before.cut(text)[-2:-1] in ",.?!—–-…" and not fragment


def _is_title(quoted: str) -> bool:
    """Whether quoted words are the title of a work: `This Week with George Stephanopoulos`."""
    words = [quoted[a:b] for a, b in token_offsets(quoted)]
    long = [word for word in words if len(word) >= _TITLE_WORD]
    capitals = sum(word[0].isupper() for word in words if word != "I")
    written = bool(long) and all(word[0].isupper() for word in long)
    return written and capitals >= _MIN_CAPITALS and len(words) <= _MAX_TITLE


def _quotation(text: str, parts: list[Span], passage: int, language: str) -> Quotation:
    words: list[str] = []
    spans: list[Span] = []
    bracketed: list[bool] = []
    sentences: list[int] = []
    part_numbers: list[int] = []
    number = 0
    for part_number, (part, after) in enumerate(zip(parts, [*parts[1:], None], strict=True)):
        quoted = part.cut(text)
        insertions = [match.span() for match in _BRACKETED.finditer(quoted)]
        ends = [match.end() for match in _SENTENCE_END.finditer(quoted)]
        for start, end in token_offsets(quoted):
            for word in _spoken(normal_form(quoted[start:end])):
                words.append(word)
                spans.append(Span(part.start + start, part.start + end))
                bracketed.append(any(a <= start < b for a, b in insertions))
                sentences.append(number + bisect_right(ends, start))
                part_numbers.append(part_number)
        ended = quoted[-2:-1] in ".!?" or (after and "." in text[part.end : after.start])
        number += len(ends) + bool(ended)
    for by_word in (words, spans, bracketed, sentences, part_numbers):
        del by_word[_MAX_WORDS:]
    stemmer = stemmer_of(language or "en")
    stop_words = stop_words_of(language or "en")
    stems = stemmer.stemWords(words) if stemmer else words
    content = tuple(word not in stop_words or word in _CONTENT_STOP_WORDS for word in words)
    whole = Span(parts[0].start, parts[-1].end)
    return Quotation(
        whole,
        passage,
        tuple(words),
        tuple(spans),
        tuple(stems),
        content,
        tuple(bracketed),
        tuple(sentences),
        tuple(part_numbers),
    )


def _spoken(word: str) -> list[str]:
    """The words that are spoken: `did`, `not` for `didn't`, `okay` for `O.K.`"""
    for short, long in _CONTRACTIONS:
        if word == short or (word.endswith(short) and short[0] in "'n" and len(word) > len(short)):
            return f"{word[: len(word) - len(short)]}{long}".split()
    return [_SAME.get(word, word)]
