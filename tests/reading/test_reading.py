from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.examples import ferry, strangers
from tui.model import Comparison, Kind, Link, PassagePair, Side
from tui.reading.filters import ALL_TOPICS
from tui.reading.reading import Reading

READING = Reading.of(ferry())


def walked(reading: Reading, step: int) -> list[tuple[int, int]]:
    """Every link met by stepping one way until it goes no further."""
    met = []
    while (there := reading.next_link(step)) is not reading:
        assert there.pair is not None
        met.append(there.pair)
        reading = there
    return met


def test_reading_begins_at_the_first_sentences_without_a_link() -> None:
    assert (READING.left, READING.right, READING.link) == (2, 1, None)


def test_stepping_visits_every_link_once_in_the_order_of_the_text_and_stops() -> None:
    assert walked(READING, 1) == [(2, 1), (3, 5), (4, 3), (5, 2), (6, 5)]


def test_stepping_in_the_right_article_follows_the_left_one_too() -> None:
    assert walked(replace(READING, side=Side.RIGHT), 1) == walked(READING, 1)


def test_a_step_visits_each_left_passage_once_with_its_best_counterpart() -> None:
    links = (*ferry().links, Link(2, 6, 90.0), Link(2, 2, 60.0))
    reading = Reading.of(replace(ferry(), links=tuple(sorted(links, key=lambda link: link.pair))))
    there = reading.next_link()
    assert (there.pair, there.pair_number, there.next_link().pair) == ((2, 6), 1, (3, 5))
    assert len(reading.visible.stops) == 5


def test_the_counterparts_of_a_passage_come_by_score_and_end() -> None:
    links = tuple(sorted((*ferry().links, Link(2, 6, 90.0)), key=lambda link: link.pair))
    there = Reading.of(replace(ferry(), links=links)).next_link()
    second = there.next_counterpart()
    assert (second.pair, second.pair_number) == ((2, 1), 1)
    assert second.next_counterpart() is second
    assert second.next_counterpart(-1).pair == there.pair
    right = replace(READING.at_link(ferry().links[1]), side=Side.RIGHT)
    assert right.next_counterpart().pair == (6, 5)


def test_stepping_back_undoes_stepping_on() -> None:
    third = READING.next_link().next_link().next_link()
    assert third.next_link(-1).pair == (3, 5)
    assert third.next_link(-1).next_link() == third


def test_links_are_numbered_from_one() -> None:
    assert READING.pair_number == 0
    assert READING.next_link().next_link().pair_number == 2


def test_stepping_starts_at_the_passage_read() -> None:
    here = READING.at_passage_only(Side.LEFT, 5)
    assert here.next_link().pair == (5, 2)
    assert here.next_link(-1).pair == (4, 3)


def test_choosing_a_passage_goes_to_its_strongest_link() -> None:
    assert READING.at_passage(Side.RIGHT, 5).pair == (3, 5)
    assert READING.at_passage(Side.RIGHT, 5).side is Side.RIGHT


def test_choosing_a_passage_of_the_current_link_keeps_the_link() -> None:
    assert READING.at_link(ferry().links[4]).at_passage(Side.RIGHT, 5).pair == (6, 5)


def test_choosing_a_passage_without_a_link_leaves_the_other_side_where_it_was() -> None:
    there = READING.at_passage(Side.LEFT, 7)
    assert (there.left, there.right, there.pair) == (7, READING.right, None)


def test_crossing_twice_comes_back() -> None:
    there = READING.next_link()
    assert there.in_other_article().side is Side.RIGHT
    assert there.in_other_article().in_other_article() == there


def test_a_step_to_the_next_passage_skips_folded_boilerplate() -> None:
    first = READING.at_passage(Side.LEFT, 0)
    assert first.next_passage().left == 2
    assert first.next_passage().next_passage(-1).left == 0
    assert first.next_passage(-1) is first


@given(st.floats(0, 100), st.floats(0, 100))
def test_a_stricter_threshold_never_adds_links(one: float, other: float) -> None:
    loose, strict = sorted((one, other))
    shown = {k.pair for k in READING.with_threshold(strict).links}
    assert shown <= {k.pair for k in READING.with_threshold(loose).links}


def test_the_threshold_stays_within_its_range() -> None:
    assert READING.with_threshold(-5).threshold == 0
    assert READING.with_threshold(105).threshold == 100


def test_a_link_hidden_by_a_filter_is_no_longer_current() -> None:
    there = READING.at_link(ferry().links[4])
    assert there.with_threshold(60).link is None
    assert there.with_threshold(55).pair == (6, 5)


def test_filtering_by_a_topic_goes_to_its_first_link() -> None:
    filtered = READING.with_topic(2)
    assert filtered.pair == (3, 5)
    assert [k.pair for k in filtered.links] == [(3, 5), (6, 5)]
    assert len(filtered.with_topic(ALL_TOPICS).links) == 5


def weakened(comparison: Comparison, pair: PassagePair) -> Comparison:
    """The comparison with a link that is too weak to be shown."""
    links = [replace(link, score=5.0) if link.pair == pair else link for link in comparison.links]
    return replace(comparison, links=tuple(links))


def test_a_link_that_becomes_weak_stays_until_the_reader_leaves_it() -> None:
    reading = READING.next_link().next_link()
    assert reading.pair == (3, 5)
    weaker = reading.with_comparison(weakened(ferry(), (3, 5)), hold=True)
    assert weaker.link is not None and weaker.link.pair == (3, 5)
    assert (3, 5) not in {link.pair for link in weaker.next_link().links}
    assert walked(weaker, 1) == [(4, 3), (5, 2), (6, 5)]
    assert walked(weaker, -1) == [(2, 1)]
    assert weaker.with_threshold(reading.threshold + 5).link is None


def linked(comparison: Comparison, pair: PassagePair) -> Comparison:
    """The comparison with one link more."""
    links = (*comparison.links, replace(comparison.links[0], left=pair[0], right=pair[1], score=90.0))
    return replace(comparison, links=tuple(sorted(links, key=lambda link: link.pair)))


def test_under_the_filter_a_link_that_arrives_folds_a_passage_only_when_the_reader_leaves_it() -> None:
    reading = READING.with_only_unmatched(True).at_passage(Side.RIGHT, 4)
    assert (reading.left, reading.right) == (7, 4)
    refined = reading.with_comparison(linked(ferry(), (7, 4)), hold=True)
    again = refined.with_comparison(linked(ferry(), (7, 4)), hold=True)
    for here in (refined, again):
        assert (here.left, here.right, here.side) == (7, 4, Side.RIGHT)
        assert 4 not in here.visible.folded[Side.RIGHT] and 7 not in here.visible.folded[Side.LEFT]
        assert 5 in here.visible.folded[Side.RIGHT], "what was linked before stays folded"
    onward = again.next_passage()
    assert onward.right == 6 and onward.visible.filter.only_unmatched
    assert 4 in onward.visible.folded[Side.RIGHT]
    assert 7 not in onward.visible.folded[Side.LEFT], "still the current passage on the left"


def test_a_link_that_is_gone_is_no_longer_current() -> None:
    reading = READING.next_link()
    links = tuple(link for link in ferry().links if link.pair != reading.pair)
    gone = reading.with_comparison(replace(ferry(), links=links), hold=True)
    assert (gone.left, gone.right, gone.pair) == (reading.left, reading.right, None)


def test_a_topic_is_followed_by_its_passages_when_it_gets_another_name_and_place() -> None:
    reading = READING.with_topic(0)
    topics = ferry().topics
    renamed = (replace(topics[1], label="elsewhere"), replace(topics[0], label="the fire"))
    links = tuple(
        replace(link, topic=1 - link.topic) if link.topic in (0, 1) else link for link in ferry().links
    )
    again = reading.with_comparison(replace(ferry(), topics=renamed, links=links))
    assert again.topic == 1
    assert [link.pair for link in again.links] == [link.pair for link in reading.links]
    assert reading.with_comparison(replace(ferry(), topics=())).topic == ALL_TOPICS


def test_boilerplate_is_folded_until_it_is_unfolded() -> None:
    assert READING.visible.folded[Side.LEFT] == {1}
    assert READING.with_boilerplate(True).visible.folded[Side.LEFT] == frozenset()


def test_folding_moves_a_reader_off_the_boilerplate() -> None:
    on_byline = READING.with_boilerplate(True).at_passage(Side.LEFT, 1)
    passage = on_byline.with_boilerplate(False).passage(Side.LEFT)
    assert passage is not None
    assert passage.kind is not Kind.BYLINE


def test_articles_with_nothing_in_common_can_be_read() -> None:
    reading = Reading.of(strangers())
    assert reading.next_link() is reading
    assert reading.links == ()


def test_an_empty_reading_does_not_move() -> None:
    empty = Reading()
    assert empty.next_link() is empty
    assert empty.next_passage() is empty
    assert empty.passage(Side.LEFT) is None
