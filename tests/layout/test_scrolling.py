from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.layout.scrolling import ScrollSync, TextExtent, one_row_offsets
from tui.model import Side
from tui.model.common_order import PlacedLink, common_order, out_of_order

EXTENTS = st.builds(TextExtent, st.integers(1, 300), st.integers(1, 50))
TIES = st.lists(
    st.builds(
        PlacedLink,
        st.integers(0, 299),
        st.integers(0, 299),
        st.integers(1, 6),
        st.integers(1, 6),
        st.integers(0, 100).map(float),
    ),
    max_size=25,
)
SHARES = st.floats(0, 1)
TEN = TextExtent(10, 10)


def rises(chain: tuple[PlacedLink, ...]) -> bool:
    return all(a.left < b.left and a.right < b.right for a, b in pairwise(chain))


def test_the_common_order_leaves_out_the_link_that_breaks_it() -> None:
    first, back, last = PlacedLink(0, 0), PlacedLink(5, 2), PlacedLink(3, 9)
    assert common_order([last, back, first]) == (first, last) or common_order([back, first]) == (
        first,
        back,
    )
    long = PlacedLink(5, 2, left_length=4)
    assert common_order([last, long, first]) == (first, long)
    assert out_of_order([first, last, long], (first, long)) == (last,)


def test_a_second_partner_of_a_passage_is_not_out_of_order() -> None:
    ties = [PlacedLink(0, 0), PlacedLink(4, 4), PlacedLink(4, 8), PlacedLink(9, 12)]
    assert out_of_order(ties, common_order(ties)) == ()


def test_without_links_there_is_no_common_order() -> None:
    assert common_order([]) == ()
    assert out_of_order([], ()) == ()


@given(TIES.map(lambda ties: ties[:9]))
def test_no_chain_is_heavier_than_the_common_order(ties: list[PlacedLink]) -> None:
    chain = common_order(ties)
    assert rises(chain)
    assert set(chain) <= set(ties)
    weights = [
        sum(tie.weight for tie in some)
        for size in range(len(ties) + 1)
        for some in combinations(sorted(ties, key=lambda tie: tie.pair), size)
        if rises(some)
    ]
    assert sum(tie.weight for tie in chain) == max(weights)


@given(TIES)
def test_links_out_of_order_are_those_that_cross_the_common_order(ties: list[PlacedLink]) -> None:
    chain = common_order(ties)
    crossing = [tie for tie in ties if any((tie.left - c.left) * (tie.right - c.right) < 0 for c in chain)]
    assert list(out_of_order(ties, chain)) == crossing


def test_linked_passages_stand_on_one_row_when_they_pass_mid_screen() -> None:
    ties = [PlacedLink(20, 25), PlacedLink(40, 38), PlacedLink(63, 70)]
    sync = ScrollSync.of(ties, TextExtent(100, 20), TextExtent(110, 20))
    for tie in ties:
        row = 10
        assert abs(sync.follow(Side.LEFT, tie.left - row) - (tie.right - row)) <= 1
        assert abs(sync.follow(Side.RIGHT, tie.right - row) - (tie.left - row)) <= 1


def test_a_short_text_and_a_long_one_reach_both_ends() -> None:
    """The case of the Meld formula that starts at 10 and ends at 90 of 100."""
    sync = ScrollSync.of([], TextExtent(50, 40), TextExtent(140, 40))
    assert [sync.follow(Side.LEFT, y) for y in (0, 5, 10)] == [0, 50, 100]


def test_a_text_that_fits_its_pane_stays_where_it_is() -> None:
    sync = ScrollSync.of([PlacedLink(3, 30)], TextExtent(10, 20), TextExtent(90, 20))
    assert {sync.follow(Side.RIGHT, y) for y in range(71)} == {0}


def test_one_row_moves_the_other_pane_by_a_page_at_most() -> None:
    sync = ScrollSync.of([PlacedLink(30, 10), PlacedLink(31, 110)], TextExtent(60, 12), TextExtent(120, 12))
    offsets = [sync.follow(Side.LEFT, y) for y in range(49)]
    assert max(b - a for a, b in pairwise(offsets)) <= 13
    assert offsets[-1] == 108


def test_locking_again_keeps_the_distance_scrolled_separately() -> None:
    sync = ScrollSync.of([PlacedLink(50, 50)], TextExtent(100, 20), TextExtent(100, 20))
    assert sync.follow(Side.LEFT, 40) == 40
    apart = sync.through(40, 47)
    assert apart.follow(Side.LEFT, 40) == 47
    assert [apart.follow(Side.LEFT, y) for y in (39, 41, 0, 80)] == [46, 48, 0, 80]
    assert apart.links_only() == sync


def test_the_curve_may_pass_through_blank_rows_under_a_text() -> None:
    sync = ScrollSync.of([], TextExtent(30, 20), TextExtent(100, 20)).through(18, 30)
    assert sync.follow(Side.RIGHT, 30) == 18
    assert sync.follow(Side.RIGHT, 0) == 0
    assert sync.follow(Side.RIGHT, 80) == 18


@given(TIES, EXTENTS, EXTENTS)
def test_both_ends_of_both_texts_are_reached(
    ties: list[PlacedLink], left: TextExtent, right: TextExtent
) -> None:
    sync = ScrollSync.of(ties, left, right)
    for side, mine, its in ((Side.LEFT, left, right), (Side.RIGHT, right, left)):
        assert sync.follow(side, 0) == 0
        if mine.max_offset:
            assert sync.follow(side, mine.max_offset) == its.max_offset
        steps = [sync.follow(side, y) for y in range(mine.max_offset + 1)]
        assert all(0 <= step <= its.max_offset for step in steps)
        if its.max_offset <= mine.max_offset * its.pane_rows:
            assert all(b - a <= its.pane_rows + 1 for a, b in pairwise(steps))


@given(
    TIES,
    EXTENTS,
    EXTENTS,
    st.none() | st.tuples(SHARES, SHARES),
    st.lists(st.tuples(st.sampled_from(Side), st.integers(-40, 40)), max_size=40),
)
def test_scrolling_one_pane_down_never_moves_the_other_up(
    ties: list[PlacedLink],
    left: TextExtent,
    right: TextExtent,
    pin: tuple[float, float] | None,
    moves: list[tuple[Side, int]],
) -> None:
    """Also when the panes take turns, and when they were scrolled apart before."""
    sync = ScrollSync.of(ties, left, right)
    at = {Side.LEFT: 0, Side.RIGHT: 0}
    if pin:
        at = {Side.LEFT: round(pin[0] * left.max_offset), Side.RIGHT: round(pin[1] * right.max_offset)}
        sync = sync.through(at[Side.LEFT], at[Side.RIGHT])
    furthest = {Side.LEFT: left.max_offset, Side.RIGHT: right.max_offset}
    for side, rows in moves:
        offset = min(max(at[side] + rows, 0), furthest[side])
        if offset == at[side]:
            continue
        other = sync.follow(side, offset)
        assert 0 <= other <= furthest[side.other]
        assert (other - at[side.other]) * (offset - at[side]) >= 0
        at = {side: offset, side.other: other}


@given(TIES, EXTENTS, EXTENTS, SHARES, SHARES)
def test_a_bent_curve_does_not_jump_and_reaches_both_ends(
    ties: list[PlacedLink], left: TextExtent, right: TextExtent, x: float, y: float
) -> None:
    pin = round(x * left.max_offset), round(y * right.max_offset)
    sync = ScrollSync.of(ties, left, right).through(*pin)
    assert sync.follow(Side.LEFT, pin[0]) == pin[1]
    assert sync.follow(Side.RIGHT, pin[1]) == pin[0]
    assert sync.through(*pin) == sync
    for side, mine, its in ((0, left, right), (1, right, left)):
        if 0 < pin[side] < mine.max_offset:
            way = (Side.LEFT, Side.RIGHT)[side]
            assert sync.follow(way, 0) == 0 or not its.max_offset
            assert sync.follow(way, mine.max_offset) == its.max_offset


@given(TIES, EXTENTS, EXTENTS, st.integers(-20, 320), st.integers(-20, 320))
def test_the_curve_can_pass_through_any_two_offsets_and_still_rises(
    ties: list[PlacedLink], left: TextExtent, right: TextExtent, x: int, y: int
) -> None:
    sync = ScrollSync.of(ties, left, right).through(x, y)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(sync.curve))
    assert sync.follow(Side.LEFT, x) == y
    assert sync.follow(Side.RIGHT, y) == x


def test_passages_stand_a_third_down_unless_the_text_begins_or_ends_there() -> None:
    long = TextExtent(100, 30)
    assert one_row_offsets((40, 50), long, long) == (30, 40)
    assert one_row_offsets((4, 50), long, long) == (0, 46)
    assert one_row_offsets((90, 95), long, long) == (65, 70)
    assert one_row_offsets((40, 50), long, long, lines=25) == (35, 45)


def test_the_end_of_a_short_text_is_followed_by_blank_rows_to_meet_its_passage() -> None:
    assert one_row_offsets((8, 2), TEN, TextExtent(100, 10)) == (6, 0)


@given(EXTENTS, EXTENTS, SHARES, SHARES)
def test_two_passages_can_always_be_on_one_row_with_the_fewest_blank_rows(
    left: TextExtent, right: TextExtent, x: float, y: float
) -> None:
    tops = int(x * (left.text_rows - 1)), int(y * (right.text_rows - 1))
    offsets = one_row_offsets(tops, left, right)
    row = tops[0] - offsets[0]
    view = min(left.pane_rows, right.pane_rows)
    assert row == tops[1] - offsets[1]
    assert 0 <= row < view
    assert min(offsets) >= 0

    def blank(at: int) -> int:
        return sum(
            max(0, top - at - text.max_offset, at - top)
            for top, text in zip(tops, (left, right), strict=True)
        )

    assert blank(row) == min(map(blank, range(view)))
