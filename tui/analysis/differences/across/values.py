"""Differences of values between reports in two languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from tui.analysis.differences.across.facts import find_facts as find_other_facts
from tui.analysis.differences.across.words import vocabulary
from tui.analysis.differences.agreeing_values import (
    FactKey,
    SideFacts,
    same_unit,
    settle_agreeing,
    side_facts,
    value_difference,
)
from tui.analysis.differences.aligned import WordAlignment
from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.fact_matching import SMALL, values_agree
from tui.analysis.differences.facts import find_facts
from tui.analysis.differences.number import Number, plain_number
from tui.analysis.differences.sentence import Sentence
from tui.analysis.differences.values import on_one_side
from tui.analysis.memo import once_per_sentence
from tui.model import Link, Span
from tui.model.difference import Difference, FactKind, State

MIN_SAME_STATEMENT = 50.0
"""Chance, in per cent, that two passages say the same, from which their values can conflict: no word beside
them can be compared. Like REACH, plain judgement."""
_SCALED = (FactKind.NUMBER, FactKind.MONEY, FactKind.QUANTITY)
REACH = 12
"""Characters around two values that do not agree, within which words must stand for each other."""


def value_differences_across(
    lefts: Mapping[int, Sentence],
    rights: Mapping[int, Sentence],
    links: Sequence[Link],
    alignment: WordAlignment | None = None,
) -> list[Difference]:
    """Compare the values of linked passages in two languages.

    A value that agrees with one of a linked passage, or with a distinctive one anywhere, is settled. Two
    others of one kind and unit differ if each is the only such one of its passage, and both passages make the
    same statement; with `alignment` they, or words beside them, must stand for each other.
    """
    left, right = (side_facts(side, facts_of) for side in (lefts, rights))
    pairs = {link.pair: link for link in links}
    differences = settle_agreeing(left, right, pairs)
    for link in sorted(links, key=lambda link: (-link.same, link.pair)):
        if link.same < MIN_SAME_STATEMENT:
            continue
        sentences = lefts[link.left], rights[link.right]
        scaled = all(_knows_scales(sentence.language) for sentence in sentences)
        for mine, its in _lone_pairs(left, right, link):
            if not scaled and left[mine].fact.kind in _SCALED:
                continue
            spans = left[mine].fact.span, right[its].fact.span
            if alignment and not _in_one_place(sentences, spans, link, alignment):
                continue
            left.settled.add(mine)
            right.settled.add(its)
            differences.append(value_difference(State.DIFFERS, left, right, mine, its, link))
    return differences + on_one_side(left, right, links)


@once_per_sentence
def facts_of(sentence: Sentence) -> list[FactInContext]:
    """The dates, times, amounts and numbers of a sentence in any language, in order."""
    if sentence.language not in ("", "en"):
        return find_other_facts(sentence)
    return [part for fact in find_facts(sentence) for part in _parts(fact)]


def _parts(fact: FactInContext) -> list[FactInContext]:
    """The two numbers of a result such as `51-49`, which others write apart; else the fact itself."""
    value, fact = fact.value, replace(fact, others=False)  # which no other language tells
    if not isinstance(value, Number) or value.second is None:
        return [fact]
    return [
        replace(
            fact,
            fact=replace(fact.fact, value=plain_number(number), low=number, high=number, unit=""),
            value=replace(value, value=number, low=number, high=number, second=None),
        )
        for number in (value.value, value.second)
    ]


def may_conflict(fact: FactInContext) -> bool:
    """Whether a value can conflict: no ordinal, and no `two` in words, which may count anything."""
    number = fact.value
    small = isinstance(number, Number) and number.spoken and number.value <= SMALL
    return fact.fact.unit != "ordinal" and not (small and fact.fact.kind is FactKind.NUMBER)


def _knows_scales(language: str) -> bool:
    """Whether the words for a million and the like are known, without which `3 millions` is read as 3."""
    return language in ("", "en") or bool(vocabulary(language).scales)


def _lone_pairs(left: SideFacts, right: SideFacts, link: Link) -> list[tuple[FactKey, FactKey]]:
    """Open values of the two passages that conflict, each the only open one of its kind and unit there."""
    found = []
    lefts = [left[key] for key in left.open(link.left)]
    rights = [right[key] for key in right.open(link.right)]
    for mine in left.open(link.left):
        for its in right.open(link.right):
            fact, other = left[mine], right[its]
            if fact.fact.kind is not other.fact.kind or not same_unit(fact, other):
                continue
            if not may_conflict(fact) or not may_conflict(other) or values_agree(fact, other):
                continue
            if _is_alone(fact, lefts) and _is_alone(other, rights):
                found.append((mine, its))
    return found


def _is_alone(fact: FactInContext, facts: Sequence[FactInContext]) -> bool:
    """Whether a fact is the only one of its kind and unit among those of a passage."""
    return sum(one.fact.kind is fact.fact.kind and same_unit(one, fact) for one in facts) == 1


def _in_one_place(
    sentences: tuple[Sentence, Sentence], spans: tuple[Span, Span], link: Link, alignment: WordAlignment
) -> bool:
    """Whether aligned words are within, or right beside, both values."""
    places = [
        (span.start - sentence.passage.span.start, span.end - sentence.passage.span.start)
        for span, sentence in zip(spans, sentences, strict=True)
    ]
    words = alignment(link.pair) or ()
    return any(
        all(
            word.start < end + REACH and start - REACH < word.end
            for word, (start, end) in zip((pair.left, pair.right), places, strict=True)
        )
        for pair in words
        if pair.weight > 0
    )
