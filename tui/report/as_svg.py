"""The map of a comparison as an SVG picture of its own."""

from __future__ import annotations

from tui.model import Comparison
from tui.report.as_html import TEMPLATES, drawn
from tui.report.options import ReportOptions
from tui.report.page import page_of
from tui.report.picture import picture_of


def as_svg(comparison: Comparison, settings: ReportOptions) -> str:
    """The left article down, the right one across, every link a mark; light and dark by itself."""
    page = page_of(comparison, settings)
    style = (TEMPLATES / "colours.css").read_text(encoding="utf-8")
    return drawn(picture_of(comparison, page.ties), style)
