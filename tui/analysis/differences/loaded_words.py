"""Words for one thing that colour it differently (`shooting`, `massacre`; `said`, `claimed`).

The families are in `loaded_words.txt`, one a line, with ` : ` between groups and the plainest group first; a
`_` is between the words of an expression. Words of two groups may stand for the same thing, and a reader
should know which article uses which. They were written for this project, from nothing but knowledge of
English. The first family is that of saying.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from tui.analysis.differences.aligned import AlignedSentences, WordAlignment
from tui.analysis.differences.sentence import IRREGULAR_FORMS, Sentence
from tui.analysis.memo import once_per_sentence
from tui.analysis.stemming import stemmer_of
from tui.model import Link
from tui.model.difference import Difference, Fact, FactKind, State

LIST = Path(__file__).parent / "loaded_words.txt"
MIN_SAME = 70.0
"""Chance, in per cent, that two passages say the same, from which their words are compared. Of those from 60
to 70 half are of two statements (128 pairs of reports, read by one reader)."""
MIN_ALIKE = 0.3
"""Similarity of two aligned words from which they may stand for one thing."""
SURELY_SAME, SURELY_ALIKE = 95.0, 0.5
"""MIN_SAME and MIN_ALIKE of entries that are surely worth a look: of 100 entries of fresh reports and their
beginnings 58 % were useful and 20 % wrong, of the 37 with these limits 72 and 18 %; of 100 entries of other
pairs 54 and 18 %, of the 44 with these limits 66 and 12 % (two readers each)."""
_LONGEST = 3
"""Most words of an expression."""
_WEIGHT = 0.7
SAYING = 0
"""The number of the family of saying."""
_SPEAKER_NEAR = 4
"""Words before and after a verb of saying among which its speaker is looked for."""

_OTHER_WORDS = frozenset(
    "responsibility responsible responsive executive executives information doctor doctors liberal "
    "liberals".split()
)
"""Words that have the stem of a listed one, and another sense."""

Stems = tuple[str, ...]


class LoadedWord(Struct, frozen=True):
    """A listed word or expression in a passage."""

    family: int
    group: int
    first: int
    """The place of its first word."""
    end: int
    """The place after its last word."""


def loaded_word_differences(
    lefts: Mapping[int, Sentence],
    rights: Mapping[int, Sentence],
    links: Sequence[Link],
    alignment: WordAlignment,
) -> list[Difference]:
    """The listed words of one family in the same place of two passages that say the same.

    A passage that has a word of the other's group as well colours nothing, and is left out.
    """
    entries: list[Difference] = []
    for link in links:
        left, right = lefts[link.left], rights[link.right]
        if link.same < MIN_SAME or not (mine := loaded_words(left)) or not (its := loaded_words(right)):
            continue
        if not {word.family for word in mine} & {word.family for word in its}:
            continue
        aligned = AlignedSentences(left, right, alignment(link.pair))
        entries += [_entry(aligned, link, word, other) for word, other in _in_one_place(aligned, mine, its)]
    return entries


def _in_one_place(
    aligned: AlignedSentences, lefts: Sequence[LoadedWord], rights: Sequence[LoadedWord]
) -> list[tuple[LoadedWord, LoadedWord]]:
    """The words of two groups of one family that are aligned; of expressions in one place the longest."""
    groups = [{(word.family, word.group) for word in side} for side in (lefts, rights)]
    partners = {i: j for i, j, similarity in aligned.pairs if similarity >= MIN_ALIKE}
    found = [
        (word, other)
        for word in lefts
        for other in rights
        if word.family == other.family
        and word.group != other.group
        and (word.family, word.group) not in groups[1]
        and (other.family, other.group) not in groups[0]
        and any(other.first <= partners.get(i, -1) < other.end for i in range(word.first, word.end))
        and (word.family != SAYING or _of_one_speaker(aligned, word, other))
    ]
    found.sort(key=lambda pair: (-sum(word.end - word.first for word in pair), pair[0].first, pair[1].first))
    kept: list[tuple[LoadedWord, LoadedWord]] = []
    for pair in found:
        if not any(_overlap(pair[0], word) or _overlap(pair[1], other) for word, other in kept):
            kept.append(pair)
    return sorted(kept, key=lambda pair: pair[0].first)


def _of_one_speaker(aligned: AlignedSentences, word: LoadedWord, other: LoadedWord) -> bool:
    """Whether the same noun, name or pronoun stands near two verbs of saying."""
    for i, j in aligned.of_left.items():
        if _is_near(i, word) and _is_near(j, other):
            mine, its = aligned.left.words[i], aligned.right.words[j]
            if mine.stem == its.stem and (mine.is_content or mine.folded in _SPEAKERS):
                return True
    return False


def _is_near(place: int, word: LoadedWord) -> bool:
    return word.first - _SPEAKER_NEAR <= place < word.end + _SPEAKER_NEAR


_SPEAKERS = frozenset("he she they it i we report official officials spokesman statement".split())
"""Who speaks, beside content words, to which these do not belong."""


def _overlap(one: LoadedWord, other: LoadedWord) -> bool:
    return one.first < other.end and other.first < one.end


def _entry(aligned: AlignedSentences, link: Link, word: LoadedWord, other: LoadedWord) -> Difference:
    facts = []
    for sentence, place in ((aligned.left, word), (aligned.right, other)):
        text = sentence.written(place.first, place.end)
        value = " ".join(text.split()).casefold()
        facts.append(Fact(FactKind.LOADED_WORD, text, value, sentence.span(place.first, place.end)))
    weight = round(_WEIGHT * (0.5 + link.same / 200), 3)
    alike = max(
        similarity
        for i, j, similarity in aligned.pairs
        if word.first <= i < word.end and other.first <= j < other.end
    )
    unsure = link.same < SURELY_SAME or alike < SURELY_ALIKE
    return Difference(
        FactKind.LOADED_WORD, State.DIFFERS, facts[0], facts[1], *link.pair, weight, unsure=unsure
    )


@once_per_sentence
def loaded_words(sentence: Sentence) -> list[LoadedWord]:
    """The listed words of an English passage, in their order."""
    families = list_of_families()
    places = [
        place for place, word in enumerate(sentence.words) if word.is_word and word.folded not in _OTHER_WORDS
    ]
    stems = [sentence.words[place].stem for place in places]
    return [
        LoadedWord(family, group, places[first], places[first + size - 1] + 1)
        for first in range(len(places))
        for size in range(1, min(_LONGEST, len(places) - first) + 1)
        for family, group in families.get(tuple(stems[first : first + size]), ())
    ]


@cache
def list_of_families() -> Mapping[Stems, Sequence[tuple[int, int]]]:
    """The families of each word or expression, by its stems, with its group in each."""
    stemmer = stemmer_of("en")
    assert stemmer is not None
    families: dict[Stems, list[tuple[int, int]]] = defaultdict(list)
    for number, line in enumerate(LIST.read_text(encoding="utf-8").splitlines()):
        for group, words in enumerate(line.split(" : ")):
            for word in words.split():
                parts = [IRREGULAR_FORMS.get(part, part) for part in re.split("[_-]", word)]
                families[tuple(stemmer.stemWords(parts))].append((number, group))
    return families
