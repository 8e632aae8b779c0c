from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.layout.minimap import MinimapLevel, MinimapMark, draw_minimap, row_at

SIZES = st.tuples(st.integers(1, 60), st.integers(1, 400))
MARKS = st.lists(
    st.builds(MinimapMark, st.integers(0, 399), st.integers(1, 30), st.sampled_from(MinimapLevel)),
    max_size=30,
)
VIEWS = st.tuples(st.integers(0, 420), st.integers(1, 60))


def shades(height: int, total: int, marks: list[MinimapMark], ascii: bool = False) -> str:
    cells = draw_minimap(height, total, marks, (0, 1))
    return "".join(cell.level.glyph(ascii) for cell in cells)


def test_each_level_has_its_shade_and_in_ascii_the_sign_of_the_margin() -> None:
    marks = [MinimapMark(row, 1, level) for row, level in enumerate(reversed(MinimapLevel))]
    assert shades(6, 6, marks) == "▓█▒░· "
    assert shades(6, 6, marks, ascii=True) == "!=~-. "


def test_a_long_text_is_gathered_and_a_disagreement_outranks_all_else() -> None:
    marks = [
        MinimapMark(0, 4, MinimapLevel.EXACT),
        MinimapMark(3, 1, MinimapLevel.DIFFERS),
        MinimapMark(6, 2, MinimapLevel.UNMATCHED),
    ]
    assert shades(4, 8, marks) == "█▓ ·"


def test_a_short_text_is_shown_row_by_row_and_nothing_after_it() -> None:
    assert shades(6, 3, [MinimapMark(1, 2, MinimapLevel.SAME)]) == " ▒▒   "
    assert row_at(5, 6, 3) == 2


def test_what_is_on_screen_is_flagged() -> None:
    seen = [cell.seen for cell in draw_minimap(10, 100, [], (20, 30))]
    assert seen == [False] * 2 + [True] * 3 + [False] * 5


def test_an_empty_text_has_an_empty_map() -> None:
    assert shades(3, 0, [MinimapMark(0, 1, MinimapLevel.SAME)]) == "   "
    assert draw_minimap(0, 5, [], (0, 1)) == ()
    assert row_at(2, 3, 0) == 0


@given(SIZES, MARKS, VIEWS)
def test_every_mark_is_shown_or_outranked_in_every_cell_it_covers(
    sizes: tuple[int, int], marks: list[MinimapMark], view: tuple[int, int]
) -> None:
    height, total = sizes
    cells = draw_minimap(height, total, marks, view)
    assert len(cells) == height
    covered = {
        row: cell for cell in range(min(height, total)) for row in range(row_at(cell, height, total), total)
    }
    for mark in marks:
        for row in range(mark.top, min(mark.top + mark.rows, total)):
            assert cells[covered[row]].level >= mark.level
    for cell, drawn in enumerate(cells):
        rows = {row for row, at in covered.items() if at == cell}
        there = [m.level for m in marks if rows & set(range(m.top, m.top + m.rows))]
        assert drawn.level == max(there, default=MinimapLevel.NONE)


@given(SIZES, VIEWS)
def test_some_cell_always_says_where_the_reader_is(sizes: tuple[int, int], view: tuple[int, int]) -> None:
    height, total = sizes
    seen = [i for i, cell in enumerate(draw_minimap(height, total, [], view)) if cell.seen]
    assert seen
    assert seen == list(range(seen[0], seen[-1] + 1))


@given(SIZES, st.integers(-5, 80))
def test_a_click_leads_to_a_row_that_lies_in_the_cell_clicked(sizes: tuple[int, int], cell: int) -> None:
    height, total = sizes
    row = row_at(cell, height, total)
    assert 0 <= row < total
    if 0 <= cell < min(height, total):
        assert draw_minimap(height, total, [], (row, 1))[cell].seen
