"""What the comparison needs to know of a passage, worked out once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property
from itertools import chain, compress

from msgspec import Struct

from tui.analysis.progress import ProgressCallback, no_progress, subrange, with_progress
from tui.analysis.stemming import stemmer_of, stop_words_of
from tui.analysis.tokens import Offsets, SplitText, normal_form, quotation_offsets, split_tokens
from tui.model import Article, Passage
from tui.sources.passages.language import detect_language


class Profile(Struct, frozen=True, dict=True):
    """The normal forms of one passage. Tuples go word by word."""

    passage: Passage
    forms: tuple[str, ...]
    """Its words as it writes them."""
    gaps: tuple[str, ...]
    """What stands before each word."""
    starts: tuple[int, ...]
    """Where each word starts in the passage's text."""
    words: tuple[str, ...]
    """Its words in normal form, stop words too."""
    stems: tuple[str, ...]
    kept: tuple[int, ...]
    """Places of the words that carry news."""
    inside: tuple[bool, ...]
    """Whether a word stands inside quotation marks."""
    vocabulary: frozenset[str]
    """Its stems, stop words too."""
    content: frozenset[str]
    """The stems of the words that carry news."""
    names: frozenset[str]
    """Stems of words with a capital that carry news and do not begin the passage."""
    numbers: frozenset[str]
    language: str = ""

    @cached_property
    def ordered(self) -> str:
        """The words that carry news, in alphabetical order."""
        return " ".join(sorted([self.words[k] for k in self.kept]))

    def written(self, first: int, last: int = -1) -> str:
        """A word as the article writes it, or the stretch from one word to another."""
        if last <= first:
            return self.forms[first]
        return self.passage.text[self.starts[first] : self.starts[last] + len(self.forms[last])]

    def joined(self, place: int) -> bool:
        """Whether nothing but a blank or a hyphen stands before that word."""
        gap = self.gaps[place]
        return gap == " " or not gap.strip(" -")


WordInfo = tuple[str, str, str, bool, bool, bool]
"""What a written word says by itself: the word, one string for all its places, its normal form, its stem,
whether it carries news, whether it does and has a capital, and whether it is a number. A class of its own
would say the same, slower to make."""


class Lexicon(dict[str, WordInfo]):
    """The written words of one language, each looked at once, however often it stands in the articles."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self._stemmer = stemmer_of(language)
        self._stops = stop_words_of(language)

    def learn(self, forms: Iterable[str]) -> None:
        """Look at those written words that are new."""
        new = [form for form in dict.fromkeys(forms) if form not in self]
        words = list(map(normal_form, new))
        stems = self._stemmer.stemWords(words) if self._stemmer else words
        for form, word, stem in zip(new, words, stems, strict=True):
            carries = self._carries(word, form)
            self[form] = form, word, stem, carries, carries and form[0].isupper(), word[0].isdigit()

    def _carries(self, word: str, form: str) -> bool:
        """Whether a word carries news. Capitals tell "US" and "WHO" from "us" and "who"."""
        if word in self._stops or ("'" in word and word.partition("'")[0] in self._stops):
            return len(form) > 1 and form.isupper()
        return True


def profiles(
    article: Article, lexicons: dict[str, Lexicon] | None = None, tell: ProgressCallback = no_progress
) -> list[Profile]:
    """The profiles of the passages that may be linked, in order.

    `lexicons`, by language, may be shared by several articles.
    """
    language = article.language or detect_language(article.text)
    lexicon = ({} if lexicons is None else lexicons).setdefault(language, Lexicon(language))
    inside = _inside(quotation_offsets(article.text), len(article.text))
    linkable = [passage for passage in article.passages if passage.linkable]
    pieces = [
        split_tokens(passage.text)
        for passage in with_progress(linkable, len(linkable), subrange(tell, 0.0, 0.4))
    ]
    lexicon.learn(chain.from_iterable([forms for forms, _, _ in pieces]))
    both = with_progress(zip(linkable, pieces, strict=True), len(linkable), subrange(tell, 0.4, 1.0))
    return [_profile(passage, found, lexicon, inside) for passage, found in both]


def _inside(spans: list[Offsets], length: int) -> bytearray:
    """One byte per character of the text: 1 inside a quotation."""
    marks = bytearray(length)
    for start, end in spans:
        marks[start:end] = b"\1" * (end - start)
    return marks


@cache
def _outside(count: int) -> tuple[bool, ...]:
    """So many words without a quotation: most passages, which share one value for each length."""
    return (False,) * count


_NO_WORDS: tuple[tuple[()], ...] = ((),) * 6


def _profile(passage: Passage, pieces: SplitText, lexicon: Lexicon, inside: bytearray) -> Profile:
    found, gaps, starts = pieces
    known = map(lexicon.__getitem__, found)
    forms, words, stems, carries, named, number = zip(*known, strict=True) if found else _NO_WORDS
    above, end = passage.span.start, passage.span.end
    quoted = inside.find(1, above, end) >= 0
    return Profile(
        passage=passage,
        forms=forms,
        gaps=tuple(gaps),
        starts=tuple(starts),
        words=words,
        stems=stems,
        kept=tuple(compress(range(len(forms)), carries)),
        inside=tuple([inside[above + start] == 1 for start in starts]) if quoted else _outside(len(forms)),
        vocabulary=frozenset({*stems}),  # a copy of a set takes half the memory of one that grew
        content=frozenset(compress(stems, carries)),
        names=frozenset(compress(stems[1:], named[1:])),
        numbers=frozenset(compress(words, number)),
        language=lexicon.language,
    )
