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


def keyword_groups(
    words: NameCandidates, chances: Chances, groups: Sequence[frozenset[int]]
) -> list[tuple[str, frozenset[int]]]:
    """Words, as stems, with the groups of their passages that no other group covers, the likeliest first."""
    found: list[tuple[float, str, frozenset[int]]] = []
    for stem, own in _holders(words).items():
        if not LEAST_HOLDERS <= len(own) <= MOST_HOLDERS or not min(own) < words.split <= max(own):
            continue
        pairs = [(i, j) for i in own for j in own if i < j]
        mean = sum(chances[i].get(j, 0.0) for i, j in pairs) / len(pairs)
        if mean >= LEAST_MEAN:
            found.append((-mean, stem, frozenset(own)))
    chosen: list[tuple[str, frozenset[int]]] = []
    for _, stem, group in sorted(found, key=lambda item: item[:2]):
        covered = any(
            len(group & other) >= COVERED * len(group) and len(other) < WIDER * len(group)
            for other in (*groups, *(own for _, own in chosen))
        )
        if not covered:
            chosen.append((stem, group))
    return chosen


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
