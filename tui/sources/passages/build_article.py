"""Build an article from a reader's draft: cut and label passages, find title, day and language."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tui.model import Article, Kind, Passage, Span
from tui.sources.clean import clean_line
from tui.sources.draft import Draft
from tui.sources.errors import LoadError, display_name
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.passages.boilerplate import label_paragraphs, without_glued_labels
from tui.sources.passages.language import detect_language
from tui.sources.passages.references import reference_entries
from tui.sources.passages.segmentation import split_sentences
from tui.sources.publication_date import DAY_FIRST_LANGUAGES, is_update, iso_day

TITLE_WORDS = 10
"""First words of the body, taken for a missing headline."""

_BREAK = "\n\n"
_WORDS = lazy_pattern(r"\w\W+\w")
_WORD = lazy_pattern("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\\w+")
"""A word, or one letter of a script without spaces between words."""


def build_article(draft: Draft, source: str, language: str = "") -> Article:
    """Build the article of a draft. Raises LoadError if it has no text to compare.

    Its title is that of the draft, else the headline, else the first words of the body. `language` is its
    ISO 639-1 code, if the reader has given it.
    """
    texts = [block.text for block in draft.blocks]
    _check(texts, source)
    kinds = label_paragraphs(texts, [block.kind for block in draft.blocks], draft.byline)
    text = _BREAK.join(texts)
    language = language or _language(texts, kinds, draft.language)
    passages = tuple(_cut_passages(texts, kinds, language))
    if not any(passage.kind is Kind.BODY for passage in passages):
        raise LoadError(
            source,
            "only headlines, captions or page labels, no article text",
            "give the whole article",
        )
    return Article(
        title=draft.title or _title(passages),
        text=text,
        passages=passages,
        source=draft.source or display_name(source),
        published=draft.published or _published(passages, language) or draft.created,
        language=language,
        notes=draft.notes,
        byline=draft.byline,
        address=draft.address,
        retrieved=draft.retrieved,
    )


def _check(texts: list[str], source: str) -> None:
    if not texts:
        raise LoadError(source, "it is empty: no text in it", "give a file with an article")
    if _WORDS.search(texts[0]):
        return
    words = list(islice((word for text in texts for word in _WORD.finditer(text)), 2))
    if len(words) < 2:
        wrong = "only one word in it" if words else "no words in it, only punctuation"
        raise LoadError(source, wrong, "give a file with an article")


def _cut_passages(texts: list[str], kinds: list[Kind], language: str) -> Iterator[Passage]:
    index = start = 0
    entries = reference_entries(texts, kinds)
    for paragraph, (text, kind, entry) in enumerate(zip(texts, kinds, entries, strict=True)):
        whole = [(Span(0, len(text)), kind)]
        for span, part_kind in whole if entry else _parts(text, kind, language):
            moved = Span(start + span.start, start + span.end)
            yield Passage(index, paragraph, moved, part_kind, span.cut(text))
            index += 1
        start += len(text) + len(_BREAK)


def _parts(text: str, kind: Kind, language: str) -> Iterator[tuple[Span, Kind]]:
    """The spans of one paragraph's passages in its text, with their kinds."""
    if kind is not Kind.BODY:
        yield Span(0, len(text)), kind
        return
    start, end = without_glued_labels(text)
    if start:
        yield Span(0, start), Kind.NAVIGATION
    for span in split_sentences(text[start:end], language):
        yield Span(start + span.start, start + span.end), Kind.BODY
    if end < len(text):
        gap = len(text) - len(text[end:].lstrip())
        yield Span(gap, len(text)), Kind.NAVIGATION


def _title(passages: tuple[Passage, ...]) -> str:
    for passage in passages:
        if passage.kind is Kind.HEADLINE:
            return clean_line(passage.text)
    body = next(passage for passage in passages if passage.kind is Kind.BODY)
    words = body.text.split(maxsplit=TITLE_WORDS)
    if len(words) <= TITLE_WORDS:
        return clean_line(body.text)
    return clean_line(" ".join(words[:TITLE_WORDS])).rstrip(",;:…") + "…"


def _published(passages: tuple[Passage, ...], language: str) -> str:
    """The day on a line such as "Published: Feb. 25, 2022", the nearest to the beginning of the body.

    That of an update if there is no other.
    """
    first = next((passage.index for passage in passages if passage.kind is Kind.BODY), 0)
    stamps = [passage for passage in passages if passage.kind is Kind.TIMESTAMP]
    stamps.sort(key=lambda stamp: (is_update(stamp.text), abs(stamp.index - first)))
    day_first = language in DAY_FIRST_LANGUAGES
    return next(filter(None, (iso_day(stamp.text, day_first) for stamp in stamps)), "")


def _language(texts: list[str], kinds: list[Kind], declared: str) -> str:
    """The language of the body. What a source declares is believed unless the words are clearly another's."""
    body = (text for text, kind in zip(texts, kinds, strict=True) if kind is Kind.BODY)
    return detect_language(" ".join(islice(body, 100))[:20_000], declared)
