"""Whether two facts are about the same thing, and whether they agree."""

from __future__ import annotations

from tui.analysis.differences import clock, number, when
from tui.analysis.differences.about import Claim, generic, motion
from tui.analysis.differences.number import Number
from tui.model.difference import FactKind

CONVERTED = 0.05
"""Two measures in different units may be so far apart, as a share: both are rounded before conversion."""


_TOGETHER = 2
"""Other words of news that two passages share where only the noun tells that they count the same."""


def agree(one: Claim, two: Claim) -> bool:
    """Whether two facts of one kind may have the same value; true also where the texts cannot tell."""
    left, right = one.detail, two.detail
    if isinstance(left, when.When) and isinstance(right, when.When):
        return when.agree(left, right)
    if isinstance(left, clock.Clock) and isinstance(right, clock.Clock):
        return clock.agree(left, right)
    if isinstance(left, Number) and isinstance(right, Number):
        if number.agree(left, right):
            return True
        converted = (
            one.fact.kind is FactKind.QUANTITY and one.fact.value.split()[-1:] != two.fact.value.split()[-1:]
        )
        largest = max(abs(left.value), abs(right.value))
        return converted and abs(left.value - right.value) <= CONVERTED * largest
    return False


def equal(one: Claim, two: Claim) -> bool:
    """Whether two facts have the same value as far as the texts tell."""
    left, right = one.detail, two.detail
    if isinstance(left, when.When) and isinstance(right, when.When):
        return when.same(left, right)
    return agree(one, two)


def telling(one: Claim, two: Claim) -> bool:
    """Whether one value on both sides can hardly be chance: the same amount of money, `35.7 %`, 1,480."""
    left, right = one.detail, two.detail
    if not (isinstance(left, Number) and isinstance(right, Number)) or one.fact.unit != two.fact.unit:
        return False
    exact = left.value == right.value or bool({left.bound, right.bound} & {"nearly", "about", "just over"})
    return exact and (one.fact.kind in (FactKind.MONEY, FactKind.PERCENTAGE) or left.value >= _LARGE)


_LARGE = 100


def two_purposes(one: Claim, two: Claim) -> bool:
    """`$30 million for schools` and `$30 million for hospitals`: one amount, two things."""
    return (
        one.fact.kind is FactKind.MONEY and bool(one.purpose and two.purpose) and one.purpose != two.purpose
    )


def alike(one: Claim, two: Claim) -> float:
    """0 to 1: how surely two facts of one kind are about the same thing; 0 where that is not plain.

    Units, rates and states must not conflict; then what is counted, the nearest words and the clause
    must have something in common that is not said of every number.
    """
    if one.fact.kind is not two.fact.kind or one.fact.unit != two.fact.unit or one.rate != two.rate:
        return 0.0
    if one.state and two.state and one.state != two.state:
        return 0.0
    judge = _JUDGES[one.fact.kind]
    return judge(one, two)


def _shared(one: frozenset[str], two: frozenset[str]) -> int:
    return len((one & two) - motion())


def _number(one: Claim, two: Claim) -> float:
    near = _shared(one.near, two.near)
    same_state = bool(one.state) and one.state == two.state
    if one.fact.unit == "score":
        return 0.8
    if one.fact.unit == "ordinal":
        return 0.7 if one.head and one.head == two.head else 0.0
    if one.head and two.head:
        if one.head != two.head:
            return 0.0
        if same_state:
            return 0.9
        if one.head in generic():
            return 0.6 if near and not (one.state or two.state) else 0.0
        if one.near & two.near or one.clause & two.clause:
            return 0.85 if near else 0.75
        return 0.65 if len((one.passage & two.passage) - {one.head}) >= _TOGETHER else 0.0
    if same_state:
        return 0.8
    together = len(one.passage & two.passage) >= _TOGETHER + 1
    return 0.65 if near and together and not (one.head or two.head) else 0.0


def _percentage(one: Claim, two: Claim) -> float:
    if one.head and two.head and one.head != two.head:
        return 0.0
    clause = _shared(one.clause, two.clause)
    if one.head and one.head == two.head and clause:
        return 0.9
    # What rose or fell stands before it; `in the year to March` is said of any percentage.
    return 0.8 if _shared(one.subject, two.subject) else 0.0


def _money(one: Claim, two: Claim) -> float:
    if (
        one.head
        and two.head
        and one.head != two.head
        and not {one.head, two.head} & (one.clause & two.clause)
    ):
        return 0.0
    near, clause = _shared(one.near, two.near), _shared(one.clause, two.clause)
    if near or clause >= 2:
        return 0.9 if near else 0.7
    # `cost $3 million`, `cost $5 million`: the verb alone, in passages that share more.
    return 0.65 if one.near & two.near and len(one.passage & two.passage) >= _TOGETHER else 0.0


def _quantity(one: Claim, two: Claim) -> float:
    if one.head and two.head and one.head != two.head:
        return 0.0
    return 0.85 if _shared(one.near, two.near) else 0.0


def _moment(one: Claim, two: Claim) -> float:
    near, clause = _shared(one.near, two.near), _shared(one.clause, two.clause)
    return 0.85 if near and clause > 1 else 0.7 if near else 0.0


def _age(one: Claim, two: Claim) -> float:
    if one.head and two.head:
        return 0.9 if one.head == two.head else 0.0
    return 0.7 if _shared(one.clause, two.clause) else 0.0


_JUDGES = {
    FactKind.NUMBER: _number,
    FactKind.PERCENTAGE: _percentage,
    FactKind.MONEY: _money,
    FactKind.QUANTITY: _quantity,
    FactKind.TIME: _moment,
    FactKind.DATE: _moment,
    FactKind.AGE: _age,
}
