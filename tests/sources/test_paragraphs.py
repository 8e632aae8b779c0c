"""Paragraphs by blank lines, by single lines, and from hard-wrapped lines."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.sources.readers.paragraphs import split_paragraphs

STORY = [
    "The ferry company said on Monday that it would buy six electric boats for the harbour, the "
    "largest order in its history, and close the old diesel dock by the end of the decade.",
    "Residents have long asked for cleaner air along the quay. A study found last year that the "
    "boats cause half of all the soot that is measured at the primary school next to the pier.",
    "“We listened,” the director said at a meeting in the town hall. “It took us far too long, and "
    "I am sorry for that, but tonight we have finally come to a decision that everyone can bear.”",
]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \n", "\n\n\n\n"])
def test_long_lines_are_paragraphs_with_or_without_blank_lines(between: str) -> None:
    assert split_paragraphs(between.join(STORY)) == STORY


@pytest.mark.parametrize("width", [50, 60, 72, 80, 100])
@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_hard_wrapped_lines_are_joined(width: int, between: str) -> None:
    wrapped = between.join(textwrap.fill(text, width, break_on_hyphens=False) for text in STORY)
    joined = split_paragraphs(wrapped)
    assert " ".join(joined) == " ".join(STORY)
    if between == "\n\n":
        assert joined == STORY


@pytest.mark.parametrize("width", [28, 34, 39])
def test_narrow_columns_are_joined(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(text, width, break_on_hyphens=False) for text in STORY)
    assert split_paragraphs(wrapped) == STORY


def test_short_lines_of_a_poem_or_a_list_are_not_joined() -> None:
    poem = ["The boats lie still", "and nobody comes", "to row them over", "the water again"]
    assert split_paragraphs("\n".join(poem)) == poem


@pytest.mark.parametrize("dash", ["–", "-"])
def test_a_wrapped_line_may_begin_with_a_dash(dash: str) -> None:
    text = STORY[0].replace("the largest order", f"{dash} the largest order")
    wrapped = textwrap.fill(text, 86, break_on_hyphens=False)
    assert f"\n{dash} " in wrapped
    assert split_paragraphs(f"{wrapped}\n\n{textwrap.fill(STORY[1], 86)}") == [text, STORY[1]]


def test_an_indent_begins_a_paragraph_of_a_wrapped_text() -> None:
    wrapped = "\n".join(textwrap.fill(text, 60, initial_indent="   ") for text in STORY)
    assert split_paragraphs(wrapped) == STORY


def test_a_word_divided_at_a_line_end_is_joined_if_the_text_has_it_elsewhere() -> None:
    text = (
        "The ministers spoke of cooperation for an hour and found that coop-\n"
        "eration was what they all wanted, in spite of their well-known\n"
        "quarrels; it is a well-\n"
        "known fact that such talks are long and that few people like them."
    )
    assert split_paragraphs(text) == [
        "The ministers spoke of cooperation for an hour and found that cooperation was what they "
        "all wanted, in spite of their well-known quarrels; it is a well-known fact that such "
        "talks are long and that few people like them."
    ]


def test_short_lines_of_a_page_are_not_joined() -> None:
    lines = ["Jane Doe", "Updated:", "0:00", "Share", STORY[0]]
    assert split_paragraphs("\n".join(lines)) == lines


def test_wrapped_chinese_is_joined_without_a_space() -> None:
    line = "港口管理局星期二投票决定用电动船取代全部六艘柴油渡轮并在四年内完成这项计划的所有工程和培训工作"
    assert split_paragraphs(f"{line}\n{line}\n{line}\n{line}\n好的。") == [line * 4 + "好的。"]


@given(st.text(alphabet="aB .-\n“", max_size=300))
def test_no_letter_is_lost_and_no_paragraph_is_empty(text: str) -> None:
    found = split_paragraphs(text)
    assert all(p == " ".join(p.split()) and p for p in found)
    letters = [c for c in text if c.isalpha()]
    assert [c for p in found for c in p if c.isalpha()] == letters


def test_a_word_of_a_megabyte_takes_no_longer_than_other_text() -> None:
    # A pattern tried at each of its letters would take hours; the text is read or the run never ends.
    word = "a" * 1_000_000
    assert len(split_paragraphs(f"{word}\n\nThe rest of the text.", wrapped=True)) == 2
