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
from tui.model import Link, Relation, Span
from tui.model.difference import Difference, Fact, FactKind, State

STATED = 0.5
"""Share of the words of news, of the passage with fewer, that two versions of one statement share."""
OF_LONGER = 0.3
"""The same of the passage with more."""
STATED_FLAT = 0.7
"""The same where only one of them hedges."""
_LEAST = 3
"""Words of news they must share at least."""


def statement_differences(
    lefts: Mapping[int, Sentence], rights: Mapping[int, Sentence], links: Sequence[Link]
) -> list[Difference]:
    """Where linked passages name another person or place, another source, or are less sure."""
    found: list[Difference] = []
    left_names = {index: find_names(sentence) for index, sentence in lefts.items()}
    right_names = {index: find_names(sentence) for index, sentence in rights.items()}
    every_left = [name for its in left_names.values() for name in its]
    every_right = [name for its in right_names.values() for name in its]
    known_left = _known(left_names)
    known_right = _known(right_names)
    for link in links:
        one, two = lefts[link.left], rights[link.right]
        scale = 0.5 + link.score / 200
        if link.relation is Relation.SAME:
            found += [
                _difference(
                    FactKind.NAME, _named(one, a, every_left), _named(two, b, every_right), link, sure * scale
                )
                for a in left_names[link.left]
                for b in right_names[link.right]
                if (sure := name_conflict(a, b))
                and not known_right & _own(a, b)
                and not known_left & _own(b, a)
                and _beside(one, two, a, b) >= (_SAME_PLACE if a.preposition and not a.person else _SAME_NAME)
            ]
            found += _said(one, two, link, scale)
    return found


def _known(named: Mapping[int, Sequence[Name]]) -> frozenset[str]:
    """Every part of the names in the linked passages of an article."""
    return frozenset(part for found in named.values() for name in found for part in name.parts)


def _own(name: Name, other: Name) -> frozenset[str]:
    """The parts of a name that the other one does not have."""
    return frozenset(name.parts) - frozenset(other.parts)


_SAME_NAME = 0.4
_SAME_PLACE = 0.6
"""Share of the other words of news that two passages must have in common, by `_beside`."""


def _beside(one: Sentence, two: Sentence, a: Name, b: Name) -> float:
    """0 to 1: how much the sentences around two names have in common, of the shorter one's words."""
    left = one.stems - {one.words[k].stem for k in range(a.first, a.end)}
    right = two.stems - {two.words[k].stem for k in range(b.first, b.end)}
    shared = len(left & right)
    return shared / min(len(left), len(right)) if shared >= 2 else 0.0


def _named(sentence: Sentence, name: Name, known: Sequence[Name]) -> Fact:
    value = " ".join(part.title() for part in fullest_form(name, known))
    written = sentence.written(name.first, name.end)
    return Fact(FactKind.NAME, written, value, sentence.span(name.first, name.end))


def _said(one: Sentence, two: Sentence, link: Link, scale: float) -> list[Difference]:
    """Another source, or another degree of certainty, for the same statement."""
    lefts, rights = find_attributions(one), find_attributions(two)
    if len(lefts) == len(rights) == 1:
        a, b = lefts[0], rights[0]
        if _shared(one, two, a, b) < STATED:
            return []
        if different_sources(a, b):
            return [_difference(FactKind.ATTRIBUTION, _speaker(one, a), _speaker(two, b), link, 0.6 * scale)]
        if a.level != b.level and may_be_same_source(a, b) and _comparable_levels(one, two, a, b):
            return [_difference(FactKind.CERTAINTY, _verb(one, a), _verb(two, b), link, _step(a, b) * scale)]
        return []
    if not lefts and not rights:
        return _hedged(one, two, link, scale)
    if len(lefts) + len(rights) == 1:
        return _attributed(one, two, lefts, rights, link)
    return []


def _comparable_levels(one: Sentence, two: Sentence, a: Attribution, b: Attribution) -> bool:
    """A denial counts only where both introduce the statement alike: `denied that` against `said that`."""
    if DENIED not in (a.level, b.level):
        return True
    return all(s.low(x.verb + 1) in ("that", "it", "the", "any") for s, x in ((one, a), (two, b)))


def _step(a: Attribution, b: Attribution) -> float:
    return 0.9 if DENIED in (a.level, b.level) else 0.5 if SAID in (a.level, b.level) else 0.7


def _shared(
    one: Sentence, two: Sentence, a: Attribution | None = None, b: Attribution | None = None
) -> float:
    """0 to 1: how much of the shorter statement both share, speakers and verbs left out."""
    left, right = _rest(one, a), _rest(two, b)
    shared = len(left & right)
    by_news = 0.0
    if shared >= _LEAST and shared >= OF_LONGER * max(len(left), len(right)):
        by_news = shared / min(len(left), len(right))
    return max(by_news, _in_order(one, two, a, b))


def _in_order(one: Sentence, two: Sentence, a: Attribution | None, b: Attribution | None) -> float:
    """The share of all words that stand in the same order, for short statements nearly word for word."""
    from rapidfuzz.distance import LCSseq

    left, right = _all_words(one, a), _all_words(two, b)
    if min(len(left), len(right)) < _SHORTEST:
        return 0.0
    share = LCSseq.normalized_similarity(left, right)
    return share if share >= _VERBATIM else 0.0


_SHORTEST = 4
_VERBATIM = 0.7


def _all_words(sentence: Sentence, saying: Attribution | None) -> list[str]:
    out = {saying.verb, *range(saying.first, saying.end)} if saying else set()
    return [w.stem for k, w in enumerate(sentence.words) if w.is_word and k not in out and w.low != "that"]


def _rest(sentence: Sentence, saying: Attribution | None) -> frozenset[str]:
    if saying is None:
        return sentence.stems
    left_out = {saying.verb, *range(saying.first, saying.end)}
    return frozenset(w.stem for k, w in enumerate(sentence.words) if w.content and k not in left_out)


def _hedged(one: Sentence, two: Sentence, link: Link, scale: float) -> list[Difference]:
    """`allegedly` on one side, nothing on the other."""
    places = find_hedge(one), find_hedge(two)
    if (places[0] < 0) == (places[1] < 0) or _shared(one, two) < STATED_FLAT:
        return []
    facts = [
        _certain(sentence, place) if place >= 0 else _flat(sentence)
        for sentence, place in zip((one, two), places, strict=True)
    ]
    return [_difference(FactKind.CERTAINTY, facts[0], facts[1], link, 0.5 * scale)]


def _certain(sentence: Sentence, place: int) -> Fact:
    word = sentence.words[place]
    return Fact(FactKind.CERTAINTY, word.text, word.low, sentence.span(place, place + 1))


def _flat(sentence: Sentence) -> Fact:
    span = sentence.passage.span
    return Fact(FactKind.CERTAINTY, sentence.text, "stated", Span(span.start, span.end))


def _attributed(
    one: Sentence, two: Sentence, lefts: Sequence[Attribution], rights: Sequence[Attribution], link: Link
) -> list[Difference]:
    """A source that only one side names."""
    sentence, saying = (one, lefts[0]) if lefts else (two, rights[0])
    a, b = (saying, None) if lefts else (None, saying)
    if saying.pronoun or saying.first == saying.end or _shared(one, two, a, b) < STATED:
        return []
    state = State.ONLY_LEFT if lefts else State.ONLY_RIGHT
    fact = _speaker(sentence, saying)
    left, right = (fact, None) if lefts else (None, fact)
    return [Difference(FactKind.ATTRIBUTION, state, left, right, *link.pair, 0.3)]


def _speaker(sentence: Sentence, saying: Attribution) -> Fact:
    written = sentence.written(saying.first, saying.end)
    return Fact(
        FactKind.ATTRIBUTION, written, saying.name or saying.sort, sentence.span(saying.first, saying.end)
    )


def _verb(sentence: Sentence, saying: Attribution) -> Fact:
    word = sentence.words[saying.verb]
    return Fact(FactKind.CERTAINTY, word.text, saying.level, sentence.span(saying.verb, saying.verb + 1))


def _difference(kind: FactKind, left: Fact, right: Fact, link: Link, weight: float) -> Difference:
    return Difference(kind, State.DIFFERS, left, right, *link.pair, round(weight, 3))
