"""The words, stems and marks of a passage, prepared once for all comparisons."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property
from itertools import chain, compress

from msgspec import Struct

from tui.analysis.memo import held_by
from tui.analysis.progress import ProgressCallback, no_progress, subrange, with_progress
from tui.analysis.stemming import stemmer_of, stop_words_of
from tui.analysis.tokens import Offsets, SplitText, normal_form, quotation_offsets, split_tokens
from tui.model import Article, Passage
from tui.sources.passages.language import detect_language


class Profile(Struct, frozen=True, dict=True):
    """One passage in normal forms. A content word is any word but a stop word. Tuples go word by word."""

    passage: Passage
    forms: tuple[str, ...]
    """Its words as written."""
    gaps: tuple[str, ...]
    """The text before each word, back to the word before it."""
    starts: tuple[int, ...]
    """The start of each word in the passage's text."""
    words: tuple[str, ...]
    """Its words in normal form, stop words too."""
    stems: tuple[str, ...]
    content_places: tuple[int, ...]
    """The places of its content words, from 0."""
    quoted: tuple[bool, ...]
    """Whether each word stands inside quotation marks."""
    stem_set: frozenset[str]
    """Its stems, those of stop words too."""
    content_stems: frozenset[str]
    """The stems of its content words."""
    names: frozenset[str]
    """Stems of content words with a capital, the first word of the passage left out."""
    numbers: frozenset[str]
    language: str = ""

    @cached_property
    def sorted_content(self) -> str:
        """Its content words in alphabetical order."""
        return " ".join(sorted([self.words[k] for k in self.content_places]))

    def text_of(self, first: int, last: int = -1) -> str:
        """One word as written, or the text from one word to another."""
        if last <= first:
            return self.forms[first]
        return self.passage.text[self.starts[first] : self.starts[last] + len(self.forms[last])]

    def adjoins(self, place: int) -> bool:
        """Whether nothing but a space or hyphens parts the word from the one before it."""
        gap = self.gaps[place]
        return gap == " " or not gap.strip(" -")


WordInfo = tuple[str, str, str, bool, bool, bool]
"""A written word analysed: the word, one string for all its places; its normal form; its stem;
whether it is a content word; whether it is one with a capital; whether it is a number. A tuple, since a
class takes longer to make."""


class Lexicon(dict[str, WordInfo]):
    """The written words of one language, each analysed once, however often it stands in the articles."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self._stemmer = stemmer_of(language)
        self._stop_words = stop_words_of(language)

    def learn(self, forms: Iterable[str]) -> None:
        """Analyse those written words that are new."""
        new = [form for form in dict.fromkeys(forms) if form not in self]
        words = list(map(normal_form, new))
        stems = self._stemmer.stemWords(words) if self._stemmer else words
        for form, word, stem in zip(new, words, stems, strict=True):
            content = self._is_content(word, form)
            self[form] = form, word, stem, content, content and form[0].isupper(), word[0].isdigit()

    @property
    def stems(self) -> frozenset[str]:
        """The stems of all words."""
        return frozenset(stem for _, _, stem, *_ in self.values())

    @property
    def numbers(self) -> frozenset[str]:
        """The words that are numbers."""
        return frozenset(word for _, word, *_, is_number in self.values() if is_number)

    def _is_content(self, word: str, form: str) -> bool:
        """Whether it is a content word. Capitals tell "US" and "WHO" from "us" and "who"."""
        if word in self._stop_words or ("'" in word and word.partition("'")[0] in self._stop_words):
            return len(form) > 1 and form.isupper()
        return True


def profiles(
    article: Article,
    lexicons: dict[str, Lexicon] | None = None,
    report_share: ProgressCallback = no_progress,
) -> list[Profile]:
    """The profiles of the linkable passages of an article, in order. Nobody may change the list.

    `lexicons`, by language, may be shared by several articles.
    """
    return held_by(article, "profiles", lambda: _profiles(article, lexicons, report_share))


def _profiles(
    article: Article, lexicons: dict[str, Lexicon] | None, report_share: ProgressCallback
) -> list[Profile]:
    language = article.language or detect_language(article.text)
    lexicon = ({} if lexicons is None else lexicons).setdefault(language, Lexicon(language))
    in_quotation = _quotation_mask(quotation_offsets(article.text), len(article.text))
    linkable = [passage for passage in article.passages if passage.linkable]
    reading = with_progress(linkable, len(linkable), subrange(report_share, 0.0, 0.4))
    texts = [split_tokens(passage.text) for passage in reading]
    lexicon.learn(chain.from_iterable([forms for forms, _, _ in texts]))
    both = zip(linkable, texts, strict=True)
    return [
        _profile(passage, text, lexicon, in_quotation)
        for passage, text in with_progress(both, len(linkable), subrange(report_share, 0.4, 1.0))
    ]


def lexicon_of(article: Article) -> Lexicon:
    """The words of the linkable passages of an article."""
    lexicon = Lexicon(article.language or detect_language(article.text))
    for passage in article.passages:
        if passage.linkable:
            lexicon.learn(split_tokens(passage.text)[0])
    return lexicon


def some_profiles(article: Article, lexicon: Lexicon, indices: Collection[int]) -> Iterator[Profile]:
    """The profiles of some linkable passages of an article, in order, one after the other.

    All profiles of 6,000 sentences would take 14 MB. `lexicon` has the words of the article.
    """
    in_quotation = _quotation_mask(quotation_offsets(article.text), len(article.text))
    for passage in article.passages:
        if passage.linkable and passage.index in indices:
            yield _profile(passage, split_tokens(passage.text), lexicon, in_quotation)


def _quotation_mask(spans: list[Offsets], length: int) -> bytearray:
    """One byte per character of the text: 1 inside a quotation."""
    mask = bytearray(length)
    for start, end in spans:
        mask[start:end] = b"\1" * (end - start)
    return mask


@cache
def _none_quoted(count: int) -> tuple[bool, ...]:
    """Flags for words without a quotation: most passages, which share one tuple for each length."""
    return (False,) * count


_NO_WORDS: tuple[tuple[()], ...] = ((),) * 6


def _profile(passage: Passage, text: SplitText, lexicon: Lexicon, in_quotation: bytearray) -> Profile:
    written, gaps, starts = text
    known = map(lexicon.__getitem__, written)
    forms, words, stems, content, capital, number = zip(*known, strict=True) if written else _NO_WORDS
    begin, end = passage.span.start, passage.span.end
    has_quotation = in_quotation.find(1, begin, end) >= 0
    return Profile(
        passage=passage,
        forms=forms,
        gaps=tuple(gaps),
        starts=tuple(starts),
        words=words,
        stems=stems,
        content_places=tuple(compress(range(len(forms)), content)),
        quoted=(
            tuple([in_quotation[begin + start] == 1 for start in starts])
            if has_quotation
            else _none_quoted(len(forms))
        ),
        stem_set=frozenset({*stems}),  # a copy of a set takes half the memory of one that grew
        content_stems=frozenset(compress(stems, content)),
        names=frozenset(compress(stems[1:], capital[1:])),
        numbers=frozenset(compress(words, number)),
        language=lexicon.language,
    )
