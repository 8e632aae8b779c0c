"""The beginning of a long text, to be read while the whole is being loaded."""

from __future__ import annotations

from pathlib import Path

from tui.model import Article
from tui.settings.limits import Limits
from tui.sources.errors import LoadError
from tui.sources.readers.by_kind import article_of
from tui.sources.readers.draft import SourceBytes
from tui.sources.readers.kinds import SourceKind, kind_of

BEGINNING = 32 * 1024
"""Bytes of a long text that are read at once: a dozen screens, in a thirtieth of a second."""
LONG = 3 * BEGINNING
"""Bytes from which a text is long."""


def load_beginning(source: str, limits: Limits | None = None) -> Article | None:
    """The article that the first paragraphs of a long text file make.

    None for every other source, and where anything is wrong: then the load of the whole says it.
    """
    limits = limits or Limits()
    try:
        path = Path(source)
        if not path.is_file() or not LONG <= path.stat().st_size <= limits.text_bytes:
            return None
        with path.open("rb") as file:
            data = file.read(BEGINNING)
    except (OSError, ValueError):
        return None
    end = max(data.rfind(b"\n\n"), data.rfind(b"\r\n\r\n"))
    given = SourceBytes(data[: max(0, end)], source, limits=limits)
    try:
        return article_of(given) if given.data and kind_of(given) is SourceKind.TEXT else None
    except LoadError:
        return None
