"""Boxes within an article that are not the article: about its author, teasers, comments, calls to pay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.model import Kind
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.passages.cues.navigation import announces_pointers

if TYPE_CHECKING:
    from lxml.etree import _Element

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
MIN_POINTING = 0.5
"""The same for one below a label that announces other articles."""
_CAPITAL_LABEL = lazy_pattern(
    r"(?:[A-ZÀ-Ý]{4,}|[A-ZÀ-Ý]+(?=[ '’&-]))(?:[ '’&-]+[A-ZÀ-Ý]+){0,3}: (?!https?:)\S"
)
_AUTHOR = "(?:authors?|autor(?:en|in)?|writer|contributor|staff|auteur|redakteur)"
_ABOUT_AUTHOR = (
    rf"{_AUTHOR}[_-]*(?:short[_-]*)?(?:box|bio(?:graphy|s)?|info(?:rmation)?s?|card|profil(?:e|es)?"
    r"|desc(?:ription)?|details?|about|vita)"
    rf"|(?:about|ueber|uber|sobre|meet)[_-]*(?:the|den|die|el|la)?[_-]*{_AUTHOR}s?(?:[_-]sec(?:tion)?)?"
    r"|authors|autoren|bio|biography|saboxplugin[\w-]*|m-a-box[\w-]*|abh_box\w*"
)
_OFFERS = (
    r"newsletters?|(?:e-?mail|news|inline)[_-]*sign-?up|sign-?(?:up|in)|subscri(?:be|ptions?)|identity-intro"
    r"|message-bar|whatsapp|(?:social|embed|consent|external)-?(?:content-)?placeholder|do-display-embed"
    r"|video-fallback|audio-player|mentions-copyright|line-clamp-\d|debug|feedback|buybox|(?:adv)?paidbox"
    r"|donat(?:e|ions?)|spenden?(?:[_-]?\w+)?|support-?us|affiliate[_-]?(?:text|links?|note|notice|box)"
    r"|affiliate[_-]?(?:disclosure|disclaimer)|disclaimer|product[_-]disclosure|disclosure-text|cta"
    r"|call-?to-?action|sponsor(?:ed)?|adverts?|advertisements?|anzeigen?|werbung"
)
_POINTERS = (
    r"related(?:[_-]?(?:posts?|articles?|stories|story|content|news|links?))?|autorelated|similar(?:[_-]\w+)?"
    r"|also-?(?:bought|read|like)|recommend(?:ed|ations?|s)?|recirc\w*|most-?read|trending|popular"
    r"|(?:more|read)-?(?:stories|articles|news|posts|from|next|also)|next-?(?:story|article|post)"
    r"|mehr-?(?:zum-?thema|dazu|artikel)|inline-teaser|content-card|(?:\w+-)?crp-list(?:-\w+)*|yarpp\w*|rpwe\w*"
    r"|jp-relatedposts|popular-(?:articles|posts|stories)|layoutrelated\w*|teasers|teaser-?(?:list|box|row|group)|outbrain|taboola|zergnet"
)
_REPLIES = (
    r"comments?(?:[_-](?:section|list|area|form))?|kommentare?(?:modul|block|liste|bereich|box)?|disqus\w*"
    r"|respond"
)
_CAPTIONS = (
    r"(?:wp|img|image|photo|pic(?:ture)?|figure|fig|media|gallery|lead|foto|bild)?[_-]?"
    r"(?<!has-)(?<!with-)(?<!no-)caption(?:s|ed)?(?![_-](?:x?[sml]|small|medium|large|regular|bold)?\d*(?![\w-]))"
    r"(?![_-][sml]\d)(?:[_-](?:text|full|truncated|wrap(?:per)?|box|content|inner|container|source|credit|title))?"
    r"|bildunterschrift|legende"
    r"|(?:photo|image|img|bild|pict?|media(?:-block)?)(?:_*|-)(?:description|credits?|src|source|quelle)"
)
"""Not names of a size of letters, such as `caption-m`."""
_CAMEL = lazy_pattern("(?<=[a-z])(?=[A-Z])")
_KINDS = tuple(
    (kind, lazy_pattern(rf"(?<![a-z])(?:{names})(?![a-z])"))
    for kind, names in (
        (Kind.BIOGRAPHY, _ABOUT_AUTHOR),
        (Kind.NAVIGATION, f"{_OFFERS}|{_POINTERS}|{_REPLIES}"),
        (Kind.CAPTION, _CAPTIONS),
    )
)
"""Words in the `id` or `class` of such boxes, in lower case: with `re.I` they take five times as long."""


def names_of(tag: str, attributes: Mapping[str, str] | _Element) -> str:
    """The `id` and `class` of an element that may surround an article or stand in it; else empty."""
    if tag in PAGE_PARTS:
        return ""
    return f"{attributes.get('id', '')} {attributes.get('class', '')}"[:MAX_NAMES].strip()


@lru_cache(MAX_NAMES_HELD)
def box_kind(names: str) -> Kind | None:
    """The kind of passages in a box, by the `id` and `class` of its element; None for other elements."""
    lower = _CAMEL.sub("-", names).lower()
    return next((kind for kind, pattern in _KINDS if pattern.search(lower)), None)


def with_teasers(page: Sequence[Piece]) -> list[Piece]:
    """The pieces; items of a list that are nothing but links, two or more, are put into a box of teasers.

    So are lines of links below a label such as `Don't miss`, and an item such as `VIDEO: How to wash your
    hands`, whose label alone is no link.
    """
    links = [piece.item and piece.linked >= MIN_TEASER_LINKED for piece in page]
    marked = list(page)
    pointing = False
    for number, piece in enumerate(page):
        among = links[number] and (any(links[number + 1 : number + 2]) or (number > 0 and links[number - 1]))
        labelled = piece.item and piece.linked >= MIN_LABELLED and _CAPITAL_LABEL.match(piece.text)
        below = pointing or (number > 0 and announces_pointers(page[number - 1].text))
        pointing = below and piece.linked >= MIN_POINTING
        if piece.box is None and (among or labelled or pointing):
            marked[number] = replace(piece, box=Kind.NAVIGATION)
    return marked


def boxed_kinds(page: Sequence[Piece], places: Mapping[int, int]) -> frozenset[Kind]:
    """The kinds whose boxes hold so little of the article (the numbers in `places`) that they are boxes."""
    letters: Counter[Kind | None] = Counter()
    for number in places:
        letters[page[number].box] += len(page[number].text)
    most = MAX_BOXED * letters.total()
    return frozenset(kind for kind, _ in _KINDS if letters[kind] < most)
