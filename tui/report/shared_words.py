"""Spans of the shared words in the passages of a link."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.stemming import stemmer_of
from tui.analysis.tokens import normal_form, token_offsets
from tui.model import Evidence, Span


def shared_words(evidence: Evidence, text: str, language: str, evidence_language: str) -> list[Span]:
    """Spans of the shared words and runs in a passage, in order and without overlap.

    Words match in any of their forms. `language` is that of the passage, `evidence_language` that of
    the left article, which the evidence quotes; both are ISO 639-1 codes, or empty.
    """
    places = token_offsets(text)
    stems = _stems(text, language)
    single = (*evidence.terms, *evidence.names, *evidence.numbers, *evidence.dates)
    shared = {stem for words in single for stem in _stems(words, evidence_language)}
    ranges = [(k, k + 1) for k, stem in enumerate(stems) if stem in shared]
    for run in (evidence.quotation, evidence.copied):
        ranges += _runs(_stems(run, evidence_language), stems)
    return _merged([Span(places[start][0], places[stop - 1][1]) for start, stop in ranges])


def _stems(text: str, language: str) -> list[str]:
    words = [normal_form(text[start:end]) for start, end in token_offsets(text)]
    stemmer = stemmer_of(language)
    return list(stemmer.stemWords(words)) if stemmer else words


def _runs(run: Sequence[str], words: Sequence[str]) -> list[tuple[int, int]]:
    """Every occurrence of the run among the words, as half-open ranges."""
    length = len(run)
    starts = range(len(words) - length + 1) if length else range(0)
    return [(k, k + length) for k in starts if list(words[k : k + length]) == list(run)]


def _merged(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, overlapping ones merged."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
