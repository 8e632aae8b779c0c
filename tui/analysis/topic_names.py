"""Names for groups of passages: phrases that are central to each and rare in the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.analysis.keyword_groups import NO_KEYWORD, Keyword
from tui.analysis.name_candidates import Stems
from tui.analysis.name_forms import NameForm, NameForms, Ranked, best_first
from tui.analysis.synonyms import synonym_groups_of

if TYPE_CHECKING:
    from tui.analysis.name_meaning import NameMeaning

DESCRIBED = 8
"""Stems that describe a topic, and names they are taken from."""
SAME_NAME, SAME_NAME_NEAR, NEAR = 0.75, 0.6, 0.4
"""Share of the words of the shorter of two names, or synonyms of them, from which they say the same; of
groups that share so much of the smaller one. Set by reading the names of 74 pairs of reports, where 53 pairs
of names of one list share 0.6."""
SAME_HEADS = 0.5
"""Share of the smaller of two groups, in common, from which phrases about one noun say the same, or about
two that mean the same; set on two real articles, with negotiation and talks, and by reading the 74 pairs."""


class TopicName(Struct, frozen=True):
    """A name, and the stems that describe a topic, the best first."""

    label: str
    stems: Stems
    worth: float = 0.0
    """As of `Ranked`; 0 if there is none."""
    same_as: int = -1
    """Number of the first group whose name says the same, so that both are one topic; -1 for none."""


class _Taken:
    """The names so far, for what no other may repeat."""

    def __init__(self, language: str) -> None:
        self._synonyms = synonym_groups_of(language)
        self._named: dict[int, tuple[frozenset[str], str, frozenset[int]]] = {}
        """The words of the names, the nouns they are about, and the groups, by their numbers."""
        self.names: dict[str, list[frozenset[str]]] = defaultdict(list)
        """The words of the names, by each of them."""
        self.heads: set[str] = set()
        """The nouns that the names are about."""
        self._first_words: set[str] = set()

    def add(self, form: NameForm, head: str, number: int, group: frozenset[int]) -> None:
        self._named[number] = frozenset(form.all_stems), _noun(form, head), group
        # A person's name is no first word of another, nor is what the person speaks of.
        self._first_words.update((form.stems[0], form.all_stems[0]))
        for stem in form.all_stems:
            self.names[stem].append(frozenset(form.all_stems))
        self.heads.add(head)

    def allows(self, form: NameForm) -> bool:
        """Whether no name so far begins with its first word, or has all words of one in common with it."""
        own = frozenset(form.all_stems)
        near = [other for stem in own for other in self.names.get(stem, ())]
        return form.all_stems[0] not in self._first_words and not any(
            own <= other or other <= own for other in near
        )

    def same_as(self, form: NameForm, head: str, group: frozenset[int]) -> int:
        """Number of the first group whose name says the same as one of that group; -1 for none."""
        own, noun = frozenset(form.all_stems), _noun(form, head)
        for number, (stems, its_noun, other) in self._named.items():
            shared = len(group & other) / min(len(group), len(other))
            if shared >= SAME_HEADS and self._are_one_noun(noun, its_noun):
                return number
            if self._common(own, stems) >= (SAME_NAME_NEAR if shared >= NEAR else SAME_NAME):
                return number
        return -1

    def _common(self, own: frozenset[str], other: frozenset[str]) -> float:
        """Share of the words of the shorter name that both have, or synonyms of them; 0 of a single word."""
        shorter = min(len(own), len(other))
        if shorter < 2:
            return 0.0
        shared = (
            sum(any(self._are_near(stem, its) for its in two) for stem in one)
            for one, two in ((own, other), (other, own))
        )
        return min(shared) / shorter

    def _are_one_noun(self, noun: str, other: str) -> bool:
        """Whether two nouns are one, or synonyms of which one has no other meaning; "" is none."""
        groups, others = ({*self._synonyms.get(stem, ())} for stem in (noun, other))
        shared = groups & others
        return bool(noun) and (noun == other or (bool(shared) and shared in (groups, others)))

    def _are_near(self, stem: str, other: str) -> bool:
        groups = self._synonyms.get(stem, ())
        return stem == other or not {*groups}.isdisjoint(self._synonyms.get(other, ()))


def _noun(form: NameForm, head: str) -> str:
    """The stem of the noun that a phrase is about; "" of an act."""
    return "" if form.uses[0][1].act else head


class TopicNamer(NameForms):
    """Names the groups of two articles."""

    def names(self, keywords: Sequence[Keyword] = (), meaning: NameMeaning | None = None) -> list[TopicName]:
        """The names of the groups. No two begin with the same word, or have all words of one in common.

        No two are about the same noun, unless nothing but a bare name is left.

        The last groups are those of `keywords`, of which their names must have one; one that cannot be
        named so, or whose word an earlier name has, gets an empty name. `meaning` compares names with the
        passages.

        A name that says the same as an earlier one is not taken: the two groups are one topic.
        """
        none = [NO_KEYWORD] * (len(self.groups) - len(keywords))
        pairs = list(zip(self.groups, [*none, *keywords], strict=True))
        every = [self.ranked(group, keyword) for group, keyword in pairs]
        if meaning:
            every = self.by_meaning(every, meaning)
        taken = _Taken(self.profiles[0].language if self.one_language and self.profiles else "")
        return [
            self._name(number, ranked, keyword, taken)
            for number, (ranked, (_, keyword)) in enumerate(zip(every, pairs, strict=True))
        ]

    def by_meaning(self, every: list[list[Ranked]], meaning: NameMeaning) -> list[list[Ranked]]:
        """The names of all groups, the best by words ranked by meaning too and put before the others."""
        worths = meaning.worths(
            [[name.form.label for name in ranked] for ranked in every],
            [[name.row for name in ranked] for ranked in every],
            [self.members(group) for group in self.groups],
            lambda rows: self.weights.worths(rows, near=True),
        )
        return [
            best_first([replace(name, worth=worth) for name, worth in zip(ranked, own, strict=False)])
            + ranked[len(own) :]
            for ranked, own in zip(every, worths, strict=True)
        ]

    def _name(self, number: int, ranked: Sequence[Ranked], keyword: Keyword, taken: _Taken) -> TopicName:
        """The best name that may be used, which is then taken."""
        if keyword and (keyword & taken.names.keys() or not ranked or self._is_name(*ranked[0].form.uses[0])):
            return TopicName("", ())
        described = dict.fromkeys(stem for name in ranked[:DESCRIBED] for stem in name.form.stems)
        stems = tuple(described)[:DESCRIBED]
        best = self._best(ranked, taken)
        if best is None:
            return TopicName("" if keyword or not ranked else ranked[0].form.label, stems)
        group = self.groups[number]
        head = self.head_stem(best.form.uses)
        if (same := taken.same_as(best.form, head, group)) >= 0:
            return TopicName("", stems, best.worth, same)
        taken.add(best.form, head, number, group)
        return TopicName(best.form.label, stems, best.worth)

    def _best(self, ranked: Sequence[Ranked], taken: _Taken) -> Ranked | None:
        """The best name that may be used, a bare name only if there is no other."""
        new = [name for name in ranked if taken.allows(name.form)]
        free = [name for name in new if self.head_stem(name.form.uses) not in taken.heads]
        full = (name for name in (*free, *new) if name.form.person or not self.is_bare(*name.form.uses[0]))
        return next(full, next(iter(free), None))
