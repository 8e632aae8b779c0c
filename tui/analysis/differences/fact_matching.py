"""Comparison of two facts: whether they are about the same thing, and whether their values agree."""

from __future__ import annotations

from tui.analysis.differences import units
from tui.analysis.differences.clock_time import ClockTime, clock_times_agree
from tui.analysis.differences.date_range import DateRange, date_settles, dates_agree, dates_equal
from tui.analysis.differences.fact_context import (
    FactInContext,
    generic_noun_stems,
    number_context_stems,
    poll_stems,
)
from tui.analysis.differences.number import Number, numbers_agree
from tui.model.difference import FactKind

CONVERSION_TOLERANCE = 0.05
"""Greatest relative difference of one measure in two units, each of which is rounded."""
_MIN_SHARED = 2
"""Other content words that two passages share where only the noun tells that they count the same."""
MOST_TIMES_OF_MEASURE, MOST_TIMES_OF_AMOUNT = 100, 10
"""Times of one measure, and of one amount or count of another noun, from which another is hardly of the same
thing: 90 minutes and 22 days; 100 firms and 100 million workers. Of 151 entries of fresh reports three were
so far apart, all of them wrong."""
MOST_TIMES_OF_COUNT, MOST_TIMES_OF_OUTCOME = 1.2, 1.5
"""Times of one count from which another of the same noun, and another of the dead, the hurt or the like, is
often of something else: of the counts listed for 900 fresh pairs one of five farther apart was useful, and
none of three that were a round form of the other."""
_ROUND_FROM = 100
"""Value of the last digit from which a count is a round one; beside one with decimals any is."""
_LARGE = 100
"""Number from which two equal ones are hardly chance."""


SMALL = 2
"""Number in words up to which a value on one side only says little."""


def values_agree(left: FactInContext, right: FactInContext) -> bool:
    """Whether two facts of one kind may have the same value; also true if the texts leave it open."""
    mine, its = left.value, right.value
    if isinstance(mine, DateRange) and isinstance(its, DateRange):
        return dates_agree(mine, its)
    if isinstance(mine, ClockTime) and isinstance(its, ClockTime):
        return clock_times_agree(mine, its)
    return left.others is not right.others or _same_number(left, right)


def _same_number(left: FactInContext, right: FactInContext) -> bool:
    """Whether both are numbers, and the same as far as they are exact and units are converted."""
    mine, its = left.value, right.value
    if not (isinstance(mine, Number) and isinstance(its, Number)):
        return False
    if numbers_agree(mine, its):
        return True
    converted = left.fact.kind is FactKind.QUANTITY and _unit_written(left) != _unit_written(right)
    largest = max(abs(mine.value), abs(its.value))
    return converted and abs(mine.value - its.value) <= CONVERSION_TOLERANCE * largest


def settle_each_other(left: FactInContext, right: FactInContext) -> bool:
    """Whether two values that agree need not be compared with others; not if the texts leave it open."""
    mine, its = left.value, right.value
    if isinstance(mine, DateRange) and isinstance(its, DateRange):
        return date_settles(mine, its)
    return left.others is right.others or _same_number(left, right)


def values_equal(left: FactInContext, right: FactInContext) -> bool:
    """Whether two facts have the same value as far as the texts tell."""
    mine, its = left.value, right.value
    if isinstance(mine, DateRange) and isinstance(its, DateRange):
        return dates_equal(mine, its)
    if isinstance(mine, Number) and isinstance(its, Number):
        return _same_number(left, right)
    return values_agree(left, right)


def distinctive_value(left: FactInContext, right: FactInContext) -> bool:
    """Whether the same value on both sides is hardly chance: the same amount of money, `35.7 %`, 1,480."""
    mine, its = left.value, right.value
    if not (isinstance(mine, Number) and isinstance(its, Number)) or left.fact.unit != right.fact.unit:
        return False
    exact = mine.value == its.value or bool({mine.bound, its.bound} & {"nearly", "about", "just over"})
    return exact and (left.fact.kind in (FactKind.MONEY, FactKind.PERCENTAGE) or mine.value >= _LARGE)


def different_purposes(left: FactInContext, right: FactInContext) -> bool:
    """`$30 million for schools` and `$30 million for hospitals`: one amount, two things."""
    both = bool(left.purpose and right.purpose)
    return left.fact.kind is FactKind.MONEY and both and left.purpose != right.purpose


def same_subject_score(left: FactInContext, right: FactInContext) -> float:
    """Confidence, 0 to 1, that two facts are about the same thing; 0 if that is unclear.

    Kinds, units, rates and outcomes must not conflict. Then the counted noun, the nearest words or the
    clause must have something in common that is not common to all numbers.
    """
    if (
        left.fact.kind is not right.fact.kind
        or left.fact.unit != right.fact.unit
        or left.rate != right.rate
        or (left.outcome and right.outcome and left.outcome != right.outcome)
    ):
        return 0.0
    return _SCORES[left.fact.kind](left, right)


def _shared(left: frozenset[str], right: frozenset[str]) -> int:
    """The number of common stems, without those that any number may have."""
    return len((left & right) - number_context_stems())


def _nouns_differ(left: FactInContext, right: FactInContext) -> bool:
    nouns = left.counted_noun, right.counted_noun
    return all(nouns) and nouns[0] != nouns[1]


def _number(left: FactInContext, right: FactInContext) -> float:
    near = _shared(left.nearest_stems, right.nearest_stems)
    same_outcome = bool(left.outcome) and left.outcome == right.outcome
    if left.fact.unit == "score":
        return 0.8
    if left.fact.unit == "ordinal":
        return 0.7 if left.counted_noun and left.counted_noun == right.counted_noun else 0.0
    shared = left.passage_stems & right.passage_stems
    if left.counted_noun and right.counted_noun:
        if left.counted_noun != right.counted_noun:
            return 0.0
        if same_outcome:
            return 0.9
        if left.counted_noun in generic_noun_stems():
            return 0.6 if near and not (left.outcome or right.outcome) else 0.0
        if left.nearest_stems & right.nearest_stems or left.clause_stems & right.clause_stems:
            return 0.85 if near else 0.75
        return 0.65 if len(shared - {left.counted_noun}) >= _MIN_SHARED else 0.0
    if same_outcome:
        return 0.8
    no_noun = not (left.counted_noun or right.counted_noun)
    return 0.65 if near and len(shared) >= _MIN_SHARED + 1 and no_noun else 0.0


def _percentage(left: FactInContext, right: FactInContext) -> float:
    if _nouns_differ(left, right):
        return 0.0
    clause = _shared(left.clause_stems, right.clause_stems)
    if left.counted_noun and left.counted_noun == right.counted_noun and clause:
        return 0.9
    # The thing that rose or fell stands before it; `in the year to March` is said of any percentage.
    return 0.8 if _shared(left.subject_stems, right.subject_stems) else 0.0


def far_apart(left: FactInContext, right: FactInContext, times: float = MOST_TIMES_OF_AMOUNT) -> bool:
    """Whether one of two values, both above 0, is more than so many times the other."""
    low, high = sorted((left.fact.high, right.fact.high))
    return 0 < low * times < high


def _money(left: FactInContext, right: FactInContext) -> float:
    both_clauses = left.clause_stems & right.clause_stems
    if _nouns_differ(left, right) and not {left.counted_noun, right.counted_noun} & both_clauses:
        return 0.0
    near = _shared(left.nearest_stems, right.nearest_stems)
    if near or _shared(left.clause_stems, right.clause_stems) >= 2:
        return 0.9 if near else 0.7
    # `cost $3 million`, `cost $5 million`: the verb alone, in passages that share more.
    shared = len(left.passage_stems & right.passage_stems)
    return 0.65 if left.nearest_stems & right.nearest_stems and shared >= _MIN_SHARED else 0.0


def _quantity(left: FactInContext, right: FactInContext) -> float:
    if _nouns_differ(left, right) or far_apart(left, right, MOST_TIMES_OF_MEASURE):
        return 0.0
    return 0.85 if _shared(left.nearest_stems, right.nearest_stems) else 0.0


def _moment(left: FactInContext, right: FactInContext) -> float:
    if left.fact.value != right.fact.value and of_two_acts(left, right):
        return 0.0
    near = _shared(left.nearest_stems, right.nearest_stems)
    clause = _shared(left.clause_stems, right.clause_stems)
    return 0.85 if near and clause > 1 else 0.7 if near else 0.0


def are_unsure_counts(left: FactInContext, right: FactInContext) -> bool:
    """Whether two counts are of two nouns, one is of a poll, or they are far apart or one the other rounded.

    Reports of one day tell of many polls: of 17 counts listed for 2,316 fresh pairs 12 were of two polls.
    """
    mine, its = left.value, right.value
    one_outcome = bool(left.outcome) and left.outcome == right.outcome
    if not (isinstance(mine, Number) and isinstance(its, Number)):
        return True
    if left.counted_noun != right.counted_noun and not one_outcome:
        return True
    if poll_stems() & (left.passage_stems | right.passage_stems):
        return True
    low, high = sorted((mine.value, its.value))
    finer, coarser = sorted((mine.precision, its.precision))
    if (finer < 1 or coarser >= _ROUND_FROM) and high - low <= coarser / 2:
        return True
    return low * (MOST_TIMES_OF_OUTCOME if one_outcome else MOST_TIMES_OF_COUNT) < high


def _unit_written(fact: FactInContext) -> object:
    """The unit in which a measure is told, whatever its form: `km` and `kilometers` are one."""
    return units.named(fact.fact.value.split()[-1]) or fact.fact.unit


def of_two_acts(left: FactInContext, right: FactInContext) -> bool:
    """Whether two days are of two things: `2016 election`, `2020 candidates`; `quit Monday`, `met Friday`.

    Without a verb that stands beside both they are, where verbs are known.
    """
    if left.counted_noun or right.counted_noun:
        return left.counted_noun != right.counted_noun
    return left.acts is not None and right.acts is not None and not left.acts & right.acts


def _age(left: FactInContext, right: FactInContext) -> float:
    if left.counted_noun and right.counted_noun:
        return 0.9 if left.counted_noun == right.counted_noun else 0.0
    return 0.7 if _shared(left.clause_stems, right.clause_stems) else 0.0


_SCORES = {
    FactKind.NUMBER: _number,
    FactKind.PERCENTAGE: _percentage,
    FactKind.MONEY: _money,
    FactKind.QUANTITY: _quantity,
    FactKind.TIME: _moment,
    FactKind.DATE: _moment,
    FactKind.AGE: _age,
}


def subject_tags(fact: FactInContext) -> frozenset[str]:
    """What a fact may be about, for an index.

    Two facts of one kind that agree and have a `same_subject_score`, or a `distinctive_value`, have a tag in
    common.
    """
    kind, unit = fact.fact.kind, fact.fact.unit
    if kind in (FactKind.MONEY, FactKind.PERCENTAGE):
        return frozenset([unit])
    # `Nearly 100` may be 85 "or more": no bound reaches half of a number.
    large = isinstance(fact.value, Number) and fact.value.value >= _LARGE / 2
    tags = {f"large {unit}"} if large else set()
    if kind is FactKind.NUMBER:
        return frozenset(tags | _count_tags(fact))
    stems = fact.nearest_stems
    if kind is FactKind.AGE:
        stems = fact.clause_stems
        tags.add(f"counts {fact.counted_noun}")
    return frozenset(tags | {f"near {stem}" for stem in stems - number_context_stems()})


def _count_tags(fact: FactInContext) -> set[str]:
    if fact.fact.unit == "score":
        return {"score"}
    noun = fact.counted_noun
    tags = {f"outcome {fact.outcome}"} if fact.outcome else set()
    near = fact.nearest_stems - number_context_stems()
    if noun in generic_noun_stems() and fact.fact.unit != "ordinal":
        return tags | {f"counts {noun} near {stem}" for stem in near}
    return tags | ({f"counts {noun}"} if noun else {f"near {stem}" for stem in near})


def counts_nothing(fact: FactInContext) -> bool:
    """Whether a value on one side only is no news: `first`, `one photo`, `the two leaders`."""
    number = fact.value
    small = isinstance(number, Number) and number.spoken and number.value <= SMALL
    return fact.fact.unit == "ordinal" or (small and fact.fact.kind is FactKind.NUMBER and not fact.outcome)


_WEIGHTS = {
    FactKind.NUMBER: 0.8,
    FactKind.MONEY: 0.8,
    FactKind.PERCENTAGE: 0.75,
    FactKind.QUANTITY: 0.7,
    FactKind.DATE: 0.65,
    FactKind.AGE: 0.6,
    FactKind.TIME: 0.55,
}
_CASUALTIES = frozenset(["dead", "hurt", "missing"])


def weight_of(fact: FactInContext) -> float:
    """0 to 1: importance of a value by its kind, more where it counts casualties."""
    return min(1.0, _WEIGHTS[fact.fact.kind] + (0.2 if fact.outcome in _CASUALTIES else 0.0))
