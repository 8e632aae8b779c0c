"""Names for groups of passages: phrases that are central to each and rare in the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.analysis.keyword_groups import NO_KEYWORD, Keyword
from tui.analysis.name_candidates import NameCandidates, NameWeights, Stems
from tui.analysis.name_forms import NameForm, NameForms, Ranked, best_first, weighted
from tui.analysis.name_words import NAME_FEATURES, NEARNESS
from tui.analysis.profile import Profile

if TYPE_CHECKING:
    from tui.analysis.name_meaning import NameMeaning

MOST_COMPARED = 3
"""Names of a group, the best by words, that are compared with its passages in meaning."""
DESCRIBED = 8
"""Stems that describe a topic, and names they are taken from."""


class TopicName(Struct, frozen=True):
    """A name, and the stems that describe a topic, the best first."""

    label: str
    stems: Stems
    worth: float = 0.0
    """As of `Ranked`; 0 if there is none."""


class TopicNamer(NameForms):
    """Names the groups of two articles."""

    def __init__(
        self,
        left: Sequence[Profile],
        right: Sequence[Profile],
        groups: Sequence[frozenset[int]],
        weights: NameWeights | None = None,
        known: NameCandidates | None = None,
        meaning: NameMeaning | None = None,
    ) -> None:
        """As of NameCandidates; `meaning` compares names with the passages."""
        super().__init__(left, right, groups, weights, known)
        self._meaning = meaning
        self._taken: dict[str, list[frozenset[str]]] = defaultdict(list)
        """The words of the names so far, by each of them."""
        self._first_words: set[str] = set()
        self._heads: set[str] = set()
        """The nouns that the names so far are about."""

    def names(self, keywords: Sequence[Keyword] = ()) -> list[TopicName]:
        """The names of the groups. No two begin with the same word, or have all words of one in common.

        No two are about the same noun, unless nothing but a bare name is left.

        The last groups are those of `keywords`, of which their names must have one; one that cannot be
        named so, or whose word an earlier name has, gets an empty name.
        """
        none = [NO_KEYWORD] * (len(self.groups) - len(keywords))
        pairs = list(zip(self.groups, [*none, *keywords], strict=True))
        every = self.by_meaning([self.ranked(group, keyword) for group, keyword in pairs])
        return [self._name(ranked, keyword) for ranked, (_, keyword) in zip(every, pairs, strict=True)]

    def by_meaning(self, every: list[list[Ranked]]) -> list[list[Ranked]]:
        """The names of all groups, the best by words ranked by meaning too and put before the others."""
        if self._meaning is None:
            return every
        labels = [[name.form.label for name in ranked[:MOST_COMPARED]] for ranked in every]
        nearness = self._meaning.nearness(labels, [self.members(group) for group in self.groups])
        weights = [self.weights.near_names.get(name, 0.0) for name in ("", *NAME_FEATURES, NEARNESS)]
        return [
            best_first(
                replace(name, worth=weighted(weights, (*name.row, value)))
                for name, value in zip(ranked[:MOST_COMPARED], near, strict=True)
            )
            + ranked[MOST_COMPARED:]
            for ranked, near in zip(every, nearness, strict=True)
        ]

    def _name(self, ranked: Sequence[Ranked], keyword: Keyword) -> TopicName:
        """The best name that may be used, which is then taken."""
        if keyword and (keyword & self._taken.keys() or not ranked or self._is_name(*ranked[0].form.uses[0])):
            return TopicName("", ())
        described = dict.fromkeys(stem for name in ranked[:DESCRIBED] for stem in name.form.stems)
        stems = tuple(described)[:DESCRIBED]
        best = self._best(ranked)
        if best is None:
            return TopicName("" if keyword or not ranked else ranked[0].form.label, stems)
        form = best.form
        # A person's name is no first word of another, nor is what the person speaks of.
        self._first_words.update((form.stems[0], form.all_stems[0]))
        for stem in form.all_stems:
            self._taken[stem].append(frozenset(form.all_stems))
        self._heads.add(self.head_stem(form.uses))
        return TopicName(form.label, stems, best.worth)

    def _best(self, ranked: Sequence[Ranked]) -> Ranked | None:
        """The best name that may be used, a bare name only if there is no other."""
        new = [name for name in ranked if self._is_new(name.form)]
        free = [name for name in new if self.head_stem(name.form.uses) not in self._heads]
        full = (name for name in (*free, *new) if name.form.person or not self.is_bare(*name.form.uses[0]))
        return next(full, next(iter(free), None))

    def _is_new(self, form: NameForm) -> bool:
        """Whether no name so far begins with its first word, or has all words of one in common with it."""
        own = frozenset(form.all_stems)
        near = [other for stem in own for other in self._taken.get(stem, ())]
        return form.all_stems[0] not in self._first_words and not any(
            own <= other or other <= own for other in near
        )
