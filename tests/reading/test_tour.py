from __future__ import annotations

from msgspec.structs import replace

from tests.examples import ferry, strangers
from tui.model import Link
from tui.reading.reading import Reading
from tui.reading.tour import Tour

READING = Reading.of(ferry())


def pair(tour: Tour) -> tuple[int, int]:
    assert isinstance(tour.link, Link)
    return tour.link.left, tour.link.right


def test_it_goes_in_the_order_of_the_topics_and_begins_at_the_strongest_link() -> None:
    tour = Tour.of(READING)
    assert [stop.topic for stop in tour.stops] == [0, 1, 2]
    assert pair(tour) == (2, 1)
    assert [(link.left, link.right) for link in tour.stops[0].links] == [(2, 1), (5, 2)], (
        "the strongest first"
    )
    assert tour.status(READING) == "tour 1 of 3: rescue boats, 2 links"


def test_one_step_goes_to_the_next_topic_and_back() -> None:
    tour = Tour.of(READING)
    stops = [tour]
    while (following := stops[-1].next_topic()) is not stops[-1]:
        stops.append(following)
    assert [pair(stop) for stop in stops] == [(2, 1), (4, 3), (3, 5)]
    assert stops[2].next_topic(-1) == stops[1]
    assert tour.next_topic(-1) is tour


def test_links_below_the_threshold_are_left_out() -> None:
    assert [stop.topic for stop in Tour.of(READING.with_threshold(80)).stops] == [1]


def test_without_a_topic_there_is_no_tour() -> None:
    reading = Reading.of(strangers())
    tour = Tour.of(reading)
    assert tour.link is None
    assert tour.next_topic() is tour
    assert tour.status(reading) == "no topics to tour: lower the threshold for more links"


def test_a_topic_that_is_never_the_largest_of_a_link_has_its_stop_and_its_filter() -> None:
    whole = ferry()
    links = tuple(replace(link, other_topics=(1,)) if link.topic == 0 else link for link in whole.links)
    reading = Reading.of(replace(whole, links=links))
    shown = {link.pair for link in reading.with_topic(1).links}
    assert {(2, 1), (5, 2), (4, 3)} <= shown
    assert {link.pair for link in Tour.of(reading).stops[1].links} == shown
