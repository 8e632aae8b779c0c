from hypothesis import given
from hypothesis import strategies as st

from tui.layout.geometry import CHROME, LINE_OF_PROSE, MARGIN, STACKED_BELOW, arrange
from tui.model import Side


@given(st.integers(STACKED_BELOW, 400), st.integers(4, 200))
def test_side_by_side_the_panes_and_the_gutter_fill_the_width(columns: int, rows: int) -> None:
    shared = arrange(columns, rows)
    assert sum(shared.panes) + shared.gutter == columns
    assert shared.titles + shared.rows[0] + CHROME == rows or shared.rows[0] == 1


@given(st.integers(STACKED_BELOW, 400))
def test_a_line_of_prose_is_neither_too_short_nor_too_long_to_read(columns: int) -> None:
    shared = arrange(columns, 24)
    for pane in (0, 1):
        assert 26 <= shared.text(pane) <= LINE_OF_PROSE


@given(st.integers(1, STACKED_BELOW - 1), st.integers(1, 200))
def test_a_narrow_terminal_stacks_the_panes_at_full_width(columns: int, rows: int) -> None:
    shared = arrange(columns, rows)
    assert shared.stacked
    assert shared.panes == (columns, columns)
    assert shared.text(0) >= 2
    assert min(shared.rows) >= 1


def test_at_80_columns_both_texts_have_thirty() -> None:
    assert min(arrange(80, 24).text(pane) for pane in (0, 1)) >= 30


def test_at_250_columns_the_gutter_takes_what_prose_does_not_need() -> None:
    wide = arrange(250, 70)
    assert wide.text(0) == LINE_OF_PROSE
    assert max(wide.panes) - MARGIN - LINE_OF_PROSE <= 2


def test_stacked_the_article_under_the_keys_is_on_top() -> None:
    shared = arrange(60, 20)
    assert shared.rows_of(Side.RIGHT, active=Side.RIGHT) == shared.rows[0]
    assert shared.rows_of(Side.LEFT, active=Side.RIGHT) == shared.rows[1]
    assert shared.rows[0] > shared.rows[1]
