"""Claims that may agree are found without comparing all with all."""

from __future__ import annotations

from itertools import product
from math import inf

from msgspec.structs import replace

from tests.analysis.articles import article
from tui.analysis.differences.date_range import DateRange
from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.fact_matching import settle_each_other, values_agree
from tui.analysis.differences.facts import find_facts
from tui.analysis.differences.number import Number
from tui.analysis.differences.sentence import Sentence
from tui.analysis.differences.value_index import ValueIndex

LEFT = (
    "The fire killed 12 people and burned 1,480 acres.",
    "About 100 homes and nearly 2 million trees were lost.",
    "The damage is put at $4.5 million, more than $40 million less than in 2019.",
    "It spread for 26 miles, up to 300 feet high, at minus 3 degrees.",
    "The council voted 51-49 for 35.7 percent, a third of what was asked.",
)
RIGHT = (
    "A dozen people died on 1,500 acres, officials said.",
    "Some 104 homes burned, and 1.9 million trees.",
    "The loss is $4,480,000; a year ago it was $45 million or more.",
    "It ran 42 kilometers; flames of 280 feet were seen at 0 degrees.",
    "The council voted 51-49, 36 percent, at least 10 to 15 members absent.",
)


def claimed(texts: tuple[str, ...]) -> list[FactInContext]:
    whole = article(list(texts), language="en")
    return [claim for passage in whole.passages for claim in find_facts(Sentence(whole, passage, "en"))]


def test_all_that_agree_are_near_and_most_that_do_not_are_not() -> None:
    ones, others = claimed(LEFT), claimed(RIGHT)
    near = {(i, j) for i, one in enumerate(ones) for j in ValueIndex(others).near(one)}
    agreeing = {
        (i, j) for i, j in product(range(len(ones)), range(len(others))) if values_agree(ones[i], others[j])
    }
    assert len(agreeing) >= 8
    assert agreeing <= near
    assert len(near) < len(ones) * len(others) / 2


def test_they_come_in_their_order() -> None:
    places = ValueIndex(claimed(("Some 12 people, 1,480 acres and 12 homes.", *LEFT))).near(claimed(LEFT)[0])
    assert list(places) == sorted(places)
    assert len(places) >= 2


def test_a_number_larger_than_all_has_a_place() -> None:
    claim = claimed(("It spread for 26 miles.",))[0]
    assert isinstance(claim.value, Number)
    huge = replace(claim, value=replace(claim.value, value=inf, low=inf, high=inf))
    assert list(ValueIndex([claim, huge]).near(huge)) == [1]


DAYS = (
    "They met on Monday, on 3 March 2024 and on the 3rd.",
    "In March 2024 it rained, and again on March 4.",
    "On 3/4/2024 the shop closed, late on Tuesday it burned, and in 2024 it was sold.",
)


def test_of_days_those_are_near_that_agree_and_settle_each_other() -> None:
    days = [claim for claim in claimed(DAYS) if isinstance(claim.value, DateRange)]
    near = [[*ValueIndex(days).near(day)] for day in days]
    assert near == [
        [k for k, other in enumerate(days) if values_agree(day, other) and settle_each_other(day, other)]
        for day in days
    ]
    assert len(days) >= 7
    assert 0 < sum(map(len, near)) < len(days) ** 2
