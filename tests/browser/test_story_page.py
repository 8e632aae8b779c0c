"""The page of a story in a real browser: a click shows the passages side by side, and nothing is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.page import Page
from tests.report.stories import five
from tui.report import render

pytestmark = pytest.mark.slow

_SHOWN = """
return [...document.querySelectorAll(".card")].filter(card => card.checkVisibility())
  .map(card => card.dataset.report)
"""
_CLICK = """
[...document.querySelectorAll("tr.row")].find(row => row.innerText.includes({words!r}))
  .querySelector("[data-report={letter}]").click()
"""


@pytest.fixture
def opened(page: Page, report_file: Path) -> Page:
    report_file.write_text(render(five(), "html"), encoding="utf-8")
    page.open(report_file)
    return page


def click(page: Page, words: str, letter: str) -> None:
    page.ask(_CLICK.format(words=words, letter=letter))


def test_a_cell_shows_its_passage_beside_that_of_the_row(opened: Page) -> None:
    assert opened.ask(_SHOWN) == []
    click(opened, "Nine miners were pulled alive", "D")
    assert opened.ask(_SHOWN) == ["A", "D"]
    click(opened, "Nine miners were pulled alive", "D")
    assert opened.ask(_SHOWN) == []


def test_the_rows_own_cell_shows_all_reports_that_have_something(opened: Page) -> None:
    click(opened, "Nine miners were pulled alive", "A")
    assert opened.ask(_SHOWN) == ["A", "B", "C", "D"]
    opened.press("\ue00c")  # escape
    assert opened.ask(_SHOWN) == []


@pytest.mark.parametrize(
    ("name", "count"), [("several", 4), ("all", 0), ("one", 5), ("disputed", 1), ("every", 9)]
)
def test_filters_choose_the_statements(opened: Page, name: str, count: int) -> None:
    opened.ask(f"document.querySelector('[data-filter={name}]').click()")
    shown = "return [...document.querySelectorAll('tr.row')].filter(row => row.checkVisibility()).length"
    assert opened.ask(shown) == count
    assert opened.ask("return document.getElementById('shown').textContent") == f"{count} of 9 statements"


def test_without_a_script_all_passages_are_there(page: Page, report_file: Path) -> None:
    page.scripts(False)
    report_file.write_text(render(five(), "html"), encoding="utf-8")
    page.open(report_file)
    assert page.ask(_SHOWN).count("A") >= 3


def test_no_request_is_sent_no_error_logged_and_it_can_be_used_by_all(
    opened: Page, report_file: Path
) -> None:
    click(opened, "Nine miners were pulled alive", "B")
    assert opened.requests() == [report_file.as_uri()]
    assert opened.complaints() == []
    assert opened.accessibility_problems() == []


@pytest.mark.parametrize("width", [1400, 900, 600])
def test_no_element_is_wider_than_the_page(opened: Page, width: int) -> None:
    opened.wide(width)
    assert opened.ask("return document.documentElement.scrollWidth") <= width
