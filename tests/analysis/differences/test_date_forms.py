"""Forms of dates and times that real reports have: each means one day, in both directions."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.analysis.differences.scoring import SentencePair, article, barely_linked, linked
from tui.analysis.differences.facts import find_facts
from tui.analysis.differences.ledger import differences
from tui.analysis.differences.sentence import Sentence
from tui.model.difference import Difference, FactKind, State

FORMS = [
    ("the day before yesterday", "2023-03-19"),
    ("two days ago", "2023-03-19"),
    ("on Sunday", "2023-03-19"),
    ("on 19/03/2023", "2023-03-19"),
    ("on 03/19/2023", "2023-03-19"),
    ("on 19.03.2023", "2023-03-19"),
    ("on 19.3.2023", "2023-03-19"),
    ("on 19-03-2023", "2023-03-19"),
    ("on 19/03/23", "2023-03-19"),
    ("on March 19", "2023-03-19"),
    ("on the 19th of March", "2023-03-19"),
    ("yesterday", "2023-03-20"),
    ("on April 5", "2022-04-05"),
    ("on 5 April", "2022-04-05"),
    ("on 5 April 2022", "2022-04-05"),
    ("in the summer of 2019", "2019-06-01–2019-09-22"),
    ("in summer 2019", "2019-06-01–2019-09-22"),
    ("in the spring of 2018", "2018-03-01–2018-06-20"),
    ("in the 1990s", "1990–1999"),
    ("in the '90s", "1990–1999"),
    ("in the nineties", "1990–1999"),
    ("in the early 1980s", "1980–1984"),
]
AHEAD = [
    ("the day after tomorrow", "2023-03-23"),
    ("on Thursday", "2023-03-23"),
    ("on 23/3/2023", "2023-03-23"),
    ("on March 23", "2023-03-23"),
    ("on Nov. 8", "2023-11-08"),
    ("next summer", "2023-06-01–2023-09-22"),
    ("on April 5", "2023-04-05"),
]
GERMAN = [
    ("vorgestern", "2023-03-19"),
    ("am 19. März", "2023-03-19"),
    ("am 19.3.2023", "2023-03-19"),
    ("am 19.03.", "2023-03-19"),
    ("vor zwei Tagen", "2023-03-19"),
    ("gestern", "2023-03-20"),
    ("übermorgen", "2023-03-23"),
    ("am 3./4. Juni 2022", "2022-06-03–2022-06-04"),
    ("am 3. und 4. Juni 2022", "2022-06-03–2022-06-04"),
    ("im Juni 2021", "2021-06"),
    ("im Sommer 2019", "2019-06-01–2019-09-22"),
    ("in den 1990er Jahren", "1990–1999"),
    ("im Jahr 2014", "2014"),
    ("um 15.30 Uhr", "15:30"),
    ("um 15:30 Uhr", "15:30"),
    ("um 15 Uhr", "15:00"),
]


GERMAN_WEEK = ("in der vergangenen Woche", "2023-03-13–2023-03-19")


def values(text: str, language: str = "en") -> list[str]:
    parsed = article(text, language=language)
    return [found.fact.value for found in find_facts(Sentence(parsed, parsed.passages[0], language))]


@pytest.mark.parametrize(("text", "value"), FORMS)
def test_a_day_of_the_past_has_one_value(text: str, value: str) -> None:
    assert values(f"The bridge was closed {text}.") == [value]


@pytest.mark.parametrize(("text", "value"), AHEAD)
def test_a_day_to_come_has_one_value(text: str, value: str) -> None:
    assert values(f"The bridge will be closed {text}.") == [value]


@pytest.mark.parametrize(("text", "value"), [*GERMAN, GERMAN_WEEK])
def test_a_german_date_has_one_value(text: str, value: str) -> None:
    assert values(f"Die Brücke wurde {text} gesperrt.", "de") == [value]


def dates_differ(sentence: str, left: str, right: str) -> list[Difference]:
    pair = SentencePair(1, sentence.format(left), sentence.format(right))
    return [entry for entry in pair.disagreements() if entry.kind is FactKind.DATE]


@pytest.mark.parametrize(
    ("sentence", "forms"),
    [("The bridge was closed {} by police.", FORMS), ("The bridge will be closed {} by police.", AHEAD)],
)
def test_two_dates_differ_if_their_days_do(sentence: str, forms: list[tuple[str, str]]) -> None:
    for (left, value), (right, other) in permutations(forms, 2):
        assert bool(dates_differ(sentence, left, right)) == (value != other), (left, right)


def test_german_dates_differ_if_their_days_do() -> None:
    for (left, value), (right, other) in permutations(GERMAN, 2):
        first, second = (
            article(f"Die Brücke wurde {form} gesperrt.", language="de") for form in (left, right)
        )
        pair = linked(first, second, (0, 0))
        moments = [d for d in differences(pair, 50.0) if d.state is State.DIFFERS]
        of_one_kind = (":" in value) == (":" in other)
        assert bool(moments) == (of_one_kind and value != other), (left, right)


def test_a_numeric_date_that_can_be_read_in_two_ways_agrees_with_both() -> None:
    sentence = "The bridge was closed {} by police."
    for day, differs in (("on March 4", False), ("on April 3, 2023", False), ("on March 5", True)):
        for left, right in ((day, "on 3/4/2023"), ("on 3/4/2023", day)):
            assert bool(dates_differ(sentence, left, right)) is differs


def test_a_date_of_another_kind_settles_nothing() -> None:
    left = article("Police closed the bridge on Thursday.", published="")
    right = article("Police closed the bridge on Friday.", "The bridge opened in 2014.", published="")
    (entry,) = [d for d in differences(linked(left, right, (0, 0), (0, 1)), 50.0) if d.state is State.DIFFERS]
    assert [fact and fact.text for fact in entry.facts] == ["Thursday", "Friday"]


@pytest.mark.parametrize("text", ["It fell 3.4.5 times.", "24/7 care", "They fall.", "version 1.2.2014a"])
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    parsed = article(text)
    facts = find_facts(Sentence(parsed, parsed.passages[0], "en"))
    assert [found for found in facts if found.fact.kind is FactKind.DATE] == []


def lead_days(left_day: str, right_day: str) -> list[tuple[str, str]]:
    left = article("The two spoke on Friday by telephone.", published=left_day)
    right = article("The two met in the palace on Tuesday.", published=right_day)
    found = differences(barely_linked(left, right), 50.0)
    return [(d.left.value, d.right.value) for d in found if d.state is State.DIFFERS and d.left and d.right]


def test_reports_of_different_weeks_have_the_days_of_their_events_beside_each_other() -> None:
    assert lead_days("2022-02-25", "2023-03-21") == [("2022-02-25", "2023-03-21")]


def test_reports_of_one_week_and_undated_ones_do_not() -> None:
    assert lead_days("2023-03-24", "2023-03-21") == lead_days("", "2023-03-21") == []
