"""PDF: the text of the pages as paragraphs, without headers, footers and page numbers."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from tui.model import Kind
from tui.model.wording import plural
from tui.settings.limits import SIZE_OPTION, size_limit_message
from tui.sources.clean import clean_line, clean_text
from tui.sources.draft import Draft, DraftParagraph, SourceBytes
from tui.sources.errors import LoadError, import_failure
from tui.sources.lazy_pattern import lazy_pattern
from tui.sources.readers.paragraphs import split_paragraphs
from tui.sources.readers.pdf_lines import page_lines
from tui.sources.readers.text import controls_note

if TYPE_CHECKING:
    from pypdf import PdfReader

_EDGE = 2
"""Lines at the top and bottom of a page that may be header, footer or page number."""
_TOP = 5
"""First paragraphs, among which the title is looked for."""
_NUMBER = lazy_pattern(
    r"(?:page |p\. ?|seite |- ?)?\d{1,4}(?: ?(?:/|of|von|de|sur) ?\d{1,4})?(?: ?-)?$", re.I
)
_WORD = lazy_pattern(r"[^\W\d_]{2}")
_DIGITS = lazy_pattern(r"\d+")
_NO_TITLE = lazy_pattern(
    r"\.(?:docx?|pdf|indd|tex|qxd|pages|odt|html?)$|^untitled|^microsoft word|^slide 1$", re.I
)
_REBUILT_NOTE = "maybe incomplete: the PDF is damaged or truncated"
_SAVE = "save its text as a .txt file and give that"

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(source_bytes: SourceBytes) -> Draft:
    """Read the text of a PDF. Raises LoadError if it is locked, damaged, or has only pictures."""
    try:
        from pypdf import apply_configuration
    except ImportError as error:
        raise import_failure(source_bytes.source, error) from None
    limit = source_bytes.limits.source_bytes
    with apply_configuration(
        zlib_maximum_output_length=limit,
        lzw_maximum_output_length=limit,
        run_length_maximum_output_length=limit,
        array_based_stream_maximum_output_length=limit,
        jbig2dec_binary=None,  # opening a file starts no program
    ):
        return _read(source_bytes)


def _read(source_bytes: SourceBytes) -> Draft:
    reader, rebuilt = _open(source_bytes)
    pages, unreadable = _pages(reader, source_bytes)
    text, removed = clean_text("\n".join(_without_headers(pages)))
    blocks = tuple(map(DraftParagraph, split_paragraphs(text, wrapped=True)))
    if not blocks or (rebuilt and not _WORD.search(text)):
        if unreadable or blocks:  # without their fonts, pages have signs but no words
            raise LoadError(
                source_bytes.source, "a damaged or truncated PDF: no page of it can be read", "get it again"
            )
        if not pages:
            raise LoadError(source_bytes.source, "a PDF without pages", "check the file")
        wrong = "a PDF with no text: scanned pages, that is images"
        raise LoadError(source_bytes.source, wrong, "run text recognition (OCR) on it, such as `ocrmypdf`")
    notes = [f"{plural(unreadable, 'page')} could not be read"] if unreadable else []
    title, byline, day = _properties(reader)
    notes += filter(None, [_REBUILT_NOTE if rebuilt else "", controls_note(removed)])
    return Draft(_with_headline(blocks, title), title, created=day, byline=byline, notes=tuple(notes))


def _with_headline(blocks: tuple[DraftParagraph, ...], title: str) -> tuple[DraftParagraph, ...]:
    """The blocks; the title becomes a headline if it is among the first."""
    return tuple(
        DraftParagraph(block.text, Kind.HEADLINE)
        if number < _TOP and title and _first_letters(block.text) == _first_letters(title)
        else block
        for number, block in enumerate(blocks)
    )


def _open(source_bytes: SourceBytes) -> tuple[PdfReader, bool]:
    """Open the PDF; also whether its tables had to be rebuilt. Raises LoadError."""
    try:
        return _open_once(source_bytes), False
    except _DamagedPdf as error:
        with suppress(_DamagedPdf):
            return _open_once(source_bytes, rebuild=True), True
        raise error from None


class _DamagedPdf(LoadError):
    """pypdf cannot open the file."""


def _open_once(source_bytes: SourceBytes, rebuild: bool = False) -> PdfReader:
    """Open the PDF, and decrypt it if it needs no password. Raises LoadError."""
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    from tui.sources.readers.pdf_repair import ensure_pages, with_rebuilt_end

    locked = LoadError(source_bytes.source, "an encrypted PDF that needs a password", "save it without one")
    try:
        data = with_rebuilt_end(source_bytes.data) if rebuild else source_bytes.data
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise locked
        if rebuild:
            ensure_pages(reader)
        len(reader.pages)  # raises an error if their tree is damaged
        return reader
    except LoadError:
        raise
    except DependencyError:
        remedy = "install the library for it with: pip install 'compare-tui[documents]'"
        raise LoadError(source_bytes.source, "an encrypted PDF (AES)", remedy) from None
    except MemoryError:
        raise
    except Exception as error:  # on damaged files pypdf raises errors of any kind
        raise _damaged(source_bytes, error) from None


def _pages(reader: PdfReader, source_bytes: SourceBytes) -> tuple[list[list[str]], int]:
    """The lines of each page, and the number of pages that cannot be read."""
    from pypdf.errors import LimitReachedError

    pages: list[list[str]] = []
    unreadable = size = 0
    for number in range(len(reader.pages)):
        try:
            lines = page_lines(reader.pages[number])
        except LimitReachedError as error:
            if "loop" in str(error):  # an object that failed before, or that refers to itself
                unreadable += 1
                continue
            wrong = size_limit_message(source_bytes.limits.source_bytes, "a decompressed page of a PDF")
            raise LoadError(source_bytes.source, wrong, _SAVE) from None
        except MemoryError:
            raise
        except Exception:  # the other pages may be fine
            unreadable += 1
            continue
        size += sum(map(len, lines))
        if size > source_bytes.limits.text_bytes:
            raise LoadError(
                source_bytes.source,
                size_limit_message(source_bytes.limits.text_bytes, "a text"),
                f"raise {SIZE_OPTION}",
            )
        pages.append(lines)
    return pages, unreadable


def _damaged(source_bytes: SourceBytes, error: Exception) -> _DamagedPdf:
    name = type(error).__name__
    wrong = f"a damaged or truncated PDF ({name})"
    return _DamagedPdf(source_bytes.source, wrong, "get it again, or " + _SAVE)


def _without_headers(pages: Sequence[Sequence[str]]) -> list[str]:
    """All lines but page numbers, and lines at the top or bottom of more than half of the pages."""
    edges: Counter[str] = Counter()
    for lines in pages:
        filled = [line for line in lines if line.strip()]
        edges.update({_pattern(line) for line in (*filled[:_EDGE], *filled[-_EDGE:])})
    repeated = {pattern for pattern, count in edges.items() if len(pages) > 2 and count > len(pages) / 2}
    body: list[str] = []
    for lines in pages:
        numbers = [number for number, line in enumerate(lines) if line.strip()]
        edge = {*numbers[:_EDGE], *numbers[-_EDGE:]}
        body += [
            line
            for number, line in enumerate(lines)
            if number not in edge
            or not (_pattern(line) in repeated or (len(pages) > 1 and _NUMBER.match(line.strip())))
        ]
    return body


def _pattern(line: str) -> str:
    """The line with its digits as zeros, so that numbered lines are alike."""
    return _DIGITS.sub("0", line.strip().casefold())


def _properties(reader: PdfReader) -> tuple[str, str, str]:
    """Title, author, and day of creation from the file's properties; empty where unknown."""
    try:
        properties = reader.metadata
        if properties is None:
            return "", "", ""
        title = clean_line(str(properties.title or ""))
        author = clean_line(str(properties.author or ""))
        created = properties.creation_date
    except MemoryError:
        raise
    except Exception:  # broken properties are no reason to refuse a text
        return "", "", ""
    day = created.date().isoformat() if isinstance(created, datetime) else ""
    return "" if _NO_TITLE.search(title) else title, author, day


def _first_letters(text: str) -> str:
    return re.sub(r"\W+", "", text[:400]).casefold()
