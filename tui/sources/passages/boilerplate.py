"""Which paragraphs of a pasted page are not the article: headlines, captions, bylines, navigation.

Every rule wants a whole paragraph of a shape that sentences do not have, or two signs at once.
When in doubt a paragraph is article text: losing a sentence is worse than showing a caption.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from tui.model import Kind
from tui.sources.passages.cues.navigation import is_navigation, without_glued_labels
from tui.sources.passages.cues.people import (
    biography_name,
    has_address,
    is_byline,
    is_contact,
    is_contribution,
    is_name,
    is_role,
)
from tui.sources.passages.cues.pictures import caption_words, is_copyright, is_credit
from tui.sources.passages.cues.time import is_timestamp

__all__ = ["label", "without_glued_labels"]

MAX_HEADLINE_WORDS = 30
MAX_FURNITURE = 900
"""Characters: no label fits a longer paragraph."""
_TOP = 6
"""Body paragraphs below the headline among which it may be repeated."""

# A headline may end in `?`, `!`, a quotation mark or an abbreviation such as `U.S.`
_SENTENCE_END = re.compile(r"(?<![A-Z]\.[A-Z])[.。।။۔:;,][\"'”’»)\]]*$")

# The signs that a paragraph carries by itself, the surest first.
_SIGNS: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    (Kind.NAVIGATION, is_navigation),
    (Kind.TIMESTAMP, is_timestamp),
    (Kind.CREDIT, is_credit),
    (Kind.CREDIT, is_copyright),
    (Kind.CREDIT, is_contribution),
    (Kind.BYLINE, is_byline),
    (Kind.BIOGRAPHY, is_contact),
    (Kind.CAPTION, caption_words),
)


def label(paragraphs: Sequence[str], said: Sequence[Kind | None] = ()) -> list[Kind]:
    """The kind of each paragraph; where `said` has one, from the source's own marks, that one."""
    kinds = [_alone(text) for text in paragraphs]
    for number, kind in enumerate(said):
        kinds[number] = kind or kinds[number]
    _label_captions(paragraphs, kinds)
    _label_names(paragraphs, kinds)
    _label_biographies(paragraphs, kinds)
    _label_headline(paragraphs, kinds)
    return kinds


def _alone(text: str) -> Kind:
    """The kind of a paragraph judged by itself."""
    if len(text) > MAX_FURNITURE:
        return Kind.BODY
    return next((kind for kind, has_sign in _SIGNS if has_sign(text)), Kind.BODY)


def _label_captions(paragraphs: Sequence[str], kinds: list[Kind]) -> None:
    """Find the captions that lack their credit, by those that have it.

    A caption is often there twice, for the picture and for its large view: the second is labelled
    credit, so that it is not linked again.
    """
    words = [
        (caption_words(text) or text.strip()) if len(text) <= MAX_FURNITURE else "" for text in paragraphs
    ]
    captions = {said for said, kind in zip(words, kinds, strict=True) if kind is Kind.CAPTION}
    seen: set[str] = set()
    for number, said in enumerate(words):
        if said and said in captions and kinds[number] in (Kind.BODY, Kind.CAPTION):
            kinds[number] = Kind.CREDIT if said in seen else Kind.CAPTION
            seen.add(said)


def _label_names(paragraphs: Sequence[str], kinds: list[Kind]) -> None:
    """Bare names are the author's if they stand alone twice, or above a time, role or biography."""
    names = Counter(
        text for text, kind in zip(paragraphs, kinds, strict=True) if kind is Kind.BODY and is_name(text)
    )
    for number, text in enumerate(paragraphs):
        if kinds[number] is not Kind.BODY or text not in names:
            continue
        below = paragraphs[number + 1] if number + 1 < len(paragraphs) else ""
        signed = is_timestamp(below) or is_role(below) or biography_name(below) == text
        if signed or names[text] > 1:
            kinds[number] = Kind.BYLINE


def _label_biographies(paragraphs: Sequence[str], kinds: list[Kind]) -> None:
    """ "Jane Doe is a reporter ...", if she has a byline or an address; roles beside such lines."""
    authors = " | ".join(
        text for text, kind in zip(paragraphs, kinds, strict=True) if kind is Kind.BYLINE
    ).casefold()
    people = (Kind.BYLINE, Kind.BIOGRAPHY)
    for number, text in enumerate(paragraphs):
        if kinds[number] is not Kind.BODY or len(text) > MAX_FURNITURE:
            continue
        name = biography_name(text)
        if name and (name.casefold() in authors or has_address(text)):
            kinds[number] = Kind.BIOGRAPHY
        elif is_role(text) and any(k in people for k in kinds[max(number - 1, 0) : number + 2]):
            kinds[number] = Kind.BYLINE


def _label_headline(paragraphs: Sequence[str], kinds: list[Kind]) -> None:
    """The first body paragraph, if it is short, does not end as sentences do, and more follows."""
    body = [number for number, kind in enumerate(kinds) if kind is Kind.BODY]
    if len(body) < 2 or Kind.HEADLINE in kinds[: body[0]]:
        return
    first = body[0]
    headline = paragraphs[first]
    if len(headline.split()) > MAX_HEADLINE_WORDS or _SENTENCE_END.search(headline):
        return
    again = [n for n in body[1 : _TOP + 1] if _letters(paragraphs[n]) == _letters(headline)]
    if len(again) + 1 < len(body):
        for number in (first, *again):
            kinds[number] = Kind.HEADLINE


def _letters(text: str) -> str:
    return re.sub(r"\W+", " ", text[:MAX_FURNITURE]).strip().casefold()
