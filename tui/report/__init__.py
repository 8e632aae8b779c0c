"""A comparison as a string: one function per format, one table from format to function.

A new format is a module `as_<format>.py` with one function and one line in `FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tui.model import Comparison
from tui.report.as_json import as_json
from tui.report.as_text import as_text
from tui.report.settings import Settings

FORMATS: Mapping[str, Callable[[Comparison, Settings], str]] = MappingProxyType(
    {
        "text": as_text,
        "json": as_json,
    }
)


def render(comparison: Comparison, format: str, *, threshold: float, width: int = 100) -> str:
    """The comparison in one of `FORMATS`, with the links of at least `threshold`.

    `width` is in terminal cells; formats without lines of their own ignore it. The result ends
    with a newline. Raises KeyError if there is no such format.
    """
    return FORMATS[format](comparison, Settings(threshold=threshold, width=width))
