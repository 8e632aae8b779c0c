"""What only one article has, the weightiest first, and why it weighs."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct

from tui.analysis.profile import Lexicon, Profile, profiles
from tui.model import Comparison, Side

QUOTED_WORDS = 4
"""Words inside quotation marks from which a passage counts as a quotation."""


class UnmatchedPassage(Struct, frozen=True):
    """A passage without a counterpart."""

    side: Side
    index: int
    weight: int
    """How much a reader of the other article alone would miss: see `why`; 0 and more."""
    why: str
    """`a quotation, 3 new names: Olaf Scholz, ...`; empty if nothing stands out."""


def rank_unmatched(
    comparison: Comparison, alone: Mapping[Side, Collection[int]]
) -> tuple[UnmatchedPassage, ...]:
    """Those passages of each side: first the left ones, the weightiest first, in the order of the text
    among equals; then the right ones.

    A quotation weighs 2, a number the other article does not have 2, each name it does not have 1
    (3 at most), and a passage of 25 words or more 1. The weights are plain judgement; they only order
    a list.
    """
    lexicons: dict[str, Lexicon] = {}
    known = {side: profiles(comparison.article(side), lexicons) for side in Side}
    ranked: list[UnmatchedPassage] = []
    for side in Side:
        words = frozenset[str]().union(*(p.vocabulary for p in known[side.other]))
        numbers = frozenset[str]().union(*(p.numbers for p in known[side.other]))
        own = [_weighed(side, p, words, numbers) for p in known[side] if p.passage.index in alone[side]]
        ranked += sorted(own, key=lambda one: (-one.weight, one.index))
    return tuple(ranked)


def _weighed(
    side: Side, profile: Profile, known: frozenset[str], numbers: frozenset[str]
) -> UnmatchedPassage:
    said, weight = [], 0
    if sum(profile.inside) >= QUOTED_WORDS:
        said.append("a quotation")
        weight += 2
    figures = [profile.written(k) for k in profile.kept if profile.words[k] in profile.numbers - numbers]
    if figures:
        said.append(f"a number: {', '.join(dict.fromkeys(figures))}")
        weight += 2
    names = _new_names(profile, known)
    if names:
        said.append(f"{'a new name' if len(names) == 1 else 'new names'}: {', '.join(names)}")
        weight += min(3, len(names))
    if len(profile.words) >= 25:
        weight += 1
    return UnmatchedPassage(side, profile.passage.index, weight, "; ".join(said))


def _new_names(profile: Profile, known: frozenset[str]) -> list[str]:
    """Names the other article lacks, words that stand together as one: `Olaf Scholz`."""
    runs: list[list[int]] = []
    for k in profile.kept:
        if profile.stems[k] not in profile.names or profile.stems[k] in known:
            continue
        if runs and runs[-1][-1] == k - 1:
            runs[-1].append(k)
        else:
            runs.append([k])
    return list(dict.fromkeys(profile.written(run[0], run[-1]) for run in runs))
