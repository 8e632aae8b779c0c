"""The article's paragraphs in the order of the page, and between them the rest of the page as boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.model import Kind
from tui.sources.draft import DraftParagraph
from tui.sources.passages.boilerplate import MAX_BOILERPLATE_CHARACTERS, label_paragraphs
from tui.sources.readers.html.pieces import Piece

MAX_BOILERPLATE_PARAGRAPHS = 200
"""Most paragraphs of boilerplate in one article; a page may have thousands of comments."""
MAX_ENTRY_CHARACTERS = 40
"""Longest entry of a menu. Several in a row are joined on one line."""
_MAX_LINE_CHARACTERS = 200
"""Longest line of joined menu entries."""

_NO_LETTERS = re.compile(r"\W+")
_END_LETTERS = 40
"""Letters at either end of a paragraph by which a part of it is recognised."""


def merge_pieces(article: Sequence[Piece], page: Sequence[Piece], title: str) -> tuple[DraftParagraph, ...]:
    """The extracted article in order, and between its paragraphs the rest of the page, in its order.

    Headings become headlines and captions captions; everything else not extracted becomes boilerplate.
    """
    blocks: list[DraftParagraph] = []
    boilerplate = _Boilerplate(title)
    for item in _in_page_order(article, page):
        if isinstance(item, Piece):
            boilerplate.add(item)
            continue
        blocks += boilerplate.take()
        blocks.append(item)
    blocks += boilerplate.take()
    if title and all(block.kind is not Kind.HEADLINE for block in blocks):
        blocks.insert(0, DraftParagraph(title, Kind.HEADLINE))
    return tuple(blocks)


def _in_page_order(article: Sequence[Piece], page: Sequence[Piece]) -> Iterator[DraftParagraph | Piece]:
    """The paragraphs of the article, and the pieces of the page that are not in it."""
    places: dict[str, int] = {}
    captions = {_letters(piece.text) for piece in page if piece.caption}
    for number, piece in enumerate(article):
        for text in (piece.text, *piece.text.split(" | ")):
            places.setdefault(_letters(text), number)
    article_letters = "".join(_letters(piece.text) for piece in article)
    done = 0
    seen: set[str] = set()
    for piece in page:
        letters = _letters(piece.text)
        place = places.get(letters)
        if place is not None:
            for number in range(done, place + 1):
                yield _paragraph(article[number], captions)
            done = max(done, place + 1)
        elif letters and letters not in seen and not _is_part(letters, article_letters):
            yield piece
        seen.add(letters)
    for piece in article[done:]:
        yield _paragraph(piece, captions)


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text).casefold()


def _is_part(letters: str, article_letters: str) -> bool:
    """Whether either end of the paragraph, if it is long enough to tell, is in the article."""
    if len(letters) < _END_LETTERS // 2:
        return False
    return letters[:_END_LETTERS] in article_letters or letters[-_END_LETTERS:] in article_letters


def _paragraph(piece: Piece, captions: set[str]) -> DraftParagraph:
    if piece.heading:
        return DraftParagraph(piece.text, Kind.HEADLINE)
    return DraftParagraph(piece.text, Kind.CAPTION if _letters(piece.text) in captions else None)


class _Boilerplate:
    """Collects boilerplate between two paragraphs of the article; short entries are joined."""

    def __init__(self, title: str) -> None:
        self._title = _letters(title)
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
            return Kind.CAPTION
        letters = _letters(piece.text)
        if piece.heading == 1 and letters and (letters in self._title or self._title in letters):
            return Kind.HEADLINE
        kind = label_paragraphs([piece.text])[0]
        return kind if kind in (Kind.CAPTION, Kind.BYLINE, Kind.TIMESTAMP) else Kind.NAVIGATION
