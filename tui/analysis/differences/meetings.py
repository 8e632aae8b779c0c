"""Where and when a report says that people met, in English."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from msgspec import Struct

from tui.analysis.differences.facts import find_days
from tui.analysis.differences.names import Name, find_names
from tui.analysis.differences.sentence import Sentence
from tui.model.difference import Fact, FactKind
from tui.model.wording import CALENDAR

_MEETINGS = frozenset("meet meets meeting meetings met summit talks".split())
"""Words of a meeting, which is `in` or `at` a place."""
_VISITS = frozenset("visit visits trip travels traveled travelled traveling travelling".split())
"""Words before the `to` of a place."""
_GATHERINGS = frozenset("assembly conference forum games olympics summit".split())
"""What people meet at, and what has a place of its own."""
_BETWEEN = frozenset(
    "a afternoon an and at between both day during evening for he her him last later month morning night of "
    "on she the them they this two us we week weekend with year , .".split()
)
"""Words in small letters and marks that may stand between a meeting and its place, beside those of time."""
_NO_PLACES = frozenset("congress parliament senate house games olympics cup war news".split())
"""Words of names that have an `in` or `at` before them and are no places."""
_FAR = 12
"""Words between a meeting and its place at most."""
_MOST = 30
"""Meetings of one report at most; of two reports all are compared with each other."""


class Meeting(Struct, frozen=True):
    """A meeting that a passage tells of."""

    passage: int
    """Index of the passage."""
    place: Fact
    day: Fact | None = None
    """The day that stands nearest to the place, if the passage names one."""
    others: tuple[frozenset[str], ...] = ()
    """The words of each name in the passage that is no place or organisation."""

    def of_the_same(self, other: Meeting) -> bool:
        """Whether somebody is named with one of both, and everybody of these is named with the other too."""
        few, many = sorted((self.others, other.others), key=len)
        return bool(few) and all(any(name & known for known in many) for name in few)


def find_meetings(sentences: Iterable[Sentence]) -> list[Meeting]:
    """The first meetings with a place, in the order of the text, one of each passage; `_MOST` at most."""
    in_order = sorted(sentences, key=lambda sentence: sentence.passage.index)
    return list(islice(filter(None, map(_meeting, in_order)), _MOST))


def _meeting(sentence: Sentence) -> Meeting | None:
    if not any(word.folded in _MEETINGS or word.folded in _VISITS for word in sentence.words):
        return None
    names = find_names(sentence)
    place = next((name for name in names if _is_place_of_meeting(sentence, name)), None)
    if place is None:
        return None
    others = [name for name in names if name is not place and not (name.preposition or name.organisation)]
    return Meeting(
        sentence.passage.index,
        _place(sentence, place),
        _day(sentence, place),
        tuple([frozenset(name.parts) for name in others]),
    )


def _is_place_of_meeting(sentence: Sentence, name: Name) -> bool:
    """Whether people met there: `met in Beijing`, `a visit to Moscow`, `met at the Olympics in Beijing`."""
    owns = sentence.folded(name.end - 1).endswith("'s")
    if owns or name.titles or _NO_PLACES & set(name.parts):
        return False
    at = name.first - 1
    if sentence.folded(at) == "the":
        at -= 1
    before = at - 1
    if sentence.folded(at) == "to":
        return sentence.folded(before) in _VISITS
    if sentence.folded(at) not in ("in", "at"):
        return False
    if sentence.folded(before) in _GATHERINGS:
        return any(word.folded in _MEETINGS for word in sentence.words[:before])
    for word in reversed(sentence.words[max(0, before - _FAR) : before + 1]):
        if word.folded in _MEETINGS:
            return True
        if not (word.capital or word.is_number or word.folded in _BETWEEN or word.folded in CALENDAR):
            return False
    return False


def _place(sentence: Sentence, name: Name) -> Fact:
    written = sentence.written(name.first, name.end)
    return Fact(FactKind.PLACE, written, written, sentence.span(name.first, name.end))


def _day(sentence: Sentence, place: Name) -> Fact | None:
    start = sentence.span(place.first, place.end).start
    return min(find_days(sentence), key=lambda day: abs(day.span.start - start), default=None)
