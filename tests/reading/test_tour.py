from __future__ import annotations

from tests.examples import ferry, strangers
from tui.model import Link
from tui.reading.reading import Reading
from tui.reading.tour import Tour

READING = Reading.of(ferry())


def pair(tour: Tour) -> tuple[int, int]:
    assert isinstance(tour.link, Link)
    return tour.link.left, tour.link.right


def test_it_begins_at_the_surest_link_of_the_weightiest_topic() -> None:
    tour = Tour.of(READING)
    assert [stop.topic for stop in tour.stops] == [0, 2, 1]
    assert pair(tour) == (2, 1)
    assert tour.said(READING) == "tour 1 of 3: rescue boats, link 1 of 2"


def test_one_step_goes_to_the_next_topic_and_back() -> None:
    tour = Tour.of(READING)
    walked = [tour]
    while (onward := walked[-1].onward()) is not walked[-1]:
        walked.append(onward)
    assert [pair(one) for one in walked] == [(2, 1), (3, 5), (4, 3)]
    assert walked[2].onward(-1) == walked[1]
    assert tour.onward(-1) is tour


def test_within_a_topic_the_other_links_follow_by_how_sure_they_are() -> None:
    tour = Tour.of(READING)
    assert pair(tour.deeper()) == (5, 2)
    assert tour.deeper().deeper() == tour.deeper()
    assert pair(tour.deeper().onward()) == (3, 5)


def test_links_below_the_threshold_are_no_part_of_it() -> None:
    assert [stop.topic for stop in Tour.of(READING.with_threshold(80)).stops] == [1]


def test_without_a_topic_there_is_no_tour() -> None:
    reading = Reading.of(strangers())
    tour = Tour.of(reading)
    assert tour.link is None
    assert tour.onward() is tour.deeper() is tour
    assert tour.said(reading) == "no topic to tour: - is looser"
