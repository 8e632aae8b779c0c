"""Pages that are nothing but text: chapters of books, and e-mails. No extractor is asked."""

from __future__ import annotations

from collections.abc import Iterator

from tui.model import Kind
from tui.sources.clean import clean_text
from tui.sources.draft import DraftParagraph
from tui.sources.errors import import_failure
from tui.sources.readers.html.pieces import PAGE_BLOCKS, Piece, walk_pieces
from tui.sources.readers.html.walls import SENTENCE_END

MIN_LINKED = 0.5
"""Share of letters in links from which a line that is no sentence belongs to a table of contents or menu."""


def whole_page(text: str, source: str) -> Iterator[DraftParagraph]:
    """The paragraphs of a page's clean source. Raises LoadError if lxml is not installed."""
    try:
        from lxml.etree import ParserError
        from lxml.html import HTMLParser, document_fromstring
    except ImportError as error:
        raise import_failure(source, error) from None
    try:
        # As bytes, since lxml refuses a text that declares an encoding.
        tree = document_fromstring(text.encode("utf-8", "replace"), HTMLParser(encoding="utf-8"))
    except ParserError:  # nothing in it
        return
    for piece in walk_pieces(tree, PAGE_BLOCKS):
        # Clean once more: resolved character references may have added controls.
        for line in clean_text(piece.text)[0].split("\n"):
            if line := " ".join(line.split()):
                yield DraftParagraph(line, _kind(piece))


def _kind(piece: Piece) -> Kind | None:
    if piece.heading:
        return Kind.HEADLINE
    if piece.caption:
        return Kind.CAPTION
    pointer = (piece.linked >= MIN_LINKED or piece.aside) and not SENTENCE_END.search(piece.text)
    return Kind.NAVIGATION if pointer else None
