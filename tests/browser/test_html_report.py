"""The HTML report in a real browser: lines end at their passages, nothing is loaded, keys work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser import pairs
from tests.browser.page import Page
from tui.model import Comparison

pytestmark = pytest.mark.slow

WIDTHS = (1400, 900, 600)
TOLERANCE = 3.0
"""Tolerance in pixels for the end of a line."""

PAIRS = {"bundled": pairs.bundled, "2 x 500": pairs.long_pair}
both = pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS.keys())


@pytest.fixture
def opened(page: Page, report_file: Path) -> Callable[[Comparison], Page]:
    """Opens the full report of a comparison."""

    def open_report(comparison: Comparison) -> Page:
        report_file.write_text(pairs.full_report(comparison), encoding="utf-8")
        page.open(report_file)
        return page

    return open_report


@both
def test_every_line_ends_at_its_two_passages_at_every_width(
    pair: Callable[[], Comparison], opened: Callable[[Comparison], Page]
) -> None:
    comparison = pair()
    links = [f"L{link.left}-R{link.right}" for link in comparison.links_from(comparison.threshold)]
    page = opened(comparison)
    for width in WIDTHS:
        page.wide(width)
        ends = page.line_ends()
        assert [end["link"] for end in ends] == links
        assert all(end["drawn"] for end in ends)
        assert max(abs(off) for end in ends for off in end["off"]) <= TOLERANCE


def test_the_lines_need_no_script(opened: Callable[[Comparison], Page], page: Page) -> None:
    page.scripts(False)
    opened(pairs.bundled())
    assert page.ask("return document.querySelector('.walk').checkVisibility()") is False
    for width in WIDTHS:
        page.wide(width)
        assert max(abs(off) for end in page.line_ends() for off in end["off"]) <= TOLERANCE


@both
def test_no_request_is_sent_and_no_error_logged(
    pair: Callable[[], Comparison], opened: Callable[[Comparison], Page], report_file: Path
) -> None:
    page = opened(pair())
    page.press("n")
    assert page.requests() == [report_file.as_uri()]
    assert page.complaints() == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_element_is_wider_than_the_page(opened: Callable[[Comparison], Page], width: int) -> None:
    page = opened(pairs.bundled())
    page.wide(width)
    assert page.ask("return document.documentElement.scrollWidth") <= width


_IN_VIEW = """
const current = [...document.querySelectorAll(".passage.current")];
const [left, right] = current.map((passage) => passage.getBoundingClientRect());
const seen = (rect) => rect.top >= 0 && rect.bottom <= innerHeight;
const apart = Math.max(left.bottom, right.bottom) - Math.min(left.top, right.top) >= 0.8 * innerHeight;
return seen(left) && (apart || seen(right));
"""
"""Whether both ends of the current link are on the screen; if they are too far apart, the left one."""


def current(page: Page) -> list[str]:
    current: list[str] = page.ask(
        "return [...document.querySelectorAll('.passage.current')].map((p) => p.id)"
    )
    return current


@both
def test_n_and_p_walk_from_link_to_link_and_bring_them_into_view(
    pair: Callable[[], Comparison], opened: Callable[[Comparison], Page]
) -> None:
    comparison = pair()
    page = opened(comparison)
    page.wide(1400)
    first, second, third = (
        [f"L{link.left}", f"R{link.right}"] for link in comparison.links_from(comparison.threshold)[:3]
    )
    page.press("n")
    assert current(page) == first
    page.press("nn")
    assert current(page) == third
    page.press("p")
    assert current(page) == second
    assert page.ask("return document.getElementById('place').textContent").startswith("2/")
    page.wait_for(_IN_VIEW)
    page.press("n" * 15)
    page.wait_for(_IN_VIEW)


def test_the_walk_ends_at_the_last_link(opened: Callable[[Comparison], Page]) -> None:
    comparison = pairs.bundled()
    page = opened(comparison)
    links = comparison.links_from(comparison.threshold)
    page.press("n" * (len(links) + 3))
    assert current(page) == [f"L{links[-1].left}", f"R{links[-1].right}"]


def test_pointing_at_a_passage_lights_its_links_and_their_other_ends(
    opened: Callable[[Comparison], Page],
) -> None:
    comparison = pairs.bundled()
    page = opened(comparison)
    page.wide(1400)
    page.point_at("#L5 .text")
    lit = page.ask("return [...document.querySelectorAll('.passage.lit')].map((p) => p.id)")
    ends = {f"R{link.right}" for link in comparison.links_from(comparison.threshold) if link.left == 5}
    assert set(lit) == {"L5"} | ends


def test_print_has_the_texts_and_ids_without_interactive_parts(
    opened: Callable[[Comparison], Page],
) -> None:
    page = opened(pairs.bundled())
    page.media(print=True)
    shown = "return document.querySelector('{}').checkVisibility()"
    assert [page.ask(shown.format(part)) for part in (".passage", ".chip", "table", ".map")] == [True] * 4
    assert [page.ask(shown.format(gone)) for gone in (".walk", ".line", "nav")] == [False] * 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened: Callable[[Comparison], Page], scheme: str) -> None:
    page = opened(pairs.bundled())
    page.media(dark=scheme == "dark")
    for width in (WIDTHS[0], WIDTHS[-1]):
        page.wide(width)
        assert page.accessibility_problems() == []


def test_axe_finds_nothing_in_a_long_report(opened: Callable[[Comparison], Page]) -> None:
    assert opened(pairs.long_pair(120)).accessibility_problems() == []
