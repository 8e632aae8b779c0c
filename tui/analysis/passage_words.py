"""The words of one passage, as they are compared one by one with those of another."""

from __future__ import annotations

from collections.abc import Set

from msgspec import Struct
from msgspec.structs import replace

from tui.analysis.stemming import stemmer_of, stop_words_of
from tui.analysis.tokens import normal_form
from tui.analysis.unspaced_words import word_offsets
from tui.model import Span

NEGATIONS = frozenset("no not never none nor neither cannot without n't".split())
"""Stop words that change what is said."""


class PassageWords(Struct, frozen=True):
    """The words of a passage."""

    text: str
    spans: list[tuple[int, int]]
    forms: list[str]
    stems: list[str]
    content: list[bool]
    """Whether each says something by itself."""

    @classmethod
    def of(cls, text: str, language: str) -> PassageWords:
        spans = word_offsets(text, language)
        forms = [normal_form(text[start:end]) for start, end in spans]
        stemmer, stop_words = stemmer_of(language), stop_words_of(language)
        stems = list(stemmer.stemWords(forms)) if stemmer else forms
        content = [form in NEGATIONS or form not in stop_words for form in forms]
        return cls(text, spans, forms, stems, content)

    def telling(self, places: Set[int]) -> PassageWords:
        """The same words, of which those at some places say something by themselves too."""
        content = [content or place in places for place, content in enumerate(self.content)]
        return replace(self, content=content)

    def at(self, span: Span) -> range:
        """The places of the words within a span."""
        inside = [k for k, (start, end) in enumerate(self.spans) if start < span.end and end > span.start]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def phrase(self, first: int, last: int) -> str:
        """A run of words as written; a quotation mark without its partner is added or left out."""
        start, end = self.spans[first][0], self.spans[last][1]
        phrase = " ".join(self.text[start:end].split())
        opened, closed = phrase.count("“"), phrase.count("”")
        if opened > closed:
            ends = self.text[end : end + 2].strip(".,;").startswith("”")
            return f"{phrase}”" if ends else phrase.replace("“", "")
        if closed > opened:
            return f"“{phrase}" if self.text[:start].endswith("“") else phrase.replace("”", "")
        return phrase

    def telling_phrase(self, run: range) -> str:
        """A run without the words at its ends that say nothing by themselves, unless all are such."""
        content = [k for k in run if self.content[k]] or [*run]
        return self.phrase(content[0], content[-1])

    def is_name(self, place: int) -> bool:
        """Whether a word is written with a capital, and not at the start of a sentence."""
        start = self.spans[place][0]
        before = self.text[:start].rstrip(" \n“\"‘'(")
        return self.text[start].isupper() and before != "" and before[-1] not in ".!?:…"

    def weight(self, first: int, last: int) -> float:
        """How telling a run of words is: names and numbers count twice, words without content nothing."""
        words = (self.text[slice(*self.spans[k])] for k in range(first, last + 1) if self.content[k])
        return sum(2.0 if word[:1].isupper() or word[:1].isdigit() else 1.0 for word in words)
