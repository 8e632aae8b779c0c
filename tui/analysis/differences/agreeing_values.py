"""Values of linked passages that agree with one of the other article, which settles both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Set

from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.fact_matching import (
    different_purposes,
    distinctive_value,
    same_subject_score,
    settle_each_other,
    values_agree,
    values_equal,
    weight_of,
)
from tui.analysis.differences.sentence import Sentence
from tui.analysis.differences.value_index import ValueIndex
from tui.model import Kind, Link, PassagePair
from tui.model.difference import Difference, FactKind, State

SURELY_SAME = 60.0
"""Chance, in per cent, that two passages say the same, below which values that differ are less sure: all four
that were listed there were of two facts, of seven above one (101 pairs of reports, every entry read)."""
FactKey = tuple[int, int]
"""Index of a passage, and number of a fact in it."""


class SideFacts:
    """The facts of the linked passages of one article."""

    def __init__(self, facts: Mapping[int, list[FactInContext]], headlines: Set[int] = frozenset()) -> None:
        self.facts = facts
        self.headlines = headlines
        """Indices of the passages that are headlines."""
        self.settled: set[FactKey] = set()
        """Facts that agree with the other article, or are listed as differing."""

    def __getitem__(self, key: FactKey) -> FactInContext:
        return self.facts[key[0]][key[1]]

    def settle(self, key: FactKey, by_headline: bool) -> None:
        """Settle a fact that agrees with one of the other article, unless only its headline has that.

        A headline is no witness for a passage of the body, which is compared with the body of the other.
        """
        if not by_headline or key[0] in self.headlines:
            self.settled.add(key)

    def open(self, index: int) -> list[FactKey]:
        """The facts of a passage that are not settled."""
        return [(index, k) for k in range(len(self.facts.get(index, ()))) if (index, k) not in self.settled]


def side_facts(
    sentences: Mapping[int, Sentence], find: Callable[[Sentence], list[FactInContext]]
) -> SideFacts:
    """The facts of these passages."""
    headlines = {k for k, sentence in sentences.items() if sentence.passage.kind is Kind.HEADLINE}
    return SideFacts({k: find(sentence) for k, sentence in sentences.items()}, headlines)


def settle_agreeing(left: SideFacts, right: SideFacts, pairs: Mapping[PassagePair, Link]) -> list[Difference]:
    """Settle the values that agree with one of the other article; returns the equal ones as differences."""
    differences: list[Difference] = []
    by_kind: dict[FactKind, list[tuple[FactKey, FactInContext]]] = defaultdict(list)
    for index, facts in right.facts.items():
        for k, fact in enumerate(facts):
            by_kind[fact.fact.kind].append(((index, k), fact))
    indexes = {kind: ValueIndex([fact for _, fact in facts]) for kind, facts in by_kind.items()}
    for index, facts in left.facts.items():
        for k, fact in enumerate(facts):
            key, kind = (index, k), fact.fact.kind
            for place in indexes[kind].near(fact) if kind in indexes else ():
                other_key, other = by_kind[kind][place]
                if key in left.settled and other_key in right.settled:
                    continue  # in long articles nearly all that agree
                link = pairs.get((index, other_key[0]))
                if not same_unit(fact, other) or not values_agree(fact, other):
                    continue
                if not settle_each_other(fact, other):
                    continue
                same_subject = link or same_subject_score(fact, other) or distinctive_value(fact, other)
                if not same_subject or different_purposes(fact, other):
                    continue
                is_new = key not in left.settled and other_key not in right.settled
                if link and values_equal(fact, other) and is_new:
                    differences.append(value_difference(State.EQUAL, left, right, key, other_key, link))
                left.settle(key, other_key[0] in right.headlines)
                right.settle(other_key, index in left.headlines)
    return differences


def same_unit(left: FactInContext, right: FactInContext) -> bool:
    """Whether the two have one unit; an ordinal may settle a count (`third`, `three`)."""
    units = {left.fact.unit, right.fact.unit}
    return len(units) == 1 or units <= {"", "ordinal", "total"}


def value_difference(
    state: State, left: SideFacts, right: SideFacts, left_key: FactKey, right_key: FactKey, link: Link
) -> Difference:
    fact, other = left[left_key], right[right_key]
    weight = max(weight_of(fact), weight_of(other)) * (0.5 + link.score / 200)
    weight = weight if state is State.DIFFERS else weight / 4
    passages = left_key[0], right_key[0]
    unsure = state is State.DIFFERS and 0 < link.same < SURELY_SAME
    values = fact.fact, other.fact
    return Difference(fact.fact.kind, state, *values, *passages, round(weight, 3), unsure=unsure)
