"""Reports of several reports of one story."""

from __future__ import annotations

import csv
import io
import json
import re
from importlib.resources import files

import jsonschema
import pytest
from msgspec.structs import replace

from tests.report.stories import five
from tests.report.test_schema import strict
from tui.analysis.compare import compare
from tui.model import Relation
from tui.model.story import MissingSource, Story, StoryTopic
from tui.report import FORMATS, Remark, render

FORMATS_OF_STORIES = [name for name in FORMATS if name != "svg"]


@pytest.fixture
def story() -> Story:
    missing = (MissingSource("gone.txt", "no such file; check the name"),)
    topics = (StoryTopic("inquiry into the pump", ((), (2,), (1,), (1,), ()), (0.0, 0.3, 0.5, 0.3, 0.0)),)
    return replace(five(), missing=missing, topics=topics)


@pytest.mark.parametrize("format", FORMATS_OF_STORIES)
def test_every_format_but_the_picture_has_all_reports(story: Story, format: str) -> None:
    report = render(story, format)
    assert report.endswith("\n")
    for words in ("Nine miners were pulled alive", "Jonas Weil, promised an inquiry"):
        assert words in report


@pytest.mark.parametrize("format", [name for name in FORMATS_OF_STORIES if name != "csv"])
def test_what_is_missing_and_what_shares_little_is_said(story: Story, format: str) -> None:
    report = render(story, format)
    assert "gone.txt" in report
    assert "shares little with the others (0 % of its sentences)" in report


def test_the_text_begins_with_what_is_left_out(story: Story) -> None:
    text = render(story, "text", width=100)
    assert text.index("Left out of A") < text.index("Stated by several")
    assert "B C D         The minister of labour, Jonas Weil" in text
    assert "2  A B=D      A0 Nine miners were pulled alive" in text
    assert "≠ number      people were hurt: 12 (A), 15 (B)" in text
    assert "inquiry into the pump: B 30 %, C 50 %, D 30 %" in text
    assert "Only in E (3)" in text


def test_what_only_one_report_states_is_not_listed_as_stated_by_several(story: Story) -> None:
    """All links only say that two passages belong side by side; two passages dispute each other."""
    pairs = {
        pair: replace(
            one,
            comparison=replace(
                one.comparison,
                links=tuple(replace(link, relation=Relation.RELATED) for link in one.comparison.links),
            ),
        )
        for pair, one in story.pairs.items()
    }
    beside = replace(story, pairs=pairs)
    for format, mark in (("text", ""), ("markdown", "## ")):
        report = render(beside, format)
        several, one = report.split(f"{mark}Stated by one, with something beside it in others (")
        assert f"{mark}Stated by several (2)" in several
        assert "12 people were hurt" in several and "12 people were hurt" not in one.split("Facts")[0]
        assert "Nine miners were pulled alive" in one
        assert "Stated by one" not in render(story, format)
    assert "1  A b d" in render(beside, "text")
    rows = re.findall(r'<tr class="row" data-has="([^"]*)"', render(beside, "html"))
    assert sum("several" in row.split() for row in rows) == 2
    assert any("several" in row.split() and "disputed" in row.split() for row in rows)
    assert not any("several" in row.split() and "one" in row.split() for row in rows)


def test_markdown_has_the_grid_as_a_table(story: Story) -> None:
    markdown = render(story, "markdown")
    assert "|  | Statement | A | B | C | D | E | Witnesses |" in markdown
    line = next(line for line in markdown.splitlines() if line.startswith("| A0 |"))
    assert line.endswith("| ● | ● | ? | ● |  | 2 (B and D carry one text, counted once) |")
    assert "C names Herald as its source" in markdown
    assert "| inquiry into the pump |  | 30 % | 50 % | 30 % |  |" in markdown


def test_json_conforms_to_the_schema_and_has_every_pair(story: Story) -> None:
    schema = json.loads((files("tui.report") / "schema.json").read_text(encoding="utf-8"))
    document = json.loads(render(story, "json"))
    jsonschema.Draft202012Validator(strict(schema)).validate(document)
    assert [article["passages"][0]["id"] for article in document["articles"]] == [
        "A0",
        "B0",
        "C0",
        "D0",
        "E0",
    ]
    assert [(pair["left"], pair["right"]) for pair in document["pairs"]] == list(story.all_pairs)
    assert [len(entries) for entries in document["left_out"]] == [1, 0, 0, 0, 2]
    assert document["missing"] == [{"source": "gone.txt", "reason": "no such file; check the name"}]
    row = next(row for row in document["statements"] if row["members"][0] == [0, 0, "same"])
    assert (row["origins"], row["independent"], row["copies"]) == ([[0], [1, 3]], 2, [[1, 3]])


def test_a_pair_in_json_is_what_the_two_alone_are(story: Story) -> None:
    pairs = json.loads(render(story, "json"))["pairs"]
    left, right = story.articles[1], story.articles[3]
    alone = json.loads(render(compare(left, right), "json"))
    pair = next(pair for pair in pairs if (pair["left"], pair["right"]) == (1, 3))
    for key in ("links", "topics", "unmatched", "differences", "notes"):
        assert pair[key] == alone[key]
    assert alone["pairs"] == [{**pair, "left": 0, "right": 1}]


def test_marks_and_notes_are_told_by_report_and_passage(story: Story) -> None:
    remarks = (Remark(2, 0, "Look <again>.", "2024-05-14", reports=(1, 3)), Remark(1, reports=(0, 2)))
    text, markdown, html = (render(story, format, remarks=remarks) for format in ("text", "markdown", "html"))
    assert "Marks and notes\n\nB2–D0         Look <again>. (2024-05-14)\nA1            marked" in text
    assert "## Marks and notes\n\n- **B2–D0** Look \\<again\\>. (2024-05-14)\n- **A1** marked" in markdown
    assert 'B2–D0 <bdi class="written">Look &lt;again&gt;.</bdi>' in html
    document = json.loads(render(story, "json", remarks=remarks))
    assert document["remarks"] == [
        {"left": "B2", "right": "D0", "note": "Look <again>.", "when": "2024-05-14"},
        {"left": "A1", "right": None, "note": "", "when": ""},
    ]
    schema = json.loads((files("tui.report") / "schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(strict(schema)).validate(document)
    assert all("Marks and notes" not in render(story, name) for name in ("text", "markdown", "html"))


def test_csv_has_a_line_for_each_link_with_both_reports(story: Story) -> None:
    rows = list(csv.DictReader(io.StringIO(render(story, "csv"))))
    links = sum(len(one.comparison.links_from(50.0)) for one in story.pairs.values())
    assert len(rows) == links > 0
    assert {(row["left_report"], row["right_report"]) for row in rows} >= {("A", "B"), ("B", "D")}


def test_html_escapes_what_reports_say(story: Story) -> None:
    articles = (replace(story.articles[0], title="<script>alert(1)</script>"), *story.articles[1:])
    page = render(replace(story, articles=articles), "html")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_picture_is_for_two_reports(story: Story) -> None:
    with pytest.raises(KeyError):
        render(story, "svg")


def test_the_same_text_twice_is_said_and_counts_once(story: Story) -> None:
    from tui.engine.story_report import compare_story

    first, second = story.articles[1], story.articles[2]
    twice = compare_story([first, replace(first, source="Copy"), second])
    text = render(twice, "text")
    assert "A and B have the same text and count as one witness" in text
    assert "2  A=B C" in text
