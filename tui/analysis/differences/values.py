"""Differences of values over all linked passages: which agree, which differ, which only one side has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tui.analysis.differences.agreeing_values import (
    FactKey,
    SideFacts,
    settle_agreeing,
    side_facts,
    value_difference,
)
from tui.analysis.differences.aligned import AlignedSentences, WordAlignment
from tui.analysis.differences.aligned_values import same_place, words_beside
from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.fact_matching import (
    are_unsure_counts,
    counts_nothing,
    same_subject_score,
    values_agree,
    weight_of,
)
from tui.analysis.differences.facts import find_facts
from tui.analysis.differences.sentence import Sentence
from tui.model import Link, PassagePair, Relation
from tui.model.difference import Difference, FactKind, State

MIN_SAME = 0.6
"""`same_subject_score` from which two facts that do not agree are listed as differing."""
MIN_RELATED = 0.85
"""MIN_SAME for passages that only treat the same sub-topic."""

MIN_ALIGNED = 50.0
"""Score of a link from which values in the same place of its passages are compared."""
MIN_SAME_ACT = 50.0
"""Chance, in per cent, that two passages say the same, from which two days of one act differ."""
_ALIGNED_SCORE = 0.55
"""Stands for `same_subject_score` where two values are known to differ by their place alone."""

MANY_SHARES = 4
"""Percentages in one passage that make a list of them."""


class _ValuePair(Struct, frozen=True):
    """Two values that conflict, one per article."""

    score: float
    """The `same_subject_score` of the pair."""
    link: Link
    left: FactKey
    right: FactKey


def value_differences(
    lefts: Mapping[int, Sentence],
    rights: Mapping[int, Sentence],
    links: Sequence[Link],
    alignment: WordAlignment | None = None,
) -> list[Difference]:
    """Compare the values of linked passages, each with a value of its kind about the same thing.

    A value that agrees with one of any passage linked to its own, or with one about the same thing
    anywhere in the other article, its headline aside, is settled and differs from nothing. Of the others two
    are paired if each is the only best match of the other, and likewise two that `alignment` puts in the same
    place, with something in common beside them. A value without a match is listed for its side alone.
    """
    left, right = (side_facts(side, find_facts) for side in (lefts, rights))
    pairs = {link.pair: link for link in links}
    differences = settle_agreeing(left, right, pairs)
    value_pairs = _conflicting_pairs(left, right, pairs)
    if alignment:
        value_pairs += _aligned_pairs(left, right, pairs, (lefts, rights), alignment)
        value_pairs.sort(key=_rank)
    of_link: dict[PassagePair, list[_ValuePair]] = defaultdict(list)
    for pair in value_pairs:
        of_link[pair.link.pair].append(pair)
    listed: tuple[set[FactKey], set[FactKey]] = (set(), set())
    for pair in value_pairs:
        if pair.score > _ALIGNED_SCORE and (pair.left in left.settled or pair.right in right.settled):
            continue
        if pair.left in listed[0] or pair.right in listed[1] or _in_list(left, right, pair):
            continue
        competing = [
            other
            for other in of_link[pair.link.pair]
            if other is not pair
            and (other.left == pair.left) != (other.right == pair.right)
            and other.score >= pair.score
        ]
        if any(not _same_values(left, right, other, pair) for other in competing):
            continue  # ambiguous: another value fits as well
        listed[0].add(pair.left)
        listed[1].add(pair.right)
        left.settled.add(pair.left)
        right.settled.add(pair.right)
        entry = value_difference(State.DIFFERS, left, right, pair.left, pair.right, pair.link)
        differences.append(replace(entry, unsure=True) if _are_unsure(left, right, pair) else entry)
    return differences + on_one_side(left, right, links)


def _same_values(left: SideFacts, right: SideFacts, one: _ValuePair, other: _ValuePair) -> bool:
    return _bounds(left[one.left]) == _bounds(left[other.left]) and _bounds(right[one.right]) == _bounds(
        right[other.right]
    )


def _are_unsure(left: SideFacts, right: SideFacts, pair: _ValuePair) -> bool:
    """Whether two values often differ in nothing that matters: all but counts do, and some counts.

    In fresh reports 5 of 14 days were useful, none of two times and of six shares, one of three ages, 8 of 17
    amounts of money, 7 of 22 measures; of counts of two nouns one of five.
    """
    fact, other = left[pair.left], right[pair.right]
    return fact.fact.kind is not FactKind.NUMBER or are_unsure_counts(fact, other)


def _in_list(left: SideFacts, right: SideFacts, pair: _ValuePair) -> bool:
    """Whether a share is one of many in its passage: often of another group than the other's."""
    if left[pair.left].fact.kind is not FactKind.PERCENTAGE:
        return False
    passages = left.facts[pair.left[0]], right.facts[pair.right[0]]
    return max(sum(f.fact.kind is FactKind.PERCENTAGE for f in facts) for facts in passages) >= MANY_SHARES


def _bounds(fact: FactInContext) -> tuple[float, float]:
    return fact.fact.low, fact.fact.high


def _conflicting_pairs(
    left: SideFacts, right: SideFacts, pairs: Mapping[PassagePair, Link]
) -> list[_ValuePair]:
    """Pairs of open values about the same thing that do not agree, the highest score first."""
    value_pairs: list[_ValuePair] = []
    for (i, j), link in pairs.items():
        least = MIN_SAME if link.relation is Relation.SAME else MIN_RELATED
        for left_key in left.open(i):
            for right_key in right.open(j):
                fact, other = left[left_key], right[right_key]
                score = same_subject_score(fact, other)
                if score >= least and not values_agree(fact, other):
                    value_pairs.append(_ValuePair(score, link, left_key, right_key))
    return sorted(value_pairs, key=_rank)


def _rank(pair: _ValuePair) -> tuple[object, ...]:
    left, right = pair.left, pair.right
    return -pair.score, -pair.link.score, left[0] + right[0], left[1] + right[1], left


def _aligned_pairs(
    left: SideFacts,
    right: SideFacts,
    pairs: Mapping[PassagePair, Link],
    sentences: tuple[Mapping[int, Sentence], Mapping[int, Sentence]],
    alignment: WordAlignment,
) -> list[_ValuePair]:
    """Pairs of open values that stand in the same place of linked passages and do not agree."""
    value_pairs: list[_ValuePair] = []
    for (i, j), link in pairs.items():
        open_pairs = [(a, b) for a in left.open(i) for b in right.open(j)]
        open_pairs += _days_of_one_act(left, right, link, sentences)
        if not open_pairs or link.score < MIN_ALIGNED:
            continue
        aligned = AlignedSentences(sentences[0][i], sentences[1][j], alignment((i, j)))
        for left_key, right_key in open_pairs:
            fact, other = left[left_key], right[right_key]
            if fact.fact.kind is FactKind.DATE and link.same < MIN_SAME_ACT:
                continue
            if values_agree(fact, other) or not aligned.stand_together(fact.fact.span, other.fact.span):
                continue
            if same_place(fact, other, aligned, link.same):
                value_pairs.append(_ValuePair(_ALIGNED_SCORE, link, left_key, right_key))
    return value_pairs


def _days_of_one_act(
    left: SideFacts,
    right: SideFacts,
    link: Link,
    sentences: tuple[Mapping[int, Sentence], Mapping[int, Sentence]],
) -> list[tuple[FactKey, FactKey]]:
    """Days that agree with some other day, but with none beside the same verb or noun."""

    def acts(side: SideFacts, number: int, key: FactKey) -> set[str]:
        return words_beside(sentences[number][key[0]], side[key].fact.span)

    def told(side: SideFacts, number: int, fact: FactInContext, stems: set[str]) -> bool:
        return any(
            values_agree(fact, other) and stems & acts(side, number, (index, k))
            for index, facts in side.facts.items()
            for k, other in enumerate(facts)
            if other.fact.kind is FactKind.DATE
        )

    found = []
    if link.same < MIN_SAME_ACT:
        return []
    for a, fact in enumerate(left.facts.get(link.left, ())):
        for b, other in enumerate(right.facts.get(link.right, ())):
            mine, its = (link.left, a), (link.right, b)
            if fact.fact.kind is not FactKind.DATE or other.fact.kind is not FactKind.DATE:
                continue
            if mine not in left.settled and its not in right.settled:
                continue  # found without this
            stems = acts(left, 0, mine) & acts(right, 1, its)
            if stems and not told(right, 1, fact, stems) and not told(left, 0, other, stems):
                found.append((mine, its))
    return found


def on_one_side(left: SideFacts, right: SideFacts, links: Sequence[Link]) -> list[Difference]:
    """The open values of linked passages."""
    differences: list[Difference] = []
    partner: dict[tuple[bool, int], int] = {}
    for link in sorted(links, key=lambda link: link.score):
        partner[True, link.left] = link.right
        partner[False, link.right] = link.left
    for is_left, side in ((True, left), (False, right)):
        for index in side.facts:
            other = partner.get((is_left, index))
            if other is None:
                continue
            facts = [side[key] for key in side.open(index) if not counts_nothing(side[key])]
            differences += [_only(is_left, fact, index, other) for fact in facts]
    return differences


def _only(is_left: bool, fact: FactInContext, index: int, other: int) -> Difference:
    weight, kind = round(weight_of(fact) / 2, 3), fact.fact.kind
    if is_left:
        return Difference(kind, State.ONLY_LEFT, fact.fact, None, index, other, weight)
    return Difference(kind, State.ONLY_RIGHT, None, fact.fact, other, index, weight)
