"""Render a comparison as a report: one function per format.

To add a format, write a module `as_<format>.py` with a function of that name and add it to `FORMATS`; of
several reports, `as_story_<format>.py` and `STORY_FORMATS`.
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
from tui.model.direction import without_isolates

if TYPE_CHECKING:
    from tui.model.story import Story

__all__ = [
    "FORMATS",
    "STORY_FORMATS",
    "SUFFIXES",
    "Remark",
    "ReportOptions",
    "format_of",
    "render",
    "suggested_name",
]


class Remark(Struct, frozen=True):
    """A mark or a note by the reader, on a passage or on the link between two."""

    left: int = -1
    """Index of its left passage; -1 for none."""
    right: int = -1
    note: str = ""
    """The text of a note; empty for a mark."""
    when: str = ""
    """Its date as ISO 8601; empty to leave it out."""
    reports: tuple[int, int] = (0, 1)
    """Of a story, the numbers of the reports that its passages are of, left and right."""

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
StoryFormat = Callable[["Story", ReportOptions], str]


def _lazy(module: str, function: str) -> Callable[..., str]:
    """A stand-in for a function of this package, whose module is imported at the first call."""

    def render_format(*arguments: object) -> str:
        return cast(str, getattr(import_module(f"tui.report.{module}"), function)(*arguments))

    return render_format


FORMATS: Mapping[str, Format] = MappingProxyType(
    {name: _lazy(f"as_{name}", f"as_{name}") for name in ("text", "markdown", "html", "json", "csv", "svg")}
)
STORY_FORMATS: Mapping[str, StoryFormat] = MappingProxyType(
    {
        name: _lazy("as_json" if name == "json" else f"as_story_{name}", f"as_story_{name}")
        for name in FORMATS
        if name != "svg"
    }
)
"""The formats of a story; the picture shows two reports only."""

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

    A story of several reports can be rendered in all of them but "svg".

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
        report = FORMATS[format](comparison, options)
    else:
        report = STORY_FORMATS[format](comparison, options)
    return report if format == "html" else without_isolates(report)


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
