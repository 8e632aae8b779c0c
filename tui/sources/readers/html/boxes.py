"""Boxes within an article that are not the article: about its author, teasers, comments, calls to pay."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.model import Kind

if TYPE_CHECKING:
    from tui.sources.readers.html.pieces import Piece

MAX_BOXED = 1 / 3
"""Share of the article's letters below which boxes of a kind are boxes. In a forum the comments are the
article, and some systems name the whole page for its author. On 910 of 990 annotated pages boxes so found
have 120 paragraphs of the article, none with a phrase that is annotated as the article's."""
MAX_NAMES = 300
"""Characters of an `id` and `class` that are looked at."""
MAX_NAMES_HELD = 5000
"""Different ones whose verdict is held; a page has rarely more than a thousand."""

PAGE_PARTS = frozenset({"html", "head", "body", "main", "article"})
"""Elements that have an article in them, whatever their names are."""

MIN_TEASER_LINKED = 0.95
"""Share of its letters in links from which an item of a list is nothing but a link."""
MIN_LABELLED = 0.4
"""The same for one with a label in capitals."""
_CAPITAL_LABEL = re.compile(r"(?:[A-ZÀ-Ý]{4,}|[A-ZÀ-Ý]+(?=[ '’&-]))(?:[ '’&-]+[A-ZÀ-Ý]+){0,3}: (?!https?:)\S")
_AUTHOR = "(?:authors?|autor(?:en|in)?|writer|contributor|staff|auteur|redakteur)"
_ABOUT_AUTHOR = (
    rf"{_AUTHOR}[_-]*(?:short[_-]*)?(?:box|bio(?:graphy|s)?|info(?:rmation)?s?|card|profil(?:e|es)?"
    r"|desc(?:ription)?|details?|about|vita)"
    rf"|(?:about|ueber|uber|sobre|meet)[_-]*(?:the|den|die|el|la)?[_-]*{_AUTHOR}s?(?:[_-]sec(?:tion)?)?"
    r"|authors|autoren|bio|biography|saboxplugin[\w-]*|m-a-box[\w-]*|abh_box\w*"
)
_OFFERS = (
    r"newsletters?|(?:e-?mail|news)[_-]*sign-?up|sign-?up|subscri(?:be|ptions?)|buybox|(?:adv)?paidbox"
    r"|donat(?:e|ions?)|spenden?(?:[_-]?\w+)?|support-?us|affiliate[_-]?(?:text|links?|note|notice|box|disclosure|disclaimer)|disclaimer|product[_-]disclosure|disclosure-text|cta"
    r"|call-?to-?action|sponsor(?:ed)?|adverts?|advertisements?|anzeigen?|werbung"
)
_POINTERS = (
    r"related(?:[_-]?(?:posts?|articles?|stories|story|content|news|links?))?|autorelated|similar(?:[_-]\w+)?"
    r"|also-?(?:bought|read|like)|recommend(?:ed|ations?|s)?|recirc\w*|most-?read|trending|popular"
    r"|(?:more|read)-?(?:stories|articles|news|posts|from|next|also)|next-?(?:story|article|post)"
    r"|mehr-?(?:zum-?thema|dazu|artikel)|inline-teaser|content-card|(?:\w+-)?crp-list(?:-\w+)*|yarpp\w*|rpwe\w*"
    r"|jp-relatedposts|outbrain|taboola|zergnet"
)
_REPLIES = (
    r"comments?(?:[_-](?:section|list|area|form))?|kommentare?(?:modul|block|liste|bereich|box)?|disqus\w*"
    r"|respond"
)
_KINDS = tuple(
    (kind, re.compile(rf"(?<![a-z])(?:{names})(?![a-z])"))
    for kind, names in (
        (Kind.BIOGRAPHY, _ABOUT_AUTHOR),
        (Kind.NAVIGATION, f"{_OFFERS}|{_POINTERS}|{_REPLIES}"),
    )
)
"""Words in the `id` or `class` of such boxes, in lower case: with `re.I` they take five times as long."""


def names_of(tag: str, attributes: Mapping[str, str]) -> str:
    """The `id` and `class` of an element that may surround an article or stand in it; else empty."""
    if tag in PAGE_PARTS:
        return ""
    return f"{attributes.get('id', '')} {attributes.get('class', '')}"[:MAX_NAMES].strip()


@lru_cache(MAX_NAMES_HELD)
def box_kind(names: str) -> Kind | None:
    """The kind of passages in a box, by the `id` and `class` of its element; None for other elements."""
    lower = names.lower()
    return next((kind for kind, pattern in _KINDS if pattern.search(lower)), None)


def with_teasers(page: Sequence[Piece]) -> list[Piece]:
    """The pieces; items of a list that are nothing but links, two or more, are put into a box of teasers.

    So is an item such as `VIDEO: How to wash your hands`, whose label alone is no link.
    """
    links = [piece.item and piece.linked >= MIN_TEASER_LINKED for piece in page]
    marked = list(page)
    for number, piece in enumerate(page):
        among = links[number] and (any(links[number + 1 : number + 2]) or (number > 0 and links[number - 1]))
        labelled = piece.item and piece.linked >= MIN_LABELLED and _CAPITAL_LABEL.match(piece.text)
        if piece.box is None and (among or labelled):
            marked[number] = replace(piece, box=Kind.NAVIGATION)
    return marked


def boxed_kinds(page: Sequence[Piece], places: Mapping[int, int]) -> frozenset[Kind]:
    """The kinds whose boxes hold so little of the article (the numbers in `places`) that they are boxes."""
    letters: Counter[Kind | None] = Counter()
    for number in places:
        letters[page[number].box] += len(page[number].text)
    most = MAX_BOXED * letters.total()
    return frozenset(kind for kind, _ in _KINDS if letters[kind] < most)
