"""The Markdown report: a CommonMark parser reads it as intended, whatever the texts contain."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.examples import ferry
from tests.hostile_comparison import hostile, hostile_remarks
from tui.model import Article, Comparison, Evidence, Kind, Link, Passage, Relation, Span, Topic
from tui.report import Remark, render
from tui.report.as_markdown import escaped

_BLOCKS = {"h1", "h2", "h3", "li", "p"}


class _Reader(HTMLParser):
    """The tags of a page, and the text of each of its blocks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.blocks: list[str] = [""]
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        if tag in _BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        self.blocks[-1] += data


def read(report: str, flavour: str = "commonmark") -> _Reader:
    return _Reader(MarkdownIt(flavour).render(report))


def blocks(report: str) -> list[str]:
    return [" ".join(block.split()) for block in read(report).blocks if block.strip()]


def test_a_group_is_a_heading_its_passages_and_why(comparison: Comparison) -> None:
    lines = blocks(render(comparison, "markdown", threshold=50))
    at = lines.index("T1 cost of the repairs")
    assert lines[at : at + 7] == [
        "T1 cost of the repairs",
        "L4 – R2, R3",
        "L4 Repairs will cost 4.2 million crowns.",
        "R2 The mayor wants the state to pay for the repairs.",
        "R3 They are put at 4.2 million crowns, twice the figure named last year.",
        "L4–R2 ~ related, score 55: repairs",
        "L4–R3 ≈ same statement, score 76: 4.2 million; next to L3–R1",
    ]


def test_both_articles_are_named_with_their_facts(comparison: Comparison) -> None:
    lines = blocks(render(comparison, "markdown", threshold=50))
    assert lines[1] == (
        "LEFT: Bridge over the Varn stays shut – The Varn Bee, 2024-02-05, 49 words; "
        "note: 3 control characters removed"
    )
    signs = "Signs: = same words, ≈ same statement, ~ related, ? weak."
    assert lines[3].startswith("4 links at threshold 50: 1 same words")
    assert lines[3].endswith(f"Scores from words alone. {signs}")


def test_unmatched_passages_are_listed(comparison: Comparison) -> None:
    lines = blocks(render(comparison, "markdown", threshold=50))
    assert lines[-8:] == [
        "Only in left (2)",
        "L5 Ferries are to run every 20 minutes.",
        "L6 A swan has nested under the second arch.",
        "Only in right (1)",
        "R4 Shopkeepers on the east bank fear for their trade.",
        "Boilerplate in left (2)",
        "L0 (headline) Bridge over the Varn stays shut",
        "L1 (byline) By Ida Holm",
    ]


def test_notes_have_a_section_only_if_there_are_any(comparison: Comparison) -> None:
    assert "Marks and notes" not in render(comparison, "markdown")
    lines = blocks(render(comparison, "markdown", remarks=(Remark(2, 0, "a *note*"), Remark(3))))
    assert lines[lines.index("Marks and notes") + 1 :][:2] == ["L2–R0 a *note*", "L3 marked"]


def test_differences_have_both_values() -> None:
    lines = blocks(render(ferry(), "markdown"))
    assert any("12 ≠ 15" in line for line in lines[lines.index("Differences") :])


@pytest.mark.parametrize("flavour", ["commonmark", "gfm-like", "js-default"])
def test_hostile_texts_make_no_markup_of_their_own(flavour: str) -> None:
    report = render(hostile(), "markdown", remarks=hostile_remarks())
    parser = MarkdownIt(flavour, {"linkify": False})
    if flavour == "gfm-like":
        parser.disable("linkify")
    assert _Reader(parser.render(report)).tags <= {"h1", "h2", "h3", "ul", "li", "p", "strong"}


MARKS = "*_|<>`~#&[]()!\\-+=:.\"'$^{}/ \n\t1aé中"


@given(st.text(alphabet=st.sampled_from(MARKS), max_size=40))
def test_any_text_is_read_as_it_is(text: str) -> None:
    line = f"- **L1** {escaped(text)}"
    assert blocks(line) == [" ".join(f"L1 {text}".split())]
    assert read(line).tags == {"ul", "li", "strong"}


@given(
    st.text(alphabet=st.sampled_from(MARKS), max_size=40),
    st.text(alphabet=st.sampled_from(MARKS), min_size=1, max_size=20),
)
def test_a_whole_report_of_any_texts_has_its_own_blocks_only(text: str, label: str) -> None:
    passage = Passage(0, 0, Span(0, len(text)), Kind.BODY, text)
    article = Article(label, text, (passage,), label)
    link = Link(0, 0, 80.0, Relation.SAME, Evidence(copied=label, same_words=True), 0)
    comparison = Comparison(article, article, (link,), (Topic(label),))
    lines = blocks(render(comparison, "markdown"))
    squeezed = " ".join(text.split())
    assert lines[6:8] == [f"L0 {squeezed}".strip(), f"R0 {squeezed}".strip()]
    assert lines[4] == f"T1 {' '.join(label.split())}".strip()
    assert lines[5] == "L0 – R0"
    assert re.match(r"L0–R0 = same words, score 80: same words “", lines[8])
