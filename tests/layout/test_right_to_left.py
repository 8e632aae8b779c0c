"""Lines from right to left: the order in which they are drawn, and the way back."""

from __future__ import annotations

import unicodedata

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from tui.layout.right_to_left import drawn_line, page_line
from tui.layout.wrap import cell_len, fit, hanging, lines
from tui.model.direction import (
    has_right_to_left,
    is_right_to_left,
    isolated,
    isolated_label,
    open_isolates,
    without_isolates,
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


def test_a_snippet_keeps_its_own_direction_in_a_line_of_the_program() -> None:
    snippet = "ראש NATO אמר: 3."
    assert drawn_line(f"R 12 ≈ {isolated(snippet)} (90)", False).text == "R 12 ≈ .3 :רמא NATO שאר (90)"
    assert drawn_line(f"{isolated('שלום')}, {isolated('רב')}", False).text == "םולש, בר"


def test_a_sign_between_two_snippets_does_not_change_their_order() -> None:
    assert drawn_line("שלום · רב", False).text == "םולש · בר"
    assert drawn_line(f"only topic: {isolated_label('שלום · 制裁')}", False).text == "only topic: םולש · 制裁"


def test_a_snippet_in_a_snippet_is_drawn_by_its_own_letters() -> None:
    inner = isolated("a שלום")
    assert drawn_line(isolated(f"ראש {inner} סוף"), False).text == "ףוס a םולש שאר"


def test_a_snippet_that_is_cut_has_its_ellipsis_at_the_left() -> None:
    cut = fit(f"left: {isolated(HEBREW)}", 22)
    assert cell_len(cut) <= 22 and not open_isolates(cut)
    assert drawn_line(cut, False).text == "left: …:רמא הלשממה שאר"


def test_a_line_cut_without_its_end_leaves_the_space_and_the_frame_behind_it_where_they_are() -> None:
    assert drawn_line("R \u2068ראש הממש…  ▎", False).text == "R …שממה שאר  ▎"


def test_each_line_of_a_wrapped_snippet_is_isolated() -> None:
    text = f"A: {isolated('NATO אמרה שלום, world וגם תישאר במקומה')}."
    rows = lines(text, 14)
    assert len(rows) > 2 and not any(open_isolates(row) for row in rows)
    assert " ".join(map(without_isolates, rows)) == without_isolates(text)
    indented = hanging("right:", isolated(HEBREW), 24, 7)
    assert [drawn_line(row, False).text for row in indented] == [
        "right: 3 :רמא הלשממה שאר",
        "       .5 ךותמ",
    ]


def test_english_and_chinese_are_not_isolated() -> None:
    assert [isolated(text) for text in ("talks", "制裁", "")] == ["talks", "制裁", ""]


@given(st.text(alphabet="ab 1.·אבגسل\u2068\u2067\u2069", max_size=30))
def test_all_but_the_marks_of_isolates_is_drawn_once(text: str) -> None:
    drawn = drawn_line(text, False)
    assert sorted(drawn.order) == [k for k, char in enumerate(text) if without_isolates(char)]
