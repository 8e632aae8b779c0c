from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.layout.trace import trace
from tui.layout.gutter import GutterDrawing, GutterGroup, draw_gutter
from tui.model import Side

LABEL = set("0123456789▲▼↑↓^v*")


@st.composite
def screens(draw: st.DrawFn) -> tuple[list[GutterGroup], int, int]:
    """Groups of every shape, on screen and off; each row of a side belongs to one group."""
    width, height = draw(st.integers(4, 20)), draw(st.integers(5, 60))
    rows = st.lists(st.integers(-8, height + 8), unique=True, max_size=24)
    left, right = draw(rows), draw(rows)
    groups = []
    for number in draw(st.lists(st.integers(1, 120), unique=True, min_size=1, max_size=16)):
        some = draw(st.sampled_from([(1, 1), (1, 1), (1, 1), (1, 2), (2, 1), (3, 2)]))
        ends = tuple(left[: some[0]]), tuple(right[: some[1]])
        left, right = left[some[0] :], right[some[1] :]
        groups.append(GutterGroup(number, *ends, weak=draw(st.booleans())))
    if draw(st.booleans()):
        first = groups[0]
        groups[0] = GutterGroup(first.number, first.left, first.right, first.weak, current=True)
    return draw(st.permutations(groups)), width, height


def visible(group: GutterGroup, height: int) -> set[tuple[Side, int]]:
    return {
        (side, row)
        for side, rows in ((Side.LEFT, group.left), (Side.RIGHT, group.right))
        for row in rows
        if 0 <= row < height
    }


def drawn(groups: list[GutterGroup], width: int, height: int, ascii: bool = False) -> list[str]:
    return list(draw_gutter(groups, width, height, ascii=ascii).lines)


def random_screen(rng: random.Random, links: int, rows: int, reversals: int) -> list[GutterGroup]:
    left, right = (sorted(rng.sample(range(rows), links)) for _ in range(2))
    for _ in range(reversals):
        i, j = rng.sample(range(links), 2)
        right[i], right[j] = right[j], right[i]
    return [GutterGroup(i + 1, (left[i],), (right[i],)) for i in range(links)]


def test_ends_in_one_row_are_joined_by_a_straight_line() -> None:
    assert drawn([GutterGroup(1, (1,), (1,))], 6, 3) == ["      ", "──────", "      "]


def test_parallel_links_do_not_cross() -> None:
    down = [GutterGroup(1, (0,), (3,)), GutterGroup(2, (1,), (4,))]
    assert drawn(down, 8, 5) == ["──────╮ ", "─────╮│ ", "     ││ ", "     │╰─", "     ╰──"]
    up = [GutterGroup(1, (3,), (0,)), GutterGroup(2, (4,), (1,))]
    assert drawn(up, 8, 5) == [" ╭──────", " │╭─────", " ││     ", "─╯│     ", "──╯     "]


def test_a_crossing_is_a_bridge_and_never_a_join() -> None:
    rows = drawn([GutterGroup(1, (0,), (3,)), GutterGroup(2, (3,), (1,))], 8, 4)
    assert rows == ["──────╮ ", " ╭────│─", " │    │ ", "─╯    ╰─"]
    assert trace(rows, Side.LEFT, 3) == {(Side.LEFT, 3), (Side.RIGHT, 1)}


def test_a_group_has_one_trunk_with_a_branch_to_every_end() -> None:
    assert drawn([GutterGroup(1, (1,), (0, 2))], 6, 3) == ["    ╭─", "────┤ ", "    ╰─"]
    assert drawn([GutterGroup(1, (0, 1), (1, 2))], 6, 3) == ["────╮ ", "────┼─", "    ╰─"]


def test_the_current_group_is_heavy_and_lies_on_top_and_weak_ones_are_dashed() -> None:
    groups = [GutterGroup(1, (0,), (3,), weak=True), GutterGroup(2, (3,), (1,), current=True)]
    assert drawn(groups, 8, 4) == ["╌╌╌╌╌╌╮ ", " ┏━━━━━━", " ┃    ┆ ", "━┛    ╰╌"]
    assert drawn(groups, 8, 4, ascii=True) == ["......+ ", " #====:=", " #    : ", "=#    +."]


def test_an_end_whose_partner_is_off_screen_has_a_numbered_connector() -> None:
    assert drawn([GutterGroup(7, (1,), (9,)), GutterGroup(12, (-3,), (2,))], 8, 4) == [
        "        ",
        "─7▼     ",
        "    ▲12─",
        "        ",
    ]
    assert drawn([GutterGroup(7, (1,), (9, -2))], 8, 4, ascii=True)[1] == "-7^v    "
    assert drawn([GutterGroup(7, (-1,), (9,))], 8, 4) == [" " * 8] * 4


def test_a_connector_comes_after_the_lines_that_cross_its_row() -> None:
    groups = [GutterGroup(1, (0, 4), (2,)), GutterGroup(2, (1,), (9,))]
    assert any("2▼" in row for row in drawn(groups, 5, 5))


def test_a_group_with_more_ends_off_screen_says_where_they_are() -> None:
    assert drawn([GutterGroup(3, (1,), (2, 9))], 8, 5) == [
        "        ",
        "──────╮ ",
        "      ├─",
        "      ▼ ",
        "        ",
    ]
    assert drawn([GutterGroup(3, (1,), (1, 9))], 8, 4) == ["        ", "────┬───", "    ▼3  ", "        "]


def test_without_a_lane_both_ends_show_the_number_and_which_way_to_look() -> None:
    gutter = draw_gutter(
        [GutterGroup(1, (0,), (3,)), GutterGroup(2, (3,), (5,)), GutterGroup(3, (5,), (7,))], 4, 8
    )
    assert gutter.crowded == {1}
    assert gutter.lines[0] == "─1↓ "
    assert gutter.lines[3] == "──╮1"


def test_two_groups_in_one_row_of_one_side_are_distinguished() -> None:
    gutter = draw_gutter([GutterGroup(1, (2,), (0,)), GutterGroup(2, (2,), (4,), current=True)], 8, 5)
    assert trace(gutter.lines, Side.LEFT, 2) == {(Side.LEFT, 2), (Side.RIGHT, 4)}
    assert gutter.hidden == {(1, Side.LEFT, 2)}
    assert "1" in gutter.lines[0]


def test_a_cell_knows_its_group() -> None:
    gutter = draw_gutter([GutterGroup(5, (0,), (2,))], 8, 3)
    assert gutter.number_at(0, 0) == gutter.number_at(1, 6) == 5
    assert gutter.number_at(1, 0) == gutter.number_at(9, 9) == gutter.number_at(0, -1) == -1


def test_lines_keep_their_lanes_from_frame_to_frame_where_they_can() -> None:
    before = draw_gutter([GutterGroup(1, (0,), (4,))], 10, 8)
    after = draw_gutter([GutterGroup(1, (0,), (4,)), GutterGroup(2, (5,), (7,))], 10, 8, lanes={1: 4})
    assert before.lanes == {1: 8}
    assert after.lanes[1] == 4


def test_a_gutter_too_small_for_anything_still_has_its_size() -> None:
    groups = [GutterGroup(12, (0,), (2,)), GutterGroup(3, (1,), (9,))]
    for width in range(4):
        for ascii in (False, True):
            rows = drawn(groups, width, 3, ascii)
            assert [len(row) for row in rows] == [width] * 3
    assert draw_gutter(groups, 5, 0) == GutterDrawing()


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(screens(), st.booleans())
def test_the_gutter_joins_each_visible_pair_and_no_other(
    screen: tuple[list[GutterGroup], int, int], ascii: bool
) -> None:
    groups, width, height = screen
    gutter = draw_gutter(groups, width, height, ascii=ascii)
    rows = gutter.lines
    assert len(rows) == height
    assert all(len(row) == cell_len(row) == width for row in rows)
    assert all(row.isascii() for row in rows) or not ascii
    used = set()
    for group in groups:
        ends = visible(group, height)
        used |= ends
        both_sides = len({side for side, _ in ends}) == 2
        assert not (group.number in gutter.crowded and not both_sides)
        for side, row in ends:
            joined = trace(rows, side, row)
            if both_sides and group.number not in gutter.crowded:
                assert joined == ends
            else:
                assert joined == {(side, row)}
                assert LABEL & set(rows[row])
    for row in range(height):
        for side in Side:
            if (side, row) not in used:
                assert trace(rows, side, row) == set()


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(screens())
def test_a_connector_has_its_number_wherever_the_gutter_has_eight_columns(
    screen: tuple[list[GutterGroup], int, int],
) -> None:
    groups, width, height = screen
    gutter = draw_gutter(groups, max(8, width), height)
    for group in groups:
        ends = visible(group, height)
        if group.number in gutter.crowded or len({side for side, _ in ends}) == 1:
            for _, row in ends:
                assert str(group.number)[-1] in gutter.lines[row] or group.number > 9


@pytest.mark.parametrize(
    ("links", "rows", "width", "most"),
    [(12, 32, 8, 3.7), (12, 32, 10, 0.6), (12, 32, 12, 0.5), (8, 18, 8, 1.5)],
)
def test_few_links_of_a_full_screen_go_without_a_lane(links: int, rows: int, width: int, most: float) -> None:
    """Per cent of 400 random screens' links, 2 reversals each.

    Those left in a wide gutter stand in a circle (each leaves on the right in a row where the next
    comes in on the left), which no drawing with one lane a group can untie.
    """
    rng = random.Random(1)
    crowded = sum(
        len(draw_gutter(random_screen(rng, links, rows, 2), width, rows).crowded) for _ in range(400)
    )
    assert 100 * crowded / (400 * links) <= most


def test_a_stub_shows_its_label_and_no_arrow() -> None:
    assert drawn([GutterGroup(1, (1,), (), label="3")], 6, 3) == ["      ", "─3    ", "      "]
    assert drawn([GutterGroup(1, (), (0,), label="12")], 6, 1) == ["   12─"]


def test_a_stub_stands_at_the_edge_where_a_trunk_passes_close_by() -> None:
    trunk = GutterGroup(1, (0,), (0, 2), current=True)
    lines = drawn([trunk, GutterGroup(2, (), (1,), label="4")], 3, 3)
    assert lines == ["━┳━", " ┃4", " ┗━"]
