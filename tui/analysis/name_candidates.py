"""What tells how well a noun phrase would name a group of passages."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import mul

from msgspec import Struct

from tui.analysis import name_weights, topic_weights
from tui.analysis.act_phrases import act_phrases
from tui.analysis.logistic import LogisticModel, probabilities
from tui.analysis.name_words import NAME_FEATURES, NEARNESS, WORD_FEATURES, kinds_of
from tui.analysis.noun_phrases import NounPhrase, noun_phrases
from tui.analysis.profile import Profile
from tui.analysis.speakers import Person, persons
from tui.analysis.unspaced_words import UNSPACED_LANGUAGES
from tui.analysis.verb_forms import NO_ACTS
from tui.analysis.word_tags import (
    NAME,
    NOUN,
    TITLES,
    VERB,
    is_body,
    is_empty,
    is_event,
    is_role,
    kind_of,
    names_within,
    word_tags,
)

MOST_CANDIDATES = 24
"""Phrases of a group that are weighed with all features."""
Stems = tuple[str, ...]
Uses = list[tuple[int, NounPhrase]]
"""Where a phrase stands: passage and place in it."""
NAME_STEMS = 2.2
"""Content words of a name by a reader, on the mean."""


class NameWeights(Struct, frozen=True):
    """Weights of WORD_FEATURES, as log-odds, and of names; "" is the intercept."""

    words: Mapping[str, float]
    names: Mapping[str, float]
    """Weights of FEATURES and FORM_FEATURES."""
    near_names: Mapping[str, float]
    """The same with NEARNESS."""

    def worths(self, rows: Sequence[Sequence[float]], near: bool = False) -> list[float]:
        """The worths of names by rows of NAME_FEATURES, with `near` followed by NEARNESS."""
        values, names = (self.near_names, (*NAME_FEATURES, NEARNESS)) if near else (self.names, NAME_FEATURES)
        return LogisticModel.from_weights(values, names).log_odds(rows)


FITTED = NameWeights(topic_weights.NAME_WORDS, name_weights.BY_WORDS, name_weights.BY_MEANING)


def _names_better(language: str, other: str) -> bool:
    """Whether phrases are found better in a language than in another: English first, spaced words next."""
    ranks = [0 if code == "en" else 2 if code in UNSPACED_LANGUAGES else 1 for code in (language, other)]
    return ranks[0] < ranks[1]


class NameCandidates:
    """The phrases of groups of passages, with what tells how well they would name them."""

    def __init__(
        self,
        left: Sequence[Profile],
        right: Sequence[Profile],
        groups: Sequence[frozenset[int]],
        weights: NameWeights | None = None,
        known: NameCandidates | None = None,
    ) -> None:
        """Take what is `known` of the words of the same passages, to find it but once."""
        self.weights = weights or FITTED
        self.chance: dict[str, float] = {}
        """The chance of each stem of the group at hand to be in its name."""
        self.profiles = (*left, *right)
        self.split = len(left)
        # Words of two languages have nothing in common: then one article names the topics.
        languages = [profiles[0].language if profiles else "" for profiles in (left, right)]
        self.one_language = len({*languages} - {""}) < 2
        self.named_by_right = not self.one_language and _names_better(languages[1], languages[0])
        """Whether the right article names the topics of reports in two languages."""
        self.groups = groups
        self.total = len(self.profiles)
        self.holders: dict[str, set[int]] = defaultdict(set)
        for k, profile in enumerate(self.profiles):
            for stem in profile.stem_set:
                self.holders[stem].add(k)
        self._names: frozenset[str] = known._names if known else names_within(self.profiles)
        self.tags: dict[int, str] = known.tags if known else {}
        self._phrases: dict[int, list[NounPhrase]] = known._phrases if known else {}
        self._elsewhere = Counter(
            stem for group in groups for stem in {s for k in group for s in self.profiles[k].stem_set}
        )

    def tags_of(self, passage: int) -> str:
        """The class of each word of a passage."""
        if passage not in self.tags:
            self.tags[passage] = word_tags(self.profiles[passage], self._names)
        return self.tags[passage]

    @cached_property
    def persons(self) -> list[Person]:
        """The persons of the passages in groups."""
        own = {k for group in self.groups for k in group}
        return persons(self.profiles, self.tags | {k: self.tags_of(k) for k in own})

    def phrases(self, passage: int) -> list[NounPhrase]:
        if passage not in self._phrases:
            own = self.profiles[passage], self.tags_of(passage)
            self._phrases[passage] = [*noun_phrases(*own), *act_phrases(*own)]
        return self._phrases[passage]

    def members(self, group: frozenset[int]) -> list[int]:
        """The passages that name a group."""
        own = sorted(group)
        if self.one_language:
            return own
        return [k for k in own if (k >= self.split) == self.named_by_right] or own

    def candidates(self, group: frozenset[int]) -> dict[Stems, Uses]:
        """The phrases of a group with their uses; the most promising ones."""
        uses: dict[Stems, Uses] = defaultdict(list)
        for k in self.members(group):
            for phrase in self.phrases(k):
                uses[phrase.stems].append((k, phrase))
        rows = self.word_rows(group)
        weights = [self.weights.words.get(name, 0.0) for name in WORD_FEATURES]
        start = self.weights.words.get("", 0.0)
        odds = {stem: start + sum(map(mul, weights, row)) for stem, row in rows.items()}
        self.chance = dict(zip(odds, probabilities(odds.values()), strict=True))
        best = sorted(uses, key=lambda stems: (-self.dice(stems), stems))[:MOST_CANDIDATES]
        return {stems: uses[stems] for stems in best}

    def dice(self, stems: Stems) -> float:
        """The Dice coefficient to expect with the words of a reader's name."""
        distinct = {*stems}
        return 2 * sum([self.chance.get(stem, 0.0) for stem in distinct]) / (len(distinct) + NAME_STEMS)

    def word_rows(self, group: frozenset[int]) -> dict[str, list[float]]:
        """The WORD_FEATURES of each stem in a phrase of the group."""
        at: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for k in self.members(group):
            self.phrases(k)
            for place, tag in enumerate(self.tags[k]):
                if tag in "NPAaCv" or (tag == VERB and self.profiles[k].words[place] not in NO_ACTS):
                    at[self.profiles[k].stems[place]].append((k, place))
        words = self.words(group, at)
        named = {person.stem for person in self.persons}
        firsts = self._first_passages(group)
        total, size = max(1, len(self.groups)), math.log(len(group))
        length = {k: max(1, len(self.tags[k])) for k in self.members(group)}
        rows: dict[str, list[float]] = {}
        for stem, places in at.items():
            share, lower, contrast, rarity = words[stem]
            tags = "".join([self.tags[k][place] for k, place in places])
            number, proper = len(tags), tags.count(NAME)
            k, place = places[0]
            rows[stem] = [
                share, lower, lower > 0, (len(self.holders[stem]) - share * len(group)) / self.total,
                contrast, rarity, math.log(len({k for k, _ in places})),
                math.log(max(1, self._elsewhere[stem]) / total), proper / number,
                (proper + tags.count(NOUN) + tags.count("v")) / number,
                (tags.count("A") + tags.count("a")) / number, tags.count(VERB) / number,
                *kinds_of(self.profiles[k].words[place]),
                stem in named, len(firsts & self.holders[stem]) / len(firsts),
                sum([p / length[m] for m, p in places]) / number, size,
            ]  # fmt: skip
        return rows

    def _first_passages(self, group: frozenset[int]) -> set[int]:
        """The first passage of each side that names a group."""
        own = self.members(group)
        return {own[0], next((k for k in own if k >= self.split), own[0])}

    def words(
        self, group: frozenset[int], stems: Iterable[str]
    ) -> dict[str, tuple[float, float, float, float]]:
        """For each stem its share of the passages, the lower share of both sides, contrast and rarity."""
        members = frozenset(self.members(group))
        lefts = sum(k < self.split for k in members)
        rights = len(members) - lefts
        outside = max(1, self.total - len(members))
        result = {}
        for stem in stems:
            holders = self.holders[stem]
            inside = members & holders
            left = sum(k < self.split for k in inside)
            share = len(inside) / max(1, len(members))
            lower = min(left / lefts, (len(inside) - left) / rights) if lefts and rights else share
            away = (len(holders) - len(inside)) / outside
            contrast = math.log((share + 0.02) / (away + 0.02))
            result[stem] = share, lower, contrast, math.log((self.total + 1) / max(1, len(holders)))
        return result

    def features(self, group: frozenset[int], candidates: Mapping[Stems, Uses]) -> dict[Stems, list[float]]:
        """The FEATURES of each phrase."""
        known = self.words(group, {stem for stems in candidates for stem in stems})
        return {stems: self._features(group, stems, uses, known) for stems, uses in candidates.items()}

    def _features(
        self, group: frozenset[int], stems: Stems, uses: Uses, words: Mapping[str, tuple[float, ...]]
    ) -> list[float]:
        own = [words[stem] for stem in stems]
        passages = {k for k, _ in uses}
        k, phrase = uses[0]
        classes = phrase.classes
        head = self.profiles[k].words[self._head(phrase)]
        kind = kind_of(head)
        proper = sum(c == NAME for c in classes) / len(stems)
        before = ["." if p.act else self._tag(k, p.first - 1, p.first) for k, p in uses]
        after = [self._tag(k, p.last + 1, p.last + 1) for k, p in uses]
        size = len(stems)
        joined = "-" in classes
        wide = min((self.holders[s] for s in stems), key=len)
        return [
            *self._word_features(stems, own, self.profiles[k].stems[self._head(phrase)], words),
            math.log(len(passages)),
            any(k < self.split for k in passages) and any(k >= self.split for k in passages),
            math.log1p(len(wide - group)),
            sum(p.classes[-1] in "NP" for _, p in uses) / len(uses),
            proper,
            self._is_name(k, phrase),
            size == 1,
            size == 3,
            size > 3,
            joined,
            any(self._possessive(k, p) for k, p in uses),
            kind == "act",
            kind == "communication",
            kind == "person" and classes[-1] != NAME,
            kind in ("time", "quantity"),
            kind in ("place", "body"),
            is_empty(head) and (size == 1 or joined),
            sum(tag in "NPAa" for tag in before) / len(uses),
            sum(tag in "NP" for tag in after) / len(uses),
            math.log(max(1, self._elsewhere[stems[-1]])),
            classes[0] in "Aa",
            any(c.isdigit() for s in stems for c in s),
            is_body(head),
            is_event(head),
            is_role(head) and classes[self._head(phrase) - phrase.first] != NAME,
            *(bool(phrase.act), phrase.has_doer),
        ]

    def _word_features(
        self,
        stems: Stems,
        own: list[tuple[float, ...]],
        head: str,
        words: Mapping[str, tuple[float, ...]],
    ) -> list[float]:
        """The features that come from the words of a phrase one by one, and from its head."""
        share, both, contrast, rarity = (sum(column) / len(own) for column in zip(*own, strict=True))
        chances = [self.chance.get(stem, 0.0) for stem in stems]
        return [
            self.dice(stems),
            max(chances),
            sum(chances) / len(stems),
            min(chances),
            self.chance.get(head, 0.0),
            sum(chances),
            share,
            min(word[0] for word in own),
            words[head][0],
            both,
            contrast,
            words[head][2],
            rarity,
        ]

    def _head(self, phrase: NounPhrase) -> int:
        """The place of the noun a phrase is about: the last of its first part."""
        if phrase.act:
            return phrase.first
        cut = phrase.classes.find("-")
        return phrase.last if cut < 0 else phrase.first + cut - 1

    def _tag(self, passage: int, place: int, gap: int) -> str:
        """The class of the word beside a phrase; "." if there is none, or a mark stands between."""
        tags = self.tags[passage]
        if not 0 <= place < len(tags) or not self.profiles[passage].adjoins(gap):
            return "."
        return tags[place]

    def _is_name(self, passage: int, phrase: NounPhrase) -> bool:
        """Whether a phrase is a name, whatever stands before it: "Russian counterpart Vladimir Putin"."""
        words = self.profiles[passage].words
        return phrase.classes[self._head(phrase) - phrase.first] == NAME or all(
            c in "P-D" or w in TITLES
            for c, w in zip(phrase.classes, words[phrase.first : phrase.last + 1], strict=True)
        )

    def _possessive(self, passage: int, phrase: NounPhrase) -> bool:
        forms = self.profiles[passage].forms[phrase.first : phrase.last]
        return any(form.endswith(("'s", "’s", "s'", "s’")) for form in forms)
