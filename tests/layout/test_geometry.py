from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from tui.layout.geometry import (
    FOOTER_ROWS,
    LEFT_MARGIN,
    MAX_LINE_WIDTH,
    MIN_COLUMNS_BESIDE,
    MIN_PANE_WIDTH,
    Box,
    arrange,
)
from tui.model import Side
from tui.model.arrangement import Arrangement

DIVIDERS = st.integers(-200, 200)


@given(st.integers(MIN_COLUMNS_BESIDE, 400), st.integers(8, 200), DIVIDERS, st.booleans())
def test_side_by_side_everything_fills_the_terminal(
    columns: int, rows: int, divider: int, details: bool
) -> None:
    shared = arrange(columns, rows, divider=divider, details=details)
    assert sum(shared.panes) + shared.gutter + 2 * shared.minimap == columns
    assert shared.titles + shared.rows[0] + shared.details + FOOTER_ROWS == rows
    assert min(shared.panes) >= MIN_PANE_WIDTH


@given(st.integers(MIN_COLUMNS_BESIDE, 400))
def test_a_line_of_prose_is_neither_too_short_nor_too_long_to_read(columns: int) -> None:
    shared = arrange(columns, 24)
    for side in Side:
        assert 25 <= shared.text(side) <= MAX_LINE_WIDTH


@given(st.integers(1, MIN_COLUMNS_BESIDE - 1), st.integers(1, 200), st.sampled_from(Arrangement))
def test_a_narrow_terminal_has_an_answer_in_every_arrangement(
    columns: int, rows: int, arrangement: Arrangement
) -> None:
    shared = arrange(columns, rows, arrangement)
    assert shared.text(Side.LEFT) >= 2
    assert shared.rows[0] >= 1
    assert max(shared.panes) <= columns


def test_at_80_columns_both_texts_have_thirty() -> None:
    assert min(arrange(80, 24).text(side) for side in Side) >= 30


def test_at_250_columns_the_gutter_takes_what_prose_does_not_need() -> None:
    wide = arrange(250, 70)
    assert wide.text(Side.LEFT) == MAX_LINE_WIDTH
    assert max(wide.panes) - LEFT_MARGIN - MAX_LINE_WIDTH <= 2


def test_in_stacked_panes_the_current_article_is_on_top() -> None:
    shared = arrange(60, 20)
    assert shared.rows_of(Side.RIGHT, active=Side.RIGHT) == shared.rows[0]
    assert shared.rows_of(Side.LEFT, active=Side.RIGHT) == shared.rows[1]
    assert shared.rows[0] > shared.rows[1]


def test_one_article_leaves_no_rows_to_the_other() -> None:
    assert arrange(120, 40, Arrangement.SINGLE).rows[1] == 0


def test_the_divider_moves_what_one_pane_has_to_the_other() -> None:
    middle, moved = arrange(120, 40), arrange(120, 40, divider=10)
    assert moved.panes == (middle.panes[0] + 10, middle.panes[1] - 10)


def test_hiding_the_details_bar_gives_its_rows_to_the_text() -> None:
    shown, hidden = arrange(120, 40), arrange(120, 40, details=False)
    assert hidden.rows[0] == shown.rows[0] + shown.details


def test_a_notice_takes_one_row_above_the_titles_if_there_is_room() -> None:
    shown, small = arrange(120, 40, notice=1), arrange(120, 10, notice=1)
    assert shown.boxes(120, 40)["notice"] == Box(0, 0, 120, 1)
    assert shown.rows[0] == arrange(120, 40).rows[0] - 1
    assert "notice" not in small.boxes(120, 10)
    assert arrange(80, 24, notice=2).boxes(80, 24)["notice"] == Box(0, 0, 80, 2)


def test_the_boxes_of_every_size_lie_beside_each_other_and_fill_it() -> None:
    for columns, rows in product((8, 20, 47, 60, 69, 70, 80, 100, 120, 250), (6, 10, 14, 16, 20, 24, 30, 40)):
        for arrangement, details, notice in product(Arrangement, (True, False), (0, 1, 2)):
            boxes = arrange(columns, rows, arrangement, details=details, notice=notice).boxes(columns, rows)
            cells = [
                (x, y)
                for box in boxes.values()
                for x in range(box.x, box.x + box.width)
                for y in range(box.y, box.y + box.height)
            ]
            assert len(cells) == len(set(cells)), (columns, rows, arrangement)
            within = [cell for cell in cells if cell[0] < columns and cell[1] < rows]
            if arrangement is not Arrangement.BESIDE or columns >= 70:
                assert len(within) == len(cells) == columns * rows, (columns, rows, arrangement)
