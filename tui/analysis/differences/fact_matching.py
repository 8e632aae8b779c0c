"""Whether two facts are about the same thing, and whether they agree."""

from __future__ import annotations

from tui.analysis.differences.clock_time import ClockTime, clock_times_agree
from tui.analysis.differences.date_range import DateRange, dates_agree, dates_equal
from tui.analysis.differences.fact_context import FactInContext, generic_noun_stems, number_context_stems
from tui.analysis.differences.number import Number, numbers_agree
from tui.model.difference import FactKind

CONVERSION_TOLERANCE = 0.05
"""Two measures in different units may be so far apart, as a share: both are rounded before conversion."""


_TOGETHER = 2
"""Other words of news that two passages share where only the noun tells that they count the same."""


def values_agree(one: FactInContext, two: FactInContext) -> bool:
    """Whether two facts of one kind may have the same value; true also where the texts cannot tell."""
    left, right = one.value, two.value
    if isinstance(left, DateRange) and isinstance(right, DateRange):
        return dates_agree(left, right)
    if isinstance(left, ClockTime) and isinstance(right, ClockTime):
        return clock_times_agree(left, right)
    if isinstance(left, Number) and isinstance(right, Number):
        if numbers_agree(left, right):
            return True
        converted = (
            one.fact.kind is FactKind.QUANTITY and one.fact.value.split()[-1:] != two.fact.value.split()[-1:]
        )
        largest = max(abs(left.value), abs(right.value))
        return converted and abs(left.value - right.value) <= CONVERSION_TOLERANCE * largest
    return False


def values_equal(one: FactInContext, two: FactInContext) -> bool:
    """Whether two facts have the same value as far as the texts tell."""
    left, right = one.value, two.value
    if isinstance(left, DateRange) and isinstance(right, DateRange):
        return dates_equal(left, right)
    return values_agree(one, two)


def distinctive_value(one: FactInContext, two: FactInContext) -> bool:
    """Whether one value on both sides can hardly be chance: the same amount of money, `35.7 %`, 1,480."""
    left, right = one.value, two.value
    if not (isinstance(left, Number) and isinstance(right, Number)) or one.fact.unit != two.fact.unit:
        return False
    exact = left.value == right.value or bool({left.bound, right.bound} & {"nearly", "about", "just over"})
    return exact and (one.fact.kind in (FactKind.MONEY, FactKind.PERCENTAGE) or left.value >= _LARGE)


_LARGE = 100


def different_purposes(one: FactInContext, two: FactInContext) -> bool:
    """`$30 million for schools` and `$30 million for hospitals`: one amount, two things."""
    return (
        one.fact.kind is FactKind.MONEY and bool(one.purpose and two.purpose) and one.purpose != two.purpose
    )


def same_subject_score(one: FactInContext, two: FactInContext) -> float:
    """0 to 1: how surely two facts of one kind are about the same thing; 0 where that is not plain.

    Units, rates and states must not conflict; then what is counted, the nearest words and the clause
    must have something in common that is not said of every number.
    """
    if one.fact.kind is not two.fact.kind or one.fact.unit != two.fact.unit or one.rate != two.rate:
        return 0.0
    if one.outcome and two.outcome and one.outcome != two.outcome:
        return 0.0
    judge = _JUDGES[one.fact.kind]
    return judge(one, two)


def _shared(one: frozenset[str], two: frozenset[str]) -> int:
    return len((one & two) - number_context_stems())


def _number(one: FactInContext, two: FactInContext) -> float:
    near = _shared(one.nearest_stems, two.nearest_stems)
    same_state = bool(one.outcome) and one.outcome == two.outcome
    if one.fact.unit == "score":
        return 0.8
    if one.fact.unit == "ordinal":
        return 0.7 if one.counted_noun and one.counted_noun == two.counted_noun else 0.0
    if one.counted_noun and two.counted_noun:
        if one.counted_noun != two.counted_noun:
            return 0.0
        if same_state:
            return 0.9
        if one.counted_noun in generic_noun_stems():
            return 0.6 if near and not (one.outcome or two.outcome) else 0.0
        if one.nearest_stems & two.nearest_stems or one.clause_stems & two.clause_stems:
            return 0.85 if near else 0.75
        return 0.65 if len((one.passage_stems & two.passage_stems) - {one.counted_noun}) >= _TOGETHER else 0.0
    if same_state:
        return 0.8
    together = len(one.passage_stems & two.passage_stems) >= _TOGETHER + 1
    return 0.65 if near and together and not (one.counted_noun or two.counted_noun) else 0.0


def _percentage(one: FactInContext, two: FactInContext) -> float:
    if one.counted_noun and two.counted_noun and one.counted_noun != two.counted_noun:
        return 0.0
    clause = _shared(one.clause_stems, two.clause_stems)
    if one.counted_noun and one.counted_noun == two.counted_noun and clause:
        return 0.9
    # What rose or fell stands before it; `in the year to March` is said of any percentage.
    return 0.8 if _shared(one.subject_stems, two.subject_stems) else 0.0


def _money(one: FactInContext, two: FactInContext) -> float:
    if (
        one.counted_noun
        and two.counted_noun
        and one.counted_noun != two.counted_noun
        and not {one.counted_noun, two.counted_noun} & (one.clause_stems & two.clause_stems)
    ):
        return 0.0
    near, clause = _shared(one.nearest_stems, two.nearest_stems), _shared(one.clause_stems, two.clause_stems)
    if near or clause >= 2:
        return 0.9 if near else 0.7
    # `cost $3 million`, `cost $5 million`: the verb alone, in passages that share more.
    return (
        0.65
        if one.nearest_stems & two.nearest_stems and len(one.passage_stems & two.passage_stems) >= _TOGETHER
        else 0.0
    )


def _quantity(one: FactInContext, two: FactInContext) -> float:
    if one.counted_noun and two.counted_noun and one.counted_noun != two.counted_noun:
        return 0.0
    return 0.85 if _shared(one.nearest_stems, two.nearest_stems) else 0.0


def _moment(one: FactInContext, two: FactInContext) -> float:
    near, clause = _shared(one.nearest_stems, two.nearest_stems), _shared(one.clause_stems, two.clause_stems)
    return 0.85 if near and clause > 1 else 0.7 if near else 0.0


def _age(one: FactInContext, two: FactInContext) -> float:
    if one.counted_noun and two.counted_noun:
        return 0.9 if one.counted_noun == two.counted_noun else 0.0
    return 0.7 if _shared(one.clause_stems, two.clause_stems) else 0.0


_JUDGES = {
    FactKind.NUMBER: _number,
    FactKind.PERCENTAGE: _percentage,
    FactKind.MONEY: _money,
    FactKind.QUANTITY: _quantity,
    FactKind.TIME: _moment,
    FactKind.DATE: _moment,
    FactKind.AGE: _age,
}
