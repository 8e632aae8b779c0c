"""The comparison as one HTML file, readable without a network or scripts."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache

from tui import __version__
from tui.model import Comparison
from tui.model.symbols import UNICODE
from tui.report import ReportOptions
from tui.report.as_svg import TEMPLATES, svg_map, svg_markup, template_environment
from tui.report.differences import difference_sign
from tui.report.html_page import ReportPage, report_page


def as_html(comparison: Comparison, options: ReportOptions) -> str:
    """Both articles with their links as lines, topics, differences, unmatched passages, notes, the map.

    The content security policy of the page allows nothing but its own style and script.
    """
    from markupsafe import Markup

    page = report_page(comparison, options)
    style = read_template("colours.css") + read_template("report.css") + _row_rules(page)
    script = read_template("report.js")
    return (
        template_environment()
        .get_template("report.html")
        .render(
            page=page,
            sign_of=difference_sign,
            relations=UNICODE.of_relations,
            version=__version__,
            policy=page_policy(style, script),
            # Markup is for our own text only; everything from an article is escaped by the template.
            style=Markup(style),
            script=Markup(script),
            map=Markup(svg_markup(svg_map(comparison, page.links))),
        )
        .lstrip()
    )


@cache
def read_template(name: str) -> str:
    """A file of the templates' folder."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def page_policy(style: str, script: str) -> str:
    """The content security policy of a page with nothing but this style and script."""
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _row_rules(page: ReportPage) -> str:
    """CSS rules for the grid rows; the content security policy forbids style attributes."""
    starts = {row.number + 1 for column in page.columns for row in column.rows} | {1}
    ends = {link.bottom + (2 if link.slope == "level" else 1) for link in page.links}
    return _rules("s", "start", starts) + _rules("e", "end", ends)


def _rules(letter: str, edge: str, rows: Iterable[int]) -> str:
    return "".join(f".{letter}{row}{{grid-row-{edge}:{row}}}\n" for row in sorted(rows))
