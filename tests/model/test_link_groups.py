"""Links that share a passage, however far along the chain, are one group."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.model import Link, Relation, Side
from tui.model.link_groups import link_groups, star_groups


def link(left: int, right: int, score: float = 60) -> Link:
    return Link(left, right, score, Relation.SAME)


def ends(*links: Link) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(group.at(Side.LEFT), group.at(Side.RIGHT)) for group in link_groups(links)]


def test_links_without_a_common_passage_stay_apart() -> None:
    assert ends(link(0, 3), link(1, 2)) == [((0,), (3,)), ((1,), (2,))]


def test_the_same_number_on_both_sides_is_not_the_same_passage() -> None:
    assert ends(link(0, 1), link(1, 0)) == [((0,), (1,)), ((1,), (0,))]


def test_one_to_many_and_many_to_one_are_one_group_each() -> None:
    assert ends(link(0, 1), link(0, 4), link(2, 7), link(3, 7)) == [
        ((0,), (1, 4)),
        ((2, 3), (7,)),
    ]


def test_a_chain_of_links_is_one_group() -> None:
    assert ends(link(0, 1), link(5, 1), link(5, 9), link(8, 9)) == [((0, 5, 8), (1, 9))]


def test_the_best_link_is_the_one_with_the_highest_score() -> None:
    (group,) = link_groups([link(0, 1, 60), link(0, 2, 80), link(0, 3, 70)])
    assert group.best.right == 2


def test_no_links_make_no_groups() -> None:
    assert link_groups([]) == ()


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 100)), max_size=20))
def test_a_star_joins_only_passages_that_are_linked(drawn: list[tuple[int, int, int]]) -> None:
    links = list({(left, right): link(left, right, score) for left, right, score in drawn}.values())
    pairs = {link.pair for link in links}
    for star in star_groups(links):
        joined = {(left, right) for left in star.at(Side.LEFT) for right in star.at(Side.RIGHT)}
        assert joined <= pairs
        assert joined == {link.pair for link in star.links}


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 100)), max_size=20))
def test_a_passage_belongs_to_one_star_at_most(drawn: list[tuple[int, int, int]]) -> None:
    links = list({(left, right): link(left, right, score) for left, right, score in drawn}.values())
    for side in Side:
        ends = [index for star in star_groups(links) for index in star.at(side)]
        assert len(ends) == len(set(ends))


def test_a_sentence_that_answers_three_is_one_star() -> None:
    (star,) = star_groups([link(0, 1, 60), link(0, 2, 80), link(0, 3, 70)])
    assert (star.at(Side.LEFT), star.at(Side.RIGHT)) == ((0,), (1, 2, 3))
