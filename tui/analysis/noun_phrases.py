"""Noun phrases of a passage, as names of what it is about: "peace talks", "sanctions on Russia".

Other languages than English give runs of content words.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from tui.analysis.profile import Profile
from tui.analysis.word_tags import (
    DETERMINER,
    LINK,
    NAME,
    NOUN,
    NUMBER,
    TITLES,
    is_event,
    is_verb_form,
    kind_of,
    may_be_verb,
)

MAX_WORDS = 5
MAX_CONTENT = 4


class NounPhrase(Struct, frozen=True):
    """One occurrence of a phrase in a passage."""

    stems: tuple[str, ...]
    """The stems of its content words."""
    first: int
    last: int
    classes: str
    """The class of each word from `first` to `last`."""
    act: str = ""
    """Of an act (`act_phrases.py`) how it is written; `first` is its verb."""
    has_doer: bool = False
    """Whether an act is written with who does it."""


def noun_phrases(profile: Profile, tags: str) -> Iterator[NounPhrase]:
    """The noun phrases of a passage, whole ones and their ends, and two of them joined by a preposition."""
    runs = list(noun_runs(profile, tags))
    for number, (first, end) in enumerate(runs):
        for start in range(first, end):
            if end - start <= MAX_CONTENT and _opens(profile, tags, start):
                yield from _phrase(profile, tags, start, end - 1)
        if number + 1 < len(runs):
            yield from _joined(profile, tags, (first, end), runs[number + 1])


def _opens(profile: Profile, tags: str, place: int) -> bool:
    """Whether a phrase may begin there: not within a name or "same-sex", nor with a number by itself."""
    if place and profile.gaps[place].endswith("-"):
        return False
    whole = place and tags[place - 1 : place + 1] == NAME + NAME and profile.words[place - 1] not in TITLES
    return not whole and (tags[place] != NUMBER or _hyphen_after(profile, place))


def _hyphen_after(profile: Profile, place: int) -> bool:
    """Whether a word is the first part of a compound such as "same-sex"."""
    return place + 1 < len(profile.gaps) and profile.gaps[place + 1] == "-"


def _joined(
    profile: Profile, tags: str, one: tuple[int, int], other: tuple[int, int]
) -> Iterator[NounPhrase]:
    """Two runs with nothing but a preposition and an article between them."""
    between = tags[one[1] : other[0]]
    plain = all(profile.adjoins(k) for k in range(one[1], other[0] + 1))
    if between not in ("-", "-D") or not plain or tags[one[1] - 1] == NAME:
        return
    if between == "-D" and profile.words[one[1] + 1] not in ("the", "a", "an"):
        return  # "criticism for his opposition" leaves open whose
    for start in range(one[0], one[1]):
        if other[1] - start <= MAX_WORDS and _opens(profile, tags, start):
            yield from _phrase(profile, tags, start, other[1] - 1)


def noun_runs(profile: Profile, tags: str) -> Iterator[tuple[int, int]]:
    """Stretches of adjectives, nouns and names that end in a noun or name."""
    first = -1
    for k in range(len(tags) + 1):
        inside = k < len(tags) and tags[k] in "NPAaCv"
        if inside and first >= 0 and not _goes_on(profile, tags, k):
            yield from _trimmed(profile, tags, first, k)
            first = k
        elif inside and first < 0:
            first = k
        elif not inside and first >= 0:
            yield from _trimmed(profile, tags, first, k)
            first = -1


def _goes_on(profile: Profile, tags: str, place: int) -> bool:
    """Whether a word belongs to the run before it: nothing parts them, or the full stop of "St. Louis".

    A name after a common noun begins a run of its own: "the presidential candidate Mitt Romney".
    """
    if profile.gaps[place] == "-":
        return True
    if tags[place - 1] in "Nv" and tags[place] == NAME:
        return False
    if profile.gaps[place] == " ":
        return True
    before = profile.forms[place - 1]
    return profile.gaps[place] == ". " and len(before) < 3 and tags[place - 1 : place + 1] == NAME + NAME


def _trimmed(profile: Profile, tags: str, first: int, end: int) -> Iterator[tuple[int, int]]:
    while end > first and (
        tags[end - 1] not in "NPav"
        or (tags[end - 1] == "a" and tags[end - 2 : end - 1] in (NAME, ""))
        or (profile.language == "en" and end - first > 1 and ends_in_verb(profile, tags, end - 1))
    ):
        end -= 1
    if end - first == 1 and tags[first] in "av":
        return
    if end > first:
        yield first, end


def _phrase(profile: Profile, tags: str, first: int, last: int) -> Iterator[NounPhrase]:
    if profile.forms[last].lower() in TITLES and tags[last] == NAME:
        return
    if len(profile.forms[first]) == 1 or len(profile.forms[last]) == 1:
        return  # an initial, or what is left of "D-Calif."
    if last + 1 < len(profile.gaps) and profile.gaps[last + 1].startswith("-"):
        return
    stems = tuple([profile.stems[k] for k in range(first, last + 1) if tags[k] in "NPAaCv"])
    if len(stems) <= MAX_CONTENT and not (
        profile.language == "en" and _has_fault(profile, tags, first, last)
    ):
        yield NounPhrase(stems, first, last, tags[first : last + 1])


def _has_fault(profile: Profile, tags: str, first: int, last: int) -> bool:
    """Whether an English phrase has a verb in it, or is cut out of a name or a measure.

    "supports same-sex marriage", "Mattis oversaw", "I'm", "amendment right" of "Fifth Amendment right",
    "hour training" of "40 hour training".
    """
    words = profile.words
    if _has_preposition(profile, tags, first, last):
        return True
    if words[first] in _AMOUNTS and first and profile.adjoins(first):
        return True  # "billion for the wall"
    for k in range(first, last + 1):
        form = profile.forms[k]
        if is_contraction(form) or (tags[k] == NAME and form.isupper() and len(form) > 6):
            return True
        if form[0].islower() and tags[k] in "NPAav" and is_verb_form(words[k]):
            return True
    plural = words[first].endswith("s") and profile.forms[first][0].islower() and may_be_verb(words[first])
    if plural and tags[first + 1 : first + 2] in ("A", "a") and first < last:
        return True
    if tags[last] in "Nv" and tags[last - 1 : last] == NAME and first < last and words[last].endswith("s"):
        news = is_event(words[last]) or kind_of(words[last])
        if may_be_verb(words[last]) and not news:
            return True
    after = profile.gaps[last + 1 : last + 2]
    if tags[last] == NAME and tags[last + 1 : last + 2] == NOUN and after and not after[0].strip(_MARKS):
        return True  # "the Ukraine" of "the Ukraine “crisis”"
    if not first or not profile.adjoins(first):
        return False
    before = profile.forms[first - 1]
    cut_name = (
        tags[first] == NAME and before[0].isupper() and before.lower().endswith(("th", "first", "second"))
    )
    measure = kind_of(words[first]) in ("time", "quantity") and before[0].isdigit()
    return cut_name or measure


def ends_in_verb(profile: Profile, tags: str, last: int) -> bool:
    """Whether the last word of an English phrase is a verb, or begins something that is cut off.

    "a petition urging", "declaration grants" before "the".
    """
    word, before = profile.words[last], tags[last - 1 : last]
    near = last > 0 and profile.adjoins(last)
    if near and word.endswith("ing") and before in (NOUN, "v") and not (is_event(word) or kind_of(word)):
        return True
    goes_on = last + 1 < len(tags) and profile.adjoins(last + 1) and tags[last + 1] == DETERMINER
    return goes_on and near and before in (NOUN, "v") and may_be_verb(word)


def is_contraction(form: str) -> bool:
    """Whether a written word has a verb or "not" in it: "I'm", "didn't"."""
    return form.lower().endswith(_CONTRACTIONS)


def _has_preposition(profile: Profile, tags: str, first: int, last: int) -> bool:
    """Whether a noun of a phrase is part of a preposition: "on behalf of the city", "in addition to it"."""
    for noun in range(first, last + 1):
        if profile.words[noun] in _PREPOSITION_NOUNS and tags[noun + 1 : noun + 2] == LINK:
            before = noun - 1
            while before >= 0 and tags[before] in "DAa":
                before -= 1
            if before >= 0 and profile.words[before] in _BEFORE_PREPOSITION_NOUNS:
                return True
    return False


_PREPOSITION_NOUNS = frozenset(
    "absence accordance account addition advance aftermath basis behalf case comparison compliance "
    "connection contrast course defiance event expense face favor front grounds honor hands heels light "
    "midst name order part pursuit recognition reference regard relation respect result search spite terms "
    "verge view virtue wake".split()
)
_BEFORE_PREPOSITION_NOUNS = frozenset("as at by for in on through to under with".split())
_AMOUNTS = frozenset("billion dozen hundred million percent thousand trillion".split())
_CONTRACTIONS = ("’m", "'m", "’re", "'re", "’ll", "'ll", "’ve", "'ve", "n’t", "n't", "’d", "'d")
_MARKS = " “\"‘'"
