"""Groups of passages by one word that both articles use: "sanctions", "ceasefire".

They find topics that long passages of mixed content hide from the chances of whole passages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tui.analysis.name_candidates import NameCandidates
from tui.analysis.topic_groups import Chances
from tui.analysis.word_tags import NAME, NOUN, countries, is_body, is_empty, is_event, kind_of

LEAST_MEAN = 0.14
"""Mean chance of the pairs of passages that share the word."""
MOST_HOLDERS = 5
LEAST_HOLDERS = 3
COVERED = 0.6
"""Share of the passages in one group from which the word adds none."""
WIDER = 2.5
"""Size against that of the word's group from which another covers it no more: it holds several topics."""


Keyword = frozenset[str]
"""The stems of a word, or of words for one thing."""
NO_KEYWORD: Keyword = frozenset()
MEETINGS: Keyword = frozenset({"meet", "met", "summit", "visit", "trip", "partnership"})
"""Stems of words for one thing that reports seldom call by the same word."""
LEAST_SHARE = 0.1
"""Mean chance of a passage with a word for a meeting, and the others, from which it belongs to them."""
MEETINGS_COVERED = 0.8
"""COVERED for meetings, which stand between other news."""


def keyword_groups(
    words: NameCandidates, chances: Chances, groups: Sequence[frozenset[int]]
) -> list[tuple[Keyword, frozenset[int]]]:
    """Words with the groups of their passages that no other group covers, the likeliest first."""
    found = [(frozenset({stem}), own, COVERED) for stem, own in _holders(words).items()]
    found.append((MEETINGS, _meetings(words, chances), MEETINGS_COVERED))
    rated = [
        (-_mean(chances, own), sorted(stems), stems, frozenset(own), most)
        for stems, own, most in found
        if LEAST_HOLDERS <= len(own) <= MOST_HOLDERS and min(own) < words.split <= max(own)
    ]
    chosen: list[tuple[Keyword, frozenset[int]]] = []
    for mean, _, stems, group, most in sorted(rated, key=lambda item: item[:2]):
        covered = any(
            len(group & other) >= most * len(group) and len(other) < WIDER * len(group)
            for other in (*groups, *(own for _, own in chosen))
        )
        if -mean >= LEAST_MEAN and not covered:
            chosen.append((stems, group))
    return chosen


def _mean(chances: Chances, own: set[int]) -> float:
    """The mean chance of the pairs of some passages."""
    pairs = [chances[i].get(j, 0.0) for i in own for j in own if i < j]
    return sum(pairs) / max(1, len(pairs))


def _meetings(words: NameCandidates, chances: Chances) -> set[int]:
    """The passages with a word for a meeting, without those that are of another one."""
    own = {k for stem in MEETINGS for k in words.holders.get(stem, ())}
    own = {k for k in own if words.profiles[k].language == "en"}
    while len(own) > 1:
        share = {k: sum([chances[k].get(m, 0.0) for m in own]) / (len(own) - 1) for k in sorted(own)}
        least = min(share, key=share.__getitem__)
        if share[least] >= LEAST_SHARE:
            break
        own.discard(least)
    return own


def _holders(words: NameCandidates) -> dict[str, set[int]]:
    """The passages of each noun or abbreviation that may be a topic."""
    holders: dict[str, set[int]] = defaultdict(set)
    both = {
        s
        for s, own in words.holders.items()
        if len(own) >= LEAST_HOLDERS and min(own) < words.split <= max(own)
    }
    for k in range(words.total):
        profile = words.profiles[k]
        if both.isdisjoint(profile.stem_set):
            continue
        for place, tag in enumerate(words.tags_of(k)):
            if profile.stems[place] not in both:
                continue
            word, form = profile.words[place], profile.forms[place]
            noun = tag in (NOUN, "v") and (is_event(word) or kind_of(word) in KINDS)
            short = tag == NAME and form.isupper() and len(form) > 2 and word not in countries()
            if short or (noun and not is_empty(word) and not is_body(word)):
                holders[profile.stems[place]].add(k)
    return holders


KINDS = frozenset({"act", "communication"})
"""Kinds of nouns that may be a topic."""
