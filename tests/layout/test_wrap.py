from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.layout.wrap import _NARROW, _wrap_cells, fit, lines, listed, pad, wrap

PROSE = st.text(alphabet=st.sampled_from("ab cé 中文。、 กขค \u0301-”"), max_size=200)


@given(PROSE, st.integers(2, 40))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in lines(text, width))


@given(PROSE, st.integers(2, 40))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    assert "".join(lines(text, width)).replace(" ", "") == text.replace(" ", "")


@given(PROSE, st.integers(2, 40))
def test_lines_start_in_order_and_make_progress(text: str, width: int) -> None:
    starts = wrap(text, width)
    assert starts[0] == 0
    assert all(a < b for a, b in pairwise(starts))


def test_words_stay_whole() -> None:
    assert lines("the talks in Minsk failed", 9) == ["the talks", "in Minsk", "failed"]
    assert lines("die Gespräche in Minsk", 9) == ["die", "Gespräche", "in Minsk"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert lines("abcdefgh", 3) == ["abc", "def", "gh"]


def test_chinese_breaks_between_characters_but_not_before_a_stop() -> None:
    assert lines("我们谈判。今天", 8) == ["我们谈", "判。今天"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    assert lines("e\u0301" * 4, 2) == ["e\u0301e\u0301", "e\u0301e\u0301"]


def test_text_too_long_ends_in_an_ellipsis_within_the_width() -> None:
    assert fit("sanctions", 5) == "sanc…"
    assert fit("sanctions", 9) == "sanctions"
    assert cell_len(fit("中文中文", 5)) <= 5


@given(st.text(alphabet="ab中 ", max_size=20))
def test_padding_reaches_the_width(text: str) -> None:
    assert cell_len(pad(text, 60)) == 60


@given(st.text("abc dé “”—’ñЖяαβ…", max_size=80), st.integers(2, 20))
def test_typographic_text_wraps_by_characters_as_it_does_by_cells(text: str, width: int) -> None:
    text = " ".join(text.split())
    assert _NARROW.fullmatch(text)
    assert wrap(text, width) == _wrap_cells(text, width)


def test_whatever_is_wrapped_by_characters_is_one_cell_wide() -> None:
    narrow = [chr(code) for code in range(0x3000) if _NARROW.fullmatch(chr(code))]
    assert len(narrow) > 500
    assert all(cell_len(character) == 1 for character in narrow)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (60, "talks · a visit to the harbour of Kessel · Kyiv"),
        (46, "talks · a visit to the harbour of… and 1 more"),
        (34, "talks · a visit to the… and 1 more"),
        (20, "talks and 2 more"),
        (12, "talks"),
    ],
)
def test_a_list_is_cut_inside_an_item_where_enough_of_it_is_left(width: int, expected: str) -> None:
    assert listed(["talks", "a visit to the harbour of Kessel", "Kyiv"], width) == expected
