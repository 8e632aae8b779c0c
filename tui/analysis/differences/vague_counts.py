"""A number on one side and a vague count on the other, of the same thing: `53 were hurt`, `scores`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.analysis.differences.aligned import AlignedSentences, WordAlignment
from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.facts import find_facts
from tui.analysis.differences.sentence import Sentence, Word
from tui.model import Link
from tui.model.difference import Difference, Fact, FactKind, State

MIN_SAME = 15.0
"""Chance, in per cent, that two passages say the same, from which their counts are compared."""
MIN_SIMILAR = 0.5
"""Similarity of two different nouns (`immigrants`, `Dreamers`) that are counted."""
MIN_TOLD = 10
"""Least number whose place a vague count takes; `three men`, `some men` tells little."""
_VAGUE = frozenset(
    "some several many numerous scores dozens hundreds thousands millions handful few various multiple batch "
    "series countless".split()
)
_WEIGHT = 0.6


def vague_count_differences(
    lefts: Mapping[int, Sentence],
    rights: Mapping[int, Sentence],
    links: Sequence[Link],
    alignment: WordAlignment,
) -> list[Difference]:
    """The counts that one side gives as a number and the other vaguely, of two aligned nouns.

    A number that the other article has anywhere in its linked passages is no such count.
    """
    counts = [
        {
            index: [f for f in find_facts(sentence) if f.fact.kind is FactKind.NUMBER and not f.fact.unit]
            for index, sentence in side.items()
        }
        for side in (lefts, rights)
    ]
    told = [{found.fact.low for facts in side.values() for found in facts} for side in counts]
    entries: list[Difference] = []
    for link in links:
        facts, other_facts = counts[0][link.left], counts[1][link.right]
        if link.same < MIN_SAME or not (facts or other_facts):
            continue
        aligned = AlignedSentences(lefts[link.left], rights[link.right], alignment(link.pair))
        for i, j, similarity in aligned.pairs:
            left, right = aligned.left.words[i], aligned.right.words[j]
            if left.stem != right.stem and similarity < MIN_SIMILAR:
                continue
            number, vague = _number(facts, left), _vague(aligned.right, j)
            other_number, other_vague = _number(other_facts, right), _vague(aligned.left, i)
            if number and vague and number.low not in told[1]:
                entries.append(_entry(link, number, vague))
            elif other_number and other_vague and other_number.low not in told[0]:
                entries.append(_entry(link, other_vague, other_number))
    return entries


def _entry(link: Link, left: Fact, right: Fact) -> Difference:
    weight = round(_WEIGHT * (0.5 + link.score / 200), 3)
    return Difference(FactKind.NUMBER, State.DIFFERS, left, right, *link.pair, weight, unsure=True)


def _number(facts: Sequence[FactInContext], noun: Word) -> Fact | None:
    """The number that counts a noun, if it is large enough."""
    counted = (f.fact for f in facts if f.counted_noun == noun.stem and f.fact.low >= MIN_TOLD)
    return next(counted, None)


def _vague(sentence: Sentence, noun: int) -> Fact | None:
    """The vague count before a noun, with the words up to it."""
    for place in range(noun - 1, max(-1, noun - 6), -1):
        word = sentence.words[place]
        if word.folded in _VAGUE:
            if sentence.folded(place - 1) == "of" and sentence.folded(place - 2) in _VAGUE:
                place -= 2  # `hundreds of thousands of people`
            text = sentence.written(place, noun + 1)
            return Fact(FactKind.NUMBER, text, " ".join(text.split()), sentence.span(place, noun + 1))
        if not word.is_content and word.folded != "of":
            return None
    return None
