"""Whether two values in the same place of two passages are about the same thing."""

from __future__ import annotations

from tui.analysis.differences.aligned import AlignedSentences
from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.fact_matching import MOST_TIMES_OF_MEASURE, far_apart, of_two_acts
from tui.analysis.differences.sentence import Sentence
from tui.analysis.memo import once_per_sentence
from tui.model import Span
from tui.model.difference import FactKind

MIN_SAME_COUNTS = 80.0
_BESIDE = 3
"""Words before and after a value that are beside it, without those that any value may have."""
_ANYWHERE = frozenset(
    "say said says tell tells told add added adds accord according on at in the a an of to by for with from "
    "and "
    "its his her their it he she they was were is are be been had has have morning afternoon evening night "
    "early "
    "late earlier later this last next year week month day time".split()
)
"""Words that stand beside days of anything."""
_LIMITS = frozenset("since until till before after by".split())
"""Words that make a day the limit of a time: `in 2007` is no other day than `since 2009`."""


def same_place(left: FactInContext, right: FactInContext, aligned: AlignedSentences, same: float) -> bool:
    """Whether two aligned values of one kind and unit are about the same thing.

    A day must stand beside the same verb or noun, not only the same name: of days that are merely aligned, 1
    of 36 was a useful entry; and the day of `officials said on Tuesday` is not that of what they said. Nor is
    `in 2007` another day than `since 2009`. Other values must be of one type, and share the unit's noun or a
    word beside them; counts of two nouns (`23 steps`, `19 actions`) differ where the chance `same`, in per
    cent, is high.
    """
    if left.fact.kind is not right.fact.kind or left.fact.unit != right.fact.unit or left.rate != right.rate:
        return False
    if left.outcome and right.outcome and left.outcome != right.outcome:
        return False
    beside = words_beside(aligned.left, left.fact.span) & words_beside(aligned.right, right.fact.span)
    if left.fact.kind in (FactKind.DATE, FactKind.TIME):
        told = (left.acts and right.acts) or left.counted_noun or right.counted_noun
        if told and of_two_acts(left, right):  # in the same place a day needs no verb
            return False
        limits = [_limit(aligned.left, left.fact.span), _limit(aligned.right, right.fact.span)]
        acts = beside & aligned.left.content_stems - (_names(aligned.left) & _names(aligned.right))
        return bool(acts) and left.is_of_saying == right.is_of_saying and limits[0] == limits[1]
    nouns = left.counted_noun, right.counted_noun
    if left.fact.kind is FactKind.NUMBER:
        of_two_nouns = same >= MIN_SAME_COUNTS and not far_apart(left, right)
        return all(nouns) and (nouns[0] == nouns[1] or of_two_nouns)
    if left.fact.kind is FactKind.QUANTITY and far_apart(left, right, MOST_TIMES_OF_MEASURE):
        return False
    return bool(beside or (nouns[0] and nouns[0] == nouns[1]) or left.clause_stems & right.clause_stems)


@once_per_sentence
def _names(sentence: Sentence) -> set[str]:
    """The stems of the words that have a capital letter wherever the sentence has them."""
    small = {w.stem for w in sentence.words if not w.capital}
    return {w.stem for w in sentence.words[1:] if w.capital} - small


def _limit(sentence: Sentence, span: Span) -> str:
    """The word before a day that makes it the beginning or the end of a time; "" for none."""
    offset = sentence.passage.span.start
    before = [w.folded for w in sentence.words if w.end + offset <= span.start and w.is_word][-1:]
    return before[0] if before and before[0] in _LIMITS else ""


def words_beside(sentence: Sentence, span: Span) -> set[str]:
    """The stems of the words beside a value."""
    offset = sentence.passage.span.start
    before = [w for w in sentence.words if w.end + offset <= span.start and w.is_word][-_BESIDE:]
    after = [w for w in sentence.words if w.start + offset >= span.end and w.is_word][:_BESIDE]
    return {w.stem for w in (*before, *after) if w.folded not in _ANYWHERE}
