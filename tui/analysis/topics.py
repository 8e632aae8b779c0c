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

from tui.analysis.align import Scored
from tui.analysis.concepts import Concept, concepts_of
from tui.analysis.joining import join
from tui.analysis.phrases import Phrase, as_written, holds, nouns, phrases, weak
from tui.analysis.profile import Profile
from tui.analysis.progress import Tell, each, part, silent
from tui.analysis.text import normal
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

Group = tuple[Phrase, list[int]]
"""A name and the numbers of its links."""


class Grouped(Struct, frozen=True):
    """The topics, the largest first, and for each link the index of its topic."""

    topics: tuple[Topic, ...]
    topic_of: dict[tuple[int, int], int]


LONGEST_SAYING = 4
"""Words of a quotation that still reads as a label."""


def group(
    left: Sequence[Profile], right: Sequence[Profile], links: Sequence[Scored], tell: Tell = silent
) -> Grouped:
    """Group links into topics, and name each."""
    naming = _Naming(left, right, links, part(tell, 0.0, 0.5))
    groups = naming.groups()
    tell(0.6)
    touched = [naming.touched(members) for _, members in groups]
    joined = [[groups[k] for k in numbers] for numbers in join(touched, DICE)]
    tell(0.7)
    made = [naming.topic(parts) for parts in each(naming.by_name(joined), len(joined), part(tell, 0.7, 1.0))]
    made.sort(key=lambda one: (-len(one[0].left) - len(one[0].right), one[0].left, one[0].right))
    topic_of = {
        (links[k].left, links[k].right): number for number, (_, members) in enumerate(made) for k in members
    }
    return Grouped(tuple(topic for topic, _ in made), topic_of)


class _Naming:
    """The phrases that links share, and what they are worth as names."""

    def __init__(
        self, left: Sequence[Profile], right: Sequence[Profile], links: Sequence[Scored], tell: Tell
    ) -> None:
        self._sides = (left, right)
        self._links = links
        everyone = (*left, *right)
        all_found = [phrases(p) for p in each(everyone, len(everyone), part(tell, 0.0, 0.3))]
        self._found = (all_found[: len(left)], all_found[len(left) :])
        total = len(everyone)
        frequency: Counter[Phrase] = Counter()
        for found in each(all_found, total, part(tell, 0.3, 0.4)):
            frequency.update(found.keys())
        rarity = {n: math.log((total + 1) / n) for n in set(frequency.values())}
        self._rarity = {phrase: rarity[n] for phrase, n in frequency.items()}
        self._weak = {phrase for phrase, n in frequency.items() if n > max(FEW_HOLDERS, WIDE * total)}
        table = concepts_of(left[0].language if left else "")
        names = frozenset().union(*[profile.names for profile in everyone])
        # What one passage alone has names no link, unless it is a name or another word for something.
        asked = {
            phrase
            for phrase, n in frequency.items()
            if n > 1 or (len(phrase) == 1 and (phrase[0] in table or phrase[0] in names))
        }
        self._weak |= _weak_ones(everyone, all_found, asked, part(tell, 0.4, 0.6))
        tell(0.6)
        self._names = self._full_names(frequency, names)
        self._telling = tuple([self._groups_of(found, table) for found in side] for side in self._found)
        tell(0.8)
        self._phrases_of: list[dict[Phrase, float]] = [self._shared(link) for link in links]
        """For each link the phrases it shares, and how much a phrase gains by it as a name."""
        self._links_of: dict[Phrase, list[int]] = defaultdict(list)
        for k, shared in enumerate(self._phrases_of):
            for phrase in shared:
                self._links_of[phrase].append(k)
        self._ends = [((0, link.left), (1, link.right)) for link in links]

    def _shared(self, link: Scored) -> dict[Phrase, float]:
        """The phrases both passages have, and the words for which the other has one of its group.

        Each with how much it gains by the link: less where one side has another word for it.
        """
        lefts, rights = self._found[0][link.left], self._found[1][link.right]
        both = lefts.keys() & rights.keys()
        found = dict.fromkeys(both, link.score / 100)
        ones, others = self._telling[0][link.left], self._telling[1][link.right]
        for one, groups in ones.items():
            for other, their_groups in others.items():
                if one not in both and other not in both and not groups.isdisjoint(their_groups):
                    found[one] = found[other] = link.score / 100 * MEANT
        return found

    def _groups_of(
        self, found: Iterable[Phrase], table: Mapping[str, Sequence[Concept]]
    ) -> dict[Phrase, frozenset[Concept]]:
        """The single words among them that could be a name, with the groups they stand in."""
        return {
            phrase: frozenset(table[phrase[0]])
            for phrase in found
            if len(phrase) == 1 and phrase[0] in table and phrase not in self._weak
        }

    def _full_names(self, frequency: Iterable[Phrase], names: frozenset[str]) -> set[Phrase]:
        """The phrases made of names; the story's subject by any name becomes a weak one."""
        found = {phrase for phrase in frequency if names.issuperset(phrase)}
        subjects = {stem for phrase in self._weak & found if len(phrase) == 1 for stem in phrase}
        for phrase in found:
            if not subjects.isdisjoint(phrase):
                self._weak.update((phrase, *((stem,) for stem in phrase)))
        return found

    def groups(self) -> list[Group]:
        """Links by their best name; those without a good one go where their passages are.

        A link whose passages have no topic yet keeps the best name there is.
        """
        free = set(range(len(self._links)))
        good = self._named(free, {p for p in self._links_of if p not in self._weak})
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

    def _named(self, free: set[int], names: set[Phrase]) -> list[Group]:
        """The name that covers most free links, the one that covers most of the rest, and so on.

        The links named are taken out of `free`.
        """
        heap = [(-self._worth(name, self._links_of[name]), name) for name in names]
        heapify(heap)
        found: list[Group] = []
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
        kind = NAME if phrase in self._names else 1.0
        covered = math.fsum(gains)
        return kind * self._rarity[phrase] * float(covered**BREADTH) * float(len(phrase) ** LENGTH)

    def touched(self, members: Iterable[int]) -> frozenset[tuple[int, int]]:
        """The passages of those links, as (side, place)."""
        return frozenset(end for k in members for end in self._ends[k])

    def by_name(self, topics: Sequence[list[Group]]) -> list[_Named]:
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
        weak, names = self._weak, self._names
        ranked = [
            ((held := phrase in weak), held and phrase not in names, -self._worth_of(phrase, gained), phrase)
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
                holding.update([p for p in found if name[0] in p and (p == name or holds(p, name))])
        enough = [
            phrase
            for phrase, n in holding.items()
            if n >= max(2, SPREAD * holding[name]) and phrase != name
            if phrase in self._names or phrase not in self._weak
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


def _weak_ones(
    profiles: Sequence[Profile],
    found: Sequence[Mapping[Phrase, tuple[int, int]]],
    asked: set[Phrase],
    tell: Tell,
) -> set[Phrase]:
    """Those of the phrases asked for that name nothing by themselves as any of the passages writes them."""
    noun = nouns(each(profiles, len(profiles), part(tell, 0.0, 0.5)))
    known: dict[tuple[str, bool, bool, str], bool] = {}
    result: set[Phrase] = set()
    pairs = zip(profiles, found, strict=True)
    for profile, phrases_of in each(pairs, len(profiles), part(tell, 0.5, 1.0)):
        forms, language = profile.forms, profile.language
        for phrase in asked.intersection(phrases_of):
            first, last = phrases_of[phrase]
            # Nothing else of the passage matters than how the last word is written, and whether it begins it.
            key = forms[last], first == last, first == 0, language
            if key not in known:
                known[key] = weak(profile, first, last, noun)
            if known[key]:
                result.add(phrase)
    return result


def in_their_words(topics: Sequence[Topic], links: Iterable[Link]) -> tuple[Topic, ...]:
    """The topics, named by a short quotation its passages share if that holds the label: `no limits`."""
    said: dict[int, set[str]] = defaultdict(set)
    for link in links:
        if link.evidence.quotation and 2 <= len(link.evidence.quotation.split()) <= LONGEST_SAYING:
            said[link.topic].add(link.evidence.quotation)
    return tuple(_in_their_words(topic, said[number]) for number, topic in enumerate(topics))


def _in_their_words(topic: Topic, said: Iterable[str]) -> Topic:
    words = [normal(word) for word in topic.label.split()]
    whole = [saying for saying in said if set(words) <= {normal(word) for word in saying.split()}]
    return replace(topic, label=min(whole, key=lambda saying: (len(saying), saying))) if whole else topic
