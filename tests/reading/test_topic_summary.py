"""What the list of topics says of each."""

from __future__ import annotations

from msgspec.structs import replace

from tests.examples import ferry
from tui.model import Side, Topic
from tui.reading.topic_summary import topic_summaries
from tui.reading.visible_links import VisibleLinks

FERRY = ferry()


def test_it_counts_links_with_the_same_statement_and_others_apart() -> None:
    for summary in topic_summaries(FERRY, FERRY.threshold):
        own = [k for k in FERRY.links_from(FERRY.threshold) if summary.topic in k.topics]
        assert summary.same + summary.related == len(own)
    assert any(summary.same for summary in topic_summaries(FERRY, FERRY.threshold))


def test_it_shows_the_passages_of_the_strongest_link() -> None:
    first = topic_summaries(FERRY, FERRY.threshold)[0]
    assert first.strongest == (FERRY.left.passages[2].text, FERRY.right.passages[1].text)


def test_topics_that_overlap_show_other_passages_where_they_have_some() -> None:
    topics = (Topic("the fire", left=(0, 1), right=(0, 1)), Topic("the ferry", left=(0, 1), right=(0, 1)))
    both = replace(FERRY, topics=topics, links=())
    first, second = topic_summaries(both, FERRY.threshold)
    assert [first.strongest[0], second.strongest[0]] == [FERRY.left.passages[k].text for k in (0, 1)]


def test_without_links_the_first_passages_stand_for_the_topic() -> None:
    first = topic_summaries(FERRY, 101)[0]
    topic = FERRY.topics[0]
    assert first.strongest[0] == FERRY.left.passages[topic.left[0]].text
    assert first.alone == (len(topic.left), len(topic.right))


def test_agreement_leaves_out_what_there_is_none_of() -> None:
    assert topic_summaries(FERRY, 101)[0].agreement.endswith("on one side")
    assert "same" not in topic_summaries(FERRY, 101)[0].agreement


def test_a_topic_is_named_where_it_begins() -> None:
    visible = VisibleLinks.of(FERRY)
    for topic in FERRY.topics:
        if topic.side is None:
            assert visible.label_at(Side.LEFT, topic.left[0])
            assert visible.label_at(Side.RIGHT, topic.right[0])
    assert visible.label_at(Side.LEFT, 10**6) == ""


def test_where_two_topics_begin_the_larger_is_named() -> None:
    topics = (Topic("talks", left=(1, 2), right=(0,)), Topic("visit", left=(1,), right=(3,)))
    visible = VisibleLinks.of(replace(FERRY, topics=topics))
    assert (visible.label_at(Side.LEFT, 1), visible.label_at(Side.RIGHT, 3)) == ("talks", "visit")
