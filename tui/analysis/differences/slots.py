"""Differences in aligned words: spellings, modality, negation, other words in one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from unicodedata import combining, normalize

from tui.analysis.differences.aligned import AlignedSentences, WordAlignment
from tui.analysis.differences.names import are_nicknames, is_derived
from tui.analysis.differences.phrases import exchanged_phrases
from tui.analysis.differences.sentence import Sentence, Word
from tui.model import Link
from tui.model.difference import Difference, Fact, FactKind, State
from tui.model.wording import CALENDAR

_MIN_SPELLING = 4
"""Letters from which two names may be two spellings of one."""
_MAX_APART = 2
"""Letters in which two spellings differ at most."""
MIN_SAME_MODALITY, MIN_SAME_NEGATION = 50.0, 90.0
"""Chance, in per cent, that two passages say the same, from which a verb's modality or negation is compared.
Lower ones list mostly verbs of different statements (52 pairs of reports)."""
MIN_SAME_WORDING = 60.0
"""The same for two phrases in one place: a fifth to a quarter of them was listed by readers (62 pairs)."""
_MODAL_CLASSES = {
    "expected": "will shall 'll would expected expects likely set planning plans plan poised vowed vows "
    "promised "
    "threatened threatens intends intend wants want hopes going considering",
    "possible": "may might could can possibly perhaps",
    "obliged": "should must ought",
}
_CLASS_OF = {word: name for name, words in _MODAL_CLASSES.items() for word in words.split()}
_BETWEEN = frozenset("to be been being have has had also soon already not never n't him her them it".split())
_REACH = 5
"""Words before a verb among which its auxiliary is looked for."""
_NO_VERB_AFTER = frozenset(
    "the a an his her its their this that these those of in on for from by with and or no any some our "
    "my".split()
)


def slot_differences(
    lefts: Mapping[int, Sentence],
    rights: Mapping[int, Sentence],
    links: Sequence[Link],
    alignment: WordAlignment,
) -> list[Difference]:
    """The differences between aligned words, in the order of the links."""
    words = [{w.folded for s in side.values() for w in s.words} for side in (lefts, rights)]
    entries: list[Difference] = []
    for link in links:
        aligned = AlignedSentences(lefts[link.left], rights[link.right], alignment(link.pair))
        for i, j, _ in aligned.pairs:
            word, other = aligned.left.words[i], aligned.right.words[j]
            if is_respelled(word, other) and word.folded not in words[1] and other.folded not in words[0]:
                entries.append(_entry(FactKind.SPELLING, aligned, link, (i, i + 1), (j, j + 1), 0.6))
            elif word.is_content and word.stem == other.stem:
                entries += _verb(aligned, link, i, j)
        if link.same >= MIN_SAME_WORDING:
            for phrases in exchanged_phrases(aligned):
                entries.append(_entry(FactKind.WORDING, aligned, link, phrases.left, phrases.right, 0.3))
    return entries


def _entry(
    kind: FactKind,
    aligned: AlignedSentences,
    link: Link,
    left: tuple[int, int],
    right: tuple[int, int],
    weight: float,
) -> Difference:
    facts = [
        Fact(
            kind,
            sentence.written(*places),
            " ".join(sentence.written(*places).split()),
            sentence.span(*places),
        )
        for sentence, places in ((aligned.left, left), (aligned.right, right))
    ]
    return Difference(
        kind,
        State.DIFFERS,
        facts[0],
        facts[1],
        *link.pair,
        round(weight * (0.5 + link.score / 200), 3),
    )


def is_respelled(left: Word, right: Word) -> bool:
    """Whether two words may be one name in two spellings: capitals, one initial, a letter or two apart."""
    from rapidfuzz.distance import OSA

    one, other = (_without_accents(word.folded.removesuffix("'s")) for word in (left, right))
    return (
        left.capital
        and right.capital
        and not {left.folded, right.folded} & CALENDAR  # values
        and left.is_word
        and one[0] == other[0]
        and min(len(one), len(other)) >= _MIN_SPELLING
        and one != other
        and left.stem != right.stem
        and not are_nicknames(one, other)
        and not is_derived(one, other)
        and not one.startswith(other)
        and not other.startswith(one)
        and OSA.distance(one, other) <= min(_MAX_APART, (len(one) - 1) // 3)
    )


def _without_accents(word: str) -> str:
    """The word as an English report may write it: `sanchez` for `sánchez`."""
    return "".join(letter for letter in normalize("NFKD", word) if not combining(letter))


def _verb(aligned: AlignedSentences, link: Link, i: int, j: int) -> list[Difference]:
    """The difference in modality, or in negation, of one verb."""
    if link.same < MIN_SAME_MODALITY or not all(
        _may_be_verb(sentence, place) for sentence, place in ((aligned.left, i), (aligned.right, j))
    ):
        return []
    (mine, first, negated), (its, other, other_negated) = (
        modality(aligned.left, i),
        modality(aligned.right, j),
    )
    places = (first, i + 1), (other, j + 1)
    if mine != its and "" in (mine, its) and negated == other_negated:
        return [_entry(FactKind.CERTAINTY, aligned, link, *places, 0.5)]
    if negated != other_negated and mine == its and link.same >= MIN_SAME_NEGATION:
        return [_entry(FactKind.NEGATION, aligned, link, *places, 0.5)]
    return []


def _may_be_verb(sentence: Sentence, place: int) -> bool:
    return sentence.words[place].text.islower() and sentence.folded(place - 1) not in _NO_VERB_AFTER


def modality(sentence: Sentence, verb: int) -> tuple[str, int, bool]:
    """The class of the words before a verb, "" for a plain one; their first place; whether it is negated."""
    name, first, negated = "", verb, False
    for place in range(verb - 1, max(-1, verb - 1 - _REACH), -1):
        word = sentence.folded(place)
        if word in ("not", "never", "n't") or word.endswith("n't"):
            negated, first = True, place
        base = word.removesuffix("n't").replace("wo", "will") if word.endswith("n't") else word
        if base in _CLASS_OF:
            return _CLASS_OF[base], place, negated
        if word in _BETWEEN or word.endswith(("n't", "ly")):
            continue
        break
    return name, first, negated
