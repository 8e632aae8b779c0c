"""The map of a comparison as SVG: the left article down, the right one across, a mark for every link."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.model import Comparison, Side
from tui.model.wording import plural
from tui.report import ReportOptions
from tui.report.html_page import ReportLink, report_page
from tui.report.labels import passage_id

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"

EDGE = 34
"""Width of the top and left edges, for passage ids, in SVG units."""
_LONGEST = 640
"""Length of the longer axis in SVG units; the other one is in proportion."""
_SMALLEST_STEP, _LARGEST_STEP = 6.0, 26.0
"""SVG units of a passage."""
_TICKS = 10
"""Most ids along an edge."""


class SvgMark(Struct, frozen=True):
    """The mark of a link."""

    link: ReportLink
    x: float
    y: float
    size: float


class SvgTick(Struct, frozen=True):
    """A passage id at an edge, with its grid line."""

    id: str
    at: float


class SvgMap(Struct, frozen=True):
    """The contents of the map, in SVG units from the upper left corner."""

    width: float
    height: float
    edge: int
    marks: tuple[SvgMark, ...]
    down: tuple[SvgTick, ...]
    across: tuple[SvgTick, ...]


def as_svg(comparison: Comparison, options: ReportOptions) -> str:
    """The map as a picture of its own, which follows the viewer's light or dark mode."""
    page = report_page(comparison, options)
    style = (TEMPLATES / "colours.css").read_text(encoding="utf-8")
    return svg_markup(svg_map(comparison, page.links), style)


def svg_map(comparison: Comparison, links: Sequence[ReportLink]) -> SvgMap:
    """Lay out the map: each passage is one step down or across."""
    down, across = (len(article.passages) for article in comparison.articles)
    longest = max(down, across, 1)
    smallest = _SMALLEST_STEP if longest * _SMALLEST_STEP <= 4 * _LONGEST else 0.0
    step = min(_LARGEST_STEP, max(_LONGEST / longest, smallest))
    size = max(step * 0.8, 4.0)

    def middle(id: str) -> float:
        return _rounded(EDGE + step * (int(id[1:]) + 0.5))

    return SvgMap(
        width=_rounded(EDGE + step * across + 8),
        height=_rounded(EDGE + step * down + 8),
        edge=EDGE,
        marks=tuple(SvgMark(link, middle(link.right), middle(link.left), _rounded(size)) for link in links),
        down=_ticks(Side.LEFT, down, step),
        across=_ticks(Side.RIGHT, across, step),
    )


def svg_markup(picture: SvgMap, style: str = "") -> str:
    """The map as an SVG element; with a style it can stand alone."""
    from markupsafe import Markup

    return template_environment().get_template("map.svg").render(picture=picture, style=Markup(style))


@cache
def template_environment() -> Environment:
    """The template engine of the SVG and HTML reports. It escapes everything not marked as safe."""
    import jinja2  # takes 40 ms, and only two formats need it

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["plural"] = plural
    return environment


def _ticks(side: Side, count: int, step: float) -> tuple[SvgTick, ...]:
    every = next(k for k in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10**9) if count <= k * _TICKS)
    return tuple(SvgTick(passage_id(side, k), _rounded(EDGE + step * k)) for k in range(0, count, every))


def _rounded(number: float) -> float:
    return round(number, 2)
