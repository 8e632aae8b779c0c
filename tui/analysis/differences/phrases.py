"""Other words in the same place of two passages that say the same, as whole phrases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from tui.analysis.differences.aligned import AlignedSentences
from tui.analysis.differences.sentence import Sentence
from tui.analysis.synonyms import synonym_groups_of

MIN_LIKE, MAX_LIKE = 0.25, 0.7
"""Similarity of the two words in one place: less is chance, more a synonym (62 pairs of reports)."""
_REACH = 4
"""Words before and after the aligned ones that a phrase may take in, up to the next word that both have."""
_SAME_LETTERS = 4
"""First letters by which two words are forms of one."""
_TITLES = frozenset(
    "sen senator rep representative gov governor president mr mrs ms dr gop republican republicans "
    "democrat democratic democrats minority leader majority speaker said says say told also congressman "
    "chairman".split()
)
"""Words by which reports name one person or party in different ways."""
_ENDS = frozenset(", . ; : ! ? — – ( )".split())

Places = tuple[int, int]
"""The place of the first word of a phrase, and that after its last."""


class ExchangedPhrases(Struct, frozen=True):
    """Two phrases in the same place."""

    left: Places
    right: Places
    similarity: float
    """Of the two words by which they are aligned, MIN_LIKE to MAX_LIKE."""
    words: int
    """Content words of both that the other passage does not have."""


def exchanged_phrases(aligned: AlignedSentences) -> list[ExchangedPhrases]:
    """The phrases between words that both passages have, with two unlike words that are aligned."""
    found: list[ExchangedPhrases] = []
    for (i, j), (past, other_past) in pairwise(_anchors(aligned)):
        heads = [
            (x, y, similarity)
            for x, y, similarity in aligned.pairs
            if i < x < past and j < y < other_past and _unlike(aligned, x, y, similarity)
        ]
        if not heads:
            continue
        left = _phrase(aligned.left, i + 1, past, [x for x, _, _ in heads])
        right = _phrase(aligned.right, j + 1, other_past, [y for _, y, _ in heads])
        lacking = _lacking(aligned.left, left, aligned.right), _lacking(aligned.right, right, aligned.left)
        if all(lacking):
            similarity = max(similarity for _, _, similarity in heads)
            found.append(ExchangedPhrases(left, right, similarity, sum(lacking)))
    return found


def _anchors(aligned: AlignedSentences) -> Iterator[tuple[int, int]]:
    """The places of words that both have, in an order that holds on both sides, with both ends."""
    last = -1
    yield -1, -1
    for i, j, _ in sorted(aligned.pairs):
        if j > last and aligned.left.words[i].stem == aligned.right.words[j].stem:
            last = j
            yield i, j
    yield len(aligned.left), len(aligned.right)


def _unlike(aligned: AlignedSentences, i: int, j: int, similarity: float) -> bool:
    word, other = aligned.left.words[i], aligned.right.words[j]
    groups = synonym_groups_of("en")
    return (
        MIN_LIKE <= similarity <= MAX_LIKE
        and word.is_content
        and other.is_content
        and word.folded[:_SAME_LETTERS] != other.folded[:_SAME_LETTERS]
        and not {*groups.get(word.stem, ())} & {*groups.get(other.stem, ())}
        and not {word.folded, other.folded} <= _TITLES
        and not _initials(word.text, other.text)
    )


def _initials(one: str, other: str) -> bool:
    """Whether one of two words is in capitals only: `GOP`, `F.B.I.`"""
    return any(len(word) > 1 and word.isupper() for word in (one, other))


def _phrase(sentence: Sentence, first: int, end: int, heads: list[int]) -> Places:
    """The words around the aligned ones, up to a mark, without words at the ends that say nothing."""
    start, past = min(heads), max(heads) + 1
    low, high = max(first, start - _REACH), min(end, past + _REACH)
    while start > low and sentence.folded(start - 1) not in _ENDS:
        start -= 1
    while past < high and sentence.folded(past) not in _ENDS:
        past += 1
    while start < min(heads) and not _tells(sentence, start):
        start += 1
    while past > max(heads) + 1 and not _tells(sentence, past - 1):
        past -= 1
    return start, past


def _tells(sentence: Sentence, place: int) -> bool:
    word = sentence.words[place]
    return word.is_content or word.is_number or word.folded in ("no", "not", "never", "all", "every", "some")


def _lacking(sentence: Sentence, places: Places, other: Sentence) -> int:
    """The number of content words of a phrase that the other passage does not have."""
    return len(
        {
            word.stem
            for word in sentence.words[slice(*places)]
            if (word.is_content or word.is_number)
            and word.folded not in _TITLES
            and word.stem not in other.content_stems
        }
    )
