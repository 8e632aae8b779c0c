"""Facts with a value, over all linked passages: which agree, which differ, which only one side has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.fact_matching import (
    different_purposes,
    distinctive_value,
    same_subject_score,
    values_agree,
    values_equal,
)
from tui.analysis.differences.facts import find_facts
from tui.analysis.differences.number import Number
from tui.analysis.differences.sentence import Sentence
from tui.analysis.differences.value_index import ValueIndex
from tui.model import Link, Relation
from tui.model.difference import Difference, Fact, FactKind, State

SURE = 0.6
"""`same_subject_score` from which two facts that do not agree are listed as differing."""
SURE_RELATED = 0.85
"""The same for passages that only treat the same sub-topic."""

_WEIGHTS = {
    FactKind.NUMBER: 0.8,
    FactKind.MONEY: 0.8,
    FactKind.PERCENTAGE: 0.75,
    FactKind.QUANTITY: 0.7,
    FactKind.DATE: 0.65,
    FactKind.AGE: 0.6,
    FactKind.TIME: 0.55,
}
_DEADLY = frozenset(["dead", "hurt", "missing"])

_SMALL = 2

_Key = tuple[int, int]
"""Passage and number of a claim in it."""


class _Candidate(Struct, frozen=True):
    sure: float
    link: Link
    left: _Key
    right: _Key


def value_differences(
    lefts: Mapping[int, Sentence], rights: Mapping[int, Sentence], links: Sequence[Link]
) -> list[Difference]:
    """Compare the values of linked passages, each with a value of its kind about the same thing.

    A value that agrees with one of any passage linked to its own, or with one about the same thing
    anywhere in the other article, is settled and differs from nothing. What is left is paired where
    each is the other's only best match; what has no match is listed for its side alone.
    """
    left = {index: find_facts(sentence) for index, sentence in lefts.items()}
    right = {index: find_facts(sentence) for index, sentence in rights.items()}
    pairs = {link.pair: link for link in links}
    found, settled_left, settled_right = _equal(left, right, pairs)
    candidates = _candidates(left, right, pairs, settled_left, settled_right)
    used_left, used_right = set(settled_left), set(settled_right)
    for one in candidates:
        if one.left in used_left or one.right in used_right:
            continue
        rivals = [
            other
            for other in candidates
            if other is not one
            and (other.left == one.left) != (other.right == one.right)
            and other.sure >= one.sure
            and other.link is one.link
        ]
        if any(not _same_values(left, right, other, one) for other in rivals):
            continue  # two values would do: which is meant is not plain
        used_left.add(one.left)
        used_right.add(one.right)
        found.append(_difference(State.DIFFERS, left, right, one.left, one.right, one.link))
    found += _alone(left, right, used_left, used_right, pairs)
    return found


_Claims = Mapping[int, Sequence[FactInContext]]


def _same_values(left: _Claims, right: _Claims, one: _Candidate, two: _Candidate) -> bool:
    return _value(left, one.left) == _value(left, two.left) and _value(right, one.right) == _value(
        right, two.right
    )


def _value(side: _Claims, key: _Key) -> tuple[float, float]:
    fact = side[key[0]][key[1]].fact
    return fact.low, fact.high


def _equal(
    left: _Claims, right: _Claims, pairs: Mapping[tuple[int, int], Link]
) -> tuple[list[Difference], set[_Key], set[_Key]]:
    """The values that agree with one of the other article, and so differ from nothing."""
    found: list[Difference] = []
    settled_left: set[_Key] = set()
    settled_right: set[_Key] = set()
    by_kind: dict[FactKind, list[tuple[_Key, FactInContext]]] = defaultdict(list)
    for index, its in right.items():
        for k, claim in enumerate(its):
            by_kind[claim.fact.kind].append(((index, k), claim))
    nearby = {kind: ValueIndex([claim for _, claim in its]) for kind, its in by_kind.items()}
    for index, its in left.items():
        for k, one in enumerate(its):
            kind = one.fact.kind
            for place in nearby[kind].of(one) if kind in nearby else ():
                key, two = by_kind[kind][place]
                link = pairs.get((index, key[0]))
                if not _same_unit(one, two) or not values_agree(one, two):
                    continue
                if not (
                    link or same_subject_score(one, two) or distinctive_value(one, two)
                ) or different_purposes(one, two):
                    continue
                if (
                    link
                    and values_equal(one, two)
                    and (index, k) not in settled_left
                    and key not in settled_right
                ):
                    found.append(_difference(State.EQUAL, left, right, (index, k), key, link))
                settled_left.add((index, k))
                settled_right.add(key)
    return found, settled_left, settled_right


def _same_unit(one: FactInContext, two: FactInContext) -> bool:
    """Whether the two are measured in one unit; an ordinal may settle a count (`third`, `three`)."""
    units = {one.fact.unit, two.fact.unit}
    return len(units) == 1 or units <= {"", "ordinal", "total"}


def _candidates(
    left: _Claims,
    right: _Claims,
    pairs: Mapping[tuple[int, int], Link],
    settled_left: set[_Key],
    settled_right: set[_Key],
) -> list[_Candidate]:
    """The pairs of values about the same thing that do not agree, the surest first."""
    found: list[_Candidate] = []
    for (i, j), link in pairs.items():
        least = SURE if link.relation is Relation.SAME else SURE_RELATED
        for k, one in enumerate(left.get(i, ())):
            if (i, k) in settled_left:
                continue
            for m, two in enumerate(right.get(j, ())):
                sure = same_subject_score(one, two) if (j, m) not in settled_right else 0.0
                if sure >= least and not values_agree(one, two):
                    found.append(_Candidate(sure, link, (i, k), (j, m)))
    found.sort(key=lambda c: (-c.sure, -c.link.score, c.left[0] + c.right[0], c.left[1] + c.right[1], c.left))
    return found


def _difference(state: State, left: _Claims, right: _Claims, one: _Key, two: _Key, link: Link) -> Difference:
    a, b = left[one[0]][one[1]], right[two[0]][two[1]]
    weight = max(_weight(a), _weight(b)) * (0.5 + link.score / 200)
    weight = weight if state is State.DIFFERS else weight / 4
    return Difference(a.fact.kind, state, a.fact, b.fact, one[0], two[0], round(weight, 3))


def _weight(claim: FactInContext) -> float:
    return min(1.0, _WEIGHTS[claim.fact.kind] + (0.2 if claim.outcome in _DEADLY else 0.0))


def _alone(
    left: _Claims,
    right: _Claims,
    used_left: set[_Key],
    used_right: set[_Key],
    pairs: Mapping[tuple[int, int], Link],
) -> list[Difference]:
    """The values of linked passages for which the other article has nothing."""
    found: list[Difference] = []
    partner: dict[tuple[bool, int], int] = {}
    for link in sorted(pairs.values(), key=lambda link: link.score):
        partner[True, link.left] = link.right
        partner[False, link.right] = link.left
    for is_left, side, used in ((True, left, used_left), (False, right, used_right)):
        for index, its in side.items():
            other = partner.get((is_left, index))
            if other is None:
                continue
            for k, claim in enumerate(its):
                # That one side says `first` or `the second` is no news of its own.
                if (index, k) not in used and claim.fact.unit != "ordinal":
                    found.append(_only(is_left, claim, index, other))
    return found


def _only(is_left: bool, claim: FactInContext, index: int, other: int) -> Difference:
    number = claim.value
    # `two` and `one` count little by themselves.
    small = isinstance(number, Number) and number.spoken and number.value <= _SMALL
    weight = round(_weight(claim) / (8 if small else 2), 3)
    fact: Fact = claim.fact
    if is_left:
        return Difference(fact.kind, State.ONLY_LEFT, fact, None, index, other, weight)
    return Difference(fact.kind, State.ONLY_RIGHT, None, fact, other, index, weight)
