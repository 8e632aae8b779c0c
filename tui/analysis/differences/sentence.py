"""A passage as a sequence of words, numbers and marks, in which facts are found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from tui.analysis.memo import once_per_article
from tui.analysis.stemming import stemmer_of, stop_words_of
from tui.model import Article, Passage, Span

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:٫٬]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[$€£¥₹₩₽%°]|\S")
_BOUNDARIES = frozenset("; : . — – ( ) ! ? and but while whereas where although though".split())
"""Words and marks that end a clause; words beyond them belong to another statement."""

REPORTING = frozenset(
    """
    say said says saying tell told ask asked add added report reported reporting announce announced
    accord according state stated statement spokesman spokeswoman spokesperson official officials
    mr mrs ms dr percent per cent today yesterday tomorrow tonight local time night morning evening
    one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty
    seventy eighty ninety hundred thousand million billion trillion dozen half third quarter
    first second fourth fifth st nd rd th est edt pst pdt gmt utc et jan feb mar apr jun jul aug sep
    sept oct nov dec january february april june july august september october november december
    km mph kilometers miles feet pounds acres tons meters dollars euros years months days hours old
    """.split()
)
"""Words common in all reports, and words of amounts and dates."""

IRREGULAR_FORMS = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "died": "die", "dying": "die",
    "sold": "sell", "bought": "buy", "won": "win", "lost": "lose", "left": "leave", "shot": "shoot",
    "struck": "strike", "held": "hold", "sank": "sink", "sunk": "sink", "rose": "rise", "risen": "rise",
    "fell": "fall", "fallen": "fall", "began": "begin", "begun": "begin", "founded": "found",
    "found": "find", "paid": "pay", "lives": "life", "wives": "wife", "feet": "foot",
    "fed": "feed", "fired": "fire", "took": "take", "stolen": "steal", "stole": "steal",
}  # fmt: skip
"""Forms that the stemmer cannot unite; only words that facts use."""


class Word(Struct, frozen=True):
    """A word, number or mark of a passage."""

    text: str
    folded: str
    """The text, case folded."""
    stem: str
    start: int
    """Character offset into the passage's text."""
    end: int
    is_content: bool
    """Whether it is a content word: no stop word, and none of REPORTING."""

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


class Sentence:
    """One passage with its words. A place is the number of a word, from 0."""

    def __init__(self, article: Article, passage: Passage, language: str) -> None:
        self.article = article
        self.passage = passage
        self.text = passage.text
        self.language = language
        self.words = _words(passage.text, language)

    def __len__(self) -> int:
        return len(self.words)

    def folded(self, place: int) -> str:
        """The word at that place, case folded; "" outside the passage."""
        return self.words[place].folded if 0 <= place < len(self.words) else ""

    def span(self, first: int, end: int) -> Span:
        """The span of the words from `first` to before `end` in the article's text."""
        start = self.passage.span.start
        return Span(start + self.words[first].start, start + self.words[end - 1].end)

    def written(self, first: int, end: int) -> str:
        """The words from `first` to before `end` as the article writes them."""
        return self.text[self.words[first].start : self.words[end - 1].end]

    def joined(self, place: int) -> bool:
        """Whether the word follows the one before it without a space."""
        return 0 < place < len(self.words) and self.words[place - 1].end == self.words[place].start

    def before(self, place: int, most: int = 9) -> Iterator[Word]:
        """The words before a place, the nearest first, up to the end of the clause; `most` at most."""
        for k in range(place - 1, max(-1, place - 1 - most), -1):
            if self.words[k].folded in _BOUNDARIES:
                return
            yield self.words[k]

    def after(self, place: int, most: int = 9) -> Iterator[Word]:
        """The words from a place on, up to the end of the clause; `most` at most."""
        for k in range(place, min(len(self.words), place + most)):
            if self.words[k].folded in _BOUNDARIES:
                return
            yield self.words[k]

    @cached_property
    def content_stems(self) -> frozenset[str]:
        """The stems of its content words."""
        return frozenset(word.stem for word in self.words if word.is_content)


@once_per_article
def sentence_of(article: Article, index: int, language: str) -> Sentence:
    """The passage with that index, with its words."""
    return Sentence(article, article.passages[index], language)


def _words(text: str, language: str) -> tuple[Word, ...]:
    matches = list(_TOKEN.finditer(text))
    lows = [match.group().casefold().replace("’", "'") or " " for match in matches]
    bare = [low[:-2] if low.endswith("'s") and len(low) > 2 else low for low in lows]
    united = [IRREGULAR_FORMS.get(low, low) for low in bare] if language in ("en", "") else bare
    stemmer = stemmer_of(language or "en")
    stems = stemmer.stemWords(united) if stemmer else united
    stops = stop_words_of(language or "en")
    return tuple(
        Word(
            match.group(), low, stem, match.start(), match.end(),
            match.group()[0].isalpha() and plain not in stops and plain not in REPORTING and len(plain) > 1,
        )
        for match, low, plain, stem in zip(matches, lows, bare, stems, strict=True)
    )  # fmt: skip
