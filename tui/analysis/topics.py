"""The sub-topics that two articles share: links grouped by the phrases that both sides have.

The name comes first and the group second, as in Lingo (Osiński & Weiss, 2005): a phrase that many
links share, and few other passages, names a topic; the links that have it make it up.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from msgspec import Struct
from msgspec.structs import replace

from tui.analysis.align import ScoredPair
from tui.analysis.clustering import cluster
from tui.analysis.phrases import Phrase, as_written, contains, is_weak, noun_counts, phrase_places
from tui.analysis.profile import Profile
from tui.analysis.progress import ProgressCallback, no_progress, subrange, with_progress
from tui.analysis.synonyms import SynonymGroup, synonym_groups_of
from tui.analysis.tokens import normal_form
from tui.model import Link, Topic

# Set on the topics that readers named in 32 pairs of news reports: by how well the passages are
# grouped (B-cubed F1) and how many of their names share a word with ours.
BREADTH = 0.5
"""How much a phrase gains by naming many links: its rarity times their weight to this power."""
LENGTH = 0.5
"""How much a phrase gains by its words: a longer one says more, and its rarity says half of that."""
WIDE = 0.15
"""Share of all passages from which a phrase is the story's subject and names no sub-topic."""
FEW = 2
"""Topics of a passage up to which a link without a good name joins them; a lead has too many."""
FEW_HOLDERS = 5
"""Passages with a phrase that are never too many, however short the articles."""
DICE = 0.5
"""Passages two groups have in common, as a share of their mean size, from which they are one topic."""

MEANT = 0.5
"""What a link counts for a name of which one passage has only another word of the same group."""
NAME = 0.5
"""What a name is worth beside other words: who did it says less than what was done."""
SPREAD = 0.5
"""Share of the passages with a name that must have a longer phrase to be named by that."""

MOST_TERMS = 8

TopicGroup = tuple[Phrase, list[int]]
"""A name and the numbers of its links."""


class TopicGrouping(Struct, frozen=True):
    """The topics, the largest first, and for each link the index of its topic."""

    topics: tuple[Topic, ...]
    topic_of: dict[tuple[int, int], int]


LONGEST_SAYING = 4
"""Words of a quotation that still reads as a label."""


def group_links(
    left: Sequence[Profile],
    right: Sequence[Profile],
    links: Sequence[ScoredPair],
    tell: ProgressCallback = no_progress,
) -> TopicGrouping:
    """Group links into topics, and name each."""
    naming = _Naming(left, right, links, subrange(tell, 0.0, 0.5))
    groups = naming.groups()
    tell(0.6)
    touched = [naming.touched(members) for _, members in groups]
    joined = [[groups[k] for k in numbers] for numbers in cluster(touched, DICE)]
    tell(0.7)
    made = [
        naming.topic(parts)
        for parts in with_progress(naming.by_name(joined), len(joined), subrange(tell, 0.7, 1.0))
    ]
    made.sort(key=lambda one: (-len(one[0].left) - len(one[0].right), one[0].left, one[0].right))
    topic_of = {
        (links[k].left, links[k].right): number for number, (_, members) in enumerate(made) for k in members
    }
    return TopicGrouping(tuple(topic for topic, _ in made), topic_of)


class _Naming:
    """The phrases that links share, and what they are worth as names."""

    def __init__(
        self,
        left: Sequence[Profile],
        right: Sequence[Profile],
        links: Sequence[ScoredPair],
        tell: ProgressCallback,
    ) -> None:
        self._sides = (left, right)
        self._links = links
        everyone = (*left, *right)
        total = len(everyone)
        all_found = [phrase_places(p) for p in with_progress(everyone, total, subrange(tell, 0.0, 0.3))]
        self._found = (all_found[: len(left)], all_found[len(left) :])
        self._holders: dict[Phrase, list[int]] = defaultdict(list)
        for k, found in with_progress(enumerate(all_found), total, subrange(tell, 0.3, 0.5)):
            for phrase in found:
                self._holders[phrase].append(k)
        self._rarity = [0.0, *(math.log((total + 1) / n) for n in range(1, total + 1))]
        """By the number of passages with a phrase."""
        self._table = synonym_groups_of(left[0].language if left else "")
        self._names = frozenset().union(*[profile.names for profile in everyone])
        # What one passage alone has is no name of a link, unless it is another word for something.
        asked = {phrase[0] for phrase, places in self._holders.items() if len(places) > 1}
        noun = noun_counts(
            with_progress(everyone, total, subrange(tell, 0.5, 0.7)), asked | self._table.keys()
        )
        self._weak = _Weak(everyone, all_found, self._holders, noun)
        self._set_subjects_aside(self._names & asked)
        tell(0.8)
        self._telling: dict[tuple[int, int], dict[Phrase, frozenset[SynonymGroup]]] = {}
        self._phrases_of: list[dict[Phrase, float]] = [self._shared(link) for link in links]
        """For each link the phrases it shares, and how much a phrase gains by it as a name."""
        self._links_of: dict[Phrase, list[int]] = defaultdict(list)
        for k, shared in enumerate(self._phrases_of):
            for phrase in shared:
                self._links_of[phrase].append(k)
        self._ends = [((0, link.left), (1, link.right)) for link in links]

    def _shared(self, link: ScoredPair) -> dict[Phrase, float]:
        """The phrases both passages have, and the words for which the other has one of its group.

        Each with how much it gains by the link: less where one side has another word for it.
        """
        lefts, rights = self._found[0][link.left], self._found[1][link.right]
        both = lefts.keys() & rights.keys()
        found = dict.fromkeys(both, link.score / 100)
        ones, others = self._groups_of(0, link.left), self._groups_of(1, link.right)
        for one, groups in ones.items():
            for other, their_groups in others.items():
                if one not in both and other not in both and not groups.isdisjoint(their_groups):
                    found[one] = found[other] = link.score / 100 * MEANT
        return found

    def _groups_of(self, side: int, place: int) -> dict[Phrase, frozenset[SynonymGroup]]:
        """The single words of a passage that could be a name, with the groups they stand in."""
        if (side, place) not in self._telling:
            table = self._table
            self._telling[side, place] = {
                phrase: frozenset(table[phrase[0]])
                for phrase in self._found[side][place]
                if len(phrase) == 1 and phrase[0] in table and not self._weak[phrase]
            }
        return self._telling[side, place]

    def _is_name(self, phrase: Phrase) -> bool:
        return self._names.issuperset(phrase)

    def _set_subjects_aside(self, names: Iterable[str]) -> None:
        """The story's subject by any of these names, and each of its parts, is a weak one.

        No subject is a name that one passage alone has.
        """
        subjects = {stem for stem in names if (stem,) in self._holders and self._weak[stem,]}
        for phrase in self._holders:
            if not subjects.isdisjoint(phrase) and self._is_name(phrase):
                self._weak.update(dict.fromkeys((phrase, *((stem,) for stem in phrase)), True))

    def groups(self) -> list[TopicGroup]:
        """Links by their best name; those without a good one go where their passages are.

        A link whose passages have no topic yet keeps the best name there is.
        """
        free = set(range(len(self._links)))
        good = self._named(free, {p for p in self._links_of if not self._weak[p]})
        places: dict[Hashable, Counter[int]] = defaultdict(Counter)
        for number, (_, members) in enumerate(good):
            for k in members:
                for passage in self._ends[k]:
                    places[passage][number] += 1
        for k in sorted(free):
            votes: Counter[int] = Counter()
            for passage in self._ends[k]:
                if len(places[passage]) <= FEW:
                    votes.update(places[passage])
            if votes:
                best = min(votes, key=lambda number: (-votes[number], number))
                good[best][1].append(k)
                free.discard(k)
        rest = self._named(free, set(self._links_of))
        return good + rest + [((), [k]) for k in sorted(free)]

    def _named(self, free: set[int], names: set[Phrase]) -> list[TopicGroup]:
        """The name that covers most free links, the one that covers most of the rest, and so on.

        The links named are taken out of `free`.
        """
        heap = [(-self._worth(name, self._links_of[name]), name) for name in names]
        heapify(heap)
        found: list[TopicGroup] = []
        while heap and free:
            _, name = heappop(heap)
            members = [k for k in self._links_of[name] if k in free]
            if not members:
                continue
            worth = self._worth(name, members)
            if heap and worth < -heap[0][0]:
                heappush(heap, (-worth, name))
                continue
            free.difference_update(members)
            found.append((name, members))
        return found

    def _worth(self, phrase: Phrase, members: Iterable[int]) -> float:
        """What a phrase is worth as the name of those links."""
        return self._worth_of(phrase, [self._phrases_of[k][phrase] for k in members])

    def _worth_of(self, phrase: Phrase, gains: Sequence[float]) -> float:
        """What a phrase is worth as a name by what it gains by each link."""
        kind = NAME if self._is_name(phrase) else 1.0
        rarity = self._rarity[len(self._holders[phrase])]
        covered = math.fsum(gains)
        return kind * rarity * float(covered**BREADTH) * float(len(phrase) ** LENGTH)

    def touched(self, members: Iterable[int]) -> frozenset[tuple[int, int]]:
        """The passages of those links, as (side, place)."""
        return frozenset(end for k in members for end in self._ends[k])

    def by_name(self, topics: Sequence[list[TopicGroup]]) -> list[_Named]:
        """The topics, those that would get one label made one."""
        found: dict[Hashable, list[_Named]] = {}
        for number, groups in enumerate(topics):
            named = self._named_by(sorted({k for _, members in groups for k in members}))
            found.setdefault(named.name or number, []).append(named)
        return [
            same[0]
            if len(same) == 1
            else self._named_by(sorted({k for named in same for k in named.members}))
            for same in found.values()
        ]

    def _named_by(self, members: list[int]) -> _Named:
        ranked = self._ranked(members)
        return _Named(members, ranked, self._widened(ranked[0], members) if ranked else ())

    def topic(self, named: _Named) -> tuple[Topic, list[int]]:
        """One topic, with the numbers of its links."""
        lefts = sorted({self._links[k].left for k in named.members})
        rights = sorted({self._links[k].right for k in named.members})
        left, right = self._sides
        topic = Topic(
            label=self._label(named.name, lefts, rights) if named.ranked else "",
            terms=tuple(dict.fromkeys(stem for name in named.ranked for stem in name))[:MOST_TERMS],
            left=tuple(left[i].passage.index for i in lefts),
            right=tuple(right[j].passage.index for j in rights),
        )
        return topic, named.members

    def _ranked(self, members: Iterable[int]) -> list[Phrase]:
        """The phrases that those links share, the best name first."""
        gains: dict[Phrase, list[float]] = defaultdict(list)
        for k in members:
            for phrase, gain in self._phrases_of[k].items():
                gains[phrase].append(gain)
        is_weak, is_name = self._weak, self._is_name
        ranked = [
            ((held := is_weak[phrase]), held and not is_name(phrase), -self._worth_of(phrase, gained), phrase)
            for phrase, gained in gains.items()
        ]
        ranked.sort()
        return [phrase for _, _, _, phrase in ranked]

    def _widened(self, name: Phrase, members: Iterable[int]) -> Phrase:
        """The phrase around the name that most of the topic's passages have: "security concerns".

        Two passages must have it at least, and half as many as have the name.
        """
        holding: Counter[Phrase] = Counter()
        for side, place in self.touched(members):
            found = self._found[side][place]
            if name in found:
                holding.update([p for p in found if name[0] in p and (p == name or contains(p, name))])
        enough = [
            phrase
            for phrase, n in holding.items()
            if n >= max(2, SPREAD * holding[name]) and phrase != name
            if self._is_name(phrase) or not self._weak[phrase]
        ]
        return min(enough, key=lambda p: (-holding[p], p), default=name)

    def _label(self, name: Phrase, lefts: Sequence[int], rights: Sequence[int]) -> str:
        having = [
            (self._sides[side][k], self._found[side][k][name])
            for side, places in enumerate((lefts, rights))
            for k in places
            if name in self._found[side][k]
        ]
        return as_written(name, having)


class _Named(Struct, frozen=True):
    """The numbers of the links of a topic, the phrases they share, the best first, and its name."""

    members: list[int]
    ranked: list[Phrase]
    name: Phrase


class _Weak(dict[Phrase, bool]):
    """Whether a phrase names nothing by itself as any of the passages writes it, or has too many of them."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        found: Sequence[Mapping[Phrase, tuple[int, int]]],
        holders: Mapping[Phrase, Sequence[int]],
        noun: Mapping[str, int],
    ) -> None:
        super().__init__()
        self._profiles = profiles
        self._found = found
        self._holders = holders
        self._noun = noun
        self._most = max(FEW_HOLDERS, WIDE * len(profiles))
        self._known: dict[tuple[str, bool, bool, str], bool] = {}

    def __missing__(self, phrase: Phrase) -> bool:
        holders = self._holders[phrase]
        found = self[phrase] = len(holders) > self._most or any(
            self._as_written(self._profiles[k], *self._found[k][phrase]) for k in holders
        )
        return found

    def _as_written(self, profile: Profile, first: int, last: int) -> bool:
        # Nothing else of the passage matters than how the last word is written, and whether it begins it.
        key = profile.forms[last], first == last, first == 0, profile.language
        if key not in self._known:
            self._known[key] = is_weak(profile, first, last, self._noun)
        return self._known[key]


def quote_labels(topics: Sequence[Topic], links: Iterable[Link]) -> tuple[Topic, ...]:
    """The topics, named by a short quotation its passages share if that holds the label: `no limits`."""
    said: dict[int, set[str]] = defaultdict(set)
    for link in links:
        if link.evidence.quotation and 2 <= len(link.evidence.quotation.split()) <= LONGEST_SAYING:
            said[link.topic].add(link.evidence.quotation)
    return tuple(_in_their_words(topic, said[number]) for number, topic in enumerate(topics))


def _in_their_words(topic: Topic, said: Iterable[str]) -> Topic:
    words = [normal_form(word) for word in topic.label.split()]
    whole = [saying for saying in said if set(words) <= {normal_form(word) for word in saying.split()}]
    return replace(topic, label=min(whole, key=lambda saying: (len(saying), saying))) if whole else topic
