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


def test_what_agrees_everywhere_is_no_row() -> None:
    found = {(0, 3): [entry(0, 3, State.EQUAL)]}
    assert story_facts(story(TEXTS, {(0, 3): [link(0, 0)]}, differences=found)) == ()


def test_what_only_later_reports_give_gathers_around_the_first_of_them() -> None:
    found = {(2, 3): [entry(2, 3, State.DIFFERS)]}
    (row,) = story_facts(story(TEXTS, {(2, 3): [link(0, 0)]}, differences=found))
    assert {version.value: version.reports for version in row.versions} == {"15": (2,), "12": (3,)}
