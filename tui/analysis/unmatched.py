"""Unmatched passages, the weightiest first, with the reason of their weight."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from tui.analysis.comparability import languages_of_facts
from tui.analysis.differences.across.values import facts_of, may_conflict
from tui.analysis.differences.agreeing_values import same_unit
from tui.analysis.differences.fact_context import FactInContext
from tui.analysis.differences.fact_matching import values_equal
from tui.analysis.differences.sentence import sentence_of
from tui.analysis.profile import Profile, lexicon_of, some_profiles
from tui.model import Comparison, Passage, Side
from tui.model.difference import FactKind
from tui.model.found_passages import UnmatchedPassage
from tui.model.wording import CALENDAR

MIN_QUOTED_WORDS = 4
"""Words inside quotation marks from which a passage counts as a quotation."""
LONG_PASSAGE = 25
"""Words from which a passage is long."""
_LONG_NUMBER = re.compile(r"\d{5,}")


def rank_unmatched(
    comparison: Comparison, unmatched: Mapping[Side, Collection[int]]
) -> tuple[UnmatchedPassage, ...]:
    """Rank those passages, given by their indices: the left ones first, then the right ones.

    Each side is sorted by weight, and among equals in the order of the text. A quotation weighs 2, a number
    that the other article does not have 2, each name that it does not have 1 (3 at most), and a passage of
    LONG_PASSAGE words or more 1. The weights are plain judgement; they only order a list.

    Where one article is not in English, numbers, days and times are compared by their values, as differences
    between two languages are. Between two languages nothing is said of names: most are spelled otherwise.
    """
    lexicons = {side: lexicon_of(comparison.article(side)) for side in Side}
    languages = languages_of_facts(comparison)
    values = None if languages == ("en", "en") else _Values(comparison, languages)
    ranked: list[UnmatchedPassage] = []
    for side in Side:
        stems, numbers = lexicons[side.other].stems, lexicons[side.other].numbers
        known = some_profiles(comparison.article(side), lexicons[side], unmatched[side])
        own = [_weighed(side, profile, stems, numbers, values) for profile in known]
        ranked += sorted(own, key=lambda passage: (-passage.weight, passage.index))
    return tuple(ranked)


class _Values:
    """The values that two articles state, of which one or both are not in English."""

    def __init__(self, comparison: Comparison, languages: tuple[str, str]) -> None:
        self._articles = comparison.articles
        self._languages = languages
        self.across = languages[0] != languages[1]
        self._stated: dict[Side, list[FactInContext]] = {}
        """Those of the whole article."""

    def new_in(self, side: Side, passage: Passage) -> dict[str, list[str]]:
        """The values of a passage that the other article does not state, as a reader of English reads them.

        Days and times stand under `a day or time`, all others under `a number`.
        """
        if side.other not in self._stated:
            article = self._articles[side.other is Side.RIGHT]
            passages = (other for other in article.passages if other.linkable)
            self._stated[side.other] = [fact for other in passages for fact in self._of(side.other, other)]
        found: dict[str, list[str]] = {}
        for fact in self._of(side, passage):
            if may_conflict(fact) and not any(_states(fact, other) for other in self._stated[side.other]):
                moment = fact.fact.kind in (FactKind.DATE, FactKind.TIME)
                written = _LONG_NUMBER.sub(lambda match: f"{int(match.group()):,}", fact.fact.value)
                found.setdefault("a day or time" if moment else "a number", []).append(written)
        return found

    def _of(self, side: Side, passage: Passage) -> list[FactInContext]:
        number = int(side is Side.RIGHT)
        return facts_of(sentence_of(self._articles[number], passage.index, self._languages[number]))


def _states(fact: FactInContext, other: FactInContext) -> bool:
    return fact.fact.kind is other.fact.kind and same_unit(fact, other) and values_equal(fact, other)


def _weighed(
    side: Side,
    profile: Profile,
    other_stems: frozenset[str],
    other_numbers: frozenset[str],
    values: _Values | None,
) -> UnmatchedPassage:
    reasons, weight = [], 0
    if sum(profile.quoted) >= MIN_QUOTED_WORDS:
        reasons.append("a quotation")
        weight += 2
    new = values.new_in(side, profile.passage) if values else _new_numbers(profile, other_numbers)
    for name, written in new.items():
        reasons.append(f"{name}: {', '.join(dict.fromkeys(written))}")
        weight += 2
    names = [] if values and values.across else _new_names(profile, other_stems)
    if names:
        reasons.append(f"{'a new name' if len(names) == 1 else 'new names'}: {', '.join(names)}")
        weight += min(3, len(names))
    if len(profile.words) >= LONG_PASSAGE:
        weight += 1
    return UnmatchedPassage(side, profile.passage.index, weight, "; ".join(reasons))


def _new_numbers(profile: Profile, other_numbers: frozenset[str]) -> dict[str, list[str]]:
    """The numbers in digits that the other article lacks, under `a number`."""
    new = profile.numbers - other_numbers
    numbers = [profile.text_of(k) for k in profile.content_places if profile.words[k] in new]
    return {"a number": numbers} if numbers else {}


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
