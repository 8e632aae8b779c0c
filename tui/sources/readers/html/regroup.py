"""Give the extracted article the paragraphs of the page, where the extractor has joined all or parted one."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui.sources.readers.html.match import letters_of
from tui.sources.readers.html.pieces import Piece
from tui.sources.readers.html.walls import SENTENCE_END

MAX_PARTS = 40
"""Lines into which one paragraph of a page may be broken in its source."""
BEGINNING = 20
"""First letters that a paragraph shares with its parts: the first, and what follows one that is shorter."""
MIN_SPLIT = 3
"""Paragraphs of the page from which an article of one paragraph is all of them, joined."""
MIN_LINKED = 0.9
"""Share of letters in links from which a line that is no sentence is an entry of a menu."""
MIN_COVERED = 0.9
"""Share of its letters that they must have."""


def regroup(article: Sequence[Piece], page: Sequence[Piece]) -> list[Piece]:
    """The pieces of the article, as the page parts them."""
    letters = [letters_of(piece.text) for piece in page]
    if len(article) == 1:
        return _split(article[0], page, letters)
    return _join(article, frozenset(letters))


def _split(piece: Piece, page: Sequence[Piece], letters: Sequence[str]) -> list[Piece]:
    """The pieces of the page that one piece consists of, without entries of menus; else that piece."""
    whole = letters_of(piece.text)
    parts: list[Piece] = []
    done = 0
    for part, part_letters in zip(page, letters, strict=True):
        if part_letters and whole.startswith(part_letters, done):
            done += len(part_letters)
            if not part.aside and (part.linked < MIN_LINKED or SENTENCE_END.search(part.text)):
                parts.append(Piece(part.text, part.heading))
    return parts if len(parts) >= MIN_SPLIT and done >= MIN_COVERED * len(whole) else [piece]


def _join(article: Sequence[Piece], page: frozenset[str]) -> list[Piece]:
    """The pieces; runs of them that are one piece of the page are joined."""
    own = [letters_of(piece.text) for piece in article]
    starts = {text[:BEGINNING] for text in page}
    joined: list[Piece] = []
    number = 0
    while number < len(article):
        end = number + 1
        beginning = "".join(own[number : number + BEGINNING])[:BEGINNING]
        if own[number] and own[number] not in page and beginning in starts:
            end = _run_end(article, own, number, page)
            if len(own[number]) < BEGINNING and not SENTENCE_END.search(article[end - 1].text):
                end = number + 1  # a label and its links
        run = article[number:end]
        joined.append(replace(run[0], text=" ".join(piece.text for piece in run)))
        number = end
    return joined


def _run_end(article: Sequence[Piece], own: Sequence[str], first: int, page: frozenset[str]) -> int:
    """The end of the run that begins with a piece; that of the piece itself if there is none."""
    text = own[first]
    for number in range(first + 1, min(first + MAX_PARTS, len(article))):
        if article[number].heading or article[first].heading:
            break
        text += own[number]
        if text in page:
            return number + 1
    return first + 1
