from hypothesis import given
from hypothesis import strategies as st

from tests.examples import FERRY, QUAY, article
from tui.layout.page import lay_out
from tui.layout.view import View
from tui.model import Side

LEFT, RIGHT = article(FERRY * 4), article(QUAY * 5)
WIDTHS, ROWS = st.integers(20, 60), st.integers(3, 50)
PASSAGES = st.tuples(st.integers(0, len(LEFT.passages) - 1), st.integers(0, len(RIGHT.passages) - 1))


def view(width: int = 40, rows: int = 20) -> View:
    return View(lay_out(LEFT, width), lay_out(RIGHT, width), 0, 0, rows, rows)


@given(WIDTHS, ROWS, PASSAGES)
def test_two_passages_can_always_be_put_on_one_row(width: int, rows: int, pair: tuple[int, int]) -> None:
    there = view(width, rows).on_one_row(*pair)
    row = there.row(Side.LEFT, pair[0])
    assert row == there.row(Side.RIGHT, pair[1])
    assert 0 <= row < rows


@given(WIDTHS, ROWS, PASSAGES)
def test_no_blank_rows_are_left_above_a_text(width: int, rows: int, pair: tuple[int, int]) -> None:
    there = view(width, rows).on_one_row(*pair)
    assert min(there.left_top, there.right_top) >= 0


@given(WIDTHS, st.integers(8, 50), PASSAGES)
def test_a_passage_put_on_a_row_is_fully_visible_where_it_fits(
    width: int, rows: int, pair: tuple[int, int]
) -> None:
    there = view(width, rows).on_one_row(*pair)
    for side, passage in zip(Side, pair, strict=True):
        lines = there.page(side).lines(passage)
        if max(there.left.lines(pair[0]), there.right.lines(pair[1])) <= rows:
            assert there.row(side, passage) + lines <= rows


@given(WIDTHS, ROWS, PASSAGES)
def test_scrolling_to_a_passage_shows_it_and_a_second_time_moves_nothing(
    width: int, rows: int, pair: tuple[int, int]
) -> None:
    there = view(width, rows).scrolled_to(Side.LEFT, pair[0])
    assert there.shows(Side.LEFT, pair[0])
    if there.left.lines(pair[0]) + 2 < rows:
        assert there.scrolled_to(Side.LEFT, pair[0]) == there


@given(WIDTHS, ROWS, ROWS, PASSAGES)
def test_panes_of_unequal_height_show_both_passages(
    width: int, upper: int, lower: int, pair: tuple[int, int]
) -> None:
    there = View(lay_out(LEFT, width), lay_out(RIGHT, width), 0, 0, upper, lower).scrolled_to_both(*pair)
    assert there.shows(Side.LEFT, pair[0])
    assert there.shows(Side.RIGHT, pair[1])


@given(st.lists(st.integers(-100, 100), max_size=20))
def test_scrolling_stays_within_the_text(steps: list[int]) -> None:
    there = view()
    for rows in steps:
        there = there.scrolled(Side.RIGHT, rows)
        assert 0 <= there.right_top <= there.max_offset(Side.RIGHT)
        assert there.left_top == 0


@given(WIDTHS, ROWS, WIDTHS, ROWS, PASSAGES)
def test_a_resize_keeps_the_passages_read_on_the_screen(
    width: int, rows: int, other_width: int, other_rows: int, pair: tuple[int, int]
) -> None:
    there = view(width, rows).on_one_row(*pair)
    pages = lay_out(LEFT, other_width), lay_out(RIGHT, other_width)
    resized = there.resized(pages, (other_rows, other_rows), pair)
    assert resized.shows(Side.LEFT, pair[0])
    assert resized.shows(Side.RIGHT, pair[1])


@given(WIDTHS, ROWS, st.integers(0, 60), st.integers(0, 60), PASSAGES)
def test_where_nothing_has_changed_a_resize_moves_nothing(
    width: int, rows: int, left: int, right: int, pair: tuple[int, int]
) -> None:
    there = view(width, rows)
    there = there.with_top(Side.LEFT, min(left, there.max_offset(Side.LEFT))).with_top(
        Side.RIGHT, min(right, there.max_offset(Side.RIGHT))
    )
    elsewhere = [k for k in range(len(LEFT.passages)) if not there.shows(Side.LEFT, k)]
    keep = elsewhere[0] if elsewhere else pair[0], pair[1]
    resized = there.resized((there.left, there.right), (rows, rows), keep)
    assert resized.left_top == there.left_top
    assert resized.shows(Side.RIGHT, pair[1]) or resized.right_top == there.right_top


def test_the_first_passage_shown_is_the_first_that_begins_on_the_screen() -> None:
    there = view(40, 10).with_top(Side.LEFT, 1)
    assert there.first_visible(Side.LEFT) == 1
