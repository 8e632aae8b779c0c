"""The comparison as one HTML file: it needs no network, and no script to be read."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tui import __version__
from tui.model import Comparison
from tui.model.wording import plural
from tui.report.disagreement import BETWEEN
from tui.report.options import ReportOptions
from tui.report.page import ReportPage, page_of
from tui.report.picture import Picture, picture_of

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"


def as_html(comparison: Comparison, settings: ReportOptions) -> str:
    """Both articles with their links drawn, topics, what only one tells, the map.

    The page's own policy lets it load nothing and run nothing but the one script in it.
    """
    from markupsafe import Markup

    page = page_of(comparison, settings)
    style = _read("colours.css") + _read("report.css") + _placing(page)
    script = _read("report.js")
    picture = drawn(picture_of(comparison, page.ties))
    return (
        environment()
        .get_template("report.html")
        .render(
            page=page,
            between=BETWEEN,
            version=__version__,
            policy=_policy(style, script),
            # Ours, and made of numbers: what comes from an article goes through the template only.
            style=Markup(style),
            script=Markup(script),
            map=Markup(picture),
        )
        .lstrip()
    )


def drawn(picture: Picture, style: str = "") -> str:
    """The map as SVG; with a style it stands by itself."""
    from markupsafe import Markup

    return environment().get_template("map.svg").render(picture=picture, style=Markup(style))


@cache
def environment() -> Environment:
    """The template engine; it escapes everything that is not said to be safe."""
    import jinja2  # 40 ms, and only two formats need it

    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["plural"] = plural
    return made


@cache
def _read(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _placing(page: ReportPage) -> str:
    """The rules that put everything in its row; the policy allows no style in an element."""
    starts = {place.row + 1 for column in page.columns for place in column.places} | {1}
    ends = {tie.bottom + (2 if tie.way == "level" else 1) for tie in page.ties}
    return _rules("s", "start", starts) + _rules("e", "end", ends)


def _rules(letter: str, edge: str, rows: Iterable[int]) -> str:
    return "".join(f".{letter}{row}{{grid-row-{edge}:{row}}}\n" for row in sorted(rows))
