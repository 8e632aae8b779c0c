"""Label the paragraphs of a page that are not article text: headlines, captions, bylines, navigation.

Every rule needs a whole paragraph of a shape that sentences do not have, or two cues at once. When in
doubt a paragraph is article text: losing a sentence is worse than showing a caption.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from itertools import takewhile

from tui.model import Kind
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.passages.cues.navigation import is_navigation, without_glued_labels
from tui.sources.passages.cues.people import (
    announces_authors,
    biography_name,
    has_address,
    is_byline,
    is_contact,
    is_contribution,
    is_name,
    is_role,
    life_name,
)
from tui.sources.passages.cues.pictures import caption_words, is_copyright, is_credit
from tui.sources.passages.cues.time import is_timestamp

__all__ = ["label_paragraph", "label_paragraphs", "without_glued_labels"]

MAX_HEADLINE_WORDS = 30
MAX_BOILERPLATE_CHARACTERS = 900
"""A longer paragraph is article text."""
MAX_LABELLED = 5000
"""A text with more paragraphs is no page, but a book, a log or a list: all of it is article text."""
MIN_LIST = 5
"""Paragraphs from which a text of nothing but names and dates is a list of them."""
MIN_SIGNED = 5
"""Body paragraphs from which a bare name that is the last one signs the text."""
MAX_LIVES = 4
"""Paragraphs on the lives of the authors, below a line that announces them or at the end."""
_SIGN = lazy_pattern(
    r"\((?![IVX]+\)|[a-z]\)|\d)[\w-]{1,6}(?:[/,] ?[\w-]{1,6}){0,3}\)|[A-Z]{2,6}|[a-z]{1,4}/[A-Za-z]{2,5}"
)
"""The sign of a writer or an agency below a text: `(dmk)`, `GIS`, `aja/PAP`."""
_MAX_SIGN = 32
"""Characters of the longest one."""
_LAST = 2
"""Last paragraphs of a body, one of which may tell who wrote it."""
_TOP = 6
"""Body paragraphs below the headline that may repeat it."""

# A headline may end in `?`, `!`, a quotation mark or an abbreviation such as `U.S.`
_SENTENCE_STOPS, _CLOSING = frozenset(".。।။۔:;,"), "\"'”’»)]"
_INITIALS = lazy_pattern(r"[A-Z]\.[A-Z]")

# Cues within a paragraph, the most reliable first.
_CUES: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    (Kind.NAVIGATION, is_navigation),
    (Kind.TIMESTAMP, is_timestamp),
    (Kind.CREDIT, is_credit),
    (Kind.CREDIT, is_copyright),
    (Kind.CREDIT, is_contribution),
    (Kind.BYLINE, is_byline),
    (Kind.BIOGRAPHY, is_contact),
    (Kind.CAPTION, caption_words),
)


def label_paragraphs(
    paragraphs: Sequence[str], known: Sequence[Kind | None] = (), authors: str = ""
) -> list[Kind]:
    """The kind of each paragraph. Kinds in `known`, from the source's markup, take precedence.

    `authors` are those that the source names.

    In a list of names or dates the cues are wrong: all its paragraphs are article text.
    """
    markup = [*known, *[None] * (len(paragraphs) - len(known))]
    if len(paragraphs) <= MAX_LABELLED:
        kinds = _label_by_cues(paragraphs, markup, authors)
        if len(paragraphs) < MIN_LIST or not set(kinds) <= {Kind.BYLINE, Kind.TIMESTAMP}:
            return kinds
    return [kind or Kind.BODY for kind in markup]


def label_paragraph(text: str) -> Kind:
    """The kind of a paragraph for itself, as `label_paragraphs` has it for a text of this one."""
    kind = _kind_by_itself(text)
    if (
        kind is Kind.BODY
        and len(text) <= MAX_BOILERPLATE_CHARACTERS
        and has_address(text)
        and biography_name(text)
    ):
        return Kind.BIOGRAPHY
    return kind


@cache
def _cues_of(kinds: frozenset[Kind]) -> tuple[Callable[[str], object], ...]:
    return tuple(has_cue for kind, has_cue in _CUES if kind in kinds)


def label_among(text: str, kinds: frozenset[Kind]) -> Kind | None:
    """The kind of a paragraph for itself if it is one of some kinds; faster if these are few."""
    if len(text) > MAX_BOILERPLATE_CHARACTERS or not any(has_cue(text) for has_cue in _cues_of(kinds)):
        return None
    kind = _kind_by_itself(text)
    return kind if kind in kinds else None


def _label_by_cues(paragraphs: Sequence[str], markup: Sequence[Kind | None], authors: str) -> list[Kind]:
    """The kind of each paragraph: that of its markup, else by its cues and its neighbours."""
    kinds = [kind or _kind_by_itself(text) for text, kind in zip(paragraphs, markup, strict=True)]
    _label_captions(paragraphs, kinds)
    _label_names(paragraphs, kinds, authors)
    _label_biographies(paragraphs, kinds, authors)
    _label_lives(paragraphs, kinds)
    _label_headline(paragraphs, kinds)
    return kinds


def _kind_by_itself(text: str) -> Kind:
    """The kind of a paragraph, regardless of the others."""
    if len(text) > MAX_BOILERPLATE_CHARACTERS:
        return Kind.BODY
    return next((kind for kind, has_cue in _CUES if has_cue(text)), Kind.BODY)


def _label_captions(paragraphs: Sequence[str], kinds: list[Kind]) -> None:
    """Label captions without a credit that are repeated elsewhere with it.

    A caption often occurs twice, for the picture and for its large view. The second is labelled as
    credit, so that it is not linked again.
    """
    if Kind.CAPTION not in kinds:
        return
    words = [
        (caption_words(text) or text.strip()) if len(text) <= MAX_BOILERPLATE_CHARACTERS else ""
        for text in paragraphs
    ]
    captions = {caption for caption, kind in zip(words, kinds, strict=True) if kind is Kind.CAPTION}
    seen: set[str] = set()
    for number, caption in enumerate(words):
        if caption and caption in captions and kinds[number] in (Kind.BODY, Kind.CAPTION):
            kinds[number] = Kind.CREDIT if caption in seen else Kind.CAPTION
            seen.add(caption)


def _label_names(paragraphs: Sequence[str], kinds: list[Kind], authors: str) -> None:
    """Label bare names as bylines: in `authors`, at the end, twice, or above a time, role or life."""
    names = Counter(
        text for text, kind in zip(paragraphs, kinds, strict=True) if kind is Kind.BODY and is_name(text)
    )
    body = [number for number, kind in enumerate(kinds) if kind is Kind.BODY]
    signed = body[-1] if len(body) >= MIN_SIGNED and paragraphs[body[-2]] not in names else -1
    authors = authors.casefold()
    for number, text in enumerate(paragraphs):
        if kinds[number] is not Kind.BODY or text not in names:
            continue
        below = paragraphs[number + 1] if number + 1 < len(paragraphs) else ""
        is_author = is_timestamp(below) or is_role(below) or biography_name(below) == text
        if is_author or names[text] > 1 or number == signed or text.casefold() in authors:
            kinds[number] = Kind.BYLINE


def _label_biographies(paragraphs: Sequence[str], kinds: list[Kind], authors: str) -> None:
    """Label "Jane Doe is a reporter ..." if she has a byline or an address, and roles beside such lines."""
    bylines = (text for text, kind in zip(paragraphs, kinds, strict=True) if kind is Kind.BYLINE)
    authors = " | ".join((authors, *bylines)).casefold()
    people = (Kind.BYLINE, Kind.BIOGRAPHY)
    for number, text in enumerate(paragraphs):
        if kinds[number] is not Kind.BODY or len(text) > MAX_BOILERPLATE_CHARACTERS:
            continue
        name = biography_name(text)
        if (name and (name.casefold() in authors or has_address(text))) or (
            authors and (life := life_name(text)[0]) and life.casefold() in authors
        ):
            kinds[number] = Kind.BIOGRAPHY
        elif is_role(text) and any(k in people for k in kinds[max(number - 1, 0) : number + 2]):
            kinds[number] = Kind.BYLINE


def _label_lives(paragraphs: Sequence[str], kinds: list[Kind]) -> None:
    """Label what stands below "About the author", and at the end the life of somebody not named before."""
    for number, text in enumerate(paragraphs):
        if announces_authors(text):
            kinds[number] = Kind.NAVIGATION
            below = takewhile(lambda n: kinds[n] is not Kind.HEADLINE, range(number + 1, len(kinds)))
            lives = [n for n in below if kinds[n] is Kind.BODY]
            above = sum(len(paragraphs[n]) for n in range(number) if kinds[n] is Kind.BODY)
            if len(lives) <= MAX_LIVES and sum(len(paragraphs[n]) for n in lives) <= above:
                for life in lives:
                    kinds[life] = Kind.BIOGRAPHY
    body = [number for number, kind in enumerate(kinds) if kind is Kind.BODY]
    for number in body[max(1, len(body) - _LAST) :]:
        text = paragraphs[number]
        if number == body[-1] and len(sign := text.strip()) <= _MAX_SIGN and _SIGN.fullmatch(sign):
            kinds[number] = Kind.CREDIT
            continue
        name, writes = life_name(text) if len(text) <= MAX_BOILERPLATE_CHARACTERS else ("", False)
        last = name.rpartition(" ")[2]
        if writes and not any(last in paragraphs[n] for n in range(len(kinds)) if n != number):
            kinds[number] = Kind.BIOGRAPHY


def _label_headline(paragraphs: Sequence[str], kinds: list[Kind]) -> None:
    """Label the first body paragraph if it is short, does not end like a sentence, and more follows."""
    body = [number for number, kind in enumerate(kinds) if kind is Kind.BODY]
    if len(body) < 2 or Kind.HEADLINE in kinds[: body[0]]:
        return
    first = body[0]
    headline = paragraphs[first]
    if len(headline.split()) > MAX_HEADLINE_WORDS or _ends_as_sentence(headline):
        return
    repeats = [n for n in body[1 : _TOP + 1] if _words_only(paragraphs[n]) == _words_only(headline)]
    if len(repeats) + 1 < len(body):
        for number in (first, *repeats):
            kinds[number] = Kind.HEADLINE


def _ends_as_sentence(text: str) -> bool:
    """Whether a stop, comma or colon ends a text, and not the initials of a name: `in the U.S.`"""
    bare = text.rstrip(_CLOSING)
    return bare[-1:] in _SENTENCE_STOPS and not _INITIALS.fullmatch(bare[-4:-1])


def _words_only(text: str) -> str:
    return re.sub(r"\W+", " ", text[:MAX_BOILERPLATE_CHARACTERS]).strip().casefold()
