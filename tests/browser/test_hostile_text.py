"""Texts that look like markup, scripts or requests are shown as text in the browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.page import Page
from tests.hostile_comparison import ATTACKS, hostile, hostile_remarks
from tui.analysis.compare import compare
from tui.model import Comparison
from tui.report import render
from tui.sources.load import load_text

pytestmark = pytest.mark.slow

BIDI_AND_ESCAPES = (
    "The \u202edellik\u202c ferry \x1b]0;owned\x07 sank \u2066off\u2069 Kessel\U000e0041 on Monday."
)


@pytest.fixture
def hostile_page(page: Page, report_file: Path) -> Page:
    report = render(hostile(), "html", remarks=hostile_remarks())
    report_file.write_text(report, encoding="utf-8")
    page.open(report_file)
    return page


def test_no_script_in_a_text_runs_and_no_request_is_sent(hostile_page: Page, report_file: Path) -> None:
    hostile_page.press("nnn")
    hostile_page.point_at("#L1 .text")
    assert hostile_page.ask("return document.documentElement.dataset.owned") is None
    assert hostile_page.ask("return location.href") == report_file.as_uri()
    assert hostile_page.requests() == [report_file.as_uri()]
    assert hostile_page.complaints() == []


def test_the_texts_are_read_as_they_are_written(hostile_page: Page) -> None:
    read = hostile_page.ask("return [...document.querySelectorAll('.left .text')].map((t) => t.textContent)")
    assert read[: len(ATTACKS)] == [" ".join(words.split()) for words in ATTACKS]
    assert hostile_page.ask("return document.querySelector('h3').textContent") == ATTACKS[0]
    assert hostile_page.ask("return document.title").startswith(ATTACKS[0])


def test_no_element_and_no_attribute_comes_from_a_text(hostile_page: Page) -> None:
    assert hostile_page.ask("return document.scripts.length") == 1
    assert hostile_page.ask("return document.querySelectorAll('style').length") == 1
    foreign = "img, iframe, base, link, form, object, embed, [style], [src], [srcdoc], [autofocus]"
    assert hostile_page.ask(f"return document.querySelectorAll('{foreign}').length") == 0
    handlers = hostile_page.ask(
        "return [...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames())"
        ".filter((name) => name.startsWith('on'))"
    )
    assert handlers == []
    targets = hostile_page.ask(
        "return [...document.querySelectorAll('[href]')].map((a) => a.getAttribute('href'))"
    )
    assert all(target.startswith("#") for target in targets)


def test_the_policy_blocks_injected_scripts(page: Page, report_file: Path) -> None:
    """Even if the template failed to escape: an attack injected into the page neither runs nor loads."""
    report = render(hostile(), "html")
    report_file.write_text(report.replace("</main>", "".join(ATTACKS[:6]) + "</main>"), encoding="utf-8")
    page.open(report_file)
    assert page.ask("return document.querySelectorAll('main script, main img').length") > 1
    assert page.ask("return document.documentElement.dataset.owned") is None
    assert page.requests() == [report_file.as_uri()]
    assert any("Content Security Policy" in complaint for complaint in page.complaints())


def test_bidi_controls_and_escapes_of_a_loaded_text_are_gone(page: Page, report_file: Path) -> None:
    article = load_text(BIDI_AND_ESCAPES)
    report = render(Comparison(article, article), "html")
    report_file.write_text(report, encoding="utf-8")
    page.open(report_file)
    read = page.ask("return document.querySelector('#L0 .text').textContent")
    assert read == "The dellik ferry sank off Kessel on Monday."


def test_text_from_right_to_left_stands_at_the_right_edge(page: Page, report_file: Path) -> None:
    left, right = load_text("A ferry burned off Kessel on Monday."), load_text("הספינה בערה ביום שני.")
    report_file.write_text(render(compare(left, right), "html"), encoding="utf-8")
    page.open(report_file)
    style = "return ['L0', 'R0'].map((id) => getComputedStyle(document.querySelector(`#${id} .text`))"
    assert page.ask(f"{style}.textAlign)") == ["start", "right"]
