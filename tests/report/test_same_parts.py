"""The formats that people read have the same parts."""

from __future__ import annotations

import html
import json
import re

import pytest
from msgspec.structs import replace

from tests.analysis.differences.scoring import article, linked
from tests.report.stories import five
from tui.analysis.differences.ledger import differences
from tui.model import Comparison, Link, Relation, Span, Topic
from tui.model.difference import Difference, Fact, FactKind, State
from tui.report import Remark, render

FORMATS = ["text", "markdown", "html"]
TWICE = Difference(
    FactKind.NUMBER,
    State.DIFFERS,
    Fact(FactKind.NUMBER, "4.2", "4200000", Span(0, 3)),
    Fact(FactKind.NUMBER, "5", "5", Span(0, 1)),
    4,
    3,
    0.8,
    2,
    "said of two years",
)
ONE_SIDED = Difference(
    FactKind.QUANTITY, State.ONLY_LEFT, Fact(FactKind.QUANTITY, "20 minutes", "20 minutes"), None, 5, 4, 0.7
)


@pytest.fixture
def full(comparison: Comparison) -> Comparison:
    """With a topic of one article, and one whose passages have no link."""
    more = Topic("swan on its nest", (), (6,), ()), Topic("trade and ferries", (), (5,), (4,))
    return replace(comparison, topics=(*comparison.topics, *more))


def report(comparison: Comparison, format: str) -> str:
    """The report without mark-up and line breaks."""
    entries = (TWICE, ONE_SIDED)
    text = render(comparison, format, threshold=50, width=160, differences=entries, remarks=[Remark(3)])
    if format == "html":
        text = html.unescape(re.sub(r"<[^>]*>", "", text))
    return " ".join(re.sub(r"[*#\\]", "", text).split())


@pytest.mark.parametrize("format", FORMATS)
def test_all_counts_are_told(full: Comparison, format: str) -> None:
    assert (
        "4 links at threshold 50: 1 same words (=), 2 same statement (≈), 1 related (~). "
        "3 topics are in both articles. Passages: 2 only in left, 1 only in right. Scores from words alone."
    ) in report(full, format)


@pytest.mark.parametrize("format", FORMATS)
def test_topics_without_a_pair_are_listed_too(full: Comparison, format: str) -> None:
    text = report(full, format)
    assert "T3 swan on its nest, only in left: L6" in text
    assert "T4 trade and ferries, in both: L5, R4" in text
    assert "Other topics" not in report(replace(full, topics=full.topics[:2]), format)


@pytest.mark.parametrize("format", FORMATS)
def test_differences_are_listed_with_how_often_and_why(full: Comparison, format: str) -> None:
    text = report(full, format)
    assert re.search(r"L4–R3,? 2 times;? said of two years", text)


def told_of_quotations(threshold: float) -> tuple[Comparison, tuple[Difference, ...]]:
    left = article("“We will never surrender our land, and we will rebuild every town,” he said.")
    right = article("“We will never surrender our land,” the president said.")
    comparison = replace(linked(left, right, (0, 0)), links=(Link(0, 0, 99.97, Relation.SAME),))
    return comparison, differences(comparison, threshold)


@pytest.mark.parametrize("format", FORMATS)
def test_a_quotation_that_both_have_is_compared_without_a_link_and_that_is_said(format: str) -> None:
    comparison, entries = told_of_quotations(100.0)
    assert [entry.kind for entry in entries] == [FactKind.QUOTATION]
    text = html.unescape(re.sub(r"<[^>]*>", "", render(comparison, format, threshold=100, width=160)))
    text = " ".join(re.sub(r"\\", "", text).split())
    assert "No passages are linked at threshold 100 (highest score 99)" in text
    assert re.search(r"L0–R0,? no link at this threshold;? right leaves out", text)
    linked_text = render(told_of_quotations(50.0)[0], format, threshold=50)
    assert "no link at this threshold" not in linked_text


def test_json_has_the_same_differences_at_every_threshold() -> None:
    comparison, entries = told_of_quotations(100.0)
    document = json.loads(render(comparison, "json", threshold=100))
    assert [(d["left"]["text"], d["note"]) for d in document["differences"]] == [
        (entry.left.text, entry.note) for entry in entries if entry.left
    ]
    assert document["links"] == []


def test_articles_without_any_link_have_no_differences() -> None:
    comparison, _ = told_of_quotations(50.0)
    assert differences(replace(comparison, links=()), 50.0) == ()


@pytest.mark.parametrize("format", FORMATS)
def test_what_only_one_side_says_is_listed_as_a_difference(full: Comparison, format: str) -> None:
    text = report(full, format)
    closed = text[text.index("Differences in closed sections") :]
    assert re.search(r"quantity:? ?(only L )?20 minutes", closed)


@pytest.mark.parametrize("format", FORMATS)
def test_every_passage_is_there_boilerplate_too(full: Comparison, format: str) -> None:
    text = report(full, format)
    for passage in (*full.left.passages, *full.right.passages):
        assert passage.text in text


@pytest.mark.parametrize("format", FORMATS)
def test_a_file_is_named_without_its_folders(full: Comparison, format: str) -> None:
    named = replace(full, left=replace(full.left, source="/home/ida/private/bee.txt", byline="Ida Holm"))
    text = report(named, format)
    assert "private" not in text
    assert re.search(r"bee\.txt\W+Ida Holm", text)


@pytest.mark.parametrize("format", FORMATS)
def test_a_story_says_who_is_no_witness_and_why(format: str) -> None:
    text = " ".join(render(five(), format, width=160).split())
    assert "B and D carry one text, counted once" in text
    assert "C names Herald as its source" in text
