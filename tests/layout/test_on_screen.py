"""Which links are drawn where passages have many."""

from __future__ import annotations

from msgspec.structs import replace

from tests.examples import article
from tui.layout.gutter import draw_gutter
from tui.layout.on_screen import groups_on_screen
from tui.layout.page import lay_out
from tui.layout.view import View
from tui.model import Comparison, Link, Relation, Side
from tui.reading.reading import Reading

COUNT = 60


def crowded() -> Comparison:
    """Two articles of 60 sentences and 150 links."""
    left = right = article(
        tuple(f"Ship number {k} left the quay for Oran at dawn on that day." for k in range(COUNT))
    )
    pairs = {(k, (k * step + step) % COUNT) for step in (1, 7, 11) for k in range(COUNT)}
    links = [Link(*pair, 60.0 + (7 * pair[0] + pair[1]) % 40, Relation.SAME) for pair in sorted(pairs)]
    return Comparison(left, right, tuple(links[:150]))


def view_of(reading: Reading) -> View:
    pages = [lay_out(reading.comparison.article(side), 48) for side in Side]
    view = View(pages[0], pages[1], left_rows=31, right_rows=31).synced_by(reading.links)
    return view.on_one_row(reading.left, reading.right)


def test_of_many_links_each_passage_has_one_trunk_at_most_and_the_others_have_stubs() -> None:
    reading = Reading.of(crowded())
    for _ in range(12):
        reading = reading.next_link()
        groups = groups_on_screen(reading, view_of(reading))
        assert sum(group.current for group in groups) == 1
        joined = [group for group in groups if group.left and group.right]
        ends = [(side, row) for group in joined for side in (0, 1) for row in (group.left, group.right)[side]]
        assert len(ends) == len(set(ends))
        assert len(joined) <= 5
        stubs = [group for group in groups if not (group.left and group.right)]
        assert stubs and all(group.label.isdigit() for group in stubs)


def test_with_many_links_the_current_line_and_nearly_all_others_find_a_lane() -> None:
    reading = Reading.of(crowded())
    for _ in range(30):
        reading = reading.next_link()
        drawing = draw_gutter(groups_on_screen(reading, view_of(reading)), 12, 31)
        current = reading.visible.position(reading.pair) + 1
        assert current not in drawing.crowded
        assert len(drawing.crowded) <= 1


def test_with_few_links_all_are_drawn() -> None:
    comparison = crowded()
    reading = Reading.of(replace(comparison, links=comparison.links[::4])).next_link()
    groups = groups_on_screen(reading, view_of(reading))
    assert all(group.left and group.right for group in groups)
