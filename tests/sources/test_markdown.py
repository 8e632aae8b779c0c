"""Markdown comes out as plain readable text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.model import Kind
from tui.sources.load import load

STORY = """---
title: From the front matter
---
# The *big* talks

The two **leaders** met with [their aides](http://x.example "t"), `code` in hand.
A second line goes on.

![Two leaders at a table](x.png)

- an item of a list
- another item here

> A quoted paragraph. It has two sentences.

Prices &amp; fees &#27;[31mrose.

<div>Some <b>bold</b> words in a block</div>

<script>alert("no")</script>

| City | Votes |
|------|-------|
| Oslo | 12    |
"""


def read(tmp_path: Path, text: str) -> list[tuple[Kind, str]]:
    path = tmp_path / "story.md"
    path.write_text(text, encoding="utf-8")
    return [(passage.kind, passage.text) for passage in load(str(path)).passages]


def test_marks_go_and_structure_stays(tmp_path: Path) -> None:
    assert read(tmp_path, STORY) == [
        (Kind.HEADLINE, "The big talks"),
        (Kind.BODY, "The two leaders met with their aides, code in hand."),
        (Kind.BODY, "A second line goes on."),
        (Kind.CAPTION, "Two leaders at a table"),
        (Kind.BODY, "an item of a list"),
        (Kind.BODY, "another item here"),
        (Kind.BODY, "A quoted paragraph."),
        (Kind.BODY, "It has two sentences."),
        (Kind.BODY, "Prices & fees \ufffd[31mrose."),
        (Kind.BODY, "Some bold words in a block"),
        (Kind.BODY, "City | Votes"),
        (Kind.BODY, "Oslo | 12"),
    ]


def test_a_script_inside_a_line_goes_with_its_content(tmp_path: Path) -> None:
    text = "The talks <script>alert(1)</script>went <!-- so -->on <br>for hours.\n\nThey met."
    assert [t for _, t in read(tmp_path, text)] == ["The talks went on", "for hours.", "They met."]


@pytest.mark.slow
def test_a_very_long_markdown_text_is_read_as_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text("The **talks** went on for days and days.\n\n" * 30_000, encoding="utf-8")
    article = load(str(path))
    assert article.notes == ("too long for Markdown, read as plain text",)
    assert article.passages[0].text.startswith("The **talks**")
