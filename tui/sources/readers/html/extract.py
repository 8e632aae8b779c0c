"""The article of a page by trafilatura, the best of the extractors that were measured."""

from __future__ import annotations

import logging
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from trafilatura import bare_extraction, load_html

from tui.settings.read_options import Extraction
from tui.sources.clean import clean_line, clean_text
from tui.sources.errors import LoadError, ran_out_of_memory
from tui.sources.readers.draft import Draft, SourceBytes
from tui.sources.readers.html.merge import merged
from tui.sources.readers.html.metadata import Metadata, metadata
from tui.sources.readers.html.pieces import BODY_BLOCKS, PAGE_BLOCKS, Piece, pieces
from tui.sources.readers.html.walls import refuse_walls, wall_notes, without_walls
from tui.sources.readers.paragraphs import paragraphs

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 250
"""Elements inside each other from which the parser silently drops what is further in."""
MAX_PIECES = 50_000
"""Paragraphs of a page that are looked at for furniture."""


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


def extract(text: str, notes: tuple[str, ...], given: SourceBytes) -> Draft:
    """The article in the clean source of a page. Raises LoadError."""
    tree = load_html(text)
    if tree is None:
        raise LoadError(given.source, "no web page in it that can be read", "save its text as a .txt file")
    said = metadata(tree)
    deepest: list[int] = []
    page = list(islice(pieces(tree, PAGE_BLOCKS, deepest), MAX_PIECES))
    kept, published = _kept(tree, said, given.extraction)
    blocks = merged(_clean(kept), _clean(page), said.title)
    blocks = without_walls(blocks)
    refuse_walls(given.source, tree, blocks)
    notes = (*notes, *wall_notes(tree, blocks, said.closed))
    if max(deepest, default=0) >= DEEPEST:
        notes = (*notes, f"maybe incomplete: the page nests more than {DEEPEST} elements")
    return Draft(
        blocks=blocks,
        title=said.title,
        published=said.published or published,
        source=said.outlet,
        language=said.language,
        byline=said.byline,
        notes=notes,
    )


def _kept(tree: _Element, said: Metadata, extraction: Extraction) -> tuple[list[Piece], str]:
    """What the extractor takes for the article, and the day it finds."""
    # Never `deduplicate`: it remembers pages, and the fourth extraction of one finds nothing.
    found = bare_extraction(
        tree,
        favor_precision=extraction is Extraction.STRICT,
        favor_recall=extraction is Extraction.GENEROUS,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={
            "original_date": True,
            "extensive_search": False,
            "max_date": (date.today() + timedelta(days=1)).isoformat(),
        },
    )
    kept: list[Piece] = []
    published = ""
    if found is not None and not isinstance(found, dict):
        published = clean_line(found.date or "")[:10]
        if found.body is not None:
            kept = list(pieces(found.body, BODY_BLOCKS))
    words = sum(len(piece.text.split()) for piece in kept)
    longer = len(said.body.split()) > max(1.5 * words, 40)
    if longer or (len(kept) == 1 and len(said.body.split()) > 0.9 * words and "\n" in said.body.strip()):
        kept = [Piece(text) for text in paragraphs(clean_text(said.body)[0])]
    return kept, published


def _clean(found: list[Piece]) -> list[Piece]:
    """Clean again: by now the page's references are resolved."""
    cleaned = []
    for piece in found:
        for line in clean_text(piece.text)[0].split("\n"):
            if line := " ".join(line.split()):
                cleaned.append(Piece(line, piece.heading, piece.caption))
    return cleaned
