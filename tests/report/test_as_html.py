"""The HTML report as a file: well-formed, self-contained, with a strict policy. See also `tests/browser`."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from tests.examples import ferry
from tests.hostile_comparison import hostile, hostile_remarks
from tui.model import Comparison
from tui.report import Remark, render

_VOID = {"meta", "link", "br", "hr", "img", "input"}


class _Elements(HTMLParser):
    """Collects every element with its attributes, and checks that each is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        assert len(attrs) == len(dict(attrs)), "an attribute given twice"
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag


def html(comparison: Comparison) -> str:
    return render(comparison, "html", remarks=(Remark(2, 0, "first\nsecond"), Remark(3)))


def hostile_html() -> str:
    return render(hostile(), "html", remarks=hostile_remarks())


def test_every_element_is_closed_and_every_id_is_there_once(comparison: Comparison) -> None:
    for page in (html(comparison), hostile_html(), render(Comparison(), "html")):
        ids = [about["id"] for _, about in _Elements(page).elements if "id" in about]
        assert len(ids) == len(set(ids))


def test_every_reference_inside_leads_somewhere(comparison: Comparison) -> None:
    elements = _Elements(html(comparison)).elements
    ids = {about["id"] for _, about in elements if "id" in about}
    for _, about in elements:
        target = about.get("href")
        assert target is None or (target[0] == "#" and target[1:] in ids)
        for name in ("aria-labelledby", "data-left", "data-right"):
            assert about.get(name) is None or about[name] in ids


def test_the_policy_allows_the_one_style_and_the_one_script_by_their_digests(comparison: Comparison) -> None:
    page = html(comparison)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    policy_text = policy[1].replace("&#39;", "'")
    assert policy_text.startswith("default-src 'none'; ")
    assert "unsafe" not in policy_text
    for tag in ("style", "script"):
        [content] = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy_text


def test_no_text_becomes_an_element_an_attribute_or_an_address() -> None:
    elements = _Elements(hostile_html()).elements
    plain = {tag for tag, _ in _Elements(render(Comparison(), "html")).elements}
    more = {
        "h3",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "svg",
        "path",
        "g",
        "title",
        "text",
        "rect",
        "circle",
    }
    assert {tag for tag, _ in elements} <= plain | more | {"ol", "details", "summary", "bdi"}
    for tag, about in elements:
        assert not any(name.startswith("on") or name in ("style", "src", "srcdoc") for name in about), tag


def test_an_expression_in_a_text_is_not_worked_out() -> None:
    page = hostile_html()
    assert "{{7*7}}" in page
    assert ">49 " not in page


@pytest.mark.parametrize("threshold", [0, 50, 95])
def test_every_passage_and_every_link_is_there(comparison: Comparison, threshold: float) -> None:
    page = render(comparison, "html", threshold=threshold)
    elements = _Elements(page).elements
    ids = {about["id"] for _, about in elements if "id" in about}
    assert {f"L{p.index}" for p in comparison.left.passages} <= ids
    assert {f"R{p.index}" for p in comparison.right.passages} <= ids
    drawn = [(about["data-left"], about["data-right"]) for tag, about in elements if "data-left" in about]
    assert drawn == [(f"L{link.left}", f"R{link.right}") for link in comparison.links_from(threshold)]


def test_differences_and_notes_have_a_section_only_if_there_are_any(comparison: Comparison) -> None:
    nothing = render(Comparison(), "html")
    assert 'id="differences"' not in nothing and 'id="notes"' not in nothing
    page = render(ferry(), "html")
    assert re.search(r"<bdi>12</bdi>.*≠.*<bdi>15</bdi>", page)
    full = html(comparison)
    assert "first\nsecond" in full
    assert 'href="#note-1"' in full


def test_a_language_that_is_none_is_left_out() -> None:
    elements = _Elements(hostile_html()).elements
    assert {about["lang"] for _, about in elements if "lang" in about} == {"en"}
