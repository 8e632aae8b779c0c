from __future__ import annotations

import pytest

from tests.examples import article, ferry, strangers
from tui.analysis.compare import compare
from tui.layout.route_page import RoutePage, lay_out_route
from tui.model import Comparison, Kind, Link, Relation, Side
from tui.reading.route import Route, RouteStop
from tui.settings.settings import WORDS_PER_MINUTE
from tui.sources.load import bundled_pair, load


@pytest.fixture(scope="module")
def bundled() -> Comparison:
    left, right = (load(source) for source in bundled_pair())
    return compare(left, right)


def names(route: Route) -> str:
    """`L2 R1- L3`: in order, with a dash after what is collapsed."""
    return " ".join(f"{s.side.initial}{s.index}{'-' if s.collapsed else ''}" for s in route.stops)


def same(left: int, right: int) -> Link:
    return Link(left, right, 90.0, Relation.SAME)


def text_shown(page: RoutePage) -> str:
    """The words in full on a page, as a reader meets them, line by line."""
    blocks = [block for block in page.page.blocks if not block.folded]
    return " ".join(block.line(k) for block in blocks for k in range(len(block.starts)))


def test_one_article_is_in_full_and_the_other_adds_to_it_in_place() -> None:
    assert names(Route.of(ferry(), 50)) == "L2 R1- L3 R5- R6 L4 R3- R4 L5 R2 L6 L7"


def test_it_goes_the_other_way_round() -> None:
    route = Route.of(ferry(), 50, Side.RIGHT)
    assert names(route) == "R1 L2- R2 L5 R3 L4- R4 R5 L3- L6 L7 R6"


def test_a_contradicting_passage_is_shown_in_full() -> None:
    route = Route.of(ferry(), 50, contradicting={(2, 1)})
    assert names(route).startswith("L2 R1 L3")


def test_with_nothing_in_common_both_are_read_in_full() -> None:
    route = Route.of(strangers(), 50)
    assert names(route) == "R0 L0"
    assert route.words == route.words_in_full


@pytest.mark.parametrize("first", Side)
@pytest.mark.parametrize("threshold", [0, 30, 60, 100])
def test_every_body_passage_comes_once_and_the_full_article_in_its_order(
    bundled: Comparison, first: Side, threshold: float
) -> None:
    route = Route.of(bundled, threshold, first)
    met = [(stop.side, stop.index) for stop in route.stops]
    assert sorted(met, key=str) == sorted(
        ((side, p.index) for side in Side for p in bundled.article(side).body), key=str
    )
    of_first = [stop for stop in route.stops if stop.side is first]
    assert of_first == [RouteStop(first, p.index) for p in bundled.article(first).body]


@pytest.mark.parametrize("width", [20, 40, 72])
@pytest.mark.parametrize("first", Side)
def test_the_minutes_are_the_words_on_the_page_by_the_speed(
    bundled: Comparison, first: Side, width: int
) -> None:
    route = Route.of(bundled, bundled.threshold, first)
    words = len(text_shown(lay_out_route(route, width)).split())
    assert words == route.words < route.words_in_full
    assert route.minutes() == words / WORDS_PER_MINUTE
    assert route.minutes(100) == words / 100
    assert route.words_in_full == bundled.left.words + bundled.right.words


def test_an_expanded_line_counts_as_read(bundled: Comparison) -> None:
    route = Route.of(bundled, bundled.threshold)
    collapsed = next(stop for stop in route.stops if stop.collapsed)
    opened = route.expand(collapsed)
    more = len(bundled.article(collapsed.side).passages[collapsed.index].text.split())
    assert opened.words == route.words + more
    assert len(text_shown(lay_out_route(opened, 50)).split()) == opened.words


def test_the_time_summary_is_in_whole_minutes_or_tenths(bundled: Comparison) -> None:
    long = article(("word " * 60 + ".",) * 26)
    route = Route.of(Comparison(long, long), 50)
    assert route.time_summary(100) == "31.7 min instead of 31.7"
    route = Route.of(bundled, bundled.threshold)
    assert route.time_summary() == "3 min instead of 4"
    assert route.time_summary(700) == "1.1 min instead of 1.4"


def test_a_page_knows_which_passage_stands_at_a_row() -> None:
    route = Route.of(ferry(), 50)
    laid_out = lay_out_route(route, 40)
    page = laid_out.page
    for number, stop in enumerate(route.stops):
        assert laid_out.stop_number(stop.side, stop.index) == number
        row = page.top(number)
        if stop.collapsed:
            block = page.blocks[page.locate(row)[0]]
            assert block.folded
            assert block.first <= number <= block.last
        else:
            assert page.passage_at(row) == number
    assert laid_out.passages([0, 1, 2]) == {Side.LEFT: {2, 3}, Side.RIGHT: {1}}
    folds = [block.text for block in page.blocks if block.folded]
    assert [fold.rpartition("” ")[2] for fold in folds] == ["says the same"] * 3
    assert folds[0].startswith("“Survivors have told of panic on …”")
    assert laid_out.stop_number(Side.LEFT, 1) == -1, "a byline"


def test_adjacent_collapsed_passages_share_a_line() -> None:
    left = article(("One.", "Two."))
    right = article(("Eins.", "Zwei."))
    comparison = Comparison(left, right, (same(0, 0), same(0, 1)))
    page = lay_out_route(Route.of(comparison, 50), 40).page
    assert [block.text for block in page.blocks] == ["One.", "“Eins.”, “Zwei.” say the same", "Two."]


def test_a_passage_much_longer_than_what_it_says_the_same_as_is_shown_in_full() -> None:
    left = article(("The two men met on Friday.",))
    right = article(("The two men met on Friday and rejected sanctions, blamed many, offered nothing.",))
    comparison = Comparison(left, right, (same(0, 0),))
    assert names(Route.of(comparison, 50)) == "L0 R0"
    assert names(Route.of(comparison, 50, Side.RIGHT)) == "R0 L0-"


def test_empty_articles_have_an_empty_route() -> None:
    laid_out = lay_out_route(Route.of(Comparison(), 50), 40)
    assert laid_out.stops == ()
    assert laid_out.page.height == 0


def test_a_passage_linked_to_a_headline_comes_before_the_text() -> None:
    left = article((("Ferry burns", Kind.HEADLINE), "Twelve people died."))
    right = article(("A ferry burns off Kessel.",))
    comparison = Comparison(left, right, (same(0, 0),))
    assert names(Route.of(comparison, 50)) == "R0 L1"
