"""Web pages: the article in one, and what stands around it as furniture."""

from __future__ import annotations

from tui.load.draft import Draft, Given
from tui.load.errors import LoadError
from tui.load.html.source import page_text
from tui.load.limits import SIZE_OPTION, larger

MISSING = "pip install 'compare-tui[web]'"
"""What installs the libraries that extraction needs; they are too large for everybody (67 MB)."""


def from_html(given: Given) -> Draft:
    """The article of a page. Raises LoadError if there is none, saying what was found instead."""
    if len(given.data) > given.limits.html_bytes:
        wrong = larger(given.limits.html_bytes, "a web page")
        raise LoadError(given.source, wrong, f"save its text as a .txt file, or raise {SIZE_OPTION}")
    text, notes = page_text(given)
    try:
        from tui.load.html.extract import extract
    except ImportError as error:
        if "map segment" in str(error):  # a library is there, but the limit on memory keeps it out
            raise MemoryError from None
        wrong = "a web page, and reading those is an extra that is not installed"
        raise LoadError(given.source, wrong, f"install it with: {MISSING}") from None
    return extract(text, notes, given)
