"""The table of readers, and the functions that use it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui.model import Article
from tui.settings.limits import QUICK_BYTES
from tui.sources.draft import Draft, SourceBytes
from tui.sources.errors import LoadError
from tui.sources.passages.build_article import build_article
from tui.sources.readers.kinds import SourceKind, kind_of
from tui.sources.readers.text import read_text

Reader = Callable[[SourceBytes], Draft]
"""Turns bytes into a draft. Raises LoadError."""


# Every reader but that of the commonest kind is imported when it is needed.
def _read_markdown(source_bytes: SourceBytes) -> Draft:
    from tui.sources.readers.markdown import read_markdown

    return read_markdown(source_bytes)


def _read_html(source_bytes: SourceBytes) -> Draft:
    from tui.sources.readers.html import read_html

    return read_html(source_bytes)


def _read_pdf(source_bytes: SourceBytes) -> Draft:
    from tui.sources.readers.pdf import read_pdf

    return read_pdf(source_bytes)


def _read_docx(source_bytes: SourceBytes) -> Draft:
    from tui.sources.readers.docx import read_docx

    return read_docx(source_bytes)


def _read_epub(source_bytes: SourceBytes) -> Draft:
    from tui.sources.readers.epub import read_epub

    return read_epub(source_bytes)


def _read_email(source_bytes: SourceBytes) -> Draft:
    from tui.sources.readers.mail import read_email

    return read_email(source_bytes)


READERS: Mapping[SourceKind, Reader] = {
    SourceKind.TEXT: read_text,
    SourceKind.MARKDOWN: _read_markdown,
    SourceKind.HTML: _read_html,
    SourceKind.PDF: _read_pdf,
    SourceKind.DOCX: _read_docx,
    SourceKind.EPUB: _read_epub,
    SourceKind.EMAIL: _read_email,
}

_QUICK_BYTES = {SourceKind.TEXT: QUICK_BYTES, SourceKind.MARKDOWN: QUICK_BYTES // 4}
"""Size up to which a source of that kind is read in a fraction of a second, whatever its content."""


def is_quick(source_bytes: SourceBytes) -> bool:
    """Whether the source can be read at once, without the sandbox. Raises LoadError."""
    return len(source_bytes.data) <= _QUICK_BYTES.get(kind_of(source_bytes), 0)


def read_draft(source_bytes: SourceBytes) -> Draft:
    """Read the bytes with the reader for their kind. Raises LoadError."""
    if not source_bytes.data.strip():
        raise LoadError(source_bytes.source, "it is empty", "give a file with an article")
    return READERS[kind_of(source_bytes)](source_bytes)


def read_article(source_bytes: SourceBytes) -> Article:
    """Read the bytes and cut the draft into passages. Raises LoadError."""
    return build_article(read_draft(source_bytes), source_bytes.source, source_bytes.language)
