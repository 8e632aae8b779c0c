"""Facts of which reports give different values."""

from __future__ import annotations

from tests.analysis.story.stories import link, story
from tui.analysis.story.facts import story_facts
from tui.model import Span
from tui.model.difference import Difference, Fact, FactKind, State

TEXTS = [["12 people were killed."], ["At least 12 people died."], ["15 were killed."], ["12 people died."]]
FACTS = [
    Fact(FactKind.NUMBER, "12 people", "12", Span(0, 9)),
    Fact(FactKind.NUMBER, "At least 12 people", "≥ 12", Span(0, 18)),
    Fact(FactKind.NUMBER, "15", "15", Span(0, 2)),
    Fact(FactKind.NUMBER, "12 people", "12", Span(0, 9)),
]


def entry(left: int, right: int, state: State) -> Difference:
    return Difference(FactKind.NUMBER, state, FACTS[left], FACTS[right], 0, 0, 0.7)


def test_one_row_has_all_values_and_who_gives_them() -> None:
    found = {
        (0, 1): [entry(0, 1, State.EQUAL)],
        (0, 2): [entry(0, 2, State.DIFFERS)],
        (0, 3): [entry(0, 3, State.EQUAL)],
        (2, 3): [entry(2, 3, State.DIFFERS)],
    }
    links = {pair: [link(0, 0)] for pair in found}
    (row,) = story_facts(story(TEXTS, links, differences=found))
    assert row.label == "were killed"
    values = {version.value: version.reports for version in row.versions}
    assert values == {"12": (0, 3), "≥ 12": (1,), "15": (2,)}
    assert row.versions[0].value == "12"


def test_what_conflicts_with_the_same_fact_and_gives_a_value_of_its_row_belongs_to_it() -> None:
    found = {(0, 2): [entry(0, 2, State.DIFFERS)], (2, 3): [entry(2, 3, State.DIFFERS)]}
    (row,) = story_facts(story(TEXTS, {pair: [link(0, 0)] for pair in found}, differences=found))
    assert {version.value: version.reports for version in row.versions} == {"12": (0, 3), "15": (2,)}
    other = {**found, (1, 2): [entry(1, 2, State.DIFFERS)]}
    rows = story_facts(story(TEXTS, {pair: [link(0, 0)] for pair in other}, differences=other))
    assert [[version.value for version in row.versions] for row in rows] == [["12", "15"], ["≥ 12", "15"]]


def test_a_row_is_named_by_the_words_beside_it_that_most_passages_have() -> None:
    texts = [["12 people late on Tuesday were killed."], ["15 were killed."]]
    found = {(0, 1): [Difference(FactKind.NUMBER, State.DIFFERS, FACTS[0], FACTS[2], 0, 0, 0.7)]}
    (row,) = story_facts(story(texts, {(0, 1): [link(0, 0)]}, differences=found))
    assert row.label == "were killed"


def test_what_agrees_everywhere_is_no_row() -> None:
    found = {(0, 3): [entry(0, 3, State.EQUAL)]}
    assert story_facts(story(TEXTS, {(0, 3): [link(0, 0)]}, differences=found)) == ()


def test_what_only_later_reports_give_gathers_around_the_first_of_them() -> None:
    found = {(2, 3): [entry(2, 3, State.DIFFERS)]}
    (row,) = story_facts(story(TEXTS, {(2, 3): [link(0, 0)]}, differences=found))
    assert {version.value: version.reports for version in row.versions} == {"15": (2,), "12": (3,)}
