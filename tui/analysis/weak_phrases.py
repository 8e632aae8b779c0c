"""Phrases that cannot name a topic by themselves: "news", "immediately", "talks collapsed"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence

from tui.analysis.phrases import Phrase
from tui.analysis.profile import Profile
from tui.analysis.stemming import common_words_of

MAX_SHARE = 0.15
"""Share of all passages from which a phrase is the subject of the story and names no sub-topic."""
MIN_HOLDERS = 5
"""Passages with a phrase that are never too many, however short the articles."""

# Endings of adverbs, participles and adjectives; a topic is named by a noun.
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
"""Nouns that any report has, and which name none of its topics."""
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


def noun_counts(passages: Iterable[Profile], stems_asked: Container[str]) -> Counter[str]:
    """Count, for each stem, its uses in the position of a noun minus those of a verb or adjective.

    A noun ends a run of words and follows an article, a preposition or an adjective; a verb follows
    "to" or a pronoun, or has an article after it; an adjective has a further word after it.
    Languages without such lists give an empty count.
    """
    counts: Counter[str] = Counter()
    for profile in passages:
        language, words, stems, content = (
            profile.language, profile.words, profile.stems, profile.content_places
        )  # fmt: skip
        if language not in _BEFORE_NOUNS:
            continue
        nouns_after, verbs_after = _BEFORE_NOUNS[language], _BEFORE_VERBS[language]
        verbs_before = _AFTER_VERBS[language]
        content_set = frozenset(content)
        end = len(words) - 1
        for k in content:
            if stems[k] not in stems_asked:
                continue
            before = words[k - 1] if k else ""
            before_noun = (
                k + 1 in content_set and profile.forms[k + 1][0].islower() and profile.adjoins(k + 1)
            )
            if before_noun or before in verbs_after or (k < end and words[k + 1] in verbs_before):
                counts[stems[k]] -= 1
            elif before in nouns_after or (k - 1 in content_set and profile.adjoins(k)):
                counts[stems[k]] += 1
    return counts


def is_weak(profile: Profile, first: int, last: int, noun_count: Mapping[str, int]) -> bool:
    """Whether the phrase from one word of a passage to another names nothing by itself.

    `noun_count` comes from `noun_counts` over both articles.
    """
    word, written = profile.words[last], profile.text_of(last)
    single = first == last
    language = profile.language
    if single and (word in common_words_of(language) or word in _EMPTY.get(language, ())):
        return True
    if single and len(word) < 3 and word.isascii():
        return True
    if written[0].isupper():
        return single and (word in _MONTHS or _is_dateline(profile, first))
    ending = (_NO_NOUN if single else _NO_LAST).get(profile.language)
    if ending and ending.search(word):
        return True
    return single and profile.language in _BEFORE_NOUNS and noun_count.get(profile.stems[last], 0) <= 0


def _is_dateline(profile: Profile, place: int) -> bool:
    """Whether a word is the place a report begins with: "WASHINGTON —"."""
    written = profile.text_of(place)
    return place == 0 and len(written) > 3 and written.isupper()


class WeakPhrases(dict[Phrase, bool]):
    """Whether a phrase is weak: as any of its passages writes it, or because too many have it."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        places: Sequence[Mapping[Phrase, tuple[int, int]]],
        holders: Mapping[Phrase, Sequence[int]],
        noun_count: Mapping[str, int],
    ) -> None:
        """Take all passages, the phrases of each with their places, and the passages with each phrase."""
        super().__init__()
        self._profiles = profiles
        self._places = places
        self._holders = holders
        self._noun_count = noun_count
        self._most = max(MIN_HOLDERS, MAX_SHARE * len(profiles))
        self._known: dict[tuple[str, bool, bool, str], bool] = {}

    def __missing__(self, phrase: Phrase) -> bool:
        holders = self._holders[phrase]
        weak = self[phrase] = len(holders) > self._most or any(
            self._as_written(self._profiles[k], *self._places[k][phrase]) for k in holders
        )
        return weak

    def _as_written(self, profile: Profile, first: int, last: int) -> bool:
        # `is_weak` looks only at the form of the last word and at whether the phrase begins the passage.
        key = profile.forms[last], first == last, first == 0, profile.language
        if key not in self._known:
            self._known[key] = is_weak(profile, first, last, self._noun_count)
        return self._known[key]
