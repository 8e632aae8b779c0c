"""Web pages: the article of a page, and the rest of the page as boilerplate."""

from __future__ import annotations

from tui.settings.limits import SIZE_OPTION, size_limit_message
from tui.sources.draft import Draft, SourceBytes
from tui.sources.errors import LoadError, import_failure
from tui.sources.readers.html.source import page_text


def read_html(source_bytes: SourceBytes) -> Draft:
    """Read the article of a page. Raises LoadError, naming the kind of page, if there is none."""
    if len(source_bytes.data) > source_bytes.limits.html_bytes:
        wrong = size_limit_message(source_bytes.limits.html_bytes, "a web page")
        raise LoadError(source_bytes.source, wrong, f"save its text as a .txt file, or raise {SIZE_OPTION}")
    text, notes = page_text(source_bytes)
    try:
        from tui.sources.readers.html.extract import extract
    except ImportError as error:
        raise import_failure(source_bytes.source, error) from None
    return extract(text, notes, source_bytes)
