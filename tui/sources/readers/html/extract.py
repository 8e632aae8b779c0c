"""Extract the article of a page with trafilatura, the best of the extractors that were measured."""

from __future__ import annotations

import logging
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from htmldate import find_date
from msgspec.structs import replace
from trafilatura import bare_extraction, load_html

from tui.settings.read_options import Extraction
from tui.sources.clean import clean_line, clean_text
from tui.sources.draft import Draft, SourceBytes
from tui.sources.errors import LoadError, ran_out_of_memory
from tui.sources.readers.html.embedded import page_data_body
from tui.sources.readers.html.merge import link_share, merge_pieces
from tui.sources.readers.html.metadata import Metadata, read_metadata
from tui.sources.readers.html.pieces import BODY_BLOCKS, PAGE_BLOCKS, Piece, walk_pieces
from tui.sources.readers.html.prepare import open_asides, remove_consent
from tui.sources.readers.html.regroup import regroup
from tui.sources.readers.html.surplus import remove_surplus
from tui.sources.readers.html.walls import label_paywalls, refuse_walls, wall_notes
from tui.sources.readers.paragraphs import split_paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

DEEPEST = 250
"""Nesting depth of elements from which the parser silently drops deeper ones."""
MIN_WORDS = 40
"""Words up to which the extractor's article may be something else."""
MAX_BELOW = 20
"""Pieces below the headline that may name the day."""
MAX_DAY = 100
"""Characters of a line that names it."""
MAX_PIECES = 50_000
"""Pieces of a page that are looked at for boilerplate."""


class _MemoryErrorHandler(logging.Handler):
    """Raise the memory errors that trafilatura catches and only logs.

    Without this, a page that did not fit into memory is read as an article of its last resort: 372
    characters of 1,495,998.
    """

    def emit(self, record: logging.LogRecord) -> None:
        causes = record.args if isinstance(record.args, tuple) else ()
        if any(isinstance(cause, Exception) and ran_out_of_memory(cause) for cause in causes):
            raise MemoryError


_logger = logging.getLogger("trafilatura")
_logger.setLevel(logging.WARNING)
_logger.propagate = False
_logger.addHandler(_MemoryErrorHandler())
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def extract(text: str, notes: tuple[str, ...], source_bytes: SourceBytes) -> Draft:
    """Extract the article from the clean source of a page. Raises LoadError."""
    tree = load_html(text)
    if tree is None:
        raise LoadError(
            source_bytes.source, "no web page in it that can be read", "save its text as a .txt file"
        )
    # Held, or the parser makes each element anew, in Python, whenever one is looked at.
    elements = list(tree.iter())
    deepest: list[int] = []
    page = list(islice(walk_pieces(tree, PAGE_BLOCKS, deepest, hidden=True), MAX_PIECES))
    metadata = read_metadata(tree, _lines_below_headline(page))
    remove_consent(tree)
    remove_surplus(tree, metadata.title)
    published = metadata.published or _found_day(tree) or metadata.address_day
    article = _extract_pieces(tree, metadata, source_bytes.extraction)
    if _words(article) < MIN_WORDS and open_asides(tree):
        article = _extract_pieces(tree, metadata, source_bytes.extraction)
    article, page = _clean(article), _clean(page)
    article = regroup(article, page)
    del elements
    blocks = merge_pieces(article, page, metadata.title, metadata.description, metadata.own)
    blocks = label_paywalls(blocks)
    refuse_walls(source_bytes.source, tree, blocks, link_share(article, page))
    notes = (*notes, *wall_notes(tree, blocks, metadata.paywalled))
    if max(deepest, default=0) >= DEEPEST:
        notes = (*notes, f"maybe incomplete: the page nests more than {DEEPEST} elements")
    return Draft(
        blocks=blocks,
        title=metadata.title,
        published=published,
        source=metadata.outlet,
        language=metadata.language,
        byline=metadata.byline,
        notes=notes,
    )


def _lines_below_headline(page: Sequence[Piece]) -> list[str]:
    """Short lines with a number below the page's headline, among which is often its day."""
    headline = next((number for number, piece in enumerate(page) if piece.heading == 1), len(page))
    lines = (piece.text for piece in page[headline + 1 : headline + MAX_BELOW] if not piece.hidden)
    return [text for text in lines if len(text) <= MAX_DAY and any(map(str.isdigit, text))]


def _found_day(tree: _Element) -> str:
    """The day of publication that a page without a declared one has in its text or addresses; maybe empty."""
    found = find_date(
        tree,
        original_date=True,
        extensive_search=False,
        max_date=(date.today() + timedelta(days=1)).isoformat(),
    )
    return clean_line(found or "")[:10]


def _extract_pieces(tree: _Element, metadata: Metadata, extraction: Extraction) -> list[Piece]:
    """The pieces of the article.

    The body in the metadata is taken instead if the extractor's is much shorter, or a single piece.
    """
    # Not `deduplicate`: it remembers pages, so that the fourth extraction of one finds nothing. Nor with its
    # metadata, a quarter of its time: ours is read already.
    document = bare_extraction(
        tree,
        favor_precision=extraction is Extraction.STRICT,
        favor_recall=extraction is Extraction.GENEROUS,
        include_comments=False,
        include_tables=True,
    )
    pieces: list[Piece] = []
    if document is not None and not isinstance(document, dict) and document.body is not None:
        pieces = list(walk_pieces(document.body, BODY_BLOCKS))
    words = _words(pieces)
    body = metadata.body if metadata.body or words >= MIN_WORDS else page_data_body(tree)
    body_words = len(body.split())
    one_piece = len(pieces) == 1 and "\n" in body.strip()
    if body_words > max(1.5 * words, MIN_WORDS) or (one_piece and body_words > 0.9 * words):
        pieces = [Piece(text) for text in split_paragraphs(clean_text(body)[0])]
    return pieces


def _words(pieces: list[Piece]) -> int:
    return sum(len(piece.text.split()) for piece in pieces)


def _clean(pieces: list[Piece]) -> list[Piece]:
    """Clean once more: resolved character references may have added controls."""
    lines = "\n".join(piece.text for piece in pieces)
    if clean_text(lines)[0] == lines:  # as nearly always, and one call for all takes a tenth of the time
        return pieces
    cleaned = []
    for piece in pieces:
        for line in clean_text(piece.text)[0].split("\n"):
            if line := " ".join(line.split()):
                cleaned.append(replace(piece, text=line))
    return cleaned
