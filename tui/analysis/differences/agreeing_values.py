"""Values of linked passages that agree with one of the other article, which settles both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from heapq import merge
from itertools import groupby

from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.fact_matching import (
    different_purposes,
    distinctive_value,
    same_subject_score,
    settle_each_other,
    subject_tags,
    values_agree,
    values_equal,
    weight_of,
)
from tui.analysis.differences.sentence import Sentence
from tui.analysis.differences.value_index import Slot, ValueIndex, slot_of
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

    def in_order(self) -> Iterator[FactKey]:
        """All facts, in order."""
        return ((index, k) for index, facts in self.facts.items() for k in range(len(facts)))

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
    candidates = _Candidates(right, pairs)
    for key in left.in_order():
        near = candidates.near(key[0], left[key])
        last = -1
        for last in _merged(group.places for group in near):
            other_key = candidates.keys[last]
            link = pairs.get((key[0], other_key[0]))
            if not _settle_each_other(left[key], right[other_key], link):
                continue
            if link and values_equal(left[key], right[other_key]) and other_key not in right.settled:
                differences.append(value_difference(State.EQUAL, left, right, key, other_key, link))
            left.settle(key, other_key[0] in right.headlines)
            right.settle(other_key, key[0] in left.headlines)
            if key in left.settled:
                break
        # Settled itself, it only settles what is still open: in long articles few of those that agree.
        for place in _merged(candidates.still_open(group) for group in near):
            other_key = candidates.keys[place]
            link = pairs.get((key[0], other_key[0]))
            if place > last and _settle_each_other(left[key], right[other_key], link):
                right.settle(other_key, key[0] in left.headlines)
    return differences


def _settle_each_other(fact: FactInContext, other: FactInContext, link: Link | None) -> bool:
    """Whether two facts of one kind agree and are about the same thing, by their link or by themselves."""
    return (
        same_unit(fact, other)
        and values_agree(fact, other)
        and settle_each_other(fact, other)
        and bool(link or same_subject_score(fact, other) or distinctive_value(fact, other))
        and not different_purposes(fact, other)
    )


class _Group:
    """Facts of the right article that are near to one value and have something in common."""

    def __init__(self, places: Sequence[int]) -> None:
        self.places = places
        """Numbers of the facts, in order."""
        self.open = places
        """Those of them that were not settled when this was last asked for."""


class _Candidates:
    """The facts of the right article, in groups by what they are about and by their values."""

    def __init__(self, right: SideFacts, pairs: Iterable[PassagePair]) -> None:
        self.keys = list(right.in_order())
        self._right = right
        self._places: dict[tuple[FactKind, str], list[int]] = defaultdict(list)
        self._in_passage: dict[tuple[FactKind, int], list[int]] = defaultdict(list)
        for place, key in enumerate(self.keys):
            kind = right[key].fact.kind
            self._in_passage[kind, key[0]].append(place)
            for tag in subject_tags(right[key]):
                self._places[kind, tag].append(place)
        self._indexes = {
            tag: ValueIndex([right[self.keys[place]] for place in places])
            for tag, places in self._places.items()
        }
        self._linked: dict[int, list[int]] = defaultdict(list)
        for one, other in pairs:
            self._linked[one].append(other)
        self._groups: dict[tuple[FactKind, str, Slot], _Group] = {}

    def near(self, index: int, fact: FactInContext) -> list[_Group]:
        """The groups of all facts that may settle one of a left passage: by their subject, or by a link."""
        kind, slot = fact.fact.kind, slot_of(fact)
        linked = (self._in_passage.get((kind, other), ()) for other in self._linked.get(index, ()))
        groups = [_Group(places) for places in linked if places]
        for tag in subject_tags(fact):
            if (kind, tag) in self._indexes:
                if (kind, tag, slot) not in self._groups:
                    places = self._places[kind, tag]
                    near = self._indexes[kind, tag].near(fact)
                    self._groups[kind, tag, slot] = _Group([places[k] for k in near])
                groups.append(self._groups[kind, tag, slot])
        return groups

    def still_open(self, group: _Group) -> Sequence[int]:
        """The facts of a group that are not settled."""
        group.open = [place for place in group.open if self.keys[place] not in self._right.settled]
        return group.open


def _merged(places: Iterable[Sequence[int]]) -> Iterator[int]:
    """All of these numbers in order, each once."""
    return (place for place, _ in groupby(merge(*places)))


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
