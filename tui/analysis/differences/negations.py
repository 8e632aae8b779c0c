"""A noun or verb that one of two passages negates, where both say nearly the same otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from tui.analysis.differences.sentence import Sentence
from tui.analysis.differences.slots import modality
from tui.model import Link, Relation
from tui.model.difference import Difference, Fact, FactKind, State

MIN_SHARED = 3
"""Content words that both passages have, the negated one among them."""
MIN_OF_LONGER = 0.6
"""Share of the content words of the longer passage that both have. With less, what one passage negates is
mostly another statement: none of the 22 pairs that were listed then (74 pairs of reports, all links as the
same statement, every entry read) contradict each other plainly."""
_REACH = 4
"""Words after the negation among which the negated one is."""
_NEGATIONS = frozenset("no not never without cannot".split())
_NO_NEGATION_BEFORE = frozenset(
    "only longer doubt fewer less more one later matter just even yet alone necessarily because so to all "
    "every everyone everything always many much".split()
)
"""`not only`, `no fewer than`, `not all`: what follows is not negated, or not all of it."""
_NO_NEGATION_AFTER = frozenset("if or but whether why".split())
_LIMITS = frozenset("until till unless before except but rather instead than despite".split())
"""`not until May` may be `in May`."""
_NEGATIVE = frozenset(
    "nor neither none nobody nothing nowhere hardly barely scarcely rarely seldom few little lack lacks "
    "lacked lacking fail fails failed failing failure deny denies denied denying denial refuse refuses "
    "refused refusing refusal reject rejects rejected unable absent absence avoid avoids avoided missing "
    "false untrue unlikely impossible stop stops stopped prevent prevents prevented ban bans banned block "
    "blocks blocked oppose opposes opposed dismiss dismisses dismissed dispute disputes disputed".split()
)
"""Words that negate by themselves: the other side may use one for the same."""


def negation_differences(
    lefts: Mapping[int, Sentence], rights: Mapping[int, Sentence], links: Sequence[Link]
) -> list[Difference]:
    """The possible contradictions of linked passages: `no certificate` against `certificate`.

    Only one of the passages may have a negation, and only one. By words alone, so it knows no synonyms.
    """
    entries = []
    for link in links:
        left, right = lefts[link.left], rights[link.right]
        if link.relation is not Relation.SAME or not _nearly_alike(left, right):
            continue
        mine, its = _negations(left), _negations(right)
        if len(mine) + len(its) != 1:
            continue
        found = _negated(left, right, mine[0]) if mine else _negated(right, left, its[0])
        if found:
            facts = found if mine else found[::-1]
            weight = round(0.5 * (0.5 + link.score / 200), 3)
            entries.append(Difference(FactKind.NEGATION, State.DIFFERS, *facts, *link.pair, weight))
    return entries


def _nearly_alike(left: Sentence, right: Sentence) -> bool:
    """Whether two passages share most of their content words, and neither negates by a word of its own."""
    shared = len(left.content_stems & right.content_stems)
    longer = max(len(left.content_stems), len(right.content_stems))
    if shared < MIN_SHARED or shared < MIN_OF_LONGER * longer:
        return False
    return not any(word.folded in _NEGATIVE for side in (left, right) for word in side.words)


def _negations(sentence: Sentence) -> list[int]:
    """The places of its negations."""
    words = sentence.words
    return [k for k, w in enumerate(words) if w.folded in _NEGATIONS or w.folded.endswith("n't")]


def _negated(sentence: Sentence, other: Sentence, negation: int) -> tuple[Fact, Fact] | None:
    """The negated words with their negation, and the same words of the other passage."""
    if sentence.folded(negation + 1) in _NO_NEGATION_BEFORE:
        return None
    if sentence.folded(negation - 1) in _NO_NEGATION_AFTER:
        return None
    if any(word.folded in _LIMITS for word in (*sentence.words[negation:], *other.words)):
        return None
    places = range(negation + 1, min(len(sentence), negation + 1 + _REACH))
    place = next((k for k in places if sentence.words[k].is_content or not sentence.words[k].is_word), None)
    if place is None or not sentence.words[place].is_content:
        return None
    stem = sentence.words[place].stem
    theirs = next((k for k, word in enumerate(other.words) if word.stem == stem), None)
    if theirs is None or modality(sentence, place)[0] != modality(other, theirs)[0]:
        return None
    more = _shared_after(sentence, place, other, theirs)
    return _fact(sentence, negation, place + more), _fact(other, theirs, theirs + more)


def _shared_after(sentence: Sentence, place: int, other: Sentence, theirs: int) -> int:
    """The number of content words that follow on both sides: `certificate` after `no safety`."""
    pairs = zip(sentence.words[place + 1 :], other.words[theirs + 1 :], strict=False)
    return len([*takewhile(lambda pair: pair[0].is_content and pair[0].stem == pair[1].stem, pairs)])


def _fact(sentence: Sentence, first: int, last: int) -> Fact:
    text = sentence.written(first, last + 1)
    return Fact(FactKind.NEGATION, text, " ".join(text.split()), sentence.span(first, last + 1))
