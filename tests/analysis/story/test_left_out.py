"""What others state and a report leaves out; and reports that share little."""

from __future__ import annotations

from tests.analysis.story.stories import RELATED, link, story
from tui.analysis.story.left_out import left_out
from tui.analysis.story.shares import common_share, share_notices

AGENCY = "Rescuers pulled nine miners alive from the flooded shaft near Oster late on Sunday evening."


def test_what_two_others_state_is_left_out_once() -> None:
    made = story([["a"], ["b"], ["c"]], {(1, 2): [link(0, 0)]})
    (entry,) = left_out(made, 0)
    assert entry.report == 0
    assert entry.statement.stated_by == (1, 2)
    assert left_out(made, 1) == left_out(made, 2) == ()


def test_one_text_in_two_reports_is_one_witness() -> None:
    made = story([["a"], [AGENCY], [AGENCY]], {(1, 2): [link(0, 0)]})
    assert left_out(made, 0) == ()


def test_something_beside_it_or_a_link_to_another_witness_is_doubt_enough() -> None:
    others = {(1, 2): [link(0, 0)]}
    assert left_out(story([["a"], ["b"], ["c"]], {**others, (0, 1): [link(0, 0, RELATED)]}), 0) == ()
    assert left_out(story([["a"], ["b"], ["c"]], {**others, (0, 2): [link(0, 0)]}), 0) == ()


def test_more_witnesses_come_first_then_those_that_are_surer() -> None:
    links = {
        (1, 2): [link(0, 0, score=75.0), link(1, 1, score=95.0), link(2, 2, score=72.0)],
        (1, 3): [link(2, 0)],
    }
    made = story([["a"], ["b0", "b1", "b2"], ["c0", "c1", "c2"], ["d"]], links)
    assert [entry.statement.passage for entry in left_out(made, 0)] == [2, 1, 0]


def test_two_that_may_well_not_say_the_same_are_not_enough() -> None:
    assert left_out(story([["a"], ["b"], ["c"]], {(1, 2): [link(0, 0, score=60.0)]}), 0) == ()


def test_a_weak_link_makes_it_less_sure() -> None:
    links = {(1, 2): [link(0, 0), link(1, 1)], (0, 1): [link(0, 0, score=40.0)]}
    made = story([["a"], ["b0", "b1"], ["c0", "c1"]], links)
    assert [entry.statement.passage for entry in left_out(made, 0)] == [1, 0]


def test_nothing_is_left_out_before_all_pairs_are_compared() -> None:
    made = story([["a"], ["b"], ["c"]], {(1, 2): [link(0, 0)]}, pending=[(0, 2)])
    assert left_out(made, 0) == ()


def test_a_report_of_another_event_is_told_by_its_share() -> None:
    texts = [[f"{name}{k}" for k in range(10)] for name in "abc"]
    links = {(0, 1): [link(k, k) for k in range(6)]}
    made = story(texts, links)
    assert common_share(made, 0) == 0.6
    assert share_notices(made) == ("C shares little with the others (0 % of its sentences)",)


def test_nothing_is_told_of_two_reports_nor_when_none_share_anything() -> None:
    texts = [[f"{name}{k}" for k in range(10)] for name in "abc"]
    assert share_notices(story(texts[:2], {})) == ()
    assert share_notices(story(texts, {})) == ()
    assert share_notices(story(texts, {(0, 1): [link(k, k) for k in range(6)]}, pending=[(0, 2)])) == ()
