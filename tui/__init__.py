"""compare-tui: reports of one story, aligned, side by side, in a terminal.

From Python, without a terminal:

    from tui import compare, load, render

    comparison = compare(load("left.html"), load("right.txt"))
    html = render(comparison, "html")

`load(source)` reads a path, a web address or `-`; it raises `LoadError`, whose message is one line.
`compare(left, right)` links the passages and names the topics; of up to twelve reports, `compare(a, b, c)`
gives a story with every pair, see `tui.model.story`. `render(comparison, format)` gives "text", "markdown",
"html", "json", "csv" or, of two, "svg"; see `tui.report.render`. Nothing is written anywhere. The values
are defined in `tui.model`.
"""

from __future__ import annotations

TYPE_CHECKING = False
"""As in `typing`, which is slow to import; until the program runs, ctrl+c prints a traceback."""

if TYPE_CHECKING:
    from tui.analysis.story.compare import compare as compare
    from tui.report import render as render
    from tui.sources.load import LoadError as LoadError
    from tui.sources.load import load as load

__version__ = "0.1.0"
__all__ = ["LoadError", "__version__", "compare", "load", "render"]

_HOMES = {
    "LoadError": "tui.sources.load",
    "compare": "tui.analysis.story.compare",
    "load": "tui.sources.load",
    "render": "tui.report",
}
"""Imported on first use: `tui --version` needs none of them."""

if not TYPE_CHECKING:  # hidden from type checkers, which would accept any misspelt name

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
