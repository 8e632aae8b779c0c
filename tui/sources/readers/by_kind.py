"""The one table of readers, and the way from bytes to an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui.model import Article
from tui.settings.limits import QUICK_BYTES
from tui.sources.errors import LoadError
from tui.sources.passages.build_article import build_article
from tui.sources.readers.draft import Draft, SourceBytes
from tui.sources.readers.kinds import SourceKind, kind_of
from tui.sources.readers.markdown import from_markdown
from tui.sources.readers.text import from_text

Reader = Callable[[SourceBytes], Draft]
"""Raises LoadError."""


# The large ones are imported when they are needed.
def _from_html(given: SourceBytes) -> Draft:
    from tui.sources.readers.html import from_html

    return from_html(given)


def _from_pdf(given: SourceBytes) -> Draft:
    from tui.sources.readers.pdf import from_pdf

    return from_pdf(given)


def _from_docx(given: SourceBytes) -> Draft:
    from tui.sources.readers.docx import from_docx

    return from_docx(given)


READERS: Mapping[SourceKind, Reader] = {
    SourceKind.TEXT: from_text,
    SourceKind.MARKDOWN: from_markdown,
    SourceKind.HTML: _from_html,
    SourceKind.PDF: _from_pdf,
    SourceKind.DOCX: _from_docx,
}

_QUICK_BYTES = {SourceKind.TEXT: QUICK_BYTES, SourceKind.MARKDOWN: QUICK_BYTES // 4}
"""Up to which a source of that kind is read in a fraction of a second, whatever is in it."""


def is_quick(given: SourceBytes) -> bool:
    """Whether it can be read at once, without a process of its own. Raises LoadError."""
    return len(given.data) <= _QUICK_BYTES.get(kind_of(given), 0)


def draft_of(given: SourceBytes) -> Draft:
    """What the reader for these bytes makes of them. Raises LoadError."""
    if not given.data.strip():
        raise LoadError(given.source, "it is empty", "give a file with an article")
    return READERS[kind_of(given)](given)


def article_of(given: SourceBytes) -> Article:
    """The article in some bytes. Raises LoadError."""
    return build_article(draft_of(given), given.source)
