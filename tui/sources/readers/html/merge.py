"""The article's paragraphs in their place on the page, and what stands around them as furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui.model import Kind
from tui.sources.draft import DraftParagraph
from tui.sources.passages.boilerplate import label
from tui.sources.readers.html.pieces import Piece

MAX_ASIDE = 200
"""Paragraphs of furniture that are kept; a page may have thousands of comments."""
MAX_ASIDE_LINE = 900
SHORT = 40
"""Characters of a menu's entry; several in a row are put on one line."""
_LINE = 200
"""Characters of such a line."""

_LETTERS = re.compile(r"\W+")
_PART = 40
"""Letters at one end of a paragraph by which a part of it is known again."""


def merged(kept: Sequence[Piece], page: Sequence[Piece], title: str) -> tuple[DraftParagraph, ...]:
    """What was extracted, in order; between it, in the page's order, what was not.

    Headings are headlines. A caption is a caption on either side; all else that was not extracted is
    furniture.
    """
    blocks: list[DraftParagraph] = []
    aside = _Aside(title)
    for piece in _in_order(kept, page):
        if isinstance(piece, _Dropped):
            aside.add(piece.piece)
            continue
        blocks += aside.taken()
        blocks.append(piece)
    blocks += aside.taken()
    if title and all(block.kind is not Kind.HEADLINE for block in blocks):
        blocks.insert(0, DraftParagraph(title, Kind.HEADLINE))
    return tuple(blocks)


class _Dropped:
    """A piece of the page that was not extracted."""

    def __init__(self, piece: Piece) -> None:
        self.piece = piece


def _in_order(kept: Sequence[Piece], page: Sequence[Piece]) -> Iterator[DraftParagraph | _Dropped]:
    places: dict[str, int] = {}
    captions = {_key(piece.text) for piece in page if piece.caption}
    for number, piece in enumerate(kept):
        for text in (piece.text, *piece.text.split(" | ")):
            places.setdefault(_key(text), number)
    everything = "".join(_key(piece.text) for piece in kept)
    done = 0
    seen: set[str] = set()
    for piece in page:
        key = _key(piece.text)
        place = places.get(key)
        if place is not None:
            for number in range(done, place + 1):
                yield _block(kept[number], captions)
            done = max(done, place + 1)
        elif key and key not in seen and not _is_part(key, everything):
            yield _Dropped(piece)
        seen.add(key)
    for piece in kept[done:]:
        yield _block(piece, captions)


def _key(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


def _is_part(key: str, everything: str) -> bool:
    """Whether one end of the paragraph, if it is long enough to tell, is in what was extracted."""
    return len(key) >= _PART // 2 and (key[:_PART] in everything or key[-_PART:] in everything)


def _block(piece: Piece, captions: set[str]) -> DraftParagraph:
    if piece.heading:
        return DraftParagraph(piece.text, Kind.HEADLINE)
    return DraftParagraph(piece.text, Kind.CAPTION if _key(piece.text) in captions else None)


class _Aside:
    """Furniture on its way into the text, short entries joined."""

    def __init__(self, title: str) -> None:
        self._title = _key(title)
        self._room = MAX_ASIDE
        self._blocks: list[DraftParagraph] = []

    def add(self, piece: Piece) -> None:
        kind = self._kind(piece)
        text = piece.text
        if len(text) > MAX_ASIDE_LINE:
            text = text[: MAX_ASIDE_LINE - 1].rstrip() + "…"
        last = self._blocks[-1] if self._blocks else None
        if kind is Kind.NAVIGATION and last is not None and last.kind is Kind.NAVIGATION:
            entry = last.text.rpartition(" · ")[2]
            if len(text) < SHORT and len(entry) < SHORT and len(last.text) + len(text) < _LINE:
                self._blocks[-1] = DraftParagraph(f"{last.text} · {text}", kind)
                return
        if self._room > 0 or kind is not Kind.NAVIGATION:
            self._room -= 1
            self._blocks.append(DraftParagraph(text, kind))

    def taken(self) -> list[DraftParagraph]:
        blocks, self._blocks = self._blocks, []
        return blocks

    def _kind(self, piece: Piece) -> Kind:
        if piece.caption:
            return Kind.CAPTION
        key = _key(piece.text)
        if piece.heading == 1 and key and (key in self._title or self._title in key):
            return Kind.HEADLINE
        kind = label([piece.text])[0]
        return kind if kind in (Kind.CAPTION, Kind.BYLINE, Kind.TIMESTAMP) else Kind.NAVIGATION
