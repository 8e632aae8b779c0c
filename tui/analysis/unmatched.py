"""Unmatched passages, the weightiest first, with the reason of their weight."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tui.analysis.profile import Profile, lexicon_of, some_profiles
from tui.model import Comparison, Side
from tui.model.found_passages import UnmatchedPassage
from tui.model.wording import CALENDAR

MIN_QUOTED_WORDS = 4
"""Words inside quotation marks from which a passage counts as a quotation."""
LONG_PASSAGE = 25
"""Words from which a passage is long."""


def rank_unmatched(
    comparison: Comparison, unmatched: Mapping[Side, Collection[int]]
) -> tuple[UnmatchedPassage, ...]:
    """Rank those passages, given by their indices: the left ones first, then the right ones.

    Each side is sorted by weight, and among equals in the order of the text. A quotation weighs 2, a number
    that the other article does not have 2, each name that it does not have 1 (3 at most), and a passage of
    LONG_PASSAGE words or more 1. The weights are plain judgement; they only order a list.
    """
    lexicons = {side: lexicon_of(comparison.article(side)) for side in Side}
    ranked: list[UnmatchedPassage] = []
    for side in Side:
        stems, numbers = lexicons[side.other].stems, lexicons[side.other].numbers
        known = some_profiles(comparison.article(side), lexicons[side], unmatched[side])
        own = [_weighed(side, profile, stems, numbers) for profile in known]
        ranked += sorted(own, key=lambda passage: (-passage.weight, passage.index))
    return tuple(ranked)


def _weighed(
    side: Side, profile: Profile, other_stems: frozenset[str], other_numbers: frozenset[str]
) -> UnmatchedPassage:
    reasons, weight = [], 0
    if sum(profile.quoted) >= MIN_QUOTED_WORDS:
        reasons.append("a quotation")
        weight += 2
    new_numbers = profile.numbers - other_numbers
    numbers = [profile.text_of(k) for k in profile.content_places if profile.words[k] in new_numbers]
    if numbers:
        reasons.append(f"a number: {', '.join(dict.fromkeys(numbers))}")
        weight += 2
    names = _new_names(profile, other_stems)
    if names:
        reasons.append(f"{'a new name' if len(names) == 1 else 'new names'}: {', '.join(names)}")
        weight += min(3, len(names))
    if len(profile.words) >= LONG_PASSAGE:
        weight += 1
    return UnmatchedPassage(side, profile.passage.index, weight, "; ".join(reasons))


def _new_names(profile: Profile, other_stems: frozenset[str]) -> list[str]:
    """The names that the other article lacks; adjacent words are one name: `Olaf Scholz`."""
    runs: list[list[int]] = []
    for k in profile.content_places:
        if profile.stems[k] not in profile.names or profile.stems[k] in other_stems:
            continue
        if profile.words[k] in CALENDAR:  # "Feb. 25" names nobody
            continue
        if runs and runs[-1][-1] == k - 1:
            runs[-1].append(k)
        else:
            runs.append([k])
    return list(dict.fromkeys(profile.text_of(run[0], run[-1]) for run in runs))
