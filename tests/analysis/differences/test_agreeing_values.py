"""Values that agree are settled as if each were compared with all of the other article, in fewer steps."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.analysis.differences.agreeing_values import (
    FactKey,
    SideFacts,
    same_unit,
    settle_agreeing,
    value_difference,
)
from tui.analysis.differences.clock_time import ClockTime
from tui.analysis.differences.date_range import DateRange
from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.fact_matching import (
    different_purposes,
    distinctive_value,
    same_subject_score,
    settle_each_other,
    subject_tags,
    values_agree,
    values_equal,
)
from tui.analysis.differences.number import Number, with_bounds
from tui.model import Link, PassagePair, Relation
from tui.model.difference import Difference, Fact, FactKind, State

Pairs = Mapping[PassagePair, Link]
STEMS = ["worker", "plant", "person", "kill", "year", "say"]
SETS = st.frozensets(st.sampled_from(STEMS), max_size=3)
NUMBERS = st.builds(
    lambda value, bound, precision: with_bounds(Number(0, 1, value, value, value, precision, bound)),
    st.sampled_from([1.0, 2.0, 12.0, 85.0, 99.0, 100.0, 101.0, 480.0, 500.0]),
    st.sampled_from(["", "", "at least", "up to", "nearly", "about", "just over"]),
    st.sampled_from([1.0, 10.0, 100.0]),
)
DATES = st.one_of(
    st.integers(738_000, 738_009).map(lambda day: DateRange(0, 1, day, day, weekday=(day - 1) % 7)),
    st.integers(738_000, 738_009).map(lambda day: DateRange(0, 1, day, day + 30)),
    st.integers(0, 6).map(lambda weekday: DateRange(0, 1, weekday=weekday)),
    st.just(DateRange(0, 1, month_day=(7, 28))),
)
TIMES = st.integers(0, 3).map(lambda hour: ClockTime(0, 1, 60 * hour, 60 * hour + 59, 60 * hour))
UNITS = {
    FactKind.NUMBER: ["", "", "ordinal", "score", "total"],
    FactKind.MONEY: ["USD", "EUR"],
    FactKind.QUANTITY: ["km", "year"],
}


KINDS = [*UNITS, FactKind.PERCENTAGE, FactKind.AGE, FactKind.DATE, FactKind.TIME]


@st.composite
def facts(draw: st.DrawFn, kind: FactKind) -> FactInContext:
    values = {FactKind.DATE: DATES, FactKind.TIME: TIMES}.get(kind, NUMBERS)
    unit = draw(st.sampled_from(UNITS.get(kind, [""])))
    return FactInContext(
        Fact(kind, value=f"1 {unit}", unit=unit),
        draw(st.sampled_from(["", "", *STEMS[:3]])),
        draw(st.sampled_from(["", "", "dead", "hurt"])),
        draw(SETS),
        draw(SETS),
        draw(SETS),
        draw(SETS),
        draw(values),
        draw(st.sampled_from(["", "", "school", "road"])),
        draw(st.sampled_from(["", "", "", "year"])),
    )


Side = list[list[FactInContext]]


@st.composite
def two_sides(draw: st.DrawFn) -> tuple[Side, Side]:
    """The facts of two articles, of two kinds."""
    kinds = draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=2))
    side = st.lists(st.lists(st.one_of([facts(kind) for kind in kinds]), max_size=3), max_size=5)
    return draw(side), draw(side)


ENDS = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.floats(50, 100), max_size=6)


def compared_with_all(left: SideFacts, right: SideFacts, pairs: Pairs) -> list[Difference]:
    """The rule as it reads: each fact of the left article against each of the right one."""
    differences = []
    for key in left.in_order():
        for other_key in right.in_order():
            fact, other, link = left[key], right[other_key], pairs.get((key[0], other_key[0]))
            if fact.fact.kind is not other.fact.kind or not same_unit(fact, other):
                continue
            if not values_agree(fact, other) or not settle_each_other(fact, other):
                continue
            if not (link or same_subject_score(fact, other) or distinctive_value(fact, other)):
                continue
            if different_purposes(fact, other):
                continue
            is_new = key not in left.settled and other_key not in right.settled
            if link and values_equal(fact, other) and is_new:
                differences.append(value_difference(State.EQUAL, left, right, key, other_key, link))
            left.settle(key, other_key[0] in right.headlines)
            right.settle(other_key, key[0] in left.headlines)
    return differences


Result = tuple[list[Difference], set[FactKey], set[FactKey]]


@pytest.mark.slow
@settings(deadline=None, max_examples=100)
@given(two_sides(), ENDS, st.booleans())
def test_the_results_are_those_of_comparing_all_with_all(
    sides: tuple[Side, Side],
    ends: dict[PassagePair, float],
    headlines: bool,
) -> None:
    pairs = {pair: Link(*pair, score, Relation.SAME, same=score) for pair, score in sorted(ends.items())}
    results: list[Result] = []
    for settle in (settle_agreeing, compared_with_all):
        left, right = (SideFacts(dict(enumerate(side)), {0} if headlines else set()) for side in sides)
        results.append((settle(left, right, pairs), left.settled, right.settled))
    assert results[0] == results[1]


@pytest.mark.slow
@settings(deadline=None, max_examples=300)
@given(st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(facts(kind), facts(kind))))
def test_facts_about_one_thing_have_a_tag_in_common(both: tuple[FactInContext, FactInContext]) -> None:
    fact, other = both
    same = same_subject_score(fact, other) or (values_agree(fact, other) and distinctive_value(fact, other))
    if same:
        assert subject_tags(fact) & subject_tags(other)


def _steps(count: int) -> int:
    """How often two values are compared, of so many facts in each article: three values in ten contexts."""
    side = {
        index: [
            FactInContext(
                Fact(FactKind.NUMBER),
                ("worker", "person")[index % 2],
                nearest_stems=frozenset([STEMS[index % 5]]),
                clause_stems=frozenset([STEMS[index % 5]]),
                value=Number(0, 1, value, value, value, 1.0),
            )
        ]
        for index in range(count)
        for value in [float(1 + index % 3)]
    }
    profile = cProfile.Profile()
    profile.runcall(settle_agreeing, SideFacts(side), SideFacts(side), {})
    calls = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    return sum(calls[where][0] for where in calls if where[2] == "values_agree")


def test_twice_as_many_facts_are_compared_about_twice_as_often() -> None:
    assert 0 < _steps(500) <= 2.2 * _steps(250) <= 2.2 * 12 * 250
