"""PDF: the text of its pages as paragraphs, without what stands on every page."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from tui.model import Kind
from tui.model.wording import plural
from tui.settings.limits import SIZE_OPTION, larger
from tui.sources.clean import clean_line, clean_text
from tui.sources.errors import LoadError
from tui.sources.readers.draft import Draft, DraftParagraph, SourceBytes
from tui.sources.readers.paragraphs import paragraphs
from tui.sources.readers.text import controls_removed

if TYPE_CHECKING:
    from pypdf import PdfReader

_EDGE = 2
"""Lines at the top and bottom of a page among which running titles and page numbers are looked for."""
_TOP = 5
"""Paragraphs among which the title is looked for."""
_NUMBER = re.compile(r"(?:page |p\. ?|seite |- ?)?\d{1,4}(?: ?(?:/|of|von|de|sur) ?\d{1,4})?(?: ?-)?$", re.I)
_DIGITS = re.compile(r"\d+")
_NO_TITLE = re.compile(
    r"\.(?:docx?|pdf|indd|tex|qxd|pages|odt|html?)$|^untitled|^microsoft word|^slide 1$", re.I
)
_SAVE = "save its text as a .txt file and give that"

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def from_pdf(given: SourceBytes) -> Draft:
    """The text of a PDF. Raises LoadError if it is locked, damaged, or only pictures."""
    try:
        from pypdf import apply_configuration
    except ImportError:
        wrong = "a PDF document, and reading those needs a library that is not installed"
        raise LoadError(given.source, wrong, "install it with: pip install 'pypdf>=7.1'") from None
    most = given.limits.source_bytes
    with apply_configuration(
        zlib_maximum_output_length=most,
        lzw_maximum_output_length=most,
        run_length_maximum_output_length=most,
        array_based_stream_maximum_output_length=most,
        jbig2dec_binary=None,  # opening a file starts no program
    ):
        return _read(given)


def _read(given: SourceBytes) -> Draft:
    reader = _opened(given)
    pages, unread = _pages(reader, given)
    text, removed = clean_text("\n".join(_without_running_lines(pages)))
    blocks = tuple(map(DraftParagraph, paragraphs(text, wrapped=True)))
    if not blocks:
        if unread:
            raise LoadError(given.source, "a damaged PDF: no page of it can be read", "get it once more")
        if not pages:
            raise LoadError(given.source, "a PDF without pages", "check the file")
        wrong = "a PDF with no text: scanned pages, that is images"
        raise LoadError(given.source, wrong, "run text recognition (OCR) on it, such as `ocrmypdf`")
    notes = [f"{plural(unread, 'page')} could not be read"] if unread else []
    title, byline, day = _properties(reader)
    notes += filter(None, [controls_removed(removed)])
    return Draft(_headed(blocks, title), title, created=day, byline=byline, notes=tuple(notes))


def _headed(blocks: tuple[DraftParagraph, ...], title: str) -> tuple[DraftParagraph, ...]:
    """The blocks, with the title as a headline where it stands among the first."""
    return tuple(
        DraftParagraph(block.text, Kind.HEADLINE)
        if number < _TOP and title and _letters(block.text) == _letters(title)
        else block
        for number, block in enumerate(blocks)
    )


def _opened(given: SourceBytes) -> PdfReader:
    """The PDF, unlocked where it opens without a password."""
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    locked = LoadError(given.source, "an encrypted PDF that needs a password", "save it without one")
    try:
        reader = PdfReader(io.BytesIO(given.data), strict=False)
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise locked
        return reader
    except LoadError:
        raise
    except DependencyError:
        remedy = "install the library for it with: pip install 'compare-tui[documents]'"
        raise LoadError(given.source, "an encrypted PDF (AES)", remedy) from None
    except MemoryError:
        raise
    except Exception as error:  # pypdf raises whatever Python does when a file is not what it says
        raise _damaged(given, error) from None


def _pages(reader: PdfReader, given: SourceBytes) -> tuple[list[list[str]], int]:
    """The lines of each page, and how many pages could not be read."""
    from pypdf.errors import LimitReachedError

    pages: list[list[str]] = []
    unread = size = 0
    try:
        count = len(reader.pages)
    except MemoryError:
        raise
    except Exception as error:
        raise _damaged(given, error) from None
    for number in range(count):
        try:
            lines = reader.pages[number].extract_text().splitlines()
        except LimitReachedError:
            wrong = larger(given.limits.source_bytes, "what a page of a PDF inflates to")
            raise LoadError(given.source, wrong, _SAVE) from None
        except MemoryError:
            raise
        except Exception:  # the other pages may be sound
            unread += 1
            continue
        size += sum(map(len, lines))
        if size > given.limits.text_bytes:
            raise LoadError(given.source, larger(given.limits.text_bytes, "a text"), f"raise {SIZE_OPTION}")
        pages.append(lines)
    return pages, unread


def _damaged(given: SourceBytes, error: Exception) -> LoadError:
    what = type(error).__name__
    return LoadError(given.source, f"a damaged or truncated PDF ({what})", "get it once more, or " + _SAVE)


def _without_running_lines(pages: Sequence[Sequence[str]]) -> list[str]:
    """All lines, but for page numbers and for what stands at the edge of half of the pages."""
    edges: Counter[str] = Counter()
    for lines in pages:
        told = [line for line in lines if line.strip()]
        edges.update({_place(line) for line in (*told[:_EDGE], *told[-_EDGE:])})
    often = {place for place, count in edges.items() if len(pages) > 2 and count > len(pages) / 2}
    kept: list[str] = []
    for lines in pages:
        numbers = [number for number, line in enumerate(lines) if line.strip()]
        near = {*numbers[:_EDGE], *numbers[-_EDGE:]}
        kept += [
            line
            for number, line in enumerate(lines)
            if number not in near
            or not (_place(line) in often or (len(pages) > 1 and _NUMBER.match(line.strip())))
        ]
    return kept


def _place(line: str) -> str:
    return _DIGITS.sub("0", line.strip().casefold())


def _properties(reader: PdfReader) -> tuple[str, str, str]:
    """Title, author, and day of creation as the file's properties have them."""
    try:
        said = reader.metadata
        if said is None:
            return "", "", ""
        title = clean_line(str(said.title or ""))
        author = clean_line(str(said.author or ""))
        created = said.creation_date
    except MemoryError:
        raise
    except Exception:  # properties are no reason to refuse a text
        return "", "", ""
    day = created.date().isoformat() if isinstance(created, datetime) else ""
    return "" if _NO_TITLE.search(title) else title, author, day


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text[:400]).casefold()
