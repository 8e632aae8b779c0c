"""What the comparison needs to know of a passage, worked out once."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from tui.analysis.language import detect_language, stemmer_of, stop_words_of
from tui.analysis.runs import places_of
from tui.analysis.text import Place, grams, normal, quotations, tokens
from tui.model import Article, Passage


class Profile(Struct, frozen=True, dict=True):
    """The normal forms of one passage. The tuples `spans`, `words`, `stems` go word by word."""

    passage: Passage
    spans: tuple[Place, ...]
    """Where its words stand in the passage's text."""
    words: tuple[str, ...]
    """Its words in normal form, stop words too."""
    stems: tuple[str, ...]
    kept: tuple[int, ...]
    """Places of the words that carry news."""
    inside: tuple[bool, ...]
    """Whether a word stands inside quotation marks."""
    numbers: frozenset[str]
    language: str = ""

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its stems, stop words too."""
        return frozenset(self.stems)

    @cached_property
    def content(self) -> frozenset[str]:
        """The stems of the words that carry news."""
        return frozenset([self.stems[k] for k in self.kept])

    @cached_property
    def ordered(self) -> str:
        """The words that carry news, in alphabetical order."""
        return " ".join(sorted([self.words[k] for k in self.kept]))

    @cached_property
    def grams(self) -> frozenset[str]:
        """Character 4-grams within its stems."""
        return frozenset(grams(self.vocabulary))

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """Its stems, with "" for every word outside quotation marks."""
        return tuple([s if i else "" for s, i in zip(self.stems, self.inside, strict=True)])

    @cached_property
    def unquoted(self) -> tuple[str, ...]:
        """Its stems, with "" for every word inside quotation marks."""
        return tuple(["" if i else s for s, i in zip(self.stems, self.inside, strict=True)])

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Its stems two by two: without a common one, two passages have no common run."""
        return frozenset(zip(self.stems, self.stems[1:], strict=False))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each stem stands."""
        return places_of(self.stems)

    @cached_property
    def quoted_places(self) -> dict[str, list[int]]:
        """Where each stem stands inside quotation marks."""
        return places_of(self.quoted) if any(self.inside) else {}

    @cached_property
    def unquoted_places(self) -> dict[str, list[int]]:
        """Where each stem stands outside quotation marks."""
        return places_of(self.unquoted)

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of words with a capital that do not begin the passage."""
        return frozenset([self.stems[k] for k in self.kept if k and self.written(k)[0].isupper()])

    def written(self, first: int, last: int = -1) -> str:
        """A word as the article writes it, or the stretch from one word to another."""
        return self.passage.text[self.spans[first][0] : self.spans[last if last > first else first][1]]


def profiles(article: Article) -> list[Profile]:
    """The profiles of the passages that may be linked, in order."""
    language = article.language or detect_language(article.text)
    inside = _inside(quotations(article.text), len(article.text))
    return [_profile(p, language, inside) for p in article.passages if p.linkable]


def _inside(spans: list[Place], length: int) -> bytearray:
    """One byte per character of the text: 1 inside a quotation."""
    marks = bytearray(length)
    for start, end in spans:
        marks[start:end] = b"\1" * (end - start)
    return marks


def _profile(passage: Passage, language: str, inside: bytearray) -> Profile:
    spans = tokens(passage.text)
    written = [passage.text[start:end] for start, end in spans]
    words = [normal(token) for token in written]
    stemmer = stemmer_of(language)
    stems = stemmer.stemWords(words) if stemmer else words
    stops = stop_words_of(language)
    above = passage.span.start
    return Profile(
        passage=passage,
        spans=tuple(spans),
        words=tuple(words),
        stems=tuple(stems),
        kept=tuple(k for k, word in enumerate(words) if _carries(word, written[k], stops)),
        inside=tuple([inside[above + start] == 1 for start, _ in spans]),
        numbers=frozenset(word for word in words if word[0].isdigit()),
        language=language,
    )


def _carries(word: str, written: str, stops: frozenset[str]) -> bool:
    """Whether a word carries news. Capitals tell "US" and "WHO" from "us" and "who"."""
    if word in stops or word.partition("'")[0] in stops:
        return len(written) > 1 and written.isupper()
    return True
