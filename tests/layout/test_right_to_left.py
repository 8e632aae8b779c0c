"""Lines from right to left: the order in which they are drawn, and the way back."""

from __future__ import annotations

import unicodedata

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from tui.layout.right_to_left import (
    drawn_line,
    has_right_to_left,
    is_right_to_left,
    page_line,
)

HEBREW = "ראש הממשלה אמר: 3 מתוך 5."
ARABIC = "قال الرئيس في 24 فبراير إن NATO توسعت."


def test_hebrew_is_drawn_from_the_right_with_numbers_as_they_are() -> None:
    assert drawn_line(HEBREW, True).text == ".5 ךותמ 3 :רמא הלשממה שאר"


def test_the_library_draws_hebrew_in_the_same_order() -> None:
    for line in (HEBREW, "NATO אמרה 2022 שלום", "שלום, world! 12.5%"):
        assert drawn_line(line, True).text == get_display(line, base_dir="R")


def test_brackets_are_mirrored() -> None:
    assert drawn_line("שלום (2022) רב", True).text == "בר (2022) םולש"


def test_arabic_letters_take_their_joined_forms() -> None:
    drawn = drawn_line("قال", True)
    assert [unicodedata.name(c).rpartition(" LETTER ")[2] for c in reversed(drawn.text)] == [
        "QAF INITIAL FORM",
        "ALEF FINAL FORM",
        "LAM ISOLATED FORM",
    ]
    assert unicodedata.normalize("NFKC", drawn_line(ARABIC, True).text)[::-1].startswith("قال")


def test_a_non_joiner_parts_letters_and_is_not_drawn() -> None:
    joined, apart = drawn_line("می\u200cخواهد", True), drawn_line("میخواهد", True)
    assert len(joined.text) == len("میخواهد") and joined.text != apart.text


def test_marks_stay_behind_their_letters() -> None:
    drawn = drawn_line("مُحَمَّد", True).text
    assert not unicodedata.combining(drawn[0])
    assert unicodedata.normalize("NFKC", drawn[-2]) == "م" and drawn[-1] == "\u064f"


def test_words_of_another_direction_are_reordered_inside_a_line() -> None:
    assert drawn_line("He said שלום twice", False).text == "He said םולש twice"


def test_a_line_is_moved_to_the_right_edge_of_its_column() -> None:
    drawn = page_line(HEBREW, HEBREW, 40, reorders=True)
    assert drawn and drawn.text == drawn_line(HEBREW, True).text.rjust(40)
    left = page_line("He said שלום twice", "He said שלום twice", 40, reorders=True)
    assert left and left.text.endswith(" " * 10)
    assert page_line("Nothing of the kind.", "Nothing of the kind.", 40, reorders=True) is None


def test_where_the_terminal_reorders_the_letters_stay_in_the_order_of_reading() -> None:
    drawn = page_line(HEBREW, HEBREW, 40, reorders=False)
    assert drawn and drawn.text == HEBREW.rjust(40)


def test_what_is_drawn_side_by_side_is_read_in_its_own_order() -> None:
    drawn = drawn_line(HEBREW, True)
    start = drawn.text.index("הלשממה")
    assert "".join(HEBREW[k] for k in drawn.read(start, start + len("הלשממה"))) == "הממשלה"


@pytest.mark.parametrize(
    ("text", "direction"), [("", False), ("«12» שלום NATO", True), ("NATO אמרה", False), ("24.5 %", False)]
)
def test_the_first_letter_tells_the_direction_of_a_paragraph(text: str, direction: bool) -> None:
    assert is_right_to_left(text) is direction


@given(st.text(alphabet="ab 12.(«»)אבגدسلم", max_size=40), st.booleans())
def test_each_character_is_drawn_once(text: str, direction: bool) -> None:
    drawn = drawn_line(text, direction)
    assert sorted(drawn.order) == list(range(len(text)))
    assert len(drawn.text) == len(text)
    assert has_right_to_left(drawn.text) == has_right_to_left(text)
