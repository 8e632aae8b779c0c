"""Runs of words that could name a topic, and how they are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping

from tui.analysis.profile import Profile
from tui.analysis.stemming import common_words_of

MAX_PHRASE_WORDS = 3
"""Words in a phrase."""

Phrase = tuple[str, ...]
"""Stems of words that stand next to each other and carry news."""


def phrase_places(profile: Profile) -> dict[Phrase, tuple[int, int]]:
    """Each phrase of a passage with the places of its first and last word, where it first stands."""
    kept, words, stems, gaps, numbers = (
        profile.kept, profile.words, profile.stems, profile.gaps, profile.numbers
    )  # fmt: skip
    found: dict[Phrase, tuple[int, int]] = {}
    for number, first in enumerate(kept):
        if words[first] == "s" or words[first] in numbers:
            continue  # a lone "s" is what "Jr.’s" leaves
        phrase: Phrase = (stems[first],)
        if phrase not in found:
            found[phrase] = first, first
        following = first + 1
        for last in kept[number + 1 : number + MAX_PHRASE_WORDS]:
            if last != following or (gaps[last] != " " and not profile.joined(last)):
                break
            following += 1
            phrase = (*phrase, stems[last])
            if phrase not in found and words[last] not in numbers:
                found[phrase] = first, last
    return found


def contains(phrase: Phrase, part: Phrase) -> bool:
    """Whether a phrase is longer than another and has its words in their order."""
    size = len(part)
    starts = range(len(phrase) - size + 1)
    return len(phrase) > size and any(phrase[k : k + size] == part for k in starts)


# Endings of words that tell how or that something was done; a topic is named by a noun.
_NO_NOUN = {"en": re.compile(r"(?:ly|ed|ing|ful|ive|able|ingness)$")}
_NO_LAST = {"en": re.compile(r"(?:ly|ed)$")}
_EMPTY = {
    "en": frozenset(
        "issue issues matter situation way ways part parts people time reason reasons place person "
        "days weeks months years member members side sides step steps news leader leaders official officials "
        "source sources word words comment comments remark remarks fact facts lot line group groups point "
        "points country nation man woman men women name life home end world others".split()
    )
}
"""Nouns that any report has, and that name none of its topics."""
_BEFORE_NOUNS = {
    "en": frozenset(
        "the a an this these those his her its their our my your any some no of in on for with about from "
        "by against over under into between after before without".split()
    )
}
_BEFORE_VERBS = {
    "en": frozenset(
        "to will would could should can may might must shall not never he she they we i you it who did does "
        "do don't didn't doesn't won't".split()
    )
}
_AFTER_VERBS = {"en": frozenset("the a an that this his her its their him them it us me my our".split())}
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar "
    "apr jun jul aug sep sept oct nov dec".split()
)


def noun_counts(passages: Iterable[Profile], wanted: Container[str]) -> Counter[str]:
    """For each stem wanted how often it stands where nouns do, less how often where verbs and adjectives do.

    A noun ends a run of words and follows an article, a preposition or an adjective; a verb follows
    "to" or a pronoun, or has an article after it; an adjective has a further word after it.
    Languages without such lists give an empty count.
    """
    found: Counter[str] = Counter()
    for profile in passages:
        language, words, stems, kept = profile.language, profile.words, profile.stems, profile.kept
        if language not in _BEFORE_NOUNS:
            continue
        nouns_after, verbs_after = _BEFORE_NOUNS[language], _BEFORE_VERBS[language]
        verbs_before = _AFTER_VERBS[language]
        carrying = frozenset(kept)
        end = len(words) - 1
        for k in kept:
            if stems[k] not in wanted:
                continue
            before = words[k - 1] if k else ""
            described = k + 1 in carrying and profile.forms[k + 1][0].islower() and profile.joined(k + 1)
            if described or before in verbs_after or (k < end and words[k + 1] in verbs_before):
                found[stems[k]] -= 1
            elif before in nouns_after or (k - 1 in carrying and profile.joined(k)):
                found[stems[k]] += 1
    return found


def is_weak(profile: Profile, first: int, last: int, noun: Mapping[str, int]) -> bool:
    """Whether a phrase names nothing by itself: "news", "immediately", "talks collapsed".

    `noun` is what `noun_counts` counts in both articles.
    """
    word, written = profile.words[last], profile.written(last)
    alone = first == last
    language = profile.language
    if alone and (word in common_words_of(language) or word in _EMPTY.get(language, ())):
        return True
    if alone and len(word) < 3 and word.isascii():
        return True
    if written[0].isupper():
        return alone and (word in _MONTHS or _dateline(profile, first))
    ending = (_NO_NOUN if alone else _NO_LAST).get(profile.language)
    if ending and ending.search(word):
        return True
    return alone and profile.language in _BEFORE_NOUNS and noun.get(profile.stems[last], 0) <= 0


def _dateline(profile: Profile, place: int) -> bool:
    """Whether a word is the place a report begins with: "WASHINGTON —"."""
    written = profile.written(place)
    return place == 0 and len(written) > 3 and written.isupper()


def as_written(phrase: Phrase, passages: Iterable[tuple[Profile, tuple[int, int]]]) -> str:
    """The phrase as most of those passages write it, without quotation marks; of equals the first.

    Each passage comes with the places of the phrase in it.
    """
    forms = Counter(
        profile.written(*places).translate(_MARKS).removesuffix("'s").removesuffix("’s")
        for profile, places in passages
    )
    return max(forms, key=lambda form: (forms[form], form[:1].islower()))


_MARKS = str.maketrans("", "", '“”"«»')
