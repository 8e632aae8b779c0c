"""Where in its two passages the evidence of a link stands."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.stemming import stemmer_of
from tui.analysis.tokens import normal_form, token_offsets
from tui.model import Evidence, Span


def shared_words(evidence: Evidence, text: str, language: str, written_in: str) -> list[Span]:
    """Where the shared words and runs of words stand in a passage, in order and without overlap.

    Words count in any of their forms. `language` is that of the passage, `written_in` that of the left
    article, whose words the evidence gives; both ISO 639-1 codes, or empty.
    """
    places = token_offsets(text)
    stems = _stems(text, language)
    single = (*evidence.terms, *evidence.names, *evidence.numbers, *evidence.dates)
    wanted = {stem for words in single for stem in _stems(words, written_in)}
    found = [(k, k + 1) for k, stem in enumerate(stems) if stem in wanted]
    for run in (evidence.quotation, evidence.copied):
        found += _runs(_stems(run, written_in), stems)
    return _joined([Span(places[start][0], places[stop - 1][1]) for start, stop in found])


def _stems(text: str, language: str) -> list[str]:
    words = [normal_form(text[start:end]) for start, end in token_offsets(text)]
    stemmer = stemmer_of(language)
    return list(stemmer.stemWords(words)) if stemmer else words


def _runs(run: Sequence[str], words: Sequence[str]) -> list[tuple[int, int]]:
    """Every place where the run stands among the words, as half-open ranges."""
    length = len(run)
    starts = range(len(words) - length + 1) if length else range(0)
    return [(k, k + length) for k in starts if list(words[k : k + length]) == list(run)]


def _joined(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, those that overlap made one."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
