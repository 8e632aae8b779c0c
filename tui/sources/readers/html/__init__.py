"""Web pages: the article in one, and what stands around it as furniture."""

from __future__ import annotations

from tui.settings.limits import SIZE_OPTION, larger
from tui.sources.errors import LoadError
from tui.sources.readers.draft import Draft, SourceBytes
from tui.sources.readers.html.source import page_text

MISSING = "pip install 'compare-tui[web]'"
"""What installs the libraries that extraction needs; they are too large for everybody (67 MB)."""


def from_html(given: SourceBytes) -> Draft:
    """The article of a page. Raises LoadError if there is none, saying what was found instead."""
    if len(given.data) > given.limits.html_bytes:
        wrong = larger(given.limits.html_bytes, "a web page")
        raise LoadError(given.source, wrong, f"save its text as a .txt file, or raise {SIZE_OPTION}")
    text, notes = page_text(given)
    try:
        from tui.sources.readers.html.extract import extract
    except ImportError as error:
        if "map segment" in str(error):  # a library is there, but the limit on memory keeps it out
            raise MemoryError from None
        wrong = "a web page, and reading those is an extra that is not installed"
        raise LoadError(given.source, wrong, f"install it with: {MISSING}") from None
    return extract(text, notes, given)
