"""The article's paragraphs in the order of the page, and between them the rest of the page as boilerplate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tui.model import Kind
from tui.sources.draft import DraftParagraph
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.passages.boilerplate import MAX_BOILERPLATE_CHARACTERS, label_among
from tui.sources.passages.cues.navigation import is_navigation
from tui.sources.readers.html.boxes import boxed_kinds, with_teasers
from tui.sources.readers.html.match import letters_of, match_pieces, stray_pieces
from tui.sources.readers.html.pieces import Piece
from tui.sources.readers.html.recover import recover_pieces
from tui.sources.readers.html.tidy import tidy_blocks
from tui.sources.readers.html.walls import SENTENCE_END

MAX_BOILERPLATE_PARAGRAPHS = 200
"""Most paragraphs of boilerplate in one article; a page may have thousands of comments."""
MAX_ENTRY_CHARACTERS = 40
"""Longest entry of a menu. Several in a row are joined on one line."""
_MAX_LINE_CHARACTERS = 200
"""Longest line of joined menu entries."""
MAX_CAPTION_CHARACTERS = 600
"""Longest caption. A longer text in a `figcaption` is article text."""
MIN_LINKED = 0.9
"""Share of letters in links from which a line that is no sentence points to another article."""
MIN_LINKED_NOTE = 0.1
"""The same for a paragraph in brackets: `[All about the dam is in our live blog.]`"""
_IN_BRACKETS = lazy_pattern(r"\[[^\[\]]{20,}\]")
MAX_LINKED_ARTICLE = 0.5
"""Share of an article's letters in links from which it is a list of links."""

_SHOWN_KINDS = frozenset((Kind.CAPTION, Kind.BYLINE, Kind.TIMESTAMP))
"""Kinds of boilerplate that are told apart."""
_END_LETTERS = 40
"""Letters at either end of a paragraph by which a part of it is recognised."""


def merge_pieces(
    article: Sequence[Piece],
    page: Sequence[Piece],
    title: str,
    description: str = "",
    own: Sequence[str] = (),
) -> tuple[DraftParagraph, ...]:
    """The extracted article in order, and between its paragraphs the rest of the page, in its order.

    Headings become headlines and captions captions. What the extractor lost of the article, such as its
    lead, is article again; everything else not extracted becomes boilerplate. `own` are the outlet's name and
    the page's addresses.
    """
    blocks: list[DraftParagraph] = []
    boilerplate = _Boilerplate()
    for item in _in_page_order(article, page, title, description):
        if isinstance(item, Piece):
            boilerplate.add(item)
            continue
        blocks += boilerplate.take()
        blocks.append(item)
    blocks += boilerplate.take()
    if title and all(block.kind is not Kind.HEADLINE for block in blocks):
        first = next((number for number, block in enumerate(blocks) if block.kind is None), 0)
        blocks.insert(first, DraftParagraph(title, Kind.HEADLINE))
    return tuple(tidy_blocks(blocks, frozenset(filter(None, map(letters_of, own)))))


def _in_page_order(
    article: Sequence[Piece], page: Sequence[Piece], title: str, description: str
) -> Iterator[DraftParagraph | Piece]:
    """The paragraphs of the article, and the visible pieces of the page that are not in it."""
    hidden_boxes = {letters_of(piece.text): piece.box for piece in page if piece.hidden and piece.box}
    page, hidden = _visible_and_hidden(with_teasers(page))
    letters = [letters_of(piece.text) for piece in page]
    texts = [piece.text for piece in article]
    places = match_pieces(texts, letters)
    strays, copies = stray_pieces(texts, letters, places, hidden)
    elsewhere = {place for group in strays.values() for place in group} | copies
    article_letters = "".join(letters_of(piece.text) for piece in article)
    headline = _headline(page, letters, places, letters_of(title))
    new = [
        place is None and number != headline and not _is_part(letters, number, article_letters)
        for number, place in enumerate(map(places.get, range(len(page))))
    ]
    recovered = recover_pieces(page, letters, places, new, headline, letters_of(description))
    boxes = boxed_kinds(page, places)
    recovered = {number for number in recovered if page[number].box not in boxes}
    pointers = link_share(article, page) < MAX_LINKED_ARTICLE
    done = 0
    seen: set[str] = set()
    yield from (_paragraph(article[stray], None, pointers) for stray in strays.get(-1, ()))
    for number, piece in enumerate(page):
        place = places.get(number)
        if place is not None:
            for skipped in range(done, place):
                if skipped not in elsewhere:
                    yield _paragraph(article[skipped], None, pointers)
            if place >= done:
                whole = number == headline and letters_of(texts[place]) == letters[number]
                box = piece.box if piece.box in boxes and number != headline else None
                yield _paragraph(article[place], piece, pointers, whole, box)
            done = max(done, place + 1)
        elif number == headline:
            yield DraftParagraph(piece.text, Kind.HEADLINE)
        elif number in recovered:
            yield DraftParagraph(piece.text)
        elif letters[number] and letters[number] not in seen and new[number]:
            yield piece if piece.box in boxes else replace(piece, box=None)
        for stray in strays.get(number, ()):
            stray_letters = letters_of(texts[stray])
            box = piece.box if stray_letters in letters[number] else hidden_boxes.get(stray_letters)
            yield _paragraph(article[stray], piece, pointers, box=box if box in boxes else None)
        seen.add(letters[number])
    for skipped in range(done, len(article)):
        if skipped not in elsewhere:
            yield _paragraph(article[skipped], None, pointers)


def _visible_and_hidden(page: Sequence[Piece]) -> tuple[list[Piece], list[tuple[int, str]]]:
    """The visible pieces, and the letters of each hidden one with the number of the visible one before it."""
    visible: list[Piece] = []
    hidden: list[tuple[int, str]] = []
    for piece in page:
        if piece.hidden:
            hidden.append((len(visible) - 1, letters_of(piece.text)))
        else:
            visible.append(piece)
    return visible, hidden


def link_share(article: Sequence[Piece], page: Sequence[Piece]) -> float:
    """Share of the article's letters that are in links, by the pieces of the page with the same text."""
    texts = {piece.text for piece in article if not piece.heading}
    pieces = [piece for piece in page if piece.text in texts and not piece.hidden]
    total = sum(len(piece.text) for piece in pieces)
    return sum(len(piece.text) * piece.linked for piece in pieces) / total if total else 0.0


def _headline(page: Sequence[Piece], letters: Sequence[str], places: dict[int, int], title: str) -> int:
    """Number of the piece that is the article's headline, -1 if the page shows none before the article.

    The largest heading with the title's words, or with part of them, else the last line that is the title.
    """
    body = [number for number in places if not page[number].heading and letters[number] != title]
    before = range(min(body, default=len(page)))
    same = [number for number in before if title and letters[number] == title]
    headings = [number for number in same if page[number].heading]
    headings = headings or [
        number
        for number in before
        if page[number].heading == 1
        and letters[number]
        and (letters[number] in title or (title and title in letters[number]))
    ]
    if headings:
        return min(headings, key=lambda number: page[number].heading)
    if same:
        return same[-1]
    # Requests to turn on JavaScript may stand above it, and are taken for text.
    shown = (n for n, piece in enumerate(page) if piece.heading == 1 and title and letters[n] == title)
    return next(shown, -1)


def _is_part(letters: Sequence[str], number: int, article_letters: str) -> bool:
    """Whether either end of a paragraph of the page is in the article.

    A short one is if it is there with the end of the one before it: the last line of a broken paragraph.
    """
    text = letters[number]
    if len(text) < _END_LETTERS // 2:
        before = letters[number - 1][-_END_LETTERS:] if number else ""
        return len(text) > 2 and len(before) == _END_LETTERS and before + text in article_letters
    return text[:_END_LETTERS] in article_letters or text[-_END_LETTERS:] in article_letters


def _paragraph(
    piece: Piece, shown: Piece | None, pointers: bool, headline: bool = False, box: Kind | None = None
) -> DraftParagraph:
    """A paragraph of the article; `shown` is the piece of the page that it is, if there is one.

    `headline` tells whether it is the article's headline, `pointers` whether a line that is a link points to
    another article; a list of links is one itself. `box` is its kind if it is in a box.
    """
    if headline or box:
        return DraftParagraph(piece.text, box or Kind.HEADLINE)
    if piece.heading:
        return DraftParagraph(piece.text, Kind.NAVIGATION if is_navigation(piece.text) else Kind.HEADLINE)
    if shown is None:
        return DraftParagraph(piece.text)
    piece = _with_spaces(piece, shown)
    if shown.caption and len(piece.text) <= MAX_CAPTION_CHARACTERS:
        return DraftParagraph(piece.text, Kind.CAPTION)
    if pointers and shown.linked >= MIN_LINKED and not SENTENCE_END.search(piece.text):
        return DraftParagraph(piece.text, Kind.NAVIGATION)
    if shown.linked >= MIN_LINKED_NOTE and _IN_BRACKETS.fullmatch(piece.text):
        return DraftParagraph(piece.text, Kind.NAVIGATION)
    return DraftParagraph(piece.text)


def _with_spaces(piece: Piece, shown: Piece) -> Piece:
    """The piece with the spaces of the page, some of which the extractor loses between elements."""
    same = len(piece.text) < len(shown.text) and piece.text.replace(" ", "") == shown.text.replace(" ", "")
    return replace(piece, text=shown.text) if same else piece


class _Boilerplate:
    """Collects boilerplate between two paragraphs of the article; short entries are joined."""

    def __init__(self) -> None:
        self._room = MAX_BOILERPLATE_PARAGRAPHS
        self._blocks: list[DraftParagraph] = []

    def add(self, piece: Piece) -> None:
        kind = self._kind(piece)
        text = piece.text
        if len(text) > MAX_BOILERPLATE_CHARACTERS:
            text = text[: MAX_BOILERPLATE_CHARACTERS - 1].rstrip() + "…"
        last = self._blocks[-1] if self._blocks else None
        if kind is Kind.NAVIGATION and last is not None and last.kind is Kind.NAVIGATION:
            entry = last.text.rpartition(" · ")[2]
            short = max(len(text), len(entry)) < MAX_ENTRY_CHARACTERS
            if short and len(last.text) + len(text) < _MAX_LINE_CHARACTERS:
                self._blocks[-1] = DraftParagraph(f"{last.text} · {text}", kind)
                return
        if self._room > 0 or kind is not Kind.NAVIGATION:
            self._room -= 1
            self._blocks.append(DraftParagraph(text, kind))

    def take(self) -> list[DraftParagraph]:
        """The paragraphs collected since the last call."""
        blocks, self._blocks = self._blocks, []
        return blocks

    def _kind(self, piece: Piece) -> Kind:
        if piece.caption:
            return Kind.CAPTION if piece.linked < MIN_LINKED else Kind.NAVIGATION
        kind = label_among(piece.text, _SHOWN_KINDS) or piece.box or Kind.NAVIGATION
        return Kind.NAVIGATION if kind is Kind.CAPTION and piece.linked >= MIN_LINKED else kind
