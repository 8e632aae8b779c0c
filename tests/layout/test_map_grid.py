from __future__ import annotations

import cProfile

from hypothesis import given
from hypothesis import strategies as st

from tests.examples import article, ferry, strangers
from tui.layout.map_grid import LEVELS, Axis, MapGrid, lay_out_map, shade
from tui.model import Article, Comparison, Link, Relation
from tui.reading.filters import Filter
from tui.reading.visible_links import VisibleLinks

ROOMS = st.integers(1, 250)
COUNTS = st.integers(1, 500)


def comparison(lefts: int, rights: int, scores: dict[tuple[int, int], float]) -> Comparison:
    links = tuple(Link(left, right, score, Relation.SAME) for (left, right), score in sorted(scores.items()))
    return Comparison(_article(lefts), _article(rights), links)


def _article(count: int) -> Article:
    return article(tuple(f"Sentence {k} of them." for k in range(count)))


@st.composite
def shown(draw: st.DrawFn, most: int = 60) -> VisibleLinks:
    lefts, rights = draw(st.integers(1, most)), draw(st.integers(1, most))
    pairs = st.tuples(st.integers(0, lefts - 1), st.integers(0, rights - 1))
    scores = draw(st.dictionaries(pairs, st.floats(5, 100), max_size=40))
    return VisibleLinks.of(
        comparison(lefts, rights, scores), Filter(draw(st.sampled_from([0.0, 30.0, 50.0, 100.0])))
    )


def place_of(grid: MapGrid, link: Link) -> tuple[int, int]:
    return grid.down.square(link.left), grid.across.square(link.right)


@given(COUNTS, ROOMS, st.integers(1, 5))
def test_every_passage_has_a_place_and_every_place_its_passages(count: int, room: int, size: int) -> None:
    axis = Axis.fitted(count, room, size)
    assert 1 <= axis.length <= room
    listed = [k for square in range(axis.squares) for k in axis.passages(square)]
    assert listed == list(range(count))
    for index in range(count):
        assert index in axis.passages(axis.square(index))
        assert index in axis.at(axis.start(index))
    for cell in range(axis.length):
        passages = axis.at(cell)
        assert passages
        assert all(axis.start(k) <= cell < axis.start(k) + axis.size for k in passages)


@given(shown(), ROOMS, ROOMS, st.booleans())
def test_every_link_is_in_its_place(shown: VisibleLinks, columns: int, rows: int, halves: bool) -> None:
    grid = lay_out_map(shown, columns, rows, halves=halves)
    for link in shown.comparison.links:
        mark = grid.marks[place_of(grid, link)]
        visible = link in shown.links
        assert mark.visible >= visible
        if mark.visible == visible:
            assert mark.link.score >= link.score
    for square, mark in grid.marks.items():
        assert place_of(grid, mark.link) == square
        assert mark.visible == (mark.link in shown.links)
        assert 1 <= mark.shade <= LEVELS


@given(shown(), ROOMS, ROOMS, st.booleans())
def test_it_never_takes_more_room_than_it_has(
    shown: VisibleLinks, columns: int, rows: int, halves: bool
) -> None:
    grid = lay_out_map(shown, columns, rows, halves=halves)
    assert 1 <= grid.rows <= rows
    assert 1 <= grid.columns <= columns
    assert halves or not grid.halved


@given(shown(), ROOMS, ROOMS, st.booleans(), st.integers(-5, 260), st.integers(-5, 260))
def test_a_cell_leads_to_passages_that_lie_in_it(
    shown: VisibleLinks, columns: int, rows: int, halves: bool, row: int, column: int
) -> None:
    grid = lay_out_map(shown, columns, rows, halves=halves)
    pair = grid.pair_at(row, column)
    assert pair is not None
    held = min(max(row, 0), grid.rows - 1), min(max(column, 0), grid.columns - 1)
    assert grid.down.square(pair[0]) in grid.squares_at(held[0])
    assert pair[1] in grid.across.at(held[1])


@given(shown(), ROOMS, ROOMS, st.booleans())
def test_the_cell_of_a_link_leads_to_the_strongest_link_there(
    shown: VisibleLinks, columns: int, rows: int, halves: bool
) -> None:
    grid = lay_out_map(shown, columns, rows, halves=halves)
    for link in shown.links:
        pair = grid.pair_at(grid.row_of(link.left), grid.column_of(link.right))
        strongest = next(k for k in shown.links if k.pair == pair)
        assert strongest.score >= link.score


def test_few_passages_have_large_squares_and_many_share_them() -> None:
    few = lay_out_map(VisibleLinks.of(ferry()), 80, 24)
    assert (few.down.size, few.across.size, few.halved) == (3, 7, False)
    many = lay_out_map(VisibleLinks.of(comparison(40, 40, {})), 80, 24)
    assert (many.rows, many.columns, many.halved) == (20, 80, True)
    too_many = lay_out_map(VisibleLinks.of(comparison(500, 500, {})), 80, 24)
    assert (too_many.rows, too_many.columns, too_many.halved) == (24, 80, True)


def test_without_half_rows_passages_share_whole_ones() -> None:
    grid = lay_out_map(VisibleLinks.of(comparison(40, 40, {(0, 0): 60, (1, 0): 80})), 80, 20, halves=False)
    assert grid.rows == 20
    assert grid.marks[0, 0].link.score == 80


def test_a_visible_link_outranks_a_stronger_hidden_one() -> None:
    plain = comparison(4, 4, {(0, 0): 99.0, (1, 1): 60.0})
    visible = Link(1, 1, 60.0, Relation.RELATED, topic=0)
    with_topic = Comparison(plain.left, plain.right, (plain.links[0], visible))
    grid = lay_out_map(VisibleLinks.of(with_topic, Filter(50.0, topic=0)), 2, 1, halves=False)
    assert grid.marks[0, 0].link is visible


def test_shades_go_by_score_and_hidden_links_are_fainter() -> None:
    assert [shade(score, False, 50) for score in (5, 24, 25, 49)] == [1, 1, 2, 2]
    assert [shade(score, True, 50) for score in (50, 66, 67, 84, 100)] == [3, 3, 4, 5, 5]
    assert shade(100, True, 100) == 3


def test_the_smallest_comparisons_and_terminals_have_a_picture() -> None:
    smallest = lay_out_map(VisibleLinks.of(comparison(1, 1, {(0, 0): 70})), 1, 1)
    assert (smallest.rows, smallest.columns, smallest.pair_at(0, 0)) == (1, 1, (0, 0))
    assert lay_out_map(VisibleLinks.of(strangers()), 20, 8).marks == {}
    nothing = lay_out_map(VisibleLinks(), 20, 8)
    assert (nothing.rows, nothing.columns, nothing.pair_at(0, 0)) == (0, 0, None)


def test_the_work_of_laying_out_does_not_grow_with_the_square_of_the_links() -> None:
    calls = []
    for count in (500, 1000):
        scores = {(k % count, (k * 7 + k // count) % count): 5.0 + k % 95 for k in range(4 * count)}
        visible = VisibleLinks.of(comparison(count, count, scores))
        assert len(visible.links) > count
        profile = cProfile.Profile()
        profile.runcall(lay_out_map, visible, 200, 60)
        calls.append(sum(entry.callcount for entry in profile.getstats()))
    assert calls[1] < 2.5 * calls[0], "calls for twice the links"
