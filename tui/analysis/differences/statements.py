"""Names, sources and certainty of linked passages that make the same statement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.analysis.differences.attribution import (
    DENIED,
    SAID,
    Attribution,
    different_sources,
    find_attributions,
    find_hedge,
    may_be_same_source,
)
from tui.analysis.differences.names import Name, find_names, fullest_form, name_conflict
from tui.analysis.differences.sentence import Sentence
from tui.model import Link
from tui.model.difference import Difference, Fact, FactKind, State

MIN_SHARED = 0.5
"""Share of the content words, of the shorter statement, that two versions of one statement share."""
MIN_SHARED_OF_LONGER = 0.3
"""Share of the content words of the longer statement, likewise."""
MIN_SHARED_HEDGED = 0.7
"""MIN_SHARED where only one of the statements hedges."""
_MIN_SHARED_WORDS = 3
"""Content words that they share at least."""
_MIN_BESIDE_NAME = 0.4
_MIN_BESIDE_PLACE = 0.6
"""Share of the other content words that two passages with different names must have in common."""
_SHORTEST_IN_ORDER = 4
_MIN_IN_ORDER = 0.7
"""Share of all words in the same order of two short statements nearly word for word."""


def statement_differences(
    lefts: Mapping[int, Sentence], rights: Mapping[int, Sentence], links: Sequence[Link]
) -> list[Difference]:
    """The differences where linked passages name another person, place or source, or are less sure."""
    differences: list[Difference] = []
    left_names, right_names = _SideNames(lefts), _SideNames(rights)
    for link in links:
        left, right = lefts[link.left], rights[link.right]
        differences += _name_differences(left, right, left_names, right_names, link)
        differences += _source_differences(left, right, link)
    return differences


def _scale(link: Link) -> float:
    """Factor, 0.5 to 1, for the weight of a difference by the score of its link."""
    return 0.5 + link.score / 200


class _SideNames:
    """The names in the linked passages of one article."""

    def __init__(self, sentences: Mapping[int, Sentence]) -> None:
        self.of = {index: find_names(sentence) for index, sentence in sentences.items()}
        self.all = [name for names in self.of.values() for name in names]
        self.parts = frozenset(part for name in self.all for part in name.parts)


def _name_differences(
    left: Sentence, right: Sentence, left_names: _SideNames, right_names: _SideNames, link: Link
) -> list[Difference]:
    differences: list[Difference] = []
    for name in left_names.of[link.left]:
        for other in right_names.of[link.right]:
            conflict = name_conflict(name, other)
            if not conflict:
                continue
            if right_names.parts & _own_parts(name, other) or left_names.parts & _own_parts(other, name):
                continue  # the other article has the name elsewhere
            is_place = name.preposition and not name.person
            if _shared_beside(left, right, name, other) >= (
                _MIN_BESIDE_PLACE if is_place else _MIN_BESIDE_NAME
            ):
                facts = _name_fact(left, name, left_names), _name_fact(right, other, right_names)
                differences.append(_difference(FactKind.NAME, *facts, link, conflict * _scale(link)))
    return differences


def _own_parts(name: Name, other: Name) -> frozenset[str]:
    """The parts of a name that the other one does not have."""
    return frozenset(name.parts) - frozenset(other.parts)


def _shared_beside(left: Sentence, right: Sentence, name: Name, other: Name) -> float:
    """0 to 1: share of the shorter sentence's other content words that both sentences have."""
    mine = left.content_stems - {left.words[k].stem for k in range(name.first, name.end)}
    its = right.content_stems - {right.words[k].stem for k in range(other.first, other.end)}
    shared = len(mine & its)
    return shared / min(len(mine), len(its)) if shared >= 2 else 0.0


def _name_fact(sentence: Sentence, name: Name, names: _SideNames) -> Fact:
    value = " ".join(part.title() for part in fullest_form(name, names.all))
    written = sentence.written(name.first, name.end)
    return Fact(FactKind.NAME, written, value, sentence.span(name.first, name.end))


def _source_differences(left: Sentence, right: Sentence, link: Link) -> list[Difference]:
    """Another source, or another degree of certainty, for the same statement."""
    lefts, rights = find_attributions(left), find_attributions(right)
    if len(lefts) == len(rights) == 1:
        return _of_two_sources(left, right, lefts[0], rights[0], link)
    if not lefts and not rights:
        return _hedged(left, right, link)
    return []


def _of_two_sources(
    left: Sentence, right: Sentence, source: Attribution, other: Attribution, link: Link
) -> list[Difference]:
    if _shared(left, right, source, other) < MIN_SHARED:
        return []
    if different_sources(source, other):
        facts = _source_fact(left, source), _source_fact(right, other)
        return [_difference(FactKind.ATTRIBUTION, *facts, link, 0.6 * _scale(link))]
    levels_differ = source.level != other.level and may_be_same_source(source, other)
    if levels_differ and _comparable_levels(left, right, source, other):
        facts = _level_fact(left, source), _level_fact(right, other)
        return [_difference(FactKind.CERTAINTY, *facts, link, _level_weight(source, other) * _scale(link))]
    return []


def _comparable_levels(left: Sentence, right: Sentence, source: Attribution, other: Attribution) -> bool:
    """A denial counts only where both introduce the statement alike: `denied that` against `said that`."""
    if DENIED not in (source.level, other.level):
        return True
    return all(
        sentence.folded(its.verb + 1) in ("that", "it", "the", "any")
        for sentence, its in ((left, source), (right, other))
    )


def _level_weight(source: Attribution, other: Attribution) -> float:
    levels = source.level, other.level
    return 0.9 if DENIED in levels else 0.5 if SAID in levels else 0.7


def _shared(
    left: Sentence, right: Sentence, source: Attribution | None = None, other: Attribution | None = None
) -> float:
    """Share, 0 to 1, of the shorter statement that both have, without speakers and verbs."""
    mine, its = _statement_stems(left, source), _statement_stems(right, other)
    shared = len(mine & its)
    by_content = 0.0
    if shared >= _MIN_SHARED_WORDS and shared >= MIN_SHARED_OF_LONGER * max(len(mine), len(its)):
        by_content = shared / min(len(mine), len(its))
    return max(by_content, _shared_in_order(left, right, source, other))


def _shared_in_order(
    left: Sentence, right: Sentence, source: Attribution | None, other: Attribution | None
) -> float:
    """0 to 1: share of all words that stand in the same order; 0 unless nearly all do."""
    from rapidfuzz.distance import LCSseq

    mine, its = _statement_words(left, source), _statement_words(right, other)
    if min(len(mine), len(its)) < _SHORTEST_IN_ORDER:
        return 0.0
    share = LCSseq.normalized_similarity(mine, its)
    return share if share >= _MIN_IN_ORDER else 0.0


def _source_words(source: Attribution | None) -> set[int]:
    """The places of the verb and of the speaker."""
    return {source.verb, *range(source.first, source.end)} if source else set()


def _statement_words(sentence: Sentence, source: Attribution | None) -> list[str]:
    left_out = _source_words(source)
    return [
        w.stem for k, w in enumerate(sentence.words) if w.is_word and k not in left_out and w.folded != "that"
    ]


def _statement_stems(sentence: Sentence, source: Attribution | None) -> frozenset[str]:
    if source is None:
        return sentence.content_stems
    left_out = _source_words(source)
    return frozenset(w.stem for k, w in enumerate(sentence.words) if w.is_content and k not in left_out)


def _hedged(left: Sentence, right: Sentence, link: Link) -> list[Difference]:
    """`allegedly` on one side, nothing on the other."""
    places = find_hedge(left), find_hedge(right)
    if (places[0] < 0) == (places[1] < 0) or _shared(left, right) < MIN_SHARED_HEDGED:
        return []
    facts = [
        _hedge_fact(sentence, place) if place >= 0 else _stated_fact(sentence)
        for sentence, place in zip((left, right), places, strict=True)
    ]
    return [_difference(FactKind.CERTAINTY, facts[0], facts[1], link, 0.5 * _scale(link))]


def _hedge_fact(sentence: Sentence, place: int) -> Fact:
    word = sentence.words[place]
    return Fact(FactKind.CERTAINTY, word.text, word.folded, sentence.span(place, place + 1))


def _stated_fact(sentence: Sentence) -> Fact:
    return Fact(FactKind.CERTAINTY, sentence.text, "stated", sentence.passage.span)


def _source_fact(sentence: Sentence, source: Attribution) -> Fact:
    written = sentence.written(source.first, source.end)
    span = sentence.span(source.first, source.end)
    return Fact(FactKind.ATTRIBUTION, written, source.name or source.category, span)


def _level_fact(sentence: Sentence, source: Attribution) -> Fact:
    word = sentence.words[source.verb]
    return Fact(FactKind.CERTAINTY, word.text, source.level, sentence.span(source.verb, source.verb + 1))


def _difference(kind: FactKind, left: Fact, right: Fact, link: Link, weight: float) -> Difference:
    return Difference(kind, State.DIFFERS, left, right, *link.pair, round(weight, 3))
