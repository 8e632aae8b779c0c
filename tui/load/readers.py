"""The one table of readers, and the way from bytes to an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tui.load.article import article
from tui.load.draft import Draft, Given
from tui.load.errors import LoadError
from tui.load.from_markdown import from_markdown
from tui.load.from_text import from_text
from tui.load.kinds import SourceKind, kind_of
from tui.load.limits import QUICK_BYTES
from tui.model import Article

Reader = Callable[[Given], Draft]
"""Raises LoadError."""


# The large ones are imported when they are needed.
def _from_html(given: Given) -> Draft:
    from tui.load.html import from_html

    return from_html(given)


def _from_pdf(given: Given) -> Draft:
    from tui.load.from_pdf import from_pdf

    return from_pdf(given)


def _from_docx(given: Given) -> Draft:
    from tui.load.from_docx import from_docx

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


def is_quick(given: Given) -> bool:
    """Whether it can be read at once, without a process of its own. Raises LoadError."""
    return len(given.data) <= _QUICK_BYTES.get(kind_of(given), 0)


def draft_of(given: Given) -> Draft:
    """What the reader for these bytes makes of them. Raises LoadError."""
    if not given.data.strip():
        raise LoadError(given.source, "it is empty", "give a file with an article")
    return READERS[kind_of(given)](given)


def article_of(given: Given) -> Article:
    """The article in some bytes. Raises LoadError."""
    return article(draft_of(given), given.source)
