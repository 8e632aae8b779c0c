"""Recover what the extractor loses of an article: its lead, and what stands among its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from tui.model import Kind
from tui.sources.passages.boilerplate import label_paragraph
from tui.sources.readers.html.pieces import Piece
from tui.sources.readers.html.walls import SENTENCE_END

MIN_LEAD = 40
"""Characters of a lead."""
MAX_LEADS = 3
"""Paragraphs of a lead."""
MAX_GAP = 25
"""Pieces between the lead and the first paragraph: byline, picture, buttons to share it."""
MIN_SENTENCE = 25
"""Characters of a recovered sentence."""
MAX_LINKED = 0.5
"""Share of letters in links up to which a paragraph may be the article's."""
MAX_LINKED_ITEM = 0.2
"""The same for an item of a list, which need not be a sentence."""
_DESCRIPTION_LETTERS = 60
"""First letters by which the page's description is recognised; sites cut it anywhere."""


def recover_pieces(
    page: Sequence[Piece],
    letters: Sequence[str],
    places: dict[int, int],
    new: Sequence[bool],
    headline: int,
    description: str,
) -> set[int]:
    """Numbers of the pieces which the extractor lost.

    `places` has the pieces that it took, `new` tells those which are in none of them, `headline` is the
    number of the headline's piece or -1, `description` the letters of the page's description of itself.
    """
    body = [number for number in places if not page[number].heading and not page[number].caption]
    if not body:
        return set()
    first, last = min(body), max(body)
    recovered: set[int] = set()
    for number in range(first - 1, max(headline, first - MAX_GAP, -1), -1):
        teaser = page[number - 1].heading and number - 1 != headline and page[number - 1].linked > MAX_LINKED
        if (
            new[number]
            and not teaser
            and len(recovered) < MAX_LEADS
            and _is_lead(page[number], headline >= 0)
        ):
            recovered.add(number)
    recovered |= {
        number
        for number in range(first)
        if new[number] and _is_description(page[number], letters[number], description)
    }
    for number in range(first + 1, last):
        follows = number - 1 in places or number - 1 in recovered
        if new[number] and not page[number].heading and _is_between(page[number], follows):
            recovered.add(number)
    return recovered


def _may_be_article(piece: Piece) -> bool:
    return not (piece.aside or piece.caption) and piece.linked < MAX_LINKED


def _is_lead(piece: Piece, below_headline: bool) -> bool:
    """Whether it is a sentence between the headline and the first paragraph."""
    if not below_headline or not _may_be_article(piece) or len(piece.text) < MIN_LEAD:
        return False
    return bool(SENTENCE_END.search(piece.text)) and label_paragraph(piece.text) is Kind.BODY


def _is_description(piece: Piece, letters: str, description: str) -> bool:
    """Whether it is the page's description of itself, which sites show as their lead."""
    beginning = description[:_DESCRIPTION_LETTERS]
    if len(beginning) < MIN_LEAD * 3 // 4 or piece.caption or piece.linked >= MAX_LINKED:
        return False
    return letters.startswith(beginning) and label_paragraph(piece.text) is Kind.BODY


def _is_between(piece: Piece, follows: bool) -> bool:
    """Whether it may stand among the article's paragraphs: a sentence, or an item below one."""
    if not _may_be_article(piece):
        return False
    sentence = len(piece.text) >= MIN_SENTENCE and bool(SENTENCE_END.search(piece.text))
    item = piece.item and follows and piece.linked < MAX_LINKED_ITEM
    return (sentence or item) and label_paragraph(piece.text) is Kind.BODY
