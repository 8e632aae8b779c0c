"""The sub-topics that two articles share: links grouped by the phrases that both sides have.

The name comes first and the group second, as in Lingo (Osiński & Weiss, 2005): a phrase that many
links share, and few other passages, names a topic; the links that have it make it up.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from heapq import heapify, heappop, heappush

from msgspec import Struct
from msgspec.structs import replace

from tui.analysis.align import Scored
from tui.analysis.concepts import Concept, concepts_of
from tui.analysis.joining import join
from tui.analysis.phrases import Phrase, as_written, holds, nouns, phrases, weak
from tui.analysis.profile import Profile
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


def group(left: Sequence[Profile], right: Sequence[Profile], links: Sequence[Scored]) -> Grouped:
    """Group links into topics, and name each."""
    naming = _Naming(left, right, links)
    groups = naming.groups()
    touched = [naming.touched(members) for _, members in groups]
    joined = [[groups[k] for k in numbers] for numbers in join(touched, DICE)]
    made = [naming.topic(parts) for parts in naming.by_name(joined)]
    made.sort(key=lambda one: (-len(one[0].left) - len(one[0].right), one[0].left, one[0].right))
    topic_of = {
        (links[k].left, links[k].right): number for number, (_, members) in enumerate(made) for k in members
    }
    return Grouped(tuple(topic for topic, _ in made), topic_of)


class _Naming:
    """The phrases that links share, and what they are worth as names."""

    def __init__(self, left: Sequence[Profile], right: Sequence[Profile], links: Sequence[Scored]) -> None:
        self._sides = (left, right)
        self._links = links
        self._found = ([phrases(p) for p in left], [phrases(p) for p in right])
        total = len(left) + len(right)
        frequency = Counter(phrase for side in self._found for found in side for phrase in found)
        self._rarity = {phrase: math.log((total + 1) / n) for phrase, n in frequency.items()}
        self._weak = {phrase for phrase, n in frequency.items() if n > max(FEW_HOLDERS, WIDE * total)}
        noun = nouns((*left, *right))
        for profiles, side in zip(self._sides, self._found, strict=True):
            for profile, found in zip(profiles, side, strict=True):
                self._weak.update(p for p in found.keys() - self._weak if weak(profile, *found[p], noun))
        self._names = self._full_names(frequency)
        self._concepts = concepts_of(left[0].language if left else "")
        self._links_of: dict[Phrase, list[int]] = defaultdict(list)
        self._phrases_of = [self._shared(link) for link in links]
        for k, shared in enumerate(self._phrases_of):
            for phrase in shared:
                self._links_of[phrase].append(k)

    def _shared(self, link: Scored) -> set[Phrase]:
        """The phrases both passages have, and the words for which the other has one of its group."""
        lefts, rights = self._found[0][link.left], self._found[1][link.right]
        both = lefts.keys() & rights.keys()
        ones, others = self._telling(lefts, both), self._telling(rights, both)
        alike = {(one, other) for one in ones for other in others if not ones[one].isdisjoint(others[other])}
        return both | {phrase for pair in alike for phrase in pair}

    def _telling(self, found: Collection[Phrase], apart: Collection[Phrase]) -> dict[Phrase, set[Concept]]:
        """The single words among them that could be a name, with the groups they stand in."""
        table = self._concepts
        words = [p for p in found if len(p) == 1 and p[0] in table and p not in self._weak and p not in apart]
        return {word: set(table[word[0]]) for word in words}

    def _full_names(self, frequency: Counter[Phrase]) -> set[Phrase]:
        """The phrases made of names; the story's subject by any name becomes a weak one."""
        sides = (*self._sides[0], *self._sides[1])
        stems = frozenset().union(*[profile.names for profile in sides])
        found = {phrase for phrase in frequency if stems.issuperset(phrase)}
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
                for passage in self.touched([k]):
                    places[passage][number] += 1
        for k in sorted(free):
            votes: Counter[int] = Counter()
            for passage in self.touched([k]):
                if len(places[passage]) <= FEW:
                    votes += places[passage]
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

    def _worth(self, phrase: Phrase, members: Sequence[int]) -> float:
        """What a phrase is worth as the name of those links."""
        covered = math.fsum([self._held(phrase, self._links[k]) for k in members])
        kind = NAME if phrase in self._names else 1.0
        return kind * self._rarity[phrase] * float(covered**BREADTH) * float(len(phrase) ** LENGTH)

    def _held(self, phrase: Phrase, link: Scored) -> float:
        """How much a phrase gains by a link: less where one side has another word for it."""
        literal = phrase in self._found[0][link.left] and phrase in self._found[1][link.right]
        return link.score / 100 * (1 if literal else MEANT)

    def touched(self, members: Sequence[int]) -> frozenset[tuple[int, int]]:
        """The passages of those links, as (side, place)."""
        lefts = {(0, self._links[k].left) for k in members}
        return frozenset(lefts | {(1, self._links[k].right) for k in members})

    def by_name(self, topics: Sequence[list[Group]]) -> list[list[Group]]:
        """The topics, those that would get one label made one."""
        found: dict[Hashable, list[Group]] = {}
        for number, groups in enumerate(topics):
            found.setdefault(self._name(groups) or number, []).extend(groups)
        return list(found.values())

    def _name(self, groups: Sequence[Group]) -> Phrase:
        members = sorted({k for _, found in groups for k in found})
        ranked = self._ranked(members)
        return self._widened(ranked[0], members) if ranked else ()

    def topic(self, groups: Sequence[Group]) -> tuple[Topic, list[int]]:
        """One topic of groups that belong together, with the numbers of its links."""
        members = sorted({k for _, found in groups for k in found})
        ranked = self._ranked(members)
        lefts = sorted({self._links[k].left for k in members})
        rights = sorted({self._links[k].right for k in members})
        left, right = self._sides
        topic = Topic(
            label=self._label(self._name(groups), lefts, rights) if ranked else "",
            terms=tuple(dict.fromkeys(stem for name in ranked for stem in name))[:MOST_TERMS],
            left=tuple(left[i].passage.index for i in lefts),
            right=tuple(right[j].passage.index for j in rights),
        )
        return topic, members

    def _ranked(self, members: Sequence[int]) -> list[Phrase]:
        """The phrases that those links share, the best name first."""
        shared = set().union(*[self._phrases_of[k] for k in members])
        worth = {phrase: self._worth(phrase, self._covered(phrase, members)) for phrase in shared}
        poor = self._weak - self._names

        def order(phrase: Phrase) -> tuple[bool, bool, float, Phrase]:
            return phrase in self._weak, phrase in poor, -worth[phrase], phrase

        return sorted(worth, key=order)

    def _covered(self, name: Phrase, members: Sequence[int]) -> list[int]:
        inside = set(members)
        return [k for k in self._links_of[name] if k in inside]

    def _widened(self, name: Phrase, members: Sequence[int]) -> Phrase:
        """The phrase around the name that most of the topic's passages have: "security concerns".

        Two passages must have it at least, and half as many as have the name.
        """
        holding: Counter[Phrase] = Counter()
        for side, place in self.touched(members):
            holding.update(p for p in self._found[side][place] if p == name or holds(p, name))
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


def in_their_words(number: int, topic: Topic, links: Iterable[Link]) -> Topic:
    """The topic, named by a short quotation its passages share if that holds its label: `no limits`."""
    said = {
        link.evidence.quotation
        for link in links
        if link.topic == number and 2 <= len(link.evidence.quotation.split()) <= LONGEST_SAYING
    }
    words = [normal(word) for word in topic.label.split()]
    whole = [saying for saying in said if set(words) <= {normal(word) for word in saying.split()}]
    return replace(topic, label=min(whole, key=lambda saying: (len(saying), saying))) if whole else topic
