from tests.examples import ferry, strangers
from tui.model import Comparison, Side
from tui.reading.detail import Detail
from tui.reading.reading import Reading


def test_it_opens_at_the_current_link_among_all_links_of_its_passages() -> None:
    links = ferry().links
    detail = Detail.of(Reading.of(ferry()).at_link(links[1]))
    assert detail.links == (links[1], links[4])
    assert detail.link is not None
    assert detail.link.pair == (3, 5)
    assert detail.linked


def test_a_step_goes_to_the_next_link_and_stops_at_the_ends() -> None:
    detail = Detail.of(Reading.of(ferry()).at_link(ferry().links[1]))
    after = detail.next_link(1)
    assert after.link == ferry().links[4]
    assert after.next_link(1) is after
    assert after.next_link(-1) == detail
    assert detail.next_link(-1) is detail


def test_a_passage_without_a_link_has_candidates_by_score() -> None:
    detail = Detail.of(Reading.of(ferry()).at_passage_only(Side.LEFT, 7))
    assert [k.pair for k in detail.links] == [(7, 6)]
    assert not detail.linked


def test_a_linked_passage_opens_at_its_strongest_link_if_none_is_chosen() -> None:
    detail = Detail.of(Reading.of(ferry()).at_passage_only(Side.RIGHT, 5))
    assert detail.linked
    assert detail.link == ferry().links[1]


def test_a_passage_without_candidates_has_no_link() -> None:
    detail = Detail.of(Reading.of(strangers()))
    assert detail.link is None
    assert detail.passage(Side.LEFT) is not None
    assert detail.passage(Side.RIGHT) is None
    assert Detail.of(Reading.of(Comparison())).passage(Side.LEFT) is None


def test_each_link_is_identified_by_the_passage_that_is_not_being_read() -> None:
    detail = Detail.of(Reading.of(ferry()).at_link(ferry().links[1]))
    assert [detail.varying_side(link) for link in detail.links] == [Side.RIGHT, Side.LEFT]
