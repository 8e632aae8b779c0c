"""A comparison as a string: one function per format, one table from format to function.

A new format is a module `as_<format>.py` with one function and one line in `FORMATS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import cast

from tui.model import Comparison
from tui.report.options import Remark, ReportOptions

__all__ = ["FORMATS", "SUFFIXES", "Remark", "ReportOptions", "format_of", "render", "suggested_name"]

Format = Callable[[Comparison, ReportOptions], str]


def _lazily(name: str) -> Format:
    """The function `as_<name>` of the module of that name, imported when it is first wanted."""

    def made(comparison: Comparison, settings: ReportOptions) -> str:
        function = getattr(import_module(f"tui.report.as_{name}"), f"as_{name}")
        return cast(Format, function)(comparison, settings)

    return made


FORMATS: Mapping[str, Format] = MappingProxyType(
    {name: _lazily(name) for name in ("text", "markdown", "html", "json", "csv", "svg")}
)

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".json": "json",
        ".csv": "csv",
        ".svg": "svg",
    }
)
"""The format that the end of a file's name asks for; the first of a format is the one it is given."""


def render(
    comparison: Comparison,
    format: str,
    *,
    threshold: float | None = None,
    width: int = 100,
    remarks: Iterable[Remark] = (),
) -> str:
    """The comparison in one of `FORMATS`, with the links of at least `threshold` (0 to 100).

    Without a threshold it is the comparison's own. `width` is in terminal cells; formats without
    lines of their own ignore it. `remarks` are the reader's marks and notes, told by the
    formats that have a place for them. The same input gives the same bytes, and the result
    ends with a newline. Raises KeyError if there is no such format.
    """
    settings = ReportOptions(
        threshold=comparison.threshold if threshold is None else threshold,
        width=width,
        remarks=tuple(remarks),
    )
    return FORMATS[format](comparison, settings)


def format_of(path: Path) -> str | None:
    """The format that a file's name asks for; None if it asks for none."""
    return SUFFIXES.get(path.suffix.lower())


def suggested_name(comparison: Comparison, format: str) -> str:
    """A file name for a report: `china-presses-putin-vs-in-moscow-xi.html`; letters, digits and `-` only."""
    suffix = next(suffix for suffix, name in SUFFIXES.items() if name == format)
    parts = [_slug(article.title or article.source) for article in comparison.articles]
    return f"{parts[0] or 'left'}-vs-{parts[1] or 'right'}{suffix}"


_WORDS, _LONGEST = 5, 40
"""Words and characters of a title in a file name: some file systems hold 255 bytes, and mails cut more."""


def _slug(title: str) -> str:
    words = re.findall(r"[^\W_]+", title.casefold())
    return "-".join(words[:_WORDS])[:_LONGEST].strip("-")
