"""Render a comparison as a report: one function per format.

To add a format, write a module `as_<format>.py` with a function of that name and add it to `FORMATS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from msgspec import Struct

from tui.model import Comparison, Side
from tui.model.comparison import DEFAULT_THRESHOLD
from tui.model.difference import Difference

if TYPE_CHECKING:
    from tui.model.story import Story

__all__ = ["FORMATS", "SUFFIXES", "Remark", "ReportOptions", "format_of", "render", "suggested_name"]


class Remark(Struct, frozen=True):
    """A mark or a note by the reader, on a passage or on the link between two."""

    left: int = -1
    """Index of its left passage; -1 for none."""
    right: int = -1
    note: str = ""
    """The text of a note; empty for a mark."""
    when: str = ""
    """Its date as ISO 8601; empty to leave it out."""

    def at(self, side: Side) -> int:
        return self.left if side is Side.LEFT else self.right


class ReportOptions(Struct, frozen=True):
    """Options of all formats; a format ignores those that do not apply to it."""

    threshold: float = DEFAULT_THRESHOLD
    """Lowest score of the links shown, 0 to 100."""
    width: int = 100
    """Line width in terminal cells."""
    remarks: tuple[Remark, ...] = ()
    """Marks and notes, in the order of the report."""
    differences: tuple[Difference, ...] | None = None
    """What `reported_differences` would find, if it is known already."""


Format = Callable[[Comparison, ReportOptions], str]


def _lazy(name: str) -> Format:
    """A stand-in for the function `as_<name>`, whose module is imported at the first call."""

    def render_format(comparison: Comparison, options: ReportOptions) -> str:
        function = getattr(import_module(f"tui.report.as_{name}"), f"as_{name}")
        return cast(Format, function)(comparison, options)

    return render_format


StoryFormat = Callable[["Story", ReportOptions], str]
_STORY_FORMATS = {
    "text": "as_story_text",
    "markdown": "as_story_markdown",
    "html": "as_story_html",
    "json": "as_json",
    "csv": "as_story_csv",
}
"""Modules of the formats of a story. The picture shows two reports only."""

FORMATS: Mapping[str, Format] = MappingProxyType(
    {name: _lazy(name) for name in ("text", "markdown", "html", "json", "csv", "svg")}
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
"""The format for a file name's suffix. The first suffix of a format is its default."""


def render(
    comparison: Comparison | Story,
    format: str,
    *,
    threshold: float | None = None,
    width: int = 100,
    remarks: Iterable[Remark] = (),
    differences: Iterable[Difference] | None = None,
) -> str:
    """Render a comparison in one of `FORMATS`, with the links that score at least `threshold` (0 to 100).

    A story of several reports can be rendered in all of them but "svg"; it has no `remarks`.

    `threshold` defaults to the comparison's own. `width` is in terminal cells; only the text format uses
    it. `remarks` are the reader's marks and notes, for the formats that have a place for them.
    `differences` is what `reported_differences` would find, if it is known already. The output is
    deterministic and ends with a newline. Raises KeyError for an unknown format.
    """
    if threshold is None:
        threshold = comparison.threshold if isinstance(comparison, Comparison) else DEFAULT_THRESHOLD
    options = ReportOptions(
        threshold=threshold,
        width=width,
        remarks=tuple(remarks),
        differences=None if differences is None else tuple(differences),
    )
    if isinstance(comparison, Comparison):
        return FORMATS[format](comparison, options)
    module = import_module(f"tui.report.{_STORY_FORMATS[format]}")
    function = getattr(module, f"as_story_{format}")
    return cast(StoryFormat, function)(comparison, options)


def format_of(path: Path) -> str | None:
    """The format for a file's suffix, or None."""
    return SUFFIXES.get(path.suffix.lower())


def suggested_name(comparison: Comparison, format: str) -> str:
    """A file name for a report: `china-presses-putin-vs-in-moscow-xi.html`; letters, digits and `-` only."""
    suffix = next(suffix for suffix, name in SUFFIXES.items() if name == format)
    parts = [_slug(article.title or article.source) for article in comparison.articles]
    return f"{parts[0] or 'left'}-vs-{parts[1] or 'right'}{suffix}"


_SLUG_WORDS, _SLUG_LENGTH = 5, 40
"""Most words and characters of a title in a file name: some file systems allow 255 bytes, mail less."""


def _slug(title: str) -> str:
    words = re.findall(r"[^\W_]+", title.casefold())
    return "-".join(words[:_SLUG_WORDS])[:_SLUG_LENGTH].strip("-")
